"""Our own labelled items: what each type of fact reaches stays reached (tests/floors.toml), on these very labels."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from factscore import IDENTIFIES, LABELS, f1, items, scores

FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text(encoding="utf-8"))["facts"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_labels_point_into_their_texts(lang: str) -> None:
    for checked in (False, True):
        for item in items(lang, checked):
            for fact in item["facts"]:
                assert fact["type"] in IDENTIFIES
                assert all(0 <= start < end <= len(item["text"]) for start, end in fact["spans"])


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_floors_are_of_these_labels(lang: str) -> None:
    written = (LABELS / f"facts_{lang}.jsonl").read_bytes()
    assert hashlib.sha256(written).hexdigest()[:16] == FLOORS[lang]["labels"]


@pytest.mark.parametrize("part", ["tuned", "check"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_floors_of_facts(lang: str, part: str) -> None:
    reached = {kind: int(100 * f1(row)) for kind, row in scores(lang, part == "check").items()}
    fallen = {kind: (reached[kind], least) for kind, least in FLOORS[lang][part].items() if reached[kind] < least}
    assert fallen == {}
