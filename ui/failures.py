"""Failures as the log may tell them: what and where, never what they were about.

The message of an error often quotes an id, a key or what somebody typed.
"""

import traceback
from pathlib import Path

from storage.errors import StorageUnavailable


def told(error: Exception) -> str:
    """One line: what the database said when it was away, else the kind and place of the error."""
    if isinstance(error, StorageUnavailable):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} in {where}"


def trace(error: Exception) -> str:
    """Every call that led to it, and to what caused it, the outermost first; no message."""
    lines = []
    at: BaseException | None = error
    while at is not None:
        lines.append(type(at).__name__)
        lines += [
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(at.__traceback__)
        ]
        at = at.__cause__ or at.__context__
    return "\n".join(lines)
