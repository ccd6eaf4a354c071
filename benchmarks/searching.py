"""The search box, in people's own words."""

from itertools import cycle

from benchmarks import case
from benchmarks.measure import Measure, once, timed
from reports.library import search_index

QUERIES = (
    "sauvegarde", "on perd du temps à tout retaper", "subside informatique", "rgpd",
    "formation bénévoles", "site accessible", "logiciel libre comptabilité", "mot de pase",
    "crm", "intelligence artificielle charte",
)  # fmt: skip


def measures() -> list[Measure]:
    """Milliseconds of one query over the whole catalogue; and of building the index, once."""
    built = once(lambda: search_index(case.LANGUAGE))
    index, queries = search_index(case.LANGUAGE), cycle(QUERIES)
    samples = timed(lambda: index.search(next(queries), "BE-WAL", case.LANGUAGE), 200, warm=10)
    return [
        Measure("search query", "ms", samples, 10, f"{len(QUERIES)} queries in turn"),
        Measure("search index built", "ms", (built,), note="once a process and language"),
    ]
