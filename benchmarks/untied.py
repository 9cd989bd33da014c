"""The weights of lexicon/untied.toml: what tells that a claim is meant, and what tells that a slip was made.

    python benchmarks/untied.py [--write]      prints the weights and what they find; --write puts them into the lexicon

Claims that cues ask for are collected from texts without slips (those of CROSSFOOT_SHARED and our own stories), with
whether they tie: that gives the weights by which a claim is meant. Then every slip that, undone, would mend claims is
collected from the same texts, where none is right, and from our stories with the slips that they plant, where one may
be. Both are fitted by logistic regression. What is printed of them is found with weights of the other half of the
texts: in how many texts without a slip one would be told, and how many planted ones are put right.
"""

from __future__ import annotations

import json
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

import crossfoot.facts.ties as ties
from crossfoot import Source, check
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.meant.trial import tried_out
from crossfoot.facts.ties.slips import untied
from crossfoot.facts.ties.slips.mends import Mend
from crossfoot.lexicon.untied import Untied, Weights
from crossfoot.model import Settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
ROWS = ROOT / "src/crossfoot/lexicon/untied.toml"
sys.path.insert(0, str(ROOT / "tests"))
import casebook  # noqa: E402

HEAD = """# What each sign is worth that a claim is meant, or that a slip of the pen was made:
# facts/ties/slips/untied.py has the signs. Written by `python benchmarks/untied.py --write`, which measures them.
# A slip is told above the weight that untied.py has for it.
"""
WRONG = 0.3  # what another slip of a text with a planted one counts: it may well be as good
Row = tuple[untied.Features, bool]


class Text(NamedTuple):
    name: str
    kind: str  # real, stories or slips
    items: list[tuple[untied.Item, list[Mend]]]
    right: frozenset[int]  # the mends that are right, by identity


def main() -> None:
    texts = [*_real(), *_stories(), *_slips()]
    for half in (0, 1):
        _set(_fit([text for text in texts if _half(text) != half]))
        for text in texts:
            if _half(text) == half:
                _found.append((text, _best(text)))
    for kind in ("real", "stories", "slips"):
        of = [(score, right) for text, (score, right) in _found if text.kind == kind]
        for least in (2.0, 1.0, 0.0, -1.0):
            told = [right for score, right in of if score > least]
            print(f"{kind:8} {len(of):4} texts, beyond {least:4}: told in {len(told)}, rightly in {sum(told)}")
    weights = _fit(texts)
    for name, table in (("claim", weights.claim), ("mend", weights.mend)):
        print(f"\n{name}: {table.start}")
        print("\n".join(f"  {sign:14} {weight:+}" for sign, weight in table.signs.items()))
    if "--write" in sys.argv:
        ROWS.write_text(HEAD + _toml(weights), encoding="utf-8")


_found = list[tuple[Text, tuple[float, bool]]]()


def _half(text: Text) -> int:
    return zlib.crc32(text.name.encode()) % 2


# ------------------------------------------------------------------------------------------------------------ collect


def _real() -> Iterator[Text]:
    for path in sorted((SHARED / "data/text").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("text"):
                source = Source(row["id"], row["text"], lang=row.get("lang"), published=row.get("published"))
                yield Text(row["id"], "real", _items(source), frozenset())


def _stories() -> Iterator[Text]:
    for case in casebook.every("stories"):
        source = Source("case", case.text, case.format, case.lang, case.published)
        yield Text(case.name, "stories", _items(source), frozenset())


def _slips() -> Iterator[Text]:
    for case in casebook.every("stories"):
        for slip in (e for e in case.expectations if e.verb == "slip" and e.old):
            text = case.slipped(slip)
            items = _items(Source("case", text, case.format, case.lang, case.published))
            start, _ = casebook.locate(case.text, slip.old)
            place = (start, start + len(slip.new))
            right = (id(mend) for _, mends in items for mend in mends if _restores(mend, place, case.text, text))
            yield Text(case.name, "slips", items, frozenset(right))


def _items(source: Source) -> list[tuple[untied.Item, list[Mend]]]:
    found = list[tuple[untied.Item, list[Mend]]]()

    def collect(item: untied.Item, text: str) -> Iterator[Mend]:
        found.append((item, item.mends(text)))
        return iter(())

    ties.suspected = collect  # type: ignore[attr-defined]
    check(source, Settings(only=frozenset({"facts"})))
    return found


def _restores(mend: Mend, place: tuple[int, int], clean: str, text: str) -> bool:
    """Does a mend put back what stood there?"""
    spans = [mend.amount.span, *([mend.amount.word] if mend.amount.word else [])]
    if not any(span.start < place[1] and place[0] < span.end for span in spans):
        return False
    start, end = mend.amount.quantity.digits
    stood = re.match(r"[0-9][0-9,.]*", clean[start:])
    if stood is None:
        return False
    number = float(stood[0].replace(",", "").rstrip("."))
    shown = float(text[start:end].replace(",", ""))
    if mend.right.slip in ("scale", "direction"):
        return number == shown
    return abs(number / shown * mend.amount.size - mend.right.size) < 1e-6 * abs(mend.right.size)


# ---------------------------------------------------------------------------------------------------------------- fit


def _fit(texts: Sequence[Text]) -> Untied:
    claims = _regression([(row, 1.0) for text in texts if text.kind != "slips" for row in _claims(text)])
    _set(Untied(claims, Weights(0.0, {})))
    rows = list[tuple[Row, float]]()
    for text in texts:
        for item, mends in text.items:
            for mend in mends:
                right = id(mend) in text.right
                weight = WRONG if text.kind == "slips" and not right else 1.0
                rows.append(((item.mend(mend), right), weight))
    found = _regression(rows)
    return Untied(claims, found)


def _claims(text: Text) -> Iterator[Row]:
    """The sets of figures that cues ask for, as the likeliest claim over them has it, and whether they tie."""
    for item, _ in text.items:
        best = dict[frozenset[int], tuple[int, float, Claim]]()
        for asked in item.asked:
            for rank, claim in enumerate(asked):
                own = frozenset(a.index for a in claim.operands)
                if own not in best or (rank, claim.cost) < best[own][:2]:
                    best[own] = (rank, claim.cost, claim)
        yield from ((item.claim(claim), tried_out(claim)[0] is not None) for _, _, claim in best.values())


def _regression(rows: Sequence[tuple[Row, float]], ridge: float = 2.0) -> Weights:
    """The weights that best tell what is so from what is not."""
    signs = list(dict.fromkeys(sign for (found, _), _ in rows for sign in found))
    table = np.array([[1.0, *(found.get(sign, 0.0) for sign in signs)] for (found, _), _ in rows])
    so = np.array([1.0 if row[1] else 0.0 for row, _ in rows])
    counts = np.array([weight for _, weight in rows])
    made = np.zeros(len(signs) + 1)
    for _ in range(50):
        likely = 1 / (1 + np.exp(-table @ made))
        slope = table.T @ (counts * (so - likely)) - ridge * made
        bend = (table.T * (counts * likely * (1 - likely))) @ table + ridge * np.eye(len(made))
        step = np.linalg.solve(bend, slope)
        made += step
        if abs(step).max() < 1e-6:
            break
    start, *rest = (round(float(weight), 2) for weight in made)
    return Weights(start, dict(zip(signs, rest, strict=True)))


def _set(weights: Untied) -> None:
    untied.weights = lambda of: weights.claim if of == "claim" else weights.mend  # type: ignore[attr-defined, assignment]


def _best(text: Text) -> tuple[float, bool]:
    """The score of the likeliest slip of a text, as if none were told below another odds; and whether it is right."""
    weigh = untied.weights  # type: ignore[attr-defined]
    scored = (
        (weigh("mend").sum(item.mend(mend)), id(mend) in text.right) for item, mends in text.items for mend in mends
    )
    return max(scored, default=(-99.0, False))


def _toml(weights: Untied) -> str:
    def signs(of: Iterable[tuple[str, float]]) -> str:
        return "\n".join(f"{sign if sign.isalpha() else json.dumps(sign)} = {weight}" for sign, weight in of)

    parts = (
        f"\n[{name}]\nstart = {table.start}\n\n[{name}.signs]\n{signs(table.signs.items())}\n"
        for name, table in (("claim", weights.claim), ("mend", weights.mend))
    )
    return "".join(parts)


if __name__ == "__main__":
    main()
