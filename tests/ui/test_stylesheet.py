"""The colours of the screens, in the light and in the dark, and the sheet they stand in."""

import re

import pytest

from content.languages import TRANSLATED
from identity.colour import contrast
from ui import stylesheet, texts

ROOT = re.compile(r":root\s*\{([^}]*)\}")
COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9A-Fa-f]{6})")


def tokens(scheme: str) -> dict[str, str]:
    """Every named colour as the browser ends up with it."""
    light, dark = {}, {}
    text = stylesheet.sheet()
    for found in ROOT.finditer(text):
        inside = "prefers-color-scheme" in text[max(0, found.start() - 60) : found.start()]
        (dark if inside else light).update(COLOUR.findall(found[1]))
    return light if scheme == "light" else light | dark


TEXT = [
    (ink, ground)
    for ink in ("ink", "quiet", "link", "check", "good")
    for ground in ("ground", "card", "paper", "tint", "good-tint", "warn-tint")
] + [("on-bar", "bar"), ("on-accent", "accent"), ("on-now", "now"), ("past", "card")]
GRAPHICS = [
    (mark, ground)
    for mark in ("now", "past", "edge", "warn")
    for ground in ("ground", "card", "track")
    if (mark, ground) not in {("edge", "track")}
] + [("accent", "bar")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    named = tokens(scheme)
    assert contrast(named[ink], named[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), GRAPHICS)
def test_graphics_stand_out(scheme: str, mark: str, ground: str) -> None:
    named = tokens(scheme)
    assert contrast(named[mark], named[ground]) >= 3.0


def test_no_file_but_the_tokens_writes_a_colour() -> None:
    for path in stylesheet.STYLES.glob("*.css"):
        if path.name != "a-tokens.css":
            written = re.findall(r"#[0-9A-Fa-f]{3,8}\b", path.read_text(encoding="utf-8"))
            assert not written, f"{path.name}: {written}"


def test_every_name_used_is_defined() -> None:
    used = set(re.findall(r"var\(--([a-z-]+)", stylesheet.sheet()))
    defined = set(re.findall(r"--([a-z-]+)\s*:", stylesheet.sheet()))
    assert used <= defined


def test_the_sheets_name_changes_with_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    before = stylesheet.name()
    monkeypatch.setattr(stylesheet, "sheet", lambda: "body{}")
    stylesheet.name.cache_clear()
    after = stylesheet.name()
    monkeypatch.undo()
    stylesheet.name.cache_clear()
    assert before != after
    assert stylesheet.name() == before


WIDEST = 42
"""Characters of one line of a field on a phone of 390 pixels."""


@pytest.mark.parametrize("language", ["fr", "en", *TRANSLATED])
@pytest.mark.parametrize("key", ["campaign.name_example", "team.name_example", "share.who_example"])
def test_an_example_in_a_field_is_not_cut_on_a_phone(key: str, language: str) -> None:
    assert len(texts.words(language)(key)) <= WIDEST
