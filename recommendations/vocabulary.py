"""What a condition may ask of each field: the closed vocabulary, by the kind of the field."""

import datetime as dt
import typing
from decimal import Decimal
from difflib import get_close_matches
from typing import Literal

from pydantic import BaseModel

from assessment.profile import Award, Enterprise, Project, Share

Kind = Literal["flag", "number", "age", "text", "list", "awards", "date", "place", "country"]
"""`age` is a number of months or 'never'; `place` one place or several, read by containment."""

NUMBERS = ("at_least", "at_most", "above", "below")

FITTING: dict[Kind, tuple[str, ...]] = {
    "flag": ("is",),
    "number": ("is", "in", *NUMBERS),
    "age": ("is", *NUMBERS),
    "text": ("is", "in"),
    "list": ("has_any",),
    # Months waited since the last award of the same programme.
    "awards": ("at_least",),
    "date": (),
    "place": ("within",),
    "country": ("is", "in", "has_any", "within"),
}

PARTS: dict[str, type[BaseModel]] = {"enterprise": Enterprise, "project": Project}


def kinds() -> dict[str, Kind]:
    """The kind of each field, by its full name ('enterprise.fte')."""
    return {
        f"{part}.{name}": _kind(name, info.annotation)
        for part, model in PARTS.items()
        for name, info in model.model_fields.items()
    }


def _kind(name: str, annotation: object) -> Kind:
    if name.endswith(("region", "regions")):
        return "place"
    if name.endswith(("country", "countries")):
        return "country"
    found = _types(annotation)
    by_type: tuple[tuple[object, Kind], ...] = (
        (Award, "awards"), (bool, "flag"), (dt.date, "date"), (tuple, "list"),
    )  # fmt: skip
    for kind_of, kind in by_type:
        if kind_of in found:
            return kind
    if Decimal in found or int in found:
        return "age" if "never" in found else "number"
    return "text"


def _types(annotation: object) -> set[object]:
    """Every type and literal that stands in an annotation."""
    inner = typing.get_args(annotation)
    own = {typing.get_origin(annotation) or annotation}
    return own.union(*map(_types, inner)) if inner else own


KINDS = kinds()


def _number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def choices(field: str) -> tuple[str, ...]:
    """The closed list of texts a field may hold, in order; empty where any text will do."""
    part, _, name = field.partition(".")
    found = _types(PARTS[part].model_fields[name].annotation)
    return tuple(sorted(one for one in found if isinstance(one, str)))


def is_share(field: str) -> bool:
    """Whether the field holds a share, from 0 to 1."""
    part, _, name = field.partition(".")
    return Share in typing.get_args(PARTS[part].model_fields[name].annotation)


def misfit(field: str, operator: str, operand: object) -> str | None:
    """What is wrong with asking this of this field, and the remedy; None when nothing is."""
    kind = KINDS.get(field)
    if kind is None:
        near = get_close_matches(field, list(KINDS), 1)
        hint = f"; did you mean '{near[0]}'?" if near else " (docs/profile-fields.md)"
        return f"'{field}' is not a field of the profile{hint}"
    if operator not in FITTING[kind]:
        allowed = " or ".join(f"'{one}'" for one in FITTING[kind]) or "another field"
        return f"'{operator}' does not fit '{field}': write {allowed}"
    if kind == "flag" and not isinstance(operand, bool):
        return f"'{field}' is a yes or a no: write 'is: true' or 'is: false'"
    if kind in ("number", "age") and operator in ("is", "in"):
        asked = operand if isinstance(operand, tuple) else (operand,)
        if any(not _number(one) and (kind, one) != ("age", "never") for one in asked):
            return f"'{field}' is a number: {operand!r} is none"
    return None
