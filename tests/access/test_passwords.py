"""Which passwords are refused, and how they are kept."""

import pytest
from argon2 import PasswordHasher

from access import passwords

GOOD = "trois lampes au grenier"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("court", "short"),
        ("onze signes", "short"),
        ("x" * 300, "long"),
        ("Motdepasse2026!", "common"),
        ("Mot de passe 2026", "common"),
        ("AZERTYUIOP123", "common"),
        ("qwertyuiop[]", "common"),
        ("contraseña1234", "common"),
        ("contrasena1234", "common"),
        ("aaaaaaaaaaaaaa", "common"),
        ("abcabcabcabc", "common"),
        ("123456789012", "common"),
        ("987654321098", "common"),
        ("202620272028", "common"),
        ("Amina.Diallo-2026", "own"),
        ("amina.diallo@example.org", "own"),
        (GOOD, None),
        ("zGt4-pQ8v-Lm2x", None),
        ("Amina range le hangar", None),
    ],
)
def test_length_counts_and_what_everybody_tries_is_refused(typed: str, why: str | None) -> None:
    assert passwords.problem(typed, "amina.diallo@example.org", "Amina Diallo") == why


def test_a_password_is_kept_as_argon2id_with_a_salt() -> None:
    one, other = passwords.hash_password(GOOD), passwords.hash_password(GOOD)
    assert one.startswith("$argon2id$")
    assert one != other
    assert passwords.is_right(one, GOOD)
    assert not passwords.is_right(one, GOOD.upper())


def test_an_accent_typed_in_two_ways_is_the_same_password() -> None:
    assert passwords.is_right(
        passwords.hash_password("le caf\u00e9 du coin"), "le cafe\u0301 du coin"
    )


def test_without_a_password_nothing_is_right_and_it_takes_as_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    verified = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]
            verified.append(hash)
            return True

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    assert not passwords.is_right(None, GOOD)
    assert len(verified) == 1


def test_what_is_no_hash_opens_nothing() -> None:
    assert not passwords.is_right("not a hash", GOOD)


def test_a_hash_of_another_cost_is_told() -> None:
    assert passwords.is_dated(PasswordHasher(time_cost=1, memory_cost=8192).hash(GOOD))
    assert not passwords.is_dated(passwords.hash_password(GOOD))
