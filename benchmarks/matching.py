"""All funding programmes read against one profile."""

from functools import partial

from assessment.places import contains
from benchmarks import case
from benchmarks.measure import Measure, timed
from recommendations.eligibility import match_all
from recommendations.facts import facts
from reports.build import own_project
from reports.library import load_library


def measures() -> list[Measure]:
    """Milliseconds to match every programme."""
    library, sheet = load_library(case.LANGUAGE), case.sheet()
    known = facts(own_project(sheet.profile), sheet.date, contains)
    samples = timed(partial(match_all, library.programmes, known, sheet.date, library.words), 60)
    return [Measure(f"matching {len(library.programmes)} programmes", "ms", samples, 30)]
