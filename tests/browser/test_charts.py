"""Charts in a real browser: no chart library before the radar, pictures, axe, phone and desk."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, given_team, mixed_answers


def libraries(visitor: Visitor) -> list[str]:
    """The files of the chart library that were asked for."""
    return [url for url in visitor.asked if "plotly" in url.lower()]


def is_wider_than_the_window(visitor: Visitor) -> bool:
    wide = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"
    return bool(visitor.page.evaluate(wide))


@pytest.mark.parametrize("width", [390, 1280])
def test_the_results_ask_for_no_chart_library_before_the_radar_is_opened(
    server: Server, new_visitor: NewVisitor, width: int
) -> None:
    visitor = new_visitor(server, "fr", width)
    visitor.goes_to("results", a=given_assessment(server, visitor.context, mixed_answers()))
    visitor.is_at("results.title")
    expect(visitor.page.locator(".jalon-lanes")).to_be_visible()
    visitor.sees(visitor.t("results.next"))
    assert libraries(visitor) == []
    assert violations(visitor.page) == []
    visitor.page.get_by_text(visitor.t("results.radar")).click()
    visitor.page.locator(".js-plotly-plot .scatterlayer").first.wait_for()
    assert libraries(visitor) != []
    assert violations(visitor.page) == []
    assert not is_wider_than_the_window(visitor)


def test_strength_level_and_first_step_stand_on_one_phone_screen(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server, "fr", 390)
    visitor.goes_to("results", a=given_assessment(server, visitor.context, mixed_answers()))
    visitor.is_at("results.title")
    box = visitor.page.locator(".jalon-first").first.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= 844


def test_a_chart_is_taken_away_as_a_picture(
    server: Server, new_visitor: NewVisitor, tmp_path: Path
) -> None:
    visitor = new_visitor(server)
    visitor.goes_to("results", a=given_assessment(server, visitor.context, mixed_answers()))
    visitor.is_at("results.title")
    visitor.page.get_by_text(visitor.t("chart.fold")).first.click()
    # Drawn to its end: a file asked of a page that is still coming is asked of the one before.
    visitor.is_settled()
    with visitor.page.expect_download() as download:
        visitor.presses(visitor.t("chart.svg"))
    download.value.save_as(tmp_path / "chart.svg")

    assert download.value.suggested_filename.startswith("jalon-strips-")
    root = ElementTree.fromstring((tmp_path / "chart.svg").read_bytes())
    assert root.findtext("{http://www.w3.org/2000/svg}title")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_team_picture_and_two_dates_are_clean(
    server: Server, new_visitor: NewVisitor, width: int
) -> None:
    visitor = new_visitor(server, "fr", width)
    given_assessment(server, visitor.context, {})
    now = given_assessment(server, visitor.context, mixed_answers())
    team = given_team(server, visitor.context).round_id
    for screen, parameters, drawing in (
        ("team-picture", {"r": team}, ".jalon-voices"),
        ("then-and-now", {"a": now}, ".jalon-lanes"),
        ("why", {"a": now}, ".jalon-fold"),
    ):
        visitor.goes_to(screen, **parameters)
        expect(visitor.page.locator(drawing).first).to_be_visible()
        assert violations(visitor.page) == [], screen
        assert not is_wider_than_the_window(visitor), screen
    assert libraries(visitor) == []
