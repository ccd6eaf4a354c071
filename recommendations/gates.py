"""What must come first: an aid that opens another, a plan or a diagnosis that an aid asks for."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from recommendations.programme import Programme

GATE_FIELDS = frozenset(
    {
        "project.digital_plan_age_months",
        "project.cyber_diagnosis_age_months",
        "project.self_assessment_done",
    }
)
"""Facts that a step of the roadmap can create: a diagnosis opens the door to the next aid."""


def gates(programmes: Iterable[Programme]) -> dict[str, tuple[str, ...]]:
    """For each programme, the programmes that open it (A unlocks B: A stands under B), by id."""
    known = sorted(programmes, key=lambda p: p.id)
    return {p.id: tuple(a.id for a in known if p.id in a.unlocks) for p in known}


def check_gates(programmes: Iterable[Programme], actions: Iterable[str] = ()) -> Iterator[str]:
    """What is wrong with 'unlocks' and 'opened_by': ids nobody knows, itself, a circle."""
    known, doable = {p.id: p for p in programmes}, frozenset(actions)
    for programme in known.values():
        for action in programme.opened_by:
            if action not in doable:
                yield (
                    f"recommendations/programmes/{programme.id}.yaml\n"
                    f"  'opened_by' names '{action}', which is no action"
                )
        for unlocked in programme.unlocks:
            if unlocked not in known:
                yield (
                    f"recommendations/programmes/{programme.id}.yaml\n"
                    f"  'unlocks' names '{unlocked}', which is no programme"
                )
    try:
        TopologicalSorter(gates(known.values())).prepare()
    except CycleError as error:
        yield f"recommendations/programmes\n  'unlocks' go round: {' > '.join(error.args[1])}"
