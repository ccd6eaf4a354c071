"""The command line as another program sees it: output, exit code, one line of error."""

import csv
import json
import subprocess
import sys

import pytest

CORE_ANSWERS = {"backup-restored": "restored-this-year", "two-factor": "unknown"}


def jalon(*arguments, cwd=None):
    return subprocess.run(
        [sys.executable, "-m", "jalon", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def sheet(tmp_path):
    def write(**content):
        path = tmp_path / "answers.json"
        path.write_text(json.dumps({"instrument": "digital-maturity", "answers": {}} | content))
        return path

    return write


@pytest.fixture
def profile(tmp_path):
    def write(content):
        path = tmp_path / "profile.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    return write


def refused(run):
    """Bad input: exit 2, nothing on standard output, exactly one line of error."""
    assert run.returncode == 2, run.stderr
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1
    return run.stderr


def test_questions_lists_options_from_least_to_most_advanced():
    found = json.loads(jalon("questions").stdout)

    questions = [q for d in found["dimensions"] for q in d["questions"]]
    assert (found["instrument"], len(found["dimensions"])) == ("digital-maturity", 8)
    assert len([q for q in questions if q["scored"]]) == 24
    assert len([q for q in questions if q["flash"]]) == 8
    assert [o["points"] for o in questions[0]["options"]] == [0, 1, 2, 3]


def test_a_score_has_the_five_figures_and_nothing_known_gives_null(sheet):
    found = json.loads(jalon("score", sheet(answers=CORE_ANSWERS)).stdout)

    by_id = {d["id"]: d for d in found["dimensions"]}
    assert by_id["data-security"] == {
        "id": "data-security", "value": 100.0, "low": pytest.approx(100 / 3), "high": 100.0,
        "coverage": pytest.approx(1 / 3), "level": "sharing",
    }  # fmt: skip
    assert by_id["strategy"]["value"] is None
    assert by_id["strategy"]["high"] == 100.0
    assert set(found["readings"]) == {"axis", "principle", "eu_area", "digcomp"}


def test_a_csv_scores_its_good_rows_and_names_the_bad_ones(tmp_path):
    path = tmp_path / "many.csv"
    with path.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "backup-restored", "two-factor"])
        rows.writerow(["a", "no-copy", ""])
        rows.writerow(["b", "no-copi", ""])
        rows.writerow(["c", "restored-this-year", "unknown"])
        rows.writerow(["c", "no-copy", "none"])

    run = jalon("score", path)

    assert run.returncode == 1
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == ["a", "c"]
    bad = run.stderr.splitlines()
    assert bad[0].startswith(f"{path}:3: ")
    assert "no-copy" in bad[0]
    assert bad[1].startswith(f"{path}:5: ")


@pytest.mark.parametrize(
    ("content", "nearest"),
    [
        ({"answers": {"backup-restord": "no-copy"}}, "backup-restored"),
        ({"answers": {"backup-restored": "nocopy"}}, "no-copy"),
        ({"instrument": "digital-maturty"}, "digital-maturity"),
        ({"anwsers": {}}, "answers"),
    ],
)
def test_a_wrong_answer_file_names_the_nearest_valid_value(sheet, content, nearest):
    assert nearest in refused(jalon("score", sheet(**content)))


def test_a_file_that_is_not_there_or_not_json_is_said_in_one_line(tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('{"instrument": ')

    assert "nowhere.json" in refused(jalon("score", tmp_path / "nowhere.json"))
    assert "broken.json" in refused(jalon("score", broken))


def test_match_gives_every_programme_met_first(profile):
    path = profile({"enterprise": {"region": "BE-WAL", "legal_form": "be-asbl", "fte": 12}})

    found = json.loads(jalon("match", path, "--on", "2026-11-22").stdout)["programmes"]

    order = ["met", "to_check", "not_met"]
    verdicts = [order.index(p["verdict"]) for p in found]
    assert len(found) == 161
    assert verdicts == sorted(verdicts)
    voucher = next(p for p in found if p["id"] == "be-wal-cheque-maturite-numerique")
    assert voucher["verdict"] == "not_met"
    assert all(c["reason"] for c in voucher["criteria"])


def test_dates_never_enter_a_verdict(profile):
    path = profile({"enterprise": {"region": "FR-HDF", "legal_form": "association_1901"}})

    now = json.loads(jalon("match", path, "--on", "2026-11-22").stdout)["programmes"]
    later = json.loads(jalon("match", path, "--on", "2031-01-01").stdout)["programmes"]

    assert {p["id"]: p["verdict"] for p in now} == {p["id"]: p["verdict"] for p in later}
    assert not [p for p in later if p["availability"] == "open"]


def test_one_programme_in_english(profile):
    run = jalon("match", profile("{}"), "--programme", "fr-dla", "--language", "en")

    (found,) = json.loads(run.stdout)["programmes"]
    assert found["verdict"] == "to_check"
    assert {"field", "text"} == set(found["questions"][0])
    assert found["questions"][0]["text"].endswith("?")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"enterprise": {"ftee": 3}}', ["enterprise.ftee", "fte"]),
        ('{"enterprise": {"fte": "many"}}', ["enterprise.fte", "many"]),
        ('{"enterprise": {"fte": NaN}}', ["NaN"]),
        ("[]", ["enterprise"]),
    ],
)
def test_a_wrong_profile_says_where_and_what(profile, content, words):
    error = refused(jalon("match", profile(content)))

    assert [word for word in words if word not in error] == []


def test_wrong_options_are_refused_in_one_line(profile, sheet):
    path = profile("{}")

    assert "2026-13-01" in refused(jalon("match", path, "--on", "2026-13-01"))
    assert "fr-dla" in refused(jalon("match", path, "--programme", "fr-dlaa"))
    assert "fr" in refused(jalon("match", path, "--language", "frr"))
    assert "--programe" in refused(jalon("match", path, "--programe", "x"))
    assert "scor" in refused(jalon("scor", sheet()))
    assert ".pdf" in refused(jalon("report", sheet(), "-o", "report.pfd"))


def test_search_puts_what_is_for_other_legal_forms_later_and_refuses_unknown_forms():
    asked = ("search", "chèque numérique", "--territory", "BE-WAL", "--top", "20")
    plain, own = (
        [hit["id"] for hit in json.loads(jalon(*asked, *more).stdout)["results"]]
        for more in ((), ("--legal-form", "be-asbl"))
    )
    closed = "be-wal-cheque-maturite-numerique"
    assert own.index(closed) > plain.index(closed)
    refused = jalon("search", "x", "--legal-form", "be-aslb")
    assert refused.returncode == 2
    assert "be-asbl" in refused.stderr


def test_search_understands_everyday_words():
    found = json.loads(jalon("search", "on s'est fait pirater", "--territory", "BE-WAL").stdout)

    assert 1 <= len(found["results"]) <= 5
    assert {"id", "kind", "subkind", "title", "url", "languages"} == set(found["results"][0])


@pytest.mark.parametrize("query", ["", '"', "NEAR(", "*", "🙂", "x" * 5000])
def test_search_never_fails_on_a_query(query):
    run = jalon("search", "--", query)

    assert (run.returncode, run.stderr) == (0, "")


def test_check_finds_our_own_content_right():
    run = jalon("check")

    assert run.returncode == 0, run.stdout
    assert "programmes" in run.stdout


def test_a_file_that_is_no_csv_is_refused_in_one_line(tmp_path):
    path = tmp_path / "huge.csv"
    path.write_text("id,backup-restored\na," + "x" * 200_000)

    assert "huge.csv" in refused(jalon("score", path))


def test_a_value_of_several_lines_is_told_on_one(tmp_path):
    path = tmp_path / "lines.csv"
    path.write_text('id,backup-restored\na,"no\ncopy"\n')

    run = jalon("score", path)

    assert (run.returncode, len(run.stderr.splitlines())) == (1, 1)


def test_purge_works_on_a_new_installation(tmp_path, monkeypatch):
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))

    run = jalon("purge", "--on", "2026-11-22")

    assert (run.returncode, run.stdout) == (
        0,
        "0 assessment(s), team round(s), campaign(s) and voice(s) removed\n",
    )


def test_a_storage_that_cannot_be_reached_is_exit_3_in_one_line(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("JALON_DATA", str(blocked / "jalon.db"))

    run = jalon("purge")

    assert (run.returncode, len(run.stderr.splitlines())) == (3, 1)


@pytest.mark.parametrize("extension", ["pdf", "docx", "xlsx", "json", "ics"])
def test_a_report_is_the_same_bytes_for_the_same_input_and_date(sheet, tmp_path, extension):
    answers, made = sheet(answers=CORE_ANSWERS, worry="L’œuvre « coûte » 5 €"), []
    for name in ("one", "two"):
        out = tmp_path / f"{name}.{extension}"
        run = jalon("report", answers, "-o", out, "--on", "2026-11-22")
        assert (run.returncode, run.stderr) == (0, "")
        made.append(out.read_bytes())

    assert made[0] == made[1]
