"""How much each entry answers a question."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from catalogue.advised import Advice
from catalogue.asking import Question
from catalogue.associations import Associations
from catalogue.entries import Entry
from catalogue.folding import words_of
from catalogue.hearing import Heard
from catalogue.kinds import Asked, read_kinds
from catalogue.pages import Pages
from catalogue.stemming import stem
from catalogue.thesaurus import Concept
from catalogue.wording import Term, Word

_UNDERSTOOD, _SYNONYMS, _SECOND = 0.5, 0.6, 0.5
# What is advised counts at least as much about a concept as its third topic, and this besides.
_NAMED, _ADVISED = 0.5, 0.65
_ABOUT = (0.8, 0.6, 0.5, 0.4)
_RANKS = (1.0, 0.6, 0.4)
_HINT = 0.7
_GUESS = 0.6

Scores = dict[int, float]
"""Entry number to score; entries that are not there have none."""


class Scorer:
    """Scores the entries of one catalogue."""

    def __init__(
        self,
        entries: Sequence[Entry],
        pages: Pages,
        associations: Associations,
        advice: Advice,
    ) -> None:
        self._entries = entries
        self._advice = advice
        self._associations = associations
        self._pages = pages
        self._meant = lru_cache(maxsize=None)(self._about)

    def score(self, question: Question) -> Scores:
        """Words found, concepts the entry is about, and the kind asked for."""
        asked = [read_kinds()[heard.what] for heard in question.kinds]
        concepts, words = _apart_from_kinds(question, asked)
        found = self._literal(words)
        meanings = [
            (self._meant(heard.what, question.language), _HINT if len(heard.stems) == 1 else 1.0)
            for heard in concepts
        ]
        about = any(heard.what.topics for heard in concepts)
        scores: Scores = defaultdict(float)
        for number, held in found.items():
            scores[number] += held * (_UNDERSTOOD if about else 1.0)
        for number, meant in _together(meanings).items():
            scores[number] += meant
        if not about:
            for number, guessed in self._guessed(words).items():
                scores[number] += _GUESS * guessed
        return self._of_kind(scores, asked)

    def _guessed(self, words: Sequence[Word]) -> Scores:
        """What the words' usual company says they are about, where no concept was heard."""
        likely: dict[str, float] = defaultdict(float)
        for word in words:
            for term in word[:1]:
                for topic, sure in self._associations.topics_of(term.language, term.stem).items():
                    likely[topic] = max(likely[topic], sure)
        scores: Scores = {}
        for number, entry in enumerate(self._entries):
            best = max(
                (likely[t] * _at(_ABOUT, at) for at, t in enumerate(entry.topics) if t in likely),
                default=0.0,
            )
            if best:
                scores[number] = best
        return scores

    def _of_kind(self, scores: Scores, asked: Sequence[Asked]) -> Scores:
        return {
            number: score
            + max((k.worth for k in asked if k.fits(self._entries[number])), default=0)
            for number, score in scores.items()
        }

    def _literal(self, words: Sequence[Word]) -> Scores:
        """How much of these words each entry holds, rare words counting more."""
        found = [(held, self._rarity(held)) for held in map(self._held, words)]
        total = sum(rarity for _, rarity in found) or 1.0
        scores: Scores = defaultdict(float)
        for held, rarity in found:
            for number, weight in held.items():
                scores[number] += rarity * weight / total
        return scores

    def _held(self, word: Word) -> Scores:
        held: Scores = {}
        for term in word:
            for number, weight in self._pages.postings[term.language].holding(term.stem).items():
                held[number] = max(held.get(number, 0.0), weight * term.weight)
        return held

    def _rarity(self, held: Mapping[int, float]) -> float:
        return math.log(1 + len(self._entries) / (1 + len(held)))

    def _about(self, concept: Concept, language: str) -> Scores:
        """What a concept alone gives each entry: by topics, by its words, by people's advice."""
        scores: Scores = defaultdict(float)
        words = dict.fromkeys(w for text in concept.words for w in words_of(text))
        known = self._pages.lexicons.get(language)
        ignored = known.ignored if known else frozenset()
        terms = [(Term(language, stem(w, language)),) for w in words if w not in ignored]
        for number, held in self._literal(terms).items():
            scores[number] += _SYNONYMS * held
        advised = self._advice.get(concept.id, {})
        for number, entry in enumerate(self._entries):
            share = _share(entry, concept)
            if entry.id in advised:
                share = max(share, _NAMED) + _ADVISED * advised[entry.id]
            if share:
                scores[number] += share
        return dict(scores)


def _apart_from_kinds(
    question: Question, asked: Sequence[Asked]
) -> tuple[list[Heard[Concept]], list[Word]]:
    """Without what only named the kind of thing, unless nothing else was said.

    Funding and people are subjects as well as kinds: their words stay.
    """
    named = frozenset().union(
        *(
            heard.stems
            for heard, kind in zip(question.kinds, asked, strict=True)
            if not kind.subject
        )
    )
    concepts = [heard for heard in question.concepts if not heard.stems <= named]
    words = [w for w in question.words if not any(term.stem in named for term in w)]
    if not concepts and not words:
        return list(question.concepts), list(question.words)
    return concepts, words


def _share(entry: Entry, concept: Concept) -> float:
    """How much an entry is about a concept, by the topics both name, main ones first."""
    return max(
        (
            _at(_RANKS, rank) * _at(_ABOUT, entry.topics.index(topic))
            for rank, topic in enumerate(concept.topics)
            if topic in entry.topics
        ),
        default=0.0,
    )


def _at(shares: Sequence[float], place: int) -> float:
    """The share of a place in an order; the last one holds for all that follow."""
    return shares[min(place, len(shares) - 1)]


def _together(meanings: Iterable[tuple[Scores, float]]) -> Scores:
    """Several concepts, each as sure as said: the best one whole, the others for a share."""
    most: Scores = defaultdict(float)
    total: Scores = defaultdict(float)
    for meaning, sure in meanings:
        for number, score in meaning.items():
            total[number] += score * sure
            most[number] = max(most[number], score * sure)
    return {number: most[number] + _SECOND * (total[number] - most[number]) for number in total}
