"""How well names of organisations are found: exact precision, recall and F1 on two halves of real text, and speed.

Rules are tuned on the dev half alone; the check half says what they are worth on text that nobody looked at. Run:

    python benchmarks/names.py [--errors]     # --errors prints what the dev half misses and what it adds
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from crossfoot import documents
from crossfoot.mentions.name import find_names
from crossfoot.mentions.view import View
from crossfoot.model import Document, Source

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
LABELS = ROOT / "tests/labels/organisations.jsonl"
ASIDE = ("anaphor", "part")  # "the company", and names inside names: mentions, but none that a reader would label


def texts() -> dict[str, str]:
    """Every text of the shared data by its id."""
    found: dict[str, str] = {}
    for path in sorted((SHARED / "data/text").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["id"]] = row["text"]
    return found


def organisations(document: Document, view: View) -> set[tuple[int, int]]:
    mentions, _ = find_names(document, view)
    return {
        (mention.span.start, mention.span.end)
        for mention in mentions
        if mention.value.kind == "organisation" and mention.rule not in ASIDE
    }


def main() -> None:
    if not (SHARED / "data/text").is_dir():
        print(f"skipped: no texts under {SHARED}")
        return
    known = texts()
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    organisations(
        documents.read(Source("", "Hale 公司")), View.of("Hale 公司")
    )  # the lexicon is read once, outside the time
    for lang in ("en", "zh"):
        of_lang = [row for row in rows if row["lang"] == lang]
        for half, name in enumerate(("dev", "check")):
            right = wrong = missed = size = 0
            spent = 0.0
            for row in of_lang[half::2]:
                document = documents.read(Source(row["id"], known[row["id"]]))
                view = View.of(document.text)
                start = time.process_time()
                found = organisations(document, view)
                spent += time.process_time() - start
                wanted = {(first, last) for first, last in row["names"]}
                right, wrong, missed = (
                    right + len(found & wanted),
                    wrong + len(found - wanted),
                    missed + len(wanted - found),
                )
                size += len(document.text)
                if name == "dev" and "--errors" in sys.argv:
                    _errors(row["id"], document.text, found, wanted)
            precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            print(
                f"{lang} {name:5} {right + missed:4} names  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
                f"  {spent / size * 1e6:.2f} ms per 1,000 characters"
            )


def _errors(id_: str, text: str, found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> None:
    for sign, spans in (("+", found - wanted), ("-", wanted - found)):
        for start, end in sorted(spans):
            around = " ".join(text[max(0, start - 40) : end + 40].split())
            print(f"  {sign} {id_} {' '.join(text[start:end].split())!r}   … {around} …")


if __name__ == "__main__":
    main()
