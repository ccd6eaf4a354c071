"""The full PDF report: warm, with and without its dossier; and in a process that just began."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from benchmarks import case
from benchmarks.measure import Measure, once, settle, timed
from reports.build import build_dossier
from reports.dossier import Dossier, Sheet
from reports.library import load_library
from reports.pdf import pdf

_COLD = """
import time
begin = time.perf_counter()
from benchmarks.report import one
one()
print((time.perf_counter() - begin) * 1000)
"""


def measures() -> list[Measure]:
    """Milliseconds; each warm report differs, so that Typst cannot hand out the one before."""
    given = sheets()
    size = len(pdf(dossier_of(next(given))))
    settle()
    alone = tuple(once(lambda d=dossier_of(next(given)): pdf(d)) for _ in range(25))
    both = timed(lambda: pdf(dossier_of(next(given))), 25)
    cold = tuple(_cold() for _ in range(3))
    return [
        Measure("PDF report, warm", "ms", both, 200, f"dossier included; {size // 1000} kB"),
        Measure("PDF report, warm, dossier given", "ms", alone, 200),
        Measure("PDF report, cold", "ms", cold, note="new process: imports, content, report"),
    ]


def one() -> bytes:
    """One report, everything included."""
    return pdf(dossier_of(case.sheet()))


def dossier_of(sheet: Sheet) -> Dossier:
    return build_dossier(load_library(case.LANGUAGE), sheet, sheet.date)


def sheets() -> Iterator[Sheet]:
    """The worked case, each time with another name, worry and answer."""
    sheet = case.sheet()
    for number in count():
        enterprise = sheet.profile.enterprise.model_copy(update={"name": f"Atelier {number}"})
        profile = sheet.profile.model_copy(update={"enterprise": enterprise})
        budget = ("unknown", "when-it-breaks")[number % 2]
        answers = {**sheet.answers, "digital-budget": budget}
        yield replace(sheet, profile=profile, answers=answers, worry=f"Nos listes ({number}).")


def _cold() -> float:
    done = subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True, text=True)
    return float(done.stdout)
