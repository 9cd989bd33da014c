"""What somebody or something is: its short name, kind, seat, year of foundation, listing, focus, aim."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, party, stance
from crossfoot.late import late
from crossfoot.lexicon.standing import standing
from crossfoot.model import Attribute, Fact, Mention, Name

_LONGEST_KIND = 12  # characters, where no space parts words
_TICKER = late(r" ?\( ?([A-Z][A-Za-z]{1,8}(?: (?:Helsinki|Stockholm|Paris|American))?) ?: ?[A-Z0-9][A-Z0-9.-]{0,9}\b")
_SEAT = late(r"\b(?!The )([A-Z][\w'-]*(?: [A-Z][\w'-]*)?)-(based|headquartered|listed)\b")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    gives, which = match.row.gives, match.row.sense
    if standing(match.sentence.lang).spaced:
        entity = party.known(match, "entity", frame)
    else:
        entity = party.party(match, "entity") or party.about(match, frame)
    if "first" in gives and match.sentence.names:
        entity = _topic(match, frame) or entity
    elif "topic" in gives:  # "its work", "the center's researchers": theirs who are named in it
        entity = party.named(match, "entity") or _topic(match, frame) or entity
    if which == "listed_on" and entity is not None and (_OF_SHARES.search(entity) or entity.startswith("and ")):
        entity = frame.entity_before(match.start) or frame.carried.entity or entity  # "The company's shares are listed"
    known = standing(match.sentence.lang)
    if which == "aim" and (words := party.phrase(match, "entity")) and words.split()[-1].lower() in known.measures:
        entity = words  # "the move"
    if entity is None or stance.denied(match, frame) or not _holds(match):
        return
    value = party.phrase(match, "value")
    if which == "alias" and value in known.selves:
        return
    if which == "alias" and "stated" not in gives and value is not None and not _short(match, entity, value):
        return  # brackets behind a name that hold another one
    if "upto" in gives:
        match.extend("value", gives["upto"])
        value = party.phrase(match, "value")
    if "place" in match.roles:
        value = stance.place(match)
    if (period := stance.when(match)) is not None and which == "founded":
        value = period.label
    value = gives.get("value") or match.meaning("value") or value
    if which == "aim" and value and value.split()[0] in known.deciding:
        return
    if which == "aim" and not known.spaced and match.quantities("value"):
        return  # "力争突破3.8亿吨" is a target
    if which == "listed_on" and (value or "").endswith(known.grounds):
        which = "located_in"  # 在某某新区挂牌
    if which == "located_in" and "%" in (value or ""):
        return
    if value is not None and not known.spaced:
        value = _bare(which, value)
    if which == "kind" and not known.spaced and len(value or "") > _LONGEST_KIND:
        return  # half a clause, and no kind of firm
    if which == "kind" and not known.spaced and (value or "").endswith(known.relatives):
        return  # 控股子公司 says whose it is
    if which == "kind" and known.spaced and value is not None:
        value = _SEATED.split(value)[0]  # "maker of pumps | based in Leeds"
    if value is not None and value != entity and not (which == "kind" and _is_generic(match, value)):
        yield Attribute(spans=(match.span,), rule=match.row.name, entity=entity, attribute=which, value=value)


_OF_SHARES = late(r"(?i)\b(?:shares|stock)$")
_COUNTED = late(r"\d+(?:家|个|名|户|人|亿|万)")
_DONE = late("^[比据被由将把]|转让|收购|协议|主承销商|保荐|受托|竞争对手")


def _bare(which: str, value: str) -> str | None:
    """Where somebody is without what is said of it, and what he is where that is no clause, in words without spaces.

    >>> _bare("located_in", "江州的疫苗企业"), _bare("located_in", "金融机构236家"), _bare("kind", "比行业龙头")
    ('江州', None, None)
    """
    if which == "located_in":
        value = value.partition("的")[0]
        return None if _COUNTED.search(value) else value
    return None if which == "kind" and _DONE.search(value) else value


_SEATED = late(
    r" (?:(?:wholly|fully|jointly|partly|majority|newly|recently) )?"
    r"(?:based|headquartered|listed|founded|located|owned|set up|established) (?:in|on|by|near)\b"
)


def _is_generic(match: Match, value: str) -> bool:
    """Does a kind say nothing but that it is a firm: "company", "Leeds-based group"?"""
    *lead, noun = value.split()
    return noun in match.listed("generic") and (not lead or lead[-1].endswith(tuple(match.listed("seated"))))


def within(mentions: list[Mention], text: str) -> Iterator[Fact]:
    """What a name that points back says besides: "the Leeds-based company"."""
    for mention in mentions:
        if isinstance(mention.value, Name) and mention.value.kind == "organisation" and mention.rule == "anaphor":
            found = _SEAT.search(text, mention.span.start, mention.span.end)
            if found:
                which = "located_in" if found[2] != "listed" else "listed_on"
                yield Attribute(
                    spans=(mention.span,),
                    rule="name.seat",
                    entity=mention.value.entity,
                    attribute=which,
                    value=found[1],
                )


def listed(mentions: list[Mention], text: str) -> Iterator[Fact]:
    """Where shares are traded, by the code behind a name: "Orrin Therapeutics (Nasdaq: ORRN)"."""
    for mention in mentions:
        if isinstance(mention.value, Name) and mention.value.kind == "organisation":
            found = _TICKER.match(text, mention.span.end)
            if found:
                yield Attribute(
                    spans=(mention.span,),
                    rule="name.ticker",
                    entity=mention.value.entity,
                    attribute="listed_on",
                    value=found[1],
                )


def _short(match: Match, entity: str, value: str) -> bool:
    return party.party(match, "value") in (entity, value) or _initials(match.words("entity") or "", value)


def _initials(name: str, short: str) -> bool:
    """May these be the initials of a name, with those of whom it is of before them: "Department of Trade (NDT)"?"""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return short.isupper() and len(initials) > 1 and len(short) <= len(initials) + 2 and short.endswith(initials)


def _topic(match: Match, frame: Frame) -> str | None:
    """Whom a sentence is about: the one it begins with, else the one the text was about."""
    names = match.sentence.names
    if names and names[0][0] <= match.start + 1 and isinstance(names[0][1].value, Name):
        return names[0][1].value.entity
    return frame.carried.entity


def _holds(match: Match) -> bool:
    gives, sentence = match.row.gives, match.sentence
    if "whole" in gives and (match.end < len(sentence.tokens) or match.start > sentence.opening + 3):
        return False
    mention = match.mention("entity")
    if match.row.name == "body.named" and mention is not None and mention.rule == "anaphor":
        return False  # "treasurer of Highland Bank, the broker said"
    if "organisation" in gives:
        mention = match.mention("entity")
        if mention is None or not isinstance(mention.value, Name) or mention.value.kind != "organisation":
            return False
    return "measure" not in gives or bool(
        {token.text for token in sentence.tokens[match.start : match.end]} & standing(sentence.lang).measures
    )
