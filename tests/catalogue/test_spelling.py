"""Words typed in a hurry come down to the known word that was meant."""

import pytest

from catalogue.spelling import Speller, distance

KNOWN = Speller({"comptabilite": 9, "membre": 5, "membres": 2, "sauvegarde": 4, "dons": 3})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("comptabilte", "comptabilite"),
        ("compatbilite", "comptabilite"),
        ("omptabilite", None),
        ("ocmptabilite", "comptabilite"),
        ("sauvegrade", "sauvegarde"),
        ("savegrde", "sauvegarde"),
        ("membe", "membre"),
        ("dosn", None),
        ("zzzzzzzz", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_found_and_a_far_one_is_not(typed, meant):
    assert KNOWN.nearest(typed) == meant


def test_of_two_words_as_near_the_more_usual_one_is_meant():
    usual = Speller({"cartes": 1, "cartel": 8})
    assert usual.nearest("carteq") == "cartel"


def test_fewer_slips_may_be_asked_for():
    assert KNOWN.nearest("savegrde", slips=1) is None


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abcd", 1), ("abc", "xbz", 2), ("", "ab", 2)],
)
def test_slips_are_counted(one, other, slips):
    assert distance(one, other, 3) == distance(other, one, 3) == slips


def test_words_further_apart_than_asked_are_only_said_to_be_further():
    assert distance("kitten", "sitting", 2) == 3
