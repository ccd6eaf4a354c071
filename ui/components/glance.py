"""The result in one glance: strength if true, level in words, one thing to do."""

from content.wording import Wording
from identity.site import read_site
from reports import formats
from reports.dossier import Dossier
from reports.naming import find_level, organisation
from reports.words import words
from ui.components import freshness, html


def glance(dossier: Dossier) -> None:
    """Without a true strength, the page opens with the first step."""
    pieces = [_level(dossier), _first(dossier)]
    if dossier.strength is None:
        pieces.reverse()
    html.write("<div class='jalon-glance'>", _strength(dossier), *pieces, "</div>")


def _card(title: str, inner: str, style: str = "") -> str:
    return f"<div class='jalon-card {style}'>{html.heading(title, 2)}{inner}</div>"


def worry(t: Wording, dossier: Dossier) -> str:
    """What weighs on the enterprise, in its own words; empty when it said nothing."""
    if not dossier.sheet.worry:
        return ""
    said = html.paragraph(t("results.worry")) + html.paragraph(dossier.sheet.worry)
    return f"<blockquote class='jalon-worry'>{said}</blockquote>"


def _strength(dossier: Dossier) -> str:
    word, found = words(dossier.language), dossier.strength
    if found is None:
        return ""
    said = word("front.strength_answer", answer=found.option.text)
    return _card(
        word("front.strength"),
        html.paragraph(found.dimension.good_news) + html.paragraph(said, "small"),
    )


def _level(dossier: Dossier) -> str:
    word, score = words(dossier.language), dossier.card.overall
    level = find_level(dossier, score)
    if level is None:
        key = "front.no_level_applicable" if score.coverage is None else "front.no_level"
        return _card(word("front.level"), html.paragraph(word(key)))
    inner = f"<p class='jalon-level'>{html.esc(level.title)}</p>" + html.paragraph(level.meaning)
    if score.coverage is not None and score.provisional:
        share = formats.percent(score.coverage, dossier.language)
        inner += html.paragraph(word("front.provisional", share=share), "small")
    return _card(word("front.level"), inner)


def _first(dossier: Dossier) -> str:
    word, action = words(dossier.language), dossier.first_action
    days = word("front.days", count=action.first_step.days, days=action.first_step.days)
    inner = (
        f"<p class='jalon-lead'><strong>{html.esc(action.title)}</strong></p>"
        f"<p><strong>{html.esc(word('front.first_step'))}</strong> "
        f"{html.esc(action.first_step.text)} {html.esc(days)}</p>" + html.paragraph(action.why)
    )
    return _card(word("front.first"), inner, "jalon-first")


def call(t: Wording, dossier: Dossier) -> str:
    """Whom to call and what to say, folded."""
    word = words(dossier.language)
    wanted = read_site(t.language).network_to_call
    if not wanted and dossier.contact is not None:
        wanted = dossier.contact.id
    network = dossier.library.networks.get(wanted)
    if network is None:
        return html.fold(t("results.call"), html.paragraph(word("front.no_contact")))
    say = word("front.say", name=organisation(dossier, word), action=dossier.first_action.title)
    inner = (
        f"<p><strong>{html.out(network.url, network.name)}</strong></p>"
        + html.paragraph(network.summary, "small")
        + freshness.seen(network, dossier.on, dossier.language)
        + f"<p><strong>{html.esc(word('front.what_to_say'))}</strong> {html.esc(say)}</p>"
    )
    return html.fold(t("results.call"), inner)
