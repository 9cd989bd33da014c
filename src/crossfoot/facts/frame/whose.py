"""A figure and its clause come in; out goes whose figure it is, and not who only tells it.

The nearest name that acts in the clause comes first, then the place whose something is spoken of, then whom the
sentence began with, then whom the item is about. A ministry, a statistics office or an association that tells figures
does not own them: they are of the country, the region or the trade that it counts.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from crossfoot.facts.frame import dealt, doer, owner, region
from crossfoot.facts.frame.subject import Subject
from crossfoot.facts.sentence.layout import WINDOW, between
from crossfoot.lexicon import but
from crossfoot.lexicon.metrics import Metric
from crossfoot.model import Mention, Name

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

MOST_NAMES = 20  # of a sentence that may be whose a figure is
_SOURCE = 7  # tokens before a name in which it is cited
_TELLS = 3  # tokens behind a name up to the verb with which it tells something
_ADJECTIVES = 4  # words of a clause in which one may say of which country all that follows is


def of(frame: Frame, first: int, index: int, said: Subject) -> str | None:
    """Whose figure the one at a token is, in a clause that begins at `first`."""
    if not frame.words.spaced:
        return dealt.whom(frame, index) or owner.subject(frame, first, index)
    if (whom := _dealt(frame, index) or _set_beside(frame, index)) is not None:
        return whom
    if said.metric is not None and said.metric.id == "fine" and (fined := _fined(frame)) is not None:
        return fined
    if (beside := _with(frame, index)) is not None:
        return beside
    if (trade := _of_trade(frame, first, index)) is not None:
        return trade
    who = acting(frame, first, index, owning=True)
    if who is not None and _owns(frame, first, index, who, said):
        return who
    known = _counted(frame, first, index) or (_teller(frame, index, said.metric) if who is None else None)
    if known is None and said.metric is not None and said.metric.id in frame.words.of_firms:
        known = (
            frame.carried.headed.entity or _lone(frame) or frame.carried.headed.opener
        )  # "Sales in Germany rose" are those of the firm
    here = doer.place(frame, first, index) if who is None else None
    if said.metric is not None and said.metric.id in frame.words.of_firms and region.wide(frame, here):
        here = None
    return (
        known
        or here
        or frame.carried.headed.entity
        or region.owning(frame, first, index)
        or doer.place(frame, index, min(index + WINDOW, len(frame.sentence.tokens) - 1), near=True)
        or _lone(frame)
        or frame.carried.headed.opener
    )


def _fined(frame: Frame) -> str | None:
    """Who is fined: "imposed a penalty of 7 million on Holm AG", "the fine that the watchdog handed to Holm"."""
    tokens, words = frame.sentence.tokens, frame.words
    for at, mention in frame.sentence.names:
        who, before = _entity_of(mention), at - 1
        while before > 0 and (tokens[before].text in words.articles or tokens[before].text in words.firms):
            before -= 1
        if who is not None and before > 0 and tokens[before].text in words.fined_on:
            return who if words.counting.isdisjoint(who.split("-")) else None
    return None


def _with(frame: Frame, index: int) -> str | None:
    """Who is named right before "with" and a figure: "ahead of Corran with 5,870 and Mirai with 4,020"."""
    tokens, words, at = frame.sentence.tokens, frame.words, index - 1
    while at > 1 and tokens[at].text in words.adverbs and tokens[at].text != "with":
        at -= 1
    if at < 2 or tokens[at].text != "with":
        return None
    named = tokens[at - 1].mention
    first = at - 1
    while (
        named is None
        and first > 0
        and tokens[first - 1].mention is None
        and _capital(frame, first - 1)
        and first > at - 4
    ):
        first -= 1
    lead = tokens[first - 1].text if first else ""
    if lead not in ("of", "by", "and", ","):
        return None
    if named is not None:
        return named.value.entity if isinstance(named.value, Name) else None
    text = frame.sentence.document.text
    return text[tokens[first].start : tokens[at - 1].end] if _capital(frame, at - 1) else None


def _capital(frame: Frame, at: int) -> bool:
    return frame.sentence.document.text[frame.sentence.tokens[at].start].isupper()


def _of_trade(frame: Frame, first: int, index: int) -> str | None:
    """The country whose trade an item began with: "Sales of combine harvesters rose", behind those of a firm."""
    carried, tokens, words = frame.carried, frame.sentence.tokens, frame.words
    begun = carried.levels[0].entity if carried.levels else None
    if begun is None or begun in carried.heard:
        return None  # the item began with a firm
    first = min(first, frame.sentence.opening) if first - frame.sentence.opening < WINDOW else first
    while first < index and tokens[first].text in words.determiners:
        first += 1
    opens = first + 2 < index and tokens[first].text in words.of_trades and tokens[first + 1].text == "of"
    if not opens or words.pronouns & frame.texts(first, index) or any(at < index for at, _ in frame.sentence.names):
        return None
    return None if any(token.text.endswith("'s") for token in tokens[first:index]) else begun


def _lone(frame: Frame) -> str | None:
    """The only one that an item names, unless it only tells what is nobody's, and of no place."""
    who = frame.carried.lone
    tells = who is not None and not frame.words.counting.isdisjoint(who.split("-")) and "-of-" not in who
    return None if tells else who


def _dealt(frame: Frame, index: int) -> str | None:
    """Whom a figure is dealt out to: "Holm, Carlow and Tarrow had sales of 4, 3 and 2 million respectively"."""
    closing = next(iter(between(frame.layout.respectively, index, index + WINDOW)), None)
    if closing is None:
        return None
    figures = [i for i in between(frame.layout.levels, frame.sentence.opening, closing) if i not in frame.taken]
    tokens, listed = frame.sentence.tokens, list[tuple[int, Mention]]()
    for at, name in reversed([entry for entry in frame.sentence.names if figures and entry[0] < figures[0]]):
        between_ = tokens[at + 1 : listed[-1][0]] if listed else []
        if any(token.text not in frame.words.joints for token in between_):
            break
        listed.append((at, name))
    if len(listed) != len(figures) or len(listed) < 2 or index not in figures:
        return None
    return _entity_of(listed[::-1][figures.index(index)][1])


def _set_beside(frame: Frame, index: int) -> str | None:
    """Who is named right behind a figure that is set beside another: "137 orders, against 96 at rival Boreal"."""
    tokens, words = frame.sentence.tokens, frame.words
    if frame.texts(max(index - _ADJECTIVES, frame.sentence.opening), index).isdisjoint(words.beside):
        return None
    at = index + 1
    while (
        at < min(index + _ADJECTIVES, len(tokens))
        and tokens[at].mention is None
        and tokens[at].text not in words.of_whom
    ):
        at += 1
    if at >= len(tokens) or tokens[at].text not in words.of_whom:
        return None
    at += 1
    while at < min(index + 2 * _ADJECTIVES, len(tokens)) and tokens[at].mention is None:
        if tokens[at].text not in words.firms and tokens[at].text not in words.articles:
            return None
        at += 1
    mention = tokens[at].mention if at < len(tokens) else None
    named = mention is not None and isinstance(mention.value, Name) and mention.value.kind == "organisation"
    closed = at + 1 >= len(tokens) or tokens[at + 1].text in (",", ".", ";", ")", "and")
    return _entity_of(mention) if named and closed and mention is not None else None


def rest(frame: Frame, said: Subject, who: str | None) -> Subject:
    """What words say of a figure without those that name its owner: the "German" of German exports."""
    if who is None:
        return said
    kept = tuple(w for w in said.rest if who not in (w.replace(".", ""), frame.words.demonyms.get(w)))
    name = tuple(who.lower().split())
    at = next((i for i in range(len(kept)) if kept[i : i + len(name)] == name), None) if len(name) > 1 else None
    if at is not None:  # "the median price in Arden County"
        kept = (*kept[:at], *kept[at + len(name) :])
    return said if kept == said.rest else msgspec.structs.replace(said, rest=kept)


def acting(frame: Frame, first: int, index: int, owning: bool = False) -> str | None:
    """Who acts before a token: the nearest name of its clause that does, else whom the sentence began with.

    What a figure is of (`owning`) is nobody who only says in passing who that is: "Halm, a unit of Nova Lago, sold".
    """
    if not frame.words.spaced:
        return owner.subject(frame, first, index)
    names = frame.sentence.names
    last = bisect_right(names, index, key=lambda name: name[0])
    near = names[max(last - MOST_NAMES, 0) : last]
    asides = doer.asides(frame, first, index) if owning and near and near[-1][0] >= first else []
    for at, mention in reversed(near):
        if at < first:
            break
        if not governed(frame, at) and not any(at in aside for aside in asides):
            return _entity_of(mention)
    place = frame.sentence.owner(first, index) or _opened(frame, first, index)
    if place is not None and not (owning and region.wide(frame, place)):
        frame.carried.region = place
        return place  # "China's exports rose 5%"
    if (known := doer.subject(frame, first, index)) is not None:
        return known[0]
    begun = next((m for at, m in names[: min(last, MOST_NAMES)] if not governed(frame, at)), None)
    if begun is None and first > frame.sentence.opening and not frame.carried.entity:
        known = doer.subject(frame, frame.sentence.opening, index)  # "Marib made the deepest cut: it pumped"
        if known is not None:
            return known[0]
    if begun is None and frame.carried.entity is None and last:  # "Deliveries at Marlow Motors came to 12,268"
        begun = next((m for at, m in names if not _cited(frame, at)), None)
    who = _gone_on_about(frame) if begun is None else _entity_of(begun)
    return who if owning else who or doer.place(frame, first, index)


def _gone_on_about(frame: Frame) -> str | None:
    """Whom an item goes on about: the one of the last figure, unless the one that it began with is named more often.

    "Halm Foods lifted ... Halm's rival Larder has 22%. Net debt stands at 300 million": it is that of Halm.
    """
    carried = frame.carried
    first, last = carried.first, carried.entity
    return first if first is not None and carried.heard[first] > carried.heard[last or ""] else last


def _opened(frame: Frame, first: int, index: int) -> str | None:
    """The place that a sentence opens with, of which nobody acts in it: "In Canada, the rig count was up"."""
    sentence, at = frame.sentence, frame.sentence.opening
    tokens = sentence.tokens
    if (
        first > at + 3
        or at + 3 >= index
        or tokens[at].text != "in"
        or not sentence.document.text[tokens[at].start].isupper()
    ):
        return None
    ends = next((i for i in range(at + 2, min(at + 5, index)) if tokens[i].text == ","), None)
    return sentence.place_at(at + 1) if ends is not None and tokens[ends + 1].text in frame.words.articles else None


def other(frame: Frame, index: int, who: str | None) -> str | None:
    """The organisation nearest before a token that is somebody else, else the one that the text is about."""
    for at, mention in reversed(frame.sentence.names):
        if at < index and isinstance(mention.value, Name) and mention.value.entity != who:
            return mention.value.entity
    return frame.carried.entity if frame.carried.entity != who else frame.carried.first


def spoken_of(frame: Frame, index: int) -> str | None:
    """Whom the sentence is about: the one that it points back to, else the one it begins with, else as before."""
    names = [(at, m) for at, m in frame.sentence.names if at < index]
    text = frame.sentence.document.text
    back = next((m for _, m in names if m.rule == "anaphor" and text[m.span.start].lower() == "t"), None)
    back = back or next((m for _, m in names if m.rule == "anaphor"), None)
    first = next((m for at, m in names if at <= frame.sentence.opening + 3), None)
    if back is not None and text[back.span.start] in "tT" and back is not first:
        first = back  # "the company" is of whom the text is
    if first is None and back is None and frame.carried.topic is None:
        first = next((m for at, m in names if not governed(frame, at)), None)
    found = first or back
    known = frame.carried.topic or frame.carried.entity
    return found.value.entity if found is not None and isinstance(found.value, Name) else known


def governed(frame: Frame, at: int) -> bool:
    """Does a name only say by, with or from whom something is ("founded by Holm, the firm sold 40 cars")?"""
    tokens, words, at = frame.sentence.tokens, frame.words, at - 1
    while (
        at >= 0
        and tokens[at].mention is None
        and (tokens[at].text in words.articles or tokens[at].text.endswith("'s"))  # "by Sweden's Holm AB"
    ):
        at -= 1
    if at > 1 and tokens[at].text in words.studiers and tokens[at].mention is None:
        while at > 1 and tokens[at].mention is None and tokens[at].text not in words.governing:
            if tokens[at].text in words.boundary or tokens[at].text in words.auxiliaries or tokens[at].text == ",":
                return False
            at -= 1  # "according to the consultancy Holm Research"
        return tokens[at].text in words.governing
    if at > 0 and tokens[at].text == "and" and any(place == at - 1 for place, _ in frame.sentence.names):
        return governed(frame, at - 1)  # "excluding Holm Data and Brisk Aircraft"
    if at < 0 or tokens[at].mention is not None:
        return False
    held = tokens[at].text == "in" and at > 0 and tokens[at - 1].text in words.holdable
    told = tokens[at].text in ("to", "with") and at > 0 and tokens[at - 1].text in words.filed
    return held or told or tokens[at].text in words.governing  # "raised its stake in Talentum", "a disclosure to Holm"


def _cited(frame: Frame, at: int) -> bool:
    """Is somebody only named as the source: "according to the consultancy Holm Research"?"""
    said = [token.text for token in frame.sentence.tokens[max(at - _SOURCE, 0) : at]]
    return "according" in said and "to" in said and not frame.words.boundary & {*said[said.index("according") :]}


def _owns(frame: Frame, first: int, index: int, who: str, said: Subject) -> bool:
    """May a figure be of who was found: not if it is an authority that tells, or that was only spoken of before?"""
    words, metric = frame.words, said.metric.id if said.metric is not None else ""
    if words.counting.isdisjoint(who.split("-")) or metric in words.ruled:
        return True
    if metric in words.economic:
        return False
    here = [at for at, m in frame.sentence.names if at <= index and _entity_of(m) == who]
    if not here:
        return not metric and frame.carried.told != who and words.economics.isdisjoint(said.rest)
    return any(at >= first and not _tells(frame, at) for at in here)


def _tells(frame: Frame, at: int) -> bool:
    """Does a verb of telling follow a name: "the Labor Department said"?"""
    behind = frame.texts(at + 1, at + 1 + _TELLS)
    return not behind.isdisjoint(but(frame.words.reporting, frame.words.relative))


def heard(frame: Frame) -> None:
    """Keeps who only told something in a sentence, and of which country, for the sentences that follow."""
    first = frame.sentence.opening
    if not frame.words.bodies.isdisjoint(frame.texts(first + 1, first + 1 + _ADJECTIVES)) and frame.words.spaced:
        place = frame.sentence.owner(first, first + 2)
        frame.carried.region = place or frame.carried.region  # "Poland's central bank left its key rate"
    for at, mention in frame.sentence.names:
        who = _entity_of(mention)
        if who is None or frame.words.counting.isdisjoint(who.split("-")):
            continue
        frame.carried.region = frame.carried.region or _seat(frame, at, mention)
        if _tells(frame, at):
            frame.carried.told = who


def seat(frame: Frame, who: str) -> str | None:
    """Of which place an authority is that a sentence names."""
    names = ((at, m) for at, m in frame.sentence.names if _entity_of(m) == who)
    return next((place for at, m in names if (place := _seat(frame, at, m)) is not None), None)


def _seat(frame: Frame, at: int, mention: Mention) -> str | None:
    """Whose ministry or bank it is: "Japan's Finance Ministry", "the Central Bank of Altaria", "German customs"."""
    sentence, words = frame.sentence, frame.words
    if at and (place := sentence.owner(at - 1, at, of_name=True)) is not None:
        return place
    if at and (country := words.demonyms.get(sentence.tokens[at - 1].text)) is not None:
        return country
    printed = frame.printed(mention).split()
    if (country := words.demonyms.get(printed[0].lower())) is not None:
        return country
    if "of" in printed[1:-1] and printed[printed.index("of") - 1].lower() in words.bodies:
        return " ".join(printed[printed.index("of") + 1 :]).removeprefix("the ")
    return None


def _counted(frame: Frame, first: int, index: int) -> str | None:
    """The country or region that a clause begins with: "U.S. factory orders", "German exports"; else the last one."""
    sentence = frame.sentence
    while first < index and sentence.tokens[first].text in frame.words.determiners:
        first += 1
    for i in range(first, min(index, first + _ADJECTIVES)):
        token = sentence.tokens[i]
        if token.mention is not None or token.text in frame.words.prepositions:
            break
        place = sentence.place_at(i) or frame.words.demonyms.get(token.text)
        if place is not None and _a_firm(frame, i + 1, index):
            break  # "the Swedish toolmaker's profit"
        if (
            place is not None
            and not region.wide(frame, place)
            and sentence.document.text[token.start].isupper()
            and not _names(frame, i + 1, index)
        ):
            frame.carried.region = place
            return place
    return frame.carried.region


def _a_firm(frame: Frame, index: int, last: int) -> bool:
    """Does an adjective only say where a firm is from: "Swedish toolmaker", "French car parts group"?"""
    near = frame.sentence.tokens[index : min(index + _ADJECTIVES, last)]
    return any(t.mention is None and t.text.removesuffix("'s") in frame.words.firms for t in near)


def _names(frame: Frame, index: int, last: int) -> bool:
    """Does a name begin at a token, though no reader knows it: "Finnish Scanfil reports net sales"?"""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    if index >= last or tokens[index].mention is not None:
        return False
    said = text[tokens[index].start : tokens[index].end]
    return said[0].isupper() and not said.isupper()


def _teller(frame: Frame, index: int, metric: Metric | None) -> str | None:
    """A firm that tells a figure of its own behind it: "revenue was 5 billion euros, Holm Bank said"."""
    if metric is None or metric.id in frame.words.economic:
        return None
    for at, mention in frame.sentence.names:
        who = _entity_of(mention)
        if at and frame.sentence.tokens[at - 1].text in frame.words.studiers:
            continue  # "registrations fell, the industry body Holm said"
        if at > index and who is not None and _tells(frame, at) and frame.words.counting.isdisjoint(who.split("-")):
            return who
    return None


def _entity_of(mention: Mention) -> str | None:
    return mention.value.entity if isinstance(mention.value, Name) else None
