"""The page's security policy, held against a real browser."""

from playwright.sync_api import Browser, ConsoleMessage

from tests.ui.server import Served


def test_streamlit_works_under_the_policy_and_asks_no_one_else(
    served: Served, browser: Browser
) -> None:
    page = browser.new_page(locale="en-GB")
    complaints: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda said: complaints.append(said.text) if _is_ours(said) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.goto(served.url)
    page.get_by_text("device True, lang en").wait_for()
    page.locator(".js-plotly-plot .point").first.wait_for()
    page.get_by_test_id("stDataFrame").wait_for()
    page.get_by_text("b", exact=True).first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download", exact=True).last.click()
    assert download.value.suggested_filename == "x.txt"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert complaints == []
    assert {host for host in hosts if host} == {f"127.0.0.1:{served.port}"}
    page.close()


def test_a_script_from_elsewhere_is_stopped(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(served.url)
    page.get_by_text("device True").wait_for()
    page.evaluate(
        "() => { const s = document.createElement('script'); s.text = 'window.broken = 1';"
        " document.body.append(s); }"
    )
    assert page.evaluate("window.broken") is None
    page.close()


def _is_ours(said: ConsoleMessage) -> bool:
    """An error; the font lies beside app.py and not beside the script served here."""
    return said.type == "error" and "/app/static/" not in said.location["url"]
