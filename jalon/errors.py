"""What stops a command, in one line."""


class BadInput(Exception):
    """A file, option, date or id is wrong: exit 2. Says where, what, the nearest valid value."""


class InternalFailure(Exception):
    """Something of ours failed, storage most often: exit 3."""
