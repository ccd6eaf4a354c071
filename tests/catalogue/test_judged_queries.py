"""What people would type finds what a good adviser would want first, in every language."""

import hashlib

import pytest

from benchmarks.judged import Judged, judged, part, quality, recall
from content.languages import LANGUAGES
from reports.library import search_index

KNOWN = {entry.id for entry in search_index().entries}


def found(one: Judged) -> list[str]:
    hits = search_index().search(one.query, one.territory, one.language, top=5)
    return [hit.id for hit in hits]


def test_every_expected_entry_exists():
    assert {entry for one in judged() for entry in one.expect} <= KNOWN


def test_the_text_of_a_query_alone_says_which_part_it_is_in():
    for one in (*part("tuned"), *part("held_out")):
        digest = hashlib.sha256(f"{one.language}:{one.query}".encode()).digest()
        assert one.split == ("held_out" if digest[-1] & 1 else "tuned"), one.query


def test_no_query_is_judged_twice_and_each_language_has_a_dozen_in_each_part():
    asked = [(one.language, one.query) for one in judged()]
    assert len(asked) == len(set(asked))
    for language in LANGUAGES:
        assert min(len(part("tuned", language)), len(part("held_out", language))) >= 12


def test_the_queries_it_was_tuned_on_are_nearly_all_answered():
    reached = quality(part("tuned"), found)
    assert reached.recall >= 0.9
    assert reached.hit >= 0.97
    assert reached.mrr >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_left_behind(language):
    reached = quality(part("tuned", language), found)
    assert reached.recall >= 0.8
    assert reached.hit >= 0.9


def test_the_queries_it_was_never_tuned_on_do_not_get_worse():
    reached = quality(part("held_out"), found)
    assert reached.recall >= 0.83
    assert reached.hit >= 0.92


def test_an_outsiders_queries_do_not_get_worse():
    reached = quality(part("outsider"), found)
    assert reached.recall >= 0.73
    assert reached.hit >= 0.9


def test_recall_counts_what_could_stand_among_the_first_five():
    one = judged()[0].model_copy(update={"expect": ("a", "b")})
    many = one.model_copy(update={"expect": tuple("abcdefgh")})
    assert recall(one, ["a", "x", "y"]) == 0.5
    assert recall(many, ["a", "b", "c", "d", "e"]) == 1.0
    reached = quality([one], lambda _: ["x", "b", "a"])
    assert (reached.recall, reached.hit, reached.mrr) == (1.0, 1.0, 0.5)
