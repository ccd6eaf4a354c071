"""`jalon voices`: a patch that applies and cannot pass unread, and what nobody has answered."""

import datetime as dt
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from catalogue.model import ResourceFile
from catalogue.suggestion import Suggestion, as_block, web_address
from content.errors import ContentError
from content.loader import load
from storage import voices
from storage.engine import open_engine
from storage.migrate import migrate
from ui.readers_said.patch import same_address

TODAY = dt.date(2026, 11, 28)
HOSTILE = (
    'fin\' """: &a *b !!x {c} [d] # e | f > g <img src=x onerror=alert(1)> ![i](http://x.y) ` % @'
)


@pytest.fixture
def engine(tmp_path, monkeypatch):
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    engine = open_engine()
    migrate(engine)
    yield engine
    engine.dispose()


def jalon(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "jalon", "voices", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def leave(engine, kind, days_ago=0, about=None, **said):
    day = TODAY - dt.timedelta(days=days_ago)
    return voices.leave(engine, day, kind, language="fr", about=about, **said)


def suggest(engine, title="Guide des dons", url="https://exemple.org/dons", **said):
    return leave(engine, "suggest", title=title, url=url, **said)


def applied(patch: Path, folder: Path) -> Path:
    """The catalogue with the patch, in a folder of its own; git says no to a wrong patch."""
    shutil.copytree("catalogue/resources", folder / "catalogue" / "resources")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "apply", str(patch)], cwd=folder, check=True)
    return folder / "catalogue" / "resources"


def test_the_patch_applies_to_the_files_of_its_topics(engine, tmp_path):
    suggest(engine, "Guide des dons", topic="online-fundraising", page_language="fr")
    suggest(engine, "Autre guide", "https://exemple.org/2", topic="online-fundraising")
    suggest(engine, "Penser un service", "https://exemple.org/3", topic="service-design")
    suggest(engine, "Sans sujet", "https://exemple.org/4")
    run = jalon("--patch", tmp_path / "out.patch")
    assert run.returncode == 0, run.stderr
    folder = tmp_path / "copy"
    folder.mkdir()
    resources = applied(tmp_path / "out.patch", folder)
    found = {
        path.name: [one["title"] for one in yaml.safe_load(path.read_text("utf-8"))["resources"]]
        for path in resources.glob("*.yaml")
    }
    assert sorted(found["online-fundraising.yaml"][-2:]) == ["Autre guide", "Guide des dons"]
    assert found["service-design.yaml"] == ["Penser un service"]
    assert found["to-sort.yaml"] == ["Sans sujet"]


def test_a_suggestion_cannot_pass_before_a_curator_has_read_the_page(engine, tmp_path):
    suggest(engine, topic="ai", page_language="fr")
    jalon("--patch", tmp_path / "out.patch")
    folder = tmp_path / "copy"
    folder.mkdir()
    path = applied(tmp_path / "out.patch", folder) / "ai.yaml"
    with pytest.raises(ContentError) as refused:
        load(path, ResourceFile, "fr")
    said = str(refused.value)
    for field in ("publisher", "link_type", "url_seen", "kind", "level", "territories", "free",
                  "summary", "seen_on", "read_on"):  # fmt: skip
        assert field in said, field


COMPLETED = {
    "publisher:": "publisher: Exemple",
    "link_type: '?'": "link_type: official",
    "url_seen: '?'": "url_seen: result",
    "kind: '?'": "kind: guide",
    "level: '?'": "level: basic",
    "territories: []": "territories: [BE]",
    "free: '?'": "free: true",
    "topics: ['?']": "topics: [ai]",
    "languages: []": "languages: [fr]",
    "summary: {fr: '', en: ''}": "summary: {fr: Un guide, en: A guide}",
    "seen_on:": "seen_on: the page itself",
    "read_on:": "read_on: 2026-11-28",
}


@pytest.mark.parametrize("title", ["Guide", HOSTILE, "é" * 160, "!!! ", "日本語 🚀", "a: b - c"])
def test_a_completed_suggestion_is_a_resource_whatever_its_title(title, tmp_path):
    one = Suggestion("abc123abc123", title, "https://exemple.org/a?b=c#d", "", "", HOSTILE, "2026")
    new_id, block = as_block(one, {"guide"})
    for empty, filled in COMPLETED.items():
        block = block.replace(f"    {empty}\n", f"    {filled}\n")
    path = tmp_path / "new.yaml"
    path.write_text(f"resources:\n{block}", "utf-8")
    (resource,) = load(path, ResourceFile, "fr").resources
    assert (resource.id, resource.title) == (new_id, title.strip())
    assert resource.id != "guide"
    assert resource.url == "https://exemple.org/a?b=c#d"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://exemple.org", "https://exemple.org"),
        (" www.exemple.org/a ", "https://www.exemple.org/a"),
        ("HTTP://exemple.org", None),
        ("javascript:alert(1)", None),
        ("ftp://exemple.org", None),
        ("https://moi:secret@exemple.org", None),
        ("https://exemple", None),
        ("https://exemple.org/<script>", None),
        ("https://exemple.org:99999", None),
        ("https://[::1", None),
        ("deux mots.org", None),
        ("", None),
    ],
)
def test_only_a_web_address_is_taken(typed, meant):
    assert web_address(typed) == meant


def test_a_page_the_catalogue_has_is_not_proposed_again(engine, tmp_path):
    suggest(engine, "Déjà là", "http://www.monasbl.be/node/3852/")
    suggest(engine, "Neuve", "https://exemple.org/x")
    suggest(engine, "Neuve encore", "http://exemple.org/x/")
    run = jalon("--patch", tmp_path / "out.patch")
    patch = (tmp_path / "out.patch").read_text("utf-8")
    assert "already in the catalogue" in run.stdout
    assert "Déjà là" not in patch
    assert patch.count("+  - id:") == 1
    assert same_address("http://www.a.org/B/") == same_address("https://a.org/b")


def test_requests_are_counted_by_topic_and_word_with_their_age(engine, tmp_path):
    leave(engine, "request", 40, words="un modèle de charte informatique")
    leave(engine, "request", 3, words="charte pour les bénévoles")
    leave(engine, "request", 0, words="on s'est fait pirater")
    out = tmp_path / "voices.json"
    jalon("--report", out, "--on", TODAY)
    found = json.loads(out.read_text("utf-8"))["requests"]
    assert (found["open"], found["oldest_days"]) == (3, 40)
    assert {"word": "charte", "open": 2, "oldest_days": 40} in found["words"]
    assert {"topic": "cybersecurity", "open": 1, "oldest_days": 0} in found["topics"]
    assert "les" not in [one["word"] for one in found["words"]]


def test_unclear_questions_are_counted_with_what_was_said(engine):
    leave(engine, "unclear", about="two-factor", text="le mot « facteur »")
    leave(engine, "unclear", about="two-factor")
    leave(engine, "unclear", about="backup-restored")
    leave(engine, "unclear", about="dma-sme/q1_invested")
    text = jalon().stdout
    assert text.index("2 times: **two-factor**") < text.index("once: **backup-restored**")
    assert "le mot « facteur »" in text
    assert "**dma-sme/q1_invested** " in text


def test_reviews_put_dead_links_first(engine):
    leave(engine, "review", about="unipso", verdict="helped")
    leave(engine, "review", about="monasbl-registre-rgpd", verdict="dead", text="404")
    text = jalon().stdout
    assert text.index("monasbl-registre-rgpd") < text.index("unipso")
    assert "dead link 1, does not help 0, helped 0" in text


def test_a_report_obeys_no_sign_of_a_reader(engine, tmp_path):
    leave(engine, "unclear", about="two-factor", text=HOSTILE)
    out = tmp_path / "voices.md"
    run = jalon("--report", out)
    assert run.stdout == out.read_text("utf-8")
    assert "<img" not in run.stdout.replace("\\<", "")
    assert "\\!\\[i\\](http" in run.stdout


def test_what_is_answered_or_declined_waits_no_more(engine):
    first = leave(engine, "request", words="un modèle")
    leave(engine, "unclear", about="two-factor")
    leave(engine, "unclear", about="two-factor")
    run = jalon("--answered", first, "--declined", "two-factor")
    assert run.returncode == 0, run.stderr
    assert "nobody has answered (0)" in run.stdout
    assert [one.status for one in voices.listed(engine, "declined")] == ["declined"] * 2
    assert jalon("--answered", first).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--report", "voices.csv"], "use .md or .json"),
        (["--answered", "two-facteur"], "did you mean 'two-factor'?"),
        (["--patch", "no/such/folder/x.patch"], "choose another path"),
        (["--on", "demain"], "is not a date"),
    ],
)
def test_bad_input_is_said_in_one_line(engine, arguments, said):
    leave(engine, "unclear", about="two-factor")
    run = jalon(*arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == 1
    assert said in run.stderr


def test_nothing_said_is_an_empty_patch_and_a_short_report(engine, tmp_path):
    run = jalon("--patch", tmp_path / "out.patch")
    assert run.returncode == 0
    assert (tmp_path / "out.patch").read_bytes() == b""
    assert "nobody has answered (0)" in run.stdout
