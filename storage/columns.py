"""Column types and texts that behave the same on SQLite and PostgreSQL."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment: goes in with any time zone, comes out in UTC. A naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: dt.datetime | None, _dialect: Dialect
    ) -> dt.datetime | None:
        """The moment in UTC; ValueError when it has no time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment needs a time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(
        self, value: dt.datetime | None, _dialect: Dialect
    ) -> dt.datetime | None:
        """The moment in UTC; SQLite keeps none, so it is put back."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def storable(text: str) -> str:
    """The text without what one database or the other refuses: NUL, halves of a surrogate pair."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\x00", "")


def to_json(value: Mapping[str, Any]) -> str:
    """Compact JSON; ValueError or TypeError when the value is not plain data."""
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def from_json(text: str | None) -> dict[str, Any] | None:
    """What `to_json` wrote; None stays None."""
    return None if text is None else dict(json.loads(text))
