"""A finished example to look at: the same pieces, read-only, nothing stored."""

from content.wording import Wording
from ui import dossiers, examples, navigation
from ui.components import charts, details, html, plan
from ui.components.glance import call, glance, worry
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Clearly marked as an example, at the top and before the plan."""
    dossier = examples.example(t.language, dossiers.today())
    html.arrive(t("example.title"))
    html.write(html.notice(t("example.notice"), role="note"))
    glance(dossier)
    html.write(worry(t, dossier))
    charts.strips(t, dossier, "example")
    details.rests_on(t, dossier)
    html.write(details.floor(t, dossier), call(t, dossier))
    charts.radar(t, dossier, "example")
    html.write(html.heading(t("plan.title"), 2), html.paragraph(t("example.again"), "small"))
    plan.pathway(dossier)
    plan.projects(t, dossier, editable=False)
    navigation.link("landing", t("example.start"), a=None)


show()
