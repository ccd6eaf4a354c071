"""What axe-core finds on a screen, from the script shipped in its package: nothing is fetched."""

from collections.abc import Sequence
from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
_BY_COLOUR = ["color-contrast", "link-in-text-block"]
"""The only rules whose findings depend on the colours."""


@dataclass(frozen=True)
class Known:
    """A finding in Streamlit's own markup that no label, theme or style of ours can mend."""

    rule: str
    html: str
    """What the element at fault holds."""
    why: str
    issue: str
    """Its address among Streamlit's issues, or 'none found'."""


_LOOKS = 5

KNOWN: Sequence[Known] = ()
"""Empty, and better so: what could be mended was."""


def violations(page: Page) -> list[str]:
    """One line for each element at fault, without those of KNOWN."""
    return _found(page, {"type": "tag", "values": _TAGS})


def colour_violations(page: Page) -> list[str]:
    """The same for the rules on colours alone, once everything else was looked at.

    Looked at again while something is found: colours change over some frames.
    """
    found: list[str] = []
    for _ in range(_LOOKS):
        found = _found(page, {"type": "rule", "values": _BY_COLOUR})
        if not found:
            break
        page.wait_for_timeout(300)
    return found


def _found(page: Page, only: dict[str, object]) -> list[str]:
    options = {"resultTypes": ["violations"], "runOnly": only}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} | {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"]
        if not any(known.rule == rule["id"] and known.html in node["html"] for known in KNOWN)
    ]
