"""The same report as a page of HTML to print: same blocks, letters, margins and first page."""

from collections.abc import Sequence
from html import escape
from typing import Any

from benchmarks.paper_strips import strips
from reports.blocks import Block, Inline
from reports.brand import brand
from reports.glyphs import FONTS

_FACES = (("Noto Sans", "normal", "NotoSans-Regular"), ("Noto Sans", "bold", "NotoSans-Bold"),
          ("DejaVu Sans", "normal", "DejaVuSans"))  # fmt: skip

_LOOK = """
* { box-sizing: border-box }
body { font: 9.3pt/1.29 'Noto Sans', 'DejaVu Sans'; color: #111; margin: 0 }
p, ul, ol, dl, table { margin: 0 0 .75em }
h1 { font-size: 1.5em; border-bottom: 1pt solid BRAND; padding-bottom: 4pt; margin: 1.3em 0 .7em }
h2 { font-size: 1.17em; margin: 1.15em 0 .6em }
h3, h4 { font-size: 1.03em; margin: 1em 0 .55em }
h1, h2, h3, h4 { break-after: avoid; line-height: 1.25 }
.title { font-size: 1.9em; border: 0; margin: 0 0 .5em }
.kind, .small { color: #4a4a4a } .small { font-size: .88em } .lead { font-size: 1.1em }
blockquote { margin: .75em 1em } ul, ol { padding-left: 1.2em } li { margin: 0 }
.paired { columns: 2; font-size: .9em } .new { break-before: page }
.first { break-after: page; font-size: .9em }
table { width: 100%; border-collapse: collapse; font-size: .9em; table-layout: fixed;
        line-height: 1.21 }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden }
td, th { text-align: left; vertical-align: top; padding: 3pt 4pt; overflow-wrap: anywhere;
         border-top: .4pt solid #aaa; border-bottom: .4pt solid #aaa }
thead th { background: #eee } tr { break-inside: avoid }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4pt 8pt }
dl.lines { grid-template-columns: 5cm 1fr; gap: 0 8pt }
.paired { line-height: 1.2 } dt { font-weight: bold }
dd { margin: 0 } .lines > * { border-top: .4pt solid #aaa; padding: 6pt 0 }
.card { border: .6pt solid #767676; border-radius: 3pt; padding: 8pt; margin: .8em 0;
        break-inside: avoid } .strong { border: 1.4pt solid BRAND }
.card > :first-child { margin-top: 0 } .keep { break-inside: avoid }
.columns { display: flex; gap: 8pt; break-inside: avoid; margin: .8em 0 }
.columns > * { flex: 1; margin: 0 } svg { width: 100%; display: block }
figure { margin: 0 0 .75em } figcaption { font-size: 7.5pt }
@page { size: A4; margin: 1.4cm 1.8cm 1.6cm;
        @bottom-left { content: FOOT; font: 7.4pt 'Noto Sans'; color: #4a4a4a }
        @bottom-right { content: PAGE ' ' counter(page) ' / ' counter(pages);
                        font: 7.4pt 'Noto Sans'; color: #4a4a4a } }
"""


def page(outlined: dict[str, Any]) -> str:
    """The whole document (`outline.outline`); its look stands in `look`."""
    kind = f"{outlined['kind']} · {outlined['date']}"
    opening = f"<h1 class='title'>{escape(outlined['title'])}</h1>{_tag('p', kind, 'kind')}"
    first, *rest = outlined["blocks"]
    return (
        f"<main><div class='first'>{opening}{_block(first)}</div>"
        f"{''.join(map(_block, rest))}</main>"
    )


def look(outlined: dict[str, Any]) -> str:
    """The style sheet, with the name and the date at the foot of each page."""
    foot = f"{brand().name} · {outlined['foot']}"
    rules = _LOOK.replace("FOOT", _quoted(foot)).replace("PAGE", _quoted(outlined["page"]))
    return rules.replace("BRAND", brand().colour)


def faces() -> str:
    """The shipped letters, as `@font-face` rules that say where they are."""
    rule = "@font-face {{ font-family: '{}'; font-weight: {}; src: url({}) }}"
    return "\n".join(
        rule.format(family, weight, (FONTS / f"{file}.ttf").as_uri())
        for family, weight, file in _FACES
    )


def _block(block: Block) -> str:
    match block["kind"]:
        case "heading":
            return _tag(f"h{block['level']}", block["text"], "new" if block["new_page"] else "")
        case "text" if block["style"] == "quote":
            return f"<blockquote>{_inline(block['text'])}</blockquote>"
        case "text":
            return f"<p class='{block['style']}'>{_inline(block['text'])}</p>"
        case "list":
            return _list(block)
        case "facts":
            rows = "".join(_fact(label, value) for label, value in block["rows"])
            return f"<dl class='{'lines' if block['lines'] else ''}'>{rows}</dl>"
        case "table":
            return _table(block)
        case "card":
            strong = " strong" if block["strong"] else ""
            title = _tag(f"h{block['level']}", block["title"])
            return f"<section class='card{strong}'>{title}{_inside(block)}</section>"
        case "strips":
            return strips(block)
        case _ if "blocks" in block:
            return f"<div class='{block['kind']}'>{_inside(block)}</div>"
        case other:
            raise ValueError(f"no way to print a block of kind '{other}'")


def _inside(block: Block) -> str:
    return "".join(map(_block, block["blocks"]))


def _list(block: Block) -> str:
    tag = "ol" if block["ordered"] else "ul"
    items = "".join(f"<li>{_inline(item)}</li>" for item in block["items"])
    return f"<{tag} class='{'paired' if block['paired'] else ''}'>{items}</{tag}>"


def _fact(label: str, value: Inline | None) -> str:
    return f"<dt>{escape(label)}</dt><dd>{'&nbsp;' if value is None else _inline(value)}</dd>"


def _table(block: Block) -> str:
    whole = sum(block["widths"])
    sizes = "".join(f"<col style='width: {100 * w / whole:.2f}%'>" for w in block["widths"])
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in block["head"])
    rows = "".join(_row(row, len(block["widths"])) for row in block["rows"])
    return (
        f"<table>{_tag('caption', block['title'])}<colgroup>{sizes}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(row: Sequence[Inline], width: int) -> str:
    if len(row) < width:
        return f"<tr><th colspan='{width}'>{_inline(row[0])}</th></tr>"
    return f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>"


def _inline(content: Inline) -> str:
    return "".join(map(_run, [content] if isinstance(content, str) else content))


def _run(run: Any) -> str:
    if isinstance(run, str):
        return escape(run).replace("\n", "<br>")
    said = escape(run["text"])
    if run.get("url"):
        return f"<a href='{escape(run['url'])}'>{said}</a>"
    return f"<strong>{said}</strong>" if run.get("bold") else said


def _tag(name: str, text: str, kind: str = "") -> str:
    return f"<{name} class='{kind}'>{escape(text)}</{name}>"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
