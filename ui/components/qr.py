"""A QR code that opens an address of this site on a phone."""

import segno

from ui.components import html


def square(link: str, alt: str) -> str:
    """The code as a picture inside the page; nothing is fetched."""
    drawn = segno.make(link, error="m").svg_data_uri(scale=4, border=4, light="#fff")
    return f"<p><img class='jalon-qr' src='{html.esc(drawn)}' alt='{html.esc(alt)}'></p>"
