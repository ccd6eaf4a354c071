"""A telephone's code opens once, near its moment."""

import datetime as dt

import pyotp
import pytest

from access.second_factor import address, new_recovery_codes, new_secret, step_of

NOW = dt.datetime(2026, 11, 29, 12, 0, 10, tzinfo=dt.UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_at(seconds: int) -> str:
    return pyotp.TOTP(SECRET).at(NOW + dt.timedelta(seconds=seconds))


@pytest.mark.parametrize("seconds", [-30, 0, 30])
def test_a_code_of_now_or_of_a_step_beside_is_good(seconds: int) -> None:
    assert step_of(SECRET, code_at(seconds), NOW, None) is not None


@pytest.mark.parametrize("seconds", [-90, 90])
def test_a_code_of_another_time_is_not(seconds: int) -> None:
    assert step_of(SECRET, code_at(seconds), NOW, None) is None


def test_a_code_opens_once() -> None:
    taken = step_of(SECRET, code_at(0), NOW, None)
    assert step_of(SECRET, code_at(0), NOW, taken) is None
    assert step_of(SECRET, code_at(-30), NOW, taken) is None
    assert step_of(SECRET, code_at(30), NOW, taken) is not None


def test_spaces_do_not_matter() -> None:
    code = code_at(0)
    assert step_of(SECRET, f" {code[:3]} {code[3:]} ", NOW, None) is not None


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "１２３４５６", "1234567"])
def test_what_is_no_code_is_wrong(typed: str) -> None:
    assert step_of(SECRET, typed, NOW, None) is None


def test_the_square_names_the_site_and_the_person() -> None:
    said = address(SECRET, "amina@example.org", "Jalon")
    assert said.startswith("otpauth://totp/Jalon:amina%40example.org?")
    assert SECRET in said


def test_secrets_are_long_and_never_twice_the_same() -> None:
    assert len(new_secret()) == 32
    assert new_secret() != new_secret()
    assert len(set(new_recovery_codes())) == 8
