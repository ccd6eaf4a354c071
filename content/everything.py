"""Every text inside a piece of content, whatever its shape."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from pydantic import BaseModel


def texts_in(value: object) -> Iterator[str]:
    """Each string of a model, a dataclass, a mapping's values or a sequence, depth first."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from texts_in(inner)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts_in(inner)
    elif isinstance(value, tuple | list | set | frozenset):
        for inner in value:
            yield from texts_in(inner)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
