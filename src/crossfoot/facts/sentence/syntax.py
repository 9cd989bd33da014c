"""A clause taken apart, in languages with spaces: noun phrases beside a token, and the verb groups between them.

Nothing here knows what a verb means. A place in a sentence comes in; who stands beside it goes out.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from crossfoot.facts.frame import whose
from crossfoot.lexicon import but, union
from crossfoot.lexicon.deeds import Syntax, deeds, syntax
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.names import common
from crossfoot.lexicon.phrasing import CODE, SLOTS
from crossfoot.model import Cue, Name, Quantity, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame
    from crossfoot.facts.sentence import Sentence, Token

MOST = 20  # bodies of an item among which one that is spoken of is looked for
CLAUSE = 60  # tokens over which a verb shares the subject of another
LONGEST = 16  # tokens of a noun phrase, or of an aside between commas
_OPENS = 4  # tokens from the start of a clause at which its subject begins
_JOINING = frozenset({"of", "and", "'s", "-", "'", "’"})  # beside particles, inside a name
_MARKS = frozenset({'"', "-", ".", "“", "”"})
_OWNING, _TO = frozenset({"'s"}), frozenset({"to"})


class Party(NamedTuple):
    """Who or what stands in a noun phrase."""

    who: str  # the id of an entity, else the words
    first: int
    last: int
    kind: str  # "organisation", "person", "proper" (capitals that no reader knows), "back" (points back) or "words"

    @property
    def named(self) -> bool:
        return self.kind != "words"


def words_of(sentence: Sentence, first: int, last: int) -> str:
    span = sentence.span_of(first, last)
    return " ".join(sentence.document.text[span.start : span.end].split())


def name_at(sentence: Sentence, at: int) -> Name | None:
    mention = sentence.tokens[at].mention if 0 <= at < len(sentence.tokens) else None
    return mention.value if mention is not None and isinstance(mention.value, Name) else None


def is_time(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Timex)


def is_size(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Quantity)


def capital(sentence: Sentence, at: int) -> bool:
    """Does a proper name stand at a token, known or only capitalised?"""
    if not 0 <= at < len(sentence.tokens):
        return False
    token, words = sentence.tokens[at], syntax(sentence.lang)
    if token.mention is not None:
        return isinstance(token.mention.value, Name)
    if sentence.shouts or not sentence.document.text[token.start].isupper():
        return False
    return token.text not in words.determiners and token.text not in union(
        words.bars, words.prepositions, words.adverbs
    )


def is_adverb(sentence: Sentence, at: int) -> bool:
    text, words = sentence.tokens[at].text, syntax(sentence.lang)
    return text in words.adverbs or (text.endswith("ly") and text not in words.like_adverbs)


def acts(sentence: Sentence, at: int) -> bool:
    """Does a word say what somebody does: "treated", "drew", "represents"?"""
    token, words = sentence.tokens[at], frame_words(sentence.lang)
    if token.mention is not None or not token.text.isalpha() or not token.text.islower():
        return False
    return (
        token.text in words.agents or token.text.endswith("ed") or token.text in metric_forms(sentence.lang, verbs=True)
    )


def barred(sentence: Sentence, at: int) -> bool:
    """Does no noun phrase run over a token?"""
    token = sentence.tokens[at]
    if token.mention is not None:
        return isinstance(token.mention.value, Timex | Cue)
    if token.text == "and":
        return not (capital(sentence, at - 1) and _opens_name(sentence, at + 1))
    if token.text in ("'", "’"):
        joins = capital(sentence, at - 1) and capital(sentence, at + 1)  # "the Pilots' Union"
        return not joins or sentence.tokens[at + 1].text not in syntax(sentence.lang).leagues
    if token.text in ("-", "'s", "&", "/", ".") or token.text == '"':
        return token.text == "." and at == len(sentence.tokens) - 1
    return not token.text[0].isalnum() or token.text in syntax(sentence.lang).bars


def _opens_name(sentence: Sentence, at: int) -> bool:
    if at < len(sentence.tokens) and sentence.tokens[at].text in ("the", "its"):
        at += 1
    return capital(sentence, at)


def before(frame: Frame, last: int) -> Party | None:
    """The noun phrase that ends before a token: "shareholders of Holm", "Swiss drugmaker Idris"."""
    sentence, words = frame.sentence, syntax(frame.sentence.lang)
    first = last
    while first > sentence.opening and last - first < LONGEST and not barred(sentence, first - 1):
        first -= 1
    if first == last:
        return None
    cuts = [i for i in range(first, last) if sentence.tokens[i].text in words.prepositions and not _of(sentence, i)]
    if cuts and cuts[0] > first:
        last = cuts[0]
    elif cuts:
        first = cuts[-1] + 1
    of = next((i for i in range(first + 1, last) if _of(sentence, i)), last)
    if of < last and name_at(sentence, of - 1) is not None:
        last = of  # "Gulf Grain Inc of Memphis"
    return party(frame, first, last, opens=first == sentence.opening)


def _of(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].text == "of" and sentence.tokens[at].mention is None


def nearest(frame: Frame, last: int) -> Party | None:
    """The proper name that ends right before a token, whatever governs it: "a proposal by Holm | , a shareholder"."""
    sentence, first = frame.sentence, last
    while first > sentence.opening and last - first < LONGEST and capital(sentence, first - 1):
        first -= 1
        if name_at(sentence, first) is not None:
            break
    found = party(frame, first, last, opens=first == sentence.opening) if first < last else None
    return found if found is not None and found.named and found.kind != "back" else before(frame, last)


def behind(frame: Frame, first: int, deep: int = 2) -> Party | None:
    """The noun phrase that begins at a token: "its Leeds mill", "a 34% stake in Idris Works"."""
    sentence, words = frame.sentence, syntax(frame.sentence.lang)
    tokens = sentence.tokens
    last = first
    while last < len(tokens) and last - first < LONGEST and not barred(sentence, last):
        if tokens[last].text in words.prepositions and not (_of(sentence, last) and last > first):
            break
        if last > first and name_at(sentence, last - 1) is not None and tokens[last].text in words.determiners:
            break  # "awarded Holm | a contract"
        if last > first and name_at(sentence, last - 1) is not None and _happened(sentence, last):
            break  # "the recall by Holm | began in May"
        if last > first and _closed_by_verb(frame, last):
            break  # "40% of Holm Snacks | belongs to Idris"
        last += 1
    if last == first:
        return None
    opening = first
    while opening < last and tokens[opening].text in union(words.determiners, words.titles):
        opening += 1
    if opening < last and (somebody := name_at(sentence, opening)) is not None and somebody.kind == "person":
        goes_on = opening + 1 < last and tokens[opening + 1].text not in union(words.offices, words.prepositions)
        if not goes_on or capital(sentence, opening + 1):
            return party(frame, opening, opening + 1)  # "Jane Brook | chief executive"
    of = next((i for i in range(first, last) if _of(sentence, i)), last)
    inside = {token.text for token in tokens[max(of - 2, first) : of]}
    portion = not inside.isdisjoint(words.portions) or (
        is_size(tokens[of - 1]) and tokens[of - 1].text in SLOTS["ratio"]
    )
    if portion and deep and of < len(tokens) - 1 and tokens[of].text in ("of", "in"):
        return behind(frame, of + 1, deep - 1) or party(frame, first, last)
    if of < last and (name := party(frame, first, of)) is not None and name.named and name.last == of:
        return name  # "Jane Brook of Holm"
    return party(frame, first, last)


def _closed_by_verb(frame: Frame, at: int) -> bool:
    """Does a verb in the third person stand behind a word with a capital, and no noun of a name?"""
    sentence = frame.sentence
    token = sentence.tokens[at]
    if token.mention is not None or token.text not in union(frame.words.agents, syntax(sentence.lang).standing):
        return False
    return capital(sentence, at - 1) and sentence.document.text[token.start].islower()


def _happened(sentence: Sentence, at: int) -> bool:
    """Does the past of a verb stand at a token?"""
    rows = deeds(sentence.lang)
    forms = rows.forms.get(sentence.tokens[at].text, ()) if rows is not None else ()
    return any(form.shape == "past" for form in forms)


def party(frame: Frame, first: int, last: int, opens: bool = False) -> Party | None:
    """Who stands between two tokens: the name that the phrase ends in, else its words."""
    sentence, words = frame.sentence, syntax(frame.sentence.lang)
    tokens = sentence.tokens
    skipped = union(words.determiners, words.adverbs, _MARKS)
    while first < last and tokens[first].text in skipped:
        first += 1
    while first < last - 1 and is_size(tokens[last - 1]):
        last -= 1
    if last == first + 1 and tokens[first].text == CODE["number"]:
        return None
    while first < last and is_adverb(sentence, last - 1):
        last -= 1
    while first < last and (tokens[last - 1].text in _MARKS or tokens[last - 1].text in ("'s", "and", "of")):
        last -= 1
    if first >= last:
        return None
    if (name := name_at(sentence, last - 1)) is not None:
        mention, kind = tokens[last - 1].mention, name.kind if name.kind in ("organisation", "person") else "proper"
        back = mention is not None and mention.rule == "anaphor"
        return Party(name.entity, last - 1, last, "back" if back else kind)
    if last == first + 1 and tokens[first].text in union(words.pronouns, words.persons):
        return Party(tokens[first].text, first, last, "back")
    while last > first + 2 and tokens[last - 1].mention is None and tokens[last - 1].text in words.offices:
        last -= 1  # "Jane Brook President"
    at = last
    while at > first and (capital(sentence, at - 1) or _joins(sentence, at - 1, first, last)):
        if name_at(sentence, at - 1) is not None and at < last:
            break
        at -= 1
    if at < last and not _plain(sentence, at, last, opens):
        while tokens[at].text in union(_JOINING, frame.words.particles):
            at += 1
        return Party(words_of(sentence, at, last), at, last, "proper")
    return Party(words_of(sentence, first, last), first, last, "words")


def _joins(sentence: Sentence, at: int, first: int, last: int) -> bool:
    """ "Lund & Oyelaran", "Isle of Serra"."""
    return (
        first < at < last - 1
        and sentence.tokens[at].text in union(_JOINING, frame_words(sentence.lang).particles)
        and capital(sentence, at - 1)
    )


def _plain(sentence: Sentence, first: int, last: int, opens: bool) -> bool:
    """Is a word capitalised only because a sentence begins with it, or a headline has capitals throughout?"""
    tokens, text = sentence.tokens, sentence.document.text
    said = text[tokens[first].start : tokens[last - 1].end]
    if said.isupper() and len(said) > 4 and last > first + 1:
        return True
    if last > first + 1 or not opens:
        return False
    word = tokens[first].text
    return word in common() or (word.endswith("s") and word[:-1] in common())


def resolved(frame: Frame, party: Party | None, index: int) -> Party | None:
    """The same, where a pronoun is whom it points to."""
    words = syntax(frame.sentence.lang)
    if party is not None and _definite(frame, party):
        who = _kin(frame, party.who) or main(frame) or frame.carried.entity or whose.spoken_of(frame, party.first)
        return party if who is None else party._replace(who=who, kind="back")
    if party is None or party.kind != "back" or name_at(frame.sentence, party.first) is not None:
        return party
    if party.who in words.persons:
        who = _person(frame, party.first)
        return None if who is None else party._replace(who=who, kind="person")
    said = _told_by(frame, party.first)
    who = said or whose.spoken_of(frame, party.first) or frame.entity_before(party.first)
    return None if who is None else party._replace(who=who)


def main(frame: Frame) -> str | None:
    """Whom an item names most often, of equals the first; no authority where it names others."""
    heard = list(islice(frame.carried.heard, MOST))
    heard = [who for who in heard if who not in frame.carried.bodies] or heard
    return max(heard, key=frame.carried.heard.__getitem__) if heard else None


def _definite(frame: Frame, party: Party) -> bool:
    """ "the utility", "the Zurich-based reinsurer": a firm spoken of before, by what it is."""
    tokens, words = frame.sentence.tokens, syntax(frame.sentence.lang)
    if party.kind != "words" or not party.first or party.last <= party.first:
        return False
    noun = party.who.lower().split()[-1]
    plain = len([word for word in party.who.split() if not word.endswith("based")]) == 1
    return plain and tokens[party.first - 1].text == "the" and (noun in words.concerns or noun.endswith("maker"))


def _kin(frame: Frame, word: str) -> str | None:
    """The body named before whose name ends in a word: "the university"."""
    last = word.lower().split()[-1]
    return next((who for who in islice(frame.carried.heard, MOST) if who.split("-")[-1] == last), None)


def _told_by(frame: Frame, index: int) -> str | None:
    """Who says in the same sentence that "it" does something."""
    sentence = frame.sentence
    at = next((i for i in range(index - 1, max(index - 4, sentence.opening), -1) if _says(frame, i)), None)
    party = before(frame, at) if at is not None else None
    return party.who if party is not None and party.named and party.kind != "back" else None


def _says(frame: Frame, at: int) -> bool:
    return frame.sentence.tokens[at].mention is None and frame.sentence.tokens[at].text in frame.words.reporting


def _person(frame: Frame, index: int) -> str | None:
    """The person last named before a token."""
    for token in reversed(frame.sentence.tokens[max(index - CLAUSE, 0) : index]):
        if token.mention is not None and isinstance(token.mention.value, Name) and token.mention.value.kind == "person":
            return token.mention.value.entity
    return frame.carried.person


class Group(NamedTuple):
    """A verb with all that belongs to it: "has agreed to | buy"."""

    first: int
    verb: int
    last: int
    shape: str  # active, passive, reduced ("Holm, fined by the watchdog"), trailing ("after buying Holm")
    said: frozenset[str]  # the words before the verb


def group(frame: Frame, at: int, shape: str, length: int) -> Group | None:
    """The verb group around a word that may be a verb; None where it is another part of speech."""
    sentence, words = frame.sentence, syntax(frame.sentence.lang)
    first, said = _opening(sentence, words, at)
    left = sentence.tokens[first - 1] if first > sentence.opening else None
    near, last = set(said), at + length
    if "being" in near and near <= {"being"} | words.adverbs:
        return None  # "no question of trading being halted"
    if shape == "base":
        joined = left is not None and left.text in ("and", "or") and _planned_before(sentence, words, first)
        plural = length > 1 and left is not None and (left.text.endswith("s") or left.mention is not None)
        if not near & words.modal and not joined and not plural:
            return None
        return Group(first, at, last, "active", frozenset(said if near & words.modal or plural else ["will"]))
    if shape == "ing":
        nearest = next((word for word in said if word not in words.adverbs and not word.endswith("ly")), "")
        if nearest in words.be or nearest in words.gerunds:
            return Group(first, at, last, "active", frozenset(said))
        trailing = not said and left is not None and left.text in ("after", "by", ",", "before")
        return Group(first, at, last, "trailing", frozenset([left.text])) if trailing and left is not None else None
    if shape in ("past", "participle") and near & words.be and not near & {"to"} - words.be:
        return Group(first, at, last, "passive", frozenset(said)) if shape == "participle" else None
    if shape == "participle":
        if near & words.be:
            return Group(first, at, last, "passive", frozenset(said))
        if near & words.have:
            return Group(first, at, last, "active", frozenset(said))
        return Group(first, at, last, "reduced", frozenset(said)) if not near & words.modal else None
    if (
        left is None
        or left.text in union(words.determiners, words.prepositions, _OWNING)
        or near & union(words.modal, words.have)
    ):
        return None
    return Group(first, at, last, "active", frozenset(said))


def _opening(sentence: Sentence, words: Syntax, at: int) -> tuple[int, list[str]]:
    """Where a verb group begins, and the words in it before the verb."""
    tokens, first, said = sentence.tokens, at, list[str]()
    while first > sentence.opening:
        token, text = tokens[first - 1], tokens[first - 1].text
        if token.mention is not None:
            if not is_time(token):
                break
            first -= 2 if first - 2 >= sentence.opening and tokens[first - 2].text in ("on", "in", "at", "from") else 1
            continue
        goes_on = said and (said[-1] in ("to", "on") or said[-1] in union(words.adverbs, words.be))
        noun = text in words.intents and tokens[max(first - 2, 0)].text in words.light  # "dropped plans to"
        chained = not noun and text in words.chain and (goes_on or tokens[first].text.endswith("ing"))
        if (
            chained
            or text in union(words.be, words.have, words.modal, words.adverbs, words.denying)
            or text.endswith("ly")
        ):
            first -= 1
        elif text in words.intents and said and said[-1] == "to":
            start = _carrier(sentence, words, first - 1)
            if start is None:
                break
            said += [tokens[i].text for i in range(first - 1, start - 1, -1)]
            first = start
            continue
        else:
            break
        said.append(text)
    return first, said


def _carrier(sentence: Sentence, words: Syntax, at: int) -> int | None:
    """The verb of "signed a deal | to"."""
    return next(
        (i for i in range(at - 1, max(at - 5, sentence.opening - 1), -1) if sentence.tokens[i].text in words.light),
        None,
    )


def _planned_before(sentence: Sentence, words: Syntax, at: int) -> bool:
    """Does a verb that is joined by "and" share the "will" of the one before it?"""
    tokens = sentence.tokens
    near = [i for i in range(max(at - 25, sentence.opening), at) if tokens[i].mention is None]
    return any(
        tokens[i].text in words.modal and (tokens[i].text != "to" or tokens[i - 1].text in words.chain) for i in near
    )


def subject(frame: Frame, found: Group) -> Party | None:
    """Who stands before a verb group, over asides, relative words and verbs that share him."""
    sentence, words = frame.sentence, syntax(frame.sentence.lang)
    tokens, at = sentence.tokens, found.first
    if at <= sentence.opening:
        return None
    left = tokens[at - 1].text
    if found.shape == "trailing":
        return leading(frame, at - 1)
    if left in words.relatives:
        at -= 1
        if at > sentence.opening and tokens[at - 1].text == ",":
            at -= 1
        return resolved(frame, before(frame, at), at)
    if left in ("and", "but", "or", "then"):
        return leading(frame, at - 1)
    if left == ",":
        opened = next(
            (i for i in range(at - 2, max(at - 2 - LONGEST, sentence.opening), -1) if tokens[i].text == ","), None
        )
        if opened is not None:
            party, aside = before(frame, opened), before(frame, at - 1)
            if party is not None and tokens[opened + 1].text in words.relatives:
                return resolved(frame, party, at)  # "the plant, which cost 3 million, was opened"
            if (party is None or not party.named) and aside is not None and aside.named and aside.first == opened + 1:
                return aside  # "the bank's chairman, Jane Brook, resigned"
            if party is not None and party.named and tokens[opened + 1].text not in ("and", "but", "while", "or"):
                return resolved(frame, party, at)
        if found.shape == "reduced" or (opened is None and found.said & words.chain):
            return resolved(frame, before(frame, at - 1), at)
        return leading(frame, at - 1) if opened is not None or found.said else None
    if left == ")":
        opened = next((i for i in range(at - 2, max(at - 2 - LONGEST, 0), -1) if tokens[i].text == "("), None)
        return resolved(frame, before(frame, opened), at) if opened is not None else None
    if left == '"':
        return None
    return resolved(frame, before(frame, at), at)


def leading(frame: Frame, index: int) -> Party | None:
    """The subject of the clause before a token: the first party in it that no preposition governs."""
    sentence, words = frame.sentence, syntax(frame.sentence.lang)
    tokens = sentence.tokens
    first = max(sentence.opening, index - CLAUSE)
    for i in range(index - 1, first, -1):
        if tokens[i].text in (";", ":") or (_says(frame, i) and i > sentence.opening + 1):
            first = i + 1
            break
    verb = next((i for i in range(first + 1, index) if _is_verb(frame, i)), None)
    opener = before(frame, verb) if verb is not None else None
    if opener is not None and opener.first <= first + _OPENS:
        return resolved(frame, opener, index)  # "The bond is available ... and will be listed"
    at = first
    while at < index:
        token = tokens[at]
        if token.mention is None and token.text in words.prepositions:
            at = next((i + 1 for i in range(at + 1, index) if tokens[i].text == ","), at + 2)
            continue
        if capital(sentence, at) or token.text in union(words.pronouns, words.persons):
            last = at + 1
            while last < index and capital(sentence, last) and name_at(sentence, at) is None:
                last += 1
            found = party(frame, at, last, opens=at == sentence.opening)
            if found is not None and found.named and (found.kind != "proper" or _closes(frame, last)):
                return resolved(frame, found, index)
            at = last
            continue
        at += 1
    who = whose.spoken_of(frame, index)
    return Party(who, first, first, "back") if who is not None else None


def _is_verb(frame: Frame, at: int) -> bool:
    """Does a verb stand at a token, as far as small words tell?"""
    token, words = frame.sentence.tokens[at], syntax(frame.sentence.lang)
    return token.mention is None and token.text in union(
        words.be, words.have, but(words.modal, _TO), frame.words.agents
    )


def _closes(frame: Frame, at: int) -> bool:
    """Does a noun phrase end before a token, and no noun go on: "Printer | maker Ostara"?"""
    token, words = frame.sentence.tokens[at], syntax(frame.sentence.lang)
    if token.mention is not None or not token.text[0].isalpha() or token.text in union(words.bars, words.prepositions):
        return True
    return token.text.endswith("ed") or token.text in union(frame.words.agents, words.chain, words.light)


def by(frame: Frame, first: int) -> Party | None:
    """Who does what is said in the passive: behind the next "by" of the clause."""
    tokens, sentence = frame.sentence.tokens, frame.sentence
    for i in range(first, min(first + LONGEST, len(tokens) - 1)):
        if tokens[i].text in (".", ";", ")", "which", "who", "and") or (tokens[i].text == "," and i > first + 8):
            return None
        if tokens[i].text == "by" and tokens[i].mention is None:
            party = behind(frame, i + 1)
            if party is None or is_size(tokens[i + 1]) or tokens[i + 1].text.endswith("ing"):
                return None
            unmanned = party.kind == "words" and not syntax(sentence.lang).unmanned.isdisjoint(
                party.who.lower().split()
            )
            return None if unmanned else resolved(frame, party, i)
    return None


def through(frame: Frame, first: int, links: tuple[str, ...]) -> Party | None:
    """Whom something touches that stands behind a preposition: "a bid for | Holm"."""
    tokens = frame.sentence.tokens
    for i in range(first, min(first + LONGEST, len(tokens) - 1)):
        if tokens[i].text in (".", ";", "which", "who", "after", "said"):
            return None
        behind_it = tokens[i + 1]
        words = syntax(frame.sentence.lang)
        if tokens[i].mention is not None or is_size(behind_it) or is_time(behind_it):
            continue
        if tokens[i].text not in (*links, "to"):
            continue
        if tokens[i].text == "to" and not (capital(frame.sentence, i + 1) or behind_it.text in words.determiners):
            return None  # "a contract to build"
        if tokens[i].text not in links:
            continue
        return resolved(frame, behind(frame, i + 1), i)
    return None
