"""A technical word is recognised however it is written, and explained in one breath."""

import pytest

from catalogue.glossary import (
    Word,
    build_glossary,
    read_glossary,
    read_technical_words,
    words_in,
)
from catalogue.glossary_checks import check_glossary, long_meanings, unexplained
from content.sentences import words_of
from jalon.content_files import said


def word(id: str, text: str, *forms: str) -> Word:
    return Word(id=id, word=text, forms={"in_fr": forms}, meaning="Un sens court.")


FRENCH = build_glossary(
    [
        word("backup", "sauvegarde", "copie de secours"),
        word("ai", "intelligence artificielle", "IA"),
        word("generative-ai", "IA générative"),
        word("free-software", "logiciel libre"),
        word("api", "API"),
        word("screen-reader", "lecteur d’écran"),
    ],
    "fr",
)


def found(*texts: str) -> list[str]:
    return [one.id for one in words_in(texts, FRENCH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avez-vous des sauvegardes ?", "backup"),
        ("SAUVEGARDE", "backup"),
        ("Une copie de secours.", "backup"),
        ("Deux logiciels libres.", "free-software"),
        ("Les API, par exemple", "api"),
        ("des lecteurs d'ecran", "screen-reader"),
        ("l’intelligence artificielle", "ai"),
    ],
)
def test_plurals_capitals_accents_and_other_spellings_are_recognised(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize("text", ["Un logiciel, libre à vous.", "la tapir", "Diane", "rapide"])
def test_pieces_of_words_are_not_words(text):
    assert "api" not in found(text)
    assert "ai" not in found(text)


def test_two_texts_never_make_one_expression():
    assert found("Notre logiciel", "libre") == []


def test_the_longer_expression_silences_the_one_inside_it():
    assert found("Une règle sur l’IA générative") == ["generative-ai"]
    assert found("L’IA, dont l’IA générative") == ["generative-ai", "ai"]


def test_words_come_in_the_order_a_reader_looks_them_up():
    assert found("logiciel libre, API, sauvegarde") == ["api", "free-software", "backup"]


def test_no_text_holds_no_word():
    assert found() == []


def test_spellings_are_kept_by_language():
    with pytest.raises(ValueError, match="in_fr"):
        Word(id="a", word="a", forms={"fr": ("b",)}, meaning="c")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_at_least_sixty_words_are_explained_in_twenty_five_words_at_most(language):
    glossary = read_glossary(language)
    assert len(glossary.words) >= 60
    assert max(len(words_of(one.meaning)) for one in glossary.words) <= 25
    assert read_technical_words(language)


def test_every_word_occurs_and_every_technical_word_is_explained():
    assert list(check_glossary(said())) == []


def test_a_word_nobody_says_is_named():
    lines = list(check_glossary({"fr": ["sauvegarde"], "en": ["backup"]}))
    assert any("'phishing' occurs in no text" in line for line in lines)
    assert not any("'backup' occurs" in line for line in lines)


def test_a_long_meaning_and_an_id_used_twice_are_named():
    wordy = Word(id="a", word="a", meaning="mot " * 26)
    lines = list(long_meanings(build_glossary([wordy, wordy], "fr")))
    assert any("used 2 times" in line for line in lines)
    assert any("26 words" in line for line in lines)


def test_a_technical_word_without_an_entry_is_named():
    assert list(unexplained(["sauvegarde"], FRENCH)) == []
    (line,) = unexplained(["blockchain"], FRENCH)
    assert "'blockchain'" in line
