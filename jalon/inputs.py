"""What commands read: answer files, profiles, dates, languages; refused in one line."""

import datetime as dt
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from assessment.answers import mistakes
from assessment.model import Questionnaire
from assessment.profile import Profile
from assessment.profile_reading import WrongProfile, read_profile
from assessment.scorecard import Form
from content.languages import LANGUAGES
from jalon.errors import BadInput
from questionnaires import CHECKLISTS, UnknownInstrument, read
from storage.answer_file import AnswerFile, AnswerFileError, read_answer_file
from storage.json_text import JsonTextError, read_json

MAX_BYTES = 1_000_000


def text_of(path: Path) -> str:
    """The text of a file; BadInput when it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}; check the path") from None


def check_is_text(path: Path) -> None:
    """Raises BadInput when a file cannot be read as UTF-8; never holds it whole."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            while file.read(MAX_BYTES):
                pass
    except UnicodeDecodeError:
        raise BadInput(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}; check the path") from None


def language_of(given: str) -> str:
    """A language the content is written in."""
    return _known("--language", given, LANGUAGES)


def form_of(given: str) -> Form:
    """The full questionnaire or the short one."""
    return "flash" if _known("--form", given, ("core", "flash")) == "flash" else "core"


def kind_of(given: str, known: tuple[str, ...]) -> str:
    """One of the kinds a file may be of."""
    return _known("--kind", given, known)


def bytes_of(path: Path, most: int) -> bytes:
    """The content of a file of at most so many bytes, and one more when it is longer."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}; check the path") from None


def date_of(given: str | None) -> dt.date:
    """The date of `--on`; today when it is not given."""
    if given is None:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise BadInput(
            f"--on: '{given}' is not a date; write year-month-day, like {dt.date.today()}"
        ) from None


def questionnaire_of(instrument: str, language: str) -> Questionnaire:
    """The instrument of this id in this language; a checklist is none."""
    if instrument in CHECKLISTS:
        raise BadInput(f"'{instrument}' is answered with lists; give an answer file (JSON)")
    try:
        return read(instrument, language)
    except UnknownInstrument as error:
        raise BadInput(str(error)) from None


def answer_file_of(path: Path) -> AnswerFile:
    """The answer file at this path."""
    try:
        return read_answer_file(text_of(path), str(path))
    except AnswerFileError as error:
        raise BadInput(str(error)) from None


def profile_of(path: Path) -> Profile:
    """The profile at this path."""
    try:
        return checked_profile(read_json(text_of(path), MAX_BYTES), path)
    except JsonTextError as error:
        raise BadInput(f"{path}: {error}") from None


def check_choices(file: AnswerFile, path: Path) -> None:
    """Refuse, in a file of chosen options, what only a checklist holds."""
    for question in file.numbers:
        raise BadInput(f"{path}: answers.{question}: a list is not an answer; write an option's id")
    if file.dma_profile:
        raise BadInput(f"{path}: dma_profile: '{file.instrument}' has none; remove the key")


def check_answers(questionnaire: Questionnaire, answers: dict[str, str], where: str) -> None:
    """Refuse answers that name no known question or option."""
    wrong = mistakes(questionnaire, answers)
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise BadInput(f"{where}: answers.{wrong[0].question}: {wrong[0].message}{more}")


def checked_profile(data: Any, path: Path, prefix: str = "") -> Profile:
    """The profile in this data; `prefix` says where in the file it stands."""
    try:
        return read_profile(data)
    except WrongProfile as error:
        raise BadInput(f"{path}: {prefix}{error}") from None


def _known(what: str, given: str, known: tuple[str, ...]) -> str:
    if given in known:
        return given
    near = get_close_matches(given, known, 1, 0)
    raise BadInput(f"{what}: '{given}' is not known; did you mean '{near[0]}'?")
