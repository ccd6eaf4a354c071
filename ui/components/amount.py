"""A field for euros that may stay empty: not known is not zero."""

from decimal import Decimal
from typing import Any

import streamlit as st

from ui import session

MOST = 10_000_000.0


def amount(
    label: str, known: Decimal | None, key: str, note: str | None = None, **widget: Any
) -> Decimal | None:
    """The amount typed, None while the field is empty. `note` stands in the empty field."""
    # Not as the field's own default: an emptied field would fall back to it.
    session.begin(key, None if known is None else float(known))
    cents = known is not None and known != known.to_integral_value()
    typed = st.number_input(
        label, 0.0, MOST, None, 50.0,
        format="%.2f" if cents else "%.0f", placeholder=note, key=key, **widget,
    )  # fmt: skip
    return euros(typed)


def euros(typed: float | None) -> Decimal | None:
    """A number as money, to the cent."""
    if typed is None:
        return None
    said = Decimal(f"{typed:.2f}")
    return Decimal(int(said)) if said == said.to_integral_value() else said
