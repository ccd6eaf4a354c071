"""What commands print: JSON on standard output, UTF-8, numbers as they are."""

import json
import sys
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from jalon.errors import BadInput
from recommendations.amounts import Money


def print_json(value: Any, indent: int | None = 2) -> None:
    """One JSON document and a line end."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.buffer.flush()


def print_lines(values: Iterable[Any]) -> None:
    """One JSON document a line, all in one write."""
    lines = (json.dumps(value, ensure_ascii=False, allow_nan=False) for value in values)
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
    sys.stdout.buffer.flush()


def write_file(option: str, path: Path, content: str | bytes) -> None:
    """Writes a file an option names, text as UTF-8; BadInput when it cannot be written."""
    try:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    except OSError as error:
        raise BadInput(
            f"{option}: {path}: {error.strerror or error}; choose another path"
        ) from None


def number(value: Decimal | None) -> int | float | None:
    """A Decimal as a JSON number: whole when it is whole; None stays null."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def money(value: Money | None) -> dict[str, Any] | None:
    """{"min", "max", "currency"}; null when not seen."""
    if value is None:
        return None
    return {"min": number(value.min), "max": number(value.max), "currency": value.currency}
