"""What the commands do with an answer file of a checklist (`dma-sme`, `dma-pso`)."""

import datetime as dt
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.checklist import VARIANTS, Checklist, Variant
from assessment.checklist_score import DEFAULT, checklist_card
from assessment.dma_profile import WrongModule, read_module
from assessment.marks import mistakes
from jalon.errors import BadInput
from questionnaires import CHECKLISTS, read_checklist
from storage.answer_file import AnswerFile

if TYPE_CHECKING:
    # Whose score is of another kind does not wait for it.
    from reports.dma import Estimate


def is_checklist(instrument: str) -> bool:
    """Whether this instrument is answered with lists of numbers."""
    return instrument in CHECKLISTS


def variant_of(given: str | None) -> Variant:
    """The way of `--q7` to count the negative item; ours when it is not given."""
    if given is None:
        return DEFAULT
    for variant in VARIANTS:
        if given == variant:
            return variant
    near = get_close_matches(given, VARIANTS, 1, 0)
    raise BadInput(f"--q7: '{given}' is not known; did you mean '{near[0]}'?")


def no_q7(given: str | None, instrument: str) -> None:
    """Refuse `--q7` where there is no such question."""
    if given is not None:
        raise BadInput(f"--q7: '{instrument}' has no such choice; leave it out")


def estimate_of(
    file: AnswerFile, where: Path, language: str, on: dt.date, q7: str | None
) -> "Estimate":
    """The estimate of this answer file; BadInput in one line when something is wrong."""
    from reports.dma import Estimate

    checklist = read_checklist(file.instrument, language)
    variant = variant_of(q7)
    _check(file, checklist, where)
    try:
        module = read_module(file.instrument, file.dma_profile)
    except WrongModule as error:
        raise BadInput(f"{where}: dma_profile.{error}") from None
    return Estimate(
        checklist=checklist,
        marks=file.numbers,
        variant=variant,
        card=checklist_card(checklist, file.numbers, variant),
        module=module,
        stage=file.stage,
        date=file.date or on,
        language=language,
    )


def _check(file: AnswerFile, checklist: Checklist, where: Path) -> None:
    if file.form != "core":
        raise BadInput(f"{where}: form: '{checklist.id}' has no short form; remove the key")
    for question, given in file.answers.items():
        raise BadInput(f"{where}: answers.{question}: '{given}' is not a list; write one like [1]")
    wrong = mistakes(checklist, file.numbers)
    if wrong:
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        raise BadInput(f"{where}: answers.{wrong[0].question}: {wrong[0].message}{more}")
