"""A report comes in as decoded JSON; each of its verdicts goes out with the reason why it is not verified, if any.

`proof` shows that a verdict follows from its certificate. Here the certificate is held against the report around it:
statuses, spans, culprits and suggestions are the certificate's, ranges lie around the numbers that are printed, those
are numbers that the report says it has read, and an equation has the shape of its kind.

Not verified by either: that the text says so, that no claim is left out, that labels and messages fit, that a range is
as wide as the rules of rounding want it, how many of one unit another one is. `unchecked` asserts nothing and is not
looked at; what rests on other documents has no certificate, and is counted (`elsewhere`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from crossfoot.proof import CALENDAR, LEVELS, NEAR, System, Unproved, at, ends, over, proved

Json = Any
REWORDED = "reworded"  # fails at default ranges, and stands once a word or a number is read as another
RECOINED = "recoined"  # stands once an amount is in another currency
MILD = {"rounding", "reading", "unexplained"}  # conclusions that only ask
AGAINST = "XF7"  # the family of findings of a summary against its sources
ABOUT = Fraction(1, 20)  # how far a suggested number may be from the numbers that it stands for
CLOSE = 100  # characters by which a printed figure may be longer than its number: its hedge, its unit
LONGEST = 300  # characters of a name, or of a word that says which way
HAIR = Fraction(1, 10**9)
SCALES = [Fraction(10) ** k for k in range(-6, 16)]  # cents, a table in millions, a scale word
HEDGES = (Fraction(1), Fraction(99, 100), Fraction(101, 100))  # of "more than" and "nearly", at loose
NOT_ONLY_FIGURES = {"count", "order", "date", "conversion", "growth_mix"}  # spans are names, words, rates beside levels
LIKE = {"sum", "difference", "cumulative", "growth", "share", "attainment"}  # of amounts in one currency
ANY_CONSTANT = {"count", "order", "date", "conversion"}
MOST_LOT = 10**6  # of one unit in another, or in a lot
# A price a kilogram of so many tonnes, watts of modules into gigawatts, half kilograms a mu into kilograms.
KILO = {Fraction(1000) ** n for n in (-3, -2, -1, 1, 2, 3)} | {Fraction(2), Fraction(1, 2)}
FACTORS = {Fraction(s) * f for s in (1, -1) for f in (Fraction(1, 100), 1, 100)}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OF_DATES = ("weekday", "year", "day", "length")  # slips of a date, or of how long it is from one to another
SHAPES = {  # of the equations of a kind: linear, with one product, with a mean, compared with a constant
    "sum": "LC", "crossfoot": "L", "difference": "LPC", "cumulative": "L", "points": "L", "equal": "LC", "growth": "P",
    "share": "P", "attainment": "P", "ratio": "P", "product": "P", "conversion": "PCL", "average": "MPL",
    "growth_mix": "LM", "same_whole": "LP", "order": "LPC", "count": "LC",
}  # fmt: skip


def verified(report: Json) -> Iterator[tuple[str, str | None]]:
    """Each verdict of a report by its place ("findings[0]"), and why it is not verified; None if it is.

    >>> list(verified({"relations": [{"status": "holds"}, {"status": "unchecked"}]}))
    [('relations[0]', 'it has no certificate')]
    """
    for key, look in (("relations", _relation), ("findings", _finding), ("derived", _derived)):
        for i, entry in enumerate(report.get(key) or ()):
            if not isinstance(entry, dict) or not _silent(entry):
                yield f"{key}[{i}]", _why_not(look, entry, report.get("quantities"))


def elsewhere(report: Json) -> int:
    """How many verdicts rest on words of other documents, which no certificate can hold."""
    entries = [e for key in ("relations", "findings") for e in report.get(key) or () if isinstance(e, dict)]
    return sum(e.get("status") != "unchecked" and e.get("kind") != "remark" and _silent(e) for e in entries)


def _silent(entry: Json) -> bool:
    """Asserts nothing, or nothing of this text alone."""
    bare = not entry.get("certificate")
    if bare and entry.get("kind") == "reading":
        return True
    return bare and (
        entry.get("status") == "unchecked"
        or entry.get("origin") == "outside"
        or entry.get("kind") == "remark"
        or bool(entry.get("evidence"))
        or str(entry.get("code")).startswith(AGAINST)  # a figure that no source supports has no evidence to name
    )


def _why_not(look: Any, entry: Json, quantities: Json) -> str | None:
    try:
        _need(isinstance(entry, dict) and entry.get("certificate") is not None, "it has no certificate")
        certificate = entry["certificate"]
        for claim in certificate["claims"]:
            for reading in claim["readings"]:
                _shape(certificate, claim["kind"], reading)
        _figures(certificate)
        for shown in certificate["printed"]:
            _fair(shown)
            _need(
                quantities is None or _is_read(shown, quantities), f"{shown['value'][0]} is no quantity of the report"
            )
        look(entry, certificate)
        proved(certificate, entry)
    except Unproved as why:
        return str(why)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, StopIteration) as error:
        return f"the certificate cannot be read ({type(error).__name__}: {error})"
    return None


def _need(so: bool, why: str) -> None:
    if not so:
        raise Unproved(why)


# ---------------------------------------------------------------------------------------------------- verdicts


def _relation(entry: Json, certificate: Json) -> None:
    kind, conclusion = entry["kind"], certificate["conclusion"]
    status = "query" if conclusion in MILD else "contradicted" if conclusion == REWORDED else conclusion
    _need(entry["status"] == status, f"it says {entry['status']}, not {conclusion}")
    if certificate["claims"]:
        _need(kind in {claim["kind"] for claim in certificate["claims"]}, f"no claim is of the kind {kind}")
    else:
        _need(kind == "equal" and len(certificate["printed"]) > 1, "nothing is related")
    _spans(entry, certificate, kind in NOT_ONLY_FIGURES)
    if kind == "count" and isinstance(certificate["claims"][0]["readings"][0][2], str):
        named = [span for span in entry["spans"] if span not in [shown["span"] for shown in certificate["printed"]]]
        _need(Fraction(certificate["claims"][0]["readings"][0][2]) == len(named), "another number of names is listed")
    _all_stand(certificate, set())


def _finding(entry: Json, certificate: Json) -> None:
    conclusion, culprits = certificate["conclusion"], entry["culprits"]
    severity = (
        "query" if conclusion in MILD else "error" if conclusion in ("contradicted", REWORDED, RECOINED) else None
    )
    _need(entry["severity"] == severity, f"it says {entry['severity']}, not {conclusion}")
    if conclusion == REWORDED:
        _need(culprits[0]["slip"] not in ("other", "recomputed"), "neither a word nor a digit is at fault")
    if conclusion == RECOINED:
        _need(all(claim["kind"] in LIKE for claim in certificate["claims"]), "amounts in two currencies may be so")
        _need(len(certificate.get("remedies", [])) == 1, "no currency is at fault")
    kinds = {claim["kind"] for claim in certificate["claims"]} or {"equal"}
    crossed = entry["kind"] == "crossfoot" and "sum" in kinds  # a row of a table that a column bears witness against
    told = [shown["figure"] for shown in certificate["printed"]]
    twice = entry["kind"] == "equal" and len(set(told)) < len(told)  # what the claims beside it prove is its correction
    _need(entry["kind"] in kinds or crossed or twice, f"no claim is of the kind {entry['kind']}")
    _spans(entry, certificate, "date" in kinds)
    remedies = certificate.get("remedies", [])
    _all_stand(
        certificate, {certificate["printed"][i]["figure"] for remedy in remedies for i in remedy.get("frees", [])}
    )
    covered = [i for remedy in remedies for i in remedy["culprits"]]
    _need(covered == list(range(len(culprits))), "not every culprit has its proof")
    for remedy in remedies:
        own = [culprits[i] for i in remedy["culprits"]]
        _need([culprit["span"] for culprit in own] == remedy["spans"], "a culprit is not where its proof is")
        for culprit in own:
            _culprit(culprit, remedy, certificate)


def _derived(entry: Json, certificate: Json) -> None:
    _need(certificate["conclusion"] == "implied", f"it is implied, not {certificate['conclusion']}")
    label = certificate["figures"][certificate["figure"]]["label"]
    _need(entry["label"] == label, f"it is of {entry['label']}, not {label}")
    _spans(entry, certificate, True)


def _spans(entry: Json, certificate: Json, others: bool) -> None:
    """The spans are those of printed figures; where `others` may be among them, those do not touch a figure's."""
    told = [shown["span"] for shown in certificate["printed"]]
    for span in entry["spans"]:
        apart = others and not any(over(span, other) for other in told) and 0 < span[1] - span[0] <= LONGEST
        _need(span in told or apart, f"{span} is not where a figure is printed")


def _all_stand(certificate: Json, others: set[int]) -> None:
    """Each figure stands in a claim, or is one of `others` that a correction brings in."""
    told = {f for claim in certificate["claims"] for reading in claim["readings"] for f in _spoken_of(reading)}
    _need(not told or told | others == set(range(len(certificate["figures"]))), "a figure stands in no claim")


def _figures(certificate: Json) -> None:
    said = {shown["figure"] for shown in certificate["printed"]}
    for number, figure in enumerate(certificate["figures"]):
        _need(figure.get("base", {}) in ({}, {"low": "0"}), "a figure that nobody prints is anything, or not negative")
        _need((number in said) != bool(figure.get("unsaid")), "a figure has its printings, or is unsaid")


def _spoken_of(term: Json) -> Iterator[int]:
    """The figures of an equation."""
    if isinstance(term, int):
        yield term
    elif isinstance(term, list | tuple):
        for part in term:
            yield from _spoken_of(part)


# ---------------------------------------------------------------------------------------------------- culprits


def _culprit(culprit: Json, remedy: Json, certificate: Json) -> None:
    slip, level, puts = culprit["slip"], remedy["level"], remedy.get("puts", [])
    printed = [certificate["printed"][put["printed"]] for put in puts]
    ranges = [ends(put["range"]) for put in puts]
    if slip == "swap":
        crossed = [at(shown, level) for shown in reversed(printed)]
        _need(len(printed) == 2 and ranges == crossed, "what is swapped is not what is printed")
        _need(any(over(shown["span"], culprit["span"]) for shown in printed), "it is none of the two that are swapped")
    elif slip == "direction":
        _need(bool(ranges) and ranges == [-at(shown, level) for shown in printed], "the direction is not turned")
    elif slip == "scale":
        _need(all(_scaled(at(s, level), r) for s, r in zip(printed, ranges, strict=True)), "the scale is not changed")
    elif slip not in ("percent-or-points", *OF_DATES):
        spans = [certificate["printed"][i]["span"] for i in remedy.get("frees", [])]
        _need(any(over(span, culprit["span"]) for span in spans), "the culprit is not what is set aside")
    _suggested(culprit, remedy, ranges, certificate)


def _suggested(culprit: Json, remedy: Json, ranges: Sequence[Any], certificate: Json) -> None:
    text, slip = culprit["suggested"], culprit["slip"]
    digits = _digits(text or "")
    if slip in OF_DATES:
        _need(
            text is None or _of_reading(text, slip, remedy["reads"][0]["reading"]),
            f"{text} is not what its proof reads",
        )
    elif slip == "swap":
        swapped = [certificate["printed"][put["printed"]] for put in remedy["puts"]]
        values = {abs(Fraction(v)) for shown in swapped for v in shown["value"]}
        _need(digits is None or any(digits * scale in values for scale in SCALES), f"{text} is not what is swapped")
    elif "value" in remedy:
        value, unit = Fraction(remedy["value"]), Fraction(remedy["unit"])
        says = (Fraction(certificate["printed"][put["printed"]]["value"][0]) for put in remedy.get("puts", []))
        ranges = [
            -r if said * value < 0 else r for r, said in zip(ranges, says, strict=True)
        ]  # "a loss of 1.2": and -1.2
        _need(digits is None or digits * unit == abs(value), f"{text} is not {value}")
        before = [certificate["printed"][i]["value"][0] for i in remedy.get("frees", [])[:1]]
        moved = slip != "transposition" or [_sorted(Fraction(v) / unit) for v in before] == [_sorted(value / unit)]
        _need(moved, f"{text} has other digits than what is printed")
        away = max(abs(value) * ABOUT, unit)
        near = all(r.low is None or r.low - away <= value for r in ranges) and all(
            r.high is None or value <= r.high + away for r in ranges
        )
        _need(bool(ranges) and near, f"{value} is not among the numbers that fit")
        _need(all(_cut(r, value, culprit) for r in ranges), f"{value} is not what its range is of")
    else:
        _need(text is None or digits is None, f"nothing proves {text}")
    if text and digits is None and slip not in ("swap", *OF_DATES) and not any(map(str.isdigit, text)):
        _need(text in remedy.get("words", []), f"nothing proves {text!r}")


def _of_reading(text: str, slip: str, reading: Json) -> bool:
    """Is a weekday, a year or a length of time that is suggested the one of an equation?"""
    said = reading[2] if isinstance(reading[2], str) else reading[2][-1]  # so many times the months of a year
    if slip == "weekday":
        return text[:3].lower() == DAYS[int(said)] or "一二三四五六日".find(text[-1]) == int(said)
    if slip == "length":
        return _digits(text) in (None, Fraction(said))  # in words it is not read
    part = slice(4) if slip == "year" else slice(8, 10)
    return int(text) in {int(date[part]) for _, date in _dates(reading)}


def _sorted(value: Fraction) -> list[str]:
    """The digits of a number but noughts, which may stand at its ends and be gone."""
    return sorted(str(abs(int(value * 10**9))).replace("0", ""))


def _cut(range_: Any, value: Fraction, culprit: Json) -> bool:
    """Is a range one around the number that is suggested, but for what the rest of the claims cuts off?"""
    slack, cut = NEAR * max(abs(value), Fraction(1)), False
    for end, name, outward in ((range_.low, "lo", -1), (range_.high, "hi", 1)):
        beyond = None if end is None or culprit[name] is None else (end - Fraction(culprit[name])) * outward
        if beyond is not None and beyond > slack:
            return False
        cut = cut or (beyond is not None and abs(beyond) <= slack)
    return cut or None in (range_.low, range_.high) or value - range_.low == range_.high - value


def _scaled(printed: Any, put: Any) -> bool:
    """Is a range within the printed one, a power of ten away?"""
    return any(put.within(printed.scaled(scale)) for scale in SCALES if scale != 1)


def _digits(text: str) -> Fraction | None:
    bare = unicodedata.normalize("NFKC", text).replace(",", "")
    return Fraction(bare) if bare.isascii() and bare.replace(".", "", 1).isdigit() else None


# --------------------------------------------------------------------------------------------------- printings


def _fair(shown: Json) -> None:
    """Each range lies around the number that is printed, and a looser one around a stricter."""
    low, high = Fraction(shown["value"][0]), Fraction(shown["value"][-1])
    _need(0 < shown["span"][1] - shown["span"][0] <= LONGEST, f"{shown['span']} is no place")
    ranges = [ends(shown[level]) for level in LEVELS if level in shown]
    one = bool(ranges) + ("used" in shown) + bool(shown.get("aside"))
    _need(one == 1, "a printing has its ranges, or is set aside")
    _need(all(a.within(b) for a, b in pairwise(ranges)), "a looser range holds not the stricter one")
    for range_ in ranges:
        known = [end for end in (range_.low, range_.high) if end is not None]
        about = len(known) == 2 and low - known[0] == known[1] - high >= 0
        at_end = [end for end in known if end in {value * hedge for value in (low, high) for hedge in HEDGES}]
        hedged = bool(at_end) and all(end in at_end or end == 0 for end in known)
        _need(about or hedged, f"{range_} is not around {shown['value'][0]}")


def _is_read(shown: Json, quantities: Json) -> bool:
    """Is the number that of a quantity of the report, but for a scale?"""
    wanted = [abs(Fraction(value)) for value in shown["value"]]
    if wanted == [0]:
        return True  # a word that only says which way
    start, end = shown["span"]
    near = [q for q in quantities if over((start, end), (q["start"], q["end"]))]
    for quantity in near:
        own = [abs(Fraction(str(quantity[end]))) * scale for end in ("low", "high") for scale in SCALES]
        if quantity["kind"] == "ordinal" and own[0]:  # "every third"
            own += [1 / one for one in own]
        if shown.get("currency", quantity["currency"]) != quantity["currency"]:
            continue
        close = abs(start - quantity["start"]) + abs(end - quantity["end"]) <= CLOSE
        if close and all(any(abs(w - o) <= w * HAIR for o in own) for w in wanted):
            return True
    return not near  # "doubled" is no quantity


def _shape(certificate: Json, kind: str, reading: Json) -> None:
    """Is this an equation of its kind? A share is a product with a hundred in it, parts of a sum have no factors."""
    if kind == "date" or list(_dates(reading)):
        _need(kind == "date" and _of_dates(*reading), f"no {kind} is like {reading}")
        return
    system = System({**certificate, "printed": []}, "loose", [reading])
    right = reading[2]
    constant = isinstance(right, str) or (isinstance(right, list | tuple) and right[0] == "within")
    shape = "M" if system.means else "P" if system.products else "C" if constant else "L"
    _need(
        shape in SHAPES[kind]
        and len(system.products)
        <= (2 if kind == "same_whole" or _of_what_it_was(reading) else 1 + 9 * len(system.means)),
        f"no {kind} is like {reading}",
    )
    bound = {key for terms, _, _ in system.linear for key, _ in terms}.union(
        *system.products, *(m[1] for m in system.means)
    )
    spoken = list(_spoken_of(reading))
    _need(bound.issuperset(spoken), f"a figure cancels out of {reading}")
    _need(kind == "growth" or len(set(spoken)) == len(spoken), f"{reading} has a figure twice")
    factors = {factor for terms, _, _ in system.linear for _, factor in terms}
    constants = {abs(number) for _, number, _ in system.linear if shape in "PM" or kind not in ANY_CONSTANT}
    hundred = {"growth": {0, 100}, "share": {0}, "attainment": {0}, "product": {0}, "ratio": {0}}.get(kind, constants)
    bare = isinstance(right, list | tuple) and right[0] == "*" and all(isinstance(one, int) for one in right[1:])
    if kind == "growth" and shape == "P" and constants == {0} and len(spoken) == len(set(spoken)) and bare:
        hundred = {0}  # what something grew by, as a rate of what it was
    if kind == "growth" and _of_what_it_was(reading):
        constants, hundred = {Fraction(0)}, {0}
    if kind == "growth" and shape == "P" and constants == {0, 1} and isinstance(reading[1], int):
        constants, hundred = {Fraction(0)}, {0}  # so many times more: of one, and not of a hundred
    if kind == "order" and shape == "P" and Fraction(100) in {abs(f) for f in factors}:  # a move that prints no rate
        hundred = {0, 100}
    if shape == "L":  # a hundred goes with a rate
        factors |= {factor * 100 for factor in factors if abs(factor) == 100}
    if kind == "average" and shape == "L":  # so many a day, over the days of a month, a quarter, a year
        factors -= {Fraction(n) * s for n in range(3, 367) for s in (1, -1)}
    if kind in ("product", "average") and shape == "P":  # kilograms into tonnes, a price for a lot of ten
        factors = {f for f in factors if abs(f) not in KILO and (abs(f).numerator > 1 or abs(f).denominator > MOST_LOT)}
    if kind == "conversion" and shape == "L":  # so many pounds are so many kilograms
        factors &= FACTORS
    _need(factors <= FACTORS and constants <= {0, 100} and constants == hundred, f"no {kind} is like {reading}")
    _need(not system.products or bool(system.means) or 0 in constants, f"no {kind} is like {reading}")


def _of_what_it_was(reading: Json) -> bool:
    """Is it what something moved by, as a rate of what it was before that: "rose 19 million, or 8.4%, to 246"?"""
    match reading:
        case ["==", int(now), ["*", int(by), ["+", "1", ["/", "100", int(rate)]]]]:
            return len({now, by, rate}) == 3
    return False


def _of_dates(op: str, left: Json, right: Json) -> bool:
    """Is it a weekday, or how long it is from one day to another?"""
    dates = list(_dates((left, right)))
    if op == "==":
        return [unit for unit, _ in dates] == ["weekday"] and left[0] == "weekday" and right in "0123456"
    return [unit for unit, _ in dates] in (["day", "day"], ["month", "month"]) and op == "<="


def _dates(term: Json) -> Iterator[tuple[str, str]]:
    """The days of the calendar in an equation, each with what is asked of it."""
    if isinstance(term, list | tuple):
        if term and isinstance(term[0], str) and term[0] in CALENDAR:
            yield term[0], term[1]
        else:
            for part in term:
                yield from _dates(part)
