"""What a check of addresses found, dated: text, JSON, and the file the cards read."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import yaml

from jalon.links_fetch import Answer, Found

_HEAD = """\
# Addresses that no longer answered, written by 'python -m jalon links --keep'. Their cards say so.
"""
_TO_SAY: tuple[Found, ...] = ("dead", "moved", "unsure")


def as_data(
    answers: Sequence[Answer], addresses: Mapping[str, tuple[str, ...]], on: dt.date
) -> dict[str, Any]:
    """`{"on","asked","left_out","found":{...},"links":[{"url","found","why","to","used_by"}]}`."""
    counted = Counter(answer.found for answer in answers)
    return {
        "on": on.isoformat(),
        "asked": len(answers),
        "left_out": len(addresses) - len(answers),
        "found": {found: counted[found] for found in get_args(Found)},
        "links": [
            {
                "url": one.url,
                "found": one.found,
                "why": one.why,
                "to": one.to,
                "used_by": list(addresses[one.url]),
            }
            for one in answers
        ],
    }


def as_text(data: dict[str, Any]) -> str:
    """A readable report (Markdown too): what is dead, has moved, or could not be told."""
    counts = ", ".join(f"{name} {count}" for name, count in data["found"].items())
    lines = [f"# Addresses asked for on {data['on']}", ""]
    lines += [f"{data['asked']} asked, {data['left_out']} left out. {counts}."]
    for found in _TO_SAY:
        listed = [one for one in data["links"] if one["found"] == found]
        if listed:
            lines += ["", f"## {found} ({len(listed)})", ""]
        lines += [_line(one) for one in listed]
    return "\n".join(lines) + "\n"


def as_kept(data: dict[str, Any]) -> str:
    """The text of catalogue/links.yaml: only what is surely dead marks a card."""
    dead = [one for one in data["links"] if one["found"] == "dead"]
    kept = {
        "checked_on": data["on"],
        "gone": [{"url": one["url"], "why": one["why"]} for one in dead],
    }
    return _HEAD + yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)


def _line(one: dict[str, Any]) -> str:
    to = f" → <{one['to']}>" if one["to"] else ""
    return f"- <{one['url']}>{to}: {one['why']} ({', '.join(one['used_by'])})"
