"""A builder of stories: a text with its figures marked in place, and the equations between them, written by hand.

    Sales reached [total:105,500], [grew>rate:up] [rate:2%] from a year earlier.

marks three pieces: the figure `total`, the direction word `grew` of the figure `rate`, and `rate` itself. A slip is
planted by changing the marked text.
"""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from crossfoot.interval import between
from crossfoot.model import Document, Fact, Figure, Period, Printed, Quantity, Reading, Span, Statement, Verdict
from crossfoot.relation import Relation, Var, const, mean, var
from crossfoot.verdicts import solve

SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "万": 10**4, "亿": 10**8}
DOWN = {"down", "fell", "decrease", "下降"}
MARK = re.compile(r"\[(\w+)(?:>(\w+))?:([^\]]*)\]")
NUMBER = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(?: ?(thousand|million|billion|万|亿))?(%)?")


class Story:
    """`figures` gives each marked name its Figure; `more` what a quantity is beside its number (unit, kind, approx)."""

    def __init__(self, marked: str, figures: dict[str, Figure], more: dict[str, dict] | None = None) -> None:
        self.marked, self.figures, self.more = marked, figures, more or {}
        self.claims: list[tuple[str, tuple[Relation, ...], dict]] = []
        self._read()

    def _read(self) -> None:
        self.text, last = "", 0
        self.where: dict[str, Span] = {}
        self.word_of: dict[str, Span] = {}
        for mark in MARK.finditer(self.marked):
            self.text += self.marked[last : mark.start()]
            span = Span("d", len(self.text), len(self.text) + len(mark[3]))
            self.text += mark[3]
            last = mark.end()
            (self.word_of if mark[2] else self.where)[mark[2] or mark[1]] = span
        self.text += self.marked[last:]

    def __getitem__(self, name: str) -> Var:
        return var(self.figures[name])

    def ties(self, kind: str, *relations: Relation, **more: object) -> None:
        self.claims.append((kind, relations, more))

    def but(self, right: str, wrong: str) -> Story:
        """The same story with a slip planted in its marked text."""
        assert self.marked.count(right) == 1, f"{right!r} stands {self.marked.count(right)} times"
        story = Story(self.marked.replace(right, wrong), self.figures, self.more)
        story.claims = self.claims
        return story

    def at(self, name: str) -> tuple[int, int]:
        return self.where[name].start, self.where[name].end

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(Fact((p.span,), "by hand", (p,)) for p in self._printings())

    @property
    def statements(self) -> tuple[Statement, ...]:
        spans: dict[Figure, Span] = {}
        for name, span in self.where.items():
            spans.setdefault(self.figures[name.rstrip("_")], span)
        made = []
        for kind, relations, more in self.claims:
            ranks = more.get("ranks", range(len(relations)))
            readings = tuple(Reading(r, rank) for r, rank in zip(relations, ranks, strict=True))
            keys = dict.fromkeys(k for r in relations for k in r.keys)
            given = {k: v for k, v in more.items() if k in ("firm", "implies", "origin")}
            made.append(
                Statement(
                    kind, readings, spans=tuple(spans[k] for k in keys if k in spans), **{"origin": "asserted", **given}
                )
            )
        return tuple(made)

    @property
    def document(self) -> Document:
        return Document("d", self.text, "zh" if "万" in self.text else "en", None, None, ())

    def solve(self) -> tuple[Verdict, ...]:
        return solve(self.document, self.facts, self.statements)

    def _printings(self) -> list[Printed]:
        return [self._printed(name, span) for name, span in self.where.items()]

    def _printed(self, name: str, span: Span) -> Printed:
        more = dict(self.more.get(name.rstrip("_"), {}))
        nominal = more.pop("nominal", False)
        match = NUMBER.fullmatch(self.text, span.start, span.end)
        assert match is not None, self.text[span.start : span.end]
        scale = SCALES.get(match[2], 1)
        value = Fraction(match[1].replace(",", "")) * scale
        word = self.word_of.get(name)
        given = {
            "low": value,
            "high": value,
            "step": Fraction(scale, 10 ** len(match[1].partition(".")[2])),
            "unit": "percent" if match[3] else self.figures[name.rstrip("_")].unit,
            "kind": "percent" if match[3] else "count",
            "digits": match.span(1),
            "scale": scale,
            "scale_word": match.span(2) if match[2] else None,
            "unit_word": match.span(3) if match[3] else None,
        }
        if word is not None:
            given["change"] = "down" if self.text[word.start : word.end] in DOWN else "up"
        return Printed(self.figures[name.rstrip("_")], Quantity(**{**given, **more}), span, nominal, word)


def make(
    metric: str, period: str | None = None, unit: str = "vehicle", segment: str = "", status: str = "actual"
) -> Figure:
    """make("sales_volume", "2020-04", segment="market:domestic")"""
    parts = tuple((s.split(":")[0], s.split(":")[1]) for s in segment.split())
    return Figure("geely", metric, parts, None if period is None else Period(None, None, period), unit, None, status)


@pytest.fixture
def story() -> type[Story]:
    return Story


@pytest.fixture
def figure():
    return make


def findings(verdicts: tuple[Verdict, ...]) -> list[Verdict]:
    return [v for v in verdicts if v.code is not None and v.outcome in ("query", "contradicted")]


def relations(verdicts: tuple[Verdict, ...]) -> list[Verdict]:
    return [v for v in verdicts if v.code is None]


def implied(verdicts: tuple[Verdict, ...]) -> dict[str, list]:
    out: dict[str, list] = {}
    for v in verdicts:
        if v.outcome == "implied":
            out.setdefault(v.label, []).append(v.range)
    return out


@pytest.fixture(name="findings")
def _findings():
    return findings


@pytest.fixture(name="relations")
def _relations():
    return relations


@pytest.fixture(name="implied")
def _implied():
    return implied


GEELY = """
total sales_volume 2020-04                         home sales_volume 2020-04 market:domestic
abroad sales_volume 2020-04 market:export          sedans sales_volume 2020-04 body:sedan
suvs sales_volume 2020-04 body:suv                 mpvs sales_volume 2020-04 body:mpv
nev sales_volume 2020-04 power:nev                 total19 sales_volume 2019-04
home19 sales_volume 2019-04 market:domestic        abroad19 sales_volume 2019-04 market:export
march sales_volume 2020-03                         year sales_volume 2020-01/2020-04
year19 sales_volume 2019-01/2019-04                quarter sales_volume 2020-Q1
"""
RATES = {"up": ("2020-04", ""), "month": ("2020-04", ""), "home_up": ("2020-04", "market:domestic"),
         "abroad_up": ("2020-04", "market:export"), "year_up": ("2020-01/2020-04", "")}  # fmt: skip
GREW = [("up", "total", "total19"), ("home_up", "home", "home19"), ("abroad_up", "abroad", "abroad19"),
        ("month", "total", "march"), ("year_up", "year", "year19")]  # fmt: skip
TEXT = (
    "A base of more than [area:10,000] square metres is home to more than [firms:71] firms; a stake of up to "
    "[before:51%]. Volume came to [total:105,500] in April, [w>up:up] [up:2%] on the year and [w>month:up] "
    "[month:44%] on March; [nev:5,439] were electric. The market at home [w>home_up:grew] [home_up:4%] to "
    "[home:101,102]. Exports went [w>abroad_up:down] about [abroad_up:38%] to [abroad:4,366]. There were "
    "[sedans:43,067] sedans, [suvs:61,179] SUVs, [mpvs:1,222] MPVs. Four months brought [year:311,495], a "
    "[w>year_up:decrease] of [year_up:34%], or [attained:22%] of the [target:1.41 million] aimed at. A bank sold "
    "[issue:30 billion] yuan (US$[dollars:4.26 billion]) of bonds, [three:23 billion] yuan of three years at "
    "[coupon3:2.17%] and [five:7 billion] yuan of five years at [coupon5:2.67%]."
)


def geely_figures() -> dict[str, Figure]:
    figures = {}
    for row in re.findall(r"(\w+) (sales_volume) (\S+)(?: (\w+:\w+))?", GEELY):
        figures[row[0]] = make(row[1], row[2], segment=row[3])
    for name, (period, segment) in RATES.items():
        rate = make("growth of sales_volume", period, "percent", segment)
        basis = "month" if name == "month" else "year"
        figures[name] = Figure(rate.entity, rate.metric, rate.segment, rate.period, rate.unit, basis)
    figures["target"] = make("sales_volume", "2020", status="target")
    figures["left"] = make("sales_volume", "2020", status="left to the target")
    figures["attained"] = make("attainment", "2020", "percent")
    figures["nev_share"] = make("share of sales_volume", "2020-04", "percent", "power:nev")
    figures["issue"], figures["dollars"] = make("issue", unit="CNY"), make("issue", unit="USD")
    figures["rate"] = make("exchange rate", unit="CNY", segment="pair:CNY/USD")
    for years, name in (("3", "three"), ("5", "five")):
        figures[name] = make("issue", unit="CNY", segment=f"tenor:{years}")
        figures[f"coupon{years}"] = make("coupon", unit="percent", segment=f"tenor:{years}")
    figures["coupon"] = make("average coupon", unit="percent")
    figures["before"] = make("stake", unit="percent", status="past")
    figures["area"], figures["firms"] = make("floor_area", unit="m2"), make("tenants", unit="enterprise")
    return figures


@pytest.fixture
def geely() -> Story:
    """Company news: two splits of one total, three yearly rates, a target, a bond in two tranches."""
    figures = geely_figures()
    money = {"kind": "money", "nominal": True}
    more = {
        "abroad_up": {"approx": "~"}, "issue": money, "three": money, "five": money, "dollars": {"kind": "money"},
        "coupon3": {"nominal": True}, "coupon5": {"nominal": True}, "firms": {"approx": ">"}, "area": {"approx": ">"},
        "before": {"approx": "<=", "nominal": True},
    }  # fmt: skip
    s = Story(TEXT, figures, more)

    def implies(name: str) -> dict:
        return {"implies": (figures[name],)}

    for rate, now, then in GREW:
        s.ties("growth", s[now] * 100 == s[then] * (100 + s[rate]), **implies(then))
    s.ties("sum", s["total"] == s["home"] + s["abroad"])
    s.ties("sum", s["total"] == s["sedans"] + s["suvs"] + s["mpvs"])
    s.ties("sum", s["total19"] == s["home19"] + s["abroad19"])
    s.ties("order", s["nev"] <= s["total"])
    s.ties("share", s["nev"] * 100 == s["total"] * s["nev_share"], **implies("nev_share"))
    s.ties("attainment", s["year"] * 100 == s["target"] * s["attained"])
    s.ties("difference", s["left"] == s["target"] - s["year"], **implies("left"))
    s.ties("cumulative", s["year"] == s["quarter"] + s["total"], **implies("quarter"))
    s.ties("sum", s["issue"] == s["three"] + s["five"])
    s.ties("conversion", s["issue"] == s["dollars"] * s["rate"], **implies("rate"))
    s.ties("conversion", s["rate"] == const(between(4, 12)), origin="outside")
    coupon = mean([s["coupon3"], s["coupon5"]], [s["three"], s["five"]])
    s.ties("average", s["coupon"] == coupon, **implies("coupon"))
    return s
