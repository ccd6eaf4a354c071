"""What readers gave back, counted: which questions are unclear, what nobody answered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from catalogue.folding import fold
from catalogue.thesaurus import read_thesaurus
from storage.voices import Voice
from ui.readers_said.patch import known_addresses, same_address

VERDICTS = ("helped", "useless", "dead")
_SHORTEST_WORD = 4


def as_data(voices: Sequence[Voice], on: dt.date, names: Mapping[str, str]) -> dict[str, Any]:
    """Suggestions, reviews by entry, unclear questions and requests, the most urgent first.

    `names` gives what an id of a question or of an entry stands for.
    """
    by_kind: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        by_kind[voice.kind].append(voice)
    return {
        "on": on.isoformat(),
        "requests": _requests(by_kind["request"], on),
        "unclear": _about(by_kind["unclear"], names),
        "reviews": _reviews(by_kind["review"], names),
        "suggestions": _suggestions(by_kind["suggest"]),
    }


def _requests(voices: Sequence[Voice], on: dt.date) -> dict[str, Any]:
    topics: dict[str, list[Voice]] = defaultdict(list)
    words: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        for topic in _topics(voice):
            topics[topic].append(voice)
        for word in _words(voice):
            words[word].append(voice)
    return {
        "open": len(voices),
        "oldest_days": _oldest(voices, on),
        "topics": _counted("topic", topics, on),
        "words": _counted("word", words, on),
        "each": [{**_said(voice), "days": (on - voice.day).days} for voice in voices],
    }


def _counted(name: str, groups: Mapping[str, list[Voice]], on: dt.date) -> list[dict[str, Any]]:
    found = [
        {name: key, "open": len(group), "oldest_days": _oldest(group, on)}
        for key, group in groups.items()
    ]
    return sorted(found, key=lambda one: (-one["open"], -one["oldest_days"], one[name]))


def _oldest(voices: Sequence[Voice], on: dt.date) -> int:
    return max(((on - voice.day).days for voice in voices), default=0)


def _topics(voice: Voice) -> tuple[str, ...]:
    """The main topics of the everyday expressions that stand whole in it; 'other' when none do."""
    said = _folded(voice.said.get("words", ""))
    found = dict.fromkeys(
        concept.topics[0]
        for concept in read_thesaurus(voice.language).concepts
        if concept.topics and any(_folded(phrase) <= said for phrase in concept.say)
    )
    return tuple(found) or ("other",)


def _words(voice: Voice) -> tuple[str, ...]:
    empty = frozenset().union(*map(_folded, read_thesaurus(voice.language).ignore))
    said = _folded(voice.said.get("words", "")) - empty
    return tuple(sorted(word for word in said if len(word) >= _SHORTEST_WORD))


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _about(voices: Iterable[Voice], names: Mapping[str, str]) -> list[dict[str, Any]]:
    groups: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        groups[voice.about or "?"].append(voice)
    found = [
        {
            "about": about,
            "name": names.get(about, ""),
            "times": len(group),
            "remarks": [_said(voice) for voice in group],
        }
        for about, group in groups.items()
    ]
    return sorted(found, key=lambda one: (-one["times"], one["about"]))


def _reviews(voices: Sequence[Voice], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """By entry, those with dead links first, then those that help least."""
    found = _about(voices, names)
    for one in found:
        said = [remark.get("verdict", "") for remark in one["remarks"]]
        one.update({verdict: said.count(verdict) for verdict in VERDICTS})
    return sorted(found, key=lambda one: (-one["dead"], one["helped"] - one["useless"]))


def _suggestions(voices: Sequence[Voice]) -> list[dict[str, Any]]:
    known = known_addresses()
    return [
        {**_said(voice), "already_known": same_address(voice.said.get("url", "")) in known}
        for voice in voices
    ]


def _said(voice: Voice) -> dict[str, Any]:
    day = voice.day.isoformat()
    return {"id": voice.id, "day": day, "language": voice.language, **voice.said}
