"""Scores stated facts against the labelled items of `tests/labels/facts_*.jsonl`, type by type.

A labelled fact is `{"type", "fields", "spans"}` with the fields of docs/exchange.md. A field may be `{"any": [...]}`,
equally good values, null among them where it may be left out, or `{"all": [...]}`, the members of a list. A fact that
is `optional` is neither asked for nor punished. Facts of one type are paired one to one, the best pairs first; a pair
counts for the share of the labelled fields that it has right, and for nothing where what identifies it is wrong.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

LABELS = Path(__file__).resolve().parent / "labels"
Fact = dict[str, Any]

# Without these a pair is no pair: all of a tuple's outer members, one of an inner one's.
IDENTIFIES: dict[str, tuple[tuple[str, ...], ...]] = {
    "measurement": (("value",),), "change": (("value",),), "share": (("value",),), "target": (("value",),),
    "conversion": (("value",), ("to_value",)), "tranche": (("amount",),), "rank": (("rank",),),
    "issue": (("issuer",), ("amount",)), "relation": (("relation",), ("subject",), ("object",)),
    "transformation": (("before", "after"),), "attribute": (("attribute",), ("value",)),
    "policy": (("action",), ("activity", "beneficiary", "limit_after", "limit_before")),
    "event": (("kind",), ("actor", "object")), "provenance": (("kind",), ("agent",)),
}  # fmt: skip
FIGURES = ("measurement", "change", "target")
PERIODS = {"period", "date", "effective", "maturity"}
NAMES = {
    "kind",
    "relation",
    "action",
    "attribute",
    "status",
    "unit",
    "currency",
    "to_currency",
    "base",
    "qualifier",
    "tenor",
}
SAME = {  # spellings of one thing
    frozenset({"sales_volume", "deliveries"}), frozenset({"announced", "planned"}), frozenset({"permit", "support"}),
    frozenset({"approved", "announced"}), frozenset({"in_force", "completed"}),
}  # fmt: skip


def items(lang: str, checked: bool) -> list[dict[str, Any]]:
    lines = (LABELS / f"facts_{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    return [item for item in map(json.loads, lines) if item["check"] == checked]


@cache
def read(lang: str, checked: bool) -> list[tuple[dict[str, Any], list[Fact]]]:
    """The items of a part, each with what is stated of it."""
    return [(item, stated(item)) for item in items(lang, checked)]


def stated(item: dict[str, Any]) -> list[Fact]:
    source = Source(item["id"], item["text"], lang=item["lang"], published=item["published"])
    told: list[Fact] = json.loads(
        exchange.show(check(source, Settings(only=frozenset({"facts"}))), frozenset({"facts"}))
    )["facts"]
    return told


def scores(lang: str, checked: bool) -> dict[str, tuple[int, int, float]]:
    """By type and in all: facts asked for, facts given, and the credit they earned."""
    counts: dict[str, list[float]] = {kind: [0, 0, 0.0] for kind in (*IDENTIFIES, "all")}
    for item, told in read(lang, checked):
        for kind in IDENTIFIES:
            asked, given, pairs = _matched(kind, item, told)
            spared = sum(bool(asked[one].get("optional")) for one in pairs)
            earned = sum(_credit(asked[one], given[other]) for one, other in pairs.items())
            for name in (kind, "all"):
                row = counts[name]
                row[0] += sum(not fact.get("optional") for fact in asked)
                row[1] += len(given) - spared
                row[2] += earned
    return {kind: (int(a), int(b), c) for kind, (a, b, c) in counts.items()}


def attached(lang: str, checked: bool) -> tuple[int, int]:
    """Levels, changes and targets found with entity, metric, segment and period all right, and those asked for."""
    right = asked_for = 0
    for item, told in read(lang, checked):
        for kind in FIGURES:
            asked, given, pairs = _matched(kind, item, told)
            for one, fact in enumerate(asked):
                asked_for += not fact.get("optional")
                right += not fact.get("optional") and one in pairs and _all_four(fact["fields"], given[pairs[one]])
    return right, asked_for


def _all_four(asked: Fact, given: Fact) -> bool:
    return all(
        _left_out(asked[name], name, given) or _same(name, asked[name], given.get(name)) == 1.0
        for name in ("entity", "metric", "segment", "period")
        if name in asked
    )


def f1(row: tuple[int, int, float]) -> float:
    asked, given, earned = row
    return 2 * earned / (asked + given) if asked + given else 1.0


def _credit(asked: Fact, given: Fact) -> float:
    return 0.0 if asked.get("optional") else _fit(asked["type"], asked["fields"], given)


def _matched(kind: str, item: dict[str, Any], told: list[Fact]) -> tuple[list[Fact], list[Fact], dict[int, int]]:
    """Of one type: the labelled facts, the fields of what is told, and which of the one is which of the other."""
    asked = [fact for fact in item["facts"] if fact["type"] == kind]
    given = [fact["fields"] for fact in told if fact["type"] == kind]
    return asked, given, dict(_paired(kind, [fact["fields"] for fact in asked], given))


def _paired(kind: str, asked: list[Fact], given: list[Fact]) -> Iterator[tuple[int, int]]:
    fits = [
        (_fit(kind, fields, told), one, other) for one, fields in enumerate(asked) for other, told in enumerate(given)
    ]
    ones, others = set[int](), set[int]()
    for fit, one, other in sorted(fits, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if fit and one not in ones and other not in others:
            ones.add(one)
            others.add(other)
            yield one, other


def _fit(kind: str, asked: Fact, given: Fact) -> float:
    """The share of the labelled fields that are right; 0 where what identifies the fact is not."""
    right = {
        name: _same(name, value, given.get(name)) for name, value in asked.items() if not _left_out(value, name, given)
    }
    for need in IDENTIFIES[kind]:
        there = [name for name in need if name in right]
        if there and not any(right[name] for name in there):
            return 0.0
    return sum(right.values()) / len(right) if right else 0.0


def _left_out(value: Any, name: str, given: Fact) -> bool:
    return isinstance(value, dict) and None in value.get("any", ()) and name not in given


def _same(name: str, asked: Any, given: Any) -> float:
    if isinstance(asked, dict) and "any" in asked:
        return max((_same(name, one, given) for one in asked["any"] if one is not None), default=0.0)
    if given is None:
        return float(asked in ("exact", "total"))
    if isinstance(asked, dict):
        return _overlap(" ".join(map(str, asked["all"])), str(given))
    if isinstance(asked, int | float):
        return float(isinstance(given, int | float) and abs(asked - given) <= 1e-9 * max(1.0, abs(asked)))
    if name in PERIODS or re.fullmatch(r"\d{4}(-\d\d){0,2}", str(asked)):
        return float(_days(str(asked)) == _days(str(given)))
    if str(asked) == str(given) or frozenset({str(asked), str(given)}) in SAME:
        return 1.0
    return 0.0 if name in NAMES else _overlap(str(asked).removeprefix("other:"), str(given).removeprefix("other:"))


def _overlap(one: str, other: str) -> float:
    """The F1 of shared words, or pairs of characters in Chinese; nothing below a half."""
    left, right = _words(one), _words(other)
    rest, shared = list(right), 0
    for word in left:
        if word in rest:
            rest.remove(word)
            shared += 1
    found = 2 * shared / (len(left) + len(right)) if left and right else 0.0
    return 1.0 if found > 0.85 else found if found >= 0.5 else 0.0


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("_", " ").replace("’", "'")
    out = []
    for run in re.findall(r"[a-z0-9.&]+|[\u3400-\u9fff]+", folded):
        if run[0] >= "\u3400":
            out += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
        elif run not in (
            "the",
            "a",
            "an",
            "of",
            "in",
            "and",
            "to",
            "for",
            "co",
            "ltd",
            "plc",
            "inc",
            "group",
            "holdings",
        ):
            out.append(run.rstrip(".").removesuffix("s"))
    return out


def _days(label: str) -> tuple[dt.date, dt.date] | str:
    """First day and the day after the last one of an ISO or SDMX label."""
    first, _, last = label.partition("/")
    try:
        return _calendar(first)[0], _calendar(last or first)[1]
    except (ValueError, IndexError):
        return label


def _calendar(label: str) -> tuple[dt.date, dt.date]:
    year, _, rest = label.partition("-")
    if rest[:1] in ("Q", "H"):
        months = 3 if rest[0] == "Q" else 6
        first = dt.date(int(year), (int(rest[1]) - 1) * months + 1, 1)
    elif len(rest) == 5:
        day = dt.date.fromisoformat(label)
        return day, day + dt.timedelta(days=1)
    else:
        months, first = (1, dt.date(int(year), int(rest), 1)) if rest else (12, dt.date(int(year), 1, 1))
    after = first.month - 1 + months
    return first, dt.date(first.year + after // 12, after % 12 + 1, 1)


def table() -> str:
    """F1 by type, language and part, and how many figures have all four they hang on right; in percent, in Markdown."""
    parts = [(lang, checked) for lang in ("en", "zh") for checked in (False, True)]
    every = {part: scores(*part) for part in parts}
    heads = " | ".join(f"{lang}, {'check' if checked else 'tuned on'}" for lang, checked in parts)
    lines = [f"| type | {heads} |", "|---|--:|--:|--:|--:|"]
    for kind in (*IDENTIFIES, "all"):
        cells = (f"{100 * f1(every[part][kind]):.0f} ({every[part][kind][0]})" for part in parts)
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    whole = [f"{100 * right / asked:.0f} ({asked})" for right, asked in (attached(*part) for part in parts)]
    lines.append(f"| all four right | {' | '.join(whole)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
