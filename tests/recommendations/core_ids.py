"""The core instrument reduced to its ids, enough to check what actions and pathways name."""

from pathlib import Path

import yaml

from assessment.model import Questionnaire
from tests.builders import dimension, question, questionnaire

IDS = Path(__file__).with_name("question_ids.yaml")


def core() -> Questionnaire:
    """The 24 scored questions with options worth 0 to 3; texts are ids."""
    named = yaml.safe_load(IDS.read_text(encoding="utf-8"))
    return questionnaire(
        *(
            dimension(name, *(_question(id, words) for id, words in questions.items()))
            for name, questions in named.items()
        )
    )


def _question(id, words):
    options, _, floor = words.partition("@")
    points = {option: rank for rank, option in enumerate(options.split())}
    return question(id, floor=floor.strip() or None, **points)
