"""What helps: resources, real cases, networks, published figures."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from assessment.base import Content, Id, Text
from assessment.profile import Family

ResourceKind = Literal[
    "guide", "course", "webinar", "tool", "template", "video", "directory", "toolkit",
    "framework", "article", "job-board", "community", "software-catalogue",
]  # fmt: skip
NetworkKind = Literal[
    "federation", "adviser", "edih", "training", "funder", "international-network", "research"
]
SectorGroup = Literal[
    "food",
    "care",
    "integration",
    "energy-mobility",
    "culture-tourism",
    "work",
    "digital",
    "networks",
]
"""Trades near enough to learn from one another, as a reader would look for them."""
SizeClass = Literal["small", "medium", "large", "collective"]
"""People at work: under 50, under 250, 250 or more; collective when only members are counted."""
PageDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A day, a month or a year, as precise as the page says it: '2023-04-01', '2023-04', '2023'."""
LinkType = Literal["official", "presentation", "third-party-copy"]


class Read(Content):
    """How we know what we say of a page. A copy's own date may be older than our reading."""

    url: str = Field(pattern=r"^https?://")
    seen_on: Text = Field(description="'archived copy', else how the page itself was read.")
    read_on: date = Field(description="The day we read it, or by which we had read it.")
    retired: bool = Field(default=False, description="No longer found nor suggested.")

    @property
    def archived(self) -> bool:
        """Whether a copy was read instead of the page as it stands."""
        return self.seen_on.startswith("archived copy")


class Resource(Read):
    """A guide, tool, course or template one can use; we link, we do not copy."""

    id: Id
    title: Text = Field(description="As published, in its own language.")
    publisher: Text
    link_type: LinkType
    url_seen: Literal["result", "in-text", "root-domain"]
    languages: tuple[str, ...] = Field(min_length=1)
    kind: ResourceKind
    topics: tuple[str, ...] = Field(min_length=1)
    level: Literal["basic", "intermediate", "advanced"]
    audience: tuple[str, ...]
    territories: tuple[str, ...] = Field(min_length=1)
    licence: str | None = Field(default=None, description="None: no licence was seen.")
    free: bool = Field(description="Usable without paying; paid editions are said in the summary.")
    summary: Text
    page_date: PageDate | None = Field(default=None, description="None: no date was seen on it.")


class Case(Read):
    """A digital project of a real social-economy organisation, successes and the rest."""

    id: Id
    organisation: Text
    country: str
    territories: tuple[str, ...] = Field(min_length=1)
    sector: Text
    sector_group: SectorGroup
    legal_form: Text
    families: tuple[Family, ...] = Field(default=(), description="Our reading of the legal form.")
    size: Text | None = Field(default=None, description="None: no size was seen.")
    size_class: SizeClass | None = Field(default=None, description="None exactly when size is.")
    challenge: Text
    what_was_done: Text
    cost: Text | None = Field(default=None, description="Only where the source says it.")
    result: Text
    again: Text | None = Field(default=None, description="What the source shows worth repeating.")
    differently: Text | None = Field(default=None, description="What it teaches to foresee.")
    topics: tuple[str, ...] = Field(min_length=1)
    outcome: Literal["success", "mixed", "unclear"]
    evidence: Literal["first-person", "press", "third-party"]
    other_sources: tuple[str, ...] = ()
    year: int | None = Field(default=None, description="The year it tells of; None: not said.")

    @model_validator(mode="after")
    def _whole(self) -> "Case":
        if (self.size is None) != (self.size_class is None):
            raise ValueError("'size' and 'size_class' go together: write both or neither")
        if self.again is None and self.differently is None:
            raise ValueError("a story teaches something: write 'again' or 'differently'")
        return self


class Network(Read):
    """A body one can call: federation, adviser, hub, training centre, funder."""

    id: Id
    name: Text
    territories: tuple[str, ...] = Field(min_length=1)
    kind: NetworkKind
    topics: tuple[str, ...] = Field(min_length=1, description="What it can help with.")
    generalist: bool = Field(
        default=False, description="Called when no body of the territory knows the topic."
    )
    serves: Text
    families: tuple[Family, ...] = Field(
        default=(), description="Our reading of 'serves'; empty: everybody, or not stated."
    )
    languages: tuple[str, ...]
    link_type: LinkType
    summary: Text


class ResourceFile(Content):
    """One theme's resources."""

    resources: tuple[Resource, ...] = Field(min_length=1)


class CaseFile(Content):
    """Several cases."""

    cases: tuple[Case, ...] = Field(min_length=1)


class NetworkFile(Content):
    """One territory's networks."""

    networks: tuple[Network, ...] = Field(min_length=1)
