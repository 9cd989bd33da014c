"""`extract`: what a file states, as a table, CSV, JSON lines, FollowTheMoney and JSON-LD; a user's own entities."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crossfoot.doors.cli import main

TEXT = (
    "Corvane Pipes Co Ltd, based in Wuxi, Jiangsu province, was founded by Marlow Steel Ltd and Idris Works Ltd in "
    "2009. "
    "Corvane Pipes sold 9,000 pallets in 2023, up 20% from 2022.\n\n"
    "Northgate Institute of Metals will be transformed into the National Pipe Innovation Center.\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("pipes.txt").write_text(TEXT)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ("extract", *arguments))
    assert "Traceback" not in result.output
    return result


def test_the_table_fits_the_screen_and_groups_by_type() -> None:
    result = run("pipes.txt")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "  Marlow Steel Ltd  founder_of  Corvane Pipes Co Ltd  2009\n" in result.stdout
    assert "measurement (1)\n" in result.stdout


def test_csv_has_one_head_and_quotes_what_a_spreadsheet_would_run() -> None:
    Path("formula.txt").write_text("=Marlow Steel Ltd sold 12 pipes in 2023, down 20% from 2022.\n")
    result = run("pipes.txt", "formula.txt", "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {row["document"] for row in rows} == {"pipes.txt", "formula.txt"}
    assert [row["value"] for row in rows if row["type"] == "change"] == ["20", "-20"]
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    source = TEXT
    for row in rows:
        if row["document"] == "pipes.txt" and " ... " not in row["words"]:
            assert " ".join(source[int(row["start"]) : int(row["end"])].split()) == row["words"]


def test_json_lines_hold_names_and_facts_of_the_types_asked_for() -> None:
    told = json.loads(run("pipes.txt", "--types", "relation", "--output-format", "jsonl").stdout)
    assert set(told) == {"id", "lang", "published", "names", "facts"}
    assert [fact["fields"]["subject"] for fact in told["facts"]] == ["Marlow Steel Ltd", "Idris Works Ltd"]


def test_linked_data_names_both_ends_of_every_link() -> None:
    lines = [json.loads(line) for line in run("pipes.txt", "--output-format", "ftm").stdout.splitlines()]
    ids = {line["id"]: line for line in lines}
    assert len(ids) == len(lines)
    (change,) = [line for line in lines if line["schema"] == "Succession"]
    old, new = (ids[change["properties"][end][0]] for end in ("predecessor", "successor"))
    assert old["properties"]["name"] == ["Northgate Institute of Metals"]
    assert new["properties"]["name"] == ["National Pipe Innovation Center"]
    founders = [line for line in lines if line["properties"].get("role") == ["founder_of"]]
    assert {ids[line["properties"]["subject"][0]]["properties"]["name"][0] for line in founders} == {
        "Marlow Steel Ltd",
        "Idris Works Ltd",
    }
    graph = json.loads(run("pipes.txt", "--output-format", "jsonld").stdout)
    (event,) = [node for node in graph["@graph"] if node["@type"] == "org:ChangeEvent"]
    assert {"@id": event["org:resultingOrganization"]["@id"]} == {"@id": f"urn:crossfoot:{new['id']}"}


@pytest.mark.parametrize(
    "own",
    [
        "id,name,kind,aliases\nQ1,Marlow Steel Holdings plc,organisation,Marlow Steel;Marlow\n",
        '{"id": "Q1", "schema": "Company", '
        '"properties": {"name": ["Marlow Steel Holdings plc"], "alias": ["Marlow Steel"]}}\n',
    ],
)
def test_a_name_of_the_users_list_keeps_its_id(own: str) -> None:
    Path("own.list").write_text(own)
    told = json.loads(run("pipes.txt", "--entities", "own.list", "--output-format", "jsonl").stdout)
    assert "Q1" in {name["entity"] for name in told["names"]}
    assert "Marlow Steel Holdings plc" in {fact["fields"].get("subject") for fact in told["facts"]}


def test_a_name_that_no_rule_knows_is_found_by_the_list() -> None:
    Path("odd.txt").write_text("Shares of qux fell. Later Qux sold 40 boats. 吉利汽车4月销量为105500辆。\n")
    Path("own.csv").write_text("id,name,aliases\n7,Qux,\n8,Geely,吉利汽车\n")
    told = json.loads(run("odd.txt", "--entities", "own.csv", "--lang", "en", "--output-format", "jsonl").stdout)
    assert [(name["text"], name["entity"]) for name in told["names"]] == [("Qux", "7"), ("吉利汽车", "8")]


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ("name\nMarlow\n", "own.csv:1: expected a head with id and name"),
        ("id,name,kind\n1,Marlow,firm\n", "own.csv:2: kind 'firm': write one of"),
        ("id,name\n1,\n", "own.csv:2: an entity needs an id and a name"),
        ('{"schema": "Company"}\n', "own.csv:1: expected an entity of FollowTheMoney"),
    ],
)
def test_a_list_that_cannot_be_read_says_where(own: str, says: str) -> None:
    Path("own.csv").write_text(own)
    result = run("pipes.txt", "--entities", "own.csv")
    assert result.exit_code == 2
    assert says in result.stderr


def test_unknown_types_and_files() -> None:
    assert "--types sale: no such type; there are measurement" in run("pipes.txt", "--types", "sale").stderr
    result = run("missing.txt", "pipes.txt")
    assert result.exit_code == 2
    assert "missing.txt: there is no such file" in result.stderr
    assert "founder_of" in result.stdout
