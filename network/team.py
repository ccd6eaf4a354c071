"""The picture of a team's skills: counts of many sheets, never one person's.

A picture takes in new sheets three at a time, and never differs from the one shown before by one
or two sheets: otherwise comparing the two would tell what one person answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assessment.answers import Answers, Codes, encode
from assessment.model import Dimension, Questionnaire
from assessment.scorecard import level_of

THRESHOLD = 3
"""Nothing is shown of fewer people, for the whole and for each question."""


@dataclass(frozen=True)
class ItemPicture:
    """One question. `counts` follow its options; None when fewer than three people said.

    `helpers` people did it without help: the last option. None like the counts.
    """

    question: str
    known: int | None
    counts: tuple[int, ...] | None

    @property
    def helpers(self) -> int | None:
        """How many could show it to others."""
        return None if self.counts is None else self.counts[-1]


@dataclass(frozen=True)
class AreaPicture:
    """One area. `value` is 0-100: points given over best points, all shown answers together.

    `helpers` is the share, 0-1, of shown answers at the last option. None: nothing is shown.
    """

    id: str
    value: float | None
    level: str | None
    helpers: float | None
    items: tuple[ItemPicture, ...]


@dataclass(frozen=True)
class TeamPicture:
    """A team of `sheets` people; `first` is the area to learn together first, None if none."""

    sheets: int
    areas: tuple[AreaPicture, ...]
    first: str | None


def in_picture(answers: int, shown: int, closed: bool) -> int:
    """How many sheets the next picture takes in; 0: nothing is shown yet.

    `answers` were given, `shown` stood in the last picture anyone saw (0: none). An open round
    shows whole batches of three. A closed one shows everything, unless that would add one or two
    sheets to a picture already seen: those stay out for good.

    >>> in_picture(7, 0, closed=False), in_picture(7, 0, closed=True), in_picture(7, 6, closed=True)
    (6, 7, 6)
    """
    wanted = answers if closed else answers - answers % THRESHOLD
    if wanted < THRESHOLD:
        return 0
    return wanted if wanted - shown >= THRESHOLD else shown


def missing(answers: int) -> int:
    """How many more answers until the picture of an open round takes in new ones: 1 to 3."""
    return THRESHOLD - answers % THRESHOLD


def batches(sheets: int) -> int:
    """How many batches of three hold this many sheets, the last one perhaps not whole."""
    return -(-sheets // THRESHOLD)


def picture(
    questionnaire: Questionnaire, groups: Sequence[Sequence[Answers]]
) -> TeamPicture | None:
    """The picture of these batches of sheets, oldest batch first; None under three sheets.

    Sheets must be free of mistakes. 'Unknown' (would rather not say) counts nowhere.
    """
    whole = _whole(groups)
    sheets = sum(len(group) for group in whole)
    if sheets < THRESHOLD:
        return None
    areas = tuple(_area(questionnaire, area, whole) for area in questionnaire.dimensions)
    return TeamPicture(sheets, areas, _first(questionnaire, areas))


def _whole(groups: Sequence[Sequence[Answers]]) -> list[list[Answers]]:
    """The batches, a last one under three joined to the one before it."""
    whole = [list(group) for group in groups]
    if len(whole) > 1 and len(whole[-1]) < THRESHOLD:
        late = whole.pop()
        whole[-1] += late
    return whole


def _area(
    questionnaire: Questionnaire, area: Dimension, groups: Sequence[Sequence[Answers]]
) -> AreaPicture:
    codes: list[Codes] = [
        np.concatenate([encode(area.questions, sheet) for sheet in group]) for group in groups
    ]
    items = tuple(
        _item(question.id, len(question.options), [group[:, column] for group in codes])
        for column, question in enumerate(area.questions)
    )
    earned = best = known = helpers = 0
    for question, item in zip(area.questions, items, strict=True):
        if item.counts is None:
            continue
        points = [option.points for option in question.options]
        earned += sum(n * each for n, each in zip(item.counts, points, strict=True))
        best += sum(item.counts) * question.best
        known += sum(item.counts)
        helpers += item.counts[-1]
    if not known:
        return AreaPicture(area.id, None, None, None, items)
    value = 100 * earned / best
    level = level_of(questionnaire.levels, value)
    return AreaPicture(area.id, value, level, helpers / known, items)


def _item(question_id: str, options: int, batches_of_codes: Sequence[Codes]) -> ItemPicture:
    """Answers enter three or more at a time here too: in a batch some would rather not say."""
    shown = np.zeros(options, np.int64)
    waiting = np.zeros(options, np.int64)
    for codes in batches_of_codes:
        waiting += np.bincount(codes[codes >= 0], minlength=options)
        if waiting.sum() >= THRESHOLD:
            shown, waiting = shown + waiting, np.zeros(options, np.int64)
    if not shown.any():
        return ItemPicture(question_id, None, None)
    return ItemPicture(question_id, int(shown.sum()), tuple(int(count) for count in shown))


def _first(questionnaire: Questionnaire, areas: tuple[AreaPicture, ...]) -> str | None:
    """The area with the lowest value, unless every area is at the highest level already."""
    known = [(area.value, area) for area in areas if area.value is not None]
    if not known:
        return None
    lowest = min(known, key=lambda pair: pair[0])[1]
    return None if lowest.level == questionnaire.levels[-1].id else lowest.id
