"""Who keeps what, why and until when."""

from content.wording import Wording
from ui import controller, navigation
from ui.components import html
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The notice of ui/controller.yaml."""
    who = controller.read_controller(t.language)
    html.arrive(t("privacy.title"))
    html.write(
        html.paragraph(t("privacy.who", name=who.name)),
        html.paragraph(t("privacy.contact", contact=who.contact)),
        *(html.heading(s.title, 2) + html.paragraph(s.text) for s in who.notice),
        html.paragraph(t("privacy.backups", count=who.backups_days)),
    )
    navigation.link("landing", t("privacy.home"))


show()
