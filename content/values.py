"""YAML's events made plain values in one pass, with the traps of YAML refused on the way.

A file is read at every start in five languages: composing nodes first, with their marks, took
three times as long. Nodes are composed only to say where something is wrong (`content.nodes`).
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.resolver import Resolver

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Slip = tuple[int, tuple[int | str, ...], str]
"""A line, counted from 1; where what is wrong with it stands; what is wrong."""

MOST_DEEP = 50
TOO_DEEP = "nested too deep: is it the right file?"

_ANCHORS = "anchors and aliases are not used here: write the value out"
_WORD = "a key is a word, not a list"
_TEXT = "tag:yaml.org,2002:str"
_TRUE = {"true": True, "false": False}
_READERS: dict[str, Callable[[str], Any]] = {
    "null": lambda _: None,
    "bool": lambda t: _TRUE.get(t.lower(), t),
    "int": lambda t: int(t) if t.lstrip("-+").isdigit() and not t.startswith("0o") else t,
    "float": float,
}


class Values:
    """The one document of a text: `value`, and the `slips` that do not stop the reading.

    `lines` holds, for each list that stands under a key of the document, the line where each of
    its items begins. Raises yaml.YAMLError, or UnicodeEncodeError for half a character.
    """

    def __init__(self, text: str) -> None:
        self.slips: list[Slip] = []
        self.lines: dict[str, list[int]] = {}
        self._loc: list[int | str] = []
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=Loader)
        next(self._events)
        self.value = self._document()

    def _document(self) -> Any:
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._read(next(self._events))
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise wrong(after, "but found another document")
        return value

    def _read(self, event: yaml.Event) -> Any:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise wrong(event, _ANCHORS)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(_tag(event), event.value)
        if len(self._loc) >= MOST_DEEP:
            raise wrong(event, TOO_DEEP)
        return self._pairs() if isinstance(event, yaml.MappingStartEvent) else self._items()

    def _pairs(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, found)
            self._loc.append(key)
            found[key] = self._read(next(self._events))
            self._loc.pop()
        return found

    def _key(self, event: yaml.Event, found: dict[str, Any]) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor:
            raise wrong(event, _ANCHORS if getattr(event, "anchor", None) else _WORD)
        key = str(event.value)
        if _tag(event) != _TEXT:
            self._slip(event, f"YAML reads the key {key!r} as something else: quote it")
        if key in found:
            self._slip(event, f"the key {key!r} stands twice: keep one")
        return key

    def _items(self) -> list[Any]:
        found: list[Any] = []
        lines: list[int] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if len(self._loc) == 1:
                lines.append(_line(event))
            self._loc.append(len(found))
            found.append(self._read(event))
            self._loc.pop()
        if len(self._loc) == 1:
            self.lines[str(self._loc[0])] = lines
        return found

    def _slip(self, event: yaml.Event, what: str) -> None:
        self.slips.append((_line(event), tuple(self._loc), what))


def wrong(event: yaml.Event, what: str) -> yaml.MarkedYAMLError:
    """The error that says where the event stands. The C loader has marks of its own."""
    return yaml.MarkedYAMLError(problem=what, problem_mark=event.start_mark)  # type: ignore[arg-type]


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1  # type: ignore[union-attr]


def _tag(event: yaml.ScalarEvent) -> str:
    """As YAML's own resolver: only what stands unquoted may be something else than a text."""
    if event.tag and event.tag != "!":
        return str(event.tag)
    if event.implicit[0]:
        for tag, expression in Resolver.yaml_implicit_resolvers.get(event.value[:1], ()):
            if expression.match(event.value):
                return str(tag)
    return _TEXT


def _scalar(tag: str, text: str) -> Any:
    if tag == _TEXT:
        return text
    try:
        return _READERS.get(tag.rpartition(":")[2], str)(text)
    except ValueError:
        return text
