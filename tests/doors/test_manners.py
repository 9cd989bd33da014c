"""As a linter: settings from files, comments that accept, baselines, fixes, watching, annotations, doctor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crossfoot import Source, check
from crossfoot.doors.cli import main
from crossfoot.doors.watch import watch
from crossfoot.views.concise import found

TIES = "Pelham Tiles Ltd sold 9,000 pallets in 2023, comprising 6,000 in the domestic market and 3,000 abroad.\n"
FAILS = TIES.replace("6,000", "5,000")
OTHERS = TIES.replace("Pelham Tiles", "Corran Foods")  # of another company: it says nothing of the first
SWAPPED = (
    "Tarrow Motors sold 84,212 vehicles in April, up 15% from a year earlier. Of the total, 71,905 were sold at home "
    "and the remaining 12,307 were exported. By body type, it sold 31,448 sedans, 49,603 SUVs and 5,861 MPVs.\n"
)


def run(*arguments: str, given: str | bytes = "") -> Result:
    result = CliRunner().invoke(main, arguments, input=given)
    assert "Traceback" not in result.output
    return result


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("ties.md").write_text(TIES)
    Path("fails.md").write_text(FAILS)
    return tmp_path


# ---------------------------------------------------------------------------------------------------- settings


def test_the_nearest_file_counts_and_extends(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("crossfoot.toml").write_text('ignore = ["sum-mismatch"]\n')
    assert run("fails.md").exit_code == 0
    below = folder / "below"
    below.mkdir()
    (below / "fails.md").write_text(FAILS)
    monkeypatch.chdir(below)
    assert run("fails.md").exit_code == 0  # from the folder above
    Path("pyproject.toml").write_text('[tool.crossfoot]\noutput-format = "concise"\n')
    assert run("fails.md").exit_code == 1  # the nearer file says nothing of ignoring
    Path("pyproject.toml").write_text('[tool.crossfoot]\nextend = "../crossfoot.toml"\noutput-format = "concise"\n')
    assert (run("fails.md").exit_code, run("fails.md").stdout) == (0, "")
    assert run("fails.md", "--ignore", "XF105").exit_code == 1  # the command line stands above
    assert run("fails.md", "--config", "../crossfoot.toml").stdout.startswith("fails.md  ties 0")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('selct = ["XF101"]', "unknown setting `selct`; the settings are extend, select"),
        ("fail-on = 3", 'fail-on = 3: expected "error", "query" or "note"'),
        ('lang = "fr"', 'lang = "fr": expected "en" or "zh"'),
        ('ignore = "XF101"', 'ignore = "XF101": expected a list of texts'),
        ("exit-zero = 1", "exit-zero = 1: expected true or false"),
        ("baseline = 2024-05-12", 'baseline = "2024-05-12": expected a text in quotes'),
        ("fail-on", "not TOML"),
        ('extend = "none.toml"', "none.toml: No such file or directory; "),
        ('extend = "crossfoot.toml"', "leads back"),
        ('select = ["XF999"]', "no rule is called"),
        ('output-format = "ps"', "'ps' is not one of"),
    ],
)
def test_a_bad_file_is_one_line_and_2(content: str, says: str) -> None:
    Path("crossfoot.toml").write_text(content)
    result = run("ties.md")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert says in result.stderr


# ---------------------------------------------------------------------------------------------------- comments

COMMENT = "<!-- crossfoot: ignore[sum-mismatch] reason: preliminary -->"


@pytest.mark.parametrize(
    "text",
    [
        f"{COMMENT}\n{FAILS}",
        f"{COMMENT}\n\n{FAILS}",
        f"{FAILS.rstrip()} {COMMENT}\n",
        f"# Tiles\n\n{COMMENT}\n- {FAILS}",
        f"{OTHERS}\n<!-- crossfoot: ignore-file[XF101] -->\n\n{FAILS}",
        f"<!-- crossfoot: ignore -->\n{FAILS}",
    ],
)
def test_a_comment_accepts_what_is_found_in_its_block(text: str) -> None:
    report = check(Source("note", text, format="markdown"))
    assert found(report) == []
    assert [v.accepted for v in report.verdicts if v.code == "XF101"] != []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{COMMENT}\n{OTHERS}\n{FAILS}", ["XF101", "XF901"]),  # the block behind the next one
        (f"{COMMENT}\n{TIES}", ["XF901"]),
        (f"{FAILS}\n{COMMENT}\n", ["XF101", "XF901"]),
        (f"<!-- crossfoot: ignore[growth-mismatch] -->\n{FAILS}", ["XF101", "XF901"]),
        (f"<!-- crossfoot: ignore[nonsense] -->\n{FAILS}", ["XF101", "XF902"]),
        (f"<!-- crossfoot: ignroe -->\n{FAILS}", ["XF101", "XF902"]),
        (f"```html\n{COMMENT}\n```\n\n{FAILS}", ["XF101"]),  # an example of a comment
    ],
)
def test_a_comment_that_accepts_nothing_is_told(text: str, codes: list[str]) -> None:
    assert [v.code for v in found(check(Source("note", text, format="markdown")))] == codes


def test_comments_of_a_page() -> None:
    def codes(page: str) -> list[str | None]:
        return [v.code for v in found(check(Source("note", page, format="html")))]

    assert codes(f"<h1>Tiles</h1><!-- crossfoot: ignore[XF101] --><p>{FAILS}</p><p>{OTHERS}</p>") == []
    assert codes(f"<h1>Tiles</h1><p>{FAILS}<!-- crossfoot: ignore[XF101] reason: x --></p>") == []
    assert codes(f"<h1>Tiles</h1><!-- crossfoot: ignore --><p>{OTHERS}</p><p>{FAILS}</p>") == ["XF101", "XF901"]


def test_accepted_findings_are_counted_and_a_report_with_remarks_verifies() -> None:
    Path("note.md").write_text(f"{COMMENT}\n{FAILS}\n{COMMENT}\n{OTHERS}")
    assert "accepted 1" in run("note.md").stdout
    assert run("note.md", "--fail-on", "query").exit_code == 1
    Path("report.json").write_text(run("note.md", "--output-format", "json").stdout)
    assert run("verify", "report.json").stdout.endswith("0 failed\n")


# ---------------------------------------------------------------------------------------------------- baseline


def test_a_baseline_accepts_what_was_there_and_nothing_new(folder: Path) -> None:
    assert run("baseline", "fails.md", "ties.md").stderr.endswith("1 finding accepted\n")
    assert run("fails.md", "--baseline", "crossfoot-baseline.json").exit_code == 0
    Path("fails.md").write_text(f"# Tiles\n\nA new paragraph.\n\n{FAILS}")
    assert run("fails.md", "--baseline", "crossfoot-baseline.json").exit_code == 0
    Path("fails.md").write_text(FAILS + "\n" + FAILS.replace("9,000", "9,900").replace("2023", "2022"))
    assert run("fails.md", "--baseline", "crossfoot-baseline.json").exit_code == 1
    assert run("fails.md", "--baseline", "none.json").exit_code == 2
    Path("bad.json").write_text("[]")
    assert "not written by" in run("fails.md", "--baseline", "bad.json").stderr


# ---------------------------------------------------------------------------------------------------- fixes


def test_fix_mends_what_one_value_ties_and_diff_only_shows_it() -> None:
    before = b"\xef\xbb\xbf" + SWAPPED.replace("\n", "\r\n").encode()  # the mark and the line ends stay as they are
    Path("slip.md").write_bytes(before)
    assert "\n+Tarrow" in run("slip.md", "--diff").stdout
    assert Path("slip.md").read_bytes() == before
    assert run("slip.md", "--fix").exit_code == 0
    assert Path("slip.md").read_bytes() == before.replace(b"49,603", b"46,903")


def test_fix_leaves_what_several_values_tie() -> None:
    result = run("fails.md", "--fix")
    assert result.exit_code == 1
    assert Path("fails.md").read_text() == FAILS
    assert "0 mended; left to you: sum-mismatch" in result.stderr
    assert run("fails.md", "--diff").stdout == ""
    assert "--diff shows" in run("-", "--fix", given=FAILS).stderr


# ---------------------------------------------------------------------------------------------------- the rest


def test_watching_runs_again_when_a_file_changes() -> None:
    runs, looks = [], iter(range(5))

    def pause(_seconds: float) -> None:
        look = next(looks, None)
        if look is None:
            raise KeyboardInterrupt
        if look == 2:
            Path("ties.md").write_text(FAILS + FAILS)

    watch(["ties.md", "none.md"], lambda: runs.append(Path("ties.md").read_text()), pause)
    assert runs == [TIES, FAILS + FAILS]


def test_annotations_cannot_be_forged() -> None:
    name = "a,b\n::error::x.md"
    line = run("fails.md", "--output-format", "github").stdout
    assert line.startswith("::error file=fails.md,line=1,endLine=1,col=")
    assert line.count("\n") == 1
    Path(name).write_text(FAILS)
    assert run(name, "--output-format", "github").stdout.count("\n") == 1


def test_markdown_is_words_only() -> None:
    Path("x.md").write_text(FAILS.replace("pallets", "pallets <img src=x> [a](b) |"))
    shown = run("x.md", "--output-format", "md").stdout
    assert "| error XF101 sum-mismatch |" in shown
    assert "<img" not in shown.replace("\\<img", "")


def test_sarif_of_several_files() -> None:
    made = json.loads(run("fails.md", "ties.md", "none.md", "--output-format", "sarif").stdout)
    assert [r["ruleId"] for r in made["runs"][0]["results"]] == ["XF101"]
    assert made["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_doctor_tells_what_is_there() -> None:
    Path("crossfoot.toml").write_text('fail-on = "query"\n')
    shown = run("doctor").stdout
    assert "crossfoot 0." in shown
    assert "[rates]" in shown
    assert "fail-on = 'query'" in shown


def test_what_is_mistyped_is_told_with_what_may_be_meant() -> None:
    assert "the command is `check`" in run("chek", "fails.md").stderr
    assert "perhaps sum-mismatch" in run("fails.md", "--ignore", "sum").stderr
    assert run("fails.md", "--colour").stderr.endswith("'--colour'. (`main check -h` says what it takes)\n")
    assert run("verify.md").stderr == "crossfoot: verify.md: there is no such file\n"


def test_what_is_ignored_or_accepted_does_not_tie_for_that() -> None:
    assert run("fails.md", "--ignore", "sum-mismatch").stdout.endswith("asked for; not everything ties.\n")
    run("baseline", "fails.md")
    assert run("fails.md", "--baseline", "crossfoot-baseline.json").stdout.endswith("what is accepted (1).\n")


def test_shells_complete_commands_and_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMP_WORDS", "crossfoot che")
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.setenv("_CROSSFOOT_COMPLETE", "bash_complete")
    assert CliRunner().invoke(main, [], prog_name="crossfoot").stdout == "plain,check\n"
    monkeypatch.setenv("COMP_WORDS", "crossfoot check --out")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert "--output-format" in CliRunner().invoke(main, [], prog_name="crossfoot").stdout


def test_a_family_is_explained_by_its_rules() -> None:
    shown = run("explain", "xf7").stdout
    assert shown.startswith("XF7xx summary against source\n  XF701 ")
    assert shown.rstrip() in run("rules").stdout


def test_a_text_without_words_has_nothing_to_check() -> None:
    Path("empty.txt").write_text("\n")
    assert run("empty.txt").stdout.endswith("Nothing to check: there is no text.\n")


def test_a_patch_of_nothing_says_so() -> None:
    Path("open.md").write_text(FAILS.replace("5,000", "6,000").replace("3,000", "4,000"))
    result = run("open.md", "--diff")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "open.md: nothing that a single value would mend; left to you: sum-mismatch\n"
