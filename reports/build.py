"""From a sheet of answers to its dossier: pure, the date is an argument."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from assessment.answers import NOT_APPLICABLE, UNKNOWN, Answers
from assessment.consistency import Check, contradictions
from assessment.explanation import explain, explain_refined
from assessment.floor import floor
from assessment.forms import families
from assessment.model import Questionnaire
from assessment.places import contains
from assessment.profile import Profile
from assessment.scorecard import Form, ScoreCard, asked, score_card, shown
from catalogue.entries import Hit
from catalogue.suggest import Help
from recommendations.action import Action, Need
from recommendations.choice import Chosen, Situation, choose
from recommendations.eligibility import Match, match_all
from recommendations.facts import facts
from recommendations.planning.asked import Asked
from recommendations.planning.solve import Effort
from recommendations.planning.wished import Money, roadmap
from recommendations.projects import Project
from recommendations.proposals import funding, proposed
from recommendations.roadmap import Roadmap
from reports.dossier import Dossier, FindOut, ProjectSheet, Sheet, Strength
from reports.library import Library
from reports.reach import here


def build_dossier(
    library: Library,
    sheet: Sheet,
    on: dt.date,
    effort: Effort | None = None,
    planned: Roadmap | None = None,
) -> Dossier:
    """Everything there is to show about these answers on this date, in the library's language.

    The plan is the one made at once; with an `effort` it is the best one found, in seconds.
    `planned` is that plan when it was made before, for the same sheet, date and language.
    Answers must be free of mistakes (assessment.answers.mistakes).
    """
    questionnaire = library.questionnaire
    card = score_card(questionnaire, sheet.answers, sheet.form)
    points = floor(questionnaire, sheet.answers)
    situation = Situation(questionnaire, sheet.answers, card, points)
    chosen = choose(library.pathways, situation)
    matches, money = _who_pays(library, sheet.profile, on)
    asked = Asked(library.actions, chosen.pathway, situation, on, sheet.means, sheet.wishes)
    plan = planned or roadmap(asked, money, effort)
    return Dossier(
        on=on,
        language=library.language,
        sheet=sheet,
        library=library,
        card=card,
        lines=explain(questionnaire, sheet.answers, sheet.form),
        floor=points,
        chosen=chosen,
        roadmap=plan,
        projects=_projects(library, plan, money, sheet.profile),
        matches=matches,
        strength=strength(library, sheet, card),
        find_out=find_out(library, sheet),
        first_action=_first_action(library, plan, chosen),
        contact=_contact(library, sheet, chosen),
        refined_lines=explain_refined(questionnaire, sheet.answers),
        contradictions=to_reread(questionnaire, sheet.answers, sheet.form),
    )


def _who_pays(library: Library, profile: Profile, on: dt.date) -> tuple[tuple[Match, ...], Money]:
    """Every programme read against the profile, and what may pay for a project."""
    known = facts(own_project(profile), on, contains)
    matches = match_all(library.programmes, known, on, library.words)
    reaches = here(profile)
    # Asked for each action and project: what nobody could apply for here is set aside once, and
    # actions with the same needs share their answer.
    open_here = proposed(matches, on, reaches)
    paying = cache(lambda needs: funding(open_here, needs, on, reaches))
    return matches, Money(lambda project: paying(_needs(project)), known)


def to_reread(questionnaire: Questionnaire, answers: Answers, form: Form) -> tuple[Check, ...]:
    """The consistency checks that hold on the questions one can still see and change."""
    seen = {q.id: answers[q.id] for q in shown(questionnaire, answers, form) if q.id in answers}
    return contradictions(questionnaire.checks, seen)


def own_project(profile: Profile) -> Profile:
    """The profile, with what every project of ours shares: it is for the enterprise itself."""
    if profile.project.goal is not None:
        return profile
    project = profile.project.model_copy(update={"goal": "own_organisation"})
    return profile.model_copy(update={"project": project})


def strength(library: Library, sheet: Sheet, card: ScoreCard) -> Strength | None:
    """The best answer of the best dimension; None when no answer is above its lowest option."""
    values = [(s.value or 0.0, d) for d, s in card.dimensions.items()]
    best_value = max((value for value, _ in values), default=0.0)
    if best_value <= 0:
        return None
    dimension = library.questionnaire.dimension(
        next(d for value, d in values if value == best_value)
    )
    known = {q.id for q in asked(library.questionnaire, sheet.form) if q.scored}
    answered = [
        (question, question.option(value))
        for question in dimension.questions
        if question.id in known
        and (value := sheet.answers.get(question.id, UNKNOWN)) not in (UNKNOWN, NOT_APPLICABLE)
    ]
    question, option = max(answered, key=lambda pair: pair[1].points / pair[0].best)
    return Strength(dimension, question, option)


def find_out(library: Library, sheet: Sheet) -> tuple[FindOut, ...]:
    """The questions of the form still open, those that settle a floor point first."""
    questionnaire = library.questionnaire
    open_ones = [
        FindOut(question, questionnaire.dimension_of(question.id), question.floor)
        for question in asked(questionnaire, sheet.form)
        if question.scored and sheet.answers.get(question.id, UNKNOWN) == UNKNOWN
    ]
    return tuple(sorted(open_ones, key=lambda item: item.floor_point is None))


def _first_action(library: Library, roadmap: Roadmap, chosen: Chosen) -> Action:
    if roadmap.steps:
        return roadmap.steps[0].project.actions[0]
    return library.action(chosen.pathway.first_actions[0])


def _projects(
    library: Library, roadmap: Roadmap, money: Money, profile: Profile
) -> tuple[ProjectSheet, ...]:
    helps = _help(library, tuple(step.project for step in roadmap.steps), profile)
    return tuple(
        ProjectSheet(step, money.funding(step.project), found)
        for step, found in zip(roadmap.steps, helps, strict=True)
    )


def _needs(project: Project) -> tuple[Need, ...]:
    return tuple(dict.fromkeys(need for action in project.actions for need in action.needs))


def _help(library: Library, projects: tuple[Project, ...], profile: Profile) -> Iterator[Help]:
    """Help for each project in turn, not showing the same page under two of them."""
    seen: set[str] = set()
    for project in projects:
        # Of a bundle, first what most of its actions are about.
        topics = [t for t, _ in Counter(_topics(project)).most_common()]
        found = library.shelf.suggest_for(
            tuple(topics), _territory(profile), _families(profile), seen=seen
        )
        seen.update(hit.id for hit in found.resources)
        yield found


def _topics(project: Project) -> Iterator[str]:
    for action in project.actions:
        yield from action.topics


def _contact(library: Library, sheet: Sheet, chosen: Chosen) -> Hit | None:
    first = library.action(chosen.pathway.first_actions[0])
    topics = tuple(dict.fromkeys(("digital-strategy", *first.topics)))
    territory = _territory(sheet.profile)
    shelf = library.shelf
    if territory is None:
        # While we do not know where it is, nobody local is named.
        everywhere = tuple(e for e in shelf.entries if {"EU", "INT"}.issuperset(e.territories))
        shelf = replace(shelf, entries=everywhere)
    return shelf.network_to_call(territory, topics, _families(sheet.profile))


def _territory(profile: Profile) -> str | None:
    return profile.enterprise.region or profile.enterprise.country


def _families(profile: Profile) -> tuple[str, ...]:
    enterprise = profile.enterprise
    return (
        enterprise.form_family
        or families(enterprise.legal_form, enterprise.accreditations or ())
        or ()
    )
