"""Kinds of thing a person may ask for, and which entries are of that kind."""

from functools import cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Id
from catalogue.entries import Entry, Kind
from content.loader import load

_WORTH, _WEAK = 0.6, 0.3

FILE = Path(__file__).with_name("kinds.yaml")


class Asked(Content):
    """One kind a person may ask for, as `kinds.yaml` writes it."""

    id: Id
    kind: Kind
    subkinds: tuple[Id, ...] = Field(default=(), description="Preferred; none: all of the kind.")
    weak: bool = Field(
        default=False, description="Not asked for when its words belong to a concept's expression."
    )

    @property
    def worth(self) -> float:
        """What being of this kind adds to a score."""
        return _WEAK if self.weak else _WORTH

    @property
    def subject(self) -> bool:
        """Whether it is also what the question is about, as money and people are."""
        return self.kind in ("programme", "network")

    def fits(self, entry: Entry) -> bool:
        """Whether this entry is of the kind asked for."""
        return entry.kind == self.kind and (not self.subkinds or entry.subkind in self.subkinds)


class KindsFile(Content):
    """Every kind."""

    kinds: tuple[Asked, ...] = Field(min_length=1)


@cache
def read_kinds() -> dict[str, Asked]:
    """Every kind by its id; ContentError when the file is wrong."""
    return {asked.id: asked for asked in load(FILE, KindsFile, "en").kinds}
