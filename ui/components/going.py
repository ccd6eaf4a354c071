"""What a deletion takes with it, said before: one line each, of what there really is."""

from collections.abc import Iterator

from content.wording import Wording
from storage.campaigns import Campaign
from storage.record import Record
from ui import campaigns, database, guided, panels, vault
from ui.components import html
from ui.components.campaign_days import days


def going(t: Wording, record: Record) -> str:
    """The list for its owner, then what stays: figures that a campaign has published."""
    joined = [one.campaign for one in campaigns.memberships(record.id)]
    stays = any(one.closed_on is not None for one in joined)
    return (
        html.paragraph(t("my_data.delete_text"))
        + html.items([*_lines(t, record, joined), t("my_data.goes_trail")])
        + (html.paragraph(t("my_data.figures_stay"), "small") if stays else "")
    )


def _lines(t: Wording, record: Record, joined: list[Campaign]) -> Iterator[str]:
    yield t("my_data.goes_answers")
    if count := len(panels.of(record)):
        yield t("my_data.goes_panels", count=count)
    for one in joined:
        yield t("my_data.goes_campaign", name=one.name, days=days(t, one))
    now = database.now()
    if count := sum(not key.ended(now) for key in vault.shared(record.id)):
        yield t("my_data.goes_keys", count=count)
    if guided.advisers(record):
        yield t("my_data.goes_notes")
