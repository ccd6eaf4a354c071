"""One box over resources, cases, networks and programmes, in people's own words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalogue.advised import Advice
from catalogue.asking import Ear, Question
from catalogue.associations import Associations, Lesson
from catalogue.entries import Entry, Hit, to_hit
from catalogue.folding import fold
from catalogue.near import LOCAL_FIRST, Contains, Nearness, border_note, nearness
from catalogue.pages import Pages
from catalogue.scoring import Scorer
from catalogue.thesaurus import Thesaurus

_ENOUGH = 0.3
_NEAR_BEST = 0.35
_EXACT_COMPANY = 0.5
_HOME, _HOME_URGENT = 0.1, 0.3
_OTHER_FORMS = 0.3
# Each weighs more than all below it, so that they part equals in this order.
_OWN_TONGUE, _FREE, _OFFICIAL, _HANDY, _RECENT = 0.08, 0.04, 0.02, 0.01, 0.005
_HANDY_KINDS = ("tool", "template")
# Something to use comes before a story or somebody to call, but in an emergency.
_TO_USE = 0.15
_UNKNOWN = "qqxzzqq"
_FIRST_YEAR, _YEARS = 2000, 50


@dataclass(frozen=True)
class Seeker:
    """Who searches: the language read, a territory, the families of a legal form."""

    language: str
    territory: str | None = None
    families: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Match:
    entry: Entry
    exact: bool
    score: float
    near: Nearness


class Index:
    """Entries ready to be searched in every language; built once, read by all threads."""

    def __init__(
        self,
        entries: Iterable[Entry],
        thesauri: Mapping[str, Thesaurus],
        contains: Contains,
        lessons: Sequence[Lesson] = (),
        advice: Advice | None = None,
    ) -> None:
        """`thesauri` by language; `contains(outer, inner)` compares two territories.

        `lessons` are other texts whose topics are known: they teach which words go with which.
        `advice` names what comes first for a concept.
        """
        self.entries = tuple(entries)
        self._contains = contains
        self._thesauri = dict(thesauri)
        pages = Pages(self.entries, thesauri)
        self._ear = Ear(pages.lexicons, pages.names, thesauri)
        own = (Lesson(entry.topics, entry.texts) for entry in self.entries)
        associations = Associations((*own, *lessons), thesauri)
        self._scorer = Scorer(self.entries, pages, associations, advice or {})
        self._called = [frozenset((fold(one.id), fold(one.title))) for one in self.entries]

    def search(
        self,
        query: str,
        territory: str | None = None,
        language: str = "fr",
        top: int = 5,
        families: Sequence[str] = (),
    ) -> tuple[Hit, ...]:
        """The best answers, at most `top`; none when nothing answers. Never an error.

        With a territory: it, what contains it and what it contains; who reads French also
        gets France's pages, last and marked 'rules-differ'. `families` are those of the
        reader's legal form: what says it is for others comes later, and stays.
        """
        seeker = Seeker(language, territory, tuple(families))
        question = self._ear.understand(query, language)
        if not question.whole:
            return ()
        matches = _kept(self._matches(question, seeker))
        ranked = sorted(matches, key=lambda match: _rank(match, question, seeker))
        return tuple(to_hit(m.entry, border_note(m.near)) for m in ranked[: max(top, 0)])

    def warm(self) -> None:
        """Brings every language to its stems, so that the first question does not wait for it."""
        for language, thesaurus in self._thesauri.items():
            known = next(iter(thesaurus.topics.values()))
            self.search(f"{known} {_UNKNOWN}", language=language)

    def _matches(self, question: Question, seeker: Seeker) -> list[_Match]:
        scores = self._scorer.score(question)
        matches = []
        for number, entry in enumerate(self.entries):
            score = scores.get(number, 0.0)
            exact = question.whole in self._called[number]
            if not exact and score < _ENOUGH:
                continue
            near = nearness(entry.territories, seeker.territory, seeker.language, self._contains)
            if near is not Nearness.ELSEWHERE:
                matches.append(_Match(entry, exact, score, near))
        return matches


def _kept(matches: list[_Match]) -> list[_Match]:
    if any(match.exact for match in matches):
        return [match for match in matches if match.exact or match.score >= _EXACT_COMPANY]
    best = max((match.score for match in matches), default=0.0)
    return [match for match in matches if match.score >= _NEAR_BEST * best]


def _rank(match: _Match, question: Question, seeker: Seeker) -> tuple[float | str, ...]:
    """Abroad last; then what was named; then the score with what suits the reader.

    The reader's own place comes first, all the more for law, money and emergencies.
    """
    urgent = question.topics & LOCAL_FIRST & set(match.entry.topics)
    worth = match.score + _suits(match.entry, seeker)
    if seeker.territory is not None and match.near is Nearness.LOCAL:
        worth += _HOME_URGENT if urgent else _HOME
    if match.entry.kind == "resource" and not urgent and not question.kinds:
        worth += _TO_USE
    return (
        match.near is Nearness.NEIGHBOUR,
        not match.exact,
        -worth,
        match.entry.id,
    )


def _suits(entry: Entry, seeker: Seeker) -> float:
    """What parts two entries that answer equally well, in points of score."""
    readable = not entry.languages or seeker.language in entry.languages
    closed = entry.legal_forms and not set(entry.legal_forms) & set(seeker.families)
    age = ((entry.year or _FIRST_YEAR) - _FIRST_YEAR) / _YEARS
    return (
        _OWN_TONGUE * readable
        + _FREE * entry.free
        + _OFFICIAL * entry.official
        + _HANDY * (entry.subkind in _HANDY_KINDS)
        + _RECENT * min(max(age, 0.0), 1.0)
        - _OTHER_FORMS * bool(seeker.families and closed)
    )
