"""The estimate along the DMA's structure: the sample cases, the level edges, what always holds."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assessment.checklist import VARIANTS, Checklist, Scale
from assessment.checklist_score import DEFAULT, band_of, checklist_card, seen_card
from assessment.marks import UNSET, first_open, mistakes, mixes, open_scales
from questionnaires import CHECKLISTS, read_checklist

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "dma-sample-cases.json").read_text(encoding="utf-8")
)
SAMPLES = CASES["cases"]
VARIED = [(case, variant) for case in SAMPLES for variant in case.get("variants", {})]
Given = dict[str, tuple[int, ...]]


def checklist_of(case: dict[str, Any]) -> Checklist:
    return read_checklist(f"dma-{case['instrument']}", "fr")


def marks_of(case: dict[str, Any]) -> Given:
    return {question: tuple(given) for question, given in case["answers"].items()}


def a_sheet(checklist: Checklist, random: np.random.Generator) -> Given:
    given: Given = {}
    for question in checklist.questions():
        if isinstance(question, Scale):
            rows = random.integers(0, question.top + 1, len(question.rows))
            given[question.id] = tuple(rows.tolist())
        else:
            share = random.random()
            numbers = range(1, len(question.items) + 1)
            given[question.id] = tuple(n for n in numbers if random.random() < share)
    return given


@pytest.fixture(params=CHECKLISTS)
def checklist(request: pytest.FixtureRequest) -> Checklist:
    return read_checklist(request.param, "fr")


@pytest.mark.parametrize("case", SAMPLES, ids=lambda case: case["id"])
def test_the_sample_cases_come_out_to_the_last_digit_given(case: dict[str, Any]) -> None:
    checklist, expected = checklist_of(case), case["expected"]
    assert mistakes(checklist, marks_of(case)) == ()
    card = checklist_card(checklist, marks_of(case))
    found = {name: round(score.value or 0, 4) for name, score in card.dimensions.items()}
    assert found == expected["dimensions"]
    assert card.overall.value == pytest.approx(expected["overall"], abs=5e-5)
    assert card.overall.level == expected["band"]


@pytest.mark.parametrize(("case", "variant"), VARIED, ids=lambda v: v if isinstance(v, str) else "")
def test_the_other_ways_to_count_the_negative_item_come_out_too(
    case: dict[str, Any], variant: Any
) -> None:
    card = checklist_card(checklist_of(case), marks_of(case), variant)
    expected = case["variants"][variant]
    assert card.overall.value == pytest.approx(expected["overall"], abs=5e-5)
    assert card.dimensions["data_management"].value == pytest.approx(
        expected["data_management"], abs=5e-5
    )


def test_the_items_are_as_many_as_in_the_samples() -> None:
    for instrument, expected in CASES["items"].items():
        checklist = read_checklist(f"dma-{instrument}", "en")
        sizes = {
            q.id: len(q.rows) if isinstance(q, Scale) else len(q.items)
            for q in checklist.questions()
        }
        assert sizes == {q: int(str(size).split()[0]) for q, size in expected.items()}


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (-1.4, "basic"),
        (0.0, "basic"),
        (25.0, "basic"),
        (25.000000000000004, "basic"),
        (25.5, "average"),
        (50.0, "average"),
        (50.5, "moderately_advanced"),
        (75.0, "moderately_advanced"),
        (75.5, "advanced"),
        (100.0, "advanced"),
        (101.4, "advanced"),
    ],
)
def test_a_level_goes_up_to_and_with_its_end(
    checklist: Checklist, value: float, level: str
) -> None:
    assert band_of(checklist.levels, value) == level


def test_a_thousand_random_sheets_stay_in_bounds_and_everything_is_known(
    checklist: Checklist,
) -> None:
    random = np.random.default_rng(1)
    for _ in range(1000):
        card = checklist_card(checklist, a_sheet(checklist, random))
        for score in (card.overall, *card.dimensions.values()):
            assert score.value is not None
            assert 0 <= score.value <= 100
            assert score.low == score.high == score.value
            assert score.coverage == 1


def exact_overall(checklist: Checklist, given: Given) -> Fraction:
    """The formula of the samples, by hand and without rounding."""
    dimensions = []
    for dimension in checklist.dimensions:
        parts = []
        for question in dimension.questions:
            if isinstance(question, Scale):
                best = question.top * len(question.rows)
                parts.append(Fraction(sum(given[question.id]), best))
            else:
                good = [n for n in given[question.id] if n not in question.negatives]
                parts.append(Fraction(len(good), question.positives))
        dimensions.append(100 * sum(parts) / len(parts))
    return Fraction(sum(dimensions)) / len(dimensions)


def test_levels_are_those_of_the_exact_fraction(checklist: Checklist) -> None:
    random = np.random.default_rng(2)
    for _ in range(1000):
        given = a_sheet(checklist, random)
        exact = exact_overall(checklist, given)
        card = checklist_card(checklist, given)
        assert card.overall.value == pytest.approx(float(exact))
        assert card.overall.level == next(b.id for b in checklist.levels if exact <= b.up_to)


def test_one_more_tick_or_step_never_lowers_anything(checklist: Checklist) -> None:
    random = np.random.default_rng(3)
    for _ in range(1000):
        before = a_sheet(checklist, random)
        after = one_better(checklist, before, random)
        low, high = checklist_card(checklist, before), checklist_card(checklist, after)
        assert (high.overall.value or 0) >= (low.overall.value or 0)
        for name, score in low.dimensions.items():
            assert (high.dimensions[name].value or 0) >= (score.value or 0)


def one_better(checklist: Checklist, given: Given, random: np.random.Generator) -> Given:
    question = random.choice(np.array(list(checklist.questions()), dtype=object))
    old = given[question.id]
    if isinstance(question, Scale):
        row = int(random.integers(len(old)))
        better = tuple(min(s + (n == row), question.top) for n, s in enumerate(old))
    else:
        added = int(random.integers(1, len(question.items) + 1))
        better = tuple(sorted({*old, added}))
    return {**given, question.id: better}


def test_without_a_negative_item_the_variant_changes_nothing() -> None:
    checklist = read_checklist("dma-pso", "fr")
    given = a_sheet(checklist, np.random.default_rng(4))
    cards = {checklist_card(checklist, given, variant).overall for variant in VARIANTS}
    assert len(cards) == 1
    assert DEFAULT == "exclude_negative"


def test_ticks_left_out_count_as_nothing_ticked() -> None:
    case = SAMPLES[0]
    scales = {q: given for q, given in marks_of(case).items() if q in ("q4", "q9", "q11")}
    checklist = checklist_of(case)
    assert mistakes(checklist, scales) == ()
    assert checklist_card(checklist, scales) == checklist_card(checklist, marks_of(case))


def test_a_scale_with_a_row_not_graded_is_still_open() -> None:
    case = SAMPLES[0]
    checklist = checklist_of(case)
    given = marks_of(case) | {"q9": (1, 2, UNSET, 0, 0)}
    assert [question.id for question in open_scales(checklist, given)] == ["q9"]
    assert first_open(checklist, given) == "q9"
    assert "row 3" in mistakes(checklist, given)[0].message


def test_the_negative_item_is_noticed_only_beside_others() -> None:
    question = read_checklist("dma-sme", "fr").question("q7")
    assert mixes(question, (2, 3))
    assert not mixes(question, (2,))
    assert not mixes(question, (1, 3))


def test_a_dimension_not_gone_through_is_unknown_and_so_is_the_whole(
    checklist: Checklist,
) -> None:
    sheet = a_sheet(checklist, np.random.default_rng(5))
    assert seen_card(checklist, sheet) == checklist_card(checklist, sheet)
    for dimension in checklist.dimensions:
        last = dimension.questions[-1]
        left = {name: given for name, given in sheet.items() if name != last.id}
        if isinstance(last, Scale):
            left[last.id] = (*sheet[last.id][:-1], UNSET)
        card = seen_card(checklist, left)
        known = {name for name, score in card.dimensions.items() if score.value is not None}
        assert known == {d.id for d in checklist.dimensions} - {dimension.id}
        assert (card.overall.value, card.overall.coverage) == (None, 0)
