"""What can go wrong between an answer and the disk, in words a screen can show."""


class StorageUnavailable(Exception):
    """The database did not take or give what was asked: locked, full, gone or damaged.

    Nothing was saved when this is raised; the same call may be tried again.
    """


class DatabaseNewer(StorageUnavailable):
    """The database was written by a later version of Jalon; trying again does not help."""


class UnknownAssessment(LookupError):
    """No such assessment: never created, deleted, or past its expiry date."""
