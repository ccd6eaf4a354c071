"""The estimate along the DMA's structure: the row of the official result export, and JSON."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from assessment.as_json import card_as_json
from assessment.checklist import Checklist, Variant
from assessment.dma_profile import Module
from assessment.scorecard import ScoreCard
from reports.plain import plain_tree

Cell = str | float | None


@dataclass(frozen=True)
class Estimate:
    """One estimate, everything said about it. `marks` are the answers the card was made of."""

    checklist: Checklist
    marks: Mapping[str, tuple[int, ...]]
    variant: Variant
    card: ScoreCard
    module: Module
    stage: Literal["T0", "T1", "T2"]
    date: dt.date
    language: str


def official_row(estimate: Estimate) -> dict[str, Cell]:
    """The row of the official result export: column to value, scores 0-100 and unrounded.

    Columns as seen in a public tool that reads those exports (EDIH Adria, 2025).
    """
    names, card = estimate.checklist.export, estimate.card
    row: dict[str, Cell] = {
        names.name: estimate.module.name,
        names.id: estimate.module.portal_id,
        "DMA Timing": estimate.stage,
        "DMA Score": card.overall.value,
    }
    for dimension in estimate.checklist.dimensions:
        row[dimension.export_column] = card.dimensions[dimension.id].value
    return row | {"EDIH Name": estimate.module.edih}


def dma_json(estimate: Estimate) -> bytes:
    """The score in the shape of the contract, the official row, the answer file. UTF-8."""
    answer_file = {
        "instrument": estimate.checklist.id,
        "version": estimate.checklist.version,
        "date": estimate.date.isoformat(),
        "stage": estimate.stage,
        "answers": {question: list(given) for question, given in sorted(estimate.marks.items())},
        "dma_profile": estimate.module.model_dump(mode="json", exclude_none=True),
    }
    content: dict[str, Any] = {
        "instrument": estimate.checklist.id,
        "version": estimate.checklist.version,
        "date": estimate.date.isoformat(),
        "language": estimate.language,
        "estimate": estimate.checklist.estimate,
        "attribution": estimate.checklist.attribution,
        "q7": estimate.variant if estimate.checklist.variants else None,
        "score": card_as_json(estimate.card),
        "official_columns": official_row(estimate),
        "answer_file": answer_file,
    }
    text = json.dumps(plain_tree(content), ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").encode()
