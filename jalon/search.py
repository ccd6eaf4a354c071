"""`jalon search`: one box over resources, cases, networks and programmes."""

from difflib import get_close_matches
from typing import Annotated

import typer

from assessment.forms import FAMILY_OF, families
from assessment.places import known
from jalon.errors import BadInput
from jalon.inputs import language_of
from jalon.output import print_json
from reports.library import search_index


def search(
    query: Annotated[str, typer.Argument(help="Everyday words.")],
    territory: Annotated[str | None, typer.Option(help="BE-WAL, FR, CA-QC…")] = None,
    legal_form: Annotated[str | None, typer.Option(help="be-asbl, scop… comes first.")] = None,
    top: Annotated[int, typer.Option(min=1, max=100)] = 5,
    language: Annotated[str, typer.Option()] = "fr",
) -> None:
    """Print the entries that answer the query, best first."""
    if territory is not None and not known(territory):
        raise BadInput(f"--territory: '{territory}' is not known; write a code like BE-WAL")
    code = language_of(language)
    hits = search_index().search(query, territory, code, top, _families(legal_form))
    print_json(
        {
            "results": [
                {
                    "id": hit.id,
                    "kind": hit.kind,
                    "subkind": hit.subkind,
                    "title": hit.title,
                    "url": hit.url,
                    "languages": list(hit.languages),
                }
                for hit in hits
            ]
        }
    )


def _families(legal_form: str | None) -> tuple[str, ...]:
    if legal_form is not None and legal_form not in FAMILY_OF:
        near = get_close_matches(legal_form, FAMILY_OF, 1) or ["be-asbl"]
        raise BadInput(f"--legal-form: '{legal_form}' is not known; did you mean '{near[0]}'?")
    return families(legal_form, ()) or ()
