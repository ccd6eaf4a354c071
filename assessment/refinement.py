"""The refined score: a dimension measured again with the questions of its deep dive.

Another measure than the core score, which it never changes: more questions, the same rule.
"""

from assessment.answers import Answers
from assessment.model import Question, Questionnaire
from assessment.scoring import Scheme

# Arrays built from frozen content: one per questionnaire object and set of opened dimensions.
_cache: dict[tuple[int, tuple[str, ...]], tuple[Questionnaire, Scheme]] = {}


def opened(questionnaire: Questionnaire, answers: Answers) -> tuple[str, ...]:
    """The dimensions with at least one deep-dive answer, be it unknown or not applicable."""
    return tuple(
        dive.dimension
        for dive in questionnaire.deep_dives
        if any(question.id in answers for question in dive.questions)
    )


def refined_questions(questionnaire: Questionnaire, dimension_id: str) -> tuple[Question, ...]:
    """The scored core questions of a dimension, whatever the form, then its deep dive's."""
    dive = questionnaire.deep_dive(dimension_id)
    core = tuple(q for q in questionnaire.dimension(dimension_id).questions if q.scored)
    return core + (dive.questions if dive else ())


def deep_questions(questionnaire: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    """The deep-dive questions of the opened dimensions, in order."""
    return tuple(
        question
        for dimension in opened(questionnaire, answers)
        for question in refined_questions(questionnaire, dimension)
        if questionnaire.deep_dive_of(question.id) is not None
    )


def refined_pairs(
    questionnaire: Questionnaire, dimensions: tuple[str, ...]
) -> list[tuple[str, Question]]:
    """(dimension, question) of the refined scores of these dimensions."""
    return [(d, q) for d in dimensions for q in refined_questions(questionnaire, d)]


def refined_scheme(questionnaire: Questionnaire, dimensions: tuple[str, ...]) -> Scheme:
    """The scoring scheme of these opened dimensions, built once."""
    key = (id(questionnaire), dimensions)
    kept = _cache.get(key)
    if kept is None or kept[0] is not questionnaire:
        kept = (questionnaire, Scheme.of(refined_pairs(questionnaire, dimensions)))
        _cache[key] = kept
    return kept[1]
