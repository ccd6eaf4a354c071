"""The other drawings of real text: a team's dots, who pays, figures from elsewhere."""

from reports.blocks import Block
from ui.components import html


def dots(block: Block, alt: str) -> str:
    """A block of kind 'dots': a dot a person, the middle marked, the count in the cell."""
    heads = "".join(f"<span>{html.esc(name)}</span>" for name in block["columns"])
    areas = "".join(
        f"<div class='jalon-voices-area'>{html.esc(group['title'])}</div>"
        + "".join(_voice(row) for row in group["rows"])
        for group in block["groups"]
    )
    return (
        f"<div class='jalon-voices' role='img' aria-label='{html.esc(alt)}'>"
        f"<div class='jalon-voices-heads'><div>{heads}</div></div>{areas}</div>"
    )


def _voice(row: Block) -> str:
    hidden = row["counts"] is None
    cells = ""
    if not hidden:
        middle = 100 * (row["middle"] + 0.5) / len(row["counts"])
        cells = "".join(f"<span>{'<i></i>' * n}<b>{n}</b></span>" for n in row["counts"])
        cells += f"<div class='jalon-voice-middle' style='left:{middle:.1f}%'></div>"
    return (
        f"<div class='jalon-voice{' is-hidden' if hidden else ''}'><b>{html.esc(row['label'])}</b>"
        f"<div class='jalon-voice-cells'>{cells}</div>"
        f"<div class='jalon-voice-said'>{html.esc(row['text'])}</div></div>"
    )


def parts(block: Block, alt: str) -> str:
    """A block of kind 'parts': one bar, its amounts written."""
    bar = "".join(
        f"<i class='jalon-part-{part['kind']}' style='flex:{part['share']:.4f}'></i>"
        for part in block["parts"]
    )
    written = "".join(
        f"<span><i class='jalon-part-{part['kind']}'></i>{html.esc(part['label'])} "
        f"<strong>{html.esc(part['figure'])}</strong></span>"
        for part in block["parts"]
    )
    return (
        f"<div class='jalon-parts' role='img' aria-label='{html.esc(alt)}'>"
        f"<div class='jalon-parts-bar'>{bar}</div><div class='jalon-parts-words'>{written}</div>"
        "</div>"
    )


def scales(block: Block) -> str:
    """A block of kind 'scales': a sentence, its bar, its source; read as a list."""
    return f"<ul class='jalon-scales'>{''.join(map(_scale, block['rows']))}</ul>"


def _scale(row: Block) -> str:
    return (
        f"<li>{html.esc(row['label'])}<div class='jalon-scale'>"
        f"<i aria-hidden='true'><span style='width:{row['value']:.1f}%'></span></i>"
        f"<strong>{html.esc(row['figure'])}</strong></div>"
        f"<div class='jalon-small'>{html.out(row['url'], row['note'])}</div></li>"
    )
