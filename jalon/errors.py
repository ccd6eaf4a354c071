"""What stops a command, in one line."""


class BadInput(Exception):
    """A file, an option, a date or an id is wrong: exit 2. Says where, what, nearest valid value."""


class InternalFailure(Exception):
    """Something of ours failed, storage most often: exit 3."""
