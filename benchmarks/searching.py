"""The search box, in people's own words: how fast, and how well on judged queries."""

from benchmarks.judged import Judged, Split, judged, part, quality
from benchmarks.measure import Measure, once, settle
from reports.library import search_index

TARGET_MS = 10
PARTS: tuple[tuple[Split, str], ...] = (
    ("tuned", "tuned"), ("held_out", "held out"), ("outsider", "outsider’s"),
)  # fmt: skip


def measures() -> list[Measure]:
    """Milliseconds of a query and of building the index, once; recall and rank of each part."""
    built = once(search_index)
    warmed = once(search_index().warm)
    for one in judged():
        _found(one)
    settle()
    samples = tuple(once(lambda one=one: _found(one)) for one in judged() for _ in range(3))
    count = len(judged())
    return [
        Measure("search query", "ms", samples, TARGET_MS, f"{count} judged queries, 5 languages"),
        Measure("search query, p95", "ms", (_p95(samples),), TARGET_MS),
        Measure("search index built", "ms", (built,), note="once a process, content included"),
        Measure("search index, all languages stemmed", "ms", (warmed,), note="beside the start"),
        *(one for split, name in PARTS for one in _quality(split, name)),
    ]


def _quality(split: Split, name: str) -> list[Measure]:
    queries = part(split)
    reached = quality(queries, _found)
    note = f"{len(queries)} queries"
    return [
        Measure(f"search recall@5, {name}", "", (reached.recall,), note=note),
        Measure(f"search hit@5, {name}", "", (reached.hit,), note=note),
        Measure(f"search MRR, {name}", "", (reached.mrr,), note=note),
    ]


def _found(one: Judged) -> list[str]:
    hits = search_index().search(one.query, one.territory, one.language)
    return [hit.id for hit in hits]


def _p95(samples: tuple[float, ...]) -> float:
    return Measure("", "ms", samples).p95
