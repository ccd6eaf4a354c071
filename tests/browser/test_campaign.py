"""A federation's campaign from its opening to the next one, in two browsers."""

import pytest
from playwright.sync_api import expect

from storage.campaigns import JOIN_LENGTH
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import Server
from tests.browser.world import (
    given_assessment,
    given_campaign,
    given_members,
    given_profile,
    join_campaign,
    mixed_answers,
)

HER = "Les Dauphins"


def closes(coordinator: Visitor) -> None:
    coordinator.page.get_by_text(coordinator.t("campaign.close_sure"), exact=True).click()
    coordinator.is_settled()
    coordinator.presses(coordinator.t("campaign.close"))
    coordinator.sees(coordinator.t("campaign.files"))
    coordinator.is_settled()


def counted(coordinator: Visitor) -> str:
    """How many the whole score is of, in the table folded under the strips."""
    coordinator.sees(coordinator.t("campaign.strips"))
    caption = coordinator.page.locator("caption", has_text=coordinator.t("campaign.table"))
    table = coordinator.page.locator("table", has=caption).first
    return table.locator("tbody td").first.text_content() or ""


def opens(coordinator: Visitor, name: str) -> str:
    """Opens a campaign; the code to pass on."""
    coordinator.goes_to("campaign")
    coordinator.is_at("campaign.title")
    coordinator.page.get_by_label(coordinator.t("campaign.name")).fill(name)
    coordinator.presses(coordinator.t("campaign.create"))
    coordinator.reads(name)
    code = coordinator.page.locator(".jalon-code").first.inner_text()
    assert len(code.replace("-", "")) == JOIN_LENGTH
    return code


def joins(member: Visitor, assessment: str, code: str) -> None:
    member.goes_to("campaign-join", a=assessment, c=code)
    member.sees(member.t("campaign.agree_lead"))
    assert member.page.get_by_role("checkbox", checked=True).count() == 0
    member.page.get_by_text(member.t("campaign.consent.aggregate"), exact=True).click()
    member.page.get_by_text(member.t("campaign.consent.named"), exact=True).click()
    member.is_settled()
    member.presses(member.t("campaign.join"))
    member.sees(member.t("campaign.agreed"))


@pytest.mark.parametrize("width", [390])
def test_who_withdraws_is_in_the_frozen_figures_and_in_none_after(
    own_server: Server, new_visitor: NewVisitor, width: int
) -> None:
    coordinator, member = new_visitor(own_server), new_visitor(own_server, width=width)
    code = opens(coordinator, "Printemps")
    campaign = coordinator.parameter("g") or ""

    hers = given_assessment(own_server, member.context, mixed_answers())
    given_profile(own_server, hers, {"name": HER, "country": "BE", "region": "BE-WAL"})
    others = given_members(own_server, 5)
    join_campaign(own_server, campaign, others)
    joins(member, hers, code)

    coordinator.goes_to("campaign-board", g=campaign)
    coordinator.sees(coordinator.t("campaign.joined", count=6))
    closes(coordinator)
    assert counted(coordinator) == "6"
    assert HER not in coordinator.text()

    member.goes_to("campaign-member", a=hers, g=campaign)
    member.sees(member.t("campaign.strips"))
    member.presses(member.t("campaign.leave"))
    member.sees(member.t("campaign.left"))

    coordinator.goes_to("campaign-board", g=campaign)
    coordinator.sees(coordinator.t("campaign.strips"))
    assert counted(coordinator) == "6"

    # The five others alone would tell what she had: only the six who are new are shown.
    later = given_campaign(own_server, coordinator.context, count=6)
    join_campaign(own_server, later.campaign_id, others)
    coordinator.goes_to("campaign-board", g=later.campaign_id)
    coordinator.sees(coordinator.t("campaign.joined", count=11))
    closes(coordinator)
    assert counted(coordinator) == "6"

    stranger = new_visitor(own_server)
    stranger.goes_to("campaign-board", g=campaign)
    stranger.reads(stranger.t("campaign.gone"))
    expect(stranger.page.get_by_text("Printemps")).to_have_count(0)
