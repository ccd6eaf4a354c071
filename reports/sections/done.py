"""What was done: which project, since when, and what shows it."""

from collections.abc import Iterator

from content.wording import Wording
from recommendations.carried import STATES, Carried
from reports import formats
from reports.blocks import Block, Inline, bold, bullets, heading, link
from reports.dossier import Dossier
from reports.finding import Found, find_project
from reports.naming import project_title
from reports.plain import one_line
from reports.words import words


def done(dossier: Dossier) -> list[Block]:
    """The projects done, then those under way; nothing where none is."""
    items = done_items(dossier)
    return [heading(1, words(dossier.language)("done.heading")), bullets(items)] if items else []


def done_items(dossier: Dossier, *, proofs: bool = True) -> list[Inline]:
    """One line a project; without `proofs`, only its title, how far it is and since when."""
    return [_item(dossier, found, proofs=proofs) for found in followed(dossier)]


def followed(dossier: Dossier) -> tuple[Found, ...]:
    """The projects said to be done, then those under way, in the order they were written."""
    found = [find_project(dossier, name) for name in dossier.sheet.carried]
    known = [one for one in found if one and one.carried.state in ("done", "in-progress")]
    return tuple(sorted(known, key=lambda one: -STATES.index(one.carried.state or STATES[0])))


def web(address: str) -> bool:
    """Whether an address may be followed: a page of the web, nothing else."""
    return address.lower().startswith(("https://", "http://"))


def _item(dossier: Dossier, found: Found, *, proofs: bool) -> Inline:
    word, written = words(dossier.language), found.carried
    said = [word(f"state.{written.state}")]
    if written.since:
        said.append(word("done.since", month=formats.month(written.since, dossier.language)))
    title = bold(project_title(found.project, word))
    told = list(_told(written, word)) if proofs else []
    return [title, f" – {', '.join(said)}.", *told]


def _told(written: Carried, word: Wording) -> Iterator[str | dict[str, object]]:
    if did := one_line(written.did):
        yield f" {did}"
    if proof := one_line(written.proof):
        yield f" {word('done.proof', proof=proof)}"
    if address := one_line(written.address):
        yield " "
        yield link(address) if web(address) else address
