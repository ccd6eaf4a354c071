"""How any YAML file becomes checked, frozen objects in one language, or a list of mistakes."""

import difflib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from content.errors import ContentError, Problem
from content.languages import AUTHORS, is_text
from content.nodes import Tree
from content.translations import translated

M = TypeVar("M", bound=BaseModel)


def load(path: Path, model: type[M], language: str) -> M:
    """The one object a file describes, in this language.

    Raises ContentError with every problem of the file.
    """
    try:
        seen = path.stat()
    except OSError as error:
        said = f"this file cannot be read ({error.strerror}): put it back"
        raise ContentError([Problem(_name(path), 1, "", said)]) from None
    return build(_tree(path, _name(path), seen.st_mtime_ns, seen.st_size), model, language)


def load_all(paths: Iterable[Path], model: type[M], language: str) -> tuple[M, ...]:
    """One object a file, in the order given; ContentError holds the problems of all files."""
    loaded, problems = load_good(paths, model, language)
    if problems:
        raise ContentError(problems)
    return loaded


def load_good(
    paths: Iterable[Path], model: type[M], language: str
) -> tuple[tuple[M, ...], list[Problem]]:
    """The objects of the files that are right, and the problems of those that are not."""
    loaded: list[M] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            loaded.append(load(path, model, language))
        except ContentError as error:
            problems.extend(error.problems)
    return tuple(loaded), problems


def build(tree: Tree, model: type[M], language: str) -> M:
    """The object this tree describes, in this language, or ContentError."""
    problems = list(tree.problems)
    value = _choose(tree, tree.value, (), language, problems)
    if tree.value is None:
        raise ContentError(problems)
    try:
        built = model.model_validate(value)
    except ValidationError as error:
        raise ContentError(problems + _explain(tree, error, model)) from None
    if problems:
        raise ContentError(problems)
    return built


@lru_cache(maxsize=512)
def _tree(path: Path, name: str, _changed: int, _size: int) -> Tree:
    """A file as it stands, read once for all languages: a server starts with five."""
    return Tree.read(path, name)


def _name(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _choose(
    tree: Tree, value: Any, loc: tuple[int | str, ...], language: str, problems: list[Problem]
) -> Any:
    if is_text(value):
        wanted = (language,) if language in AUTHORS else AUTHORS
        missing = [code for code in wanted if _is_empty(value.get(code))]
        if missing:
            place = tree.place(loc)
            problems.append(
                Problem(tree.name, place.line, place.path, f"the '{missing[0]}' text is missing")
            )
            return "?"
        # A file kept elsewhere, a federation's, holds its translations itself.
        return value.get(language) or translated(value, tree.key, language)
    if isinstance(value, dict):
        return {k: _choose(tree, v, (*loc, k), language, problems) for k, v in value.items()}
    if isinstance(value, list):
        return [_choose(tree, v, (*loc, i), language, problems) for i, v in enumerate(value)]
    return value


def _is_empty(text: Any) -> bool:
    return text is None or (isinstance(text, str) and not text.strip())


def _explain(tree: Tree, error: ValidationError, model: type[BaseModel]) -> list[Problem]:
    details = error.errors()
    locs = [tuple(d["loc"]) for d in details]
    problems = []
    for detail, loc in zip(details, locs, strict=True):
        # When every item of a list is wrong, the list is also called too short: keep the cause.
        if any(len(other) > len(loc) and other[: len(loc)] == loc for other in locs):
            continue
        place = tree.place(loc)
        message = _message(detail, _siblings(model, loc))
        problems.append(Problem(tree.name, place.line, place.path, message))
    return problems


def _message(detail: Any, known: list[str]) -> str:
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    given = detail.get("input")
    match detail["type"]:
        case "extra_forbidden":
            near = difflib.get_close_matches(last, known, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(known)}."
            return f"'{last}' is not a known key. {hint}"
        case "missing":
            return f"'{last}' is missing: add it."
        case _ if given is None and last:
            return f"'{last}' is empty: fill it in."
        case "string_pattern_mismatch" if last == "id" or "a-z0-9" in str(detail.get("ctx")):
            return f"{given!r} is not an id. Use lowercase words and hyphens, like 'people-list'."
        case "literal_error":
            expected = str(detail["ctx"]["expected"])
            near = difflib.get_close_matches(str(given), expected.replace("'", "").split(", "), 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Write one of {expected}."
            return f"{given!r} is not a known value. {hint}"
        case _:
            return str(detail["msg"]).removeprefix("Value error, ")


def _siblings(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys known where this location ends, followed down the models."""
    current: Any = model
    for step in loc[:-1]:
        if isinstance(step, str):
            current = _field_model(current, step)
        if current is None:
            return []
    fields = getattr(current, "model_fields", {})
    return [info.alias or name for name, info in fields.items()]


def _field_model(model: Any, name: str) -> Any:
    for field, info in getattr(model, "model_fields", {}).items():
        if name in (field, info.alias):
            return _first_model(info.annotation)
    return None


def _first_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _first_model(inner)
        if found is not None:
            return found
    return None
