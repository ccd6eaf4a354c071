"""The brand's colours in Streamlit's own theme, for the parts of a widget no style sheet names."""

import logging

from streamlit import config

from identity.site import read_site
from ui.stylesheet import dark_now

_log = logging.getLogger("jalon")


def theme() -> None:
    """Gives Streamlit the brand's colour in the place of the one of .streamlit/config.toml."""
    colours = read_site("en").brand.colours
    for option, colour in (
        ("theme.light.primaryColor", colours.now),
        ("theme.dark.primaryColor", dark_now(colours)),
    ):
        try:
            config.set_option(option, colour)
        except (RuntimeError, KeyError, ValueError) as error:
            # The style sheet has the colour all the same.
            _log.warning("theme option %s was not taken: %s", option, error)
