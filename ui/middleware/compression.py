"""Which encoding a browser takes, and the bytes in it."""

import gzip
from functools import lru_cache

import brotli

ENCODINGS = ("br", "gzip")
"""What we can send compressed, best first."""


def best_encoding(accept_encoding: str) -> str | None:
    """The best encoding this Accept-Encoding header allows; None sends the bytes as they are."""
    allowed = {}
    for part in accept_encoding.lower().split(","):
        name, _, rest = part.strip().partition(";")
        allowed[name.strip()] = rest.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    for encoding in ENCODINGS:
        if allowed.get(encoding, False):
            return encoding
    return None


def compress(content: bytes, encoding: str) -> bytes:
    """The content in this encoding; level 9 is near brotli’s best size in a sixth of the time."""
    if encoding == "br":
        return bytes(brotli.compress(content, quality=9))
    return gzip.compress(content, 9, mtime=0)


@lru_cache(maxsize=32)
def compress_once(content: bytes, encoding: str) -> bytes:
    """The same, remembered: for the page, which is the same for all visitors of a language."""
    return compress(content, encoding)
