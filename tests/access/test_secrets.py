import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access.secrets import (
    ALPHABET,
    fingerprint,
    hash_secret,
    is_same,
    new_code,
    new_device_secret,
    new_link_secret,
    normalise_code,
)


def test_a_link_secret_is_long_unique_and_stands_in_an_address() -> None:
    made = {new_link_secret() for _ in range(500)} | {new_device_secret() for _ in range(500)}
    assert len(made) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", secret) for secret in made)


def test_a_code_is_four_groups_of_four_unambiguous_signs() -> None:
    codes = [new_code() for _ in range(300)]
    assert len(set(codes)) == 300
    assert all(
        re.fullmatch(rf"(?:[{ALPHABET}]{{4}}-){{3}}[{ALPHABET}]{{4}}", code) for code in codes
    )
    assert not set("".join(codes)) & set("ILOU")


@given(st.text(ALPHABET, min_size=16, max_size=16), st.sampled_from([" ", "-", "", " – "]))
def test_a_code_is_understood_however_it_is_typed(code: str, between: str) -> None:
    groups = between.join(code[i : i + 4] for i in range(0, 16, 4))
    for typed in (groups, groups.lower(), f" {groups}\n", groups.replace("0", "O")):
        assert normalise_code(typed) == code
    assert normalise_code(groups.replace("1", "l")) == code
    assert normalise_code(groups.replace("1", "I").replace("0", "o")) == code


@pytest.mark.parametrize(
    "typed", ["", "ABCD", "A" * 17, "A" * 15 + "é", "A" * 15 + "!", "A" * 10_000]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert normalise_code(typed) is None


@given(st.text())
def test_any_text_can_be_tried_as_a_code(typed: str) -> None:
    code = normalise_code(typed)
    assert code is None or (len(code) == 16 and set(code) <= set(ALPHABET))


def test_a_hash_tells_its_purpose_apart_and_not_the_secret() -> None:
    assert hash_secret("a", "link") == hash_secret("a", "link")
    assert hash_secret("a", "link") != hash_secret("a", "code")
    assert re.fullmatch(r"[0-9a-f]{64}", hash_secret("\ud800é", "link"))


def test_only_equal_hashes_are_the_same() -> None:
    assert is_same("abc", "abc")
    assert not is_same("abc", "abd")


def test_a_fingerprint_tells_devices_apart_and_nothing_across_assessments() -> None:
    prints = {fingerprint(device, one) for device in ("phone", "laptop") for one in ("a", "b")}
    assert len(prints) == 4
    assert all(re.fullmatch(r"[0-9a-f]{6}", each) for each in prints)
    assert fingerprint("phone", "a") == fingerprint("phone", "a")
