"""What holds of any text that goes through the whole pipeline."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import crossfoot
import tempting
from casebook import every
from counting import lines_run
from crossfoot.views.json import Exchange, exchange, show

CASES = every() + every("stories")

MONTHLY = (
    "Tarrow Motors sold {total:,} vehicles in April. Of the total, {home:,} were sold at home and the remaining "
    "{abroad:,} were exported. By body type, it sold {sedans:,} sedans, {suvs:,} SUVs and {mpvs:,} MPVs."
)
# One paragraph a company, so that none leans on another.
INDEPENDENT = (
    "Pelham Tiles sold 5,448 pallets in April 2024, up 12% from 4,864 pallets in April 2023.",
    "Dunmore Glass said its net profit in 2023 fell to $18.4 million from $23.0 million in 2022, a drop of 20 percent.",
    "Of the 3,440 firms surveyed by Carlow Bank in 2022, 2,104, or 35%, said they would hire.",
)


def check(text: str, published: str | None = "2024-05-08") -> Exchange:
    return exchange(crossfoot.check(crossfoot.Source("law", text, published=published)))


def errors(text: str) -> list[str]:
    return [finding.message for finding in check(text).findings or () if finding.severity == "error"]


def test_the_words_at_a_quantity_are_the_words_read() -> None:
    for case in CASES:
        for quantity in check(case.text, case.published).quantities or ():
            assert quantity.text == case.text[quantity.start : quantity.end]
            assert quantity.text.strip()


def test_every_span_lies_in_the_text() -> None:
    for case in CASES:
        report = json.loads(show(crossfoot.check(crossfoot.Source("law", case.text, published=case.published))))
        assert [span for span in _spans(report) if not 0 <= span[0] < span[1] <= len(case.text)] == []


def _spans(value: object) -> list[tuple[int, int]]:
    """All spans anywhere in a report."""
    if isinstance(value, list):
        return [span for item in value for span in _spans(item)]
    if not isinstance(value, dict):
        return []
    own = [tuple(value["span"])] if "span" in value else []
    own += [tuple(span) for span in value.get("spans", ())]
    own += [(value["start"], value["end"])] if "start" in value else []
    return own + [span for item in value.values() for span in _spans(item)]


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    lines = "".join(
        json.dumps({"id": f"{number}", "text": case.text, "published": case.published, "lang": case.lang}) + "\n"
        for number, case in enumerate(CASES)
    ).encode()
    first, again, other = (_checked_in_a_process(lines, seed) for seed in ("1", "1", "2"))
    assert first.count(b"\n") == len(CASES)
    assert first == again
    assert first == other


def _checked_in_a_process(lines: bytes, seed: str) -> bytes:
    program = "from crossfoot.doors.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "--jsonl"],
        input=lines, capture_output=True, check=False, env=os.environ | {"PYTHONHASHSEED": seed},
    )  # fmt: skip
    assert not done.stderr, done.stderr.decode()
    return done.stdout


def test_the_order_of_independent_paragraphs_changes_no_status() -> None:
    def statuses(paragraphs: tuple[str, ...]) -> Counter[tuple[str, str, tuple[str, ...]]]:
        text = "\n\n".join(paragraphs)
        seen = check(text)
        judged = [(r.kind, r.status, r.spans) for r in seen.relations or ()]
        judged += [(f.name, f.severity, f.spans) for f in seen.findings or ()]
        return Counter((what, status, tuple(text[a:b] for a, b in spans)) for what, status, spans in judged)

    told = [statuses(order) for order in permutations(INDEPENDENT)]
    assert told[0]
    assert all(statuses == told[0] for statuses in told)


ENOUGH = 4_000  # lines run for each character: of nothing but figures three thousand, of a sane text some hundreds


@pytest.mark.parametrize("name", tempting.UNITS)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    """Counted in lines run, which are the same each time, and not in seconds: 2 is linear, 4 is quadratic."""
    check(tempting.text(name, 500))  # what is read and compiled at first use
    once, twice = (_lines_run(tempting.text(name, size)) for size in (1_000, 2_000))
    assert twice / once < 2.6


def _lines_run(text: str) -> int:
    return lines_run(lambda: check(text), ENOUGH * len(text))


WORDS = (
    "Sales ", "up ", "fell to ", "of the total, ", "respectively", "about ", "from ", "US$", "%", " million", " yuan",
    "同比增长", "其中", "万辆", "亿元", "，", "。", ".\n\n", ", ", "(", ")", "-", "April ", "2019",
    "1,2", "0", "٣", "１２", "½", "²", "\u202e", "\u200b", "\ufeff",
)  # fmt: skip
PIECES = st.one_of(st.sampled_from(WORDS), st.integers(-(10**25), 10**25).map(str), st.text(max_size=4))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_is_too_odd(text: str) -> None:
    report = crossfoot.check(crossfoot.Source("odd", text))
    for quantity in exchange(report).quantities or ():
        assert quantity.text == report.document.text[quantity.start : quantity.end]


whole_to_the_unit = st.integers(1_000, 99_999).filter(lambda number: number % 10)


@st.composite
def months(draw: st.DrawFn) -> dict[str, int]:
    """Two splits of one total, no figure of which ends in a zero that could be taken for a rounding."""
    home, abroad, sedans = draw(whole_to_the_unit), draw(whole_to_the_unit), draw(whole_to_the_unit)
    total = home + abroad
    suvs = draw(st.integers(1_000, 99_999))
    mpvs = total - sedans - suvs
    figures = {"total": total, "home": home, "abroad": abroad, "sedans": sedans, "suvs": suvs, "mpvs": mpvs}
    assume(mpvs > 100 and all(figure % 10 for figure in figures.values()) and len(set(figures.values())) == 6)
    return figures


@given(months())
def test_two_splits_of_one_total_tie(figures: dict[str, int]) -> None:
    seen = check(MONTHLY.format(**figures))
    assert [finding.message for finding in seen.findings or ()] == []
    assert {"holds"} == {relation.status for relation in seen.relations or () if relation.kind == "sum"}
    read = {str(bytes(quantity.low), "ascii") for quantity in seen.quantities or ()}
    assert {str(figure) for figure in figures.values()} <= read


@given(months(), st.data())
def test_one_digit_changed_where_two_sums_meet_raises_a_finding(figures: dict[str, int], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(figures)))
    digits = str(figures[name])
    place = data.draw(st.integers(0, len(digits) - 1))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != digits[place]]))
    changed = figures | {name: int(digits[:place] + digit + digits[place + 1 :])}
    assert errors(MONTHLY.format(**changed))
