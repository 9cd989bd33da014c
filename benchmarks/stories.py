"""Stories a second from text to verdicts, room by room, on one core.

    python benchmarks/stories.py

Reads the wire stories of the shared data (CROSSFOOT_SHARED, else `../shared`), else our own cases. Seconds differ from
machine to machine, so each row also says how many times the work of one plain regular expression that finds digits.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

from crossfoot import constraints, documents, facts, mentions, verdicts
from crossfoot.model import Report, Source
from crossfoot.views import json as exchange

ROOT = Path(__file__).resolve().parent.parent
DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?: ?(?:million|billion|percent|pct|mln|%))?")
FLOOR = "a plain regular expression"
STORIES = 300


def sources() -> tuple[str, list[Source]]:
    """What is read, and the stories that have enough figures to tie."""
    shared = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
    wire = shared / "data" / "text" / "reuters21578.jsonl"
    if wire.exists():
        texts = [json.loads(line)["text"] for line in wire.read_text(encoding="utf-8").splitlines()]
        return "wire stories", [Source("wire", text) for text in texts if len(DIGITS.findall(text)) >= 5][:STORIES]
    sys.path.insert(0, str(ROOT / "tests"))
    from casebook import every

    cases = every() + every("stories") + every("check")
    return "own cases", [Source(case.name, case.text, case.format, case.lang, case.published) for case in cases]


def spent(source: Source) -> dict[str, float]:
    """Seconds of the processor that one story spends in each room: what else runs on the machine counts little."""
    laps: dict[str, float] = {}
    clock = time.process_time()

    def lap(room: str, made: Any) -> Any:
        nonlocal clock
        now = time.process_time()
        laps[room] = now - clock
        clock = time.process_time()
        return made

    lap(FLOOR, DIGITS.findall(str(source.content)))
    document = lap("documents", documents.read(source))
    found = lap("mentions", mentions.find(document))
    stated = lap("facts", facts.state(document, found))
    claimed = lap("constraints", constraints.relate(stated))
    judged = lap("verdicts", verdicts.solve(document, stated, claimed))
    lap("views", exchange.show(Report(document, found, stated, claimed, judged)))
    return laps


def table() -> str:
    """The results, in Markdown."""
    what, stories = sources()
    first = sum(sum(spent(source).values()) for source in stories)  # patterns are compiled when a text first needs them
    laps = [spent(source) for source in stories]
    sums = {room: sum(lap[room] for lap in laps) for room in laps[0]}
    floor = sums.pop(FLOOR)
    size = sum(len(str(source.content)) for source in stories)
    rows = [f"| {room} | {_cells(seconds, floor, len(laps))} |" for room, seconds in sums.items()]
    total = sum(sums.values())
    return "\n".join(
        [
            f"{len(laps)} {what}, {size / len(laps):,.0f} characters each, one core: "
            f"**{len(laps) / total:,.0f} stories a second**, {size / total / 1000:,.0f} KB a second "
            f"({len(laps) / first:,.0f} when each is read for the first time, and patterns are compiled).",
            "",
            f"| room | ms a story | times {FLOOR} |",
            "|---|--:|--:|",
            *rows,
            f"| **all** | {_cells(total, floor, len(laps))} |",
        ]
    )


def _cells(seconds: float, floor: float, stories: int) -> str:
    return f"{1000 * seconds / stories:.2f} | {seconds / floor:.0f}"


if __name__ == "__main__":
    print(table())
