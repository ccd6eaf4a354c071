"""Which actions a change of wishes moved."""

import datetime as dt

from recommendations.moves import moved
from recommendations.wishes import Wishes

DAY = dt.date(2027, 1, 1)


def test_each_decision_is_told_with_how_it_stands_now() -> None:
    before = Wishes(pinned=("kept", "freed"))
    after = before.take_back(["freed"]).bring_forward(["new"]).put_off(["late"], DAY)
    assert moved(before, after.set_aside(["out"])) == {
        "freed": None, "late": "later", "new": "first", "out": "aside",
    }  # fmt: skip


def test_what_stands_as_before_was_not_moved() -> None:
    wishes = Wishes(pinned=("one", "two"), postponed={"three": DAY})
    assert moved(wishes, wishes) == {}
    # Nobody touched "two": it is first now because "one" went.
    assert moved(wishes, wishes.take_back(["one"])) == {"one": None}
