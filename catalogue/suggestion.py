"""A resource that a reader suggests, as the YAML block a curator completes."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml

from catalogue.folding import fold

UNSORTED = "to-sort"
"""Name of the file for what names no topic of ours."""

_LONGEST_ID = 48
_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Suggestion:
    """What a reader said of a page. `day` is year-month-day; topic and language may be ''."""

    voice: str
    title: str
    url: str
    topic: str
    page_language: str
    text: str
    day: str


def web_address(typed: str) -> str | None:
    """The address meant by what someone typed, https when they left it out; None when it is none.

    Only http and https, with a host that has a dot in it, and no password.
    """
    text = typed.strip()
    whole = text if _SCHEME.match(text) else f"https://{text}"
    if not _ADDRESS.fullmatch(whole):
        return None
    try:
        parts = urlsplit(whole)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return None
    named = "." in host.strip(".") and "@" not in parts.netloc
    return whole if named else None


def as_block(suggestion: Suggestion, taken: Collection[str]) -> tuple[str, str]:
    """Its new id (none of `taken`) and its block of YAML, ending with a line end.

    What only a curator can tell is left empty or '?': 'jalon check' refuses both, so a block
    cannot pass before somebody has read the page.
    """
    new_id = _id(suggestion, taken)
    said = f": {_comment(suggestion.text)}" if suggestion.text else ""
    lines = [
        f"  # Suggested by a reader on {suggestion.day} (voice {suggestion.voice}){said}",
        "  # Read the page, fill in what is empty and each '?', then take these two lines away.",
        f"  - id: {new_id}",
        f"    title: {_quoted(suggestion.title)}",
        "    publisher:",
        f"    url: {_quoted(suggestion.url)}",
        "    link_type: '?'",
        "    url_seen: '?'",
        f"    languages: [{_quoted(suggestion.page_language)}]"
        if suggestion.page_language
        else "    languages: []",
        "    kind: '?'",
        f"    topics: [{_quoted(suggestion.topic or '?')}]",
        "    level: '?'",
        "    audience: []",
        "    territories: []",
        "    licence: null",
        "    free: '?'",
        "    summary: {fr: '', en: ''}",
        "    seen_on:",
        "    read_on:",
    ]
    return new_id, "\n".join(lines) + "\n"


def _id(suggestion: Suggestion, taken: Collection[str]) -> str:
    words = fold(suggestion.title).replace(" ", "-")[:_LONGEST_ID].strip("-")
    wanted = words or f"suggestion-{suggestion.voice}"
    return wanted if wanted not in taken else f"{wanted}-{suggestion.voice}"


def _quoted(text: str) -> str:
    """The text as one YAML scalar on one line, whatever it holds."""
    return yaml.safe_dump(text, allow_unicode=True, default_style="'", width=float("inf")).strip()


def _comment(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
