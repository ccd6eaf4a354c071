"""What the source never does: run text as code, load objects from bytes, call a shell."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = (
    "access", "assessment", "catalogue", "content", "identity", "jalon", "network",
    "questionnaires", "recommendations", "reports", "storage", "tools", "ui",
)  # fmt: skip
FILES = [ROOT / "app.py", *(path for name in OURS for path in sorted((ROOT / name).rglob("*.py")))]

FORBIDDEN_MODULES = {
    "pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "jsonpickle",
    "code", "codeop", "ctypes", "cffi", "pty", "xmlrpc", "telnetlib", "ftplib",
}  # fmt: skip
FORBIDDEN_CALLS = {
    "eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.execv", "os.execvp",
    "os.spawnv", "os.fork", "pty.spawn", "yaml.load", "yaml.load_all", "yaml.unsafe_load",
    "yaml.full_load", "subprocess.getoutput", "subprocess.getstatusoutput", "tempfile.mktemp",
    "pandas.read_pickle", "numpy.load", "np.load", "ssl._create_unverified_context",
}  # fmt: skip

PROGRAMS = {
    "reports/paper/pdf_fields.py": "reads a PDF in a process of its own, with little memory",
    "tools/find_browser.py": "asks a browser for its version, in tests",
    "tools/find_nginx.py": "installs nginx, for tests",
    "tools/find_pango.py": "installs what WeasyPrint draws with, for measures",
    "tools/nginx.py": "starts nginx, for tests and measures",
    "tools/postgres.py": "starts PostgreSQL, for tests",
    "tools/screenshots.py": "starts the server, for pictures",
}
"""Files that may start a program, and why; never through a shell."""

UNCHECKED_HTML = {
    "ui/components/html.py": "writes what `esc` made safe",
    "ui/components/frame.py": "the style sheet, where no server links it",
}
"""Files that may put HTML on a page; the others go through ui/components/html.py."""


def named(node: ast.expr) -> str:
    """'os.system' of a call of it."""
    if isinstance(node, ast.Attribute):
        return f"{named(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def nodes(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(path.read_text("utf-8")))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    yield from ((named(one.func), one) for one in nodes(path) if isinstance(one, ast.Call))


def imported(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_is_a_source_to_read() -> None:
    assert len(FILES) > 300


def test_nothing_loads_objects_from_bytes_or_runs_text_as_code() -> None:
    for path in FILES:
        found = {name for name in imported(path) if name.partition(".")[0] in FORBIDDEN_MODULES}
        assert not found, where(path)
        # Names of methods of ours, like a compiled pattern's, come with what they belong to.
        assert not [name for name, _ in calls(path) if name in FORBIDDEN_CALLS], where(path)
        assert not FORBIDDEN_CALLS & set(imported(path)), where(path)


def test_no_text_becomes_a_statement_of_sql() -> None:
    for path in FILES:
        for name, call in calls(path):
            if name.rpartition(".")[2] in ("exec_driver_sql", "executescript") or (
                name == "text" and where(path).startswith("storage/")
            ):
                assert isinstance(call.args[0], ast.Constant), f"{where(path)}:{call.lineno}"


def test_a_program_is_started_in_few_places_and_never_through_a_shell() -> None:
    for path in FILES:
        starts = [name for name in imported(path) if name.partition(".")[0] == "subprocess"]
        assert bool(starts) <= (where(path) in PROGRAMS), where(path)
        for name, call in calls(path):
            given = {keyword.arg: keyword.value for keyword in call.keywords}
            assert "shell" not in given, where(path)
            if name.startswith("subprocess."):
                assert isinstance(call.args[0], ast.List | ast.Name), where(path)


def test_html_is_put_on_a_page_in_few_places() -> None:
    for path in FILES:
        for name, call in calls(path):
            given = {keyword.arg for keyword in call.keywords}
            unsafe = given & {"unsafe_allow_html", "unsafe_allow_javascript"}
            if unsafe or name in ("st.html", "st.iframe", "components.html"):
                assert where(path) in UNCHECKED_HTML, f"{where(path)}:{call.lineno}"


def test_what_a_visitor_is_shown_is_never_written_as_markdown() -> None:
    for path in FILES:
        for name, call in calls(path):
            assert name not in ("st.markdown", "st.write", "st.caption"), (
                f"{where(path)}:{call.lineno}"
            )


@pytest.mark.parametrize("listed", [PROGRAMS, UNCHECKED_HTML])
def test_the_exceptions_are_still_there(listed: dict[str, str]) -> None:
    assert [name for name in listed if not (ROOT / name).is_file()] == []


# Every cache of the process, and why nobody's words can come out of it to somebody else: its key
# is everything that what it gives was made of, or it holds nothing of a visitor at all.
CONTENT_ONLY = "content files, the site, fonts; keyed by language or nothing"
CACHES = {
    "access/passwords.py": "the commonest passwords, and a hash of nobody's",
    "assessment/places.py": "codes of places: the same answer whoever asks",
    "assessment/refinement.py": "schemes of a questionnaire with its deep dives",
    "assessment/scorecard.py": "schemes of a questionnaire",
    "catalogue/advised.py": CONTENT_ONLY,
    "catalogue/associations.py": "a stem to topics: searched words in, topics out",
    "catalogue/figures.py": CONTENT_ONLY,
    "catalogue/freshness.py": CONTENT_ONLY,
    "catalogue/glossary.py": CONTENT_ONLY,
    "catalogue/kinds.py": CONTENT_ONLY,
    "catalogue/library.py": CONTENT_ONLY,
    "catalogue/postings.py": "an empty table, never written to",
    "catalogue/scoring.py": "a concept of the thesaurus to weights",
    "catalogue/stemming.py": "a word to its stem, bounded",
    "catalogue/suggest.py": "how far one place is from another: the same whoever asks",
    "catalogue/thesaurus.py": CONTENT_ONLY,
    "content/loader.py": "content files as they stand; keyed by path, time of change and size",
    "content/readability.py": "words of content to syllables, in `check` only",
    "content/translations.py": CONTENT_ONLY,
    "content/wording.py": CONTENT_ONLY,
    "identity/site.py": CONTENT_ONLY,
    "jalon/content_files.py": CONTENT_ONLY,
    "jalon/readability.py": CONTENT_ONLY,
    "network/open_data.py": CONTENT_ONLY,
    "network/pooling.py": CONTENT_ONLY,
    "questionnaires/checklists.py": CONTENT_ONLY,
    "questionnaires/reading.py": CONTENT_ONLY,
    "questionnaires/readings.py": CONTENT_ONLY,
    "recommendations/guide.py": CONTENT_ONLY,
    "recommendations/job_sheets.py": CONTENT_ONLY,
    "recommendations/library.py": CONTENT_ONLY,
    "recommendations/narrowing.py": CONTENT_ONLY,
    "recommendations/programmes_library.py": CONTENT_ONLY,
    "recommendations/training.py": CONTENT_ONLY,
    "recommendations/words.py": CONTENT_ONLY,
    "reports/build.py": "within one call: what pays for these needs",
    "reports/formats.py": "locales",
    "reports/glyphs.py": CONTENT_ONLY,
    "reports/library.py": CONTENT_ONLY,
    "reports/pdf.py": CONTENT_ONLY,
    "reports/words.py": CONTENT_ONLY,
    "storage/migrate.py": "the numbers of the schemas this version knows",
    "ui/accessibility.py": CONTENT_ONLY,
    "ui/answering/fields.py": CONTENT_ONLY,
    "ui/assets.py": CONTENT_ONLY,
    "ui/choices.py": CONTENT_ONLY,
    "ui/components/frame.py": CONTENT_ONLY,
    "ui/components/glossary.py": "texts of a question to the technical words in them",
    "ui/examples.py": "the finished example, which is nobody's",
    "ui/middleware/compression.py": "the page, the same for all of a language, to its bytes",
    "ui/middleware/language.py": "the page of a language",
    "ui/operating.py": "the version of this software",
    "ui/paper_lists.py": "the paper to fill in, by form, language, day and address of the site",
    "ui/refusal.py": "the page that asks to wait, by language and reason",
    "ui/stylesheet.py": CONTENT_ONLY,
    "ui/texts.py": CONTENT_ONLY,
}
_DECORATORS = ("cache", "lru_cache", "functools.cache", "functools.lru_cache")


def caches(path: Path) -> bool:
    used = {named(one) for one in nodes(path) if isinstance(one, ast.Name | ast.Attribute)}
    kept = [
        one
        for one in ast.parse(path.read_text("utf-8")).body
        if isinstance(one, ast.Assign | ast.AnnAssign) and isinstance(one.value, ast.Dict)
        and not one.value.keys
    ]  # fmt: skip
    return bool(used & set(_DECORATORS)) or bool(kept)


def test_every_cache_says_why_nobody_reads_another_in_it() -> None:
    assert {where(path) for path in FILES if caches(path)} == set(CACHES)


def test_streamlit_keeps_nothing_for_all_visitors() -> None:
    for path in FILES:
        used = {named(one) for one in nodes(path) if isinstance(one, ast.Attribute)}
        assert not used & {"st.cache_data", "st.cache_resource", "st.experimental_memo"}, where(
            path
        )
