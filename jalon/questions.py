"""`jalon questions`: the questions of an instrument, their options and points."""

from typing import Annotated, Any

import typer

from assessment.model import Question, Questionnaire
from jalon.inputs import questionnaire_of
from jalon.output import print_json


def questions(
    instrument: Annotated[str, typer.Option(help="The instrument's id.")] = "digital-maturity",
) -> None:
    """Print the questions of an instrument, with options and points."""
    questionnaire = questionnaire_of(instrument, "fr")
    print_json(
        {
            "instrument": questionnaire.id,
            "version": questionnaire.version,
            "dimensions": [
                {
                    "id": dimension.id,
                    "questions": [_question(questionnaire, q) for q in dimension.questions],
                    "deep_dives": [
                        _question(questionnaire, q) for q in _deep(questionnaire, dimension.id)
                    ],
                }
                for dimension in questionnaire.dimensions
            ],
        }
    )


def _deep(questionnaire: Questionnaire, dimension_id: str) -> tuple[Question, ...]:
    dive = questionnaire.deep_dive(dimension_id)
    return dive.questions if dive else ()


def _question(questionnaire: Questionnaire, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.kind,
        "weight": question.weight,
        "flash": question.id in questionnaire.flash,
        "scored": question.scored,
        "options": [
            {"id": option.id, "points": option.points}
            for option in question.options
            if not option.retired
        ],
    }
