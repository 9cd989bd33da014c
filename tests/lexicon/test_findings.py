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

WITHOUT = {"unreadable-input", "no-text-layer", "implied-fx-off", "crossfoot-failed"}  # an example
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
    assert {rule.name for rule in rules() if rule.reason} == WITHOUT
    assert [rule.name for rule in rules() if len(rule.silent) < 20] == []


@pytest.mark.parametrize("rule", SHOWN, ids=[rule.name for rule in SHOWN])
def test_bad_example_raises_it_and_good_one_nothing(rule: Rule) -> None:
    sources = [Source("source", rule.source)] if rule.source else []
    bad, good = (
        check(Source(name, text, format=rule.form, published=rule.published), against=sources)
        for name, text in (("bad", rule.bad), ("good", rule.good))
    )
    assert rule.code in {verdict.code for verdict in (bad.verdicts if rule.severity == "note" else found(bad))}
    assert found(good) == []
    assert rule.code not in {verdict.code for verdict in good.verdicts}


PAGE = Path(__file__).resolve().parents[2] / "docs" / "findings.md"
OPENING = """# Findings

What `crossfoot check` may find, and what to do about it. Either the code or the name is accepted wherever a rule is
asked for, and `crossfoot explain RULE` prints what stands here. A finding is an `error` when no rounding and no reading
of the words saves the text, a `query` when only a generous rounding or a less natural reading does, and a `note` when
nothing is wrong. This page is written from `src/crossfoot/lexicon/findings.toml`; its examples run as tests.

Findings err mostly by scope: two figures are taken to be of the same thing that are not (comparable stores, another
currency, a part of the group). If both are right, the words between them are worth a look all the same.
"""


def _uncapped(words: str) -> str:
    return words[:1].lower() + words[1:]


def _page() -> str:
    parts, family = [OPENING], ""
    for rule in rules():
        if rule.code[:3] != family:
            family = rule.code[:3]
            parts.append(f"## {family}xx {families()[family]}\n")
        parts.append(
            f"### {rule.code} {rule.name}\n\n{rule.means} {rule.do}\n\nIt is silent on: {_uncapped(rule.silent)}\n"
        )
        shown = rule.examples
        if any("\n" in text for _, text in shown):  # a table, or a comment and what it stands before
            parts.extend(f"{title}:\n\n```\n{text}\n```\n" for title, text in shown)
        elif shown:
            parts.append("\n".join(f"- {_uncapped(title)}: {text}" for title, text in shown) + "\n")
        else:
            parts.append(f"There is no example: {rule.reason}.\n")
    return "\n".join(parts)


def test_the_page_says_what_the_rows_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == _page()


if __name__ == "__main__":
    PAGE.write_text(_page(), encoding="utf-8")
