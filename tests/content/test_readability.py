"""Readability follows the published formulas, and says nothing of texts too short for them."""

import pytest

from content.readability import SHORTEST, measure, syllables
from content.sentences import sentences_of, words_of

EASY = "Le chat dort. Il fait beau. Nous allons au parc. Tu viens avec moi ?"
HARD = (
    "L’institutionnalisation de l’interopérabilité organisationnelle présuppose une "
    "contractualisation préalable des responsabilités opérationnelles."
)


def test_a_text_is_cut_where_a_reader_stops():
    text = "D’abord un essai. Puis deux : un jeudi, un lundi !\nEt après ?"
    assert sentences_of(text) == (
        "D’abord un essai.",
        "Puis deux :",
        "un jeudi, un lundi !",
        "Et après ?",
    )


def test_a_decimal_number_and_an_address_do_not_end_a_sentence():
    assert len(sentences_of("Le site monasbl.be coûte 2.5 euros par mois.")) == 1


def test_signs_alone_are_not_words():
    assert words_of("« Oui » – non…") == ("Oui", "non…")


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("chat", "fr", 1),
        ("ordinateur", "fr", 4),
        ("l’ordinateur", "fr", 4),
        ("computer", "en", 3),
        ("cat", "en", 1),
        ("2026", "fr", 1),
    ],
)
def test_syllables_are_counted_by_the_hyphenation_dictionaries(word, language, count):
    assert syllables(word, language) == count


def test_the_french_formula_is_that_of_kandel_and_moles():
    # 10 words in 2 sentences, one syllable each: 207 - 1.015 x 5 - 73.6 x 1.
    reading = measure("Le chat dort bien ici. Le chien court au parc.", "fr")
    assert reading.words == 10
    assert reading.ease == pytest.approx(207 - 1.015 * 5 - 73.6 * 1.0)


def test_the_english_formula_is_that_of_flesch():
    reading = measure("The cat sleeps in the sun. The dog runs off.", "en")
    assert reading.words == 10
    assert reading.ease == pytest.approx(206.835 - 1.015 * 5 - 84.6 * 1.0)


def test_long_words_and_long_sentences_read_harder():
    easy, hard = measure(EASY, "fr").ease, measure(HARD, "fr").ease
    assert easy is not None
    assert hard is not None
    assert easy > 90
    assert hard < 0


def test_a_text_too_short_for_the_formula_only_has_lengths():
    reading = measure("Institutionnalisation interopérable.", "fr")
    assert reading.words < SHORTEST
    assert (reading.longest, reading.ease) == (2, None)


def test_an_empty_text_is_no_text():
    assert measure("", "fr").words == 0


def test_a_language_without_a_formula_is_refused():
    with pytest.raises(KeyError):
        measure("Een korte tekst.", "nl")
