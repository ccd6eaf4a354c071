"""Whose site this is: one file an operator or a federation fills in."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from assessment.base import Content, Text
from content.errors import ContentError, Problem
from content.loader import load
from identity.colour import contrast

HERE = Path(__file__).parent
WHITE, TEXT_CONTRAST, GRAPHIC_CONTRAST = "#FFFFFF", 4.5, 3.0
LOGO_KINDS = (".svg", ".png")
LOGO_BYTES = 200_000

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Colours(Content):
    """Three colours; the rest, the dark ones included, follows from them.

    White stands on `bar` and on `now`; `accent` stands on `bar`.
    """

    bar: Colour
    accent: Colour
    now: Colour

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        for name, ground, least in (
            ("bar", WHITE, TEXT_CONTRAST),
            ("now", WHITE, TEXT_CONTRAST),
            ("accent", self.bar, GRAPHIC_CONTRAST),
        ):
            found = contrast(getattr(self, name), ground)
            if found < least:
                beside = "white" if ground == WHITE else f"the bar {ground}"
                raise ValueError(
                    f"'{name}' has a contrast of {found:.1f} against {beside}, "
                    f"{least:g} is needed: take a {_way(name)} one"
                )
        return self


def _way(name: str) -> str:
    return "lighter or stronger" if name == "accent" else "darker"


class Brand(Content):
    """What stands on every screen and every page: a name, a mark, colours."""

    name: Annotated[Text, StringConstraints(max_length=40)]
    logo: str
    colours: Colours


class Section(Content):
    """One paragraph of the privacy notice."""

    title: Text
    text: Text


class OutsideRoles(Content):
    """The provider's word for each role; empty: it gives this role to nobody."""

    adviser: str = ""
    coordinator: str = ""
    curator: str = ""
    operator: str = ""


class Outside(Content):
    """How an outside identity provider (OpenID Connect) says what somebody may do here.

    `roles_claim` is where its token holds roles, 'realm_access.roles' for a place inside another;
    empty: the provider gives no role, the operator does.
    """

    roles_claim: str = ""
    roles: OutsideRoles = OutsideRoles()


class Accounts(Content):
    """Accounts of those who support enterprises; an enterprise needs none."""

    campaigns_need_coordinator: bool = False
    outside: Outside = Outside()


class Site(Content):
    """The brand, the controller's identity, the privacy notice, accounts, one network to call.

    `network_to_call` is the id of a network of the catalogue, or empty.
    """

    brand: Brand
    name: Text
    contact: Text
    network_to_call: str = ""
    backups_days: int = Field(ge=0)
    accounts: Accounts = Accounts()
    notice: tuple[Section, ...] = Field(min_length=1)


def site_path() -> Path:
    """The file: JALON_SITE when it is set, else the one shipped here."""
    return Path(os.environ.get("JALON_SITE") or HERE / "site.yaml")


@lru_cache
def read_site(language: str) -> Site:
    """The file in this language; ContentError when it is wrong or its logo cannot be used."""
    site = load(site_path(), Site, language)
    _logo_of(site)
    return site


@lru_cache
def logo() -> tuple[bytes, str]:
    """The mark and its media type."""
    path = _logo_of(read_site("en"))
    kind = "image/svg+xml" if path.suffix.lower() == ".svg" else "image/png"
    return path.read_bytes(), kind


def _logo_of(site: Site) -> Path:
    path = site_path().parent / site.brand.logo
    if path.suffix.lower() not in LOGO_KINDS:
        raise _wrong("is neither an SVG nor a PNG file")
    if not path.is_file():
        raise _wrong(f"'{site.brand.logo}' is not beside this file")
    if path.stat().st_size > LOGO_BYTES:
        raise _wrong(f"is larger than {LOGO_BYTES // 1000} kB")
    return path


def _wrong(what: str) -> ContentError:
    return ContentError([Problem(str(site_path()), 1, "brand.logo", what)])
