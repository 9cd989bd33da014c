"""Tables of PDFs, read by crossfoot and by others in one run: what each gets right, and how fast.

    python benchmarks/pdftables.py                      20 PDFs made up, of many styles of table, with known truth
    python benchmarks/pdftables.py --peers PATH/python  the same beside pdfplumber, camelot and img2table, as far as
                                                        that interpreter has them; --write writes docs/pdftables.md
    python benchmarks/pdftables.py --read FILE...       only reads: a line of JSON a file, with its tables

The measure is that of the ICDAR 2013 table competition: each cell gives a pair with its nearest neighbour to the right
and below; precision and recall of the pairs, F1 a document, then the mean.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from crossfoot.documents.pdfpage import File
from crossfoot.documents.pdfrows import said
from crossfoot.documents.pdftables import tables

Json = Any
HERE = Path(__file__).resolve()
PAGE = HERE.parents[1] / "docs" / "pdftables.md"


def pairs(cells: Sequence[Json]) -> Counter[tuple[str, str, str]]:
    """Neighbours by their words: (left or upper, right or lower, direction); what is empty is looked through."""
    at: dict[tuple[int, int], int] = {}
    words: list[str] = []
    for cell in cells:
        said_ = "".join(unicodedata.normalize("NFKC", cell["text"] or "").split())
        if not said_:
            continue
        for row in range(cell["row"], cell["row"] + max(1, cell.get("rowspan") or 1)):
            for col in range(cell["col"], cell["col"] + max(1, cell.get("colspan") or 1)):
                at.setdefault((row, col), len(words))
        words.append(said_)
    found = set()
    for way in ("h", "v"):
        places = sorted(at, key=lambda place: place if way == "h" else place[::-1])
        for one, other in pairwise(places):
            line = 0 if way == "h" else 1
            if one[line] == other[line] and at[one] != at[other]:
                found.add((at[one], at[other], way))
    return Counter((words[a], words[b], way) for a, b, way in found)


def score(truth: Sequence[Json], got: Sequence[Json]) -> float:
    """F1 of a document: tables are paired, on the same page, by the pairs that they share."""
    wanted = [(table["page"], pairs(table["cells"])) for table in truth]
    given = [(table["page"], pairs(table["cells"])) for table in got]
    shared = sorted(
        ((-sum((a & b).values()), i, k) for i, (p, a) in enumerate(wanted) for k, (q, b) in enumerate(given) if p == q)
    )
    right, used = 0, (set[int](), set[int]())
    for minus, i, k in shared:
        if i not in used[0] and k not in used[1]:
            used[0].add(i)
            used[1].add(k)
            right -= minus
    total = sum(sum(found.values()) for _, found in (*wanted, *given))
    return 2 * right / total if total else 1.0


def read(path: str) -> list[Json]:
    """The tables of a file as crossfoot reads them."""
    file = File(Path(path).read_bytes())
    made = []
    for index in range(file.pages):
        page = file.page(index)
        for table in tables(page) if page is not None else ():
            cells = [
                {
                    "row": e.row, "col": e.col, "rowspan": e.rows, "colspan": e.cols,
                    "text": " ".join(said(line) for line in e.lines),
                }
                for e in table.entries
            ]  # fmt: skip
            made.append({"page": index + 1, "bbox": list(table.box), "cells": cells})
    return made


PEERS = {  # what another interpreter runs, with the paths as arguments; a line of JSON each
    "pdfplumber": """
import json, pdfplumber, sys
for path in sys.argv[1:]:
    with pdfplumber.open(path) as pdf:
        found = [(p.page_number, t) for p in pdf.pages for t in p.extract_tables()]
    print(json.dumps([{"page": p, "cells": [{"row": r, "col": c, "text": w} for r, row in enumerate(t)
        for c, w in enumerate(row) if w]} for p, t in found]))
""",
    "camelot hybrid": """
import json, camelot, sys, warnings
warnings.simplefilter("ignore")
for path in sys.argv[1:]:
    found = camelot.read_pdf(path, pages="all", flavor="hybrid")
    print(json.dumps([{"page": int(t.page), "cells": [{"row": r, "col": c, "text": w}
        for r, row in enumerate(t.df.values.tolist()) for c, w in enumerate(row) if w]} for t in found]))
""",
    "img2table borderless": """
import json, sys
from img2table.document import PDF
for path in sys.argv[1:]:
    found = PDF(path).extract_tables(borderless_tables=True, implicit_rows=True)
    print(json.dumps([{"page": p + 1, "cells": [{"row": r, "col": c, "text": x.value} for r, row in t.content.items()
        for c, x in enumerate(row) if x.value]} for p, ts in found.items() for t in ts]))
""",
}


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--read"]:
        for path in arguments[1:]:
            print(json.dumps({"tables": read(path)}))
        return 0
    import tempfile  # what only reads, waits for no more than it needs

    from pdfdrawn import Drawing

    count = next((int(word) for word in arguments if word.isdigit()), 20)
    peers = arguments[arguments.index("--peers") + 1] if "--peers" in arguments else None
    with tempfile.TemporaryDirectory() as folder:
        paths, truths = [], []
        for seed in range(count):
            drawing = Drawing(seed)
            paths.append(str(Path(folder) / f"{seed}.pdf"))
            Path(paths[-1]).write_bytes(drawing.document())
            truths.append(drawing.truth)
        commands = {"crossfoot": [sys.executable, str(HERE), "--read", *paths]}
        if peers:
            commands |= {name: [peers, "-c", script, *paths] for name, script in PEERS.items()}
        rows = [row for name, command in commands.items() if (row := measured(name, command, truths)) is not None]
    number = sum(len(truth) for truth in truths)
    opening = f"{count} PDFs of 3 pages, {number} tables; what a reader finds, against what was drawn.\n"
    lines = ["| reader | F1 a document | pages a CPU second | times crossfoot's speed |", "|---|--:|--:|--:|"]
    lines += [f"| {name} | {f1:.3f} | {speed:.1f} | {speed / rows[0][2]:.2f} |" for name, f1, speed in rows]
    print(opening, *lines, sep="\n")
    if "--write" in arguments:
        PAGE.write_text("\n".join([HEAD, opening, *lines]) + "\n", encoding="utf-8")
    return 0


HEAD = """# Tables of PDFs

Written by `python benchmarks/pdftables.py --peers PYTHON --write` in one run, PYTHON being an interpreter that has the
dependency group `bench-pdf`. The PDFs are made up: tables ruled, half ruled and not ruled, with heads of one or two
lines, labels of several lines, figures set right or centred, prose between them. Speed depends on the machine; compare
the ratios. The measure is that of the ICDAR 2013 table competition. crossfoot was developed on PDFs made up in the same
way, so that the others are at a disadvantage here.
"""


def measured(name: str, command: list[str], truths: Sequence[Json]) -> tuple[str, float, float] | None:
    import resource
    import subprocess

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode or len(lines) != len(truths):
        print(f"{name} is left out: {done.stderr.decode('utf-8', 'replace').strip()[-200:]}", file=sys.stderr)
        return None
    answers = [json.loads(line) for line in lines]
    answers = [found["tables"] if isinstance(found, dict) else found for found in answers]
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    f1 = sum(score(truth, found) for truth, found in zip(truths, answers, strict=True)) / len(truths)
    return name, f1, 3 * len(truths) / seconds


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
