"""What an operator sees and does on screen: the state of the service, never an assessment.

Everything here raises NobodySignedIn and NotAllowed (ui/accounts.py), StorageUnavailable.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

from storage import removal
from storage.state import State, state
from ui import accounts, database

_PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def service() -> State:
    """How it is doing now."""
    accounts.require("read", "service")
    return state(database.engine(), database.now().date())


def purge() -> int:
    """Removes now what is past its last day; how many things in all."""
    accounts.require("delete", "service")
    return removal.purge(database.engine(), database.now().date())


@lru_cache(maxsize=1)
def version() -> str:
    """The version of this software."""
    with _PROJECT.open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
