"""The answer file: what the app gives to resume anywhere, and what every command reads.

Reading refuses anything doubtful with one line that says where, what and the remedy. Whether a
question or an option exists is asked elsewhere, of the questionnaire.
"""

import datetime as dt
import difflib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from storage.json_text import JsonTextError, one_line, one_path, read_json
from storage.numbers import Numbers, whole_numbers
from storage.record import DMA_PROFILE, Form, Record, Stage

MAX_BYTES = 1_000_000


class AnswerFileError(Exception):
    """One line: 'name: place: what; remedy'."""


class AnswerFile(BaseModel):
    """An answer file as read. `profile` and `plan` are plain JSON data, not yet checked.

    In the file, an answer is an option or a list of whole numbers: `answers` holds the first,
    `numbers` the second.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    instrument: str = Field(min_length=1, max_length=64)
    version: str | None = Field(default=None, min_length=1, max_length=32)
    # Lax for this one alone: in JSON a date is a text.
    date: dt.date | None = Field(default=None, strict=False)
    stage: Stage = "T0"
    form: Form = "core"
    answers: dict[str, str]
    profile: dict[str, Any] = Field(default_factory=dict)
    plan: dict[str, Any] | None = None
    worry: str = Field(default="", max_length=10_000)
    dma_profile: dict[str, Any] = Field(default_factory=dict)
    _numbers: Numbers = PrivateAttr(default_factory=dict)

    @property
    def numbers(self) -> Numbers:
        """The answers that are lists of whole numbers."""
        return self._numbers


def read_answer_file(text: str, name: str) -> AnswerFile:
    """The content of a file of this name; AnswerFileError with one line when it is not right."""
    label = one_path(name)
    try:
        content = read_json(text, MAX_BYTES)
        numbers = _take_numbers(content)
        file = AnswerFile.model_validate(content)
    except JsonTextError as error:
        raise AnswerFileError(f"{label}: {error}") from None
    except ValidationError as error:
        raise AnswerFileError(f"{label}: {_explain(error)}") from None
    file._numbers.update(numbers)
    return file


def write_answer_file(record: Record, on: dt.date) -> str:
    """The answer file of an assessment on this day; the same record and day, the same text."""
    content: dict[str, Any] = {
        "instrument": record.instrument,
        "version": record.version,
        "date": on.isoformat(),
        "stage": record.stage,
        "form": record.form,
        "answers": {**record.answers, **record.numbers},
    }
    profile = {part: said for part, said in record.profile.items() if part != DMA_PROFILE}
    optional = {"profile": profile, "plan": record.plan, "worry": record.worry}
    optional[DMA_PROFILE] = record.profile.get(DMA_PROFILE)
    content.update({key: value for key, value in optional.items() if value})
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n"


def _take_numbers(content: Any) -> Numbers:
    """Takes the lists out of the answers, so that what is left are texts."""
    answers = content.get("answers") if isinstance(content, dict) else None
    if not isinstance(answers, dict):
        return {}
    found: Numbers = {}
    for question in [key for key, value in answers.items() if isinstance(value, list)]:
        given = answers.pop(question)
        numbers = whole_numbers(given)
        if numbers is None:
            shown = one_line(json.dumps(given, ensure_ascii=False))
            raise JsonTextError(
                f"answers.{one_line(question)}: {shown} is not a list of whole numbers; "
                "write one like [1, 3]"
            )
        found[question] = numbers
    return found


def _explain(error: ValidationError) -> str:
    details = error.errors(include_url=False)
    detail = details[0]
    place = one_line(".".join(str(step) for step in detail["loc"])) or "top"
    more = f" (and {len(details) - 1} more)" if len(details) > 1 else ""
    return f"{place}: {_message(detail)}{more}"


def _message(detail: Any) -> str:
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    given = one_line(repr(detail["input"]))
    match detail["type"]:
        case "extra_forbidden":
            known = list(AnswerFile.model_fields)
            near = difflib.get_close_matches(last, known, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(known)}"
            return f"not a known key; {hint}"
        case "missing":
            return f"'{last}' is missing; add it"
        case "literal_error":
            return f"{given} is not a known value; write one of {detail['ctx']['expected']}"
        case "string_type":
            return f"{given} is not a text; write an option's id, 'unknown' or 'not_applicable'"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f'{given} is not a group of keys; write {{"key": value}}'
        case _ if last == "date":
            return f"{given} is not a date; write year-month-day, like 2026-11-23"
        case _:
            return f"{given} is not accepted: {one_line(str(detail['msg']))}; correct it"
