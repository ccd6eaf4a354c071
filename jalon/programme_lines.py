"""What `check` says of the programmes: how much of each can be tested, and why the rest cannot."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from assessment.places import contains
from recommendations.executable import executable
from recommendations.ideal import reaches_met
from recommendations.programme import Programme


def programme_lines(programmes: tuple[Programme, ...], on: dt.date) -> Iterator[str]:
    """A line for each programme that is not wholly executable, then the totals."""
    shares = [executable(programme) for programme in programmes]
    yield from (str(share) for share in shares if share.others)
    total, tested = sum(s.total for s in shares), sum(s.tested for s in shares)
    whole = sum(not share.others for share in shares)
    percent = round(100 * tested / max(total, 1))
    yield (
        f"programmes: {tested} of {total} conditions executable ({percent} %), "
        f"{whole} of {len(programmes)} wholly"
    )
    why = Counter(reason for share in shares for _, reason in share.others)
    if why:
        yield "not executable: " + ", ".join(f"{n} {reason}" for reason, n in why.most_common())
    met = sum(reaches_met(programme, on, contains) for programme in programmes)
    yield f"an ideal profile reaches met in {met} of {len(programmes)} programmes"
