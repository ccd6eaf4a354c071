"""`jalon questions`: the questions of an instrument, their options and points."""

from typing import Annotated

import typer

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
                    "questions": [
                        {
                            "id": question.id,
                            "kind": question.kind,
                            "weight": question.weight,
                            "flash": question.id in questionnaire.flash,
                            "scored": question.scored,
                            "options": [{"id": o.id, "points": o.points} for o in question.options],
                        }
                        for question in dimension.questions
                    ],
                }
                for dimension in questionnaire.dimensions
            ],
        }
    )
