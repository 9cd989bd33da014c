"""How many facts of real texts are true: counts by type, and 100 facts drawn by a seed, each read singly.

    python benchmarks/drawn.py             prints the tables of docs/drawn.md, written there with --write
    python benchmarks/drawn.py 2 --show    prints what seed 2 draws, each fact where it stands and how it was read
    python benchmarks/drawn.py 2 --unread  prints only those that nobody has read yet

Half of them are English and half Chinese, and each type has its place. What is drawn hangs on the item, the type and
the words of a fact alone, so that it stays when other facts come and go. `benchmarks/drawn.jsonl` has the readings
without any text: item, type, offsets, a digest of the fields that were read (a fact told otherwise is to be read
again), what of them is `wrong` ("fact": the text states no such thing), and what the text says that the fact `lacks`.
A reading made when the facts of a seed were read for the first time says so under `draw`.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from crossfoot import Source, check
from crossfoot.model import Settings, Span
from crossfoot.views.facts import TYPES, stated

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
READINGS = ROOT / "benchmarks/drawn.jsonl"
PAGE = ROOT / "docs/drawn.md"
SEEDS = (1, 2, 3, 4, 5)  # the draws on the page, in the order in which they were read
PLACES = {
    "measurement": 15, "change": 8, "share": 3, "target": 3, "conversion": 1, "attribute": 4, "relation": 4,
    "transformation": 1, "policy": 2, "issue": 1, "tranche": 1, "rank": 1, "event": 4, "provenance": 2,
}  # fmt: skip
NAMES = {"en": "English", "zh": "Chinese"}
HEAD = """# Facts drawn and read

Written by `python benchmarks/drawn.py --write`. All facts of the real texts of others that we develop on, by type; then
100 of them, drawn by a seed, each read against its text. *Right*: nothing of what the fact states is false. *Whole*:
nor does the text say more of what belongs into it (whose, of what, when, since when). Seed 1 was read before anything
was mended, seed 2 between, seeds 3 and 4 after, 5 last; a hundred facts tell a share to within five points at best.

"""


Row = dict[str, Any]


class Drawn(NamedTuple):
    item: str
    lang: str
    type: str
    spans: tuple[Span, ...]
    fields: dict[str, Any]
    rule: str
    text: str
    published: str | None
    nth: int  # of the facts of this type that rest on these words in this item

    @property
    def key(self) -> str:
        told = json.dumps(self.fields, ensure_ascii=False, sort_keys=True)
        offsets = [[span.start, span.end] for span in self.spans]
        return json.dumps([self.item, self.type, offsets, hashlib.sha256(told.encode()).hexdigest()[:8]])


def facts() -> Iterator[Drawn]:
    """Every fact of every text."""
    for path in sorted((SHARED / "data/text").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            source = Source(row["id"], row["text"], lang=row.get("lang"), published=row.get("published"))
            report = check(source, Settings(only=frozenset({"facts"})))
            times: Counter[str] = Counter()
            for fact, (type_, fields, _) in stated(report):
                told = msgspec.json.decode(msgspec.json.encode(fields))
                words = json.dumps([type_, [row["text"][span.start : span.end] for span in fact.spans]])
                where = (row["text"], row.get("published"), times[words])
                yield Drawn(row["id"], report.document.lang, type_, fact.spans, told, fact.rule, *where)
                times[words] += 1


def draw(seed: int, known: Iterable[Drawn]) -> list[Drawn]:
    """100 facts, by the hash of what each says where; places that a type leaves empty fall to whatever comes next."""
    ordered = sorted(known, key=lambda fact: _lot(seed, fact))
    taken: list[Drawn] = []
    for lang in NAMES:
        of_lang = [fact for fact in ordered if fact.lang == lang]
        first: list[Drawn] = []
        for type_, places in PLACES.items():
            first += [fact for fact in of_lang if fact.type == type_][:places]
        chosen = {fact.key for fact in first}
        rest = [fact for fact in of_lang if fact.key not in chosen]
        taken += [*first, *rest[: sum(PLACES.values()) - len(first)]]
    return taken


def _lot(seed: int, fact: Drawn) -> str:
    words = [fact.text[span.start : span.end] for span in fact.spans]
    return hashlib.sha256(
        json.dumps([seed, fact.item, fact.type, words] + [fact.nth] * bool(fact.nth)).encode()
    ).hexdigest()


def rows() -> list[Row]:
    """All readings; a fact that two seeds draw has two."""
    return [json.loads(line) for line in READINGS.read_text(encoding="utf-8").splitlines()]


def readings() -> dict[str, Row]:
    """How each fact was read, by its key."""
    return {json.dumps([row["id"], row["type"], row["spans"], row["told"]]): row for row in rows()}


# ------------------------------------------------------------------------------------------------------------- tables


def counted(known: list[Drawn]) -> str:
    counts = Counter((fact.type, fact.lang) for fact in known)
    lines = ["| facts | " + " | ".join(NAMES.values()) + " |", "|---|" + "--:|" * len(NAMES)]
    lines += [f"| {type_} | " + " | ".join(f"{counts[type_, lang]:,}" for lang in NAMES) + " |" for type_ in TYPES]
    whole = Counter(fact.lang for fact in known)
    return "\n".join([*lines, "| **all** | " + " | ".join(f"{whole[lang]:,}" for lang in NAMES) + " |"])


def first(seed: int) -> str:
    """How the facts of a seed were read when nobody had read them before."""
    return scored([(row["type"], row["lang"], row) for row in rows() if row.get("draw") == seed])


def scored(read: list[tuple[str, str, Row | None]]) -> str:
    """How many of each type are right and whole, and which fields are wrong."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    faults: Counter[str] = Counter()
    for type_, lang, row in read:
        said = ["unread"] if row is None else ["read", *(["right"] if not row["wrong"] else [])]
        said += ["whole"] if row is not None and not row["wrong"] and not row["lacks"] else []
        for group in (type_, f"**{NAMES[lang]}**", "**all**"):
            tallies[group].update(said)
        faults.update(row["wrong"] if row is not None else [])
    lines = ["| type | read | right | whole |", "|---|--:|--:|--:|"]
    for group in (*TYPES, *(f"**{name}**" for name in NAMES.values()), "**all**"):
        if tally := tallies[group]:
            lines.append(f"| {group} | {tally['read']} | {tally['right']} | {tally['whole']} |")
    unread = tallies["**all**"]["unread"]
    wrong = ", ".join(f"{field} {count}" for field, count in faults.most_common())
    return "\n".join([*lines, "", f"Wrong: {wrong or 'nothing'}. Drawn and not read: {unread}."])


def shown(fact: Drawn, row: Row | None) -> str:
    """The fact, and its words where they stand."""
    start = min(span.start for span in fact.spans)
    end = max(span.end for span in fact.spans)
    around = f"{fact.text[max(0, start - 500) : start]}⟦{fact.text[start:end][:600]}⟧{fact.text[end : end + 250]}"
    told = ", ".join(f"{name}={value}" for name, value in fact.fields.items())
    how = "unread" if row is None else f"wrong {row['wrong']} lacks {row['lacks']}"
    head = " ".join(fact.text[:150].split()) if start > 500 else ""
    lines = (f"{fact.key} of {fact.published}", f"{fact.type} [{fact.rule}] {told}", how)
    return "\n  ".join((*lines, f"{head} … {' '.join(around.split())}\n"))


def main() -> None:
    if not (SHARED / "data/text").is_dir():
        print(f"skipped: no texts under {SHARED}")
        return
    seeds = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    known, read = list(facts()), readings()
    if "--show" in sys.argv or "--unread" in sys.argv:
        for fact in (fact for seed in seeds for fact in draw(seed, known)):
            if "--unread" not in sys.argv or fact.key not in read:
                print(shown(fact, read.get(fact.key)))
        return
    text = HEAD + "## All facts\n\n" + counted(known) + "\n"
    for seed in seeds or SEEDS:
        now = scored([(fact.type, fact.lang, read.get(fact.key)) for fact in draw(seed, known)])
        text += f"\n## Drawn by seed {seed}, as first read\n\n{first(seed)}\n"
        text += f"\n## Drawn by seed {seed}, today\n\n{now}\n"
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
