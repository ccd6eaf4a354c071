"""The DMA's own profile module ("customer data"): all optional, absent means not said.

The size classes and the sectors of the SME form are those of the official one. The areas of
government of the PSO form are the ten divisions of COFOG (United Nations, 1999), since the
official list could not be read.
"""

import difflib
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, StringConstraints, ValidationError

from assessment.base import Content
from assessment.flat import flat

Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
SmeSize = Literal["micro", "small", "medium", "large"]
PsoSize = Literal["small", "medium", "large"]
Sector = Literal[
    "aeronautics-space",
    "agriculture-food",
    "community-social-personal-services",
    "construction",
    "consumer-goods",
    "culture-creative",
    "defence-security",
    "education",
    "energy-utilities",
    "environment",
    "financial-services",
    "life-sciences-health",
    "manufacturing",
    "maritime-fishery",
    "mining",
    "mobility",
    "public-administration",
    "real-estate-renting-business",
    "professional-scientific-technical",
    "telecom-information-communication",
    "tourism",
    "wholesale-retail",
    "legal-aspects",
    "regulation",
]
Area = Literal[
    "general-public-services",
    "defence",
    "public-order-safety",
    "economic-affairs",
    "environmental-protection",
    "housing-community",
    "health",
    "recreation-culture-religion",
    "education",
    "social-protection",
]
PsoType = Literal["national", "regional", "local", "other"]

SECTORS: tuple[str, ...] = get_args(Sector)
AREAS: tuple[str, ...] = get_args(Area)
PSO_TYPES: tuple[str, ...] = get_args(PsoType)


class _Module(Content):
    name: Line | None = None
    portal_id: Line | None = Field(default=None, description="The id the EDIH portal gave.")
    edih: Line | None = Field(default=None, description="The hub that gives support.")
    vat: Line | None = None
    pic: Line | None = Field(default=None, description="Participant Identification Code.")
    contact_name: Line | None = None
    contact_role: Line | None = None
    contact_email: Line | None = None
    contact_phone: Line | None = None
    website: Line | None = None
    foundation_year: int | None = Field(default=None, ge=1000, le=2200)
    street: Line | None = None
    postal_code: Line | None = None
    city: Line | None = None
    region: Line | None = None
    country: Country | None = Field(default=None, description="ISO 3166-1, like BE.")


class SmeModule(_Module):
    """Who the enterprise is, in the words of the DMA. Size: staff 1-9, 10-49, 50-249, 250+."""

    size: SmeSize | None = None
    sector: Sector | None = None
    second_sector: Sector | None = None


class PsoModule(_Module):
    """Who the public sector organisation is. Size: staff 0-49, 50-249, 250+."""

    type: PsoType | None = None
    size: PsoSize | None = None
    area: Area | None = None
    second_area: Area | None = None


Module = SmeModule | PsoModule

_MODULES: dict[str, type[SmeModule] | type[PsoModule]] = {
    "dma-sme": SmeModule,
    "dma-pso": PsoModule,
}


class WrongModule(Exception):
    """One line: 'place: what; remedy'."""


def sizes(instrument: str) -> tuple[str, ...]:
    """The size classes of this form."""
    return get_args(PsoSize if instrument == "dma-pso" else SmeSize)


def read_module(instrument: str, data: Any) -> Module:
    """The module in this plain JSON data; WrongModule says where, what and the nearest value."""
    model = _MODULES[instrument]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise WrongModule(flat(_explain(error, list(model.model_fields)))) from None


def _explain(error: ValidationError, known: list[str]) -> str:
    details = error.errors(include_url=False)
    detail = details[0]
    place = ".".join(str(step) for step in detail["loc"]) or "top"
    more = f" (and {len(details) - 1} more)" if len(details) > 1 else ""
    return f"{place}: {_message(detail, place, known)}{more}"


def _message(detail: Any, place: str, known: list[str]) -> str:
    given = repr(detail["input"])[:60]
    match detail["type"]:
        case "extra_forbidden":
            return f"not a known key; did you mean '{_near(place, known)}'?"
        case "literal_error":
            accepted = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            return f"{given} is not a known value; did you mean '{_near(given, accepted)}'?"
        case "model_type" | "dict_type":
            return f'{given} is not a group of keys; write {{"name": "…"}}'
        case _:
            return f"{given} is not accepted: {detail['msg']}"


def _near(given: str, known: list[str]) -> str:
    return difflib.get_close_matches(given, known, 1, 0)[0]
