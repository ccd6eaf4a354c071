"""What is deleted or past its last day stands nowhere in the database's files."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from storage import accounts, assessments, campaign_aggregates, campaign_members, campaigns
from storage.campaign_members import Joined
from storage.campaign_schema import campaign_aggregates as aggregates_table
from storage.removal import delete_assessment, delete_panel, delete_round, purge
from storage.schema import metadata, tombstones
from tests.marked import ALL, CORE, OTHERS, OWN, Marked, a_marked_submission, found_in
from tests.storage.builders import NOW, TODAY, an_assessment
from tests.ui.campaign_builders import mixed
from ui import campaign_figures

YEARS_LATER = TODAY + dt.timedelta(days=5 * 365)
NOT_OF_PEOPLE = {"alembic_version", "tombstones", "campaign_aggregates", "voices"}


def ids_and_hashes(engine: Engine) -> list[str]:
    """Every key by which rows about somebody are found."""
    found = []
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name in NOT_OF_PEOPLE:
                continue
            for row in connection.execute(select(table)):
                found += [v for v in row if isinstance(v, str) and len(v) in (32, 64)]
    return found


def rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }
    return {name: count for name, count in counts.items() if count}


def remove(engine: Engine, made: Marked, how: str) -> None:
    if how == "purge":
        purge(engine, TODAY + dt.timedelta(days=1))
    else:
        delete_assessment(engine, made.id, NOW)


@pytest.mark.parametrize("how", ["purge", "delete"])
def test_an_assessment_leaves_none_of_its_words_in_the_files(
    sqlite_engine: Engine, sqlite_file: Path, how: str
) -> None:
    made = a_marked_submission(sqlite_engine, NOW, expires_on=TODAY)
    words = [*OWN.values(), made.id, made.panel]
    assert found_in(sqlite_file.parent, words) == set(words), "each word has to be there first"
    remove(sqlite_engine, made, how)
    assert found_in(sqlite_file.parent, words) == set()
    assert found_in(sqlite_file.parent, [made.campaign]) == {made.campaign}, "it has its own day"


@pytest.mark.parametrize("how", ["purge", "delete"])
def test_the_next_assessment_does_not_keep_the_one_it_follows(
    sqlite_engine: Engine, sqlite_file: Path, how: str
) -> None:
    made = a_marked_submission(sqlite_engine, NOW, expires_on=TODAY)
    after = an_assessment(sqlite_engine, follows_id=made.id, stage="T1")
    remove(sqlite_engine, made, how)
    assert found_in(sqlite_file.parent, [*OWN.values(), made.id, after]) == {after}
    assert assessments.load(sqlite_engine, after, NOW).follows_id is None


def test_once_every_last_day_is_past_only_days_and_reasons_remain(
    sqlite_engine: Engine, sqlite_file: Path
) -> None:
    made = a_marked_submission(sqlite_engine, NOW)
    words = [*OWN.values(), *OTHERS.values(), *ids_and_hashes(sqlite_engine)]
    assert found_in(sqlite_file.parent, words) == set(words)
    # An account has no last day: whoever runs the site removes it.
    for account in accounts.listed(sqlite_engine):
        accounts.remove(sqlite_engine, account.id)
    assert purge(sqlite_engine, YEARS_LATER) == 3
    assert found_in(sqlite_file.parent, words) == set()
    assert rows(sqlite_engine) == {"tombstones": 3, "service_days": 1}
    with sqlite_engine.connect() as connection:
        kept = connection.execute(select(tombstones)).all()
    assert kept == [(YEARS_LATER, "expired")] * 3
    assert made.round not in str(kept)


def test_a_panel_and_a_round_deleted_alone_leave_none_of_their_sheets(
    sqlite_engine: Engine, sqlite_file: Path
) -> None:
    made = a_marked_submission(sqlite_engine, NOW)
    words = [OWN["voice"], OWN["reason"], made.panel]
    words += [OTHERS["team"], OTHERS["team-sheet"], made.round]
    delete_panel(sqlite_engine, made.panel, TODAY)
    delete_round(sqlite_engine, made.round, TODAY)
    assert found_in(sqlite_file.parent, words) == set()


def test_no_secret_stands_in_the_files_even_while_it_opens(
    sqlite_engine: Engine, sqlite_file: Path
) -> None:
    made = a_marked_submission(sqlite_engine, NOW)
    secrets = [*made.secrets.values()]
    plain = [secret.replace("-", "") for secret in secrets]
    assert found_in(sqlite_file.parent, secrets + plain) == set()


def test_a_frozen_aggregate_holds_no_word_and_no_id_of_a_member(engine: Engine) -> None:
    made = a_marked_submission(engine, NOW)
    ids = [made.id, *_four_more(engine, made.campaign)]
    _close(engine, made.campaign)
    frozen = _frozen(engine)
    assert '"n":5' in frozen.replace(" ", ""), "the five members are in it"
    keys = [key for key in ids_and_hashes(engine) if key != made.campaign]
    for told in (*OWN.values(), *OTHERS.values(), *ids, *keys):
        assert told not in frozen
    delete_assessment(engine, made.id, NOW)
    assert _frozen(engine) == frozen


def _four_more(engine: Engine, campaign_id: str) -> list[str]:
    campaign = campaigns.load(engine, campaign_id, TODAY)
    made = [an_assessment(engine, version=CORE.version, given=mixed(number)) for number in range(4)]
    for one in made:
        campaign_members.join(engine, campaign, one, ALL, TODAY)
    return made


def _close(engine: Engine, campaign_id: str) -> None:
    campaign = campaigns.load(engine, campaign_id, TODAY)

    def make(joined: tuple[Joined, ...], earlier: Any) -> Any:
        figures, ledger = campaign_figures.figures(campaign, joined, earlier, final=True)
        return campaign_figures.frozen(campaign, figures, final=True), ledger

    campaign_aggregates.close(engine, campaign_id, TODAY, make)


def _frozen(engine: Engine) -> str:
    with engine.connect() as connection:
        rows = connection.execute(select(aggregates_table)).all()
    assert len(rows) == 1
    return f"{rows[0].content} {rows[0].ledger}"
