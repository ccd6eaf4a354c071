"""What stands in the <head> of Streamlit's page: our title, mark, style sheet and font."""

import re
from dataclasses import dataclass
from html import escape

_ICON = re.compile(rb'<link rel="shortcut icon"[^>]*>')
# Streamlit's own font, which no screen of ours draws: 170 kB.
_PRELOADED_FONT = re.compile(rb'<link\s+rel="preload"[^>]*SourceSans[^>]*>')


@dataclass(frozen=True)
class PageHead:
    """Addresses are relative to the page."""

    title: str
    icon: str
    style: str
    font: str
    bar: str

    def write(self, page: bytes) -> bytes:
        """The page with our head in the place of Streamlit's."""
        named = page.replace(
            b"<title>Streamlit</title>", f"<title>{escape(self.title)}</title>".encode(), 1
        )
        own = _PRELOADED_FONT.sub(b"", _ICON.sub(b"", named))
        begun = own.replace(b"</head>", self._lines().encode() + b"</head>", 1)
        return begun.replace(b"</body>", self._sheet().encode() + b"</body>", 1)

    def _lines(self) -> str:
        return (
            f'<link rel="icon" href="{self.icon}">'
            f'<link rel="preload" href="{self.style}" as="style">'
            f'<link rel="preload" href="{self.font}" as="font" type="font/woff2" crossorigin>'
            '<meta name="color-scheme" content="light dark">'
            f'<meta name="theme-color" content="{self.bar}">'
        )

    def _sheet(self) -> str:
        """In the body: Streamlit adds its styles to the head, ours have the last word."""
        return f'<link rel="stylesheet" href="{self.style}">'
