"""What a card says of the page it rests on, in the reader's words."""

import datetime as dt

import pytest

from catalogue.library import read_resources
from reports.freshness import seen, to_verify

GUIDE = read_resources("fr")[0].model_copy(
    update={"topics": ("ai",), "read_on": dt.date(2026, 12, 1), "page_date": None}
)
SOON, LATE = dt.date(2027, 1, 1), dt.date(2031, 1, 1)


@pytest.mark.parametrize(
    ("seen_on", "page_date", "said"),
    [
        ("archived copy", None, "Copie archivée lue au plus tard le 1er décembre 2026."),
        ("the page itself", None, "Page lue le 1er décembre 2026."),
        ("the page itself", "2025", "Page lue le 1er décembre 2026. Date de la page : 2025."),
        ("x", "2025-03", "Page lue le 1er décembre 2026. Date de la page : mars 2025."),
        ("x", "2025-03-09", "Page lue le 1er décembre 2026. Date de la page : 9 mars 2025."),
    ],
)
def test_a_card_says_when_its_page_was_read(seen_on: str, page_date: str | None, said: str) -> None:
    guide = GUIDE.model_copy(update={"seen_on": seen_on, "page_date": page_date})
    assert seen(guide, SOON, "fr").replace("\u00a0", " ") == said


def test_what_was_read_long_ago_is_to_be_verified() -> None:
    assert to_verify(GUIDE, SOON, "fr") == ""
    assert "À vérifier" in to_verify(GUIDE, LATE, "fr")
    assert seen(GUIDE, LATE, "en").endswith("To verify: the page may have changed.")
