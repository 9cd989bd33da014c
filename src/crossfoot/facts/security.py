"""Securities and loans in languages with spaces, read by the grammar of their noun phrase.

Phrasings state what they know better. What a paper is called, how much of it there is, how long it runs and what it
pays stand around its head ("a £15m five-year loan at 9%"); who issues it is whoever does, with the verb before it or
behind it, or whose it is. The rows are in `lexicon/<lang>/security.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.issue import as_tranche, issued
from crossfoot.facts.sentence import syntax
from crossfoot.facts.sentence.syntax import Group, Party
from crossfoot.facts.strung import strung
from crossfoot.facts.tranches import Paper, dealt, is_a, rate, tenor_of, when
from crossfoot.late import late
from crossfoot.lexicon import union
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.lexicon.securities import Securities, securities
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Grouping, Issue, Period, Printed, Quantity, Span, Tranche

_LONG = 14  # tokens of a noun phrase, and of what is said of it behind
_FAR = 25  # tokens before a paper in which its verb stands
_BEHIND = 8  # and behind it
_ABOVE = 400  # characters before a line in which another one says who issues
_MOST = 24  # papers of a sentence
_SHORTEST = 3  # letters of what money is for
_UNTIL = late(r"[,.;:()]| (?:and|which|that|while|after|but|next|last|on|by) ")


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The issues of a sentence and their tranches that no phrasing has told."""
    rows, present = securities(frame.sentence.lang), frame.sentence.present
    if rows is None or SLOTS["money"] not in present:
        return
    for fact in known:
        if isinstance(fact, Issue):
            frame.carried.paper = msgspec.structs.replace(fact.figure, entity=fact.issuer)
    spoken = not rows.said.isdisjoint(present) or frame.carried.paper is not None
    if not spoken and (SLOTS["duration"] not in present or present.isdisjoint(SLOTS["percent"])):
        return
    issues, tranches = (_printed(known, shape) for shape in (Issue, Tranche))
    papers = list(islice(_papers(frame, rows), _MOST)) if spoken else []
    apart = dealt(frame, rows) if spoken else []
    parts = {paper.money for paper in apart}
    papers = [paper for paper in papers if paper.money not in parts]
    several = len(apart) > 1 or len({p.money for p in papers if _terms(p)}) > 1
    leader = next((who for paper in papers if (who := _issuer(frame, rows, paper)[0]) is not None), None)
    for paper in apart:
        if frame.sentence.span_of(paper.money, paper.money + 1) not in tranches:
            yield _tranche(
                frame, paper, leader or _issuer(frame, rows, paper)[0] or whose.spoken_of(frame, paper.first)
            )
    parted = {figure for fact in known if isinstance(fact, Grouping) for figure in fact.parts}  # tied as they stand
    laid = strung(frame, rows, spoken) if not apart and parted.isdisjoint(frame.figures.values()) else []
    for paper, amount in laid:
        if frame.sentence.span_of(paper.money, paper.money + 1) not in tranches and _open(frame, paper.money):
            yield _tranche(frame, paper, leader or whose.spoken_of(frame, paper.first), amount)
    used = {at for paper, _ in laid for at in (paper.money, paper.coupon)} - {None}
    papers = [p._replace(coupon=None if p.coupon in used else p.coupon) for p in papers if p.money not in used]
    for paper in papers:
        who, status = _issuer(frame, rows, paper)
        if status == "none":
            continue
        span = frame.sentence.span_of(paper.money, paper.money + 1)
        whole = paper.head is not None and not (several and _terms(paper)) and not _portion(frame, rows, paper)
        if whole and who is not None and status is not None and span not in issues:
            yield _issue(frame, rows, paper, who, status)
        elif who is None and frame.carried.paper is not None:
            who = frame.carried.paper.entity
        sure = who is not None or frame.carried.paper is not None or paper.head is not None
        if _terms(paper) and (sure or paper.maturity is not None) and span not in tranches:
            yield _tranche(frame, paper, who)


def _printed(known: list[Fact], shape: type[Issue | Tranche]) -> set[Span]:
    return {p.span for fact in known if isinstance(fact, shape) for p in fact.printed}


def _portion(frame: Frame, rows: Securities, paper: Paper) -> bool:
    return paper.head is not None and frame.sentence.tokens[paper.head].text in rows.portions


def _terms(paper: Paper) -> bool:
    """Is enough said of it to tell it from other tranches?"""
    return paper.coupon is not None and (paper.head is not None or (paper.maturity or paper.tenor) is not None)


# ------------------------------------------------------------------------------------------------ the noun phrase


def _papers(frame: Frame, rows: Securities) -> Iterator[Paper]:
    tokens, used = frame.sentence.tokens, set[int]()
    for at in range(frame.sentence.opening, len(tokens)):
        if not _heads(frame, rows, at):
            continue
        money = _amount(frame, rows, at)
        if money is not None and money not in used and money not in frame.taken:
            used.add(money)
            yield _read(frame, rows, money, at)
    for at in frame.sentence.sizes:
        if at >= frame.sentence.opening and at not in used and at not in frame.taken and is_a(frame, at, "money"):
            paper = _read(frame, rows, at, None)
            if paper.coupon is not None and (paper.maturity is not None or paper.tenor is not None):
                yield paper


def _heads(frame: Frame, rows: Securities, at: int) -> bool:
    """Is a word the head of a paper: no "bond prices", and a "rights issue" but no other one?"""
    tokens, word = frame.sentence.tokens, _said(frame, at)  # "increase" may be a direction
    if word not in rows.papers or syntax.name_at(frame.sentence, at) is not None:
        return False
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if behind in rows.unissued or behind in rows.papers or tokens[at - 1].text in rows.old:
        return False
    return word not in rows.led or tokens[at - 1].text.rpartition("-")[2] in rows.led[word]


def _amount(frame: Frame, rows: Securities, head: int) -> int | None:
    """The token of the money that a paper is of: before it, behind "of", or what is raised "through" it."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    least = max(frame.sentence.opening, head - _LONG)
    at = head - 1
    while at >= least:
        token = tokens[at]
        if is_a(frame, at, "money") and not _bracketed(frame, at):
            return at
        if token.text == ")":
            at = _opened(frame, at, least) - 1
            continue
        apart = token.text == "," and not (is_a(frame, at - 1, "duration") or is_a(frame, at - 1, "percent"))
        if apart or (token.mention is None and token.text in (words.bars | words.prepositions) - rows.within):
            break
        if token.mention is not None and not (syntax.is_size(token) or syntax.capital(frame.sentence, at)):
            break
        at -= 1
    at = head + 1
    for sized in rows.sized:
        said = sized.split()
        if [token.text for token in tokens[at : at + len(said)]] == said and is_a(frame, at + len(said), "money"):
            return at + len(said)
    if at < len(tokens) and tokens[at].text in ("(", "-", ":", "–", "—") and is_a(frame, at + 1, "money"):
        return at + 1  # "the five-year bond (€400m)"
    return _raised(frame, rows, head)


def _raised(frame: Frame, rows: Securities, head: int) -> int | None:
    """ "raised 12 million euros (about $13 million) through a rights | issue"."""
    tokens, words, at = frame.sentence.tokens, small(frame.sentence.lang), head - 1
    least = max(frame.sentence.opening, head - _LONG)
    while at > least and tokens[at].mention is None and tokens[at].text not in words.prepositions:
        if not tokens[at].text[0].isalpha() and tokens[at].text != "-":
            return None
        at -= 1
    while at > least and (tokens[at].text in union(rows.through, frozenset({"way", "means"}))):
        at -= 1
    if at > least and tokens[at].text == ")":
        at = _opened(frame, at, least) - 1
    return at if at >= least and is_a(frame, at, "money") and not _bracketed(frame, at) else None


def _read(frame: Frame, rows: Securities, money: int, head: int | None) -> Paper:
    first, last = (money, money + 1) if head is None else (min(money, head), max(money, head) + 1)
    while first > frame.sentence.opening and _modifies(frame, first - 1):
        first -= 1
    inside = range(first, last)
    coupon = next((i for i in inside if rate(frame, i)), None)
    tenor = next((t for i in inside if (t := tenor_of(frame, i)) is not None), None)
    maturity = next((when(frame, i) for i in inside if syntax.is_time(frame.sentence.tokens[i])), None)
    last, coupon, maturity, tenor = _said_of(frame, rows, last, coupon, maturity, tenor)
    return Paper(money, head, first, last, coupon, maturity, tenor)


def _modifies(frame: Frame, at: int) -> bool:
    """ "a seven-year, | R1.6bn loan"."""
    token = frame.sentence.tokens[at]
    return (token.text in ("-", ",") and is_a(frame, at - 1, "duration")) or is_a(frame, at, "duration")


def _said_of(
    frame: Frame, rows: Securities, at: int, coupon: int | None, maturity: Period | None, tenor: str | None
) -> tuple[int, int | None, Period | None, str | None]:
    """What is said of a paper behind it: what it pays, when it is due, how long it runs."""
    tokens, end, last = frame.sentence.tokens, min(at + _LONG, len(frame.sentence.tokens)), at
    due = paid = False
    while at < end:
        token = tokens[at]
        if token.text == "(":
            at = next((i for i in range(at, end) if tokens[i].text == ")"), end) + 1
            continue
        if token.text in (".", ";") or token.text in rows.halts or is_a(frame, at, "money"):
            break
        if token.text in rows.floating and not is_a(frame, at + 1, "duration"):  # "Nibor plus 3.5%" is no coupon
            paid, at = False, at + 2
            continue
        due, paid = due or token.text in rows.due, paid or token.text in rows.paying
        if coupon is None and rate(frame, at) and (paid or tokens[at - 1].text == ","):
            coupon, last, paid = at, at + 1, False
        elif syntax.is_time(token) and maturity is None and due:
            maturity, last, due = when(frame, at), at + 1, False
        elif (runs := tenor_of(frame, at)) is not None and tenor is None and _runs(frame, rows, at, due):
            tenor, last = runs, at + 1
        at += 1
    return last, coupon, maturity, tenor


def _runs(frame: Frame, rows: Securities, at: int, due: bool) -> bool:
    """Does a length of time say how long a paper runs: "for six years", "a tenor of four years"?"""
    tokens = frame.sentence.tokens
    return (
        due
        or tokens[at - 1].text in rows.running
        or (tokens[at - 1].text == "of" and tokens[at - 2].text in rows.terms)
    )


def _bracketed(frame: Frame, at: int) -> bool:
    return any(token.text == "(" for token in frame.sentence.tokens[max(at - 2, 0) : at])


def _opened(frame: Frame, at: int, least: int) -> int:
    return next((i for i in range(at, least, -1) if frame.sentence.tokens[i].text == "("), least)


# ------------------------------------------------------------------------------------------------------- who issues


def _issuer(frame: Frame, rows: Securities, paper: Paper) -> tuple[str | None, str | None]:
    """Who issues a paper, and how far he is: by the nearest verb, and whose it is said to be."""
    owner, found = _owner(frame, paper), _verb_before(frame, rows, paper) or _verb_behind(frame, rows, paper)
    if found is None and owner is None and paper.head is not None:
        return _labelled(frame, rows)
    if found is None:
        return (owner.who, "issued") if owner is not None else (None, None)
    group, status, who = found
    if status == "none" or _denied(frame, group):
        return (owner.who, "issued") if owner is not None and status == "none" and paper.head else (None, "none")
    words = small(frame.sentence.lang)
    if status == "lent":
        who, status = _borrower(frame, paper, group), "issued"
    if status in ("issued", "priced") and (group.said - rows.due) & words.planned:
        status = "planned"
    elif status in ("issued", "priced") and group.shape == "active" and group.said & words.be:
        status = "announced"  # "is floating a bond"
    if status == "approved" and group.shape == "active" and owner is None:
        meeting = frame.texts(max(group.first - _BEHIND, 0), group.first) & rows.owners
        who = who if meeting else None  # a regulator that approves does not issue
        if who is None:
            return None, None
    who = owner or who
    if who is None or not who.named or who.kind == "person":
        return whose.spoken_of(frame, group.first), status
    return who.who, status


def _labelled(frame: Frame, rows: Securities) -> tuple[str | None, str | None]:
    """Who issues what a notice tells line by line: "Issuer: Holm plc", some lines before."""
    text, start = frame.sentence.document.text, frame.sentence.span.start
    lines = list(islice(rows.issuer.finditer(text, max(start - _ABOVE, 0), frame.sentence.span.end), _MOST))
    return (" ".join(lines[-1][1].split()), "priced") if lines else (None, None)


def _owner(frame: Frame, paper: Paper) -> Party | None:
    """ "Holm's 3 million euro bond", "a 3 million euro bond from Holm"."""
    tokens, first = frame.sentence.tokens, paper.first
    while first > frame.sentence.opening and _adjective(frame, first - 1):
        first -= 1
    for at in range(max(paper.money, paper.head or 0), max(first - 2, frame.sentence.opening), -1):
        if tokens[at].text == "'s":
            owner = syntax.before(frame, at)
            return owner if owner is not None and owner.named else None
    behind = max(paper.money, paper.head or 0) + 1
    if behind < len(tokens) - 1 and tokens[behind].text in ("from", "by") and paper.head is not None:
        party = syntax.behind(frame, behind + 1)
        loaned = tokens[paper.head].text in ("loan", "loans", "facility", "debt")
        return party if party is not None and party.named and not loaned else None
    return None


def _borrower(frame: Frame, paper: Paper, group: Group) -> Party | None:
    """Whom somebody lends to: "lent | Holm 3 million", "will provide a 3 million loan to | Holm"."""
    party = syntax.behind(frame, group.last) if group.last < paper.first else None
    if party is not None and party.named and party.last <= paper.first:
        return party
    return syntax.through(frame, max(paper.money, paper.head or 0) + 1, ("to", "for"))


def _adjective(frame: Frame, at: int) -> bool:
    token, words = frame.sentence.tokens[at], small(frame.sentence.lang)
    return (
        token.mention is None
        and (token.text == "-" or (token.text.isalpha() and token.text not in words.bars))
        and (token.text not in union(words.prepositions, words.determiners) and token.text not in _forms_of(frame))
    )


def _forms_of(frame: Frame) -> frozenset[str]:
    rows = securities(frame.sentence.lang)
    return rows.spoken if rows is not None else frozenset()


def _verb_before(frame: Frame, rows: Securities, paper: Paper) -> tuple[Group, str, Party | None] | None:
    tokens, first = frame.sentence.tokens, paper.first
    for at in range(first - 1, max(frame.sentence.opening, first - _FAR) - 1, -1):
        if tokens[at].text in (";", ":"):
            return None
        for shape, rest, status in rows.forms.get(_said(frame, at), ()):
            if tuple(token.text for token in tokens[at + 1 : at + 1 + len(rest)]) != rest:
                continue
            group = syntax.group(frame, at, shape, 1 + len(rest))
            if group is None and shape == "past":  # "has got"
                group = syntax.group(frame, at, "participle", 1 + len(rest))
            if group is None:
                continue
            if group.shape in ("passive", "reduced"):
                if status != "none":
                    break  # "the bank, mandated by Holm, sold": it is said of something else
                continue
            return group, status, syntax.subject(frame, group)
    return None


def _verb_behind(frame: Frame, rows: Securities, paper: Paper) -> tuple[Group, str, Party | None] | None:
    """ "notes issued by Holm", "the bond was placed in 2016"."""
    tokens = frame.sentence.tokens
    start = max(paper.money, paper.head or 0) + 1
    for at in range(start, min(start + _BEHIND, len(tokens))):
        for shape, rest, status in rows.forms.get(_said(frame, at), ()):
            if shape != "participle" or rest:
                continue
            group = syntax.group(frame, at, shape, 1)
            if group is None or group.shape not in ("passive", "reduced"):
                continue
            return group, status, syntax.by(frame, at + 1)
    return None


def _said(frame: Frame, at: int) -> str:
    token = frame.sentence.tokens[at]
    return frame.sentence.document.text[token.start : token.end].lower()  # "raised" may be a direction


def _denied(frame: Frame, group: Group) -> bool:
    words = small(frame.sentence.lang)
    near = {token.text for token in frame.sentence.tokens[max(group.first - 3, frame.sentence.opening) : group.first]}
    return bool((group.said | near) & words.denying) or bool(group.said & words.uncertain)


# --------------------------------------------------------------------------------------------------------- the facts


def _issue(frame: Frame, rows: Securities, paper: Paper, who: str, status: str) -> Issue:
    mention = frame.sentence.tokens[paper.money].mention
    assert mention is not None and isinstance(mention.value, Quantity)  # noqa: S101, PT018 - _amount asked
    figure = msgspec.structs.replace(issued(frame.level(paper.money)), entity=who)
    figure = frame.restate(paper.money, frame.key(figure, mention))
    frame.carried.paper = figure
    return Issue(
        spans=(frame.sentence.span_of(paper.first, paper.last),),
        rule="security.issue",
        printed=(Printed(figure, mention.value, mention.span, nominal=True),),
        issuer=who,
        instrument=_instrument(frame, paper),
        figure=figure,
        quantity=mention.value,
        market=_market(frame, paper),
        use_of_proceeds=_use(frame, rows, paper),
        status=status,
        tenor=paper.tenor,
    )


def _open(frame: Frame, at: int) -> bool:
    """May a reader still say what an amount is of?"""
    return at not in frame.taken and frame.is_level(at)


def _tranche(frame: Frame, paper: Paper, who: str | None, quantity: Quantity | None = None) -> Tranche:
    mention = frame.sentence.tokens[paper.money].mention
    assert mention is not None and isinstance(mention.value, Quantity)  # noqa: S101, PT018 - _amount asked
    quantity = quantity or mention.value
    runs = paper.tenor or (paper.maturity.label if paper.maturity is not None else "")
    figure = frame.figures[paper.money] if paper.money in frame.figures else issued(frame.level(paper.money))
    if paper.money not in frame.restated:
        unit = quantity.unit or figure.unit
        figure = msgspec.structs.replace(
            issued(figure), entity=who, unit=unit, segment=(("tenor", runs),) if runs else ()
        )
        figure = frame.restate(paper.money, figure)
    amount = Printed(figure, quantity, mention.span, nominal=True)
    span = frame.sentence.span_of(paper.first, paper.last)
    return as_tranche(frame, "security.tranche", span, amount, paper.coupon, who, paper.tenor, paper.maturity)


def _instrument(frame: Frame, paper: Paper) -> str:
    """What is issued: the head with its adjectives, "Fixed Rate Senior Notes"."""
    assert paper.head is not None  # noqa: S101 - only an issue has one
    first = paper.head
    while first > paper.money + 1 and _adjective(frame, first - 1):
        first -= 1
    while frame.sentence.tokens[first].text == "-":
        first += 1
    return syntax.words_of(frame.sentence, first, paper.head + 1)


def _market(frame: Frame, paper: Paper) -> str | None:
    sentence, markets = frame.sentence, standing(frame.sentence.lang).markets
    end = min(paper.last + _BEHIND, len(sentence.tokens) - 1)
    for at in range(paper.last, end):
        if sentence.tokens[at].text in ("in", "on") and sentence.tokens[at].mention is None:
            if sentence.place_at(at + 1) is not None:
                return next((words for _, words in sentence.places_in(at + 1, min(at + 6, end + 1))), None)
            party = syntax.behind(frame, at + 1)
            if party is not None and party.who.lower().split()[-1] in markets:
                return party.who
    return None


def _use(frame: Frame, rows: Securities, paper: Paper) -> str | None:
    """What the money is for: "to fund | a plant in Leeds"."""
    start, text = frame.sentence.tokens[paper.last - 1].end, frame.sentence.document.text
    found = rows.used.search(text, start, frame.sentence.span.end)
    if found is None:
        return None
    cut = _UNTIL.search(text, found.end() + _SHORTEST, frame.sentence.span.end)
    words = " ".join(text[found.end() : cut.start() if cut is not None else frame.sentence.span.end].split())
    return words.removeprefix("the ").removeprefix("a ").rstrip(".") if len(words) >= _SHORTEST else None
