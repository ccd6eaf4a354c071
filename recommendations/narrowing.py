"""What in a statement of needs may leave too few suppliers to choose from."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from recommendations.guide import Guide, Names, Remark
from recommendations.specification import Specification, Wanted

MOST_MUST = 7
"""More needs that cannot wait, and few suppliers meet them all."""

MOST_IN_ALL = 25
"""Longer than this, small suppliers do not answer at all."""

LEAST_DAYS = 14
"""Fewer days to answer, and a small supplier cannot."""


@dataclass(frozen=True)
class Finding:
    """One remark; `line` is the line it is about, None for the whole. `values` fill its words."""

    remark: Remark
    line: Wanted | None = None
    values: dict[str, str] = field(default_factory=dict, hash=False)


def narrowings(specification: Specification, guide: Guide, on: dt.date) -> tuple[Finding, ...]:
    """Everything to look at again on this day, line by line, then as a whole."""
    lines = (w for line in specification.wanted for w in _of_line(line, guide))
    return (*lines, *_of_whole(specification, on))


def _of_line(line: Wanted, guide: Guide) -> Iterator[Finding]:
    """What offers are compared on excludes nobody, nor does what may come later."""
    if line.place not in ("must", "constraint"):
        return
    suggestion = guide.suggestion(line.suggestion)
    if suggestion is not None:
        if suggestion.narrows:
            yield Finding("narrows", line, {"why": suggestion.narrows})
        return
    for remark, pattern in _patterns(guide.names):
        found = pattern.search(line.text)
        if found:
            yield Finding(remark, line, {"name": found[0].strip()})


def _of_whole(specification: Specification, on: dt.date) -> Iterator[Finding]:
    must, count = len(specification.at("must")), len(specification.wanted)
    if must > MOST_MUST:
        yield Finding("many", values={"count": str(must), "most": str(MOST_MUST)})
    if count > MOST_IN_ALL:
        yield Finding("long", values={"count": str(count)})
    last = specification.answer_by
    if last is not None and (last - on).days < LEAST_DAYS:
        yield Finding("soon")
    low, high = specification.budget_min, specification.budget_max
    if low is not None and high is not None and low > high:
        yield Finding("budget")


@lru_cache(maxsize=8)
def _patterns(names: Names) -> tuple[tuple[Remark, re.Pattern[str]], ...]:
    """Whole words. Written as names only, a word at the start of a line does not count."""
    listed: tuple[tuple[Remark, tuple[str, ...], str], ...] = (
        ("product", names.products, r"(?i)(?<!\w)(?:{})(?!\w)"),
        ("product", names.products_as_written, r"(?<=\s)(?:{})(?!\w)"),
        ("technology", names.technologies, r"(?<!\w)(?:{})(?!\w)"),
        ("local", names.local, r"(?i)(?<!\w)(?:{})"),
        ("size", names.size, r"(?i)(?<!\w)(?:{})"),
    )
    return tuple(
        (remark, re.compile(shape.replace("{}", "|".join(map(re.escape, _longest_first(words))))))
        for remark, words, shape in listed
        if words
    )


def _longest_first(words: tuple[str, ...]) -> list[str]:
    """So that 'Microsoft 365' is found whole."""
    return sorted(words, key=len, reverse=True)
