"""The docs say what is so: commands run and print what is shown, names exist, and nothing that exists is left out.

In README.md, CONTRIBUTING.md and docs/*.md a block `console` is run: after `$ ` stands a command, below it what it
prints. A block `text NAME` or `toml NAME` or ... is a file beside it. `python tests/test_docs.py` writes what commands
print now into the pages; look at the difference before you commit it.
"""

from __future__ import annotations

import doctest
import importlib.util
import inspect
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest

import crossfoot
from crossfoot.doors.cli import main
from crossfoot.doors.doctor import EXTRAS
from crossfoot.doors.forms import FORMS
from crossfoot.lexicon.findings import rules
from crossfoot.lexicon.phrasing import Phrasings, Shared, compile_row
from crossfoot.lexicon.units import Unit, checked

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


def test_there_are_pages() -> None:
    assert {"README.md", "CONTRIBUTING.md", "docs/index.md", "docs/findings.md", "docs/exchange.md"} <= set(NAMES)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert _run(text, tmp_path) == text


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_python_examples_hold(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    examples = "\n".join(body for language, _, body in BLOCK.findall(text) if language == "python")
    told: list[str] = []
    doctest.DocTestRunner().run(
        doctest.DocTestParser().get_doctest(examples, {}, page.name, page.name, 0), out=told.append
    )
    assert not told, "".join(told)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_links_and_files_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []
    named = re.findall(r"`((?:src|tests|docs|benchmarks|\.ci)/[\w./-]*)`", text)
    assert [name for name in named if "ITS_NAME" not in name and not (ROOT / name).exists()] == []


def test_rows_shown_as_examples_are_good_rows() -> None:
    page = (ROOT / "docs" / "add.md").read_text(encoding="utf-8")
    unit, row = (tomllib.loads(body) for language, _, body in BLOCK.findall(page) if language == "toml")
    checked(msgspec.convert(unit, dict[str, Unit]), "add.md")
    for phrasing in msgspec.convert(row, Phrasings).phrasing:
        compile_row(phrasing, Shared(Phrasings((phrasing,)), "en", "add.md"))


def test_every_finding_is_explained() -> None:
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    assert [rule.name for rule in rules() if rule.name not in page or rule.code not in page] == []


def test_every_public_name_is_documented() -> None:
    page = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert [
        name for name in crossfoot.__all__ if not re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`|^>>>.*\b{name}\b", page, re.M)
    ] == []
    assert [name for name in crossfoot.__all__ if not inspect.getdoc(getattr(crossfoot, name))] == []


def test_every_command_and_every_option_is_documented() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    assert [name for name in commands if f"`crossfoot {name}" not in page] == []
    options = [
        o for command in commands.values() if command for p in command.params for o in p.opts if o.startswith("--")
    ]
    assert [option for option in options if f"`{option}" not in page] == []


def test_comparisons_quote_what_was_measured() -> None:
    """Each row of the first table of docs/compares.md has two numbers, which stand on the page that it links to."""
    page = (ROOT / "docs" / "compares.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:-1] for line in page.splitlines() if line.startswith("|") and line.endswith(".md) |")]
    assert len(rows) >= 4
    for row in rows:
        measured = (ROOT / "docs" / LINK.findall(row[-1])[0]).read_text(encoding="utf-8")
        numbers = {cell.strip(" *") for line in measured.splitlines() for cell in line.split("|")}
        assert [number for number in map(str.strip, row[3:5]) if number not in numbers] == [], row


def test_the_site_names_files_as_its_builder_wants_it() -> None:
    """A word behind the language of a block ends it for the builder, and what follows is garbled."""
    known = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert known is not None
    assert known.loader is not None
    dev = importlib.util.module_from_spec(known)
    known.loader.exec_module(dev)
    for path in (ROOT / "docs").glob("*.md"):
        fences = re.findall(r"^```.*$", dev.for_site(path.read_text(encoding="utf-8"), "sample.html"), re.MULTILINE)
        assert [f for f in fences if not re.fullmatch(r'```(\w+( title="[\w./-]+")?)?', f)] == [], path.name
    index = dev.for_site((ROOT / "docs" / "index.md").read_text(encoding="utf-8"), "sample.html#1-2")
    assert index.count('<iframe src="sample.html#1-2"') == 1


def test_the_site_leads_to_every_page() -> None:
    named = set(re.findall(r'"([a-z]+\.md)"', (ROOT / "zensical.toml").read_text(encoding="utf-8")))
    assert named == {path.name for path in (ROOT / "docs").glob("*.md")}


SHOWN_ELSEWHERE = {  # forms without an example that runs here, and where they are tried
    "pdf": "a PDF cannot stand in a page of the docs: tests/documents/test_pdfmarks.py",
}


def test_every_form_of_output_has_an_example_that_runs() -> None:
    """`text` is what a check prints when no form is asked for."""
    blocks = (block for path in PAGES for block in BLOCK.findall(path.read_text(encoding="utf-8")))
    said = "".join(body for language, _, body in blocks if language == "console")
    asked = {"text", *re.findall(r"^\$ crossfoot check .*--output-format (\w+)", said, re.MULTILINE)}
    assert "$ crossfoot check draft.md\n" in said
    assert set(FORMS) - asked == SHOWN_ELSEWHERE.keys()


def test_the_workflow_does_what_is_said_of_it(tmp_path: Path) -> None:
    """The steps of crossfoot in it, in a folder with a report that does not tie: a host's own steps cannot run here."""
    page = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    (workflow,) = (body for language, name, body in BLOCK.findall(page) if name.endswith("figures.yml"))
    (tmp_path / "reports").mkdir()
    report = next(body for _, name, body in BLOCK.findall(page) if name == "report.md")
    (tmp_path / "reports" / "april.md").write_text(report, encoding="utf-8")
    steps = re.findall(r"^ +-? *run: (crossfoot .*)$", workflow, re.MULTILINE)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = [
        subprocess.run(
            ["/bin/sh", "-c", step], cwd=tmp_path, env=os.environ | {"PATH": path}, capture_output=True, check=False
        )
        for step in steps
    ]
    assert [one.returncode for one in done] == [1, 0]
    assert done[0].stdout.startswith(b"::error file=reports/april.md,line=4")
    written = json.loads((tmp_path / "figures.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for run in written["runs"] for result in run["results"]] == ["XF101"]
    named = re.search(r"sarif_file: (\S+)", workflow)
    assert named is not None
    assert named[1] == "figures.sarif"


def test_doctor_knows_every_extra() -> None:
    made = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set(made) == {extra for extra, _, _ in EXTRAS}


def _run(page: str, folder: Path) -> str:
    """The page with what its commands print now."""
    for _, name, body in BLOCK.findall(page):
        if name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(body, encoding="utf-8")

    def ran(block: re.Match[str]) -> str:
        language, _, body = block.groups()
        return block[0] if language != "console" else "```console\n" + "".join(_session(body, folder)) + "```"

    return BLOCK.sub(ran, page)


def _session(body: str, folder: Path) -> Iterator[str]:
    for line in body.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n{_printed(line[2:], folder)}"


def _printed(command: str, folder: Path) -> str:
    """What a command prints, standard error after standard output, and its exit code unless it is 0."""
    first, _, file = command.partition(" < ")
    program, *arguments = shlex.split(first)
    if program not in ("crossfoot", "python"):
        raise AssertionError(
            f"only crossfoot and python are run, not {program!r}; use a block `sh` to show without running"
        )
    binary = sys.executable if program == "python" else str(Path(sys.executable).with_name(program))
    plain = os.environ | {"NO_COLOR": "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    given = (folder / file).read_bytes() if file else b""
    done = subprocess.run([binary, *arguments], cwd=folder, env=plain, input=given, capture_output=True, check=False)
    shown = (done.stdout + done.stderr).decode().replace(str(folder), "")
    assert "Traceback" not in shown and "please report it" not in shown, shown  # noqa: PT018 - both are crashes
    return re.sub(r"[ \t]+$", "", shown, flags=re.MULTILINE) + (
        f"(exit {done.returncode})\n" if done.returncode else ""
    )


if __name__ == "__main__":
    for path in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            before = path.read_text(encoding="utf-8")
            after = _run(before, Path(folder))
        if after != before:
            path.write_text(after, encoding="utf-8")
            print(f"{path.relative_to(ROOT)} shows what its commands print now")
