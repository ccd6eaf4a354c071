"""Small questionnaires and answers: what a test does not speak of is left out here."""

from typing import Any

from assessment.consistency import Check
from assessment.model import DeepDive, Dimension, Question, Questionnaire

LEVELS = [
    {"id": "starting-out", "starts_at": 0, "title": "Starting out", "meaning": "m"},
    {"id": "getting-organised", "starts_at": 25, "title": "Getting organised", "meaning": "m"},
    {"id": "established", "starts_at": 50, "title": "Established", "meaning": "m"},
    {"id": "sharing", "starts_at": 75, "title": "Sharing", "meaning": "m"},
]
TAGS = {"axis": "strategy", "principle": "governance", "eu_area": 9}


def question(id: str, weight: int = 1, floor: str | None = None, **points: int) -> Question:
    """question("backup", none=0, tested=2): options named in order with their points.

    On a floor question the last option proves the point present, the others absent.
    """
    names = list(points)
    options = [
        {
            "id": name,
            "points": points[name],
            "text": name,
            **({"floor": "present" if name == names[-1] else "absent"} if floor else {}),
        }
        for name in names
    ]
    texts = ("short", "why_we_ask", "plain_language", "who_might_know", "proof", "adviser_hint")
    return Question.model_validate(
        {"id": id, "weight": weight, "floor": floor, "options": options, "tags": TAGS}
        | {"text": f"{id}?"}
        | dict.fromkeys(texts, id)
    )


def dimension(id: str, *questions: Question) -> Dimension:
    """A dimension that asks these questions."""
    words = dict.fromkeys(("title", "short", "about", "good_news"), id)
    return Dimension(id=id, questions=questions, **words)


def questionnaire(
    *dimensions: Dimension,
    flash: tuple[str, ...] = (),
    deep: tuple[DeepDive, ...] = (),
    checks: tuple[Check, ...] = (),
) -> Questionnaire:
    """An instrument with the four levels of Jalon."""
    content: dict[str, Any] = {
        "id": "small", "version": "1.0", "title": "Small", "minutes": 10, "flash_minutes": 5,
        "levels": LEVELS, "flash": flash, "dimensions": dimensions, "deep_dives": deep,
        "checks": checks,
    }  # fmt: skip
    return Questionnaire.model_validate(content)


def deep_dive(dimension: str, *questions: Question, minutes: int = 4) -> DeepDive:
    """More questions on this dimension."""
    return DeepDive(dimension=dimension, intro="Further.", minutes=minutes, questions=questions)


def check(id: str, /, **when: str) -> Check:
    """check("c", site="ok", plan="none"): both answers together are worth a second look."""
    conditions = [{"question": q, "is": o.split()} for q, o in when.items()]
    return Check.model_validate({"id": id, "when": conditions, "text": f"Read {id} again."})


def deepened(
    instrument: Questionnaire, *dives: DeepDive, checks: tuple[Check, ...] = ()
) -> Questionnaire:
    """The same instrument with these deep dives and checks, and no other."""
    content = {name: getattr(instrument, name) for name in type(instrument).model_fields}
    return Questionnaire(**(content | {"deep_dives": dives, "checks": checks}))
