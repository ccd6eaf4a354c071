"""What an adviser wrote and moved stands in the report as hers, and goes when it is left out."""

import datetime as dt
import json
from dataclasses import replace

from assessment.guided import Guided, Move, Words
from reports.outline import outline
from tests.reports.builders import HALF, dossier

DAY = dt.date(2026, 11, 29)


def told(guided: Guided) -> str:
    made = dossier(HALF)
    shown = outline(replace(made, sheet=replace(made.sheet, guided=guided)))
    return json.dumps(shown, ensure_ascii=False)


def test_her_paragraph_carries_her_name_and_its_day() -> None:
    said = told(Guided(words={"results": Words("Un bon socle.", "Amina", DAY)}))
    assert "Un bon socle." in said
    assert "Écrit par Amina, qui conseille l’organisation, le 29 novembre 2026" in said


def test_what_the_enterprise_leaves_out_is_not_in_the_report() -> None:
    hidden = Words("Un bon socle.", "Amina", DAY, left_out=True)
    assert told(Guided(words={"results": hidden})) == told(Guided())


def test_an_action_she_moved_says_so() -> None:
    move = Move("first", "Amina", DAY)
    assert "Mis en premier par Amina" in told(Guided(moves={"restore": move}))
