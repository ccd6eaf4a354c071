"""The days of a campaign in a list: what tells two of the same name apart."""

from content.wording import Wording
from storage.campaigns import Campaign
from ui import campaigns
from ui.components import journey


def days(t: Wording, one: Campaign) -> str:
    """'Ouverte du 1 mars au 30 avril 2027'; how it stands is in the words."""
    first = journey.day(t, one.starts_on)
    if one.closed_on is not None:
        return t("campaign.days_closed", first=first, last=journey.day(t, one.closed_on))
    last = journey.day(t, one.ends_on)
    if campaigns.today() < one.starts_on:
        return t("campaign.days_ahead", first=first, last=last)
    return t("campaign.days_open", first=first, last=last)
