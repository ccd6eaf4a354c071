"""YAML as a tree that remembers its lines, with the traps of YAML refused."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from content.errors import Problem
from content.languages import file_key
from content.values import Loader, Values

MOST_CHARACTERS = 5_000_000
"""Of one file; the longest of ours has under 2,000,000."""


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
        self._text = text
        self._lines: dict[str, list[int]] = {}
        try:
            self._read()
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            self._problem(line, "", f"this is not valid YAML: {error.problem}")
        except yaml.YAMLError as error:
            self._problem(1, "", f"this is not valid YAML: {' '.join(str(error).split())}")
        except UnicodeEncodeError:
            self._problem(1, "", "this is not valid YAML: half a character (a lone surrogate)")
        if self.value is None and not self.problems:
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
        return self._lines.get(key, [])

    @cached_property
    def _root(self) -> yaml.Node | None:
        """The nodes with their marks: only for a text that was read, so never too deep."""
        return yaml.compose(self._text, Loader=Loader) if self.value is not None else None

    def _read(self) -> None:
        if len(self._text) > MOST_CHARACTERS:
            raise yaml.YAMLError(f"it is longer than {MOST_CHARACTERS} characters: cut it in two")
        read = Values(self._text)
        self.value, self._lines = read.value, read.lines
        for line, loc, message in read.slips:
            self._problem(line, self.place(loc).path, message)

    def _problem(self, line: int, place: str, message: str) -> None:
        self.problems.append(Problem(self.name, line, place, message))


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
