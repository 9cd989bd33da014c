"""Which place something takes among its like: the first, the second-largest."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import Match, party, stance
from crossfoot.late import late
from crossfoot.lexicon.placing import placing
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Name, Rank

_SITED = late(r"([^A-Z].*) in (?:the )?([A-Z][\w-]*(?: (?:of )?[A-Z][\w-]*){0,3}|world|country|region|state|province)")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    nth = match.quantity("nth")
    rank = int(nth.low) if nth is not None else int(match.row.gives.get("rank") or match.meaning("nth") or 0)
    entity, place = _entity(match, frame), _place(match)
    among = match.meaning("among") or party.phrase(match, "among")
    if entity is None or not rank or stance.denied(match, frame):
        return
    if (
        "place" in match.row.gives
        and "entity" in match.roles
        and not (match.names_in("entity") or match.proper("entity"))
    ):
        return  # "what matters is the largest of them"
    if _no_place(match, entity, among):
        return
    if place is None and among is not None and (parted := _SITED.fullmatch(among)) is not None:
        among, place = parted[1], parted[2]  # "carmaker | in Norland"
    ranked = [(entity, rank)]
    if (other := party.party(match, "other")) is not None:
        ranked.append((other, rank + 1))  # "分列第二、三位"
    for who, nth_place in ranked:
        yield Rank(
            spans=(match.span,),
            rule=match.row.name,
            entity=who,
            rank=nth_place,
            among=among,
            place=place,
            period=stance.dated(match),
        )


def _no_place(match: Match, entity: str, among: str | None) -> bool:
    """Is it a record in time ("the biggest drop since 1990"), or of nobody that is known?"""
    rows = placing(match.sentence.lang)
    if rows is None:
        return False
    head = (among or "").lower().split(" of ")[0].split()[-1:]
    pronouns = standing(match.sentence.lang).pronouns | standing(match.sentence.lang).speakers
    return bool(set(head) & rows.events) or entity.lower() in pronouns or " what" in entity


def _entity(match: Match, frame: Frame) -> str | None:
    given = match.row.gives.get("entity")
    if given == "topic":
        return whose.spoken_of(frame, match.start)
    if given == "new":
        return standing(match.sentence.lang).newcomer or None
    if not standing(match.sentence.lang).spaced:
        who = party.party(match, "entity")
        measured = who is None or who.startswith(("按", "以", "从"))  # "按吨位位居第二"
        return party.about(match, frame) if measured else who
    if "entity" not in match.roles or party.points(match, "entity"):
        return whose.spoken_of(frame, match.start) or party.known(match, "entity", frame)
    return _opening(match) or party.known(match, "entity", frame)


def _opening(match: Match) -> str | None:
    """Who opens a role that holds half a clause besides: "| Holm | overtook Idris to become"."""
    first, last = match.roles["entity"]
    tokens, text = match.sentence.tokens, match.sentence.document.text
    mention = tokens[first].mention
    if last - first < 2 or mention is None or not isinstance(mention.value, Name):
        return None
    small = text[tokens[first + 1].start].islower() and tokens[first + 1].mention is None
    return mention.value.entity if small and mention.value.kind == "organisation" else None


def _place(match: Match) -> str | None:
    """The world of "the world's", China of "China's": of a firm or a person it is no place."""
    if not standing(match.sentence.lang).spaced:
        return stance.place(match)
    if match.meaning("wide"):
        return match.meaning("wide")
    words = (match.words("place") or "").removesuffix("'s").removesuffix("’s")
    if words and (words[0].isupper() or words in standing(match.sentence.lang).regions):
        return words
    return None if "place" in match.roles and len(words.split()) == 1 else stance.place(match)
