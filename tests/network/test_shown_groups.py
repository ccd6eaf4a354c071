"""Which groups are shown, counted once, against the rule read word for word."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from network.anonymity import K, cells_of, large, shown_groups

UNITS = st.lists(st.tuples(st.sampled_from([*"abcdef", "", None]), st.integers(0, 3)), max_size=120)


def by_the_rule(labels, told_apart):
    """Every unit looked at again for each group given up."""
    counts = Counter(label for label in labels if label)
    shown = sorted((one for one in counts if counts[one] >= K), key=lambda one: (-counts[one], one))
    while shown:
        cells = cells_of(labels, shown)
        if len(set(cells)) > 1 and large(zip(told_apart, cells, strict=True)):
            return tuple(shown)
        shown.pop()
    return ()


@given(UNITS)
def test_the_same_groups_are_shown_as_by_the_rule(units):
    labels, told_apart = [one for one, _ in units], [atom // 2 for _, atom in units]
    assert shown_groups(labels, told_apart) == by_the_rule(labels, told_apart)
