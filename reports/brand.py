"""Whose report it is: the name, colour and logo that files carry."""

from dataclasses import dataclass
from typing import Literal

from identity.site import logo, read_site


@dataclass(frozen=True)
class Brand:
    """`colour` is '#RRGGBB', for rules and edges only: what tells something keeps its own colour.

    `logo` holds the bytes of a picture of this `kind`, or None. Files print it 8 mm high.
    """

    name: str
    colour: str
    logo: bytes | None = None
    kind: Literal["svg", "png"] = "svg"


def brand() -> Brand:
    """The brand of this site (identity/site.yaml)."""
    of = read_site("en").brand
    content, kind = logo()
    return Brand(of.name, of.colours.bar, content, "svg" if "svg" in kind else "png")
