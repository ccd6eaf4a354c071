"""What readers gave back, as a page to read: Markdown in which no reader's sign is obeyed."""

import re
from collections.abc import Iterator
from typing import Any

_SIGNS = re.compile(r"([\\`*_\[\]<>|#~$!&])")
_MOST_WORDS = 20


def as_markdown(data: dict[str, Any]) -> str:
    """The counts and the remarks of `voices_data.as_data`."""
    lines = [f"# What readers say, on {data['on']}", ""]
    lines += _requests(data["requests"])
    lines += ["", f"## Unclear questions ({_times(data['unclear'])})", ""]
    for one in data["unclear"]:
        times = "once" if one["times"] == 1 else f"{one['times']} times"
        lines += [f"- {times}: **{one['about']}** {_plain(one['name'])}".rstrip()]
        lines += _remarks(one["remarks"])
    lines += ["", f"## Reviews ({_times(data['reviews'])})", ""]
    for one in data["reviews"]:
        counts = f"dead link {one['dead']}, does not help {one['useless']}, helped {one['helped']}"
        lines += [
            f"- **{one['about']}** {_plain(one['name'])}: {counts}",
            *_remarks(one["remarks"]),
        ]
    lines += ["", f"## Suggested resources ({len(data['suggestions'])})", ""]
    lines += [_suggestion(one) for one in data["suggestions"]]
    return "\n".join(lines).rstrip() + "\n"


def _requests(requests: dict[str, Any]) -> Iterator[str]:
    yield f"## Requests nobody has answered ({requests['open']})"
    yield ""
    if not requests["open"]:
        return
    yield f"The oldest has waited {requests['oldest_days']} days."
    for title, name in (("Topic", "topic"), ("Word", "word")):
        yield from ("", f"| {title} | Open | Oldest, days |", "|---|---:|---:|")
        for one in requests[f"{name}s"][:_MOST_WORDS]:
            yield f"| {_plain(one[name])} | {one['open']} | {one['oldest_days']} |"
    yield ""
    for one in requests["each"]:
        yield f"- `{one['id']}` {one['day']} ({one['language']}): {_plain(one.get('words', ''))}"


def _remarks(remarks: list[dict[str, Any]]) -> Iterator[str]:
    for one in remarks:
        told = [one[name] for name in ("verdict", "text") if name in one]
        said = _plain(": ".join(told)) or "(no word added)"
        yield f"  - `{one['id']}` {one['day']} ({one['language']}): {said}"


def _suggestion(one: dict[str, Any]) -> str:
    known = " **already in the catalogue**" if one["already_known"] else ""
    said = " · ".join(
        _plain(one[name]) for name in ("title", "url", "topic", "text") if name in one
    )
    return f"- `{one['id']}` {one['day']} ({one['language']}): {said}{known}"


def _times(found: list[dict[str, Any]]) -> int:
    return sum(one["times"] for one in found)


def _plain(text: str) -> str:
    """A reader's words with every sign of Markdown and HTML standing for itself."""
    return _SIGNS.sub(r"\\\1", text)
