"""`python -m benchmarks [name ...]`: every measure, or those named, as a table and as JSON."""

import importlib
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Measure, table

NAMES = (
    "scoring", "matching", "planning", "dossiers", "report", "engines", "searching", "saving",
    "serving", "beside", "visiting", "screens", "starting", "many",
)  # fmt: skip
"""To add a measure: one file with `measures()` in benchmarks/, one name here."""

OUTPUT = Path("build/benchmarks.json")


def main(wanted: Sequence[str]) -> None:
    """Runs the measures, prints the table, writes build/benchmarks.json."""
    unknown = set(wanted).difference(NAMES)
    if unknown:
        sys.exit(f"{', '.join(sorted(unknown))}: not a measure; known: {', '.join(NAMES)}")
    found: list[Measure] = []
    for name in wanted or NAMES:
        print(f"{name} ...", file=sys.stderr, flush=True)
        found += importlib.import_module(f"benchmarks.{name}").measures()
    print(table(found))
    OUTPUT.parent.mkdir(exist_ok=True)
    OUTPUT.write_text(json.dumps(_report(found), ensure_ascii=False, indent=2) + "\n", "utf-8")


def _report(found: Sequence[Measure]) -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "measures": [measure.as_json() for measure in found],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
