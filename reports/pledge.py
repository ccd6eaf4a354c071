"""A draft pledge to the EU transition pathway, made of the enterprise's own first projects."""

from content.wording import Wording
from recommendations.projects import Project
from reports.dossier import Dossier
from reports.naming import in_view, organisation, project_title, when
from reports.words import words

_PROJECTS = 2


def pledge(dossier: Dossier) -> str | None:
    """The text to complete, its blanks in brackets; None while no project is dated."""
    steps = in_view(dossier, _PROJECTS)
    if not steps:
        return None
    word, language = words(dossier.language), dossier.language
    lines = [
        word(
            "pledge.project",
            title=project_title(step.project, word),
            when=when(step, language, word),
            areas=_areas_words(areas(dossier, step.project), word),
        )
        for step in steps
    ]
    seen = [a.success for step in steps for a in step.project.actions]
    return "\n\n".join(
        (
            word("pledge.draft"),
            word("pledge.opening", name=organisation(dossier, word)),
            "\n".join(lines),
            word("pledge.change"),
            word("pledge.seen", seen=" ".join(seen[:_PROJECTS])),
            word("pledge.contact"),
            word("pledge.mapping"),
        )
    )


def areas(dossier: Dossier, project: Project) -> list[int]:
    """The pathway areas of the questions a project raises, in order."""
    questions = (dossier.library.questionnaire.question(q) for q in project.effects)
    tagged = (question.tags.eu_area for question in questions if question.tags)
    return sorted({area for area in tagged if area is not None})


def _areas_words(numbers: list[int], word: Wording) -> str:
    listed = ", ".join(str(number) for number in numbers)
    return word("pledge.areas", count=len(numbers), areas=listed)
