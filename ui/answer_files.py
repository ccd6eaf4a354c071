"""From the text of an answer file to what an assessment is created with."""

from typing import Any

from assessment.answers import mistakes
from assessment.dma_profile import WrongModule, read_module
from assessment.marks import unreadable
from assessment.profile_reading import read_profile
from questionnaires import CHECKLISTS
from recommendations.plan_data import plan_of, read_plan
from recommendations.wishes import Means
from storage.answer_file import MAX_BYTES, AnswerFile, AnswerFileError, read_answer_file
from storage.record import DMA_PROFILE
from ui import contents


def to_create(language: str, name: str, content: bytes) -> dict[str, Any]:
    """What to create the assessment with.

    AnswerFileError, WrongProfile or WrongPlan in one line when the file is not right.
    """
    file = opened(name, content)
    if file.instrument in CHECKLISTS:
        return _checklist(language, name, file)
    _check(language, name, file)
    profile, plan = read_profile(file.profile), read_plan(file.plan)
    return {
        "instrument": file.instrument,
        "version": file.version or contents.questionnaire(language).version,
        "form": file.form,
        "stage": file.stage,
        "profile": profile.model_dump(mode="json", exclude_none=True),
        "worry": file.worry,
        "plan": plan_of(plan.means(Means()), plan.wishes, plan.followed),
        "given": file.answers,
    }


def opened(name: str, content: bytes) -> AnswerFile:
    """The file as it is written, not checked yet; AnswerFileError when it cannot be read."""
    if len(content) > MAX_BYTES:
        raise AnswerFileError(f"{name}: {len(content)} > {MAX_BYTES}")
    try:
        return read_answer_file(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise AnswerFileError(f"{name}: UTF-8") from None


def _checklist(language: str, name: str, file: AnswerFile) -> dict[str, Any]:
    """The same for a DMA form: rows not graded yet may stay so."""
    checklist = contents.checklist(file.instrument, language)
    for question in file.answers:
        raise AnswerFileError(f"{name}: answers.{question}: [1, 2, …]")
    wrong = unreadable(checklist, file.numbers)
    if wrong:
        raise AnswerFileError(f"{name}: answers.{wrong[0].question}: {wrong[0].message}")
    try:
        module = read_module(file.instrument, file.dma_profile)
    except WrongModule as error:
        raise AnswerFileError(f"{name}: {DMA_PROFILE}.{error}") from None
    return {
        "instrument": file.instrument,
        "version": file.version or checklist.version,
        "form": "core",
        "stage": file.stage,
        "profile": {DMA_PROFILE: module.model_dump(mode="json", exclude_none=True)},
        "numbers": file.numbers,
    }


def _check(language: str, name: str, file: AnswerFile) -> None:
    questionnaire = contents.questionnaire(language)
    if file.instrument != questionnaire.id:
        raise AnswerFileError(f"{name}: instrument '{file.instrument}' ≠ '{questionnaire.id}'")
    for question in file.numbers:
        raise AnswerFileError(f"{name}: answers.{question}: […]")
    wrong = mistakes(questionnaire, file.answers)
    if wrong:
        raise AnswerFileError(f"{name}: answers.{wrong[0].question}: {wrong[0].message}")
