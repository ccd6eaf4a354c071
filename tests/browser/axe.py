"""What axe-core finds on a screen, from the script shipped in its package: nothing is fetched."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
_OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": _TAGS}}

KNOWN: dict[tuple[str, str], str] = {}
"""Findings in Streamlit's own markup, which we cannot change: (rule, part of the HTML) to why."""


def violations(page: Page) -> list[str]:
    """One line for each element at fault, without those of KNOWN."""
    found = Axe().run(page, options=_OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} | {node['failureSummary'][:300]}"
        for rule in found
        for node in rule["nodes"]
        if not any(rule["id"] == known and part in node["html"] for known, part in KNOWN)
    ]
