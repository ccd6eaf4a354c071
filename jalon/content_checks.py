"""What no single file can show: links between questions, actions, programmes and the catalogue."""

from collections.abc import Iterator

from assessment.places import known as known_place
from assessment.profile import Enterprise, Project
from catalogue.figures import check_figures
from catalogue.library import check_catalogue
from questionnaires.readings import check_readings, read_readings
from recommendations.checks import check_actions, check_pathways
from recommendations.criteria import fields_of
from recommendations.eligibility import VERDICT_ORDER
from recommendations.programme import Programme, Test
from recommendations.role_checks import check_consistency, check_job_sheets
from reports.library import Library


def cross_checks(library: Library) -> Iterator[str]:
    """Everything wrong between files, one readable line each."""
    yield from check_actions(library.actions, library.questionnaire)
    yield from check_pathways(library.pathways, library.actions, library.questionnaire)
    yield from check_job_sheets(library.job_sheets, library.actions, library.questionnaire)
    yield from check_consistency(library.questionnaire)
    yield from check_readings(read_readings(library.language), library.questionnaire)
    yield from check_catalogue(library.language, known_place)
    yield from check_figures(library.language)
    yield from _words(library)
    for programme in library.programmes:
        place = f"recommendations/programmes/{programme.id}.yaml"
        for problem in _programme(programme, library):
            yield f"{place}\n  {problem}"


def _words(library: Library) -> Iterator[str]:
    for verdict in VERDICT_ORDER:
        if verdict not in library.words.reasons:
            yield f"recommendations/wording.yaml\n  the words of '{verdict}' are missing"


def _programme(programme: Programme, library: Library) -> Iterator[str]:
    ids = {one.id for one in library.programmes}
    for unlocked in programme.unlocks:
        if unlocked not in ids:
            yield f"'unlocks' names '{unlocked}', which is no programme"
    for place in programme.territory:
        if not known_place(place):
            yield f"'territory' names '{place}', a place we do not know (assessment/places.py)"
    names = [condition.id for condition in programme.conditions]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"the condition id '{name}' stands twice"
    for condition in programme.conditions:
        if condition.test:
            yield from (f"conditions[{condition.id}]: {p}" for p in _test(condition.test, library))


def _test(test: Test, library: Library) -> Iterator[str]:
    for field in fields_of(test):
        part, _, name = field.partition(".")
        if name not in (Enterprise if part == "enterprise" else Project).model_fields:
            yield f"'{field}' is not a field of the profile (docs/profile-fields.md)"
        elif field not in library.words.questions:
            yield f"no question to ask for '{field}': add it to recommendations/fields.yaml"
    for place in _places(test):
        if not known_place(place):
            yield f"'{place}' is a place we do not know (assessment/places.py)"


def _places(test: Test) -> Iterator[str]:
    yield from test.within or ()
    for inner in (*(test.all or ()), *(test.any or ()), *((test.not_,) if test.not_ else ())):
        yield from _places(inner)
