"""Sentences and their professional translations, each held against the other: whatever is said of them is an alarm.

    python benchmarks/parallel.py FILE.jsonl

Each line of the file: {"id", "pair", "lang", "text"}, `pair` being the id of the other side. Prints every alarm with
both texts, and how many of the texts have one. Translators round, turn units over and drop clauses, so a few alarms
are right.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import crossfoot
from crossfoot.model import Verdict

Row = dict[str, str]


def alarms(text: Row, source: Row) -> Iterator[Verdict]:
    report = crossfoot.check(
        crossfoot.Source("text", text["text"], lang=text["lang"]),
        against=[crossfoot.Source("source", source["text"], lang=source["lang"])],
    )
    yield from (v for v in report.verdicts if v.code and v.outcome in ("contradicted", "query"))


def main(path: str) -> None:
    rows = {row["id"]: row for row in map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())}
    told = errors = 0
    for row in rows.values():
        found = list(alarms(row, rows[row["pair"]]))
        told += bool(found)
        errors += any(v.outcome == "contradicted" for v in found)
        if found:
            print(f"\n{row['id']}\n  source: {rows[row['pair']]['text']}\n  text:   {row['text']}")
        for verdict in found:
            print(f"  {verdict.code} {verdict.outcome} ({verdict.origin}): {verdict.message}")
    print(f"\n{len(rows)} texts: {errors} with an error, {told} with an alarm")


if __name__ == "__main__":
    main(*sys.argv[1:])
