"""Everything we say, in one language: read once, checked, frozen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from assessment.forms import FAMILY_OF
from assessment.model import Questionnaire
from assessment.places import contains
from catalogue.advised import read_advice
from catalogue.associations import Lesson
from catalogue.entries import (
    Entry,
    entries_from_cases,
    entries_from_networks,
    entries_from_resources,
)
from catalogue.library import read_good
from catalogue.model import Case, Network, Resource
from catalogue.search import Index
from catalogue.suggest import Shelf
from catalogue.thesaurus import read_thesaurus
from content.errors import Problem
from content.languages import LANGUAGES
from questionnaires import read
from recommendations.action import Action, Role
from recommendations.eligibility import Words
from recommendations.job_sheets import JobSheet, read_job_sheets
from recommendations.library import read_actions, read_pathways
from recommendations.pathway import Pathway
from recommendations.programme import Programme
from recommendations.programmes_library import read_good_programmes
from recommendations.words import read_words

INSTRUMENT = "digital-maturity"

TOPIC_OF_NEED = {
    "diagnosis": "digital-strategy",
    "strategy-advice": "digital-strategy",
    "software-equipment": "infrastructure-equipment",
    "website-ecommerce": "website-seo",
    "communication-marketing": "social-media-marketing",
    "training-skills": "digital-skills",
    "cybersecurity": "cybersecurity",
    "data-privacy": "gdpr-privacy",
    "digital-inclusion": "digital-inclusion",
    "ecology": "green-it",
    "cooperation-mutualisation": "cooperation-mutualisation",
}
"""What a programme pays for, as a topic of the catalogue; other needs have none."""


@dataclass(frozen=True)
class Library:
    """The content of one language. `problems` are those of the files left out."""

    language: str
    questionnaire: Questionnaire
    actions: tuple[Action, ...]
    pathways: tuple[Pathway, ...]
    programmes: tuple[Programme, ...]
    resources: dict[str, Resource]
    cases: dict[str, Case]
    networks: dict[str, Network]
    words: Words
    shelf: Shelf
    problems: tuple[Problem, ...] = ()
    job_sheets: tuple[JobSheet, ...] = ()

    @cached_property
    def roles(self) -> dict[Role, JobSheet]:
        """The job sheet of each role that has one."""
        return {sheet.id: sheet for sheet in self.job_sheets}

    def action(self, action_id: str) -> Action:
        """The action of this id; KeyError when there is none."""
        for action in self.actions:
            if action.id == action_id:
                return action
        raise KeyError(action_id)


@cache
def load_library(language: str) -> Library:
    """The content in this language; ContentError when a file nothing stands without is wrong.

    A broken file of programmes, resources, cases or networks stops nobody: it is left out and
    reported in `problems`.
    """
    programmes, problems = read_good_programmes(language)
    shelves = read_good(language)
    return Library(
        language=language,
        questionnaire=read(INSTRUMENT, language),
        actions=read_actions(language),
        pathways=read_pathways(language),
        programmes=programmes,
        resources={resource.id: resource for resource in shelves.resources},
        cases={case.id: case for case in shelves.cases},
        networks={network.id: network for network in shelves.networks},
        words=read_words(language),
        shelf=Shelf(_shelved(language), language, contains),
        problems=(*problems, *shelves.problems),
        job_sheets=read_job_sheets(language),
    )


@cache
def search_index() -> Index:
    """The search box over resources, cases, networks and programmes, in every language.

    Built once; a language is read when a question first needs it. Broken files
    of these are left out; ContentError when a thesaurus is wrong.
    """
    first = (*_shelved(LANGUAGES[0]), *_programmes(LANGUAGES[0]))
    entries = (replace(entry, texts=_Texts(_entry_texts, entry.id)) for entry in first)
    thesauri = {code: read_thesaurus(code) for code in LANGUAGES}
    return Index(entries, thesauri, contains, _lessons(), read_advice())


class _Texts(Mapping[str, tuple[str, ...]]):
    """The texts of one thing by language, each language read when first asked for."""

    def __init__(self, read: Callable[[str], dict[str, tuple[str, ...]]], name: str) -> None:
        self._read, self._name = read, name

    def __getitem__(self, language: str) -> tuple[str, ...]:
        return self._read(language).get(self._name, ())

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


@cache
def _entry_texts(language: str) -> dict[str, tuple[str, ...]]:
    entries = (*_shelved(language), *_programmes(language))
    return {entry.id: entry.texts[language] for entry in entries}


@cache
def _action_texts(language: str) -> dict[str, tuple[str, ...]]:
    return {
        one.id: (one.title, one.what, one.why, one.small, one.fuller, one.success)
        for one in read_actions(language)
    }


def _lessons() -> tuple[Lesson, ...]:
    """What actions teach search: which words go with which topics."""
    actions = read_actions(LANGUAGES[0])
    return tuple(Lesson(one.topics, _Texts(_action_texts, one.id)) for one in actions)


@cache
def _shelved(language: str) -> tuple[Entry, ...]:
    """Resources, cases and networks in one language, which is all that suggestions need."""
    found = read_good(language)
    return (
        *entries_from_resources({language: found.resources}),
        *entries_from_cases({language: found.cases}),
        *entries_from_networks({language: found.networks}),
    )


def _programmes(language: str) -> tuple[Entry, ...]:
    """The programmes one may propose, in one language."""
    return tuple(
        _from_programme(one, language)
        for one in read_good_programmes(language)[0]
        if one.tier not in ("archive", "weak")
    )


def _from_programme(programme: Programme, language: str) -> Entry:
    page = programme.opening.page_date
    needed = (TOPIC_OF_NEED[need] for need in programme.needs if need in TOPIC_OF_NEED)
    return Entry(
        id=programme.id,
        kind="programme",
        subkind=programme.kind,
        title=programme.name,
        url=programme.source.url,
        languages=(),
        territories=programme.territory,
        texts={language: (programme.summary,)},
        topics=("funding", *needed),
        names=(programme.funder,),
        year=page.year if page else None,
        legal_forms=_families(programme),
        official=programme.source.type == "official",
        page_date=programme.opening.page_date_as_seen or (page.isoformat() if page else None),
    )


def _families(programme: Programme) -> tuple[str, ...]:
    """The families of legal forms it says it is for; empty: everybody, or not stated."""
    stated = [c.test.forms for c in programme.conditions if c.test and c.test.forms]
    if len(stated) != 1 or "any" in (*stated[0].accepted, *stated[0].families):
        return ()
    own = (family for form in stated[0].accepted for family in FAMILY_OF.get(form, ()))
    return tuple(sorted({*stated[0].families, *own}))
