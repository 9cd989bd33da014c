"""The published JSON Schemas are what the types say. `python tests/views/test_schema.py` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from crossfoot import Source, check
from crossfoot.doors.lines import Request
from crossfoot.views.json import schema, show

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schema"


def _schemas() -> dict[str, dict[str, Any]]:
    said = "https://json-schema.org/draft/2020-12/schema"
    asked = {"$schema": said, "title": "What crossfoot is asked", **msgspec.json.schema(Request)}
    return {"exchange.schema.json": schema(), "request.schema.json": asked}


def _written(made: dict[str, Any]) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", sorted(_schemas()))
def test_published_schema_is_the_generated_one(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == _written(_schemas()[name])


TEXTS = {
    "ties": "Pelham Tiles Ltd sold 5,448 pallets in April 2024, up 12% from 4,864 a year earlier.",
    "does not": "Pelham Tiles Ltd sold 9,000 pallets in 2023, comprising 5,000 at home and 3,000 abroad.",
    "implies": "Pelham Tiles Ltd sold 5,448 pallets in April 2024, up 12% from a year earlier.",
    "nothing": "",
    "中文": "佩勒姆瓷砖有限公司2024年4月销售瓷砖5448箱，同比增长12%。",
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_answer_is_valid(name: str) -> None:
    answer = json.loads(show(check(Source(name, TEXTS[name], tables=((("", "2019"), ("Cars", "7")),)))))
    jsonschema.Draft202012Validator(schema()).validate(answer)


@pytest.mark.parametrize(
    "line", ['{"id": "a", "text": ""}', '{"id": "a", "text": "x", "tables": [[["1", null]]], "sources": null}']
)
def test_requests_are_valid(line: str) -> None:
    jsonschema.Draft202012Validator(_schemas()["request.schema.json"]).validate(json.loads(line))
    msgspec.json.decode(line, type=Request)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, made in _schemas().items():
        (FOLDER / name).write_text(_written(made), encoding="utf-8")
