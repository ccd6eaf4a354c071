"""Whatever is sent from outside ends in a result or in the error declared for it.

`make test` tries a hundred or so inputs each; `make fuzz` (JALON_FUZZ=10000) ten thousand.
"""

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from access.secrets import hash_code, normalise_code
from assessment.answers import mistakes
from assessment.dma_profile import WrongModule, read_module
from assessment.places import contains
from assessment.profile_reading import WrongProfile, read_profile
from assessment.scorecard import score_card
from catalogue.model import Case, Network, Resource
from content.errors import ContentError
from content.languages import LANGUAGES
from content.loader import build
from content.nodes import Tree
from content.translations import parse_translations
from content.wording import WordingFile
from identity.site import Site
from jalon.__main__ import main
from questionnaires import read
from recommendations.action import Action
from recommendations.eligibility import match_all
from recommendations.facts import facts
from recommendations.plan_data import WrongPlan, read_plan
from recommendations.programme import Programme
from recommendations.programmes_library import read_good_programmes
from recommendations.words import read_words
from reports.paper import fields_apart
from reports.paper.form import fillable
from reports.paper.found import UnreadableFile
from reports.paper.reading import read_back
from reports.paper.strip import read_strip, typed_line
from storage.answer_file import AnswerFileError, read_answer_file
from tests.fuzz.inputs import JSON, TEXTS, changed, cut_up
from tests.hostile import HOSTILE
from tests.reports.paper.builders import ON, desk, filled_sheet, paper
from ui import answer_files
from ui.middleware.device import well_formed
from ui.middleware.http import cookies
from ui.middleware.language import choose_language

COUNT = int(os.environ.get("JALON_FUZZ", "100"))
ROOT = Path(__file__).parents[2]
CORE = read("digital-maturity", "fr")
PIECES = [
    *HOSTILE.values(), "\n", "  ", ": ", "- ", "{", "}", "[", "]", '"', "null", "~", "!!int ",
    "2026-02-30", "9" * 5000, "1e999999", ".inf", ".nan", "0x10", "1_0", "on", "fr:", "id:",
]  # fmt: skip

fuzz = settings(
    max_examples=COUNT,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    derandomize=COUNT <= 100,
)

PROFILE = {
    "enterprise": {"name": "Les Tisserands", "country": "BE", "region": "BE-WAL", "fte": 4.5,
                   "turnover": "120000.50", "form_family": ["nonprofit"], "is_sse": True,
                   "creation_date": "2001-02-03", "nace": ["94.99"],
                   "previous_awards": [{"programme": "x", "months_ago": 3, "amount": 100}]},
    "project": {"cost": 2500, "need": "website", "started": False, "requested_share": 0.5,
                "digital_plan_age_months": "never", "project_rank": 1, "duration_months": 6},
}  # fmt: skip
PLAN = {
    "hours_per_month": 6, "own_money": 500, "months": 18, "max_active": 2, "pin": ["x"],
    "refuse": [], "postpone": {"x": "2027-03-01"},
    "projects": {"x": {"state": "done", "done": ["x.1"], "purchase": 10, "notes": "n",
                       "specification": {"need": "n", "wanted": [{"text": "t", "place": "must"}]}}},
    "targets": {"tools": {"level": "established", "by": "2027-06-30"}},
    "reviews": {"T1": "2027-05-23"},
}  # fmt: skip
ANSWERS = {one.id: one.options[0].id for one in CORE.questions()}
FILE = {
    "instrument": "digital-maturity", "version": "1.0", "date": "2026-11-23", "stage": "T1",
    "form": "core", "answers": ANSWERS, "profile": PROFILE, "plan": PLAN, "worry": "w",
}  # fmt: skip
MODULE = {"name": "n", "country": "BE", "foundation_year": 2001, "size": "micro",
          "sector": "education", "contact_email": "a@b.example"}  # fmt: skip
DMA = {"instrument": "dma-sme", "answers": {"q1": [1, 2], "q4": [3]}, "dma_profile": MODULE}


def written(value: Any) -> str:
    """JSON as somebody may write it, halves of characters included."""
    return json.dumps(value)


@fuzz
@given(st.one_of(changed(FILE).map(written), changed(DMA).map(written), JSON.map(written),
                 cut_up(written(FILE), PIECES)))  # fmt: skip
def test_an_answer_file_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        file = read_answer_file(text, "a\nb.json")
    except AnswerFileError as error:
        assert len(str(error).splitlines()) == 1
    else:
        assert all(isinstance(one, str) for one in file.answers.values())


@fuzz
@given(st.one_of(changed(FILE).map(written), changed(DMA).map(written),
                 cut_up(written(DMA).encode(), PIECES)))  # fmt: skip
def test_an_uploaded_answer_file_makes_an_assessment_or_is_refused(content: str | bytes) -> None:
    given_bytes = content if isinstance(content, bytes) else content.encode()
    try:
        made = answer_files.to_create("fr", "a.json", given_bytes)
    except (AnswerFileError, WrongProfile, WrongPlan):
        return
    json.dumps(made, allow_nan=False)


@fuzz
@given(st.one_of(changed(PROFILE), JSON))
def test_a_profile_is_read_or_refused_and_then_every_programme_can_be_asked(data: Any) -> None:
    try:
        profile = read_profile(data)
    except WrongProfile as error:
        assert len(str(error).splitlines()) == 1
        return
    known = facts(profile, ON, contains)
    match_all(read_good_programmes("fr")[0][:40], known, ON, read_words("fr"))


@fuzz
@given(st.one_of(changed(PLAN), st.dictionaries(TEXTS, JSON, max_size=3)))
def test_a_plan_is_read_or_refused(data: Any) -> None:
    try:
        read_plan(data if isinstance(data, dict) else None)
    except WrongPlan as error:
        assert len(str(error).splitlines()) == 1


@fuzz
@given(st.sampled_from(["dma-sme", "dma-pso"]), st.one_of(changed(MODULE), JSON))
def test_a_dma_profile_is_read_or_refused(instrument: str, data: Any) -> None:
    try:
        read_module(instrument, data)
    except WrongModule as error:
        assert len(str(error).splitlines()) == 1


@fuzz
@given(st.dictionaries(st.one_of(TEXTS, st.sampled_from(list(ANSWERS))), TEXTS, max_size=5))
def test_answers_are_scored_or_told_wrong(answers: dict[str, str]) -> None:
    if not mistakes(CORE, answers):
        score_card(CORE, answers)


HEAD = ["id", *ANSWERS]
ROWS = "\r\n".join(",".join([f"r{n}", *ANSWERS.values()]) for n in range(3))
CSV = f"{','.join(HEAD)}\r\n{ROWS}\r\n"


@fuzz
@given(cut_up(CSV, [*PIECES, ",", ",,", "\r", '""', ";"]))
def test_a_csv_of_answers_is_scored_row_by_row_or_refused(
    tmp_path_factory: pytest.TempPathFactory, capfd: Any, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert main(["score", str(path)]) in (0, 1, 2)
    told = capfd.readouterr()
    assert "\x1b" not in told.err


@fuzz
@given(st.sampled_from(["score", "match", "plan"]), changed(FILE), changed(PROFILE))
def test_a_command_never_fails_inside_whatever_file_it_is_given(
    tmp_path_factory: pytest.TempPathFactory, capfd: Any, command: str, file: Any, profile: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.json"
    path.write_text(written(profile if command == "match" else file))
    # A plan is a second of work: what it is made of is tried above.
    asked = ["score", str(path)] if command == "plan" else [command, str(path)]
    assert main(asked) in (0, 1, 2), capfd.readouterr().err
    told = capfd.readouterr()
    assert len(told.err.splitlines()) <= 1


WORKBOOK = filled_sheet(paper("flash"), {})
SHEET = zipfile.ZipFile(io.BytesIO(WORKBOOK)).read("xl/worksheets/sheet2.xml")
STRINGS = zipfile.ZipFile(io.BytesIO(WORKBOOK)).read("xl/sharedStrings.xml")


def with_parts(sheet: bytes, strings: bytes) -> bytes:
    out, old = io.BytesIO(), zipfile.ZipFile(io.BytesIO(WORKBOOK))
    changes = {"xl/worksheets/sheet2.xml": sheet, "xl/sharedStrings.xml": strings}
    with zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name) or old.read(name))
    return out.getvalue()


XML = [
    *PIECES, "<c r='D4'>", "</c>", "<v>99999999999</v>", "<v>-1</v>", "t='s'", "&#0;", "&x;",
    "<f>1</f>", "r='ZZZ9999999'", "r=''", "<is><t>b</t></is>", "jalon|digital-maturity|9|core|en",
]  # fmt: skip


@fuzz
@given(st.one_of(st.builds(with_parts, cut_up(SHEET, XML), cut_up(STRINGS, XML)),
                 cut_up(WORKBOOK, PIECES)))  # fmt: skip
def test_a_workbook_is_read_or_refused(content: bytes) -> None:
    try:
        read_back(content, desk("en"))
    except UnreadableFile as error:
        assert len(str(error).splitlines()) == 1


LINES = "\n".join(f"{n};{q};{a}" for n, (q, a) in enumerate(ANSWERS.items()))
SAVED = f"jalon|digital-maturity|1.0|core|fr;;;\n;;;\n{LINES}\n"


@fuzz
@given(st.one_of(cut_up(SAVED.encode(), [*PIECES, ";", '"', "\r\n"]), st.binary(max_size=200)))
def test_a_paper_saved_as_text_is_read_or_refused(content: bytes) -> None:
    try:
        read_back(content, desk("fr"))
    except UnreadableFile as error:
        assert len(str(error).splitlines()) == 1


FORM = fillable(paper("flash"))


@fuzz
@given(st.one_of(cut_up(FORM, [*PIECES, "/Fields [", "/T (", "/Kids [1 0 R]", "/V 1", "obj"]),
                 st.binary(max_size=100).map(lambda rest: b"%PDF-1.7\n" + rest)))  # fmt: skip
def test_the_fields_of_a_form_are_read_or_refused(content: bytes) -> None:
    found = fields_apart._read(content)
    assert set(found) <= {"fields", "wrong"}
    json.dumps(found)


@fuzz
@given(st.one_of(TEXTS, cut_up("1b 2c 3? 4– 5a", [*PIECES, "٣", "²", "1", "b", "–"])))
def test_typed_signs_are_read_or_told_wrong(text: str) -> None:
    signs, _ = typed_line(text, paper("flash"), desk("fr"))
    read_strip(signs, paper("flash"), desk("fr"))
    read_strip({1: text, 2: text}, paper("flash"), desk("fr"))


@fuzz
@given(st.one_of(TEXTS, st.text(alphabet="0123456789ABCDEFGHJKMNPQRSTVWXYZ -oilu", max_size=40)))
def test_a_code_is_one_or_is_none(typed: str) -> None:
    code = normalise_code(typed)
    assert code is None or len(code) == 16
    assert (hash_code(typed, "code") is None) == (code is None)


HEADERS = st.one_of(TEXTS, st.text(max_size=60)).map(lambda text: text.encode("utf-8", "replace"))


@fuzz
@given(HEADERS, HEADERS, HEADERS)
def test_headers_of_a_request_are_read_whatever_they_hold(
    cookie: bytes, accepted: bytes, asked: bytes
) -> None:
    scope = {
        "type": "http",
        "headers": [(b"cookie", cookie), (b"cookie", b"jalon_device=" + asked)],
    }
    found = cookies(scope)
    kept = well_formed(found.get("jalon_device"))
    assert kept is None or kept.replace("-", "").replace("_", "").isalnum()
    chosen = choose_language(asked.decode(), found.get("lang", ""), accepted.decode(), LANGUAGES)
    assert chosen in LANGUAGES


CONTENT = {
    "site": (Site, "identity/site.yaml"),
    "wording": (WordingFile, "recommendations/wording.yaml"),
    "programme": (Programme, "recommendations/programmes/be-wal-cheque-formation.yaml"),
}
FILES = {name: (ROOT / path).read_text("utf-8") for name, (_, path) in CONTENT.items()}


@fuzz
@given(st.sampled_from(list(CONTENT)).flatmap(
    lambda name: st.tuples(st.just(name), cut_up(FILES[name], PIECES)))
)  # fmt: skip
def test_a_file_of_content_is_read_or_its_problems_are_told(case: tuple[str, str]) -> None:
    name, text = case
    try:
        build(Tree(text, "hostile.yaml"), CONTENT[name][0], "fr")
    except ContentError as error:
        assert error.problems
        assert all(problem.line >= 1 for problem in error.problems)


MODELS = st.sampled_from([Site, Programme, Action, Resource, Case, Network])


@fuzz
@given(MODELS, st.one_of(JSON, st.dictionaries(st.sampled_from(
    sorted({name for m in (Site, Programme, Action, Resource) for name in m.model_fields})
), JSON, max_size=6)))  # fmt: skip
def test_any_yaml_is_content_or_its_problems_are_told(model: Any, value: Any) -> None:
    try:
        build(Tree(json.dumps(value), "hostile.yaml"), model, "nl")
    except ContentError as error:
        assert error.problems


TRANSLATIONS = """ui/wording.yaml:
- fr: Commencer
  en: Start
  nl: Beginnen
- fr: Un
  en: One
  nl: ''
  old: Een
b.yaml: []
"""


@fuzz
@given(cut_up(TRANSLATIONS, PIECES))
def test_a_file_of_translations_is_read_or_its_problems_are_told(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "nl.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        parse_translations(path, "nl")
    except ContentError as error:
        assert error.problems


@pytest.mark.parametrize("amount", ["1e999999", "1e-999999", 10**4000, 1e308, "NaN", "Infinity"])
def test_an_amount_out_of_this_world_is_refused_at_once(amount: Any) -> None:
    for data in ({"project": {"cost": amount}}, {"enterprise": {"fte": amount}}):
        with pytest.raises(WrongProfile):
            read_profile(data)
    for data in ({"own_money": amount}, {"projects": {"x": {"purchase": amount}}}):
        with pytest.raises(WrongPlan):
            read_plan(data)
