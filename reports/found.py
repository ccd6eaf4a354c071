"""What the catalogue says in full about something found in it."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from catalogue.model import Case, Network, Resource
from reports.dossier import Dossier


class Found(Protocol):
    """Anything found: its id names the entry of the catalogue."""

    @property
    def id(self) -> str:
        """The id of the entry."""
        ...


T = TypeVar("T", bound=Found)


def resource_of(dossier: Dossier, found: Found) -> Resource:
    """The resource of this id; KeyError when the catalogue has none."""
    return _one(dossier.library.resources, found.id)


def case_of(dossier: Dossier, found: Found) -> Case:
    """The case of this id; KeyError when the catalogue has none."""
    return _one(dossier.library.cases, found.id)


def network_of(dossier: Dossier, found: Found) -> Network:
    """The network of this id; KeyError when the catalogue has none."""
    return _one(dossier.library.networks, found.id)


def _one(items: Iterable[T], wanted: str) -> T:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
