"""Which programmes to show under an action, best first; and what else when none fits."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from recommendations.action import Need
from recommendations.availability import proposable
from recommendations.eligibility import Match

Here = Callable[[str], bool]
"""Whether a territory reaches the enterprise; while we do not know where it is, only EU and INT."""

GIVES = frozenset({"voucher", "grant", "subsidised-advice", "prize", "tax-relief"})
"""Kinds that pay for a part of the project; the others are offered when none of these fits."""

_KIND_ORDER = (
    "subsidised-advice", "voucher", "grant", "in-kind", "prize", "tax-relief",
    "loan", "guarantee", "equity",
)  # fmt: skip


@dataclass(frozen=True)
class Funding:
    """What may help to pay for one project.

    `fitting` pay a part of it; `behind_gate` open after an earlier plan or diagnosis; `in_kind`
    and `loans` come after free help when nothing fits; `refused` are for this need and this
    place, but not for this enterprise: never proposed, shown with the reason.
    """

    fitting: tuple[Match, ...]
    behind_gate: tuple[Match, ...]
    in_kind: tuple[Match, ...]
    loans: tuple[Match, ...]
    refused: tuple[Match, ...] = ()

    @property
    def nothing_fits(self) -> bool:
        """No programme seen pays for this: the page says so."""
        return not self.fitting


def funding(
    matches: tuple[Match, ...], needs: tuple[Need, ...], on: dt.date, here: Here
) -> Funding:
    """The programmes for these needs (main need first) among those matched, on this date.

    Only what is open or to verify is proposed; never what is closed, refused, or thinly known,
    nor what is for another place, even where a branch there could not be ruled out.
    """
    wanted = frozenset(needs)
    about = tuple(m for m in matches if not wanted.isdisjoint(m.programme.needs))
    usable = sorted(proposed(about, on, here), key=lambda m: _rank(m, needs))
    fits = [m for m in usable if m.verdict != "not_met"]
    return Funding(
        fitting=tuple(m for m in fits if m.programme.kind in GIVES),
        behind_gate=tuple(m for m in usable if m.verdict == "not_met" and m.behind_gate),
        in_kind=tuple(m for m in fits if m.programme.kind == "in-kind"),
        loans=tuple(m for m in fits if m.programme.kind in ("loan", "guarantee", "equity")),
        refused=tuple(
            m
            for m in usable
            if m.verdict == "not_met" and not m.behind_gate and m.programme.kind in GIVES
        ),
    )


def proposed(matches: tuple[Match, ...], on: dt.date, here: Here) -> tuple[Match, ...]:
    """Those one can apply for in this place, on this date, whatever they pay for."""
    return tuple(
        m
        for m in matches
        if proposable(m.programme, on)
        and any(here(territory) for territory in m.programme.territory)
    )


def _rank(found: Match, needs: tuple[Need, ...]) -> tuple[int | str, ...]:
    programme = found.programme
    # How central the shared need is, to the action and to the programme.
    shared = min(needs.index(n) + programme.needs.index(n) for n in needs if n in programme.needs)
    return (
        0 if found.verdict == "met" else 1,
        0 if found.availability == "open" else 1,
        # A tax relief helps only who pays tax on a profit: never before a grant.
        programme.kind == "tax-relief",
        shared,
        # The nearer the territory, the likelier the aid: BE-WAL before BE before EU before INT.
        _distance(programme.territory),
        _KIND_ORDER.index(programme.kind),
        len(found.questions),
        programme.id,
    )


def _distance(territories: tuple[str, ...]) -> int:
    return min({"INT": 3, "EU": 2}.get(t, 0 if "-" in t else 1) for t in territories)
