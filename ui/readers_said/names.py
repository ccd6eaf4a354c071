"""What the id of a question or of an entry stands for, in a curator's reading."""

from catalogue.library import read_good
from content.languages import AUTHORS
from questionnaires import CHECKLISTS, INSTRUMENTS, read, read_checklist


def names(language: str) -> dict[str, str]:
    """The text of each question in this language, the name of each entry of the catalogue."""
    found: dict[str, str] = {}
    for instrument in INSTRUMENTS:
        found |= {one.id: one.text for one in read(instrument, language).known_questions()}
    for instrument in CHECKLISTS:
        items = read_checklist(instrument, language).questions()
        found |= {f"{instrument}/{item.id}": item.text for item in items}
    kept = read_good(AUTHORS[0])
    found |= {one.id: one.title for one in kept.resources}
    found |= {one.id: one.organisation for one in kept.cases}
    return found | {one.id: one.name for one in kept.networks}
