"""Contrast of colours, as WCAG 2.2 defines it, and lighter or darker ones that can be read."""

Channels = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """1 (alike) to 21 (black on white) between two colours '#RRGGBB'."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def best_on(ground: str, *inks: str) -> str:
    """The ink that is read best on this ground."""
    return max(inks, key=lambda ink: contrast(ink, ground))


def readable(colour: str, ground: str, least: float) -> str:
    """The colour, moved towards black or white no further than this contrast on the ground asks."""
    towards = best_on(ground, "#000000", "#FFFFFF")
    for step in range(51):
        moved = mix(colour, towards, step / 50)
        if contrast(moved, ground) >= least:
            return moved
    return towards


def mix(one: str, other: str, share: float) -> str:
    """A colour between two; `share` 0-1 is how much there is of the other."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> Channels:
    red, green, blue = (float(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return red, green, blue
