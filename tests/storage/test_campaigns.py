"""Campaigns in the database: consents line by line, a frozen aggregate, nothing of who left."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select, text

from storage import campaign_aggregates as aggregates
from storage import campaign_members as members
from storage import campaigns
from storage.campaign_members import CampaignClosed, Consents, Joined
from storage.campaign_schema import campaign_members as members_table
from storage.campaign_schema import campaign_own_answers
from storage.campaigns import Campaign, UnknownCampaign
from storage.removal import delete_assessment, purge
from tests.storage.builders import NOW, TODAY, an_assessment

LAST_DAY = TODAY + dt.timedelta(days=60)
TOMORROW = TODAY + dt.timedelta(days=1)
QUESTION = {"id": "q-1", "text": "Quel outil ?", "options": ["Aucun", "Un"]}
ALL = Consents(aggregate=True, named=True, pooling=True, peer=True)


def a_campaign(engine: Engine, **changes: Any) -> Campaign:
    return campaigns.load(engine, opened(engine, **changes).campaign_id, TODAY)


def opened(engine: Engine, **changes: Any) -> campaigns.Opened:
    fields = {
        "name": "Fédération des Tisserands", "instrument": "digital-maturity", "version": "1.0",
        "ends_on": LAST_DAY, "questions": [QUESTION],
    }  # fmt: skip
    return campaigns.create(engine, TODAY, **(fields | changes))


def who(engine: Engine, campaign: Campaign) -> list[str]:
    return [one.record.id for one in members.all_members(engine, campaign.id, TODAY)]


def note(joined: tuple[Joined, ...], earlier: Sequence[Any]) -> Any:
    return {"joined": len(joined), "earlier": len(earlier)}, {"tools": {"u": str(len(joined))}}


def rows(engine: Engine, table: Any) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_campaign_is_kept_two_years_after_its_last_day(engine: Engine) -> None:
    found = a_campaign(engine, invited=40)
    assert (found.invited, found.questions) == (40, (QUESTION,))
    assert found.expires_on == LAST_DAY.replace(year=LAST_DAY.year + 2)
    assert found.starts_on == TODAY
    with pytest.raises(UnknownCampaign):
        campaigns.load(engine, found.id, found.expires_on + dt.timedelta(days=1))


def test_a_campaign_cannot_end_before_it_starts(engine: Engine) -> None:
    with pytest.raises(ValueError, match="ends on or after"):
        opened(engine, starts_on=TOMORROW, ends_on=TODAY)


def test_each_code_opens_its_own_door(engine: Engine) -> None:
    made = opened(engine)
    typed = made.join_code.lower().replace("-", " ")
    found = campaigns.by_join_code(engine, typed, TODAY)
    assert found is not None
    assert found.id == made.campaign_id
    assert campaigns.by_organiser_code(engine, made.organiser_code, TODAY) == found
    assert campaigns.by_join_code(engine, made.organiser_code, TODAY) is None
    assert campaigns.by_organiser_code(engine, made.join_code, TODAY) is None
    other = campaigns.new_join_code(engine, found.id)
    assert campaigns.by_join_code(engine, made.join_code, TODAY) is None
    assert campaigns.by_join_code(engine, other, TODAY) == found


def test_no_code_stands_in_the_database(sqlite_engine: Engine, sqlite_file: Path) -> None:
    made = opened(sqlite_engine)
    content = sqlite_file.read_bytes() + Path(f"{sqlite_file}-wal").read_bytes()
    for code in (made.join_code, made.organiser_code):
        assert code.encode() not in content
        assert code.replace("-", "").encode() not in content


def test_a_browser_manages_the_campaigns_it_opened_and_no_other(engine: Engine) -> None:
    mine, other = a_campaign(engine), a_campaign(engine)
    campaigns.attach(engine, "device", mine.id)
    campaigns.attach(engine, "device", mine.id)
    assert campaigns.holds(engine, "device", mine.id)
    assert not campaigns.holds(engine, "device", other.id)
    assert campaigns.list_for_device(engine, "device", TODAY) == (mine,)


def test_each_consent_is_given_and_taken_back_apart_from_the_others(engine: Engine) -> None:
    campaign, one = a_campaign(engine), an_assessment(engine)
    members.join(engine, campaign, one, Consents(aggregate=True), TODAY)
    members.join(engine, campaign, one, Consents(aggregate=True, peer=True), TODAY)
    members.join(engine, campaign, one, Consents(peer=True), TODAY)
    (found,) = members.of_assessment(engine, one, TODAY)
    assert found.consents == Consents(aggregate=False, named=False, pooling=False, peer=True)
    assert found.campaign == campaign
    assert members.count(engine, campaign.id) == 1


def test_leaving_takes_consents_and_own_answers_away(engine: Engine) -> None:
    campaign, one, other = a_campaign(engine), an_assessment(engine), an_assessment(engine)
    for each in (one, other):
        members.join(engine, campaign, each, ALL, TODAY)
        members.answer_own(engine, campaign, each, {"q-1": 1}, TODAY)
    members.leave(engine, campaign.id, one)
    assert who(engine, campaign) == [other]
    assert members.of_assessment(engine, one, TODAY) == ()
    assert rows(engine, campaign_own_answers) == 1


def test_an_answer_to_the_federations_question_can_be_changed(engine: Engine) -> None:
    campaign, one = a_campaign(engine), an_assessment(engine)
    members.join(engine, campaign, one, ALL, TODAY)
    for option in (0, 1):
        members.answer_own(engine, campaign, one, {"q-1": option}, TODAY)
    assert members.all_members(engine, campaign.id, TODAY)[0].own == {"q-1": 1}


def test_one_joins_between_the_two_days_and_before_the_closing(engine: Engine) -> None:
    one = an_assessment(engine)
    early = a_campaign(engine, starts_on=TOMORROW)
    with pytest.raises(CampaignClosed):
        members.join(engine, early, one, ALL, TODAY)
    late = a_campaign(engine)
    with pytest.raises(CampaignClosed):
        members.join(engine, late, one, ALL, LAST_DAY + dt.timedelta(days=1))
    aggregates.close(engine, late.id, TODAY, note)
    with pytest.raises(CampaignClosed):
        members.join(engine, late, one, ALL, TODAY)
    with pytest.raises(CampaignClosed):
        members.answer_own(engine, late, one, {"q-1": 0}, TODAY)
    assert who(engine, late) == []


def test_one_changes_ones_mind_once_the_campaign_is_closed_too(engine: Engine) -> None:
    campaign, one = a_campaign(engine), an_assessment(engine)
    members.join(engine, campaign, one, ALL, TODAY)
    aggregates.close(engine, campaign.id, TODAY, note)
    assert members.change(engine, campaign.id, one, Consents())
    assert members.of_assessment(engine, one, TODAY)[0].consents == Consents()


def test_one_who_left_is_not_brought_back_by_an_old_page(engine: Engine) -> None:
    campaign, one = a_campaign(engine), an_assessment(engine)
    members.join(engine, campaign, one, ALL, TODAY)
    members.leave(engine, campaign.id, one)
    assert not members.change(engine, campaign.id, one, ALL)
    assert members.count(engine, campaign.id) == 0


def test_deleting_an_assessment_takes_its_membership_and_leaves_the_frozen_aggregate(
    engine: Engine,
) -> None:
    campaign, one = a_campaign(engine), an_assessment(engine)
    members.join(engine, campaign, one, ALL, TODAY)
    members.answer_own(engine, campaign, one, {"q-1": 0}, TODAY)
    aggregates.close(engine, campaign.id, TODAY, note)
    delete_assessment(engine, one, NOW)
    assert (rows(engine, members_table), rows(engine, campaign_own_answers)) == (0, 0)
    assert aggregates.latest(engine, campaign.id) == {"joined": 1, "earlier": 0}


def test_an_aggregate_is_made_once_and_never_again(engine: Engine) -> None:
    campaign, one = a_campaign(engine), an_assessment(engine)
    assert aggregates.latest(engine, campaign.id) is None
    members.join(engine, campaign, one, ALL, TODAY)
    aggregates.close(engine, campaign.id, TODAY, note)
    members.leave(engine, campaign.id, one)
    aggregates.close(engine, campaign.id, TOMORROW, note)
    aggregates.publish_running(engine, campaign.id, TOMORROW, note)
    assert aggregates.latest(engine, campaign.id) == {"joined": 1, "earlier": 0}
    assert campaigns.load(engine, campaign.id, TODAY).closed_on == TODAY


def test_every_publication_is_given_all_earlier_ledgers_of_the_instrument(engine: Engine) -> None:
    first, second = a_campaign(engine), a_campaign(engine)
    other = a_campaign(engine, instrument="dma-sme")
    aggregates.publish_running(engine, first.id, TODAY, note)
    aggregates.publish_running(engine, first.id, TODAY, lambda joined, earlier: None)
    aggregates.close(engine, first.id, TODAY, note)
    aggregates.close(engine, second.id, TODAY, note)
    aggregates.close(engine, other.id, TODAY, note)
    told = [aggregates.latest(engine, one.id) for one in (first, second, other)]
    assert [one and one["earlier"] for one in told] == [1, 2, 0]


def test_a_campaign_whose_aggregate_cannot_be_made_stays_open(engine: Engine) -> None:
    campaign = a_campaign(engine)

    def fails(joined: Any, earlier: Any) -> Any:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        aggregates.close(engine, campaign.id, TODAY, fails)
    assert campaigns.load(engine, campaign.id, TODAY).closed_on is None


def test_purge_removes_a_campaign_past_its_day_with_who_joined_it(engine: Engine) -> None:
    campaign = a_campaign(engine)
    one = an_assessment(engine, expires_on=campaign.expires_on + dt.timedelta(days=9))
    members.join(engine, campaign, one, ALL, TODAY)
    aggregates.close(engine, campaign.id, TODAY, note)
    assert purge(engine, campaign.expires_on) == 0
    assert purge(engine, campaign.expires_on + dt.timedelta(days=1)) == 1
    assert rows(engine, members_table) == 0
    with engine.connect() as connection:
        kept = connection.execute(text("SELECT content FROM campaign_aggregates")).scalars().all()
    assert len(kept) == 1


def test_a_member_whose_assessment_is_past_its_day_counts_no_more(engine: Engine) -> None:
    campaign = a_campaign(engine)
    one = an_assessment(engine, expires_on=TODAY)
    members.join(engine, campaign, one, ALL, TODAY)
    assert who(engine, campaign) == [one]
    assert members.all_members(engine, campaign.id, TOMORROW) == ()
