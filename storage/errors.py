"""What can go wrong between an answer and the disk, in words a screen can show."""

from typing import Any


class StorageUnavailable(Exception):
    """The database did not take or give what was asked: locked, full, gone or damaged.

    Nothing was saved when this is raised; the same call may be tried again.
    """


class ChangedMeanwhile(StorageUnavailable):
    """Somebody else changed the same words since they were read; theirs stand, as `theirs` says.

    Trying again without a word would overwrite them.
    """

    def __init__(self, theirs: Any = None) -> None:
        super().__init__("changed meanwhile by somebody else")
        self.theirs = theirs


class DatabaseNewer(StorageUnavailable):
    """The database was written by a later version of Jalon; trying again does not help."""


class UnknownAssessment(LookupError):
    """No such assessment: never created, deleted, or past its expiry date."""


class DatabaseEmpty(StorageUnavailable):
    """The database holds no table of ours: nothing was ever kept in it."""
