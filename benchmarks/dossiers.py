"""Everything there is to show about one enterprise: score, plan, funding, help."""

from functools import partial

from benchmarks import case
from benchmarks.measure import Measure, timed
from reports.build import build_dossier
from reports.library import load_library


def measures() -> list[Measure]:
    """Milliseconds to build the dossier of a worked case."""
    library, sheet = load_library(case.LANGUAGE), case.sheet()
    samples = timed(partial(build_dossier, library, sheet, sheet.date), 40)
    return [Measure("dossier", "ms", samples, 30, "scored, advised, matched")]
