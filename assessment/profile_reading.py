"""A profile as anyone may send it: read, or refused in one line that names the nearest key."""

import difflib
from typing import Any

from pydantic import BaseModel, ValidationError

from assessment.flat import flat
from assessment.profile import Enterprise, Profile, Project

_PARTS: dict[str, type[BaseModel]] = {"enterprise": Enterprise, "project": Project}


class WrongProfile(Exception):
    """One line: 'place: what; remedy'."""


def read_profile(data: Any) -> Profile:
    """The profile in this plain JSON data; WrongProfile says where, what and the nearest value."""
    try:
        return Profile.model_validate(data)
    except ValidationError as error:
        raise WrongProfile(flat(_explain(error))) from None


def _explain(error: ValidationError) -> str:
    details = error.errors(include_url=False)
    # An unknown key explains more than the values beside it.
    detail = min(details, key=lambda d: d["type"] != "extra_forbidden")
    place = ".".join(str(step) for step in detail["loc"]) or "top"
    more = f" (and {len(details) - 1} more)" if len(details) > 1 else ""
    return f"{place}: {_message(detail)}{more}"


def _message(detail: Any) -> str:
    given = repr(detail["input"])[:60]
    if detail["type"] == "extra_forbidden":
        return f"not a known key; {_near(detail['loc'])}"
    if detail["type"] in ("model_type", "model_attributes_type", "dict_type"):
        return 'not a group of keys; write {"enterprise": {…}, "project": {…}}'
    if detail["type"] == "literal_error":
        return f"{given} is not a known value; write one of {detail['ctx']['expected']}"
    return f"{given} is not accepted: {detail['msg']}"


def _near(loc: tuple[int | str, ...]) -> str:
    known = list(_PARTS[str(loc[0])].model_fields) if len(loc) > 1 else list(_PARTS)
    near = difflib.get_close_matches(str(loc[-1]), known, 1, 0.5)
    return f"did you mean '{near[0]}'?" if near else f"known: {', '.join(known[:8])}…"
