"""What a body is and where it sits, by the words around its name: "the Sendai carmaker Holm", "Japan's Holm Metals".

Phrasings tell what they know; this reader adds what their words do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import casting, syntax
from crossfoot.facts.sentence.syntax import Party
from crossfoot.lexicon import union
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.origins import Origins, origins
from crossfoot.lexicon.standing import standing
from crossfoot.model import Attribute, Fact, Mention, Name

_WORDS = 4  # of a kind: "satellite-servicing start-up"
_SHORT = range(2, 8)  # letters of initials
_ASIDE = 4  # tokens behind a name in which it is said by which other one it goes
_GLUE = frozenset({"-", "&"})


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The kinds, seats and initials of the bodies that a sentence names."""
    rows = origins(frame.sentence.lang)
    if rows is None:
        return
    told = {(f.entity, f.attribute) for f in known if isinstance(f, Attribute)}
    for fact in (*_of_names(frame, rows), *_pointed(frame, rows)):
        if (fact.entity, fact.attribute) not in told:
            told.add((fact.entity, fact.attribute))
            yield fact


def _fact(frame: Frame, first: int, last: int, entity: str, which: str, value: str) -> Attribute:
    span = frame.sentence.span_of(first, last)
    return Attribute(spans=(span,), rule="being", entity=entity, attribute=which, value=value)


def _of_names(frame: Frame, rows: Origins) -> Iterator[Attribute]:
    sentence = frame.sentence
    for at, mention in sentence.names:
        name = mention.value
        if not isinstance(name, Name) or mention.rule in ("anaphor", "credit", "part") or at >= len(sentence.tokens):
            continue
        token = sentence.tokens[at]
        if token.mention is not mention:
            continue
        first = _kind(frame, rows, at)
        if first < at and not (first == at - 1 and sentence.tokens[first].text in rows.generic):
            yield _fact(frame, first, at + 1, name.entity, "kind", syntax.words_of(sentence, first, at))
        if (seat := _seat(frame, first, at, mention)) is not None and not _traded(frame, first, at):
            yield _fact(frame, max(first - 2, 0), at + 1, name.entity, "located_in", seat)
        if (apposed := _apposed(frame, rows, at + 1)) is not None:
            value = syntax.words_of(sentence, apposed[0], apposed[1])
            if not _generic(rows, value):
                yield _fact(frame, at, apposed[1], name.entity, "kind", value)
        if (called := _called(frame, rows, at + 1)) is not None:
            other = syntax.words_of(sentence, called.first, called.last)
            yield _fact(frame, at, called.last, name.entity, "alias", other)
        if (last := _is(frame, rows, at + 1)) is not None:
            value = syntax.words_of(sentence, at + 3, last)
            yield _fact(frame, at, last, name.entity, "kind", value)
        if (short := _initials(frame, at + 1, mention)) is not None:
            yield _fact(frame, at, at + 4, name.entity, "alias", short)


def _traded(frame: Frame, first: int, at: int) -> bool:
    """Does a place before a name only say where its shares are traded: "the London-listed retailer | Holm"?"""
    return any(token.text.endswith("-listed") for token in frame.sentence.tokens[max(first - 1, 0) : at])


def _kind(frame: Frame, rows: Origins, at: int) -> int:
    """Where what a body is called begins before its name: "the | payments firm Holm"; there, if it is not said."""
    sentence, words = frame.sentence, small(frame.sentence.lang)
    tokens, first = sentence.tokens, at
    if at <= sentence.opening or tokens[at - 1].mention is not None:
        return at
    if tokens[at - 1].text not in rows.kinds and not tokens[at - 1].text.endswith("maker"):
        return at
    closed = union(words.bars, words.determiners, words.prepositions, words.adverbs, words.chain, words.light)
    while first > sentence.opening and at - first < _WORDS and tokens[first - 1].mention is None:
        text = tokens[first - 1].text
        glued = text in _GLUE or (first < at and tokens[first].text in _GLUE)
        if text in closed or text.endswith(("ed", "ing", "'s", "-based")) or not (text[0].isalpha() or glued):
            break
        if sentence.place_at(first - 1) is not None or (
            first - 1 > sentence.opening and sentence.document.text[tokens[first - 1].start].isupper()
        ):
            break
        first -= 1
    return first


def _seat(frame: Frame, first: int, at: int, mention: Mention) -> str | None:
    """ "Japan's | Holm Metals", "Sendai | carmaker Holm", "Holm PLC of Britain"."""
    sentence = frame.sentence
    tokens, said = sentence.tokens, sentence.document.text[mention.span.start : mention.span.end].lower().split()
    if not standing(sentence.lang).makers.isdisjoint(said) or said[-1].endswith("bank") or sentence.shouts:
        return None
    before = tokens[first - 1] if first > sentence.opening else None
    owned = before is not None and before.text.endswith("'s")
    if before is not None and before.mention is None and (owned or first < at):
        start = next((i for i in range(first - 1, max(first - 4, -1), -1) if sentence.place_at(i) is not None), None)
        words = [words for _, words in sentence.places_in(start, first)] if start is not None else []
        if start is not None and len(words) == 1 and start + len(words[0].split()) == first:
            seat = words[0].removesuffix("'s").removesuffix("’s")
            return None if seat.endswith(".") else seat  # "U.S. chipmaker Holm"
    of = at + 2 < len(tokens) and tokens[at + 1].text == "of"
    if not of or sentence.place_at(at + 2) is None:
        return None
    return next((words for _, words in sentence.places_in(at + 2, min(at + 5, len(tokens)))), None)


def _is(frame: Frame, rows: Origins, at: int) -> int | None:
    """Where the kind ends that a body is said to be: "Holm is a maker of tiles"."""
    tokens = frame.sentence.tokens
    if at + 2 >= len(tokens) or tokens[at].text not in rows.become or tokens[at + 1].text not in ("a", "an"):
        return None
    return _kind_from(frame, rows, at + 2)


def _kind_from(frame: Frame, rows: Origins, first: int) -> int | None:
    """Where a kind ends that begins at a token, if its noun is one: "maker of tiles"."""
    sentence, words, end = frame.sentence, small(frame.sentence.lang), first
    tokens = sentence.tokens
    while end < len(tokens) and end - first < syntax.LONGEST and not syntax.barred(sentence, end):
        text = tokens[end].text
        if (text in words.prepositions and text != "of") or (end > first and text in rows.ending_kinds):
            break
        end += 1
    of = next((i for i in range(first, end) if tokens[i].text == "of"), end)
    head = tokens[of - 1].text
    return (
        end
        if of > first and (head in rows.kinds or head.endswith("maker")) and tokens[of - 1].mention is None
        else None
    )


def _apposed(frame: Frame, rows: Origins, at: int) -> tuple[int, int] | None:
    """What stands behind a name and says what it is: "Holm (HL), | a tech incubator that ..."."""
    tokens = frame.sentence.tokens
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        at += 3
    if at + 2 >= len(tokens) or tokens[at].text != "," or tokens[at + 1].text not in ("a", "an"):
        return None
    last = _kind_from(frame, rows, at + 2)
    return (at + 2, last) if last is not None else None


def _generic(rows: Origins, value: str) -> bool:
    """Does a kind say nothing but that it is a firm: "company", "Leeds-listed group"?"""
    *lead, noun = value.split()
    return noun in rows.generic and (not lead or lead[-1].endswith(("-listed", *rows.ending)))


def _called(frame: Frame, rows: Origins, at: int) -> Party | None:
    """By which other name somebody goes: "Holm Ltd, trading as "Holm"."""
    tokens, first = frame.sentence.tokens, at
    while first < min(at + _ASIDE, len(tokens) - 2):
        if tokens[first + 1].text == "as" and tokens[first].text in rows.called and first > at:
            return casting.party_at(frame, first + 2 + (tokens[first + 2].text in ('"', "“")))
        if tokens[first].text not in (",", "(", "also", "better", "doing"):
            return None
        first += 1
    return None


def _initials(frame: Frame, at: int, mention: Mention) -> str | None:
    """ "the Mekong Rice Organisation (MRO)": two of its initials, or more, in their order."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
        return None
    short = text[tokens[at + 1].start : tokens[at + 1].end]
    name = text[mention.span.start : mention.span.end].replace("-", " ").split()
    initials = iter([word[0] for word in name if word[0].isupper()])
    count = sum(word[0].isupper() for word in name)
    if len(short) not in _SHORT or not short.isalpha() or not short.isupper() or len(short) > count + 2:
        return None
    found = 0
    for letter in short:
        if not any(letter == initial for initial in initials):
            break
        found += 1
    return short if found > 1 else None


def _pointed(frame: Frame, rows: Origins) -> Iterator[Attribute]:
    """ "The Norwich firm" of whom the text is about."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    for at in range(sentence.opening, len(tokens) - 2):
        if tokens[at].text != "the" or sentence.place_at(at + 1) is None or tokens[at + 1].text.endswith("'s"):
            continue
        words = [words for _, words in sentence.places_in(at + 1, min(at + 4, len(tokens)))]
        end = at + 1 + len(words[0].split()) if words else at
        if (
            len(words) != 1
            or end >= len(tokens)
            or tokens[end].text not in rows.pointing
            or tokens[end].mention is not None
        ):
            continue
        if end + 1 < len(tokens) and (syntax.capital(sentence, end + 1) or tokens[end + 1].text in rows.kinds | {"'s"}):
            continue
        topic = syntax.main(frame) or whose.spoken_of(frame, at)
        if topic is not None:
            which = "listed_on" if tokens[at + 1].text.endswith("-listed") else "located_in"
            yield _fact(frame, at, end + 1, topic, which, words[0])
