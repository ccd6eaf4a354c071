"""YAML as a tree that remembers its lines, with the traps of YAML refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from content.errors import Problem
from content.languages import file_key

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TRUE = {"true": True, "false": False}


@dataclass(frozen=True)
class Place:
    """A point in a file: its line and how a reader finds it."""

    line: int
    path: str


class Tree:
    """One YAML file read into plain values; `place(loc)` tells where a value stands.

    Problems met on the way (syntax, duplicate keys, anchors, keys that are not words)
    are in `problems`; the value is None when the file cannot be read at all. `name` is for
    messages; `key` names the file from the project's root, as translations do.
    """

    def __init__(self, text: str, name: str, key: str | None = None) -> None:
        self.name = name
        self.key = key or name
        self.problems: list[Problem] = []
        self.value: Any = None
        self._root: yaml.Node | None = None
        try:
            self._refuse_anchors(text)
            self._root = yaml.compose(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self._problem(line, "", f"this is not valid YAML: {error.problem}")
        except yaml.YAMLError as error:
            self._problem(1, "", f"this is not valid YAML: {error}")
        if self._root is not None:
            self.value = self._build(self._root, "")
        elif not self.problems:
            self._problem(1, "", "the file is empty")

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> "Tree":
        """The tree of a file; a file that is not UTF-8 is a problem, not a crash."""
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            tree = cls("x: 0", name or path.name)
            tree.value = None
            tree.problems = [Problem(tree.name, 1, "", "save this file as UTF-8")]
            return tree
        return cls(text, name or path.name, file_key(path))

    def place(self, loc: tuple[int | str, ...]) -> Place:
        """Where the value at this location stands, as near as the file goes."""
        node, path = self._root, ""
        line = node.start_mark.line + 1 if node else 1
        for step in loc:
            found = _step(node, step)
            if found is None:
                return Place(line, f"{path} > {step}" if path else str(step))
            mark, node = found
            line = mark.start_mark.line + 1
            path = _join(path, step, node)
        return Place(line, path)

    def lines_under(self, key: str) -> list[int]:
        """The line where each item of the list under this key begins; empty when it is no list."""
        found = _step(self._root, key)
        listed = found[1] if found else None
        if not isinstance(listed, yaml.SequenceNode):
            return []
        return [item.start_mark.line + 1 for item in listed.value]

    def _problem(self, line: int, place: str, message: str) -> None:
        self.problems.append(Problem(self.name, line, place, message))

    def _refuse_anchors(self, text: str) -> None:
        if "&" not in text and "*" not in text:
            return
        for event in yaml.parse(text, Loader=_Loader):
            anchored = isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None)
            if anchored:
                raise yaml.MarkedYAMLError(
                    problem="anchors and aliases are not used here: write the value out",
                    problem_mark=event.start_mark,  # type: ignore[arg-type]  # the C loader has its own mark
                )

    def _build(self, node: yaml.Node, path: str) -> Any:
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self._build(n, _join(path, i, n)) for i, n in enumerate(node.value)]
        return _scalar(node)

    def _pairs(self, node: yaml.MappingNode, path: str) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if key_node.tag != "tag:yaml.org,2002:str":
                self._problem(line, path, f"YAML reads the key {key!r} as something else: quote it")
            if key in seen:
                self._problem(line, path, f"the key {key!r} stands twice: keep one")
            seen.add(key)
            yield key, self._build(value_node, _join(path, key, value_node))


def _scalar(node: yaml.Node) -> Any:
    kind, text = node.tag.rpartition(":")[2], node.value
    readers: dict[str, Callable[[str], Any]] = {
        "null": lambda _: None,
        "bool": lambda t: _TRUE.get(t.lower(), t),
        "int": lambda t: int(t) if t.lstrip("-+").isdigit() and not t.startswith("0o") else t,
        "float": float,
    }
    try:
        return readers.get(kind, str)(text)
    except ValueError:
        return text


def _step(node: yaml.Node | None, step: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == str(step):
                return key_node, value_node
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _join(path: str, step: int | str, node: yaml.Node) -> str:
    if isinstance(step, str):
        return f"{path} > {step}" if path else step
    return f"{path}[{_name(node) or step}]"


def _name(node: yaml.Node) -> str | None:
    """A list item is called by its id where it has one."""
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == "id":
                return str(value_node.value)
    return None
