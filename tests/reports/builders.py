"""A small dossier made of models: two dimensions, three actions, three programmes."""

import datetime as dt
from dataclasses import replace
from typing import Any

from assessment.model import Question, Questionnaire
from assessment.profile import Profile
from catalogue.entries import entries_from_cases, entries_from_networks, entries_from_resources
from catalogue.model import Case, Network, Resource
from catalogue.suggest import Shelf
from recommendations.action import Action
from recommendations.eligibility import Words
from recommendations.pathway import Pathway
from recommendations.programme import Programme
from recommendations.wishes import Means
from reports.build import build_dossier
from reports.dossier import Dossier, Sheet
from reports.library import Library
from tests.builders import LEVELS, TAGS

ON = dt.date(2026, 11, 23)
ALL = {"plan": "written", "board": "minuted", "backup": "tested", "sign-in": "everywhere"}
HALF = {"plan": "none", "backup": "tested"}
NOTHING: dict[str, str] = {}
NONE_APPLIES = dict.fromkeys(ALL, "not_applicable")
HOSTILE = "#evil[* <script>alert(1)</script> $x$ `code` \\ @ref =cmd() ’ œ € « »"


def library(
    language: str = "fr",
    programmes: tuple[Programme, ...] | None = None,
    with_help: bool = True,
    **changes: Any,
) -> Library:
    words = Words(
        reasons=dict.fromkeys(("met", "to_check", "not_met"), "{condition}"),
        questions={"enterprise.fte": "Combien d’équivalents temps plein ?"},
    )
    known = (programme("cheque"), programme("fonds", below=5)) if programmes is None else programmes
    entries = (
        *entries_from_resources({language: (RESOURCE,)}),
        *entries_from_cases({language: (CASE,)}),
        *entries_from_networks({language: (NETWORK,)}),
    )
    made = Library(
        language=language, questionnaire=small_questionnaire(), actions=ACTIONS,
        pathways=(PATHWAY,), programmes=known, words=words,
        resources={RESOURCE.id: RESOURCE}, cases={CASE.id: CASE}, networks={NETWORK.id: NETWORK},
        shelf=Shelf(entries if with_help else (), language, str.startswith),
    )  # fmt: skip
    return replace(made, **changes)


def dossier(
    answers: dict[str, str] = ALL,
    *,
    name: str | None = "Les Ateliers de l’Œuvre",
    worry: str = "",
    language: str = "fr",
    profile: Profile | None = None,
    programmes: tuple[Programme, ...] | None = None,
    with_help: bool = True,
    means: Means | None = None,
    **changes: Any,
) -> Dossier:
    """The dossier of these answers; `with_help=False` leaves the catalogue and contact empty.

    `changes` are made to the library: other actions, another questionnaire.
    """
    given = profile or Profile.model_validate({"enterprise": {"name": name, "region": "BE-WAL"}})
    sheet = Sheet(answers, ON, profile=given, worry=worry, means=means or Means())
    return build_dossier(library(language, programmes, with_help, **changes), sheet, ON)


def _question(id: str, floor: str | None, low: str, high: str) -> Question:
    options = [
        {"id": low, "points": 0, "text": f"Réponse {low}", "floor": "absent" if floor else None},
        {"id": "some", "points": 2, "text": "Réponse some", "floor": "absent" if floor else None},
        {"id": high, "points": 3, "text": f"Réponse {high}", "floor": "present" if floor else None},
    ]
    texts = ("why_we_ask", "plain_language", "proof", "adviser_hint")
    return Question.model_validate(
        {"id": id, "floor": floor, "options": options, "tags": TAGS, "text": f"Texte de {id} ?"}
        | {"short": f"Court {id}", "who_might_know": f"Qui sait {id}"}
        | dict.fromkeys(texts, id)
    )


def small_questionnaire() -> Questionnaire:
    plan, board = (
        _question("plan", None, "none", "written"),
        _question("board", None, "no", "minuted"),
    )
    backup = _question("backup", "backup", "none", "tested")
    sign_in = _question("sign-in", "two-factor", "nobody", "everywhere")
    dimensions = [
        {"id": "strategy", "title": "Cap et stratégie", "short": "Cap", "about": "a",
         "good_news": "Votre cap est écrit.", "questions": (plan, board)},
        {"id": "data-security", "title": "Données et sécurité", "short": "Sécurité", "about": "a",
         "good_news": "Vos données sont gardées.", "questions": (backup, sign_in)},
    ]  # fmt: skip
    return Questionnaire.model_validate(
        {"id": "small", "version": "1.2", "title": "Petit questionnaire", "minutes": 10,
         "flash_minutes": 5, "levels": LEVELS, "flash": (), "dimensions": dimensions}
    )  # fmt: skip


def action(id: str, raises: str, to: str, **more: Any) -> Action:
    costs = {"min": 0, "max": 120}
    return Action.model_validate(
        {"id": id, "title": f"Action {id}", "what": "Quoi faire.", "why": "Pourquoi le faire.",
         "first_step": {"text": "Ouvrir un document.", "days": 5}, "hours": 6, "weeks": 3,
         "cost": {"one_off": costs, "yearly": {"min": 0, "max": 0}, "basis": "Notre estimation."},
         "who": "La direction.", "raises": [{"question": raises, "to": to}],
         "needs": ["strategy-advice"], "topics": ["digital-strategy"],
         "steps": ["Un.", "Deux.", "Trois."], "roles": ["carrier"],
         "small": "Une page.", "fuller": "Un plan suivi.", "running": "Une heure par an.",
         "risks": ["Une seule personne porte tout."], "success": "La page est affichée."} | more
    )  # fmt: skip


ACTIONS = (
    action("write-plan", "plan", "written"),
    action("restore", "backup", "tested", floor="backup"),
    action("minutes", "board", "minuted", prerequisites=["write-plan"]),
)

PATHWAY = Pathway.model_validate(
    {"id": "set-a-course", "title": "Tenir le cap", "promise": "Un plan d’une page.", "rule": {},
     "because": "Vos réponses y mènent.", "first_step_small": "Trois lignes.",
     "opening": dict.fromkeys(("default", "convinced", "utilitarian", "sceptical"), "Un pas."),
     "first_actions": ["write-plan"], "themes": ["strategy", "data-security"] * 4,
     "funding_phases": ["strategy-advice"], "funding_note": "Note."}
)  # fmt: skip

RESOURCE = Resource.model_validate(
    {"id": "guide", "title": "Guide du plan", "publisher": "Éditeur", "url": "https://guide.example",
     "link_type": "official", "url_seen": "result", "languages": ["fr"], "kind": "guide",
     "topics": ["digital-strategy"], "level": "basic", "audience": [], "territories": ["INT"],
     "free": True, "summary": "Un guide court.", "seen_on": "archived copy",
     "read_on": "2026-11-22"}
)  # fmt: skip

NETWORK = Network.model_validate(
    {"id": "reseau", "name": "Réseau d’appui", "territories": ["BE-WAL"], "kind": "federation",
     "topics": ["digital-strategy"], "serves": "Associations.", "languages": ["fr"],
     "url": "https://reseau.example", "link_type": "official", "summary": "Il conseille.",
     "seen_on": "archived copy", "read_on": "2026-11-22"}
)  # fmt: skip


def programme(id: str, below: int = 50, **more: Any) -> Programme:
    """An open voucher for enterprises under `below` full-time equivalents."""
    return Programme.model_validate(
        {"id": id, "name": f"Programme {id}", "funder": "La Région", "territory": ["BE-WAL"],
         "kind": "voucher", "tier": "match", "needs": ["strategy-advice"], "summary": "Paie.",
         "conditions": [
             {"id": "size", "text": f"Moins de {below} équivalents temps plein",
              "test": {"field": "enterprise.fte", "below": below}},
             {"id": "quality", "text": "La qualité du projet", "why_not_tested": "judgement"},
         ],
         "amount": {"currency": "EUR", "max": 2500}, "stacking": {},
         "opening": {"mode": "call", "last_day": dt.date(2027, 3, 31), "status": "open",
                     "page_date": dt.date(2026, 5, 1)},
         "ask": {"who": "Le guichet de la Région", "question": "Pouvons-nous introduire ?"},
         "source": {"url": "https://region.example/aide", "type": "official",
                    "confidence": "high"}} | more
    )  # fmt: skip


CASE = Case.model_validate(
    {"id": "cas", "organisation": "La Coopérative voisine", "country": "BE",
     "territories": ["BE-WAL"], "sector": "s", "sector_group": "networks", "legal_form": "f",
     "challenge": "c", "what_was_done": "Elle a écrit un plan.", "result": "Il tient.",
     "again": "l",
     "topics": ["digital-strategy"], "outcome": "success", "evidence": "first-person",
     "url": "https://cas.example", "seen_on": "archived copy", "read_on": "2026-11-22"}
)  # fmt: skip
