"""How well names of organisations are found: exact precision, recall and F1 on two halves of real text, and speed.

Rules are tuned on the dev half alone; the check half says what they are worth on text that nobody looked at. Run:

    python benchmarks/names.py             prints the table of docs/names.md, written there with --write
    python benchmarks/names.py --errors    prints what the dev half misses and what it adds

Where the extras `en` and `zh` are installed, the taggers stand beside the rules.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from crossfoot import documents
from crossfoot.mentions.name import find_names
from crossfoot.mentions.view import View
from crossfoot.model import Document, Source
from crossfoot.taggers import Taggers, installed

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
LABELS = ROOT / "tests/labels/organisations.jsonl"
PAGE = ROOT / "docs/names.md"
NAMES = {"en": "English", "zh": "Chinese"}
HEAD = """# Names of organisations

Written by `python benchmarks/names.py --write`. Exact spans on 59 wire stories and 44 Chinese items of others, labelled
by us before any tuning (`tests/labels/organisations.jsonl` has offsets, no text); rules were tuned on one half alone.
The taggers are the extras `en` and `zh`, off unless `--tagger` asks for them: a second opinion where no rule has one.

"""
ASIDE = ("anaphor", "part")  # "the company", and names inside names: mentions, but none that a reader would label


def texts() -> dict[str, str]:
    """Every text of the shared data by its id."""
    found: dict[str, str] = {}
    for path in sorted((SHARED / "data/text").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found[row["id"]] = row["text"]
    return found


def organisations(document: Document, view: View, tagger: Taggers | None = None) -> set[tuple[int, int]]:
    mentions, _ = find_names(document, view, None, tagger)
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
    lines = [
        "| organisations | part | names | precision | recall | F1 | ms per 1,000 characters |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for lang, name in NAMES.items():
        of_lang = [row for row in rows if row["lang"] == lang]
        for tagger in (None, Taggers()) if installed(lang) else (None,):
            warm = "Hale 公司"  # lexicon and model are read once, outside the time
            organisations(documents.read(Source("", warm, lang=lang)), View.of(warm), tagger)
            how = f"{name}, rules" + (f" and {tagger.name(lang)}" if tagger else "")
            for half, part in enumerate(("tuned on", "check")):
                told = _scored(of_lang[half::2], known, tagger, "--errors" in sys.argv and not half)
                lines.append(f"| {how} | {part} | {told} |")
    text = HEAD + "\n".join(lines) + "\n"
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    print(text)


def _scored(rows: list[dict[str, Any]], known: dict[str, str], tagger: Taggers | None, errors: bool) -> str:
    right = wrong = missed = size = 0
    spent = 0.0
    for row in rows:
        document = documents.read(Source(row["id"], known[row["id"]], lang=row["lang"]))
        view = View.of(document.text)
        start = time.process_time()
        found = organisations(document, view, tagger)
        spent += time.process_time() - start
        wanted = {(first, last) for first, last in row["names"]}
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
        size += len(document.text)
        if errors:
            _errors(row["id"], document.text, found, wanted)
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    shares = (right / max(1, right + wrong), right / max(1, right + missed), f1)
    return (
        f"{right + missed} | " + " | ".join(f"{100 * share:.0f}%" for share in shares) + f" | {spent / size * 1e6:.1f}"
    )


def _errors(id_: str, text: str, found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> None:
    for sign, spans in (("+", found - wanted), ("-", wanted - found)):
        for start, end in sorted(spans):
            around = " ".join(text[max(0, start - 40) : end + 40].split())
            print(f"  {sign} {id_} {' '.join(text[start:end].split())!r}   … {around} …")


if __name__ == "__main__":
    main()
