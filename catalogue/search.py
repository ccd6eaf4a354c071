"""One box over resources, cases, networks and programmes, in people's own words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalogue.entries import Entry, Hit, to_hit
from catalogue.folding import fold, stem, trigrams
from catalogue.fulltext import FullText
from catalogue.near import LOCAL_FIRST, Contains, Nearness, border_note, nearness
from catalogue.spelling import correct
from catalogue.thesaurus import Concept, Thesaurus, find_concepts, ignored, own_words, vocabulary

LONGEST_QUERY = 300
"""Characters read of a query; what follows says nothing more."""

_HANDY = ("tool", "template")
_ENOUGH = 0.3
_NEAR_BEST = 0.35
_EXACT_COMPANY = 0.5
_WORDS_SHARE, _PIECES_SHARE = 0.8, 0.2
_SYNONYMS_SHARE = 0.3
_UNDERSTOOD_SHARE = 0.6
_BANDS = 4
_TITLE_BONUS = 0.5
_HOME_BONUS = 0.3
_INFLECTED = 0.75
_INFLECTED_FROM = 6
_ROOT = 4


@dataclass(frozen=True)
class _Page:
    """An entry as search reads it."""

    entry: Entry
    ident: str
    title: str
    text: str
    pieces: frozenset[str]


@dataclass(frozen=True)
class _Asked:
    """A query understood: its folded text, its telling words, what they mean."""

    whole: str
    words: tuple[str, ...]
    concepts: tuple[Concept, ...]

    @property
    def topics(self) -> frozenset[str]:
        return frozenset(concept.topics[0] for concept in self.concepts if concept.topics)


@dataclass(frozen=True)
class _Match:
    page: _Page
    exact: bool
    score: float
    near: Nearness


class Index:
    """Entries ready to be searched; built once, read by all threads."""

    def __init__(
        self,
        entries: Iterable[Entry],
        thesauri: Mapping[str, Thesaurus],
        contains: Contains,
    ) -> None:
        """`thesauri` by language; `contains(outer, inner)` compares two territories."""
        self._thesauri = dict(thesauri)
        self._contains = contains
        self._pages = [self._page(entry) for entry in entries]
        self._text = FullText((page.title, page.text) for page in self._pages)
        self._whole = "\n".join(page.text for page in self._pages)
        self._known = frozenset(self._whole.split()).union(*map(vocabulary, thesauri.values()))

    def search(
        self, query: str, territory: str | None = None, language: str = "fr", top: int = 5
    ) -> tuple[Hit, ...]:
        """The best answers, at most `top`; none when nothing answers. Never an error.

        With a territory: it, what contains it and what it contains; who reads French also
        gets France's pages, last and marked 'rules-differ'.
        """
        asked = self._understand(query, language)
        if not asked.whole:
            return ()
        matches = self._kept(self._matches(asked, territory, language))
        ranked = sorted(matches, key=lambda match: _rank(match, language))
        return tuple(_hit(match) for match in ranked[: max(top, 0)])

    def _page(self, entry: Entry) -> _Page:
        labels = [
            thesaurus.topics[topic]
            for thesaurus in self._thesauri.values()
            for topic in entry.topics
            if topic in thesaurus.topics
        ]
        title = fold(entry.title)
        text = fold(" ".join((entry.title, entry.id, *entry.texts, *labels)))
        return _Page(entry, fold(entry.id), title, text, trigrams(text))

    def _understand(self, query: str, language: str) -> _Asked:
        whole = fold(query[:LONGEST_QUERY])
        typed = tuple(dict.fromkeys(whole.split()))
        said = tuple(self._spelled(word) for word in typed)
        own = [self._thesauri[language]] if language in self._thesauri else []
        others = [other for code, other in self._thesauri.items() if code != language]
        concepts: tuple[Concept, ...] = ()
        for thesaurus in (*own, *others):
            concepts = concepts or find_concepts(thesaurus, said)
        empty = frozenset().union(*map(ignored, own or others))
        return _Asked(whole, tuple(word for word in said if word not in empty), concepts)

    def _spelled(self, word: str) -> str:
        return word if word in self._whole else correct(word, self._known)

    def _matches(self, asked: _Asked, territory: str | None, language: str) -> list[_Match]:
        scores = self._scores(asked)
        matches = []
        for number, page in enumerate(self._pages):
            exact = asked.whole in (page.title, page.ident)
            if not exact and scores.get(number, 0.0) < _ENOUGH:
                continue
            near = nearness(page.entry.territories, territory, language, self._contains)
            if near is Nearness.ELSEWHERE:
                continue
            score = scores.get(number, 0.0) + _home_bonus(page.entry, asked, territory, near)
            matches.append(_Match(page, exact, score, near))
        return matches

    def _scores(self, asked: _Asked) -> dict[int, float]:
        scores = self._word_scores(asked.words)
        synonyms = self._word_scores(
            [
                word
                for concept in asked.concepts
                for text in concept.words
                for word in _telling(text)
            ]
        )
        meanings = [concept for concept in asked.concepts if concept.topics]
        literal = _UNDERSTOOD_SHARE if meanings else 1.0
        for number, page in enumerate(self._pages):
            meant = max((_about(page.entry, concept) for concept in meanings), default=0.0)
            more = _SYNONYMS_SHARE * synonyms.get(number, 0.0)
            scores[number] = literal * scores.get(number, 0.0) + meant + more
        return scores

    def _word_scores(self, words: Sequence[str]) -> dict[int, float]:
        """How much of these words each page holds, rare words counting more."""
        found = self._text.find(words)
        stems = list(dict.fromkeys(stem(word) for word in words))
        held = {word: {n: _holds(self._pages[n], word) for n in found} for word in stems}
        rarity = {word: self._rarity(held[word]) for word in stems}
        total = sum(rarity.values()) or 1.0
        return {
            n: _WORDS_SHARE * sum(rarity[word] * held[word][n] for word in stems) / total
            + _PIECES_SHARE * weight * any(held[word][n] for word in stems)
            for n, weight in found.items()
        }

    def _rarity(self, held: Mapping[int, float]) -> float:
        pages = sum(1 for share in held.values() if share > 0)
        return math.log(1 + len(self._pages) / (1 + pages))

    @staticmethod
    def _kept(matches: list[_Match]) -> list[_Match]:
        if any(match.exact for match in matches):
            return [match for match in matches if match.exact or match.score >= _EXACT_COMPANY]
        best = max((match.score for match in matches), default=0.0)
        return [match for match in matches if match.score >= _NEAR_BEST * best]


def _telling(text: str) -> list[str]:
    return [word for word in own_words(text) if len(word) > 1]


def _holds(page: _Page, word: str) -> float:
    """How far a page holds a stem: whole, as another ending of it, or not at all."""
    bonus = 1 + _TITLE_BONUS * _begins_word(page.title, word)
    if _begins_word(page.text, word):
        return bonus
    if len(word) >= _INFLECTED_FROM and f" {word[:_ROOT]}" in page.text:
        pieces = trigrams(word)
        share = len(pieces & page.pieces) / len(pieces)
        return share if share >= _INFLECTED else 0.0
    return 0.0


def _begins_word(text: str, word: str) -> bool:
    """Short words must be words of their own; longer ones may begin or end one."""
    if len(word) <= 3:
        return f" {word} " in f" {text} "
    return word in text


def _about(entry: Entry, concept: Concept) -> float:
    """How much an entry is about a concept, by the topics both name, main ones first."""
    main = concept.topics[0]
    if entry.topics and entry.topics[0] == main:
        return 1.0
    if main in entry.topics:
        return 0.75
    return 0.4 if set(concept.topics) & set(entry.topics) else 0.0


def _home_bonus(entry: Entry, asked: _Asked, territory: str | None, near: Nearness) -> float:
    """For law, money and emergencies the country's own pages come before the world's."""
    urgent = asked.topics & LOCAL_FIRST & set(entry.topics)
    return _HOME_BONUS if urgent and territory and near is Nearness.LOCAL else 0.0


def _rank(match: _Match, language: str) -> tuple[float | str, ...]:
    """Abroad last; then exact, score in quarters, language, free, official, handy, recent."""
    entry = match.page.entry
    return (
        match.near is Nearness.NEIGHBOUR,
        not match.exact,
        -round(match.score * _BANDS),
        bool(entry.languages) and language not in entry.languages,
        not entry.free,
        not entry.official,
        entry.subkind not in _HANDY,
        -match.score,
        -(entry.year or 0),
        entry.id,
    )


def _hit(match: _Match) -> Hit:
    return to_hit(match.page.entry, border_note(match.near))
