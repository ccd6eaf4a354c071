"""A score card as plain JSON data, in the shape of the contract."""

from typing import Any

from assessment.scorecard import Score, ScoreCard


def card_as_json(card: ScoreCard) -> dict[str, Any]:
    """{"instrument", "version", "form", "overall": S, "dimensions": [{"id", …S}], "readings"}.

    S is {"value", "low", "high", "coverage", "level"}, unrounded; null where there is none.
    A dimension whose deep dive is opened has "refined": S beside its own five figures.
    """
    return {
        "instrument": card.instrument,
        "version": card.version,
        "form": card.form,
        "overall": score_as_json(card.overall),
        "dimensions": [
            {"id": d, **score_as_json(s)}
            | ({"refined": score_as_json(card.refined[d])} if d in card.refined else {})
            for d, s in card.dimensions.items()
        ],
        "readings": {
            reading: {group: score_as_json(s) for group, s in groups.items()}
            for reading, groups in card.readings.items()
        },
    }


def score_as_json(score: Score) -> dict[str, Any]:
    """One score, its five figures."""
    return {
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "coverage": score.coverage,
        "level": score.level,
    }
