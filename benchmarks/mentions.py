"""How well and how fast quantities and dates are read, beside those of others, on our own labelled sentences. Run:

python benchmarks/mentions.py          the tables of docs/reading.md, written there with --write
python benchmarks/mentions.py --texts  only our speed on the texts of CROSSFOOT_SHARED, if there are any
"""

from __future__ import annotations

import importlib
import json
import math
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import peers
from crossfoot import documents
from crossfoot.mentions.sentence import read
from crossfoot.mentions.timeline import resolved
from crossfoot.mentions.view import View
from crossfoot.model import Document, Mention, Quantity, Source

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reading.md"
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
TEXTS = {"en": ("reuters21578", "phrasebank"), "zh": ("zh_announcements_dcfee", "zh_flash_finna", "zh_company_finqazh")}
NAMES = {"en": "English", "zh": "Chinese"}
HEAD = """# Reading quantities and dates

Written by `python benchmarks/mentions.py --write`; every number is from one run of it, on {machine},
in one process on one core, after each reader has been loaded. Every sentence is handed over singly, and the time
spent on each counts; longer texts are read faster. The sentences are our own (`tests/labels/`); a third and more
is kept apart as a check and is not tuned on.
"""
BESIDE = """Here one end of a range is enough, as most of the others know no ranges, and ordinals that ours finds are
not counted; so F1 differs a little from that above.
"""

Case = dict[str, Any]


def find(document: Document) -> list[Mention]:
    """Everything but names, which are measured by themselves."""
    view = View.of(document.text)
    sentences = read(document, view, ())
    found = [mention for sentence in sentences for mention in sentence.mentions]
    return found + resolved(document, view, sentences)


def cases(lang: str) -> list[Case]:
    return list(_labels().lines(lang))


def document(case: Case) -> Document:
    return documents.read(Source(case["id"], case["text"], lang=case["lang"], published=case["published"]))


# ------------------------------------------------------------------------------------------------------------ accuracy


def by_kind() -> str:
    """How many of the labelled figures of a kind are read with their value and unit, and dates with their days."""
    labels = _labels()
    counts: dict[str, dict[tuple[str, bool], list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for lang in NAMES:
        for case in cases(lang):
            found = labels.answers(case)
            part = (lang, case["check"])
            for label in (q for q in case["quantities"] if not q.get("optional")):
                near = [m.value for m in found if m.kind == "quantity" and labels.overlap(label, m)]
                _count(counts[label["kind"]][part], any(_same(label, q) and labels.unit_fits(label, q) for q in near))
            for label in (d for d in case["dates"] if not d.get("opt")):
                near = [m.value for m in found if m.kind == "timex" and labels.overlap(label, m)]
                _count(counts[f"date: {label['kind']}"][part], any(labels.date_fits(label, t) for t in near))
            for label in case["traps"]:
                taken = any(m.kind == "quantity" and labels.overlap(label, m) for m in found)
                _count(counts["traps left alone"][part], not taken)
    parts = [(lang, check) for lang in NAMES for check in (False, True)]
    head = (
        "| kind | " + " | ".join(f"{NAMES[lang]}, {'check' if check else 'tuned on'}" for lang, check in parts) + " |"
    )
    rows = [
        f"| {kind} | " + " | ".join("{}/{}".format(*row[part]) if row[part][1] else "" for part in parts) + " |"
        for kind, row in sorted(counts.items(), key=lambda item: (":" in item[0], item[0].startswith("traps"), item[0]))
    ]
    total = {part: labels.score(*part) for part in parts}
    for name in ("value", "unit", "change", "date"):
        title = {"value": "F1, value", "unit": "F1, with unit", "change": "F1, with direction", "date": "F1, dates"}[
            name
        ]
        rows.append(f"| **{title}** | " + " | ".join(f"**{100 * total[part][name]:.1f}**" for part in parts) + " |")
    return "\n".join([head, "|---|--:|--:|--:|--:|", *rows])


def _count(row: list[int], right: bool) -> None:
    row[0] += right
    row[1] += 1


def _same(label: Case, quantity: Any) -> bool:
    return math.isclose(float(quantity.low), label["low"]) and math.isclose(float(quantity.high), label["high"])


def _labels() -> Any:
    sys.path.insert(0, str(ROOT / "tests/mentions"))
    return importlib.import_module("test_labels")


def value_f1(lang: str, check: bool, reader: peers.Reader) -> float:
    """F1 of values; for a range one of its ends is enough, as most peers know no ranges."""
    hits = asked = given = 0
    for case in cases(lang):
        if case["check"] != check:
            continue
        left = [
            f for f in reader(case["text"]) if not any(_over(q, f) for q in case["quantities"] if q.get("optional"))
        ]
        given += len(left)
        for label in (q for q in case["quantities"] if not q.get("optional")):
            asked += 1
            right = [
                f
                for f in left
                if _over(label, f) and any(math.isclose(f[2], label[e], rel_tol=1e-6) for e in ("low", "high"))
            ]
            if right:
                hits += 1
                left.remove(right[0])
    return 2 * hits / (asked + given)


def _over(label: Case, figure: peers.Figure) -> bool:
    return bool(label["start"] < figure[1] and figure[0] < label["end"])


def ours(lang: str) -> peers.Reader:
    def figures(text: str) -> list[peers.Figure]:
        found = find(documents.read(Source("ours", text, lang=lang, published="2020-05-12")))
        return [
            (m.span.start, m.span.end, float(m.value.low))
            for m in found
            if isinstance(m.value, Quantity) and m.value.kind != "ordinal" and m.value.low is not None
        ]

    return figures


# --------------------------------------------------------------------------------------------------------------- speed


def beside() -> str:
    """Ours and theirs over the same sentences, one after the other; ours reads all in one go."""
    others, missing = peers.installed()
    rows = [
        "| | reads | KB/s | ours is so many times as fast | value F1, tuned on | value F1, check |",
        "|---|---|--:|--:|--:|--:|",
    ]
    for lang, name in NAMES.items():
        known = [case["text"] for case in cases(lang)]
        size = sum(len(text.encode()) for text in known)
        mine = _seconds(ours(lang), known, 3)
        for peer in [peers.Peer("**crossfoot**", "quantities and dates", lang, ours(lang)), *others]:
            if peer.lang != lang:
                continue
            spent = mine if peer.name == "**crossfoot**" else _seconds(peer.read, known, 1)
            f1 = (
                ["", ""]
                if peer.reads == "dates"
                else [f"{100 * value_f1(lang, c, peer.read):.1f}" for c in (False, True)]
            )
            pace = size / spent / 1000
            speed = f"{pace:,.0f}" if pace > 99 else f"{pace:.1f}"
            times = f"{spent / mine:,.{0 if spent > 10 * mine else 1}f}"
            rows.append(f"| {peer.name}, {name} | {peer.reads} | {speed} | {times} | {f1[0]} | {f1[1]} |")
    return "\n".join([*rows, "", *(f"Passed over: {word}." for word in missing)]).rstrip()


def _seconds(reader: Callable[[str], object], known: list[str], times: int) -> float:
    reader(known[0])  # models and lexicons are loaded outside the time
    spent = []
    for _ in range(times):
        start = time.process_time()
        for text in known:
            reader(text)
        spent.append(time.process_time() - start)
    return min(spent)


def on_texts() -> str:
    rows = []
    for lang, names in TEXTS.items():
        for name in names:
            path = SHARED / "data/text" / f"{name}.jsonl"
            if not path.is_file():
                rows.append(f"skipped: no {path.name} under CROSSFOOT_SHARED")
                continue
            lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            known = [documents.read(Source(line["id"], line["text"], lang=lang)) for line in lines]
            find(known[0])  # the lexicon is read once, outside the time
            spent = []
            for _ in range(3):
                start = time.process_time()
                found = sum(len(find(item)) for item in known)
                spent.append(time.process_time() - start)
            size = sum(len(item.text.encode()) for item in known)
            rows.append(f"{lang} {name}: {size / min(spent) / 1000:.0f} KB/s, {found} mentions in {size / 1000:.0f} KB")
    return "\n".join(rows)


def main(arguments: list[str]) -> None:
    if "--texts" in arguments:
        print(on_texts())
        return
    implementation = f"{platform.python_implementation()} {platform.python_version()}"
    head = HEAD.format(machine=f"{platform.system()} {platform.machine()}, {implementation}")
    text = f"{head}\n## Right, by kind\n\n{by_kind()}\n\n## Beside others\n\n{BESIDE}\n{beside()}\n"
    if "--write" in arguments:
        PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main(sys.argv[1:])
