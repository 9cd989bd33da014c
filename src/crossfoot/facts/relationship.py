"""Who stands how to whom: founders, shareholders, parents, officers; named, or only numbered.

A holder that a text numbers without naming ("founded by X and four industrial players") counts all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import Match, party, stance, syntax
from crossfoot.late import late
from crossfoot.lexicon.casts import casts
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.stakes import stakes
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Figure, Mention, Name, Printed, Quantity, Relationship

_OFFICES = frozenset(
    f"{office}_of"
    for office in (
        "chief_executive",
        "chief_financial_officer",
        "chairman",
        "president",
        "governor",
        "chief_operating_officer",
    )
)
_STILL = frozenset({"already", "still", "then", "now", "also"})
_KIN = frozenset({"sister", "brother", "sisters", "brothers", "wife", "husband", "son", "daughter", "siblings"})
_DOES = frozenset({"votes", "owns", "holds", "has", "still", "sells", "makes", "said", "runs"})
_OWNING = frozenset({"acquires", "parent_of", "shareholder_of", "part_of"})
_WHOLE = late(r"(?i)academy|university|college|institute|ministry|group|corporation|bank|department|council|government")
_FULL = Quantity(Fraction(100), Fraction(100), Fraction(1), "percent", "percent")
_TORN = late("[%“”]")
_HALF = Quantity(Fraction(50), Fraction(50), Fraction(1), "percent", "percent")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    tokens = match.sentence.tokens
    before = {token.text for token in tokens[max(match.start - 1, 0) : match.start + 1]}
    if _amid(match):
        return
    if "percent" in match.roles and _only_let(match):
        return
    if stance.denied(match, frame) or before & standing(match.sentence.lang).lets or before & match.listed("below"):
        return
    gives = match.row.gives
    if "loan" not in gives and (loan := match.mention("loan")) is not None:
        frame.release(match, loan)  # how much is lent is a figure of its own
    relation = match.row.sense or match.meaning("relation") or ""
    if "post" in gives:
        relation = frame.carried.post or ""
    held = _held(match, frame)
    if relation == "founder_of" and _made_of(match):
        return  # "formed by the merger of Holm and Idris"
    if held is None or not relation or not _holds(match, held) or (relation in _OWNING and _is_person(match)):
        return
    if "relation" in match.roles and relation in _OFFICES:
        frame.carried.post = relation
    frame.carried.bought = held if relation == "acquires" else frame.carried.bought
    if relation == "acquires" and (price := match.mention("price")) is not None and frame.words.spaced:
        frame.release(match, price)
        frame.call(match.roles["price"][0], "deal_value", held)  # what is paid is a figure of its own
    status, period = stance.status(match, frame), stance.when(match)
    if match.quantity("count") is not None:
        yield from _numbered(match, party.parties(match, "subject"), relation, held)
        return
    relations = [relation, *filter(None, (match.meaning("also"),))]  # "founder and chief executive"
    for (said, percent), which in product(_holders(match, frame), relations):
        subject, held = _named(match, frame, said, "subject"), _named(match, frame, held, "object")
        pair = (held, subject) if "turned" in gives else (subject, held)
        if pair[0] != pair[1]:
            yield Relationship(
                spans=(match.span,),
                rule=match.row.name,
                subject=pair[0],
                relation=which,
                object=pair[1],
                percent=percent,
                period=period,
                status=status,
            )


def _only_let(match: Match) -> bool:
    """ "Foreign investors may own up to 85%": it is a rule, and nobody's holding."""
    tokens, lets = match.sentence.tokens, standing(match.sentence.lang).lets
    first = match.roles["subject"][1] if "subject" in match.roles else match.start
    return any(tokens[i].text in lets and tokens[i].mention is None for i in range(first, match.roles["percent"][0]))


def _held(match: Match, frame: Frame) -> str | None:
    """Whom the row says it of, else whom the text is about, other than the subject himself."""
    if not standing(match.sentence.lang).spaced:
        held = party.party(match, "object") or party.about(match, frame, frozenset(party.parties(match, "subject")))
        if held is not None:
            party.spoken_of(held, frame)
        # What was taken to be a name and holds a price or a quotation is half a clause.
        return None if held is not None and not match.names_in("object") and _TORN.search(held) else held
    who = party.party(match, "subject")
    if match.row.gives.get("of") == "bought" and "object" not in match.roles and frame.carried.bought is not None:
        return frame.carried.bought  # "buys 60% of Holm. The remaining 40% stays with its founder"
    held = party.party(match, "unit") if "unit" in match.roles else None
    held = held.removesuffix("'s") if held else held
    if held is None and (apart := _set_apart(match, "object")) is not None and apart != who:
        return apart
    if held is None and "object" in match.roles and not match.quantities("object"):
        held = party.known(match, "object", frame)
        held = None if held is not None and _only_a_part(match, held) else held
    if held is None and match.meaning("relation") == "founder_of":
        return whose.other(frame, match.start + 1, who)
    if match.row.gives.get("of") == "before" and held is None and (owner := _pronoun(match)) not in (None, who):
        return owner
    if held is None and match.row.gives.get("of") == "before":
        return whose.other(frame, match.start + 1, who)
    if held is None or held == who:
        topic = whose.spoken_of(frame, match.start)
        if "person" in match.row.gives and not any(at < match.start for at, _ in match.sentence.names):
            topic = _main(frame) or topic  # "chief executive Jane Brook said" of the firm that the text is about
        main = _main(frame)
        held = topic if topic != who else main if main not in (None, who) else whose.other(frame, match.start, who)
    return held.removesuffix("'s") if held else held


def _named(match: Match, frame: Frame, who: str, role: str) -> str:
    """Who stands in a role of which only small words were read: "who | still | owns", "9% of the | stock |"."""
    if not frame.words.spaced or role not in match.roles:
        return who
    words, first = who.lower().split(), match.roles[role][0]
    small_, held = small(match.sentence.lang), stakes(match.sentence.lang)
    if " led by " in who:
        return who.rpartition(" led by ")[2].removeprefix("the ")  # "investors led by Holm Ventures"
    verb = next((i for i, word in enumerate(who.split()) if i and word in _DOES), len(words))
    kin = len(words) > 1 and words[0] in _KIN
    if verb < len(words) or kin:
        return " ".join(who.split()[kin:verb])  # "his | sister | Clara | votes 71% of Holm"
    seated = who[:1].islower() and words[0] in ("based", "headquartered", "listed", "registered")
    if match.names_in(role) and not seated:
        return who
    if words[0] in small_.adverbs | _STILL and len(words) <= len(("still", "it")):
        while first > match.sentence.opening and match.sentence.tokens[first - 1].text in (",", *small_.relatives):
            first -= 1
        near = syntax.nearest(frame, first)
        return near.who if near is not None and near.last == first else whose.spoken_of(frame, first) or who
    if role == "object" and (seated or (held is not None and words[-1] in held.capital | {"stock", "votes"})):
        other = party.party(match, "subject")
        topic = whose.spoken_of(frame, match.start)
        return topic if topic not in (None, other) else whose.other(frame, match.start, other) or who
    return who


def _pronoun(match: Match) -> str | None:
    """Whom the "its" points to that a phrasing begins with."""
    mention = match.sentence.tokens[match.start].mention
    return mention.value.entity if mention is not None and isinstance(mention.value, Name) else None


def _amid(match: Match) -> bool:
    """Is it no subject that a phrasing begins with, but the rest of a clause: "which will | rename itself Holm"?"""
    first, last = match.roles.get("subject", (0, 0))
    if not standing(match.sentence.lang).spaced or first != match.start or not 0 < first < last:
        return False
    rows = small(match.sentence.lang)
    return match.sentence.tokens[first - 1].text in rows.modal and match.sentence.tokens[first].mention is None


def _set_apart(match: Match, role: str) -> str | None:
    """Who is called something between commas: "Holm, | the crisp maker | founded by Jane Brook"."""
    first, last = match.roles.get(role, (0, 0))
    tokens, articles = match.sentence.tokens, standing(match.sentence.lang).articles
    if first < 2 or last <= first or match.names_in(role) or match.proper(role):
        return None
    comma = next((i for i in (first - 1, first - 2) if tokens[i].text == ","), 0)
    if comma < 1 or tokens[comma + 1].text not in articles:
        return None
    mention = tokens[comma - 1].mention
    name = mention.value if mention is not None else None
    return party.body(name)


def _only_a_part(match: Match, held: str) -> bool:
    """Do the words only say that a part of somebody is held: "has sold a 30% | stake | to Holm"?"""
    rows = stakes(match.sentence.lang)
    return rows is not None and held.lower().split()[-1] in rows.stakes


def _main(frame: Frame) -> str | None:
    """The organisation that an item names most often, of equals the first."""
    heard = frame.carried.heard
    return max(heard, key=heard.__getitem__) if heard else None


def _holders(match: Match, frame: Frame) -> Iterator[tuple[str, Quantity | None]]:
    """Each subject with its percent: one for all, or one each in their order."""
    given = {"full": [_FULL], "half": [_HALF]}.get(match.row.gives.get("percent", ""))
    held = any(word in (match.words("of") or "") for word in frame.words.held)  # "占其持有本公司股份总数的0.64%"
    besides = [] if held else match.quantities("rest")  # says a share besides
    percents = given or match.quantities("percent") or besides
    who = party.parties(match, "subject")
    if "subject" in match.roles and not match.names_in("subject") and party.points(match, "subject"):
        known = party.known(match, "subject", frame)
        who = [known] if known else []
    if match.row.gives.get("subject") == "before":
        who = [near] if (near := frame.entity_before(match.start)) else []
    elif match.row.gives.get("subject") == "topic":
        who = [near] if (near := whose.spoken_of(frame, match.start)) else []
    elif match.row.gives.get("subject") == "person":
        who = [person] if (person := _person(match, frame)) else []
    elif match.row.gives.get("subject") == "about":
        others = {party.party(match, "object"), *party.parties(match, "seller")}
        who = [near] if (near := party.about(match, frame, frozenset(filter(None, others)))) else []
    elif who and (match.words("subject") or "").lower() in ("he", "she"):
        who = [frame.carried.person] if frame.carried.person else []
    for i, subject in enumerate(who):
        yield subject, percents[i] if len(percents) == len(who) else percents[0] if percents else None
    for number in ("2", "3"):
        subject = party.party(match, f"subject{number}") or ""
        if subject:
            both = percents[0] if percents and "both" in match.row.gives else None
            yield subject, both or match.quantity(f"percent{number}")


def _holds(match: Match, held: str) -> bool:
    """Is it a person who has the post, a firm that is bought, a bank that has a governor?"""
    gives = match.row.gives
    if "person" in gives:
        mention = match.mention("subject")
        if mention is None or not isinstance(mention.value, Name) or mention.value.kind != "person":
            return False
    if "bank" in gives and not _lends(match, held):
        return False
    if "loan" in gives and not _lends(match, party.party(match, "subject") or ""):
        return False
    if match.sentence.tokens[match.start - 1].text == "," and match.row.text.startswith("{relation:@titles} ("):
        return False  # "Jane Brook, president of Marlow, Idris and Co"
    return "named" not in gives or _somebody(match, gives["named"])


def _made_of(match: Match) -> bool:
    """Is it no founder, but a noun for what became of others?"""
    rows, said = casts(match.sentence.lang), (match.words("subject") or "").lower().split()
    return rows is not None and not rows.nouns.isdisjoint(said[:4])


def _is_person(match: Match) -> bool:
    """Is it a person who would be owned or bought?"""
    mention = match.mention("object")
    return mention is not None and isinstance(mention.value, Name) and mention.value.kind == "person"


def _lends(match: Match, who: str) -> bool:
    """Does a name tell of a bank?"""
    return any(word in who.lower() for word in match.listed("banks"))


def of_firms(match: Match) -> bool:
    """Is it said of a firm, where the row asks for one? What is held of a market or of posts is a share of them."""
    held, last = stakes(match.sentence.lang), (match.words("object") or "").lower().split()[-1:]
    if held is not None and last and match.quantity("percent") is not None and last[0] in held.unowned - {"votes"}:
        return False  # "a 12% share of the market"
    return not ("firm" in match.row.gives and "object" in match.roles) or _somebody(match, "object")


def _somebody(match: Match, role: str) -> bool:
    """Is it a name, known or only capitalised, a word that points back to one, or a firm without a name?"""
    if match.names_in(role) or party.points(match, role) or match.proper(role):
        return True
    last = (match.words(role) or "").lower().split()[-1:]
    return bool(last) and last[0] in standing(match.sentence.lang).holdings


def _person(match: Match, frame: Frame) -> str | None:
    """The first person of the sentence, else the one named before it."""
    for token in match.sentence.tokens[: match.start]:
        if token.mention is not None and isinstance(token.mention.value, Name) and token.mention.value.kind == "person":
            return token.mention.value.entity
    return frame.carried.person


def _body(text: str, inner: Mention, whole: Mention) -> bool:
    """Is what stands behind "of" a body itself: the Academy of Sciences, and not Ship Power?"""
    if text[inner.span.end : whole.span.start].strip() != "of":
        return True
    return bool(_WHOLE.search(text[whole.span.start : whole.span.end]))


def joined(facts: list[Fact]) -> list[Fact]:
    """Who is called the controlling shareholder and given a share as well is named once."""
    held = {(f.subject, f.object) for f in facts if isinstance(f, Relationship) and f.percent is not None}
    facts = _once(facts)
    parents = {(f.subject, f.object) for f in facts if isinstance(f, Relationship) and f.relation == "parent_of"}
    again = {"parent_of": held, "shareholder_of": parents}
    told = [f for f in facts if isinstance(f, Relationship) and f.relation == "subsidiary_of"]
    units = {(f.object, f.subject, f.percent) for f in told}
    return [
        f
        for f in facts
        if not isinstance(f, Relationship)
        or (f.percent is not None and not _is_again(f, units))
        or (f.percent is None and (f.subject, f.object) not in again.get(f.relation, ()))
    ]


def _is_again(fact: Relationship, units: set[tuple[str, str, Quantity | None]]) -> bool:
    """Is what somebody holds already told of his unit: "is a 72.5% held unit of Holm"?"""
    return fact.relation == "shareholder_of" and (fact.subject, fact.object, fact.percent) in units


def _once(facts: list[Fact]) -> list[Fact]:
    """Without what is said again, of the same words or later in the text."""
    said, out = dict[tuple[str, str, str], Fact](), list[Fact]()
    for fact in facts:
        if isinstance(fact, Relationship) and fact.count is None:
            key = (fact.subject, fact.relation, fact.object)
            known = said.get(key)
            other = isinstance(known, Relationship) and None not in (known.percent, fact.percent)
            if isinstance(known, Relationship) and known.percent is None and fact.percent is not None:
                out.remove(known)  # the same with how much it is
            elif isinstance(known, Relationship) and not (other and known.percent != fact.percent):
                near = known.spans[0].start <= fact.spans[0].end and fact.spans[0].start <= known.spans[0].end
                if near or (known.status == "past") == (fact.status == "past"):
                    continue
            said[key] = fact
        out.append(fact)
    return out


def _numbered(match: Match, who: list[str], relation: str, held: str) -> Iterator[Fact]:
    mention, count = match.mention("count"), match.quantity("count")
    assert mention is not None and count is not None  # noqa: S101, PT018 - state asks first
    figure = Figure(held, f"holders, {match.row.name}", (), None, "count")
    printed: tuple[Printed, ...] = (Printed(figure, count, mention.span),)
    for subject in who or [""]:
        yield Relationship(
            spans=(match.span,),
            rule=match.row.name,
            printed=printed,
            subject=subject,
            relation=relation,
            object=held,
            count=count,
            period=stance.when(match),
        )
        printed = ()


def parts(mentions: list[Mention], text: str) -> Iterator[Fact]:
    """Bodies whose name says whose they are: "the Institute of Microelectronics of the Chinese Academy of Sciences"."""
    whole: Mention | None = None
    inner: Mention | None = None
    for mention in mentions:
        if not isinstance(mention.value, Name) or mention.value.kind != "organisation":
            continue
        if mention.rule != "part":
            whole, inner = mention, None
        elif whole is not None and whole.span.start <= mention.span.start and mention.span.end <= whole.span.end:
            if inner is None:
                inner = mention
            elif isinstance(inner.value, Name) and _body(text, inner, mention):
                yield Relationship(
                    spans=(whole.span,),
                    rule="name.part",
                    subject=inner.value.entity,
                    relation="part_of",
                    object=mention.value.entity,
                )
