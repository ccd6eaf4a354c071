"""A small programme and a small action: what a test does not speak of is left out here."""

import datetime as dt
from typing import Any

from assessment.places import contains
from assessment.profile import Profile
from recommendations.action import Action
from recommendations.facts import facts
from recommendations.pathway import Pathway
from recommendations.planning.wished import Money
from recommendations.programme import Programme
from recommendations.proposals import Funding


def programme(id: str = "this-aid", **changes: Any) -> Programme:
    """A grant for Wallonia, seen open on 2026-06-01, that pays half of the cost up to 5,000 EUR."""
    content: dict[str, Any] = {
        "id": id, "name": id, "funder": "Region", "territory": ["BE-WAL"], "kind": "grant",
        "tier": "match", "needs": ["diagnosis"], "summary": "Pays half.",
        "conditions": [{
            "id": "place", "text": "In Wallonia",
            "test": {"field": "enterprise.region", "within": ["BE-WAL"]},
        }],
        "amount": {
            "currency": "EUR", "rate_min": 0.5, "rate_max": 0.5, "max": 5000,
            "rate_basis": "eligible-costs",
        },
        "stacking": {},
        "opening": {"mode": "permanent", "status": "open", "page_date": "2026-06-01"},
        "ask": {"who": "the desk", "question": "Is it open?"},
        "source": {"url": "https://example.org", "type": "official", "confidence": "high"},
    }  # fmt: skip
    return Programme.model_validate(content | changes)


def action(id: str, raises: dict[str, str], hours: int = 4, **changes: Any) -> Action:
    """action("test-a-restore", {"backup": "tested"}): four hours, two weeks, free."""
    content: dict[str, Any] = {
        "id": id, "title": id, "what": "w", "why": "w", "who": "w", "hours": hours, "weeks": 2,
        "first_step": {"text": "Begin.", "days": 7},
        "cost": {
            "one_off": {"min": 0, "max": 0}, "yearly": {"min": 0, "max": 0}, "basis": "Own time.",
        },
        "raises": [{"question": q, "to": o} for q, o in raises.items()],
        "needs": ["diagnosis"], "topics": ["cybersecurity"], "steps": ["a", "b", "c"],
        "roles": ["carrier"], "small": "s", "fuller": "f", "running": "r", "risks": ["r"],
        "success": "s",
    }  # fmt: skip
    return Action.model_validate(content | changes)


NOTHING_PAYS = Funding((), (), (), ())
NO_MONEY = Money(lambda project: NOTHING_PAYS, facts(Profile(), dt.date(2026, 11, 22), contains))


def pathway(*first: str, themes: tuple[str, ...], finds_out: bool = False) -> Pathway:
    """A pathway with these first actions and themes; no rule, no words to speak of."""
    words = dict.fromkeys(("default", "convinced", "utilitarian", "sceptical"), "w")
    return Pathway.model_construct(
        id="p", first_actions=first, themes=themes, opening=words, finds_out=finds_out
    )
