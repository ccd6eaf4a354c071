"""Who keeps what, why and until when."""

from content.wording import Wording
from identity.site import read_site
from ui import navigation
from ui.components import html
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The notice of identity/site.yaml."""
    who = read_site(t.language)
    html.arrive(t("privacy.title"))
    html.write(
        html.paragraph(t("privacy.who", name=who.name)),
        html.paragraph(t("privacy.contact", contact=who.contact)),
        *(html.heading(s.title, 2) + html.paragraph(s.text) for s in who.notice),
        html.paragraph(t("privacy.backups", count=who.backups_days)),
    )
    navigation.link("landing", t("privacy.home"))


show()
