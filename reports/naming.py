"""How projects, answers and scores are called in the reader's language."""

from assessment.explanation import Line
from assessment.model import Level
from assessment.scorecard import Score
from content.wording import Wording
from recommendations.projects import SAFETY_NET, Project
from recommendations.roadmap import Step
from reports import formats
from reports.dossier import Dossier
from reports.plain import one_line

IN_FULL = 4
"""Projects told in full on paper; the others stand in the roadmap's table."""

IN_VIEW = 6
"""Projects in view on the screen of the plan; the others are folded."""


def organisation(dossier: Dossier, word: Wording) -> str:
    """The enterprise's own name on one line, else 'Notre organisation'."""
    return one_line(dossier.name) or word("organisation.unnamed")


def kept_score(dossier: Dossier, word: Wording) -> str | None:
    """That the score comes from an older questionnaire, or None when it does not.

    Today's questions cannot redo such a score, so no sum is shown beside it.
    """
    old, new = dossier.card.version, dossier.library.questionnaire.version
    return None if old == new else word("kept.sentence", old=old, new=new)


def project_title(project: Project, word: Wording) -> str:
    """The action's title; the safety net has a name of its own."""
    return word("project.safety_net") if project.id == SAFETY_NET else project.actions[0].title


def level_title(dossier: Dossier, score: Score) -> str | None:
    """The level in words, or None where there is no score."""
    level = find_level(dossier, score)
    return level.title if level else None


def find_level(dossier: Dossier, score: Score) -> Level | None:
    """The level of a score, or None where there is no score."""
    levels = dossier.library.questionnaire.levels
    return next((level for level in levels if level.id == score.level), None)


def score_words(dossier: Dossier, score: Score, word: Wording) -> str:
    """The level, called provisional when it is; or why there is none."""
    title = level_title(dossier, score)
    if title is None:
        return word("score.not_applicable" if score.coverage is None else "score.unknown")
    return word("score.provisional", level=title) if score.provisional else title


def brought(line: Line, word: Wording) -> str:
    """'2 sur 3', or what kind of answer it is."""
    if line.points is None:
        return word(f"answer.{line.state}")
    return word("answer.brought", points=line.points, best=line.best)


def answer_text(dossier: Dossier, line: Line, word: Wording) -> str:
    """The chosen option in full, or what kind of answer it is."""
    if line.option is None:
        return word(f"answer.{line.state}")
    return dossier.library.questionnaire.question(line.question).option(line.option).text


def when(step: Step, language: str, word: Wording) -> str:
    """'du 24 novembre au 20 décembre 2026'."""
    same_year = step.start.year == step.end.year
    start = formats.day(step.start, language, year=not same_year)
    end = formats.day(step.end, language)
    return word("when.from_to", start=start, end=end)


def project_cost(project: Project, language: str, word: Wording) -> str:
    """Once and per year, euros excluding tax, as ranges."""
    once = formats.money_range(project.one_off.min, project.one_off.max, "EUR", language)
    if not project.yearly.max:
        return once
    yearly = formats.money_range(project.yearly.min, project.yearly.max, "EUR", language)
    return word("cost.yearly" if not project.one_off.max else "cost.both", once=once, yearly=yearly)


def in_view(dossier: Dossier, count: int) -> tuple[Step, ...]:
    """The first projects: those active, then the next in line."""
    roadmap = dossier.roadmap
    return (*roadmap.active, *roadmap.waiting)[:count]
