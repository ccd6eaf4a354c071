"""What `check` prints of the programmes."""

import datetime as dt

from jalon.programme_lines import programme_lines
from tests.recommendations.builders import programme


def test_a_line_for_each_programme_not_wholly_executable_then_the_totals():
    part = programme(
        "part",
        conditions=[
            {"id": "size", "text": "t", "test": {"sme": "medium"}},
            {"id": "quality", "text": "t", "why_not_tested": "judgement"},
            {"id": "list", "text": "t", "why_not_tested": "unseen"},
        ],
    )

    lines = list(programme_lines((part, programme("whole")), dt.date(2026, 11, 22)))

    assert lines == [
        "part: 1 of 3 conditions executable; quality: judgement; list: unseen",
        "programmes: 2 of 4 conditions executable (50 %), 1 of 2 wholly",
        "not executable: 1 judgement, 1 unseen",
        "an ideal profile reaches met in 1 of 2 programmes",
    ]
