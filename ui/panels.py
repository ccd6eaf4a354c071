"""Panels as a visitor meets them: every way in asks first what this browser may do.

A panel is opened, shown, agreed on and deleted by the owner of its assessment. A code lets one
answer, and reads nothing.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from access.rules import NotAllowed
from assessment.model import Question, Questionnaire
from network.panel import PanelPicture, Sheet, picture
from network.panel_scope import FLASH, questions_of
from network.panel_talk import Topic, topics
from storage import panel_agreed, panel_sheets, panels
from storage.panel_agreed import Agreed
from storage.panels import Panel
from storage.record import Record
from storage.removal import delete_panel
from ui import codes, contents, database, navigation, session, sheets, visitor
from ui.standing import allowed, noted


@dataclass(frozen=True)
class Invited:
    """What a code lets one answer; `slip` when it is one's own, `used` when it has served."""

    panel: Panel
    code: str
    slip: bool
    used: bool


def of(record: Record) -> tuple[Panel, ...]:
    """The panels of an assessment that is open here: the one that takes answers, then the newest.

    Like all that follow until `join`, raises UnknownAssessment where the browser may not open it.
    """
    allowed(record.id, "read", "panel")
    return panels.of_assessment(database.engine(), record.id, _today())


def current(record: Record) -> Panel | None:
    """The panel of the address if it is of this assessment, else its first one, if any."""
    mine = of(record)
    named = navigation.parameter("v")
    return next((panel for panel in mine if panel.id == named), mine[0] if mine else None)


def open_panel(record: Record, scope: str, *, slips: bool) -> str:
    """A new panel; its id. Its code is remembered by this tab. Raises AlreadyOpen."""
    noted(record.id, "create", "panel", once=False)
    version = contents.questionnaire(visitor.language()).version
    made = panels.open_panel(
        database.engine(), record.id, _today(), scope=scope, version=version, slips=slips
    )
    session.remember(f"panel.join.{made.panel_id}", made.join_code)
    return made.panel_id


def join_code(panel: Panel) -> str | None:
    """The code to share, while this tab remembers it."""
    allowed(panel.assessment_id, "read", "panel")
    code: str | None = session.recall(f"panel.join.{panel.id}")
    return code


def new_join_code(panel: Panel) -> None:
    """Another code to share; the one before stops working."""
    noted(panel.assessment_id, "create", "panel")
    code = panels.new_join_code(database.engine(), panel.id)
    session.remember(f"panel.join.{panel.id}", code)


def slips(panel: Panel) -> tuple[str, ...]:
    """The slips made in this tab: they cannot be read again elsewhere."""
    allowed(panel.assessment_id, "read", "panel")
    return tuple(session.recall(f"panel.slips.{panel.id}", ()))


def make_slips(panel: Panel, count: int) -> None:
    """More slips, remembered by this tab beside those it made. Raises PanelClosed."""
    noted(panel.assessment_id, "create", "panel")
    before = slips(panel)
    made = panel_sheets.make_slips(database.engine(), panel.id, count)
    session.remember(f"panel.slips.{panel.id}", (*before, *made))


def shown(panel: Panel, language: str) -> PanelPicture | None:
    """The picture that may be shown now; None while there are too few answers."""
    allowed(panel.assessment_id, "read", "panel")
    instrument = contents.questionnaire(language)
    releases = panel_sheets.show(database.engine(), panel.id, _today())
    return picture(questions(panel, language), [_known(each, instrument) for each in releases])


def to_talk_about(record: Record, panel: Panel, found: PanelPicture) -> tuple[Topic, ...]:
    """What to talk about, first things first."""
    instrument = contents.questionnaire(visitor.language())
    answers = sheets.known_answers(record.answers, instrument)
    # Questions beyond the flash weigh nothing in a flash score: they are weighed in the core one.
    form = record.form if panel.scope == FLASH else "core"
    return topics(instrument, answers, form, found)


def agree(panel: Panel, question_id: str, value: str, reason: str) -> dt.datetime:
    """Makes it the assessment's answer, with its reason. Raises PanelOpen."""
    noted(panel.assessment_id, "write", "panel", once=False)
    return panel_agreed.agree(
        database.engine(), panel.id, question_id, value, reason, database.now()
    )


def agreed(panel: Panel) -> dict[str, Agreed]:
    """What this panel agreed on, by question."""
    allowed(panel.assessment_id, "read", "panel")
    return panel_agreed.of_panel(database.engine(), panel.id)


def all_agreed(record: Record) -> tuple[Agreed, ...]:
    """What the panels of this assessment agreed on, the newest first; nothing for a guest."""
    try:
        allowed(record.id, "read", "panel")
    except NotAllowed:
        return ()
    return panel_agreed.of_assessment(database.engine(), record.id)


def close(panel: Panel) -> None:
    """No more answers."""
    noted(panel.assessment_id, "write", "panel", once=False)
    panels.close(database.engine(), panel.id, _today())


def delete(panel: Panel) -> None:
    """Removes it with its sheets, for good; the assessment's answers stay."""
    noted(panel.assessment_id, "delete", "panel", once=False)
    delete_panel(database.engine(), panel.id, _today())


def join(typed: str) -> Invited | None:
    """What a shared code or a slip lets one answer. PermissionError: too many wrong codes."""
    return codes.opens("panel", typed, _invited)


def has_answered(one: Invited) -> bool:
    """Whether this slip, else this browser, has sent its sheet; this tab where it has no cookie."""
    if one.slip:
        return one.used
    device = visitor.device()
    if device is None:
        return one.panel.id in session.recall("panel.sent", ())
    return panel_sheets.has_answered(database.engine(), one.panel.id, device)


def submit(one: Invited, sheet: Sheet) -> None:
    """Sends a whole sheet. Raises PanelClosed, AlreadyAnswered, StorageUnavailable."""
    panel_sheets.submit(
        database.engine(), one.panel.id, sheet, _today(),
        device=visitor.device(), slip=one.code if one.slip else None,
    )  # fmt: skip
    session.remember("panel.sent", (*session.recall("panel.sent", ()), one.panel.id))


def questions(panel: Panel, language: str) -> tuple[Question, ...]:
    """What is asked, in order."""
    return questions_of(contents.questionnaire(language), panel.scope)


def join_link(code: str) -> str:
    """The address to pass on; each reader's browser chooses its language."""
    return f"{visitor.site()}/{navigation.SCREENS['panel_answer']}?c={code}"


def _invited(typed: str) -> Invited | None:
    shared = panels.by_join_code(database.engine(), typed, _today())
    if shared is not None:
        return Invited(shared, typed, slip=False, used=False)
    slip = panel_sheets.by_slip(database.engine(), typed, _today())
    return None if slip is None else Invited(slip.panel, typed, slip=True, used=slip.used)


def _known(release: Sequence[Sheet], instrument: Questionnaire) -> list[Sheet]:
    return [Sheet(sheet.role, sheets.known_answers(sheet.answers, instrument)) for sheet in release]


def _today() -> dt.date:
    return database.now().date()
