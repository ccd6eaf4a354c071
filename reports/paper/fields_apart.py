"""A program of its own: a PDF on standard input, its fields as JSON on standard output.

It imports nothing of ours, so that it starts at once, and gives itself bounds before it reads.
"""

import io
import json
import resource
import sys
from itertools import islice
from typing import Any

MOST_SECONDS = 20
MOST_MEMORY = 700_000_000
MOST_FIELDS = 500
_LONGEST = 1_000


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    print(json.dumps(_read(sys.stdin.buffer.read())))


def _read(content: bytes) -> dict[str, Any]:
    import pikepdf  # once the bounds are set

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            listed: Any = pdf.Root.AcroForm.Fields if "/AcroForm" in pdf.Root else ()
            fields = dict(_field(field) for field in islice(listed, MOST_FIELDS))
    except pikepdf.PasswordError:
        return {"wrong": "locked"}
    except Exception:  # whatever a hostile file makes it raise
        return {"wrong": "damaged"}
    return {"fields": fields} if fields else {"wrong": "no_fields"}


def _field(field: Any) -> tuple[str, str]:
    """Name and value of a field; some programs set the button that is on and forget the group."""
    value = _text(field.get("/V", ""))
    if not value:
        states = (_text(kid.get("/AS", "")) for kid in islice(field.get("/Kids", ()), MOST_FIELDS))
        value = next((state for state in states if state), "")
    return _text(field.get("/T", "")), value


def _text(value: object) -> str:
    text = str(value)[:_LONGEST].strip()
    return "" if text == "/Off" else text.removeprefix("/")


if __name__ == "__main__":
    _main()
