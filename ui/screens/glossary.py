"""Every technical word, in one sentence each."""

from catalogue.glossary import read_glossary
from content.wording import Wording
from ui import navigation
from ui.components import html
from ui.components.glossary import meanings
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The whole glossary in alphabetical order."""
    html.arrive(t("glossary.title"))
    html.write(
        html.paragraph(t("glossary.lead"), "lead"), meanings(read_glossary(t.language).words)
    )
    navigation.link("landing", t("glossary.home"))


show()
