"""`jalon match`: every programme read against one profile."""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer

from assessment.places import contains
from jalon.errors import BadInput
from jalon.inputs import date_of, language_of, profile_of
from jalon.output import money, print_json
from jalon.telling import tell
from recommendations.eligibility import Match, match_all
from recommendations.facts import facts
from recommendations.programmes_library import read_good_programmes
from recommendations.words import read_words


def match(
    profile: Annotated[Path, typer.Argument(help="A profile file (JSON).")],
    programme: Annotated[str | None, typer.Option(help="Only this programme's id.")] = None,
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    language: Annotated[str, typer.Option()] = "fr",
) -> None:
    """Print every programme: met first, then to check, then not met."""
    code, day = language_of(language), date_of(on)
    programmes, left_out = read_good_programmes(code)
    for problem in left_out:
        tell(problem)
    if programme is not None and programme not in {p.id for p in programmes}:
        raise BadInput(f"--programme: '{programme}' is not known; {_near(programme, code)}")
    known = facts(profile_of(profile), day, contains)
    found = match_all(programmes, known, day, read_words(code))
    shown = [one for one in found if programme in (None, one.programme.id)]
    print_json({"programmes": [match_as_json(one) for one in shown]})


def match_as_json(found: Match) -> dict[str, Any]:
    """One programme in the shape of the contract."""
    source = found.programme.source
    page_date = found.programme.opening.page_date
    return {
        "id": found.programme.id,
        "verdict": found.verdict,
        "availability": found.availability,
        "amount": money(found.amount),
        "stacking": found.stacking,
        "criteria": [
            {
                "criterion": c.criterion,
                "verdict": c.verdict,
                "reason": c.reason,
                "source": c.source,
            }
            for c in found.criteria
        ],
        "questions": [{"field": q.field, "text": q.text} for q in found.questions],
        "also_looked_at": list(found.also_looked_at),
        "source": source.url,
        "page_date": page_date.isoformat() if page_date else None,
    }


def _near(given: str, language: str) -> str:
    known = [programme.id for programme in read_good_programmes(language)[0]]
    near = get_close_matches(given, known, 1, 0)
    return f"did you mean '{near[0]}'?"
