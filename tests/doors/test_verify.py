"""`crossfoot verify`: what `check` writes in any of its JSON forms is verified, and what was changed in it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crossfoot.doors.cli import main

FAILS = "Pelham Tiles Ltd sold 9,000 pallets in 2023, comprising 5,000 in the domestic market and 3,000 abroad.\n"


def run(*arguments: str, given: str | bytes = "") -> Result:
    result = CliRunner().invoke(main, arguments, input=given)
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(FAILS)
    return tmp_path


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_report_is_verified(story: Path, form: str) -> None:
    run("check", "story.txt", "--output-format", form, "--output-file", "report")
    result = run("verify", "report")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "story.txt: 2 verified, 0 failed\n", "")
    assert run("verify", "-", given=Path("report").read_bytes()).exit_code == 0


def test_a_report_that_was_changed_is_1_and_says_where(story: Path) -> None:
    run("check", "story.txt", "--output-format", "jsonl", "--output-file", "report")
    Path("changed").write_text(
        Path("report").read_text().replace('"conclusion":"contradicted"', '"conclusion":"holds"', 1)
    )
    result = run("verify", "report", "changed")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1:] == [
        "story.txt: 1 verified, 1 failed",
        "  relations[0] sum at 22..35: it says contradicted, not holds",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("no report", "line 1 is not JSON"),
        ("[1]", "document 1 is no report"),
        ('{"id": "a"}', "it has none of relations, findings, derived"),
        ('{"relations": 1}', "are lists"),
        ("", "other: empty: no report of `crossfoot check`"),
        ('{"id": "a", "error": {"code": "XF001", "message": "scanned"}}', "holds no verdicts: scanned"),
    ],
)
def test_what_is_no_report_is_2_and_the_others_go_on(story: Path, content: str, says: str) -> None:
    Path("other").write_text(content)
    Path("empty").write_text('{"id": "a", "relations": []}')
    result = run("verify", "missing", "other", "empty")
    assert result.exit_code == 2
    assert says in result.stderr
    assert "crossfoot: missing: No such file or directory" in result.stderr
    assert result.stdout == "a: 0 verified, 0 failed\n"


def test_a_figure_that_no_source_supports_rests_on_other_documents(story: Path) -> None:
    Path("source.txt").write_text("Pelham Tiles Ltd sold 9,000 pallets in 2023.\n")
    Path("made.txt").write_text("Pelham Tiles Ltd sold 9,000 pallets in 2023 and opened 12 depots.\n")
    run("check", "made.txt", "--against", "source.txt", "--output-format", "json", "--output-file", "report")
    assert '"XF701"' in Path("report").read_text()
    result = run("verify", "report")
    assert (result.exit_code, result.stdout) == (0, "made.txt: 0 verified, 0 failed, 2 rest on other documents\n")
