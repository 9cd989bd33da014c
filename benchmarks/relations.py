"""Our relations between organisations beside the labels of FinRE (two organisations of a sentence and their relation).

    python benchmarks/relations.py [--errors]

The sentences are `zh_relations_finre.jsonl` of CROSSFOOT_SHARED. FinRE names 44 relations of business life, we state
those that FollowTheMoney and FIBO have; `MAPPING` says which of theirs are which of ours, and in which direction.
Labels outside it (to cooperate, to quarrel, to analyse ...) are not asked for, and a relation that we state between
two organisations whose label is outside it counts as wrong.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from crossfoot import Source, check
from crossfoot.model import Relationship, Report, Settings, Transformation

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
OWNS = {"shareholder_of", "parent_of"}
# Their label for (head, tail): what we state of head and tail, or with "turned" of tail and head.
MAPPING: dict[str, set[str]] = {
    "拥有": OWNS,
    "持股": OWNS,
    "增持": {*OWNS, "acquires"},
    "收购": {"acquires"},
    "拟收购": {"acquires"},
    "买资": {"acquires"},
    "成立": {"founder_of"},
    "合并": {"merger"},
    "重组": {"merger", "acquires"},
}
TURNED = {"subsidiary_of": "parent_of"}  # said of the other end


def stated(report: Report) -> set[tuple[str, str, str]]:
    """(head, relation, tail) with names in place of ids, whatever stands on both ends."""
    names = {entity.id: {entity.name, *entity.aliases} for entity in report.found.entities}
    found = set[tuple[str, str, str]]()
    for fact in report.facts:
        if isinstance(fact, Relationship):
            head, relation, tail = fact.subject, fact.relation, fact.object
            if relation in TURNED:
                head, relation, tail = tail, TURNED[relation], head
        elif isinstance(fact, Transformation) and fact.kind == "merger" and fact.before and fact.after:
            head, relation, tail = fact.before, "merger", fact.after
        else:
            continue
        found |= {(one, relation, other) for one in names.get(head, {head}) for other in names.get(tail, {tail})}
    return found


def main() -> None:
    path = SHARED / "data/text/zh_relations_finre.jsonl"
    if not path.is_file():
        print(f"skipped: no {path.name} under CROSSFOOT_SHARED")
        return
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line.replace("<N>", "5"))  # their authors took the numbers out
        report = check(Source(row["id"], row["text"], lang="zh"), Settings(only=frozenset({"facts"})))
        _score(row, stated(report), counts)
    given, asked, right = counts["given"], counts["asked"], counts["right"]
    print(f"asked {asked}, given between the labelled two {given}, right {right}")
    print(f"precision {right / max(1, given):.2f}  recall {right / max(1, asked):.2f}")


def _score(row: dict[str, Any], found: set[tuple[str, str, str]], counts: Counter[str]) -> None:
    ends = {name for head, tail, _ in row["gold"] for name in (head, tail)}
    given = {f for f in found if _is(f[0], ends) and _is(f[2], ends) and not _same(f[0], f[2])}
    asked = [(head, MAPPING[label], tail) for head, tail, label in row["gold"] if label in MAPPING]
    right = [a for a in asked if any(_same(g[0], a[0]) and g[1] in a[1] and _same(g[2], a[2]) for g in given)]
    good = {g for g in given if any(_same(g[0], a[0]) and g[1] in a[1] and _same(g[2], a[2]) for a in asked)}
    counts.update(asked=len(asked), right=len(right), given=len(right) + len({g[1] for g in given - good}))
    if "--errors" in sys.argv and (len(right) < len(asked) or given - good):
        print(row["id"], "asked", asked, "given", sorted(given))


def _is(name: str, ends: set[str]) -> bool:
    return any(_same(name, end) for end in ends)


def _same(one: str, other: str) -> bool:
    return one == other or one in other or other in one


if __name__ == "__main__":
    main()
