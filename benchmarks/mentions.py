"""How fast quantities, dates, cues and traps are read, and how well our own labelled sentences are, on both parts. Run:

python benchmarks/mentions.py
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from crossfoot import documents
from crossfoot.mentions.sentence import read
from crossfoot.mentions.timeline import resolved
from crossfoot.mentions.view import View
from crossfoot.model import Document, Source

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
TEXTS = {"en": ("reuters21578", "phrasebank"), "zh": ("zh_announcements_dcfee", "zh_flash_finna", "zh_company_finqazh")}


def find(document: Document) -> int:
    """Everything but names, which are measured by themselves."""
    view = View.of(document.text)
    sentences = read(document, view, ())
    return sum(len(sentence.mentions) for sentence in sentences) + len(resolved(document, view, sentences))


def speed() -> None:
    for lang, names in TEXTS.items():
        for name in names:
            path = SHARED / "data/text" / f"{name}.jsonl"
            if not path.is_file():
                print(f"skipped: no {path.name} under {SHARED}")
                continue
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            known = [documents.read(Source(row["id"], row["text"], lang=lang)) for row in rows]
            find(known[0])  # the lexicon is read once, outside the time
            spent = []
            for _ in range(3):
                start = time.process_time()
                found = sum(map(find, known))
                spent.append(time.process_time() - start)
            size = sum(len(document.text.encode()) for document in known)
            print(f"{lang} {name}: {size / min(spent) / 1000:.0f} KB/s, {found} mentions in {size / 1000:.0f} KB")


def labels() -> None:
    sys.path.insert(0, str(ROOT / "tests/mentions"))
    import test_labels

    for lang in ("en", "zh"):
        for check in (False, True):
            reached = {name: round(100 * value, 1) for name, value in test_labels.score(lang, check).items()}
            print(f"{lang} {'check' if check else 'dev'} F1: {reached}")


if __name__ == "__main__":
    speed()
    labels()
