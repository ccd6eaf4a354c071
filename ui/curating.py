"""What a curator sees and does on screen with what readers gave back.

Everything here raises NobodySignedIn and NotAllowed (ui/accounts.py), StorageUnavailable.
"""

from collections.abc import Collection
from typing import Any

from storage import voices
from storage.voices import Status, UnknownVoice
from ui import accounts, database
from ui.readers_said.data import as_data
from ui.readers_said.names import names
from ui.readers_said.patch import patch_of


def waiting(language: str) -> dict[str, Any]:
    """What nobody has answered yet, grouped as in `python -m jalon voices`."""
    accounts.require("read", "suggestions")
    found = voices.listed(database.engine(), "open")
    return as_data(found, database.now().date(), names(language) if found else {})


def patch() -> str:
    """The pages suggested and not yet in the catalogue, for `git apply`; '' for none."""
    accounts.require("read", "suggestions")
    return patch_of(voices.listed(database.engine(), "open"))


def mark(ids: Collection[str], status: Status) -> bool:
    """Says that these are answered or turned down; False when one is gone meanwhile."""
    accounts.require("write", "suggestions")
    try:
        voices.mark(database.engine(), ids, status)
    except UnknownVoice:
        return False
    return True
