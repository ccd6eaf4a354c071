"""The accessibility statement of this site: assessed by ourselves, and it says so."""

from babel.lists import format_list

from content.wording import Wording
from identity.site import read_site
from ui import accessibility, navigation
from ui.accessibility import Gap, Statement
from ui.components import html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Status, tests, what falls short, other ways, whom to tell, who decides."""
    said = accessibility.read_statement(t.language)
    who = read_site(t.language)
    html.arrive(t("accessibility.title"))
    html.write(
        html.paragraph(t("accessibility.commitment", name=who.name), "lead"),
        html.notice(
            t(f"accessibility.{said.conformance}", standards=_standards(t, said)), role="note"
        ),
        _tests(t, said),
        _gaps(t, said),
        _part(t, "alternatives", html.items(said.alternatives)),
        _part(t, "report", html.paragraph(t("accessibility.report_text", contact=who.contact))),
        _part(t, "enforcement", html.paragraph(said.enforcement)),
        html.paragraph(_prepared(t, said), "small"),
    )
    navigation.link("landing", t("privacy.home"))


def _standards(t: Wording, said: Statement) -> str:
    return format_list(said.standards, locale=t.language)


def _tests(t: Wording, said: Statement) -> str:
    tested = html.paragraph(said.how) + html.items(said.tested)
    left = html.paragraph(t("accessibility.not_tested")) + html.items(said.not_tested)
    return _part(t, "tests", tested + (left if said.not_tested else ""))


def _gaps(t: Wording, said: Statement) -> str:
    return _part(t, "gaps", "".join(_gap(t, gap) for gap in said.gaps)) if said.gaps else ""


def _gap(t: Wording, gap: Gap) -> str:
    instead = f"<strong>{html.esc(t('accessibility.instead'))}</strong> {html.esc(gap.instead)}"
    return (
        f"<div class='jalon-card'>{html.heading(gap.what, 3)}"
        f"{html.paragraph(gap.why)}<p>{instead}</p></div>"
    )


def _part(t: Wording, name: str, inner: str) -> str:
    return html.heading(t(f"accessibility.{name}"), 2) + inner


def _prepared(t: Wording, said: Statement) -> str:
    return t(
        "accessibility.prepared",
        prepared=journey.day(t, said.prepared_on),
        tested=journey.day(t, said.tested_on),
    )


show()
