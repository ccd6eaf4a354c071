"""The report explains the technical words it uses, and no other."""

import datetime as dt

import pytest

from catalogue.glossary import read_glossary, words_in
from content.everything import texts_in
from reports.outline import outline
from reports.words import words
from ui.examples import example


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_glossary_lists_exactly_the_words_that_stand_above_it(language):
    blocks = outline(example(language, dt.date(2026, 11, 24)))["blocks"]
    place = next(
        number
        for number, block in enumerate(blocks)
        if block.get("text") == words(language)("glossary.heading")
    )
    above = words_in(texts_in(blocks[:place]), read_glossary(language))
    assert [item[0]["text"] for item in blocks[place + 1]["items"]] == [one.word for one in above]
    assert 5 <= len(above) < len(read_glossary(language).words)
