"""What a visitor who came by a link may not do here: said in a sentence, and who can."""

from access.rules import Object, Verb
from content.wording import Wording
from storage.record import Record
from ui import navigation, vault
from ui.components import html, journey
from ui.components.guard import Told


def may_write(t: Wording, record: Record, thing: Object) -> bool:
    """Whether this visitor may change this; where not, says so."""
    allowed = vault.may(record.id, "write", thing)
    if not allowed:
        html.write(html.notice(t("guest.reads"), role="note"))
    return allowed


def writing(t: Wording, title: str, record: Record, thing: Object) -> None:
    """The whole screen changes this: for who may not, its heading, who can, and the way on."""
    if not vault.may(record.id, "write", thing):
        _refuse(t, title, record, "guest.reads")


def hers(t: Wording, title: str, record: Record, verb: Verb, thing: Object) -> None:
    """The whole screen is for who may do this: for the others it says so."""
    if not vault.may(record.id, verb, thing):
        _refuse(t, title, record, "guest.hers")


def _refuse(t: Wording, title: str, record: Record, said: str) -> None:
    html.arrive(title)
    html.write(html.notice(t(said), role="note"))
    results = "dma_results" if journey.kind_of(record.instrument) == "dma" else "results"
    navigation.link(results, t("guest.results"), a=record.id)
    raise Told
