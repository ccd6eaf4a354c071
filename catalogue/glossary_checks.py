"""What is wrong with the glossary, seen beside everything we say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from catalogue.glossary import (
    MOST_WORDS,
    Glossary,
    read_glossary,
    read_technical_words,
    words_in,
)
from content.sentences import words_of

FILE = "catalogue/glossary.yaml"


def check_glossary(said: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Everything wrong, one sentence each; `said` holds every text we show, by language."""
    found: set[str] = set()
    for language, texts in said.items():
        glossary = read_glossary(language)
        found |= {word.id for word in words_in(texts, glossary)}
        yield from long_meanings(glossary)
        yield from unexplained(read_technical_words(language), glossary)
    for word in read_glossary(next(iter(said))).words:
        if word.id not in found:
            yield f"{FILE}\n  '{word.id}' occurs in no text of ours: remove it, or add its spelling"


def long_meanings(glossary: Glossary) -> Iterator[str]:
    """Ids used twice and meanings of too many words."""
    for name, times in Counter(word.id for word in glossary.words).items():
        if times > 1:
            yield f"{FILE}\n  the id '{name}' is used {times} times"
    for word in glossary.words:
        count = len(words_of(word.meaning))
        if count > MOST_WORDS:
            yield (
                f"{FILE}\n  '{word.id}' ({glossary.language}): {count} words in its meaning, "
                f"{MOST_WORDS} at most"
            )


def unexplained(technical: Iterable[str], glossary: Glossary) -> Iterator[str]:
    """Technical words that no entry explains."""
    for word in technical:
        if not words_in([word], glossary):
            yield (
                f"{FILE}\n  '{word}' is a technical word ({glossary.language}) without an entry "
                "(catalogue/technical_words.yaml)"
            )
