"""The command line: exit codes, one line for what goes wrong, other inputs go on, only data on standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crossfoot.doors.cli import main
from crossfoot.lexicon.findings import rules

TIES = "Pelham Tiles Ltd sold 9,000 pallets in 2023, comprising 6,000 in the domestic market and 3,000 abroad.\n"
FAILS = TIES.replace("6,000", "5,000")


def run(*arguments: str, given: str | bytes = "") -> Result:
    result = CliRunner().invoke(main, arguments, input=given)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("ties.txt").write_text(TIES)
    Path("fails.md").write_text(f"# Tiles\n\n{FAILS}")
    return tmp_path


def test_clean_is_0(folder: Path) -> None:
    result = run("check", "ties.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("ties.txt  ties 1  contradicts 0")
    assert result.stdout.endswith("Everything that could be checked ties.\n")
    assert result.stderr == ""


def test_findings_are_1(folder: Path) -> None:
    result = run("fails.md")  # check is the default verb
    assert result.exit_code == 1
    assert result.stdout.startswith("fails.md:3:")
    assert result.stdout.endswith("1 error. Why: crossfoot explain sum-mismatch\n")
    assert run("fails.md", "--exit-zero").exit_code == 0
    assert run("fails.md", "--ignore", "XF101").exit_code == 0
    assert run("fails.md", "--select", "growth-mismatch,XF203").exit_code == 0
    assert run("fails.md", "--select", "sum-mismatch").exit_code == 1
    assert [run("fails.md", "--select", family).exit_code for family in ("XF1", "xf2xx")] == [1, 0]


def test_unreadable_is_2_and_the_others_go_on(folder: Path) -> None:
    Path("scan.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    result = run("check", "missing.txt", "ties.txt", "scan.jpg", ".")
    assert result.exit_code == 2
    assert "ties.txt  ties 1" in result.stdout
    assert result.stderr.splitlines() == [
        "crossfoot: missing.txt: there is no such file",
        "crossfoot: scan.jpg: a JPEG picture, not a document; hand in its text",
        "crossfoot: .: a folder; name the files in it",
        "4 files: 0 with findings, 3 not read",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "name the files to check"),
        (["check", "--jsonl", "ties.txt"], "not both"),
        (["ties.txt", "--only", "figures"], "no such key"),
        (["ties.txt", "--only", "facts"], "--only facts names keys of JSON: add --output-format json or jsonl"),
        (["ties.txt", "--select", "XF999"], "no rule is called"),
        (["ties.txt", "--baseline", "ties.txt"], "not written by `crossfoot baseline`; write it with"),
        (["ties.txt", "--lang", "fr"], "'fr' is not one of"),
        (["ties.txt", "--published", "yesterday"], "is no date"),
        (["ties.txt", "--nonsense"], "No such option"),
        (["ties.txt", "--output-file", "no/such/folder"], "No such file"),
        (["explain", "nonsense"], "no rule is called"),
        (["check", "-", "--watch"], "standard input is none"),
        (["open", "missing.txt"], "crossfoot: missing.txt: there is no such file"),
    ],
)
def test_wrong_use_is_one_line_and_2(folder: Path, arguments: list[str], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "ties.txt", "-o"],
        ["check", "fails.md", "--against", "ties.txt", "-o"],
        ["extract", "ties.txt", "-o"],
        ["open", "ties.txt", "--no-browser", "-o"],
        ["diff", "fails.md", "ties.txt", "-o"],
        ["baseline", "ties.txt", "-o"],
    ],
)
def test_what_is_read_is_never_written_over(folder: Path, arguments: list[str]) -> None:
    before = Path("ties.txt").read_bytes()
    for name in ("ties.txt", "./ties.txt", str(Path("ties.txt").resolve())):
        result = run(*arguments, name)
        assert (result.exit_code, Path("ties.txt").read_bytes()) == (2, before)
        assert "that is a file to be read" in result.stderr


def test_a_baseline_keeps_what_it_knew_of_a_file_that_cannot_be_read(folder: Path) -> None:
    assert run("baseline", "fails.md").exit_code == 0
    before = Path("crossfoot-baseline.json").read_text()
    Path("fails.md").rename("away.md")
    result = run("baseline", "fails.md", "ties.txt")
    assert (result.exit_code, Path("crossfoot-baseline.json").read_text()) == (2, before)
    assert result.stderr.startswith("crossfoot: fails.md: there is no such file\n")


def test_other_forms(folder: Path) -> None:
    assert run("fails.md", "--output-format", "concise").stdout.count("\n") == 1
    lines = run("fails.md", "ties.txt", "nope", "--output-format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["fails.md", "ties.txt", "nope"]
    answers = json.loads(run("fails.md", "ties.txt", "nope", "--output-format", "json").stdout)
    assert ["error" in answer for answer in answers] == [False, False, True]
    assert run("fails.md", "--output-file", "out.txt").stdout == ""
    assert Path("out.txt").read_text().startswith("fails.md:3:")


def test_standard_input(folder: Path) -> None:
    assert run("-", given=FAILS).stdout.startswith("-:1:")
    assert run("-", given=f"<!DOCTYPE html><p>{FAILS}").stdout.startswith("-: error")
    assert run("-", given=FAILS.encode("utf-16")).exit_code == 1
    assert run("-", given=b"\xff\x00\xfe").exit_code == 0


def test_json_lines() -> None:
    given = [
        json.dumps({"id": "a", "text": FAILS, "lang": "en", "published": None, "x": 1, "sources": []}),
        "",
        "not json",
        json.dumps({"id": "b"}),
        json.dumps({"id": "c", "text": "x", "published": "May"}),
        json.dumps({"id": "d", "text": TIES, "tables": [[["", "2019"], ["Cars", None]]]}),
        '{"id": "e", "text": "half a pair \\ud83d"}',
    ]
    result = run("check", "--jsonl", given="\n".join(given) + "\n")
    assert result.exit_code == 2
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", None, "b", "c", "d", "e"]
    assert [answer["error"]["code"] for answer in answers[1:4]] == ["XF001"] * 3
    assert "text" not in answers[0]
    assert answers[4]["text"].endswith("\n\n\t2019\nCars\t\n")
    assert run("check", "--jsonl", given=given[0]).exit_code == 1
    assert run("--jsonl", given=given[5]).exit_code == 0
    only = json.loads(run("check", "--jsonl", "--only", "dates,quantities", given=given[0]).stdout)
    assert set(only) == {"id", "lang", "published", "dates", "quantities"}


def test_a_fault_of_ours_stays_with_its_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_given: object) -> None:
        raise KeyError("figure")

    monkeypatch.setattr("crossfoot.mentions.find", breaks)
    answer = json.loads(run("check", "--jsonl", given='{"id": "a", "text": "x"}').stdout)
    assert answer["error"]["code"] == "XF903"
    assert "test_cli.py" in answer["error"]["message"]
    result = run("check", "ties.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("crossfoot: ties.txt: crossfoot failed at test_cli.py:")


def test_demo_ties_and_then_does_not() -> None:
    result = run("demo")
    assert result.exit_code == 0
    clean, _, draft = result.stdout.partition("The same digest with one slip:")
    assert "contradicts 0" in clean
    assert "contradicts 1" in draft
    assert "most likely 35,284 (digits swapped)" in draft


def test_rules_and_their_explanations() -> None:
    listed = run("rules").stdout
    for rule in rules():
        assert rule.code in listed
        assert rule.name in listed
        assert run("explain", rule.name).stdout == run("explain", rule.code.lower()).stdout
        assert max(map(len, run("explain", rule.name).stdout.splitlines())) <= 80


def test_help_and_version() -> None:
    assert run("--help").exit_code == run("check", "-h").exit_code == run("--version").exit_code == 0
