"""Needs worth meeting together, and members to ask: only those who agreed, each for that."""

from dataclasses import replace
from decimal import Decimal

from network.partners import Partner, solved, struggles
from network.peers import peers
from network.pooling import hours_saved, money_saved, pools, read_assumptions
from recommendations.action import CostRange
from tests import builders
from tests.recommendations.builders import action

ASSUMED = read_assumptions("en")
DATABASE = action("members-database", {"contacts": "kept"}, hours=20)
ACTIONS = {DATABASE.id: DATABASE}


def partner(name: str, **changes: object) -> Partner:
    plain = Partner(f"key-{name}", name, "BE-WAL", plans=frozenset({DATABASE.id}), pools=True)
    return replace(plain, **changes)


def test_savings_are_redone_by_hand_from_the_stated_assumptions() -> None:
    # Five members, 20 hours each: 4 x 0.4 x 20 = 32 hours, less 4 + 5 x 1 to agree.
    assert hours_saved(5, 20, ASSUMED) == 32 - 9
    saved = money_saved(5, CostRange(min=Decimal(100), max=Decimal(1000)), ASSUMED)
    assert (saved.min, saved.max) == (Decimal(80), Decimal(800))


def test_agreeing_on_a_small_thing_saves_nothing_rather_than_less() -> None:
    assert hours_saved(3, 2, ASSUMED) == 0


def test_a_need_of_three_members_in_one_territory_is_worth_pooling() -> None:
    (found,) = pools([partner(name) for name in "CAB"], ACTIONS, ASSUMED)
    assert (found.action, found.territory) == (DATABASE, "BE-WAL")
    assert [one.name for one in found.members] == ["A", "B", "C"]
    assert found.hours_saved == hours_saved(3, 20, ASSUMED) == 9


def test_only_members_who_agreed_to_pool_count_and_only_within_reach() -> None:
    two = [partner("A"), partner("B")]
    assert not pools([*two, partner("C", pools=False)], ACTIONS, ASSUMED)
    assert not pools([*two, partner("C", territory="FR-HDF")], ACTIONS, ASSUMED)
    assert not pools([*two, partner("C", territory=None)], ACTIONS, ASSUMED)
    assert not pools([*two, partner("C", plans=frozenset())], ACTIONS, ASSUMED)


def test_who_could_lead_has_it_in_place_and_agreed_to_be_asked() -> None:
    able = {"solved": frozenset({"contacts"}), "plans": frozenset(), "pools": False}
    near = partner("Near", contact=True, **able)
    far = partner("Far", contact=True, **(able | {"territory": "FR-HDF"}))
    silent = partner("Silent", contact=False, **able)
    (found,) = pools([*map(partner, "ABC"), far, silent, near], ACTIONS, ASSUMED)
    assert [one.name for one in found.leaders] == ["Near", "Far"]


def test_peers_have_solved_what_i_struggle_with_and_agreed_to_be_asked() -> None:
    me = partner("Me", struggles=frozenset({"contacts", "backup"}), solved=frozenset({"site"}))
    willing = partner("Willing", solved=frozenset({"contacts"}), contact=True)
    silent = partner("Silent", solved=frozenset({"contacts", "backup"}))
    (found,) = peers(me, [me, silent, willing], ["site", "backup", "contacts"])
    assert (found.question, found.members) == ("contacts", (willing,))


def test_the_nearest_peers_come_first_and_three_are_enough() -> None:
    me = partner("Me", struggles=frozenset({"contacts"}))
    able = {"solved": frozenset({"contacts"}), "contact": True}
    others = [
        partner("Far", **able, territory="CA-QC"),
        partner("Country", **able, territory="BE"),
        partner("Here", **able),
        partner("Here too", **able),
    ]
    (found,) = peers(me, others, ["contacts"])
    assert [one.name for one in found.members] == ["Here", "Here too", "Country"]


def test_solved_is_the_top_option_and_unknown_is_no_struggle() -> None:
    asked = builders.questionnaire(
        builders.dimension(
            "tools",
            builders.question("a", none=0, some=1, all=2),
            builders.question("b", none=0, some=1, all=2),
            builders.question("c", none=0, some=1, all=2),
            builders.question("d", none=0, some=1, all=2),
        )
    )
    answers = {"a": "all", "b": "none", "c": "some", "d": "unknown"}
    assert solved(asked, answers) == {"a"}
    assert struggles(asked, answers) == {"b"}
