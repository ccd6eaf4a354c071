"""`jalon search`: one box over resources, cases, networks and programmes."""

from typing import Annotated

import typer

from assessment.places import known
from jalon.errors import BadInput
from jalon.inputs import language_of
from jalon.output import print_json
from reports.library import search_index


def search(
    query: Annotated[str, typer.Argument(help="Everyday words.")],
    territory: Annotated[str | None, typer.Option(help="BE-WAL, FR, CA-QC…")] = None,
    top: Annotated[int, typer.Option(min=1, max=100)] = 5,
    language: Annotated[str, typer.Option()] = "fr",
) -> None:
    """Print the entries that answer the query, best first."""
    if territory is not None and not known(territory):
        raise BadInput(f"--territory: '{territory}' is not known; write a code like BE-WAL")
    hits = search_index(language_of(language)).search(query, territory, language, top)
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
