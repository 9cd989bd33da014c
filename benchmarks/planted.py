"""How many planted slips are found, and told right: in our own cases, and in real texts where there are any.

    python benchmarks/planted.py            prints the tables of docs/planted.md, written there with --write

Own cases: every figure of a relation that a case says ties is printed wrong in turn, by each known slip of its digits
that leaves a number of the same look; one in `ONE_IN` of these is tried, as all take three quarters of an hour. Real
texts (CROSSFOOT_SHARED): the slips of its `tools/inject.py`, whose witnesses are found by brute force and not by us; a
figure that is only printed twice is counted apart.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import platform
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from crossfoot import Source, check
from crossfoot.lexicon.slips import undone
from crossfoot.model import Culprit, Report, Settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))
import casebook  # noqa: E402

PAGE = ROOT / "docs" / "planted.md"
SHARED = Path(os.environ.get("CROSSFOOT_SHARED", ROOT.parent / "shared"))
TEXTS = (
    "reuters21578",
    "phrasebank",
    "zh_announcements_dcfee",
    "zh_flash_finna",
    "zh_flash_finnl",
    "zh_company_finqazh",
)
PLANTED = ("transposition", "one-digit", "dropped-digit", "doubled-digit", "decimal-point")
DIGITS = frozenset("0123456789,.")
ONE_IN = 11  # a prime, as each figure has five kinds of slips in the same order
HEAD = """# Planted slips

Written by `python benchmarks/planted.py --write`; every number is from one run of it, on {machine}.
*Found*: an error whose figures or first three culprits touch the slip. *First*: of those found, the slip is the first
culprit. *Right*: of those found, the suggestion restores what stood there. Many slips cannot be found at all: nothing
else in the text bears on the figure, or the wrong one is still a rounding of the right one. Of the slips in our own
cases one in {one_in} is tried.
"""

_FINDINGS = Settings(only=frozenset({"findings"}))


class Planted(NamedTuple):
    """A text with a slip: its language, what kind of slip or witness, where the slip stands, and what stood there."""

    lang: str
    kind: str
    source: Source
    wrong: tuple[int, int]
    right: str


def scored(planted: list[Planted]) -> list[tuple[bool, bool, bool]]:
    """What becomes of each, in their order, on all cores; how far it is goes to the terminal."""
    found = []
    with multiprocessing.Pool() as pool:
        for row in pool.imap(score, planted, chunksize=32):
            found.append(row)
            if len(found) % 1000 == 0 or len(found) == len(planted):
                print(f"{len(found):,} of {len(planted):,} slips", file=sys.stderr)
    return found


def score(planted: Planted) -> tuple[bool, bool, bool]:
    """Is the slip found, named first, and put right?"""
    report, wrong = check(planted.source, _FINDINGS), planted.wrong
    errors = [v for v in report.verdicts if v.code and v.outcome == "contradicted"]
    told = [v for v in errors if any(_meet(s.start, s.end, wrong) for s in v.spans) or _named(v.culprits[:3], wrong)]
    if not told:
        return False, False, False
    culprit = next((v.culprits[0] for v in told if v.culprits and _named(v.culprits[:1], wrong)), None)
    return True, culprit is not None, culprit is not None and _mends(report, culprit, wrong, planted.right)


def _named(culprits: Iterable[Culprit], wrong: tuple[int, int]) -> bool:
    return any(_meet(c.span.start, c.span.end, wrong) for c in culprits)


def _meet(start: int, end: int, wrong: tuple[int, int]) -> bool:
    return start < wrong[1] and wrong[0] < end


def _mends(report: Report, culprit: Culprit, wrong: tuple[int, int], right: str) -> bool:
    text, span = report.document.text, culprit.span
    first, last = min(span.start, wrong[0]), max(span.end, wrong[1])
    mended = text[first : span.start] + str(culprit.suggested) + text[span.end : last]
    meant = text[first : wrong[0]] + right + text[wrong[1] : last]
    return mended.replace(",", "").lower() == meant.replace(",", "").lower()


# ---------------------------------------------------------------------------------------------------------- own cases


def own(folder: str) -> Iterator[Planted]:
    """Each slip in each figure that a case says ties."""
    for case in casebook.every(folder):
        lang = case.lang or ("zh" if any(char > "\u3400" for char in case.text[:80]) else "en")
        places = {
            casebook.locate(case.text, figure) for e in case.expectations if e.verb == "ties" for figure in e.figures
        }
        for start, end in sorted(places):
            for slip, wrong in _slips(case.text, start, end):
                text = case.text[: wrong[0]] + wrong[2] + case.text[wrong[1] :]
                source = Source("case", text, case.format, case.lang, case.published)
                where = (wrong[0], wrong[0] + len(wrong[2]))
                yield Planted(lang, slip, source, where, case.text[wrong[0] : wrong[1]])


def _slips(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int, str]]]:
    """For each known slip one wrong number that looks like the right one: as many digits, or one more or less."""
    while start < end and text[start] not in DIGITS:
        start += 1
    stop = start
    while stop < end and text[stop] in DIGITS:
        stop += 1
    while stop > start and text[stop - 1] in ",.":
        stop -= 1
    bare, seen = text[start:stop].replace(",", ""), set[str]()
    if not bare or not bare[0].isdecimal():
        return
    for slip, wrong in undone(bare):
        odd = wrong.endswith(".") or wrong.startswith((".", "0"))
        if slip in PLANTED and slip not in seen and not odd and (wrong != bare):
            seen.add(slip)
            whole, _, decimals = wrong.partition(".")
            shown = f"{int(whole):,}" if "," in text[start:stop] else whole
            yield slip, (start, stop, f"{shown}.{decimals}" if decimals else shown)


# --------------------------------------------------------------------------------------------------------- real texts


def real(name: str) -> Iterator[Planted]:
    """The slips that the shared tool plants: by witness, `repeat` alone apart."""
    path = SHARED / "data/text" / f"{name}.jsonl"
    with path.open("rb") as lines:
        planted = subprocess.run(
            [sys.executable, str(SHARED / "tools/inject.py"), "--only-detectable"],
            stdin=lines,
            capture_output=True,
            check=True,
        )
    for line in planted.stdout.decode().splitlines():
        case: dict[str, Any] = json.loads(line)
        error = case["gold"]["errors"][0]
        kinds = sorted(set(error["witness"]) - {"repeat"}) or ["printed twice only"]
        source = Source(case["id"], case["text"], lang=case["lang"], published=case.get("published"))
        yield Planted(case["lang"], kinds[0], source, tuple(error["span"]), error["right"])


def alarms(name: str) -> tuple[int, int]:
    """Texts without a slip, and how many of them have an error all the same."""
    lines = (SHARED / "data/text" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    told = 0
    for line in lines:
        row = json.loads(line)
        report = check(Source(row["id"], row["text"], lang=row["lang"], published=row.get("published")), _FINDINGS)
        told += any(v.code and v.outcome == "contradicted" for v in report.verdicts)
    return len(lines), told


# ------------------------------------------------------------------------------------------------------------- tables


def table(title: str, planted: Iterable[Planted]) -> str:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    planted = list(planted)
    for (lang, name, *_), (found, first, right) in zip(planted, scored(planted), strict=True):
        for key in ((lang, name), (lang, "**all**")):
            counts[key].update(planted=1, found=found, first=first, right=right)
    lines = [f"| {title} | language | planted | found | first | right |", "|---|---|--:|--:|--:|--:|"]
    for (lang, kind), row in sorted(
        counts.items(), key=lambda item: (item[0][0], item[0][1].startswith("*"), item[0][1])
    ):
        share = _percent(row["found"], row["planted"])
        rest = (_percent(row[part], row["found"]) for part in ("first", "right"))
        lines.append(f"| {kind} | {lang} | {row['planted']} | {share} | {' | '.join(rest)} |")
    return "\n".join(lines)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}%" if whole else ""


def page() -> str:
    machine = (
        f"{platform.system()} {platform.machine()}, {platform.python_implementation()} {platform.python_version()}"
    )
    cases = islice(chain(own(""), own("stories")), 0, None, ONE_IN)
    parts = [HEAD.format(machine=machine, one_in=ONE_IN), "## Our own cases\n", table("slip", cases)]
    parts += ["\n## Our own cases that are kept apart\n", table("slip", islice(own("check"), 0, None, ONE_IN))]
    if not (SHARED / "tools/inject.py").is_file():
        return "\n".join([*parts, "\nReal texts: passed over, there are none under CROSSFOOT_SHARED.\n"])
    parts += ["\n## Real texts\n", table("witness", (row for name in TEXTS for row in real(name)))]
    clean = [alarms(name) for name in TEXTS]
    texts, told = (sum(row[i] for row in clean) for i in (0, 1))
    return "\n".join([*parts, f"\nThe same {texts:,} texts as they are: {told} with an error.\n"])


if __name__ == "__main__":
    text = page()
    if "--write" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")
    print(text)
