"""Who may do what, written a second time: a right changes only when both tables change."""

import itertools

import pytest

from access.rules import OBJECTS, ROLES, VERBS, NotAllowed, may, require, strongest

# r read, w write, c create, d delete, s share. A dot is a refusal.
# fmt: off
TABLE = """
               owner contributor reader adviser coordinator curator operator nobody
assessment     crds  cr          cr     cr      c           c       c        c
answers        rw    rw          r      rw      .           .       .        .
profile        rw    rw          r      rw      .           .       .        .
plan           rw    rw          r      rw      .           .       .        .
report         r     r           r      r       .           .       .        .
keys           rcd   .           .      .       .           .       .        .
expiry         rw    r           r      r       .           .       .        .
audit          r     .           .      .       .           .       .        .
private-notes  .     .           .      rwcd    .           .       .        .
shared-notes   r     r           .      rwcd    .           .       .        .
narrative      rd    r           r      rwcd    .           .       .        .
guidance       rd    r           .      rwcds   .           .       .        .
panel          rwcd  .           .      .       .           .       .        .
consent        rw    .           .      .       r           .       .        .
campaign       .     .           .      .       rwcd        .       .        .
aggregate      .     .           .      .       rs          .       .        .
content        r     r           r      r       r           rwcd    r        r
suggestions    c     c           c      c       c           crwd    c        c
service        .     .           .      .       .           .       rwcd     .
"""
# fmt: on
LETTERS = {"r": "read", "w": "write", "c": "create", "d": "delete", "s": "share"}


def written() -> dict[tuple[str, str, str], bool]:
    header, *lines = [line.split() for line in TABLE.strip().splitlines()]
    return {
        (role, verb, thing): letter in rights
        for thing, *cells in lines
        for role, rights in zip(header, cells, strict=True)
        for letter, verb in LETTERS.items()
    }


def test_the_table_names_every_role_object_and_verb() -> None:
    assert set(written()) == set(itertools.product(ROLES, VERBS, OBJECTS))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_is_written_and_nothing_else(role: str) -> None:
    expected = {key: allowed for key, allowed in written().items() if key[0] == role}
    assert {key: may(*key) for key in expected} == expected


@pytest.mark.parametrize(
    "unknown", [("king", "read", "answers"), ("owner", "burn", "answers"), ("owner", "read", "sky")]
)
def test_what_the_table_does_not_know_is_refused(unknown: tuple[str, str, str]) -> None:
    assert not may(*unknown)


def test_an_empty_word_opens_nothing() -> None:
    assert not may("owner", "", "answers")


def test_what_is_refused_says_who_and_what() -> None:
    with pytest.raises(NotAllowed, match="reader may not write answers") as refused:
        require("reader", "write", "answers")
    assert (refused.value.role, refused.value.object) == ("reader", "answers")
    require("contributor", "write", "answers")


def test_nobody_else_than_the_owner_shares_deletes_or_reads_the_trail() -> None:
    only_hers = [("share", "assessment"), ("delete", "assessment"), ("read", "audit")]
    for verb, thing in only_hers:
        assert [role for role in ROLES if may(role, verb, thing)] == ["owner"]


def test_of_several_ways_in_the_strongest_counts() -> None:
    assert strongest(["reader", "owner", "contributor"]) == "owner"
    assert strongest(["reader", "contributor"]) == "contributor"
    assert strongest([]) is None
