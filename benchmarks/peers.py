"""Readers of numbers and dates that others have written: a text goes in, spans with values come out.

They are no part of the set-up: `pip install --group bench` brings them. One that is not installed is passed over.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import io
import logging
import warnings
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

DAY = dt.datetime(2020, 5, 12)  # the labelled sentences are published on it

Figure = tuple[int, int, float]  # start, end, value
Reader = Callable[[str], list[Figure]]


class Peer(NamedTuple):
    name: str
    reads: str  # quantities, dates
    lang: str
    read: Reader


def _number(value: object) -> float:
    try:
        return float(str(value).rstrip("%"))
    except ValueError:
        return float("nan")


def _quantulum(load: Callable[[str], Any]) -> Iterable[Peer]:
    parser = load("quantulum3.parser")
    yield Peer(
        "quantulum3",
        "quantities",
        "en",
        lambda text: [(*found.span, _number(found.value)) for found in parser.parse(text)],
    )


def _recognizers(load: Callable[[str], Any]) -> Iterable[Peer]:
    suite = load("recognizers_suite")
    kinds = (suite.recognize_currency, suite.recognize_percentage, suite.recognize_dimension, suite.recognize_number)

    def quantities(culture: str) -> Reader:
        def read(text: str) -> list[Figure]:
            found: list[Figure] = []
            for recognise in kinds:  # a bare number only where nothing more was found
                for item in recognise(text, culture):
                    span = (item.start, item.end + 1)
                    if not any(span[0] < end and start < span[1] for start, end, _ in found):
                        found.append((*span, _number((item.resolution or {}).get("value"))))
            return found

        return read

    def dates(culture: str) -> Reader:
        return lambda text: [
            (item.start, item.end + 1, 0.0) for item in suite.recognize_datetime(text, culture, reference=DAY)
        ]

    for lang, culture in (("en", suite.Culture.English), ("zh", suite.Culture.Chinese)):
        yield Peer("Recognizers-Text", "quantities", lang, quantities(culture))
        yield Peer("Recognizers-Text", "dates", lang, dates(culture))


def _dateparser(load: Callable[[str], Any]) -> Iterable[Peer]:
    search = load("dateparser.search").search_dates

    def dates(lang: str) -> Reader:
        settings = {"RELATIVE_BASE": DAY}
        return lambda text: [(0, 0, 0.0) for _ in search(text, languages=[lang], settings=settings) or ()]

    yield Peer("dateparser", "dates", "en", dates("en"))
    yield Peer("dateparser", "dates", "zh", dates("zh"))


def _jionlp(load: Callable[[str], Any]) -> Iterable[Peer]:
    ner = load("jionlp").ner

    def money(text: str) -> list[Figure]:
        found = ner.extract_money(text, with_parsing=True)
        return [(*item["offset"], _number(_first(item["detail"]["num"]))) for item in found]

    base = {"year": DAY.year, "month": DAY.month, "day": DAY.day}
    yield Peer("JioNLP (money only)", "quantities", "zh", money)
    yield Peer(
        "JioNLP", "dates", "zh", lambda text: [(*x["offset"], 0.0) for x in ner.extract_time(text, time_base=base)]
    )


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


PEERS = {"quantulum3": _quantulum, "recognizers-text-suite": _recognizers, "dateparser": _dateparser, "jionlp": _jionlp}


def installed() -> tuple[list[Peer], list[str]]:
    """The peers that can be loaded, and a word on each that cannot."""
    peers: list[Peer] = []
    missing = []
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    for name, build in PEERS.items():
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                peers += build(importlib.import_module)
        except ImportError as error:
            missing.append(f"{name} is not installed ({error})")
    return peers, missing
