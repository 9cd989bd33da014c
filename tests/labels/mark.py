"""Marked-up sentences come in (mentions_*.txt), labelled cases with computed offsets go out (mentions_*.jsonl).

    @ 2020-05-12                          published, for the sentences that follow
    [about 38%|38 % ~ v]                  a quantity: value or low..high, unit, hedge, ^ up or v down, /denominator
    [43 stores|43 n:store]                a count of what n: names
    <April|2020-04>                       a date; A/B is a range with both ends in, ! a wrong weekday, -? left open
    {S&P 500|index}                       a number that is no quantity
    ?  optional, ?^ ?v its direction is, ?u its unit is; +P5Y the same words are a duration among the dates too

Every third sentence (index % 3 == 2) is kept apart: it is scored, never tuned on.
"""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
import sys
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).parent
MARK = re.compile(r"\{([^{}|]+)\|([^{}]+)\}|\[([^\[\]|]+)\|([^\[\]|]+)\]|<([^<>|]+)\|([^<>|]+)>")
KINDS = {"%": "percent", "pp": "percentage-point", "bp": "basis-point", "x": "multiple", "frac": "fraction",
         "num": "number", "ord": "ordinal", "cent": "money", "pence": "money"}  # fmt: skip
LENGTHS = {"day", "week", "month", "year", "hour"}
HEDGES = {"~", "<~", ">", ">=", "<", "<="}


def cases(lang: str) -> list[dict]:
    found, published = [], None
    for line in (HERE / f"mentions_{lang}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            published = line[1:].strip()
        elif line.strip() and not line.startswith("#"):
            number = len(found)
            case = {"id": f"{lang}-{number:03d}", "lang": lang, "published": published}
            found.append(case | {"check": number % 3 == 2} | labels(line))
    return found


def labels(line: str) -> dict:
    text, at = "", 0
    quantities, dates, traps = [], [], []
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        words = mark.group(1) or mark.group(3) or mark.group(5)
        place = {"start": len(text), "end": len(text) + len(words), "text": words}
        text += words
        if mark.group(1):
            traps.append(place | {"type": mark.group(2)})
        elif mark.group(3):
            quantities.append(place | quantity(mark.group(4), place, dates))
        else:
            dates.append(place | date(mark.group(6)))
    return {"text": text + line[at:], "quantities": quantities, "dates": dates, "traps": traps}


def quantity(body: str, place: dict, dates: list[dict]) -> dict:
    values, *rest = body.split()
    low, _, high = values.partition("..")
    found = {
        "low": exact(low),
        "high": exact(high or low),
        "unit": "",
        "currency": None,
        "kind": "number",
        "approx": None,
        "change": None,
    }
    for word in rest:
        if word.startswith("n:"):
            found |= {"unit": word[2:], "noun": word[2:], "kind": "count"}
        elif word in KINDS:
            unit = "" if word in ("frac", "num", "ord") else {"x": "times"}.get(word, word)
            found |= {"unit": unit, "kind": KINDS[word]}
        elif re.fullmatch("[A-Z]{3}", word):
            found |= {"unit": found["unit"] or word, "currency": word, "kind": "money"}
        elif word in HEDGES:
            found["approx"] = word
        elif word in ("^", "v"):
            found["change"] = {"^": "up", "v": "down"}[word]
        elif word in ("?^", "^?", "?v"):
            found |= {"change": {"^": "up", "v": "down"}[word.strip("?")], "change_optional": True}
        elif word == "?u":
            found["unit_optional"] = True
        elif word in ("?", "opt"):
            found["optional"] = True
        elif "+P" in word:
            optional = {"opt": True} if word[0] == "?" else {}
            found |= {"optional": True} if optional else {}
            dates.append(place | {"kind": "duration", "duration": word.lstrip("?+")} | optional)
        elif word.startswith("/"):
            found["per"] = word[1:]
        elif word in LENGTHS:
            found |= {"unit": word, "kind": "duration"}
        else:
            found |= {"unit": word.replace("_", " "), "kind": "measure"}
    return found


def exact(number: str) -> float | int:
    value = Fraction(number)
    return int(value) if value.denominator == 1 else float(value)


def date(body: str) -> dict:
    value, *flags = body.split()
    found: dict = {"kind": "date"}
    if value == "set":
        found = {"kind": "set"}
    elif value == "-?":
        found["opt"] = True
    else:
        low, _, high = value.partition("/")
        found |= {"from": days(low)[0].isoformat(), "to": days(high or low)[1].isoformat() if high != ".." else None}
        if high:
            found["kind"] = "period"
    if "!" in flags:
        found["flag"] = "weekday-mismatch"
    if "opt" in flags or "?" in flags:
        found["opt"] = True
    return found


def days(label: str) -> tuple[dt.date, dt.date]:
    year = int(label[:4])
    if len(label) == 4:
        return dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    if label[5] in "QH":
        months = 3 if label[5] == "Q" else 6
        first = (int(label[6]) - 1) * months + 1
        return dt.date(year, first, 1), after(dt.date(year, first + months - 1, 1))
    if len(label) == 7:
        return dt.date(year, int(label[5:]), 1), after(dt.date(year, int(label[5:]), 1))
    day = dt.date.fromisoformat(label)
    return day, day + dt.timedelta(days=1)


def after(month: dt.date) -> dt.date:
    return month + dt.timedelta(days=calendar.monthrange(month.year, month.month)[1])


def written(lang: str) -> str:
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases(lang))


if __name__ == "__main__":
    for lang in ("en", "zh"):
        (HERE / f"mentions_{lang}.jsonl").write_text(written(lang), encoding="utf-8")
        sys.stdout.write(f"{lang}: {len(cases(lang))} sentences\n")
