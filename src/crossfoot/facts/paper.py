"""Securities issued and the tranches that they come in, read by grammar where words are not spaced.

The tokens of a sentence come in. What is issued stands behind 发行 and ends in a kind of paper; the money beside it is
how much. A length of time beside money is a tranche of it, and a rate beside both, or dealt out to all of them behind
them, its coupon: "其中2年期40亿元、3年期30亿元，中标利率依次为1.80%和1.83%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise

import msgspec

from crossfoot.days import LETTERS
from crossfoot.facts import lots
from crossfoot.facts.bond import parties, topic
from crossfoot.facts.frame import Frame
from crossfoot.facts.issue import as_tranche, issued
from crossfoot.late import late
from crossfoot.lexicon import Row, either, load, load_if
from crossfoot.lexicon.phrasing import Phrasings
from crossfoot.model import Fact, Figure, Issue, Printed, Quantity, Tranche

_REACH = 30  # characters from 发行 to the kind of paper
_APART = 7  # tokens between a tenor and its amount
_WHERE = late("在([一-鿿]{2,14})$")
_PRICED = late("(?:发行价|每股(?:定价|发售价|发行价|作价)?|定价|发售价|配售价)[^，。；]{0,12}?元(?:/股)?")
_HAN = late("[一-鿿]+")
_MOST = 24  # issues, lengths of time and rates of a sentence


class PaperRows(Row, frozen=True):
    issuing: tuple[str, ...]
    sizes: tuple[str, ...]
    rates: tuple[str, ...]
    kinds: tuple[str, ...]
    no_issue: tuple[str, ...]
    registered: tuple[str, ...]
    planned: tuple[str, ...]
    papers: tuple[str, ...]
    selling: tuple[str, ...]
    heads: tuple[str, ...]
    whole: tuple[str, ...]
    unnamed: tuple[str, ...]  # words that lead a clause and are nobody
    allowing: tuple[str, ...]  # how the names of those end who let others issue
    market: str  # where something is issued, in one of the groups
    priced: tuple[str, ...]  # it is priced, and not yet paid
    equity: dict[str, str]
    status: dict[str, tuple[str, ...]]


class Papers:
    def __init__(self, lang: str, rows: PaperRows) -> None:
        known = load(f"{lang}/issue.toml", Phrasings).values["papers"]
        papers = sorted({*known, *rows.papers}, key=len, reverse=True)
        self.rows = rows
        issuing, sizes = ("|".join(sorted(words, key=len, reverse=True)) for words in (rows.issuing, rows.sizes))
        kinds = "|".join(paper for paper in papers if len(paper) > 1)
        self.issue = late(rf"(?:{issuing})了?([^，。；,;]{{0,{_REACH}}}?(?:{kinds}))(?![一-鿿]{{0,2}}(?:利率|价格))")
        self.sizes = late(rf"(?:{sizes}|\s)*")
        self.kind = late(kinds)
        self.code = late(r"(?<!\d)\d{2}(?P<issuer>[一-鿿]{2,6})(?:MTN|SCP|PPN|CP|ABN|ABS|GN|EB)\d{3}[A-Z]?")
        self.behind = late(rf"(?:元)?的?[^，。；、,;]{{0,14}}?(?P<kind>{kinds})(?!利率|价格|余额|市场)")
        self.before = late(
            rf"(?P<kind>{kinds})(?:计划|拟|将|已)?(?:募资|募集资金|募集|发行)?(?:[，,])?(?:{sizes}|\s)*$"
        )
        equity = either(rows.equity)
        self.ends = late(
            rf"(?!股份)(?:{kinds}|{equity}|{issuing})|首期|首单|第[一二三四五\d]期|本期|[一二三四五]只|\d{{4}}年|\d年期"
        )
        raising = "募集资金|募资|集资|融资|筹资|总额|净额|规模|金额|合计|共|约|为|不超过|不超|不低于|拟|计划|总|，"
        self.raised = late(rf"(?P<kind>{equity})[^。；]{{0,40}}?(?:{raising})(?:{raising}|\s|人民币)*$")
        self.raising = late(rf"(?:元)?的?(?:配套)?(?P<kind>{equity})(?!计划|价格|对象|方案)")
        self.selling, self.heads = late(either(rows.selling)), late(either(rows.heads))
        self.whole, self.equity = late(rf"(?:{either(rows.whole)})$"), late(either(rows.equity))
        self.market, self.priced = late(rows.market), late(either(rows.priced))
        self.rates, self.no_issue = late(either(rows.rates)), late(either(rows.no_issue))


@cache
def _papers(lang: str) -> Papers | None:
    rows = load_if(f"{lang}/paper.toml", PaperRows)
    return Papers(lang, rows) if rows is not None else None


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The issue of a sentence and its tranches that no phrasing has told."""
    papers = _papers(frame.sentence.lang)
    if papers is None:
        return
    issues = [fact for fact in known if isinstance(fact, Issue)]
    told = any(isinstance(fact, Tranche) for fact in known)
    if not issues and (found := _issue(frame, papers)) is not None:
        issues.append(found)
        yield found
    if issues:
        frame.carried.paper = issues[-1].figure
    if not told:
        tranches = list(lots.told(frame, papers, issues))
        yield from tranches
        told = any(isinstance(fact, Tranche) for fact in tranches)
        issues += [fact for fact in tranches if isinstance(fact, Issue)]
    if not issues and (found := _nearby(frame, papers)) is not None:
        yield found
    if not told and frame.carried.paper is not None:
        yield from _tranches(frame, papers, frame.carried.paper)


def settled(facts: list[Fact], frame: Frame) -> list[Fact]:
    """Issues with the market and the step that the sentence names beside them: "在银行间市场簿记"."""
    papers = _papers(frame.sentence.lang)
    if papers is None or not any(isinstance(fact, Issue) for fact in facts):
        return facts
    said = frame.sentence.document.text[frame.sentence.span.start : frame.sentence.span.end]
    where, priced = papers.market.search(said), papers.priced.search(said) is not None
    out = list[Fact]()
    for fact in facts:
        if isinstance(fact, Issue):
            market = fact.market or (next(filter(None, where.groups()), None) if where is not None else None)
            status = "priced" if priced and fact.status in (None, "issued") else fact.status
            fact = msgspec.structs.replace(fact, market=market, status=status)
        out.append(fact)
    return out


def _issue(frame: Frame, papers: Papers) -> Issue | None:
    """ "招标发行今年第二期离岸人民币国债，规模125亿元", "发行可转债9亿元获证监会同意注册"."""
    text, span = frame.sentence.document.text, frame.sentence.span
    for found in islice(papers.issue.finditer(text, span.start, span.end), _MOST):
        at = next((i for i, t in enumerate(frame.sentence.tokens) if t.start >= found.end() and _money(frame, i)), None)
        if at is None or at in frame.taken:
            continue
        start = frame.sentence.tokens[at].start
        around = text[max(span.start, found.start() - 6) : found.start()] + text[found.end() : start]
        if any(word in around for word in papers.rows.no_issue) or not papers.sizes.fullmatch(text, found.end(), start):
            continue
        return _made(frame, papers, found, at)
    return None


def _nearby(frame: Frame, papers: Papers) -> Issue | None:
    """ "注册不超过30亿元中期票据", "该期超短融计划募资8亿元", "25亿元定增": a paper right beside an amount."""
    text, span = frame.sentence.document.text, frame.sentence.span
    for at in [i for i in range(len(frame.sentence.tokens)) if _money(frame, i) and i not in frame.taken][:_MOST]:
        token = frame.sentence.tokens[at]
        value = token.mention.value if token.mention is not None else None
        before = text[max(span.start, token.start - 2 * _REACH) : token.start]
        if not isinstance(value, Quantity) or value.per or before.endswith(("每股", "每单位", "价")):
            continue
        if papers.no_issue.search(before[-12:]) is not None or "用于" in before[-6:]:
            continue
        found = papers.before.search(before)
        if found is None and papers.selling.search(before[-_REACH:]) is not None:
            found = papers.behind.match(text, token.end, span.end)
        equity = papers.raised.search(before) or papers.raising.match(text, token.end, span.end)
        if equity is not None and not _amount(equity[0]):
            return _stated(frame, papers, at, papers.rows.equity[equity["kind"]])
        if found is not None and papers.no_issue.search(text, token.end, min(token.end + 12, span.end)) is None:
            whole = found[0].lstrip("元的") if found.re == papers.behind else found["kind"]
            return _stated(frame, papers, at, whole if _HAN.fullmatch(whole) else found["kind"])
    return None


def _amount(words: str) -> bool:
    """Does another amount stand in between that is no price of a share?"""
    return re.search("元|每股", _PRICED.sub("", words)) is not None


def _stated(frame: Frame, papers: Papers, at: int, instrument: str) -> Issue | None:
    mention, span = frame.sentence.tokens[at].mention, frame.sentence.span
    if mention is None or not isinstance(mention.value, Quantity):
        return None
    issuer = lots.issuer_of(frame, papers, mention.span.start)
    figure = frame.restate(at, frame.key(msgspec.structs.replace(issued(frame.level(at)), entity=issuer), mention))
    said = frame.sentence.document.text[span.start : span.end]
    status = next(
        (status for status, words in papers.rows.status.items() if any(word in said for word in words)), "issued"
    )
    behind = frame.sentence.document.text[mention.span.end : mention.span.end + _REACH]
    return Issue(
        spans=(mention.span,),
        rule="paper.beside",
        printed=(Printed(figure, mention.value, mention.span, nominal=True),),
        issuer=issuer,
        instrument=instrument,
        figure=figure,
        quantity=mention.value,
        status=status,
        tenor=_runs(frame, at) if "期限" in behind else None,
    )


def _made(frame: Frame, papers: Papers, found: re.Match[str], at: int) -> Issue:
    mention = frame.sentence.tokens[at].mention
    assert mention is not None and isinstance(mention.value, Quantity)  # noqa: S101, PT018 - _money asked
    here, text = parties(frame), frame.sentence.document.text
    leader = next((p.who for p in here if p.end <= found.start() and not p.person), None)
    issuer = leader or topic(frame, [], found.start())
    figure = msgspec.structs.replace(issued(frame.level(at)), entity=issuer)
    figure = frame.restate(at, frame.key(figure, mention))
    said = text[frame.sentence.span.start : frame.sentence.span.end]
    before = text[max(frame.sentence.span.start, found.start() - 12) : found.start()]
    status = "planned" if any(word in before for word in papers.rows.planned) else "issued"
    status = "registered" if any(word in said for word in papers.rows.registered) else status
    return Issue(
        spans=(frame.sentence.span_of(_token(frame, found.start()), at + 1),),
        rule="paper.issue",
        printed=(Printed(figure, mention.value, mention.span, nominal=True),),
        issuer=issuer,
        instrument=found[1].lstrip("了的"),
        figure=figure,
        quantity=mention.value,
        market=_market(frame, found.start()),
        status=status,
        tenor=_runs(frame, at) if "期限" in text[mention.span.end : mention.span.end + _REACH] else None,
    )


def _runs(frame: Frame, at: int) -> str | None:
    """How long what is issued runs, if it is said behind how much it is."""
    near = range(at + 1, min(at + 2 * _APART, len(frame.sentence.tokens)))
    return next((tenor for i in near if (tenor := _tenor(frame, i)) is not None), None)


def _market(frame: Frame, before: int) -> str | None:
    """Where it is issued: "在香港 | 招标发行"."""
    text, start = frame.sentence.document.text, frame.sentence.span.start
    found = _WHERE.search(text, max(start, before - _REACH), before)
    return found[1] if found is not None else None


def _token(frame: Frame, start: int) -> int:
    return next((i for i, token in enumerate(frame.sentence.tokens) if token.end > start), 0)


def _tranches(frame: Frame, papers: Papers, whole: Figure) -> Iterator[Tranche]:
    """The pairs of a tenor and an amount, each with its own rate or its share of a list of rates behind all."""
    pairs = list(_pairs(frame))
    if not pairs or (len(pairs) == 1 and whole == frame.figures.get(pairs[0][1])):
        return
    coupons = _coupons(frame, papers, pairs)
    if len(pairs) == 1 and coupons == [None]:
        return  # "可转债9亿元，期限6年" is one paper
    for (tenor, at), coupon in zip(pairs, coupons, strict=True):
        mention = frame.sentence.tokens[at].mention
        if mention is None or not isinstance(mention.value, Quantity):
            continue
        figure = msgspec.structs.replace(whole, segment=(("tenor", tenor),))
        frame.restate(at, figure)
        amount = Printed(figure, mention.value, mention.span, nominal=True)
        span = frame.sentence.span_of(min(at, coupon or at), max(at, coupon or at) + 1)
        yield as_tranche(frame, "paper.tranche", span, amount, coupon, whole.entity, tenor)


def _pairs(frame: Frame) -> Iterator[tuple[str, int]]:
    """Each length of time with the money nearest to it, before or behind, that no other one has."""
    tokens, used = frame.sentence.tokens, set[int]()
    lengths = [(i, tenor) for i in range(len(tokens)) if (tenor := _tenor(frame, i)) is not None][:_MOST]
    for i, tenor in lengths:
        near = [*range(i + 1, min(i + _APART, len(tokens))), *range(i - 1, max(i - _APART, -1), -1)]
        for at in near:
            if _money(frame, at) and at not in used and at not in frame.taken and not _parted(frame, i, at, lengths):
                used.add(at)
                yield tenor, at
                break


def _parted(frame: Frame, one: int, other: int, lengths: list[tuple[int, str]]) -> bool:
    """Does another length of time, or the end of a clause of its own, stand between the two?"""
    first, last = min(one, other), max(one, other)
    if any(first < i < last for i, _ in lengths):
        return True
    return any(frame.sentence.tokens[i].text in ";。" for i in range(first, last))


def _coupons(frame: Frame, papers: Papers, pairs: list[tuple[str, int]]) -> list[int | None]:
    """The token of the rate of each: between it and the next, or of a list as long as theirs behind the last."""
    tokens = frame.sentence.tokens
    rates = [i for i in range(pairs[0][1], len(tokens)) if _percent(frame, i)][: 2 * _MOST]
    bounds = [at for _, at in pairs]
    lists = [i for i in rates if i > bounds[-1]]
    if len(lists) >= len(pairs) > 1 and _rated(frame, papers, bounds[-1], lists[0]):
        joined = all(
            all(t.text in frame.words.joints or t.text in "、和及与" for t in tokens[a + 1 : b])
            for a, b in pairwise(lists[: len(pairs)])
        )
        if joined:
            return list(lists[: len(pairs)])
    found = list[int | None]()
    for place, at in enumerate(bounds):
        end = bounds[place + 1] if place + 1 < len(bounds) else len(tokens)
        own = next((i for i in rates if at < i < end), None)
        found.append(own if own is not None and _rated(frame, papers, at, own) else None)
    return found


def _rated(frame: Frame, papers: Papers, first: int, last: int) -> bool:
    """Is a rate of interest said between two tokens, and nothing else in between?"""
    text = frame.sentence.document.text[frame.sentence.tokens[first].end : frame.sentence.tokens[last].start]
    return any(word in text for word in papers.rows.rates)


def _money(frame: Frame, at: int) -> bool:
    return _kind(frame, at) == "money"


def _percent(frame: Frame, at: int) -> bool:
    return _kind(frame, at) == "percent"


def _kind(frame: Frame, at: int) -> str:
    mention = frame.sentence.tokens[at].mention
    return mention.value.kind if mention is not None and isinstance(mention.value, Quantity) else ""


def _tenor(frame: Frame, at: int) -> str | None:
    mention = frame.sentence.tokens[at].mention
    value = mention.value if mention is not None else None
    if not isinstance(value, Quantity) or value.kind != "duration" or value.ranged:
        return None
    return f"P{value.low}{LETTERS[value.unit]}" if value.unit in LETTERS and value.low.denominator == 1 else None
