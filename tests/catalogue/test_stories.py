"""Real stories are found by trade, size, theme and honesty, and a dead end says the way out."""

import pytest

from catalogue.library import read_cases
from catalogue.model import Case
from catalogue.stories import Wish, find_stories, to_loosen
from catalogue.thesaurus import read_thesaurus

CASES = read_cases("fr")


def ids(wish: Wish) -> set[str]:
    return {case.id for case in find_stories(CASES, wish)}


def test_asking_nothing_finds_every_story():
    assert find_stories(CASES, Wish()) == CASES


@pytest.mark.parametrize(
    ("wish", "expected", "left_out"),
    [
        (Wish(sector_group="food"), "coopeco-caisse-odoo", "spaf-namur-planning"),
        (Wish(size_class="small"), "paysans-artisans-vente-en-ligne", "spaf-namur-planning"),
        (Wish(topic="cybersecurity"), "open-thuis-rancongiciel", "coopeco-caisse-odoo"),
        (Wish(not_all_well=True), "croix-rouge-be-crowdfunding", "coopeco-caisse-odoo"),
    ],
)
def test_each_wish_keeps_what_answers_it(wish, expected, left_out):
    assert expected in ids(wish)
    assert left_out not in ids(wish)


def test_a_size_that_was_not_seen_is_a_group_of_its_own():
    unsaid = ids(Wish(size_class="unsaid"))
    assert unsaid == {case.id for case in CASES if case.size is None}
    sized = [ids(Wish(size_class=size)) for size in ("small", "medium", "large", "collective")]
    assert sum(map(len, sized)) + len(unsaid) == len(CASES)


def test_honest_failures_are_the_mixed_and_the_unclear():
    outcomes = {case.outcome for case in find_stories(CASES, Wish(not_all_well=True))}
    assert outcomes == {"mixed", "unclear"}


def test_a_dead_end_names_the_wishes_to_loosen_the_most_helpful_first():
    wish = Wish(sector_group="food", topic="cybersecurity")
    assert find_stories(CASES, wish) == ()
    loosened = to_loosen(CASES, wish)
    assert loosened == (
        ("topic", len(ids(Wish(sector_group="food")))),
        ("sector_group", len(ids(Wish(topic="cybersecurity")))),
    )


def test_when_no_single_wish_helps_nothing_is_proposed():
    assert to_loosen((), Wish(topic="ai")) == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_topic_of_a_story_has_a_name_to_choose_it_by(language):
    topics = {topic for case in read_cases(language) for topic in case.topics}
    assert topics <= set(read_thesaurus(language).topics)


def test_a_size_class_without_a_size_is_refused():
    told = CASES[0].model_dump() | {"size": None, "size_class": "small"}
    with pytest.raises(ValueError, match="go together"):
        Case.model_validate(told)


def test_a_story_that_teaches_nothing_is_refused():
    told = CASES[0].model_dump() | {"again": None, "differently": None}
    with pytest.raises(ValueError, match="teaches something"):
        Case.model_validate(told)


def test_a_cost_is_told_only_where_the_source_gives_one():
    assert {case.id for case in CASES if case.cost} == {
        "croix-rouge-be-crowdfunding",
        "family-service-rochester-rancongiciel",
        "la-cagette-odoo",
        "som-comunitats-plateforme",
    }
