"""`jalon score`: the score card of one answer file, or of each row of a CSV."""

from pathlib import Path
from typing import Annotated

import typer

from assessment.as_json import card_as_json
from assessment.scorecard import score_card
from jalon.checklists import estimate_of, is_checklist, no_q7
from jalon.inputs import (
    answer_file_of,
    check_answers,
    check_choices,
    date_of,
    language_of,
    questionnaire_of,
)
from jalon.output import print_json
from jalon.score_rows import score_rows


def score(
    file: Annotated[Path, typer.Argument(help="An answer file (JSON), or a CSV of many.")],
    instrument: Annotated[
        str, typer.Option(help="The instrument of a CSV; a JSON file names its own.")
    ] = "digital-maturity",
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    q7: Annotated[
        str | None, typer.Option("--q7", help="dma-sme: how to count the negative item.")
    ] = None,
    language: Annotated[str, typer.Option()] = "fr",
) -> int:
    """Print the score card; for a CSV, one line a row."""
    day = date_of(on)
    if file.suffix.lower() == ".csv":
        no_q7(q7, "a CSV")
        return score_rows(file, questionnaire_of(instrument, language_of(language)))
    sheet = answer_file_of(file)
    if is_checklist(sheet.instrument):
        estimate = estimate_of(sheet, file, language_of(language), day, q7)
        print_json(card_as_json(estimate.card))
        return 0
    no_q7(q7, sheet.instrument)
    questionnaire = questionnaire_of(sheet.instrument, language_of(language))
    check_choices(sheet, file)
    check_answers(questionnaire, sheet.answers, str(file))
    print_json(card_as_json(score_card(questionnaire, sheet.answers, sheet.form)))
    return 0
