"""The ends of a move: a fit of a phrasing comes in, out goes whether its level can have moved so, and from its base.

What only stands beside a move is often taken for what it was measured from: a forecast, the same in another currency,
what came later, another measure.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from crossfoot import days
from crossfoot.facts.frame import Frame
from crossfoot.facts.frame.kin import same_unit
from crossfoot.facts.sentence import Match
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.late import late
from crossfoot.lexicon.cued import aimed, measured_over, yardstick
from crossfoot.lexicon.frame import drives, frame_words
from crossfoot.lexicon.metrics import metric, metric_forms
from crossfoot.lexicon.units import a_coin
from crossfoot.lexicon.words import in_list, moving_verbs
from crossfoot.model import Cue, Figure, Mention, Quantity, Timex

_YEAR = late(r", ?(?:19|20)[0-9]{2}\b")
WITHIN = 2  # tokens from what stands in brackets back to what it says again
ENDING = frozenset(";:.")
_TAKEN = 4  # tokens behind a share in which it is said what it is of
BEHIND = 6  # tokens behind a move in which it is said how it was measured
UNSCALED = 100  # times a bare number that a level with a scale word is
FARTHEST = 100  # times that what moved was before
SIGNS = {"+": "up", "-": "down", "\N{MINUS SIGN}": "down", "\N{EN DASH}": "down"}


def hold(match: Match) -> bool:
    """Can its level have moved so, and from its base? Only then may a fit claim its figures."""
    if _said_twice(match):
        match.drop("base")
    return all(asked(match) for asked in ASKED)


def _said_twice(match: Match) -> bool:
    """Does a bracket behind a level say it in another currency: "fell 3% to 1.35 billion crowns ($205 million)"?"""
    level, base = match.quantity("level"), match.quantity("base")
    if level is None or base is None or base.currency in (None, level.currency):
        return False
    first = match.roles["base"][0]
    return (
        match.sentence.tokens[first - 1].text == "(" and match.roles.get("size", (first,))[0] < match.roles["level"][0]
    )


def of_one_currency(match: Match) -> bool:
    """No amount moves from one currency to another: "raised 30 billion yuan (US$4.26 billion)" says it twice."""
    said = (match.quantity(role) for role in ("size", "level", "base"))
    return len({quantity.currency for quantity in said if quantity is not None and quantity.currency}) < 2


def otherwise_measured(match: Match, frame: Frame) -> bool:
    """Is a rate of other ends than those beside it: "at constant exchange rates sales rose 5.5% to 84.9 million"?"""
    rebased = frame.words.rebased
    if not rebased or "base" not in match.roles:
        return False
    tokens, last = frame.sentence.tokens, match.end
    while last < min(match.end + BEHIND, len(tokens)) and tokens[last].text not in ENDING:
        last += 1
    where = frame.sentence.span_of(frame.reach(match.start), last)
    said = frame.sentence.document.text[where.start : where.end].lower()
    return any(words in said for words in rebased)


def of_one_noun(match: Match) -> bool:
    """What moved is what the size is of: "a 4% rise in traffic took revenue to 520 million" is none of revenue."""
    level = match.roles.get("level")
    first = min((place[1] for role, place in match.roles.items() if role in ("direction", "size")), default=None)
    if level is None or first is None or first >= level[0]:
        return True
    return not drives([token.text for token in match.sentence.tokens[first : level[0]]], match.sentence.lang)


def of_its_own_word(match: Match) -> bool:
    """A noun that may say which way something went moves itself: "provisions for losses doubled to 162 million"."""
    said, place = match.mention("direction"), match.roles.get("direction")
    ends = [match.roles[role][0] for role in ("level", "size", "base") if role in match.roles]
    behind = [at for at in ends if place is not None and at >= place[1]]
    if said is None or place is None or not behind:
        return True
    verbs = moving_verbs(match.sentence.lang)
    word = match.sentence.document.text[said.span.start : said.span.end].lower()
    if word not in frame_words(match.sentence.lang).moving_nouns:
        return True
    between = match.sentence.tokens[place[1] : min(behind)]
    return not any(token.text in verbs for token in between)


def of_what_is_outside(match: Match) -> bool:
    """What stands in brackets in another currency is no level: "3.6 billion crowns ($330 million), up from 2.9"."""
    level, place, base = match.quantity("level"), match.roles.get("level"), match.quantity("base")
    if level is None or place is None or level.currency is None or place[0] < WITHIN:
        return True
    tokens = match.sentence.tokens
    outer = tokens[place[0] - WITHIN].mention
    if tokens[place[0] - 1].text not in "(（" or outer is None or not isinstance(outer.value, Quantity):
        return True
    same = outer.value.kind != "money" or outer.value.currency == level.currency
    return same or (base is not None and base.currency == level.currency)


def of_a_level(match: Match) -> bool:
    """What a figure moved by is no level that moves again: "increased by 2.2 million, or 6.1%" is of what increased."""
    level = match.quantity("level")
    return level is None or level.change is None or level.kind == "percent"


def of_a_rate(match: Match) -> bool:
    """What moved by points is a rate: the 36 基点 of an exchange rate are parts of a yuan, and none of a percent."""
    size, level = match.quantity("size"), match.quantity("level")
    return size is None or level is None or size.kind != "basis-point" or level.kind in ("percent", "fraction")


def of_no_pace(match: Match) -> bool:
    """What is called growth is a rate, and says not which way that went: "cut supply growth to 0.9% from 1.6%"."""
    said, level = match.mention("direction"), match.quantity("level")
    if said is None or level is None or level.kind != "percent" or "size" in match.roles:
        return True
    word = match.sentence.document.text[said.span.start : said.span.end].lower()
    return word not in frame_words(match.sentence.lang).moving_nouns


def of_a_sign(match: Match) -> bool:
    """A rate in brackets is a move only by its sign: "61,900 (3%)" may be a share."""
    size = match.mention("size")
    signed = size is not None and match.sentence.document.text[size.span.start] in SIGNS
    return match.row.sense != "signed" or signed


def of_what_goes_on(match: Match) -> bool:
    """What stands before a move is no level of it if it goes to another: "its 500 shops rose 8.6% to 10.9 billion"."""
    tokens, level = match.sentence.tokens, match.quantity("level")
    if match.row.name != "level.direct" or level is None or match.end + 1 >= len(tokens):
        return True
    reached = tokens[match.end + 1].mention
    if tokens[match.end].text != "to" or reached is None or not isinstance(reached.value, Quantity):
        return True
    return reached.value.kind == level.kind


def of_one_scale(match: Match) -> bool:
    """What it was may go without the scale of its level: "to SEK 78m (228)", "from 7,907 to 9,174 million euros"."""
    level, base = match.quantity("level"), match.quantity("base")
    if level is None or base is None or base.kind not in ("number", level.kind):
        return True
    return not (base.scale == 1 < level.scale and base.high * UNSCALED < level.low)


def of_one_time(match: Match) -> bool:
    """What moved since the quarter before moved from no figure of "环比增长20%，上年同期为1.4亿元"."""
    told, asked = (_measured_over(match, role) for role in ("base", "size"))
    return not told or not asked or bool(told & asked)


def of_a_time_before(match: Match) -> bool:
    """Nothing moved from what came later: "净利润去年5.20亿元，今年6.24亿元，增长20%" has first what it moved from."""
    since, place = match.mention("since"), match.roles.get("level")
    if since is None or place is None or "base" not in match.roles or not isinstance(since.value, Timex):
        return True
    own = _time_before(match, place[0])
    if own is None or own.span.start >= since.span.start or since.value.shift is not None:
        return True
    then, now = since.value.period, own.value.period if isinstance(own.value, Timex) else None
    if then is not None and now is not None and then.start is not None and now.start is not None:
        return then.start < now.start
    return match.sentence.document.text[since.span.start : since.span.end] in frame_words(match.sentence.lang).beside


def _time_before(match: Match, at: int) -> Mention | None:
    """The time that is said right before a figure, after any other figure."""
    for token in reversed(match.sentence.tokens[max(at - WINDOW, 0) : at]):
        if _figure(token.mention):
            return None
        if token.mention is not None and isinstance(token.mention.value, Timex):
            return token.mention
    return None


def of_what_was(match: Match) -> bool:
    """From no forecast does a figure move: "412 million, against forecasts of 390 million, an increase of 12%"."""
    plain = match.row.sense == "" and {"level", "size", "base"} <= match.roles.keys()
    around = _around(match, "base") if plain else None
    return around is None or not (aimed(*around, match.sentence.lang) or yardstick(*around, match.sentence.lang))


def _measured_over(match: Match, role: str) -> frozenset[str]:
    """How long before a figure what it is measured from lies, by the words beside it."""
    around = _around(match, role) if "base" in match.roles else None
    return frozenset() if around is None else measured_over(*around, match.sentence.lang)


def _around(match: Match, role: str) -> tuple[str, str] | None:
    """The words before and behind a figure, up to the next ones."""
    mention, place = match.mention(role), match.roles.get(role)
    if mention is None or place is None:
        return None
    tokens, text = match.sentence.tokens, match.sentence.document.text
    first, last = place[0], place[1] - 1
    while first and place[0] - first < WINDOW and not _figure(tokens[first - 1].mention):
        first -= 1
    while last + 1 < len(tokens) and last - place[1] < WINDOW and not _figure(tokens[last + 1].mention):
        last += 1
    return text[tokens[first].start : mention.span.start], text[mention.span.end : tokens[last].end]


class Start(NamedTuple):
    """What words set behind a move for what it was measured from: its mention, what that says, and what moved."""

    match: Match
    frame: Frame
    figure: Figure
    mention: Mention
    value: Quantity


Instead = Literal["level", "move", "nothing"]


def instead(start: Start) -> Instead | None:
    """What a figure is that words set behind a move, if not its base; nothing at all where nobody can tell what of.

    "Up 12% to 84 million, against net loans of 60 million" has another level there, "rose 2.6% in October, compared
    with 3.1% in September" another move.
    """
    return next((known for asked, known in INSTEAD if asked(start)), None)


def _from_below(start: Start) -> bool:
    """Is it a rate from less than nothing, which nobody can tell what it is of: "up 20% from negative $3.37"?

    Of losses in brackets it can be told: "a net loss of $(2.7) million, down 20% from $(3.4) million".
    """
    size, sentence = start.match.quantity("size"), start.frame.sentence
    if size is None or size.kind != "percent" or start.value.high >= 0 or not start.frame.words.spaced:
        return False
    before = sentence.document.text[sentence.span.start : start.mention.span.start].lower()
    return not in_list("losing", sentence.lang, before)


def _to_a_day(start: Start) -> bool:
    """Is what it would have moved to a day: "up from 1,625 million in the days from October 1 to 10, 2011 to 2,179"?"""
    level, value = start.match.mention("level"), start.match.quantity("level")
    if level is None or value is None or not start.frame.words.spaced or value.unit_word:
        return False
    return _YEAR.match(start.frame.sentence.document.text, level.span.end) is not None


def _of_two_bases(start: Start) -> bool:
    """Is it one rate of two moves: "9 cents for May and 18 for June, a 20% increase from 7.5 cents and 15 cents"?"""
    tokens, place, level = start.match.sentence.tokens, start.match.roles["base"], start.match.roles.get("level")
    if level is None or place[0] + 2 >= len(tokens) or tokens[place[0] + 1].text != "and":
        return False
    other = tokens[place[0] + 2].mention
    before = (token.mention for token in tokens[: level[0]])
    return _like(other, start.value) and any(_like(mention, start.value) for mention in before)


def _like(mention: Mention | None, value: Quantity) -> bool:
    """Is it a figure in the unit of another?"""
    return mention is not None and isinstance(mention.value, Quantity) and mention.value.unit == value.unit


def is_rate(mention: Mention | None) -> bool:
    """Is it a percentage?"""
    return mention is not None and isinstance(mention.value, Quantity) and mention.value.kind == "percent"


def _of_rates(start: Start) -> bool:
    """Is a rate set beside another, with no level: "rose 2.6 percent in October, compared with 3.1 percent"?"""
    size, level = start.match.mention("size"), start.match.mention("level")
    return is_rate(start.mention) and is_rate(size) and not is_rate(level)


def _of_another_time(start: Start) -> bool:
    """Is a year-on-year move set beside the month before: "7月4,600辆，6月4,000辆，同比增长22%"?"""
    match, later = start.match, start.figure.period
    since = match.mention("since")
    then = since.value.period if since is not None and isinstance(since.value, Timex) else None
    if then is None or later is None or _measured_over(match, "size") != {"yearly"} or _measured_over(match, "base"):
        return False
    if then.start is None or later.start is None:
        return then.start is later.start is None and then.label != later.label and then.label[-1] == later.label[-1]
    before = days.shifted(later, "-P1Y")
    return before is not None and before.start != then.start


def _otherwise(start: Start) -> bool:
    """Do words call a base by another measure: "deposits rose 7% to 20 billion, against net loans of 10 billion"?"""
    match, frame, figure = start.match, start.frame, start.figure
    first, last = match.roles.get("level", (0, 0))[1], match.roles["base"][0]
    if not frame.words.spaced or metric(figure.metric) is None or not 0 < first < last:
        return False
    if "aside" in match.roles:  # "to 393 million, or 11% of net sales, compared to operating income of 450"
        first = max(first, match.roles["aside"][1] + _TAKEN)
    words = [token.text for token in frame.sentence.tokens[first:last] if token.mention is None]
    if "aside" in match.roles and words[-1:] == ["of"]:
        return frame.texts(frame.reach(match.start), match.start).isdisjoint({*words} - frame.words.prepositions)
    said = [*words, *(" ".join(pair) for pair in pairwise(words))]
    ids = {row.id for word in said for row in metric_forms(frame.sentence.lang).get(word, ())}
    return bool(ids) and figure.metric not in ids


def _quoted(start: Start) -> bool:
    """Is it so much of one currency for another, which rises as the one falls: "the zloty eased to 4.34 per euro"?"""
    level = start.match.quantity("level")
    return level is not None and a_coin(level.per, start.match.sentence.lang) and not start.match.quantity("size")


def _far(start: Start) -> bool:
    """Is a bare base in millions of what is told in ones: "2 million a load of 125 kilos, up from 1.3 million"?"""
    level, base = start.match.quantity("level"), start.value
    bare = level is not None and base.kind == "number" and base.scale_word is not None and level.scale_word is None
    return bare and level is not None and level.kind == "measure" and base.low > FARTHEST * max(level.low, Fraction(1))


def _both_ranges(start: Start) -> bool:
    """Is what it moved from a range, as what it moved to is: "180 to 220 million, down from 240 to 280 million"?"""
    match, base, level = start.match, start.value, start.match.quantity("level")
    if match.row.name != "moved.from.to" or level is None or (sense := match.mention("direction")) is None:
        return False
    down = isinstance(sense.value, Cue) and sense.value.sense == "down"
    before = (token.mention.value for token in match.sentence.tokens[: match.start] if token.mention is not None)
    ranged = any(isinstance(value, Quantity) and value.low < value.high for value in before)
    return ranged and down == (base.low < level.low)


def _of_another_unit(start: Start) -> bool:
    """Is one of the two of something else?"""
    return not same_unit(start.figure, start.value)


def _figure(mention: Mention | None) -> bool:
    return mention is not None and isinstance(mention.value, Quantity)


ASKED = (
    of_one_currency,
    of_its_own_word,
    of_what_is_outside,
    of_one_noun,
    of_a_level,
    of_a_rate,
    of_a_sign,
    of_what_goes_on,
    of_one_scale,
    of_one_time,
    of_a_time_before,
    of_no_pace,
    of_what_was,
)  # of a fit, before it may claim its figures

# What a figure behind a move may be instead of its base, in the order in which it is asked.
INSTEAD: tuple[tuple[Callable[[Start], bool], Instead], ...] = (
    (_from_below, "level"),
    (_to_a_day, "level"),
    (_both_ranges, "nothing"),
    (_of_two_bases, "nothing"),
    (_of_another_time, "level"),
    (_of_rates, "move"),
    (_quoted, "level"),
    (_far, "level"),
    (_otherwise, "level"),
    (_of_another_unit, "nothing"),
)
