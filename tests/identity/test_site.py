"""A federation's own file: name, mark, colours, contact."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from content.errors import ContentError
from identity import site as identity
from identity.site import HERE, logo, read_site

SHIPPED = yaml.safe_load((HERE / "site.yaml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    read_site.cache_clear()
    logo.cache_clear()


def federation(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mark: bytes = b"<svg/>", **brand: object
) -> None:
    colours = {"bar": "#4B1E5B", "accent": "#F4D35E", "now": "#7A2E8E"}
    own = {"name": "Réseau Lierre", "logo": "lierre.svg", "colours": colours} | brand
    (folder / "lierre.svg").write_bytes(mark)
    file = folder / "site.yaml"
    file.write_text(yaml.safe_dump(SHIPPED | {"brand": own}, allow_unicode=True), "utf-8")
    monkeypatch.setenv("JALON_SITE", str(file))
    forget()


@pytest.mark.parametrize("language", ["fr", "en", "nl", "es", "de"])
def test_the_shipped_file_is_right_in_every_language(language: str) -> None:
    assert read_site(language).brand.name == "Jalon"


def test_a_federation_brings_its_name_and_its_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    federation(tmp_path, monkeypatch, mark=b"<svg>lierre</svg>")
    assert read_site("fr").brand.name == "Réseau Lierre"
    assert logo() == (b"<svg>lierre</svg>", "image/svg+xml")


def test_a_language_written_in_the_file_itself_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    federation(tmp_path, monkeypatch)
    file = tmp_path / "site.yaml"
    content = yaml.safe_load(file.read_text("utf-8"))
    content["contact"] = {"fr": "Ana", "en": "Ana", "nl": "Ana, in Gent"}
    file.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    assert read_site("nl").contact == "Ana, in Gent"


@pytest.mark.parametrize(
    ("colours", "said"),
    [
        ({"bar": "#F4D35E", "accent": "#4B1E5B", "now": "#7A2E8E"}, "take a darker one"),
        ({"bar": "#4B1E5B", "accent": "#5B2E6B", "now": "#7A2E8E"}, "take a lighter"),
        ({"bar": "#4B1E5B", "accent": "#F4D35E", "now": "violet"}, "now"),
    ],
)
def test_colours_that_cannot_be_read_are_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colours: dict[str, str], said: str
) -> None:
    federation(tmp_path, monkeypatch, colours=colours)
    with pytest.raises(ContentError, match=said):
        read_site("fr")


@pytest.mark.parametrize(
    ("mark", "said"), [("lierre.bmp", "neither an SVG"), ("rose.svg", "not beside")]
)
def test_a_mark_that_cannot_be_shown_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str, said: str
) -> None:
    federation(tmp_path, monkeypatch, logo=mark)
    with pytest.raises(ContentError, match=said):
        read_site("fr")


def test_a_mark_too_heavy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    federation(tmp_path, monkeypatch, mark=b"x" * (identity.LOGO_BYTES + 1))
    with pytest.raises(ContentError, match="larger than 200 kB"):
        read_site("fr")
