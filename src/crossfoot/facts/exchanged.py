"""One amount in two currencies, read by grammar where words are not spaced: "9.4亿美元，按汇率折合67亿元".

A sentence comes in, fits of an amount and what it comes to go out. Lists pair off by position: "2亿美元和1.5亿欧元，
折合14.2亿元、12.3亿元".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crossfoot.facts.sentence import Sentence
from crossfoot.facts.sentence.read import Grammar, Read, grammar
from crossfoot.lexicon.exchanged import MONEY, Exchanged, exchanged
from crossfoot.model import Quantity

_MOST = 24  # pairs of a sentence
_SAID = grammar("exchanged", 6)
_ENDS = ("", *",.;。)、")
_LEAST = 2  # amounts of a list


def found(sentence: Sentence) -> Iterator[Read]:
    """Each amount with what it comes to in another currency."""
    rows = exchanged(sentence.lang)
    if rows is None or sentence.coded.count(MONEY) < _LEAST:
        return
    for pair in islice(rows.pair.finditer(sentence.coded), _MOST):
        level, to = pair.start(), pair.start("to")
        if _turns(sentence, rows, pair) and _differ(sentence, level, to):
            for one, other in _listed(sentence, rows, level, to, bracket=pair["mark"] == "("):
                yield _read(sentence, _SAID, one, other)


def _read(sentence: Sentence, rules: Grammar, level: int, to: int) -> Read:
    return Read(sentence, rules, {"": (level, to + 1), "level": (level, level + 1), "to": (to, to + 1)})


def _turns(sentence: Sentence, rows: Exchanged, pair: re.Match[str]) -> bool:
    """Does the second amount only say the first one again?"""
    start, mention = pair.start("to"), sentence.tokens[sentence.index(pair.start("to"))].mention
    assert mention is not None and isinstance(mention.value, Quantity)  # noqa: S101, PT018 - the pattern asked for money
    said = sentence.document.text[mention.span.start : mention.span.end]
    between = pair["between"]
    if any(word in between for word in rows.unlike):
        return False
    if rows.turned.fullmatch(between) or rows.reckoned.fullmatch(between):
        return True
    # "（67亿元人民币）", "，约67亿元人民币，": nothing else stands there
    told = not between and (said.startswith(rows.led) or pair["mark"] == "(" or mention.value.approx == "~")
    return told and bool(pair["mark"]) and sentence.coded[start + 1 : start + 2] in _ENDS


def _quantity(sentence: Sentence, at: int) -> Quantity | None:
    mention = sentence.tokens[sentence.index(at)].mention
    return mention.value if mention is not None and isinstance(mention.value, Quantity) else None


def _differ(sentence: Sentence, one: int, other: int) -> bool:
    left, right = _quantity(sentence, one), _quantity(sentence, other)
    if left is None or right is None or not left.currency or not right.currency:
        return False
    return left.currency != right.currency and not left.change and not right.change


def _listed(sentence: Sentence, rows: Exchanged, level: int, to: int, bracket: bool) -> list[tuple[int, int]]:
    """The pair, and those of the lists that both stand in; none where the lists are not of one length."""
    if bracket:
        return [(level, to)]
    before, behind, coded = [level], [to], sentence.coded
    while before[0] > 1 and rows.joint.match(coded, before[0] - 1) and coded[before[0] - 2] == MONEY:
        before.insert(0, before[0] - 2)
    while rows.joint.match(coded, behind[-1] + 1) and coded[behind[-1] + 2 : behind[-1] + 3] == MONEY:
        behind.append(behind[-1] + 2)
    if len(before) == len(behind) and all(_differ(sentence, *pair) for pair in zip(before, behind, strict=True)):
        return list(zip(before, behind, strict=True))
    return [(level, to)] if len(before) == 1 else []
