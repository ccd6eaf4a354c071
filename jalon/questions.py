"""`jalon questions`: the questions of an instrument, their options and points."""

from typing import Annotated, Any

import typer

from assessment.checklist import Checklist, Scale, Ticks
from assessment.model import Question, Questionnaire
from jalon.checklists import is_checklist
from jalon.inputs import questionnaire_of
from jalon.output import print_json
from questionnaires import read_checklist


def questions(
    instrument: Annotated[str, typer.Option(help="The instrument's id.")] = "digital-maturity",
) -> None:
    """Print the questions of an instrument, with options and points."""
    if is_checklist(instrument):
        print_json(checklist_as_json(read_checklist(instrument, "fr")))
        return
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


def checklist_as_json(checklist: Checklist) -> dict[str, Any]:
    """A checklist: items to tick (numbered from 1) and rows to grade (steps from 0)."""
    return {
        "instrument": checklist.id,
        "version": checklist.version,
        "dimensions": [
            {"id": d.id, "questions": [_asked(question) for question in d.questions]}
            for d in checklist.dimensions
        ],
    }


def _asked(question: Ticks | Scale) -> dict[str, Any]:
    common = {"id": question.id, "kind": question.kind, "weight": 1, "flash": False, "scored": True}
    if isinstance(question, Scale):
        rows = [{"row": n, "text": text} for n, text in enumerate(question.rows, 1)]
        steps = [{"step": n, "text": text} for n, text in enumerate(question.steps)]
        return common | {"mandatory": True, "top": question.top, "steps": steps, "rows": rows}
    items = [
        {"item": n, "negative": item.negative, "text": item.text}
        for n, item in enumerate(question.items, 1)
    ]
    return common | {"mandatory": False, "items": items}
