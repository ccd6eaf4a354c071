"""How easy a text is to read: the published formulas of Flesch, and of Kandel and Moles."""

import re
from dataclasses import dataclass
from functools import cache

import pyphen

from content.sentences import sentences_of, words_of

SHORTEST = 10
"""Under this many words a formula made for whole pages says nothing: only lengths are told."""

_FORMULAS = {"fr": (207.0, 1.015, 73.6), "en": (206.835, 1.015, 84.6)}
"""Constant, weight of words a sentence, weight of syllables a word.

French: Kandel and Moles, 1958. English: Flesch, 1948.
"""

_HYPHENS = {"fr": "fr_FR", "en": "en_US"}  # The American one parts words as they sound.
_PIECE = re.compile(r"[^\W_]+")
_VOICED = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ\d]", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """Counts of a text; `ease` is about 0 (hard) to 100 (easy), None when it is too short."""

    words: int
    longest: int
    """Words of its longest sentence."""
    ease: float | None


def measure(text: str, language: str) -> Reading:
    """The reading of a text in French or English; KeyError for a language without a formula."""
    constant, per_sentence, per_word = _FORMULAS[language]
    sentences = [words_of(sentence) for sentence in sentences_of(text)]
    words = [word for sentence in sentences for word in sentence]
    longest = max(map(len, sentences), default=0)
    if len(words) < SHORTEST:
        return Reading(len(words), longest, None)
    spoken = sum(syllables(word, language) for word in words)
    ease = constant - per_sentence * len(words) / len(sentences) - per_word * spoken / len(words)
    return Reading(len(words), longest, ease)


@cache
def syllables(word: str, language: str) -> int:
    """The syllables of a word, near enough: the places where it may be hyphenated, plus one.

    Dictionaries made for printers do not part a lone first vowel ('adresse' counts one less).
    """
    pieces = [piece for piece in _PIECE.findall(word) if _VOICED.search(piece)]
    hyphens = _dictionary(language)
    return max(1, sum(1 + len(hyphens.positions(piece.lower())) for piece in pieces))


@cache
def _dictionary(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=_HYPHENS[language], left=1, right=2)
