"""The dossier of the assessment on screen: built once for each change of its answers.

Its plan is the best one as soon as it is made, else the one made at once.
"""

import datetime as dt
import hashlib
import json
from dataclasses import replace
from typing import Any

from assessment.as_json import card_as_json
from assessment.guided import Guided
from assessment.journey import first_open
from assessment.measure import measure_of
from recommendations.planning.solve import Effort
from recommendations.roadmap import Roadmap
from reports.answer_file import answer_file
from reports.build import build_dossier
from reports.dossier import Dossier, Sheet
from reports.library import Library
from storage.record import Record
from ui import contents, database, guided, planner, session, sheets, vault, visitor

PATIENCE_SECONDS = 60.0
"""How long a file waits for the best plan."""


def today() -> dt.date:
    """The visitor's own date."""
    return database.now().astimezone(visitor.zone()).date()


def of(record: Record, language: str) -> Dossier:
    """Everything there is to show about this assessment today, with what is ready."""
    return shown(sheet_of(record, language), language)


def sheet_of(record: Record, language: str) -> Sheet:
    """What the enterprise gave, as of today."""
    on = today()
    return session.once(
        "sheet",
        (record.id, record.updated_at, on),
        lambda: sheets.sheet_of(
            record, contents.questionnaire(language), on, guided.words(record.id)
        ),
    )


def shown(sheet: Sheet, language: str, name: str = "dossier") -> Dossier:
    """The dossier of this sheet with the best plan when it is ready; kept under this name."""
    library, key = contents.library(language), plan_key(sheet, language)
    best = planner.PLANNER.ready(key)
    built = session.once(
        name,
        (key, best is not None),
        lambda: build_dossier(library, sheet, sheet.date, planned=best),
    )
    # What the enterprise wrote itself changes nothing else in the dossier.
    return replace(built, sheet=sheet)


def pair(before: Sheet, after: Sheet, language: str) -> tuple[Dossier, Dossier, bool]:
    """Two dossiers to compare, and whether better plans of them are still being looked for.

    Both plans are made the same way: both at once, or both the best ones.
    """
    waiting = [looking(sheet, language) for sheet in (before, after)]
    best = all(planner.PLANNER.ready(plan_key(sheet, language)) for sheet in (before, after))
    make = shown if best else _at_once
    return make(before, language, "before"), make(after, language, "after"), any(waiting)


def _at_once(sheet: Sheet, language: str, name: str) -> Dossier:
    return session.once(
        name,
        (plan_key(sheet, language), "at once"),
        lambda: build_dossier(contents.library(language), sheet, sheet.date),
    )


def looking(sheet: Sheet, language: str) -> bool:
    """Asks for the best plan of this sheet; whether it is still being looked for."""
    job = _job(contents.library(language), sheet)
    return planner.PLANNER.ask(plan_key(sheet, language), job)


def with_best(dossier: Dossier) -> Dossier:
    """The same with the best plan, waited for. Needs no screen: a download runs in a thread."""
    sheet, library = dossier.sheet, dossier.library
    key, job = plan_key(sheet, dossier.language), _job(library, sheet)
    best = planner.PLANNER.wait(key, job, PATIENCE_SECONDS)
    return dossier if best is None else build_dossier(library, sheet, dossier.on, planned=best)


def plan_key(sheet: Sheet, language: str) -> str:
    """Names everything that changes the plan, without telling any of it."""
    content = answer_file(_unnamed(sheet), contents.questionnaire(language))
    told = json.dumps([language, content], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _job(library: Library, sheet: Sheet) -> planner.Make:
    # The plan is kept beside other visitors' ones: what names the enterprise stays out of it.
    unnamed = _unnamed(sheet)

    def make() -> Roadmap:
        return build_dossier(library, unnamed, sheet.date, Effort()).roadmap

    return make


def _unnamed(sheet: Sheet) -> Sheet:
    """The sheet without its own words, which assessment it is of, and what changes no plan."""
    enterprise = sheet.profile.enterprise.model_copy(update={"name": None})
    profile = sheet.profile.model_copy(update={"enterprise": enterprise})
    return replace(
        sheet,
        profile=profile,
        worry="",
        ident="",
        changed=None,
        carried={},
        targets={},
        reviews={},
        taken=None,
        guided=Guided(),
    )


def is_old(record: Record, dossier: Dossier) -> bool:
    """Whether the kept score was computed with another version of the instrument."""
    kept = record.scored_version
    return kept is not None and kept != dossier.library.questionnaire.version


def as_kept(record: Record, dossier: Dossier) -> Dossier:
    """The dossier with the score as it was computed, where the instrument has changed since."""
    card = sheets.stored_card(record)
    if card is None or not is_old(record, dossier):
        return dossier
    known = {dimension.id for dimension in dossier.library.questionnaire.dimensions}
    return replace(dossier, card=card) if known.issuperset(card.dimensions) else dossier


def keep_score(record: Record, dossier: Dossier) -> None:
    """Keeps the score as computed once every question has an answer; an old one stays.

    Reading a result changes nothing: who may not answer keeps none.
    """
    if not vault.may(record.id, "write", "answers"):
        return
    questionnaire = dossier.library.questionnaire
    complete = first_open(questionnaire, record.form, record.answers) is None
    card = _kept_card(dossier)
    if complete and not is_old(record, dossier) and card != record.scorecard:
        vault.save_scorecard(record.id, card, questionnaire.version)


def score_again(record: Record, dossier: Dossier) -> None:
    """Puts today's score in place of the old one, because the visitor asked for it."""
    version = dossier.library.questionnaire.version
    vault.save_scorecard(record.id, _kept_card(dossier), version)


def _kept_card(dossier: Dossier) -> dict[str, Any]:
    """The score, and how it was measured: later it tells which dimensions still compare."""
    measure = measure_of(dossier.library.questionnaire, dossier.card.form)
    return card_as_json(dossier.card) | {"measure": measure}
