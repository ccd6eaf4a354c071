"""The style sheet of all screens: the files of ui/styles, and the colours of the site's brand."""

import hashlib
from functools import lru_cache
from pathlib import Path

from identity.colour import best_on, mix, readable
from identity.site import Colours, read_site

STYLES = Path(__file__).parent / "styles"
DARK_GROUND, DARK_INK = "#10171E", "#0B1218"
_ON_DARK = 7.0

linked = False
"""Whether the page links the sheet: our server does, `streamlit run` cannot."""


@lru_cache(maxsize=1)
def sheet() -> str:
    """The CSS, in the order of the files' names, the brand's colours last."""
    files = (path.read_text(encoding="utf-8") for path in sorted(STYLES.glob("*.css")))
    return "".join((*files, _brand(read_site("en").brand.colours)))


@lru_cache(maxsize=1)
def name() -> str:
    """The file's name, which changes with its content: browsers keep it for ever."""
    return f"jalon-{hashlib.sha256(sheet().encode()).hexdigest()[:12]}.css"


def dark_now(colours: Colours) -> str:
    """The colour of what can be pressed, on a dark ground."""
    return readable(colours.now, DARK_GROUND, _ON_DARK)


def _brand(colours: Colours) -> str:
    now = dark_now(colours)
    light = {
        "bar": colours.bar,
        "accent": colours.accent,
        "on-accent": best_on(colours.accent, colours.bar, "#FFFFFF"),
        "now": colours.now,
        "on-now": "#FFFFFF",
        "link": mix(colours.now, "#000000", 0.25),
        "tint": mix("#FFFFFF", colours.now, 0.07),
    }
    dark = {
        "bar": mix(colours.bar, DARK_INK, 0.45),
        "now": now,
        "on-now": DARK_INK,
        "link": now,
        "tint": mix(DARK_GROUND, now, 0.18),
    }
    return f":root{{{_rules(light)}}}@media (prefers-color-scheme:dark){{:root{{{_rules(dark)}}}}}"


def _rules(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
