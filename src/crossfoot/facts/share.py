"""A part as so much of a whole: "1,300 cars, or 13% of total sales"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts import holding, nesting
from crossfoot.facts.ends import SIGNS
from crossfoot.facts.frame import Frame, antecedent, dealt, topic
from crossfoot.facts.frame.kin import same_kind, unit_of
from crossfoot.facts.sentence import Match, party
from crossfoot.facts.sentence.layout import WINDOW, between
from crossfoot.interval import exactly
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.parts import parts
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Figure, Mention, Name, Printed, Quantity, Share
from crossfoot.ranges import ranges, usual

MOST_NAMING = 5  # words of a part that shares the verb of another
_RULED = 4  # tokens before a share in which somebody only allows it or asks for it
_ALL = 100  # per cent
BRACKETS = ("(", "（")
FAR = 20  # tokens from a share back to the word that makes it a rough one


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    ratio = match.mention("ratio")
    if ratio is None or match.quantity("ratio") is None:
        return
    ratio = in_percent(ratio)
    if match.row.sense == "last":
        yield from _of_last(match, frame, ratio)
        return
    if match.row.sense == "part" or (match.row.sense == "who" and "of" not in match.roles):
        yield from _alone(match, frame, ratio)
        beside = match.mention("beside")  # "其中风电占62%，光伏占30%"
        if beside is not None:
            yield from _alone(match, frame, in_percent(beside), "first")
        return
    if "level" not in match.roles and frame.words.spaced:
        if (first := match.mention("first")) is not None:  # "Germany supplied 55% of guests, Austria 22%"
            yield from _in_words(match, frame, in_percent(first), "first", "head")
        for fact in _in_words(match, frame, ratio):
            yield fact
            if isinstance(fact, Share):
                yield from _gapped(match, frame, fact)
        return
    part: Figure | None
    if match.row.sense == "who":
        part = Figure(frame.entity_before(match.start), "other:", (), frame.carried.period, "")
    elif "level" in match.roles:
        part = frame.level(match.roles["level"][0])
    else:
        part = topic.spoken(frame, match.start)
    if part is None and (who := _who(match, frame)) is not None:
        part = Figure(None, f"other:{who}", (), frame.carried.period, "", basis=f"at {ratio.span.start}")
        yield _of(match, frame, part, _spoken_of(match, frame, part, ratio), ratio, part_words=who)
        return
    if part is None:
        return
    if (sizes := _dealt(match, frame)) and match.row.name == "words.of.words":
        yield from _respective(match, frame, sizes)
        return
    if match.row.sense in ("held", "issued"):
        yield from _of_stake(match, frame, part, ratio)
        return
    whole = _whole(match, frame, part, ratio)
    if whole is not None and whole != part:
        last, frame.carried.whole = frame.carried.whole, whole
        share = _of(match, frame, part, whole, ratio, frame.carried.called.get(part))
        meant = last if match.row.sense == "whole.known" and last not in (None, part) else whole
        if meant not in (None, whole) and not _ties(frame, part, whole, ratio):
            # "18亿元，占净资产的57%，其中担保0.8亿元，占2.47%": of the same, where it is not of what stands before it
            share = _of(match, frame, part, meant, ratio, frame.carried.called.get(part))
        yield share


def _dealt(match: Match, frame: Frame) -> list[int]:
    """Where the shares of a list stand that are dealt out: "一般贸易1,631亿元，民企1,625亿元，分别占80.2%和79.9%"."""
    found = dealt.sizes(frame, max(match.start - 2, 0), match.roles["ratio"][0])
    values = (mention.value for i in found if (mention := frame.sentence.tokens[i].mention) is not None)
    shares = all(isinstance(v, Quantity) and v.kind == "percent" and v.change is None for v in values)
    return found if shares and len(found) > 1 else []


def _respective(match: Match, frame: Frame, sizes: list[int]) -> Iterator[Fact]:
    """Each share is of the level that stands at its place in the list before."""
    near = between(frame.layout.levels, match.start - WINDOW, match.start)
    levels = [frame.figures[i] for i in near if i in frame.figures and frame.figures[i].unit not in ("percent", "pp")]
    if len(levels) < len(sizes):
        return
    parts, known = levels[-len(sizes) :], None
    of_one = len({part.entity for part in parts}) == 1 and not frame.texts(match.start, sizes[0]) & frame.words.of_each
    of_one = of_one and len({(part.metric, part.segment) for part in parts}) == len(parts)  # not one of two years
    for part, index in zip(parts, sizes, strict=True):
        mention = frame.sentence.tokens[index].mention
        assert mention is not None  # noqa: S101 - `_dealt` has looked
        ratio = in_percent(mention)
        whole = known or _spoken_of(match, frame, part, ratio)
        if known is None and not of_one:
            whole = msgspec.structs.replace(whole, basis=f"at {mention.span.start}")
        known = whole if of_one else None
        frame.taken.add(index)
        if whole != part:
            yield _of(match, frame, part, whole, ratio, frame.carried.called.get(part))


def _ties(frame: Frame, part: Figure, whole: Figure, ratio: Mention) -> bool:
    """Is a printed part its share of a printed whole, as they are rounded?"""
    known = [frame.carried.printings.first(figure) for figure in (part, whole)]
    if None in known or not isinstance(ratio.value, Quantity):
        return True  # nobody can tell
    size, of, by = (usual(q) for q in (*known, ratio.value) if q is not None)
    return (of * by & size * exactly(_ALL)) is not None


def _alone(match: Match, frame: Frame, ratio: Mention, role: str = "part") -> Iterator[Fact]:
    """A part that only words name, of what they name or leave open: "发行股份（占六成）", "市占率8.9%"."""
    words = party.phrase(match, role)
    who = frame.entity_before(match.start)
    if words is None and who is None:
        return
    at = f"at {ratio.span.start}"
    part = Figure(who, "other:", (("words", words or ""),), frame.carried.period, "", basis=at)
    whole = Figure(who, "other:", (), frame.carried.period, "", basis=at)
    if match.row.gives.get("whole") == "last":
        known = _last(match, frame)
        if known is None:
            return
        whole = msgspec.structs.replace(known, basis=at)  # it may be of more than is printed: nothing ties on it
        part = msgspec.structs.replace(whole, segment=(*whole.segment, ("part", words or "")))
    fact = _of(match, frame, part, whole, ratio, part_words=words or who)
    if match.row.gives.get("whole") == "last":
        called = frame.carried.called.get(_last(match, frame) or whole, "")
        yield msgspec.structs.replace(fact, whole_words=called or None)
        return
    yield msgspec.structs.replace(fact, whole_words=fact.whole_words or _market(frame) or match.row.gives.get("of"))


def _last(match: Match, frame: Frame) -> Figure | None:
    """The amount said last that may have parts."""
    here = [frame.figures[i] for i in sorted(frame.figures) if i < match.start and frame.stands(i)]
    return next((f for f in reversed([*frame.before, *here]) if f.unit not in ("percent", "pp", "bp", "")), None)


def _who(match: Match, frame: Frame) -> str | None:
    """Somebody who is a part of what words name: "东盟占外贸总值的21.5%", "东盟为第一大伙伴，占外贸总值的21.5%"."""
    if "of" not in match.roles or match.row.sense:
        return None
    before = [(at, name) for at, name in frame.sentence.names if at < match.start]
    if not before:
        return None
    at, name = before[-1] if before[-1][0] == match.start - 1 else before[0]
    near = at == match.start - 1 or (
        at == frame.sentence.opening and frame.sentence.tokens[match.start - 1].text == ","
    )
    return name.value.entity if near and isinstance(name.value, Name) else None


def _market(frame: Frame) -> str | None:
    """The market that is spoken of: 国内平板电脑."""
    known, areas = frame.carried.region or "", frame.words.areas
    return known if known not in areas and any(known.startswith(area) for area in areas) else None


def _of_stake(match: Match, frame: Frame, part: Figure, ratio: Mention) -> Iterator[Fact]:
    """A part of a holding or of the shares in issue: "占其所持股份的53.55%，占公司总股本的10.50%"."""
    wholes = holding.whole(match, frame, part)
    if not wholes:  # nobody has said how many they are
        apart = msgspec.structs.replace(part, metric="other:held", segment=(), unit="", basis=f"at {ratio.span.start}")
        wholes = (apart,)
    share = _of(match, frame, part, wholes[0], ratio, frame.carried.called.get(part))
    yield msgspec.structs.replace(
        share, wholes=wholes, named=len(wholes) == 1, whole_words=holding.worded(match, frame)
    )


def _of_last(match: Match, frame: Frame, ratio: Mention) -> Iterator[Fact]:
    """A part that was said last: "the purchases represent 2% of its 160 million shares"."""
    amount, place = match.quantity("whole"), match.roles["whole"][0]
    if not frame.points_back(match.start):
        return  # "debt due within a year makes up 28% of its debt": a part of its own
    part = antecedent.last_of(frame, match.start, amount) if amount is not None else None
    if part is not None and frame.level(place) != part:
        yield _of(match, frame, part, frame.level(place), ratio)


def in_percent(ratio: Mention) -> Mention:
    """A share is kept in percent, "a third" too."""
    quantity = ratio.value
    if isinstance(quantity, Quantity) and quantity.kind == "fraction" and quantity.high <= 1:
        low, high, step = (100 * value for value in (quantity.low, quantity.high, quantity.step))
        ratio = msgspec.structs.replace(ratio, value=msgspec.structs.replace(quantity, low=low, high=high, step=step))
    return ratio


def of_parts(match: Match) -> bool:
    """Is it said of something that it is a part, and not of somebody that he owns one ("took 40% of the shares")?"""
    if _no_share(match) or _of_what_was_said(match) or _signed(match):
        return False
    if "words" not in match.row.gives:
        return True
    of = (match.words("of") or "").lower().split()
    first = match.sentence.tokens[match.roles["part"][0]] if "part" in match.roles else None
    if first is None or first.text in standing(match.sentence.lang).pronouns | standing(match.sentence.lang).relative:
        return False
    held = set(of) & standing(match.sentence.lang).holdings or match.names_in("of")
    return "unheld" not in match.row.gives or not held


def _signed(match: Match) -> bool:
    """Is it a move, by its sign in brackets: "88,400 cars, of which electric 31,200 (+52%)"?"""
    text, ratio = match.sentence.document.text, match.mention("ratio")
    if ratio is None or text[ratio.span.start] not in SIGNS:
        return False
    return text[: ratio.span.start].endswith(BRACKETS)


def _of_what_was_said(match: Match) -> bool:
    """Is it the share of what stands before it: "9,429 tonnes, 55.2% of which (5,207 tonnes) is barley"?"""
    ratio, whole = match.roles.get("ratio"), match.roles.get("whole")
    if ratio is None or whole is None or whole[0] < ratio[1]:
        return False
    between = {token.text for token in match.sentence.tokens[ratio[1] : whole[0]]}
    return not between.isdisjoint(standing(match.sentence.lang).relative)


def _unsaid(match: Match) -> bool:
    """Does a word for a share stand where its whole would be named: "出口6,120辆，占比达14.2%"?"""
    known = frame_words(match.sentence.lang)
    if known.spaced or "of" not in match.roles:
        return False
    first, last = match.roles["of"]
    said = (token.text for token in match.sentence.tokens[first - 1 : last])
    return any(word in known.share_words and len(word) > 1 for word in said)


def _no_share(match: Match) -> bool:
    """Is it a ratio ("gross margin was 34% of sales"), a rule ("may own up to 60% of"), or what somebody holds?"""
    known = parts(match.sentence.lang)
    if known is None or "level" in match.roles or "whole" in match.roles or "ratio" not in match.roles:
        return False
    rows, tokens, at = known.rows, match.sentence.tokens, match.roles["ratio"][0]
    if any(token.text in rows.ruling and token.mention is None for token in tokens[max(match.start - _RULED, 0) : at]):
        return True
    if set((match.words("part") or "").lower().split()[-1:]) & rows.ratios:
        return True
    held = set((match.words("of") or "").lower().split()) & rows.held
    return bool(held) and "part" in match.roles


def _in_words(match: Match, frame: Frame, ratio: Mention, at: str = "ratio", who: str = "part") -> Iterator[Fact]:
    """A part that is only spoken of: "exports accounted for 12% of tractor sales"."""
    words = party.phrase(match, who)
    if (not words and "of" not in match.roles and "whole" not in match.roles) or words in ("vs", "versus", "against"):
        return
    index = match.roles[at][0]
    said = frame.describe(index, None)
    if words and said.entity and said.entity == words.lower() and "unheld" in match.row.gives:
        first = frame.carried.first  # "Germany took 31% of exports": who takes them does not have them
        said = msgspec.structs.replace(said, entity=first if first != said.entity else None)
    part = msgspec.structs.replace(said, segment=(("words", words or ""),), basis=f"at {ratio.span.start}")
    named = party.party(match, who) if words else said.entity
    amount = match.roles.get("whole")
    if match.row.gives.get("whole") == "last":
        known = [f for f in antecedent.said_before(frame, match.start) if f.status == "actual" and f.unit != "percent"]
        if not known:
            return
        whole = known[-1]
    elif amount is not None and frame.is_level(amount[0]):
        whole = frame.level(amount[0])
    else:
        whole = _spoken_of(match, frame, msgspec.structs.replace(part, unit=""), ratio)
    part = msgspec.structs.replace(part, metric=whole.metric, unit=whole.unit, period=whole.period or part.period)
    yield _of(match, frame, part, whole, ratio, part_words=words or named)


def _gapped(match: Match, frame: Frame, like: Share) -> Iterator[Share]:
    """Others that share the verb and the whole: "Germany took 31% of exports, Italy 14% and Austria just under 9%"."""
    tokens, index = frame.sentence.tokens, match.roles["ratio"][0] + 1
    while (
        index < len(tokens)
        and tokens[index].text not in frame.words.joints
        and tokens[index].text not in frame.words.boundary
    ):
        index += 1
    while index < len(tokens) and tokens[index].text in frame.words.joints:
        while index < len(tokens) and tokens[index].text in frame.words.joints:
            index += 1
        first = index
        while index < len(tokens) and index - first < MOST_NAMING and _names(frame, index):
            index += 1
        last = index
        while last < len(tokens) and tokens[last].text in frame.words.adverbs | frame.words.prepositions:
            last += 1
        mention = tokens[last].mention if first < index and last < len(tokens) else None
        if mention is None or last in frame.taken or not isinstance(mention.value, Quantity):
            return
        if mention.value.kind != "percent" or mention.value.change is not None:
            return
        span = frame.sentence.span_of(first, index)
        words = " ".join(frame.sentence.document.text[span.start : span.end].split())
        part = msgspec.structs.replace(like.part, segment=(("words", words),), basis=f"at {mention.span.start}")
        frame.taken.add(last)
        fact = _of(match, frame, part, like.wholes[0], mention, part_words=words)
        yield msgspec.structs.replace(
            fact, spans=(frame.sentence.span_of(first, last + 1),), whole_words=like.whole_words
        )
        index = last + 1


def _names(frame: Frame, index: int) -> bool:
    """May a token be in the name of a part: no verb, no figure, no small word?"""
    token, words = frame.sentence.tokens[index], frame.words
    if token.mention is not None:
        return isinstance(token.mention.value, Name)
    if token.text in ("vs", "versus", "against"):
        return False  # "contributed 14 pct of income vs 12 pct"
    return token.text[0].isalpha() and token.text not in words.closing and token.text not in words.adverbs


def _spoken_of(match: Match, frame: Frame, part: Figure, ratio: Mention) -> Figure:
    """The whole that the words name, as a figure that the text has printed or as one of its own."""
    first, last = match.roles["of"]
    whole = _equal_choice(frame, part, ratio, first, last) or frame.referred(part, first, last)
    owned = frame.texts(max(first - 2, 0), last) & frame.words.pronouns
    nobodys = owned or whole.entity is None or match.row.sense == "who"  # nobody can tell whose it is
    if whole == part or (nobodys and whole not in frame.carried.levels) or _too_small(frame, part, whole, ratio):
        whole = msgspec.structs.replace(whole, basis=f"at {ratio.span.start}")
    return _no_part(frame, part, whole, party.phrase(match, "of") or "")


def _no_part(frame: Frame, part: Figure, whole: Figure, words: str) -> Figure:
    """No part of what words call is all of it: "产品销售额66亿元，占总销售额70%；服务收入28亿元，占总销售额30%"."""
    known, parts = frame.carried.shared.get(words, (whole, frozenset[Figure]()))
    if whole not in parts:
        parts = frozenset[Figure]() if known != whole else parts
        known = whole
    frame.carried.shared[words] = known, parts | {part}
    return known


def _too_small(frame: Frame, part: Figure, whole: Figure, ratio: Mention) -> bool:
    """Is what words seem to name printed as less than its part: "国际业务量0.16亿件……占全部业务量的82%"?"""
    held, own = frame.carried.printings.first(whole), frame.carried.printings.first(part)
    share = ratio.value
    if held is None or own is None or not isinstance(share, Quantity) or share.high >= _ALL:
        return False
    return held.unit == own.unit and held.high < own.low


def _equal_choice(frame: Frame, part: Figure, ratio: Mention, first: int, last: int) -> Figure | None:
    """ "42% of the total", where several amounts were said before: of equally good wholes the one that ties, if any.

    Words that name a measure are no equal choice; arithmetic then has no say.
    """
    if not frame.texts(first, last) <= frame.words.whole | frame.words.empty or not isinstance(ratio.value, Quantity):
        return None
    known = frame.carried.printings
    size = known.first(part)
    alike = [f for f in reversed(frame.before) if f.unit == part.unit and f.status == part.status and f != part]
    if size is None or len(alike) < 2:
        return None
    share = ranges(Printed(part, ratio.value, ratio.span)).default
    for whole in alike:
        amount = known.first(whole)
        if amount is not None and amount.low and share.contains(100 * size.low / amount.low):
            return whole
    return None


def _of(
    match: Match, frame: Frame, part: Figure, whole: Figure, ratio: Mention, part_words: str | None = None
) -> Share:
    share = Figure(
        part.entity, f"share of {whole.metric}", part.segment, part.period, "percent", basis=str(whole.segment)
    )
    share = frame.key(share, ratio)
    if not frame.words.spaced:
        frame.reprint(match.roles["ratio"][0], share)
    quantity = ratio.value
    assert isinstance(quantity, Quantity)  # noqa: S101 - the caller has looked
    quantity = msgspec.structs.replace(quantity, change=None)  # "will cut 1,900 jobs, or 11%": no part is below nothing
    if not quantity.approx and _roughly(match, frame):
        quantity = msgspec.structs.replace(quantity, approx="~")
    return Share(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(share, quantity, ratio.span),),
        part=part,
        ratio=share,
        wholes=(whole,),
        quantity=quantity,
        part_words=part_words,
        whole_words="" if _unsaid(match) else party.phrase(match, "of"),
    )


def _roughly(match: Match, frame: Frame) -> bool:
    """Does a share only come to about so much, by a word that stands before what it is of: "约占总产能的四成"?"""
    index = match.roles["ratio"][0]
    for i in range(index - 1, max(index - FAR, match.start - 2) - 1, -1):
        token = frame.sentence.tokens[i]
        if token.text in frame.words.roughly:
            return True
        if token.text == "," or (token.mention is not None and isinstance(token.mention.value, Quantity)):
            return False
    return False


def _in_brackets(match: Match, frame: Frame) -> bool:
    """Does a bracket open before a whole: "273 million, or 10.2% of sales (261 million and 10.2%)"?"""
    between = frame.texts(match.roles["ratio"][1], match.roles["whole"][0])
    return frame.words.spaced and "(" in between


def _whole(match: Match, frame: Frame, part: Figure, ratio: Mention) -> Figure | None:
    """What the part is a part of: printed, said in words, or known from before."""
    amount = match.quantity("whole")
    if amount is not None:
        known = match.quantity("level")
        if known is None or not same_kind(unit_of(amount), unit_of(known)) or _in_brackets(match, frame):
            return None  # a share of another thing than the part
        return frame.level(match.roles["whole"][0])
    if match.row.sense == "that":  # planned or done: whatever was said last
        known = match.quantity("level")
        return antecedent.last_level(frame, match.start, known) if known is not None else None
    if match.row.sense == "before":
        said = [f for f in frame.before if same_kind(f.unit, part.unit) and f.status == "actual"]
        return said[-1] if said else None
    if "of" in match.roles:
        return _spoken_of(match, frame, part, ratio)
    if (split := nesting.split(frame, part)) is not None:
        return split
    if match.row.sense == "whole.known" and frame.carried.whole is None and part.segment:
        level = next((f for f in reversed(frame.before) if (f.metric, f.unit) == (part.metric, part.unit)), None)
        if level is not None and not level.segment:
            return msgspec.structs.replace(level, basis=f"at {ratio.span.start}")
    before = frame.carried.whole
    # "... representing 30% of the shares in issue, and ... representing 5%"
    return before if before is not None and before.unit == part.unit else None
