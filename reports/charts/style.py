"""What all charts share: colours with their contrast on white, and no toolbar."""

NOW = "#0072B2"
"""Contrast 5.2:1."""
TO_CHECK = "#D55E00"
"""Contrast 3.9:1."""
PAST = "#767676"
"""Contrast 4.5:1."""
TRACK = "#E3E6EA"
INK = "#111111"

CONFIG = {"displayModeBar": False, "staticPlot": True, "responsive": True}
"""Plotly's own settings: nothing on hover only, no toolbar."""


def safe(text: str) -> str:
    """A text for Plotly, which reads a few HTML tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
