"""How far apart people stand on an ordered list of options, from the counts of each option."""

from collections.abc import Sequence


def middle(counts: Sequence[int]) -> tuple[int, int]:
    """The options of the person in the middle, twice the same; of the two in the middle of an
    even number. Raises ValueError without anybody.

    >>> middle((1, 1, 1)), middle((2, 0, 2))
    ((1, 1), (0, 2))
    """
    people = [place for place, count in enumerate(counts) for _ in range(count)]
    if not people:
        raise ValueError("nobody stands in the middle of nobody")
    return people[(len(people) - 1) // 2], people[len(people) // 2]


def spread(counts: Sequence[int]) -> float:
    """How far from the middle people stand, in options, on average; 0 when all stand together.

    >>> spread((0, 3, 0)), spread((2, 0, 2))
    (0.0, 1.0)
    """
    middle_place = sum(middle(counts)) / 2
    away = sum(count * abs(place - middle_place) for place, count in enumerate(counts))
    return away / sum(counts)


def agreement(counts: Sequence[int]) -> float:
    """How much people agree, 0-1: 1 when all chose the same option, 0 when half stand at each end.

    1 - spread / greatest spread, where the greatest spread of k options is (k - 1) / 2. It is
    Leik's ordinal consensus: the distances to the median add up to the sum, over the steps
    between two options, of the smaller of the shares below and above (R. K. Leik, "A Measure of
    Ordinal Consensus", Pacific Sociological Review 9(2), 1966, p. 85-90).

    At least two options; ValueError without anybody.

    >>> agreement((0, 5, 0, 0)), agreement((3, 0, 0, 3)), round(agreement((1, 1, 1, 1)), 2)
    (1.0, 0.0, 0.33)
    """
    return 1 - 2 * spread(counts) / (len(counts) - 1)
