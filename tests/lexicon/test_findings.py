"""The catalogue: codes in order and used once; a bad example raises its finding, a good one nothing.

`python tests/lexicon/test_findings.py` writes docs/findings.md anew from the rows.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.findings import Rule, families, rules
from crossfoot.model import RelationKind
from crossfoot.verdicts import OF_WORDS, code_of
from crossfoot.views.concise import found

SHOWN = [rule for rule in rules() if rule.bad]


def test_codes_and_names_are_used_once_and_in_order() -> None:
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in rules()}) == len(codes)
    assert {code[:3] for code in codes} == set(families())


def test_every_code_that_is_raised_is_known() -> None:
    raised = {*map(code_of, get_args(RelationKind)), *OF_WORDS.values(), "XF801", "XF802"}
    assert raised <= {rule.code for rule in rules()}


def test_examples_come_in_pairs_or_a_reason_says_why_not() -> None:
    assert [rule.name for rule in rules() if not (rule.bad and rule.good) and not rule.reason] == []
    assert len(SHOWN) >= 12


@pytest.mark.parametrize("rule", SHOWN, ids=[rule.name for rule in SHOWN])
def test_bad_example_raises_it_and_good_one_nothing(rule: Rule) -> None:
    assert rule.code in {verdict.code for verdict in found(check(Source("bad", rule.bad, published=rule.published)))}
    assert found(check(Source("good", rule.good, published=rule.published))) == []


PAGE = Path(__file__).resolve().parents[2] / "docs" / "findings.md"
OPENING = """# Findings

What `crossfoot check` may find, and what to do about it. Either the code or the name is accepted wherever a rule is
asked for, and `crossfoot explain RULE` prints what stands here. A finding is an `error` when no rounding and no reading
of the words saves the text, a `query` when only a generous rounding or a less natural reading does, and a `note` when
nothing is wrong. This page is written from `src/crossfoot/lexicon/findings.toml`; its examples run as tests.

Findings err mostly by scope: two figures are taken to be of the same thing that are not (comparable stores, another
currency, a part of the group). If both are right, the words between them are worth a look all the same.
"""


def _page() -> str:
    parts, family = [OPENING], ""
    for rule in rules():
        if rule.code[:3] != family:
            family = rule.code[:3]
            parts.append(f"## {family}xx {families()[family]}\n")
        parts.append(f"### {rule.code} {rule.name}\n\n{rule.means} {rule.do}\n")
        if rule.bad:
            parts.append(f"- does not tie: {rule.bad}\n- ties: {rule.good}\n")
    return "\n".join(parts)


def test_the_page_says_what_the_rows_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == _page()


if __name__ == "__main__":
    PAGE.write_text(_page(), encoding="utf-8")
