"""Who may pay a step: in words on paper, in the workbook, in the data."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from recommendations.amounts import Money
from reports.dossier import Dossier
from reports.export import export
from reports.outline import outline
from reports.sections.paying import band_words, paying_line, paying_rows
from reports.words import words
from tests.reports.builders import HALF, dossier
from tests.reports.test_export import workbook

FR = words("fr")


def euros(least: int | None, most: int | None) -> Money:
    least_seen, most_seen = (None if a is None else Decimal(a) for a in (least, most))
    return Money(least_seen, most_seen, "EUR")


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (euros(0, None), "montant non vu"), (euros(None, None), "montant non vu"),
        (euros(0, 200), "jusqu’à 200\u00a0€"), (euros(50, None), "à partir de 50\u00a0€"),
        (euros(0, 0), "0\u00a0€"),
    ],
)  # fmt: skip
def test_an_amount_not_seen_is_never_written_as_nothing(band: Money, said: str) -> None:
    assert band_words(band, "fr", FR) == said


def paid() -> Dossier:
    found = dossier(HALF)
    assert found.roadmap.steps[0].payment is not None
    return found


def test_a_step_names_its_programme_its_verdict_and_who_decides() -> None:
    line = paying_line(paid().roadmap.steps[0], "fr", FR)
    assert "jusqu’à 120\u00a0€, par Programme cheque" in line
    assert "à vérifier auprès du financeur. Le financeur décide." in line
    assert "À votre charge\u00a0: jusqu’à 120\u00a0€" in line


def test_a_step_nobody_pays_for_says_nothing() -> None:
    step = replace(paid().roadmap.steps[0], payment=None)
    assert paying_rows(step, "fr", FR) == []


def test_a_plan_that_counts_on_less_than_the_cost_says_so() -> None:
    step = replace(paid().roadmap.steps[0], payment=None, cost=euros(0, 40))
    assert paying_rows(step, "fr", FR) == [("Compté dans ce plan", "jusqu’à 40\u00a0€")]


def test_the_roadmap_on_paper_says_who_may_pay() -> None:
    told = json.dumps(outline(paid()), ensure_ascii=False)
    assert "par Programme cheque" in told
    assert "Qui peut aider à payer\u00a0:" in told


def test_the_data_has_aid_own_money_and_programme_of_each_step() -> None:
    step = json.loads(export(paid(), "json"))["roadmap"]["steps"][0]
    assert step["cost"] == step["aid"] == {"min": 0.0, "max": 120.0, "currency": "EUR"}
    assert step["own"]["max"] == 120.0
    assert step["programme"]["id"] == "cheque"
    assert step["programme"]["verdict"] == "to_check"


def test_the_workbook_has_aid_and_own_money_beside_each_step() -> None:
    texts, formulas = workbook(export(paid(), "xlsx"))
    assert "Programme cheque" in texts
    assert "Aide possible, maximum (€)" in texts
    assert any(formula.startswith("SUM(K2:") for formula in formulas)
