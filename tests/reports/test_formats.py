"""Dates, numbers and money as a reader writes them."""

import datetime as dt
from decimal import Decimal

import pytest

from reports import formats

N = "\u00a0"


@pytest.mark.parametrize(
    ("on", "language", "written"),
    [
        (dt.date(2026, 11, 24), "fr", "24 novembre 2026"),
        (dt.date(2026, 12, 1), "fr", "1er décembre 2026"),
        (dt.date(2026, 12, 1), "en", "1 December 2026"),
        (dt.date(2026, 12, 11), "fr", "11 décembre 2026"),
        (dt.date(2026, 12, 1), "nl", "1 december 2026"),
        (dt.date(2026, 12, 1), "es", "1 de diciembre de 2026"),
        (dt.date(2026, 12, 1), "de", "1. Dezember 2026"),
    ],
)
def test_days(on, language, written):
    assert formats.day(on, language) == written


def test_a_day_without_its_year():
    assert formats.day(dt.date(2026, 12, 1), "fr", year=False) == "1er décembre"


def test_quarters():
    assert formats.quarter(2027, 1, "fr") == "1er trimestre 2027"
    assert formats.quarter(2027, 4, "en") == "4th quarter 2027"


def test_a_share_is_rounded_down_so_that_a_hundred_means_all():
    assert formats.percent(0.999, "en") == "99%"
    assert formats.percent(0.58, "fr") == f"58{N}%"


def test_numbers_lose_decimals_that_say_nothing():
    assert formats.number(Decimal("2.0"), "fr", 1) == "2"
    assert formats.number(33.333, "fr", 1) == "33,3"


@pytest.mark.parametrize(
    ("least", "most", "written"),
    [
        (None, None, "montant non vu"),
        (Decimal(0), Decimal(0), f"0{N}€"),
        (Decimal(0), Decimal(500), f"jusqu’à 500{N}€"),
        (None, Decimal(500), f"jusqu’à 500{N}€"),
        (Decimal(100), None, f"à partir de 100{N}€"),
        (Decimal(100), Decimal(500), f"de 100 à 500{N}€"),
        (Decimal(500), Decimal(500), f"500{N}€"),
        (Decimal("99.50"), Decimal("99.50"), f"99,50{N}€"),
    ],
)
def test_money_keeps_not_seen_and_zero_apart(least, most, written):
    assert formats.money_range(least, most, "EUR", "fr") == written


def test_money_keeps_its_currency():
    assert formats.money_range(Decimal(1000), Decimal(2500), "GBP", "en") == "£1,000 to £2,500"


@pytest.mark.parametrize(
    ("language", "amount", "share"),
    [
        ("fr", f"1\u202f500{N}€", f"25{N}%"),
        ("en", "€1,500", "25%"),
        ("nl", f"€{N}1.500", "25%"),
        ("es", f"1.500{N}€", f"25{N}%"),
        ("de", f"1.500{N}€", f"25{N}%"),
    ],
)
def test_amounts_and_shares_are_written_as_in_the_readers_country(language, amount, share):
    assert formats.money(Decimal(1500), "EUR", language) == amount
    assert formats.percent(0.25, language) == share
