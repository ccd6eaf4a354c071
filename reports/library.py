"""Everything we say, in one language: read once, checked, frozen."""

from dataclasses import dataclass
from functools import cache, cached_property

from assessment.model import Questionnaire
from assessment.places import contains
from catalogue.entries import (
    Entry,
    entries_from_cases,
    entries_from_networks,
    entries_from_resources,
)
from catalogue.library import read_cases, read_networks, read_resources
from catalogue.model import Case, Network, Resource
from catalogue.search import Index
from catalogue.suggest import Shelf
from catalogue.thesaurus import read_thesaurus
from content.errors import Problem
from content.languages import AUTHORS
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


@dataclass(frozen=True)
class Library:
    """The content of one language. `problems` are those of programme files left out."""

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
    """The content in this language; ContentError when a file other than a programme is wrong.

    A broken programme file stops nobody: it is left out and reported in `problems`.
    """
    programmes, problems = read_good_programmes(language)
    return Library(
        language=language,
        questionnaire=read(INSTRUMENT, language),
        actions=read_actions(language),
        pathways=read_pathways(language),
        programmes=programmes,
        resources={resource.id: resource for resource in read_resources(language)},
        cases={case.id: case for case in read_cases(language)},
        networks={network.id: network for network in read_networks(language)},
        words=read_words(language),
        shelf=Shelf(_entries(language), language, contains),
        problems=tuple(problems),
        job_sheets=read_job_sheets(language),
    )


@cache
def search_index(language: str) -> Index:
    """The search box over resources, cases, networks and programmes; built once a language."""
    entries = (*_entries(language), *_programme_entries(language))
    return Index(entries, {code: read_thesaurus(code) for code in _codes(language)}, contains)


def _codes(language: str) -> tuple[str, ...]:
    """The reader's language, then the authors' others."""
    return (language, *(code for code in AUTHORS if code != language))


def _entries(language: str) -> tuple[Entry, ...]:
    """The reader's language first, then the authors' others, so that one finds another."""
    codes = _codes(language)
    return (
        *entries_from_resources(*(read_resources(code) for code in codes)),
        *entries_from_cases(*(read_cases(code) for code in codes)),
        *entries_from_networks(*(read_networks(code) for code in codes)),
    )


def _programme_entries(language: str) -> tuple[Entry, ...]:
    by_language = [{p.id: p for p in read_good_programmes(code)[0]} for code in _codes(language)]
    return tuple(
        Entry(
            id=programme.id,
            kind="programme",
            subkind=programme.kind,
            title=programme.name,
            url=programme.source.url,
            languages=(),
            territories=programme.territory,
            texts=(
                programme.funder,
                *(same[programme.id].summary for same in by_language if programme.id in same),
            ),
            topics=("funding",),
            official=programme.source.type == "official",
        )
        for programme in by_language[0].values()
        if programme.tier not in ("archive", "weak")
    )
