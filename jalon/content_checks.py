"""What no single file can show: links between questions, actions, programmes and the catalogue."""

from collections.abc import Iterator

from assessment.places import known as known_place
from catalogue.figures import check_figures
from catalogue.library import check_catalogue
from content.errors import ContentError
from identity.site import read_site, site_path
from questionnaires import read
from questionnaires.readings import check_readings, read_readings
from recommendations.checks import check_actions, check_pathways
from recommendations.criteria import fields_of
from recommendations.eligibility import VERDICT_ORDER
from recommendations.executable import undecided
from recommendations.gates import check_gates
from recommendations.guide import check_guide, read_guide
from recommendations.programme import Programme, Test
from recommendations.role_checks import check_consistency, check_job_sheets
from recommendations.training import check_training, read_training
from reports.library import Library
from ui.answering.fields import check_fields, read_fields


def cross_checks(library: Library) -> Iterator[str]:
    """Everything wrong between files, one readable line each."""
    yield from check_actions(library.actions, library.questionnaire)
    yield from check_pathways(library.pathways, library.actions, library.questionnaire)
    yield from check_job_sheets(library.job_sheets, library.actions, library.questionnaire)
    yield from check_guide(read_guide(library.language), library.actions)
    yield from check_consistency(library.questionnaire)
    yield from check_readings(read_readings(library.language), library.questionnaire)
    yield from check_catalogue(library.language, known_place)
    yield from check_figures(library.language)
    yield from check_site(library)
    yield from _words(library)
    yield from _training(library)
    yield from check_fields(read_fields(library.language), library.programmes)
    yield from check_gates(library.programmes, [a.id for a in library.actions])
    for programme in library.programmes:
        place = f"recommendations/programmes/{programme.id}.yaml"
        for problem in _programme(programme, library):
            yield f"{place}\n  {problem}"


def check_site(library: Library) -> Iterator[str]:
    """The file of the site this is: its colours measured, its mark there, its network known."""
    try:
        wanted = read_site(library.language).network_to_call
    except ContentError as error:
        yield from map(str, error.problems)
        return
    if wanted and wanted not in library.networks:
        yield f"{site_path()}\n  at  network_to_call\n  '{wanted}' is no network of the catalogue"


def _words(library: Library) -> Iterator[str]:
    for key in (*VERDICT_ORDER, "minimum_cost"):
        if key not in library.words.reasons:
            yield f"recommendations/wording.yaml\n  the words of '{key}' are missing"


def _training(library: Library) -> Iterator[str]:
    areas = [area.id for area in read("team-skills", library.language).dimensions]
    actions = [action.id for action in library.actions]
    free = {one.id: one.languages for one in library.resources.values() if one.free}
    yield from check_training(read_training(library.language), areas, actions, free)


def _programme(programme: Programme, library: Library) -> Iterator[str]:
    for place in programme.territory:
        if not known_place(place):
            yield f"'territory' names '{place}', a place we do not know (assessment/places.py)"
    names = [condition.id for condition in programme.conditions]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"the condition id '{name}' stands twice"
    for name in undecided(programme):
        yield f"conditions[{name}]: write a 'test', or 'why_not_tested' with the reason"
    for condition in programme.conditions:
        if condition.test:
            yield from (f"conditions[{condition.id}]: {p}" for p in _test(condition.test, library))


def _test(test: Test, library: Library) -> Iterator[str]:
    for field in fields_of(test):
        if field not in library.words.questions:
            yield f"no question to ask for '{field}': add it to recommendations/fields.yaml"
    for place in _places(test):
        if not known_place(place):
            yield f"'{place}' is a place we do not know (assessment/places.py)"


def _places(test: Test) -> Iterator[str]:
    yield from test.within or ()
    for inner in test.inner:
        yield from _places(inner)
