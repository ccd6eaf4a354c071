"""Team rounds as a visitor meets them: every way in asks first what this browser may do."""

import datetime as dt
from collections.abc import Mapping, Sequence

from assessment.model import Questionnaire
from network.team import TeamPicture, picture
from questionnaires import read
from storage import team_rounds, team_sheets
from storage.removal import delete_round
from storage.team_rounds import Opened, TeamRound, UnknownRound
from ui import codes, database, navigation, session, sheets, visitor
from ui.routes import WRONG_KEYS

INSTRUMENT = "team-skills"


def questionnaire(language: str) -> Questionnaire:
    """The instrument of a team."""
    return read(INSTRUMENT, language)


def create(name: str, months: int) -> Opened:
    """A round that this browser manages, with its two codes to show once."""
    version = questionnaire(visitor.language()).version
    opened = team_rounds.create(
        database.engine(), _today(), instrument=INSTRUMENT, version=version, name=name,
        months=months,
    )  # fmt: skip
    _attach(opened.round_id)
    return opened


def mine() -> tuple[TeamRound, ...]:
    """The rounds this browser manages, or this tab where there is no cookie."""
    device = visitor.device()
    if device is not None:
        return team_rounds.list_for_device(database.engine(), device, _today())
    return tuple(found for kept in _in_this_tab() if (found := _load(kept)) is not None)


def current() -> TeamRound | None:
    """The round of the address, if this browser manages it; else None."""
    wanted = navigation.parameter("r")
    return _load(wanted) if wanted and _may_manage(wanted) else None


def open_as_organiser(typed: str) -> TeamRound | None:
    """The round an organiser's code opens, from now on here too. PermissionError: too many."""
    found = codes.counted(
        WRONG_KEYS, lambda: team_rounds.by_organiser_code(database.engine(), typed, _today())
    )
    if found is not None:
        _attach(found.id)
    return found


def join(typed: str) -> TeamRound | None:
    """The round a join code lets one answer, or None. PermissionError: too many wrong codes."""
    return codes.opens(
        "team", typed, lambda code: team_rounds.by_join_code(database.engine(), code, _today())
    )


def has_answered(round_id: str) -> bool:
    """Whether this browser has sent its sheet; this tab where there is no cookie."""
    device = visitor.device()
    if device is None:
        return round_id in session.recall("team.sent", ())
    return team_sheets.has_answered(database.engine(), round_id, device)


def submit(round_id: str, answers: Mapping[str, str]) -> None:
    """Sends a whole sheet. Raises RoundClosed, AlreadyAnswered, StorageUnavailable."""
    team_sheets.submit(database.engine(), round_id, answers, _today(), visitor.device())
    session.remember("team.sent", (*session.recall("team.sent", ()), round_id))


def shown(found: TeamRound, language: str) -> TeamPicture | None:
    """The picture that may be shown now; None while there are too few answers. PermissionError."""
    _manage(found.id)
    instrument = questionnaire(language)
    kept = team_sheets.show(database.engine(), found.id, _today())
    return picture(instrument, [_known(group, instrument) for group in kept])


def new_join_code(round_id: str) -> str:
    """Another code; the one before stops working. PermissionError."""
    _manage(round_id)
    return team_rounds.new_join_code(database.engine(), round_id)


def close(round_id: str) -> None:
    """No more answers. PermissionError when this browser does not manage it."""
    _manage(round_id)
    team_rounds.close(database.engine(), round_id, _today())


def delete(round_id: str) -> None:
    """Removes it with its sheets, for good. PermissionError."""
    _manage(round_id)
    delete_round(database.engine(), round_id, _today())
    session.remember("team.mine", tuple(kept for kept in _in_this_tab() if kept != round_id))


def join_link(code: str) -> str:
    """The address to pass on; each reader's browser chooses its language."""
    return f"{visitor.site()}/{navigation.SCREENS['team_answer']}?c={code}"


def _known(group: Sequence[Mapping[str, str]], instrument: Questionnaire) -> list[dict[str, str]]:
    return [sheets.known_answers(sheet, instrument) for sheet in group]


def _load(round_id: str) -> TeamRound | None:
    try:
        return team_rounds.load(database.engine(), round_id, _today())
    except UnknownRound:
        return None


def _manage(round_id: str) -> None:
    if not _may_manage(round_id):
        raise PermissionError(round_id)


def _may_manage(round_id: str) -> bool:
    if round_id in _in_this_tab():
        return True
    device = visitor.device()
    return device is not None and team_rounds.holds(database.engine(), device, round_id)


def _attach(round_id: str) -> None:
    if round_id not in _in_this_tab():
        session.remember("team.mine", (round_id, *_in_this_tab()))
    device = visitor.device()
    if device is not None:
        team_rounds.attach(database.engine(), device, round_id)


def _in_this_tab() -> tuple[str, ...]:
    return tuple(session.recall("team.mine", ()))


def _today() -> dt.date:
    return database.now().date()
