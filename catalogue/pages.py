"""Entries put down word by word, each language when a question first needs it."""

from collections.abc import Mapping, Sequence
from functools import partial

from catalogue.entries import Entry
from catalogue.hearing import ignored_words, vocabulary
from catalogue.lexicon import Lexicon
from catalogue.postings import NAMES, Field, Postings
from catalogue.thesaurus import Thesaurus
from content.languages import AUTHORS

_TITLE, _TEXT, _MAIN_TOPIC, _TOPIC, _NAME = 1.5, 1.0, 0.9, 0.5, 0.7


class Pages:
    """The postings and the lexicon of each language, and those of names."""

    def __init__(self, entries: Sequence[Entry], thesauri: Mapping[str, Thesaurus]) -> None:
        self.postings = {NAMES: Postings(NAMES, partial(_names, entries))}
        self.names = Lexicon(NAMES, self.postings[NAMES])
        self.lexicons: dict[str, Lexicon] = {}
        for code, thesaurus in thesauri.items():
            postings = Postings(code, partial(_said, entries, code, thesaurus))
            lexicon = Lexicon(code, postings, vocabulary(thesaurus), ignored_words(thesaurus))
            postings.parts = lexicon.parts
            self.postings[code], self.lexicons[code] = postings, lexicon


def _names(entries: Sequence[Entry]) -> list[Field]:
    fields: list[Field] = []
    for number, entry in enumerate(entries):
        fields.append((number, (entry.title,), _TITLE))
        fields.append((number, (entry.id, *entry.names), _NAME))
    return fields


def _said(entries: Sequence[Entry], code: str, thesaurus: Thesaurus) -> list[Field]:
    fields: list[Field] = []
    for number, entry in enumerate(entries):
        labels = [thesaurus.topics[t] for t in entry.topics if t in thesaurus.topics]
        fields.append((number, entry.texts.get(code, ()), _TEXT))
        fields.append((number, labels[:1], _MAIN_TOPIC))
        fields.append((number, labels[1:], _TOPIC))
        if not entry.languages or code in entry.languages:
            fields.append((number, (entry.title,), _TITLE))
        if code in AUTHORS:  # ids are made of their words
            fields.append((number, (entry.id,), _NAME))
    return fields
