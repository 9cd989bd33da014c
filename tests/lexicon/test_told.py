"""What people are told stands in both languages, row by row, and no row stands there for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.findings import rules
from crossfoot.lexicon.slips import slips
from crossfoot.lexicon.told import both, chinese, english, in_both, joined, rows, say
from crossfoot.views.page import _words

HAN = re.compile("[\u4e00-\u9fff]")
ROOMS = Path(__file__).resolve().parents[2] / "src" / "crossfoot"


@pytest.mark.parametrize("name", rows())
def test_a_row_is_filled_alike_in_both_languages(name: str) -> None:
    en, zh = rows()[name]
    places = [sorted(set(re.findall(r"\{\d\}", words))) for words in (en, zh)]
    assert places[0] == places[1]
    assert HAN.search(zh) or name in (
        "reckoned",
        "many_parts_of",
        "of_status",
        "rate_of",
        "is_const",
        "dated",
    )


def test_rows_that_are_said_are_there_and_the_others_are_not() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(ROOMS.glob("**/*.py")))
    said = set(re.findall(r"say\(\s*\"(\w+)\"", source))
    assert said - rows().keys() == set()
    words = set(re.findall(r"[a-zA-Z]\w*", source)) | {f"{lead}_of" for lead in re.findall(r"\"(\w+) of \"", source)}
    assert [
        name for name in rows() if name not in words and name not in ("change_in", "Q1", "Q2", "Q3", "Q4", "H1", "H2")
    ] == []


def test_every_finding_slip_and_word_of_the_page_has_a_chinese_side() -> None:
    assert [rule.name for rule in rules() if not HAN.search(rule.zh)] == []
    assert [slip.id for slip in slips().values() if not HAN.search(slip.zh)] == []
    page = _words()
    pairs = {**page.words, **page.status, **page.kind, **page.fact}
    assert [en for name, (en, zh) in pairs.items() if not HAN.search(zh) and name != "language"] == []


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.bad], ids=lambda rule: rule.name)
def test_messages_of_findings_are_told_in_both(rule) -> None:  # type: ignore[no-untyped-def]
    """But for figures, units and names, which stay as the text has them, no English is left."""
    found = check(Source("bad", rule.bad, published=rule.published)).verdicts
    for verdict in (verdict for verdict in found if verdict.code is not None and verdict.message):
        said = chinese(verdict.message)
        assert HAN.search(said), verdict.message
        known = set(re.findall("[A-Za-z]+", rule.bad))
        assert [word for word in re.findall("[A-Za-z]{3,}", said) if word not in known] == []


def test_parts_keep_their_own_language() -> None:
    made = joined(("; ", "；"), [say("expected", "5"), "6%"])
    assert (english(made), chinese(made)) == ("it should be 5; 6%", "应为5；6%")
    assert type(both("5", "5")) is str
    assert chinese(in_both(lambda tongue: f"<{tongue(say('anything'))}>")) == "<任意值>"
