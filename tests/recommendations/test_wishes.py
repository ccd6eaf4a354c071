"""What one decides about projects: one decision each, all of them taken back alike."""

import datetime as dt

from recommendations.wishes import Wishes

DAY = dt.date(2027, 1, 1)


def test_the_last_decision_about_a_project_holds() -> None:
    off = Wishes().bring_forward(["a", "b"]).put_off(["a"], DAY)
    assert off == Wishes(pinned=("b",), postponed={"a": DAY})
    aside = off.set_aside(["a"])
    assert aside == Wishes(pinned=("b",), refused=frozenset({"a"}))
    assert aside.bring_forward(["a"]) == Wishes(pinned=("b", "a"))


def test_a_decision_about_one_leaves_the_others() -> None:
    wishes = Wishes(("a",), frozenset({"b"}), {"c": DAY})
    assert wishes.put_off(["d"], DAY).take_back(["d"]) == wishes


def test_everything_can_be_taken_back() -> None:
    wishes = Wishes().bring_forward(["a"]).set_aside(["b"]).put_off(["c"], DAY)
    assert wishes.take_back(["a", "b", "c"]) == Wishes()
