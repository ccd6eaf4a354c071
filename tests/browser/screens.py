"""Every screen with something in it to read: the list is that of ui/navigation.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import BrowserContext

from tests.browser.server import Server
from tests.browser.world import (
    given_account,
    given_assessment,
    given_campaign,
    given_estimate,
    given_follower,
    given_guidance,
    given_panel,
    given_team,
    mixed_answers,
)
from ui.navigation import SCREENS

Parameters = dict[str, str]


@dataclass(frozen=True)
class Filled:
    """What this browser may open, as parameters of addresses."""

    made: Parameters
    estimate: Parameters
    next_estimate: Parameters
    """A T1, its first question still open."""
    team: Parameters
    member: Parameters
    invited: Parameters
    again: Parameters
    campaigns: tuple[Parameters, Parameters]
    """One open, one closed."""
    joining: Parameters
    advised: Parameters
    """One she began as an adviser, signed in here."""


def filled(server: Server, browser: BrowserContext) -> Filled:
    """An assessment answered to the end, its panel; estimates, a round, codes, an account."""
    team = given_team(server, browser)
    made = given_assessment(server, browser, mixed_answers())
    panel = given_panel(server, made, 12)
    closed = given_campaign(server, browser, closed=True, own=made)
    still_open = given_campaign(server, browser)
    estimate = given_estimate(server, browser, "sme-all-max")
    account = given_account(server, browser, still_open.campaign_id)
    return Filled(
        made={"a": made},
        again={"a": given_follower(server, browser, made)},
        estimate={"a": estimate},
        next_estimate={"a": given_estimate(server, browser, "sme-all-max", estimate)},
        team={"r": team.round_id},
        member={"c": team.join_code},
        invited={"c": panel.join_code},
        campaigns=({"g": still_open.campaign_id}, {"g": closed.campaign_id}),
        joining={"c": still_open.join_code},
        advised={"a": _advised(server, browser, account)},
    )


def _advised(server: Server, browser: BrowserContext, account: str) -> str:
    made = given_assessment(server, browser, mixed_answers(), worry="Les relances")
    given_guidance(server, account, made, began=True)
    return made


def _plain(_: Filled) -> list[Parameters]:
    return [{}]


def _made(one: Filled) -> list[Parameters]:
    return [one.made]


def _followed(one: Filled) -> list[Parameters]:
    return [one.again, one.again | {"d": "strategy"}]


_NEEDS: Mapping[str, Callable[[Filled], list[Parameters]]] = {
    "landing": _plain,
    "profile": _made,
    "worry": _made,
    "question": lambda one: [
        one.made | {"q": "enter-once"},
        one.made | {"q": "shared-files"},
        one.advised | {"q": "enter-once"},
    ],
    "breather": lambda one: [one.made | {"d": "strategy"}],
    "check": _made,
    "results": lambda one: [one.made, one.advised],
    "why": _made,
    "deep": lambda one: [one.made | {"d": "tools"}],
    "roadmap": _made,
    "project": lambda one: [one.made | {"p": "small-readable-site"}],
    "specification": lambda one: [one.made | {"p": "small-readable-site"}],
    "funding": _made,
    "enterprise": _made,
    "then_and_now": _made,
    "follow_up": _made,
    "again": _followed,
    "targets": _made,
    "intervision": _made,
    "what_if": _made,
    "paper": _plain,
    "paper_type": _plain,
    "paper_check": _plain,
    "report": _made,
    "keep": _made,
    "resume": _plain,
    "my_data": _made,
    "share": _made,
    "portfolio": _plain,
    "guided": lambda one: [one.advised],
    "hand_over": lambda one: [one.advised],
    "example": _plain,
    "privacy": _plain,
    "accessibility": _plain,
    "team": _plain,
    "team_round": lambda one: [one.team],
    "team_answer": lambda one: [{}, one.member],
    "team_thanks": _plain,
    "team_picture": lambda one: [one.team],
    "panel": _made,
    "panel_answer": lambda one: [{}, one.invited],
    "panel_thanks": _plain,
    "panel_picture": _made,
    "panel_projector": _made,
    "campaign": _plain,
    "campaign_board": lambda one: list(one.campaigns),
    "campaign_join": lambda one: [{}, one.made | one.joining],
    "campaign_member": lambda one: [one.made | one.campaigns[1]],
    "stories": _plain,
    "suggest": _plain,
    "glossary": _plain,
    "search": _plain,
    "others": _plain,
    "sign_in": _plain,
    "new_password": _plain,
    "account": _plain,
    "two_steps": _plain,
    "readers_said": _plain,
    "service": _plain,
    "dma": lambda one: [one.next_estimate],
    "dma_question": lambda one: [
        one.estimate | {"q": "q1_invested"},
        one.next_estimate | {"q": "q1_invested"},
        one.next_estimate | {"q": "q4"},
    ],
    "dma_results": lambda one: [one.estimate, one.next_estimate],
}


def addresses(screen: str, one: Filled) -> list[tuple[str, Parameters]]:
    """Addresses that show this screen with something in it; a new screen must say which."""
    if screen not in _NEEDS:
        raise AssertionError(
            f"what does the screen '{screen}' need to show something? Say it in _NEEDS of "
            "tests/browser/screens.py, so that its accessibility is tested"
        )
    return [(SCREENS[screen], parameters) for parameters in _NEEDS[screen](one)]


def to_read(server: Server, browser: BrowserContext) -> list[tuple[str, Parameters]]:
    """Every address of every screen."""
    one = filled(server, browser)
    return [address for screen in SCREENS for address in addresses(screen, one)]
