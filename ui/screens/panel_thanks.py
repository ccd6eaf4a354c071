"""After a sheet is sent."""

from content.wording import Wording
from ui import navigation
from ui.components import html
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Thanks, and what happens now."""
    html.arrive(t("team.thanks_title"))
    html.write(
        html.paragraph(t("team.thanks"), "lead"),
        html.items([t("panel.thanks_1"), t("panel.thanks_2")], "facts"),
    )
    navigation.link("landing", t("team.thanks_more"), a=None)


show()
