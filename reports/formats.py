"""Dates, numbers and money as a reader writes them. Used by reports and screens alike."""

import datetime as dt
import math
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from reports.words import words

Number = int | float | Decimal
_DAYS = {"es": ("d 'de' MMMM", " 'de' y"), "de": ("d. MMMM", " y")}
_SPACE_BEFORE_PERCENT = ("fr", "es", "de")
_USUAL_DAY = ("d MMMM", " y")


def day(on: dt.date, language: str, *, year: bool = True) -> str:
    """'24 novembre 2026', '1er décembre 2026', '24 November 2026'; 'year' may be left out."""
    day_and_month, then_year = _DAYS.get(language, _USUAL_DAY)
    pattern = day_and_month + (then_year if year else "")
    text = format_date(on, pattern, locale=_locale(language))
    return f"1er{text[1:]}" if language == "fr" and on.day == 1 else text


def month(on: dt.date, language: str) -> str:
    """'novembre 2026'."""
    return format_date(on, "MMMM y", locale=_locale(language))


def quarter(year: int, number: int, language: str) -> str:
    """'1er trimestre 2027', '1st quarter 2027'; `number` is 1-4."""
    return format_date(dt.date(year, 3 * number, 1), "QQQQ y", locale=_locale(language))


def number(value: Number, language: str, digits: int = 0) -> str:
    """'1 234,5': at most `digits` decimals, none written when they are zero."""
    pattern = "#,##0" + (f".{'#' * digits}" if digits else "")
    return format_decimal(value, pattern, locale=_locale(language))


def percent(fraction: float, language: str) -> str:
    """'66 %', '66%' from a fraction 0-1, rounded down so that 100 % means all."""
    return _percent(math.floor(100 * fraction + 1e-9), language)


def percent_at_most(fraction: float, language: str) -> str:
    """The same rounded up, for a figure that nothing passes."""
    return _percent(math.ceil(100 * fraction - 1e-9), language)


def _percent(whole: int, language: str) -> str:
    return f"{whole}\u00a0%" if language in _SPACE_BEFORE_PERCENT else f"{whole}%"


def money(amount: Decimal, currency: str, language: str) -> str:
    """'1 500 €', '£1,500'; cents only where there are some."""
    cents = amount != amount.to_integral_value()
    return format_currency(
        amount, currency, locale=_locale(language), currency_digits=False,
        decimal_quantization=True, format=_pattern(language, cents),
    )  # fmt: skip


def money_range(least: Decimal | None, most: Decimal | None, currency: str, language: str) -> str:
    """'de 100 à 500 €', 'jusqu’à 500 €'; 'montant non vu' when no bound was seen, never zero."""
    word = words(language)
    if least is None and most is None:
        return word("money.not_seen")
    if most is None and least is not None:
        return word("money.from", least=money(least, currency, language))
    if most is not None and not least and most:
        return word("money.up_to", most=money(most, currency, language))
    if least is None or most is None or least == most:
        return money(most or Decimal(0), currency, language)
    follows = _pattern(language, cents=False).endswith("¤")
    low = number(least, language, 2) if follows else money(least, currency, language)
    return word("money.range", least=low, most=money(most, currency, language))


def _pattern(language: str, cents: bool) -> str:
    """Where the sign stands is the language's: '1 500 €', '€1,500', '€ 1.500'."""
    usual: str = _locale(language).currency_formats["standard"].pattern
    positive = usual.partition(";")[0].replace("#,##0.00", "#,##0.00" if cents else "#,##0")
    return positive.replace("\u200f", "")


@cache
def _locale(language: str) -> Locale:
    """Babel reads a code anew for each date and amount: a report holds hundreds."""
    return Locale.parse(language)


def country(code: str, language: str) -> str:
    """'Belgique', 'Union européenne' for an ISO 3166 code or 'EU'; the code when unknown."""
    return str(_locale(language).territories.get(code, code))


def tongue(code: str, language: str) -> str:
    """'néerlandais' for 'nl'; the code when unknown."""
    return str(_locale(language).languages.get(code, code))


def page_date(seen: str, language: str) -> str:
    """The date of a page as a reader writes it; a year or a month stays as it was noted."""
    try:
        return day(dt.date.fromisoformat(seen), language)
    except ValueError:
        return seen
