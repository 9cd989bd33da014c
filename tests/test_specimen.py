"""The specimen, a real digest that stands beside the repository and not in it, ties; slips planted in it are found.

Skipped where the shared data is absent (CROSSFOOT_SHARED, else `../shared`).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casebook import HERE, Case, Expectation, expectation
from caserunner import complaint

SHARED = Path(os.environ.get("CROSSFOOT_SHARED", HERE.parent.parent / "shared"))
TEXT = SHARED / "data" / "seed" / "seed.txt"
LINES = """
ties: sum 105,500, 101,102, 4,366
ties: sum 105,500, 43,067, 61,179, 1,222
ties: attainment 311,495, 1.41 million, 22%
ties: conversion 30 billion yuan, US$4.26 billion
ties: sum 30 billion yuan, 23 billion yuan, 7 billion yuan
implied: 105468..105468 total, April 2020
implied: 103734..103909 total, April 2019
implied: 72988..73497 total, March 2020
implied: 468414..475565 total, January to April 2019
implied: 7.03..7.06 yuan a dollar
implied: 1093505..1103505 left to the target
implied: 2.26..2.31 average coupon
slip: 43,067 -> 43,607 => sum-mismatch, culprit 43,607, fixed
slip: 61,179 -> 61,197 => sum-mismatch, culprit 61,197 or 101,102
slip: 101,102 -> 101,202 => sum-mismatch, culprit 101,202 or 4,366
slip: achieved 22% -> achieved 32% => attainment-mismatch, culprit 32%
slip: 7 billion yuan of five -> 8 billion yuan of five => sum-mismatch, culprit 8 billion
slip: US$4.26 billion -> US$4.26 million => conversion-mismatch or scale-slip or currency-slip, culprit US$4.26 million
slip: 311,495 -> 131,495 => attainment-mismatch, culprit 131,495, fixed
slip: down about 38% -> up about 38% => growth-mismatch or growth-mix-mismatch or direction-word, culprit up about 38%
"""
EXPECTATIONS = [Expectation("clean", "clean"), *(expectation(line, "specimen") for line in LINES.split("\n") if line)]


@pytest.fixture(scope="module")
def specimen() -> Case:
    if not TEXT.exists():
        pytest.skip(f"no specimen: {TEXT.name} is not in {SHARED.name}/ beside the repository")
    text = TEXT.read_text(encoding="utf-8")
    return Case("specimen", "specimen", text, "2020-05-12", "en", "text", tuple(EXPECTATIONS))


@pytest.mark.parametrize("wanted", EXPECTATIONS, ids=[wanted.line for wanted in EXPECTATIONS])
def test_specimen(specimen: Case, wanted: Expectation) -> None:
    assert complaint(specimen, wanted) is None
