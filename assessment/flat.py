"""A text from outside, quoted in a message that must stay one line."""


def flat(text: str) -> str:
    """The text on one line, without control characters nor halves of characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())
