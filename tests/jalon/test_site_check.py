"""`check` says what is wrong in a federation's own file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from identity.site import HERE, logo, read_site
from jalon.content_checks import check_site
from reports.library import load_library


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    read_site.cache_clear()
    yield
    read_site.cache_clear()
    logo.cache_clear()


def problems(folder: Path, monkeypatch: pytest.MonkeyPatch, **changed: object) -> list[str]:
    shipped = yaml.safe_load((HERE / "site.yaml").read_text("utf-8"))
    (folder / "mark.svg").write_text("<svg/>")
    (folder / "site.yaml").write_text(yaml.safe_dump(shipped | changed), "utf-8")
    monkeypatch.setenv("JALON_SITE", str(folder / "site.yaml"))
    return list(check_site(load_library("fr")))


def test_a_right_file_has_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems(tmp_path, monkeypatch) == []


def test_a_network_that_is_not_in_the_catalogue_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (said,) = problems(tmp_path, monkeypatch, network_to_call="no-such-network")
    assert "'no-such-network' is no network" in said


def test_a_wrong_file_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (said,) = problems(tmp_path, monkeypatch, backups_days=-1)
    assert "backups_days" in said
