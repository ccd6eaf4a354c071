"""What was read of a paper, before anything is saved."""

import json
from itertools import groupby

import streamlit as st

from content.wording import Wording
from reports.paper.found import Found
from reports.paper.paper import PROFILE, Paper
from reports.paper.strip import signs_of
from ui import answer_files, navigation, paper_lists, session, vault
from ui.components import html, paper
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """What is wrong first, then what is right, then the button that saves."""
    found = paper.found()
    html.arrive(t("paper_check.title"))
    if found is None:
        html.write(html.paragraph(t("paper_check.empty")))
        navigation.link("paper", t("paper.title"), a=None)
        return
    asked = len(found.paper.asked)
    html.write(
        html.paragraph(t("paper_check.read", count=len(found.answers), total=asked), "lead"),
        *(html.notice(note) for note in found.notes),
    )
    _problems(t, found)
    if found.answers:
        _save(t, found, "above")
    _about(t, found)
    _answers(t, found)
    if found.answers:
        _save(t, found, "below")


def _problems(t: Wording, found: Found) -> None:
    if found.problems:
        html.write(
            html.heading(t("paper_check.problems"), 2),
            html.paragraph(t("paper_check.problems_text")),
            "<ul class='jalon-problems'>",
            *(
                f"<li><strong>{html.esc(problem.place)}</strong><br>{html.esc(problem.text)}</li>"
                for problem in found.problems
            ),
            "</ul>",
        )
    if st.button(t("paper_check.correct"), key="paper-correct"):
        paper.keep_typed(found.paper.form, signs_of(found), found.enterprise)
        navigation.go("paper_type", a=None)


def _save(t: Wording, found: Found, place: str) -> None:
    if not st.button(t("paper_check.save"), type="primary", key=f"paper-save-{place}"):
        return
    text = json.dumps(found.answer_file(), ensure_ascii=False)
    made = vault.create(**answer_files.to_create(t.language, "paper", text.encode()))
    paper.forget()
    session.remember("last", made)
    # Places and forms decide about money: they are asked for when the paper did not say them.
    known = "country" in found.enterprise
    navigation.go("check" if known else "profile", a=made, **{"from": "check"})


def _about(t: Wording, found: Found) -> None:
    said = _facts(t, found)
    if said:
        pairs = "".join(
            f"<dt>{html.esc(t(f'paper_check.fact.{name}'))}</dt><dd>{html.esc(value)}</dd>"
            for name, value in said.items()
        )
        html.write(html.heading(t("paper_check.about"), 2), f"<dl class='jalon-pairs'>{pairs}</dl>")


def _facts(t: Wording, found: Found) -> dict[str, str]:
    enterprise, lists = found.enterprise, paper_lists.lists(t.language)
    place = enterprise.get("region") or enterprise.get("country", "")
    form = enterprise.get("legal_form", "")
    said = {
        "name": enterprise.get("name", ""),
        "place": lists.places.get(place, place),
        "form": lists.forms.get(form, form),
        "size": enterprise.get("fte", ""),
    }
    return {name: said[name] for name in PROFILE if said[name]}


def _answers(t: Wording, found: Found) -> None:
    """In the visitor's language, whatever the language of the paper."""
    here: Paper = paper.today(t, found.paper.form)
    html.write(html.heading(t("paper_check.answers"), 2))
    for dimension, group in groupby(here.asked, key=lambda asked: asked.dimension):
        lines = []
        for asked in group:
            answer = asked.of_value(found.answers.get(asked.question.id, ""))
            said = answer.text if answer else t("answer.not_answered")
            lines.append(
                f"<li value='{asked.number}'><strong>{html.esc(asked.question.short)}</strong>"
                f"<br>{html.esc(said)}</li>"
            )
        html.write(
            html.heading(dimension.title, 3), f"<ol class='jalon-list'>{''.join(lines)}</ol>"
        )


show()
