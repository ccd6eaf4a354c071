"""What readers suggest, as a patch that 'git apply' takes and a curator completes."""

from collections.abc import Iterable, Sequence
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from catalogue.library import HERE, read_cases, read_networks, read_resources
from catalogue.suggestion import UNSORTED, Suggestion, as_block
from catalogue.thesaurus import read_thesaurus
from content.languages import AUTHORS
from storage.voices import Voice

FOLDER = HERE / "resources"
_HEAD = "resources:\n"


def patch_of(waiting: Iterable[Voice]) -> str:
    """What is suggested among these voices and the catalogue does not have, as `patch` says."""
    return patch(new_ones(suggestion_of(one) for one in waiting if one.kind == "suggest"))


def suggestion_of(voice: Voice) -> Suggestion:
    """What a voice of the kind 'suggest' says of a page."""
    topic = voice.said.get("topic", "")
    return Suggestion(
        voice=voice.id,
        title=voice.said.get("title", "?"),
        url=voice.said.get("url", "?"),
        topic=topic if topic in read_thesaurus(AUTHORS[0]).topics else "",
        page_language=voice.said.get("page_language", ""),
        text=voice.said.get("text", ""),
        day=voice.day.isoformat(),
    )


def known_addresses() -> frozenset[str]:
    """The addresses the catalogue has already, without what does not tell two pages apart."""
    entries = (
        *read_resources(AUTHORS[0]),
        *read_cases(AUTHORS[0]),
        *read_networks(AUTHORS[0]),
    )
    return frozenset(same_address(entry.url) for entry in entries)


def same_address(url: str) -> str:
    """The address without scheme, 'www.' and last slash, to compare with another."""
    bare = url.split("://", 1)[-1].rstrip("/").lower()
    return bare.removeprefix("www.")


def new_ones(suggestions: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Those whose page the catalogue does not have, each page once, the oldest kept."""
    seen = set(known_addresses())
    kept = []
    for one in suggestions:
        if same_address(one.url) not in seen:
            seen.add(same_address(one.url))
            kept.append(one)
    return tuple(kept)


def patch(suggestions: Sequence[Suggestion], folder: Path = FOLDER) -> str:
    """A unified diff of catalogue/resources, from the project's root; '' without suggestion."""
    taken = {
        entry.id
        for read in (read_resources, read_cases, read_networks)
        for entry in read(AUTHORS[0])
    }
    pieces = []
    ordered = sorted(suggestions, key=lambda one: one.topic or UNSORTED)
    for topic, group in groupby(ordered, key=lambda one: one.topic or UNSORTED):
        blocks = []
        for one in group:
            new_id, block = as_block(one, taken)
            taken.add(new_id)
            blocks.append(block)
        pieces.append(_diff(folder / f"{topic}.yaml", "\n".join(blocks)))
    return "".join(pieces)


def _diff(path: Path, added: str) -> str:
    name = f"catalogue/resources/{path.name}"
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    after = f"{before.rstrip()}\n\n{added}" if before else _HEAD + added
    lines = unified_diff(
        _lines(before), _lines(after), f"a/{name}" if before else "/dev/null", f"b/{name}"
    )
    return "".join(lines)


def _lines(text: str) -> list[str]:
    """Lines as git counts them: str.splitlines would also cut at rarer signs."""
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")] if text else []
