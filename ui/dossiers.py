"""The dossier of the assessment on screen: built once for each change of its answers."""

import datetime as dt
from dataclasses import replace

from assessment.as_json import card_as_json
from assessment.journey import first_open
from reports.build import build_dossier
from reports.dossier import Dossier
from storage.record import Record
from ui import contents, database, session, sheets, vault, visitor


def today() -> dt.date:
    """The visitor's own date."""
    return database.now().astimezone(visitor.zone()).date()


def of(record: Record, language: str) -> Dossier:
    """Everything there is to show about this assessment today."""
    on = today()
    key = (record.id, record.updated_at, language, on)
    return session.once("dossier", key, lambda: _build(record, language, on))


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
    """Keeps the score as computed once every question has an answer; an old one stays."""
    questionnaire = dossier.library.questionnaire
    complete = first_open(questionnaire, record.form, record.answers) is None
    card = card_as_json(dossier.card)
    if complete and not is_old(record, dossier) and card != record.scorecard:
        vault.save_scorecard(record.id, card, questionnaire.version)


def score_again(record: Record, dossier: Dossier) -> None:
    """Puts today's score in place of the old one, because the visitor asked for it."""
    version = dossier.library.questionnaire.version
    vault.save_scorecard(record.id, card_as_json(dossier.card), version)


def _build(record: Record, language: str, on: dt.date) -> Dossier:
    library = contents.library(language)
    return build_dossier(library, sheets.sheet_of(record, library.questionnaire, on), on)
