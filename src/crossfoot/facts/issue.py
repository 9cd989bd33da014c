"""Securities issued, and the tranches that they come in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.days import LETTERS
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, party, stance
from crossfoot.lexicon.standing import standing
from crossfoot.model import (
    Averaging,
    Fact,
    Figure,
    Grouping,
    Issue,
    Measurement,
    Period,
    Printed,
    Quantity,
    Span,
    Tranche,
)


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    mention, quantity = match.mention("level"), match.quantity("level")
    if mention is None or quantity is None or ("paper" in match.row.gives and not _is_paper(match)):
        return
    figure = frame.level(match.roles["level"][0])
    if match.row.gives.get("paper") not in (
        "count",
        "level",
    ):  # what shares bring in is reckoned with under its own name
        figure = issued(figure)
    frame.restate(match.roles["level"][0], figure)
    issuer = party.party(match, "issuer") or figure.entity or frame.carried.entity
    if not standing(match.sentence.lang).spaced:
        issuer = party.party(match, "issuer") or party.about(match, frame)
        figure = msgspec.structs.replace(figure, entity=issuer, period=stance.when(match) or figure.period)
        figure = frame.restate(match.roles["level"][0], frame.key(figure, mention))
    yield Issue(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(figure, quantity, mention.span, nominal=True),),
        issuer=issuer,
        instrument=_instrument(match),
        figure=figure,
        quantity=quantity,
        market=_market(match),
        use_of_proceeds=party.phrase(match, "use"),
        status=match.row.sense or match.meaning("how") or stance.status(match, frame, "issued"),
        tenor=_tenor(match, "term"),
    )


def _instrument(match: Match) -> str:
    """What is issued; without spaces a row finds it by its last word: "绿色公司 | 债券"."""
    paper = match.roles.get("paper")
    if paper is None:
        words = match.words("instrument") or match.row.gives.get("instrument") or match.words("n") or ""
        return " ".join(words.split()[1:]) if words == match.words("n") else words
    span = match.sentence.span_of(match.roles.get("instrument", paper)[0], paper[1])
    return match.sentence.document.text[span.start : span.end]


def _is_paper(match: Match) -> bool:
    """Is it a security that is sold, and no plant?"""
    if match.row.gives["paper"] == "level":  # shares that are counted
        counted = match.quantity("level")
        return counted is not None and counted.unit == "share"
    role, known = match.row.gives["paper"], standing(match.sentence.lang).papers
    role = role if role in match.roles else "n"  # "two green notes" is one mention
    last = match.roles.get(role, (0, 0))[1]
    said = (match.words(role) or "").lower().split()[-1:]
    if role == "count" and last < len(match.sentence.tokens):  # "30 million | A-shares"
        said += [match.sentence.tokens[last].text]
    return any(word.removeprefix("a-").removeprefix("h-") in known for word in said)


def _market(match: Match) -> str | None:
    """Where securities are sold: a place or an exchange, and no manner ("in two lots", "on good terms")."""
    words = party.party(match, "market")
    if words is None or not standing(match.sentence.lang).spaced:
        return words
    last = words.lower().split()[-1]
    known = match.names_in("market") or match.sentence.places_in(*match.roles["market"]) or match.proper("market")
    return words if known or last in standing(match.sentence.lang).markets else None


def tranche(match: Match, frame: Frame) -> Iterator[Fact]:
    """One tranche, or several of one row ("2年期40亿元、3年期30亿元，票面利率分别为..."), told apart by a letter."""
    for letter in ("", "b", "c", "d", "e"):
        if f"level{letter}" in match.roles:
            yield from _tranche(match, frame, letter)


def _tenor(match: Match, role: str) -> str | None:
    """How long it runs, as an ISO 8601 duration."""
    tenor = match.quantity(role)
    if tenor is None:
        return match.row.gives.get("tenor")
    unit = tenor.unit
    if not unit and tenor.kind == "number":  # "three- and five-year notes": the last one says of what
        last = next((q for letter in "edcb" if (q := match.quantity(f"tenor{letter}")) is not None), None)
        unit = last.unit if last is not None else ""
    return f"P{tenor.low}{LETTERS[unit]}" if unit in LETTERS else None


def _converted(match: Match, at: int) -> bool:
    """Does a bracket only say an amount again in another currency: "3亿美元（约合 | 20.7亿元），期限3年"?"""
    tokens = match.sentence.tokens
    before = tokens[at - 2].mention if at > 1 and tokens[at - 1].text in "(（" else None
    return before is not None and isinstance(before.value, Quantity) and before.value.kind == "money"


def _tranche(match: Match, frame: Frame, letter: str) -> Iterator[Fact]:
    at, coupon = f"level{letter}", match.mention(f"coupon{letter}")
    amount, quantity, rate = match.mention(at), match.quantity(at), match.quantity(f"coupon{letter}")
    duration, maturity = _tenor(match, f"tenor{letter}"), stance.when(match, f"maturity{letter}")
    if amount is None or coupon is None or quantity is None or rate is None or (duration or maturity) is None:
        return
    if _converted(match, match.roles[at][0]):
        return
    if match.row.gives.get("of") == "issue" and not _issuing(frame):
        frame.release(match, coupon)  # deposits and loans run for so long as well
        return
    runs = duration or (maturity.label if maturity is not None else "")
    whole = frame.carried.figure
    index = match.roles[at][0]
    figure = frame.figures.get(index) or frame.describe(index, quantity)
    figure = msgspec.structs.replace(figure, metric="issue_amount", segment=(("tenor", runs),))
    if whole is not None and whole.unit == figure.unit:  # tranches are of the issue that the sentence began with
        figure = msgspec.structs.replace(figure, entity=whole.entity, period=whole.period, status=whole.status)
    elif not standing(match.sentence.lang).spaced:
        figure = msgspec.structs.replace(figure, entity=party.about(match, frame))
    frame.restate(index, figure)
    coupon_figure = msgspec.structs.replace(figure, metric="coupon", unit="percent")
    yield Tranche(
        spans=(match.span,),
        rule=match.row.name,
        printed=(
            Printed(figure, quantity, amount.span, nominal=True),
            Printed(coupon_figure, rate, coupon.span, nominal=True),
        ),
        issuer=figure.entity,
        figure=figure,
        quantity=quantity,
        tenor=duration,
        coupon=rate,
        coupon_figure=coupon_figure,
        maturity=maturity,
    )


def as_tranche(
    frame: Frame, rule: str, span: Span, amount: Printed, coupon: int | None, issuer: str | None, tenor: str | None,
    maturity: Period | None = None,
) -> Tranche:  # fmt: skip
    """One tranche read by grammar, with the rate that stands at a token as its coupon."""
    figure, rate, rate_figure, printed = amount.figure, None, None, [amount]
    said = frame.sentence.tokens[coupon].mention if coupon is not None else None
    if coupon is not None and said is not None and isinstance(said.value, Quantity):
        rate, rate_figure = said.value, msgspec.structs.replace(figure, metric="coupon", unit="percent")
        frame.restate(coupon, rate_figure)
        printed.append(Printed(rate_figure, rate, said.span, nominal=True))
    return Tranche(
        spans=(span,),
        rule=rule,
        printed=tuple(printed),
        issuer=issuer,
        figure=figure,
        quantity=amount.quantity,
        tenor=tenor,
        coupon=rate,
        coupon_figure=rate_figure,
        maturity=maturity,
    )


def issued(figure: Figure) -> Figure:
    """The amount of an issue, whatever else its sentence calls it."""
    return msgspec.structs.replace(figure, metric="issue_amount", segment=())


def whole(told: list[Fact]) -> list[Fact]:
    """What is told, without an issue whose amount is one of several tranches."""
    tranches = [fact for fact in told if isinstance(fact, Tranche)]
    parted = {fact.printed[0].span for fact in tranches} if len(tranches) > 1 else set()
    return [f for f in told if not (isinstance(f, Issue) and f.printed and f.printed[0].span in parted)]


def grouped(frame: Frame, told: list[Fact]) -> Iterator[Fact]:
    """The tranches of a sentence make up its issue (the tenor exhausts an issue), and their coupons have an average.

    A sentence that ends in a semicolon goes on with them.
    """
    facts = [*frame.carried.issued, *told]
    tranches = [fact for fact in facts if isinstance(fact, Tranche)]
    goes_on = frame.sentence.document.text[frame.sentence.span.end - 1] in ";；"
    frame.carried.issued = facts if goes_on and tranches else []
    if frame.carried.issued:
        return
    if len(tranches) < 2:
        return
    whole = next((f.figure for f in facts if isinstance(f, Issue) and f.figure.unit == tranches[0].figure.unit), None)
    if whole is None and any(t.rule.startswith("security.") for t in tranches):
        return  # told one by one, and nobody says of what
    if whole is None:
        whole = _before(tranches[0], facts) or msgspec.structs.replace(tranches[0].figure, segment=())
    parted = {p.span for t in tranches for p in t.printed}
    if any(p.figure == whole and p.span in parted for f in facts if isinstance(f, Issue) for p in f.printed):
        whole = msgspec.structs.replace(whole, basis="of its tranches")  # "发行两期票据：三年期30亿元；五年期20亿元"
    parts = tuple(dict.fromkeys(t.figure for t in tranches if t.figure.unit == whole.unit))
    spans = tuple(span for t in tranches for span in t.spans)
    yield Grouping(spans=spans, rule="tranches", whole=whole, parts=parts, complete=not _another(tranches, facts))
    coupons = tuple(dict.fromkeys(t.coupon_figure for t in tranches if t.coupon_figure is not None))
    if len(coupons) == len(parts):
        average = msgspec.structs.replace(coupons[0], metric="average coupon", segment=())
        average = next((f.figure for f in facts if isinstance(f, Measurement) and _is_average(f.figure)), average)
        yield Averaging(spans=spans, rule="tranches", average=average, rates=coupons, weights=parts)


def _another(tranches: list[Tranche], facts: list[Fact]) -> bool:
    """Is one more amount told behind the first tranche, of which nobody knows what it is?"""
    start, unit = tranches[0].printed[0].span.start, tranches[0].figure.unit
    return any(isinstance(f, Measurement) and f.figure.unit == unit and f.spans[0].start > start for f in facts)


def _issuing(frame: Frame) -> bool:
    """Are the tranches of an issue being told?"""
    return frame.carried.figure is not None and frame.carried.figure.metric == "issue_amount"


def _is_average(figure: Figure) -> bool:
    return figure.metric == "coupon" and any("average" in words for axis, words in figure.segment if axis == "words")


def _before(tranche: Tranche, facts: list[Fact]) -> Figure | None:
    """The amount that the sentence names before its first tranche: "raised 1.25 billion in two tranches"."""
    start = tranche.printed[0].span.start
    levels = [f for f in facts if isinstance(f, Measurement) and f.figure.unit == tranche.figure.unit]
    return next((f.figure for f in reversed(levels) if f.spans[0].start < start), None)
