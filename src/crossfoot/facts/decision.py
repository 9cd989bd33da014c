"""A policy in words that spaces part: who decides, who may or must do what, and limits that move, stay or fall away."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import Match, party, stance, syntax
from crossfoot.late import late
from crossfoot.lexicon import union
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Figure, Measurement, Name, Period, Policy, Printed, Quantity, Share, Target, Timex

_OUTSIDE = frozenset({"foreign", "overseas", "private", "outside", "international"})
_RULES = frozenset({"decided", "ruled", "ordered", "announced", "resolved", "decreed"})
FAR = 1200  # characters before a sentence in which rules are spoken of
_WORD = late(r"[a-z]+")
_BY_SIZE = {"pay": ("cut_rate", "raise_rate"), "cap": ("lower_limit", "raise_limit")}  # which of them the sizes tell
_LIMIT_OF = {"cut_rate": "lower", "raise_rate": "raise"}
_BOUNDS = frozenset({">", ">=", "<", "<="})
_NEAR = 6  # tokens before a limit in which it is said to have moved
_EARLIER = frozenset({"current", "present", "previous", "earlier", "existing", "old", "former"})
_LEADING = frozenset({"on", "of", "for", "in", "with", "about", "the", "a", "this", "its"})
_IN = late(r" in ((?:[A-Z][a-z'-]+ ?){1,3})$")
FULL = Quantity(Fraction(100), Fraction(100), Fraction(1), "percent", "percent")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    gives = match.row.gives
    action = gives.get("action") or match.row.sense or match.meaning("action") or ""
    if action == "effect":
        yield Policy(spans=(match.span,), rule=match.row.name, action=action, effective=_takes(match, frame))
        return
    if not _rules(match, frame):
        return
    metric = gives.get("limit_metric") or _metric(_activity(match), action, match.sentence.lang)
    if metric in standing(match.sentence.lang).limits and action.endswith("_rate"):
        action = f"{_LIMIT_OF[action]}_limit"  # "raised the reserve requirement from 8 to 9 per cent"
    who, activity = _beneficiary(match, frame), _activity(match)
    activity, town = _town(match, activity)
    limited = _limited(match, frame, action)
    if limited is None:
        return
    action, before, after = limited
    fined = action == "require" and (activity or "").partition(" ")[0] in frame.words.paid
    if fined and any(level.metric == "fine" for level in frame.carried.levels):
        return  # a fine, and no rule: "Holm must pay 41 million"
    if action == "pay" or (action == "require" and activity == "be hired"):
        return  # which way it goes is not said; and people are hired by no rule
    if action == "require" and activity is not None and activity.startswith("not "):
        action, activity = "ban", activity.removeprefix("not ")
    if who is None and activity is None and after is None and before is None:
        return
    frame.carried.beneficiary = who or frame.carried.beneficiary
    if after is None and before is None and action in ("permit", "require"):
        action, before, after = _within(match, frame, action)
    rated = action.endswith("_rate") or _metric(activity, "_rate", match.sentence.lang) == "policy_rate"
    if not rated:  # the rate of a central bank is measured besides
        limits = {"before", "part", "after", "what", gives.get("level", "")} & match.roles.keys()
        frame.ruled.update(i for role in limits for i in range(*match.roles[role]))
    elif "kept" in gives and "part" in match.roles:  # "left its key rate unchanged at 5.75%"
        index = match.roles["part"][0]
        of_whom = frame.level(index).entity or _authority(match, frame)
        if frame.level(index).metric != "policy_rate" and of_whom is not None:
            frame.call(index, "policy_rate", of_whom)
    effective = _from(match, frame) or _effective(match, frame)
    yield Policy(
        spans=(match.span,),
        rule=match.row.name,
        printed=tuple(printed(match, who)),
        action=action,
        beneficiary=who,
        activity=activity,
        limit_metric=metric,
        limit_before=before,
        limit_after=after,
        authority=_authority(match, frame),
        place=stance.place(match) or town,
        effective=effective,
        instrument=party.phrase(match, "instrument"),
        status="in_force" if "kept" in gives else _status(match, frame, effective),
    )


def _rules(match: Match, frame: Frame) -> bool:
    # "Prices may rise", "GM must act": words for a rule are one only where somebody has been shown making rules.
    words = (match.words("action") or "").lower()
    weak = words in standing(match.sentence.lang).weak or not {"context", "ruled"}.isdisjoint(match.row.gives)
    return (not weak or _of_rules(match, frame)) and _decides(match, frame)


def _limited(match: Match, frame: Frame, action: str) -> tuple[str, Quantity | None, Quantity | None] | None:
    """What is done to a limit, where it was and where it is; None where nobody does it."""
    gives = match.row.gives
    before = match.quantity("before") or match.quantity("part")
    after = match.quantity("after") or match.quantity("what")
    if gives.get("after") == "full":
        after = FULL
    if "level" in gives:
        after = next(iter(match.quantities(gives["level"])), None)
    denied, kept = stance.denied(match, frame), before or after
    if "kept" in gives or (denied and kept is not None):
        return "limit", kept, kept  # what was, stays
    if denied and "turns" in gives:  # "are no longer obliged to", "are no longer barred from"
        return "ban" if action == "permit" else "permit", before, after
    if denied:
        return ("ban", before, after) if action == "permit" else None
    if action in _BY_SIZE and before is not None and after is not None:
        action = _BY_SIZE[action][after.low > before.low]  # "pay 14 euros rather than 11"
    return action, before, after


def _town(match: Match, activity: str | None) -> tuple[str | None, str | None]:
    """What is done, and the town that no list has in which it is: "open branches | in Da Nang"."""
    found = _IN.search(activity or "")
    if found is None or activity is None:
        return activity, None
    return activity[: found.start()], found[1]


def plain(match: Match) -> bool:
    """May a fit be of a rule at all? What merely must be so is none, nor is a sale banned "to" do anything."""
    known, words = standing(match.sentence.lang), (match.words("action") or "").lower()
    does = (match.words("activity") or "").lower().split()[:1]
    if words in known.weak and does and does[0] in known.idle:
        return False
    at = match.roles["action"][0] if "action" in match.roles else 0
    if at and match.sentence.tokens[at - 1].text in _LEADING and match.sentence.tokens[at - 1].mention is None:
        return False  # "a notice on | support for firms in Hebei", "the limit on"
    dealt = (match.words("beneficiary") or "").lower().split()
    dealt = dealt[1:] if dealt and dealt[0] in known.articles else dealt
    return not (match.meaning("action") == "ban" and dealt[1:2] == ["of"] and dealt[0] in match.listed("dealings"))


def settled(facts: list[Fact], frame: Frame) -> list[Fact]:
    """What a rule limits is no measurement of anybody and nobody's target, though the checks know the figure."""
    if not frame.ruled:
        return facts
    ruled = {frame.sentence.tokens[i].start for i in frame.ruled}
    out = list[Fact]()
    for fact in facts:
        if isinstance(fact, Measurement) and fact.printed[0].span.start in ruled:
            fact = msgspec.structs.replace(fact, told=True)
        if not (isinstance(fact, Target | Share) and fact.printed[0].span.start in ruled):
            out.append(fact)
    return out


def _within(match: Match, frame: Frame, action: str) -> tuple[str, Quantity | None, Quantity | None]:
    """The limit that what may be done has, and the one that it had: "may hold up to 75%, raising the cap from 51%"."""
    tokens, after, at = match.sentence.tokens, None, 0
    for i in range(*match.roles.get("activity", (0, 0))):
        mention = tokens[i].mention
        if mention is None or not isinstance(mention.value, Quantity) or mention.value.kind == "duration":
            continue
        limited = tokens[match.roles["activity"][0]].text in match.listed("limiting")
        limited = limited and tokens[i - 1].text in ("to", "at")
        if mention.value.approx in _BOUNDS or limited or (mention.value.kind == "percent" and _owned(match)):
            after, at = mention.value, i
            frame.ruled.add(i)
            break
    if after is None:
        return action, None, None
    for i in range(at + 1, len(tokens)):
        mention = tokens[i].mention
        if mention is None or not isinstance(mention.value, Quantity) or mention.value.kind != after.kind:
            continue
        if _before(match, frame, i):
            frame.ruled.add(i)
            way = "raise_limit" if mention.value.low < after.low else "lower_limit"
            return way if action == "permit" else action, mention.value, after
    return action, None, after


def _owned(match: Match) -> bool:
    known = standing(match.sentence.lang)
    return not {*known.metrics["ownership"]}.isdisjoint((match.words("activity") or "").lower().split())


def _before(match: Match, frame: Frame, index: int) -> bool:
    """Is a figure behind a rule what the limit was: "up from 49%", "lifting the cap from 49%", "against 49%"?"""
    tokens, known = match.sentence.tokens, standing(match.sentence.lang)
    near = {frame.printed(t.mention).lower() if t.mention else t.text for t in tokens[max(index - _NEAR, 0) : index]}
    if tokens[index - 1].text == "of" and not near.isdisjoint(known.capped):
        return not near.isdisjoint(_EARLIER)  # "half the current limit of 10,000"
    if tokens[index - 1].text == "from":
        return not near.isdisjoint({*known.capped, "up", "down"})
    return not near.isdisjoint(frame.words.beside)


def _decides(match: Match, frame: Frame) -> bool:
    """No figure is let or made to do anything, and what is only reported ("a ruling that ordered it") is no policy."""
    tokens, known = match.sentence.tokens, standing(match.sentence.lang)
    opens = tokens[match.roles["beneficiary"][0]].mention if "beneficiary" in match.roles else None
    if "plain" in match.row.gives and opens is not None and isinstance(opens.value, Quantity):
        return False
    who = (match.words("beneficiary") or "").lower().split()
    if who and who[0] in known.speakers:
        return False
    if match.start == 0 or tokens[match.start - 1].text not in known.relative or "authority" in match.roles:
        return True
    at = match.start - 2
    while at > 0 and (tokens[at].mention is not None or tokens[at].text in frame.words.prepositions):
        at -= 1  # "said on Monday that payment firms may"
    told = tokens[at].text in union(frame.words.reporting, _RULES)
    return match.start > 1 and (told or tokens[match.start - 2].text in known.measures)  # "a draft that would oblige"


def _of_rules(match: Match, frame: Frame) -> bool:
    """Is it said where rules are spoken of or somebody is shown making them, and more than that it may happen?"""
    known, does = standing(match.sentence.lang), (match.words("activity") or "").lower().split()[:1]
    if does and does[0] in known.idle:
        return False
    about = whose.spoken_of(frame, match.start)
    deciding = (frame.carried.authority, party.party(match, "authority"), _head(match), about, _teller(match, frame))
    if any(who is not None and not known.makers.isdisjoint(_WORD.findall(who.lower())) for who in deciding):
        return True
    before = match.sentence.document.text[max(match.span.start - FAR, 0) : match.span.start].lower()
    return any(word in standing(match.sentence.lang).ruling for word in _WORD.findall(before))


def _beneficiary(match: Match, frame: Frame) -> str | None:
    gives, known = match.row.gives, standing(match.sentence.lang)
    who = party.party(match, "beneficiary")
    at = match.roles["beneficiary"][0] - 1 if who is not None and "beneficiary" in match.roles else -1
    if at > match.start and match.sentence.tokens[at].text in _OUTSIDE and match.sentence.tokens[at].mention is None:
        who = f"{match.sentence.tokens[at].text} {who}"  # "opens rail freight to | foreign | operators"
    if "subject" in gives and "beneficiary" not in match.roles:  # who acts is who may
        who = who or frame.subject_words(match.start)
    led = next((said for said in known.status["past"] if who is not None and who.lower().startswith(f"{said} ")), "")
    who = who[len(led) :].lstrip(" ,") if who is not None and led else who  # "Until now they had to"
    if "last" in gives or (who is not None and who.lower() in known.pronouns):
        who = frame.carried.beneficiary or whose.spoken_of(frame, match.start)
    if who is not None and len(who.split()) > 1 and who.lower().split()[0] in known.pronouns:
        who = who.split(" ", 1)[1]
    return who


def _activity(match: Match) -> str | None:
    for role, gives in (("last", "upto"), ("does", "")):
        if role in match.roles and "activity" in match.roles and (role == "does" or gives in match.row.gives):
            first, last = match.roles["activity"]
            start, end = match.roles[role]
            match.roles["activity"] = (min(first, start), max(last, end))
    return party.activity(match)


def _metric(activity: str | None, action: str, lang: str) -> str | None:
    """What a limit is a limit of, where the words for what is done tell."""
    words = set((activity or "").lower().replace("-", " ").split())
    for name, forms in standing(lang).metrics.items():
        if words & set(forms) and (name != "policy_rate" or action.endswith("_rate")):
            return name
    return None


def _status(match: Match, frame: Frame, effective: Period | None) -> str:
    known = standing(match.sentence.lang)
    tokens = match.sentence.tokens
    if any(token.text in known.drafts for token in tokens[: match.end]):
        frame.carried.draft = True
    said = stance.status(match, frame)
    if frame.carried.draft and said in (None, "planned", "announced"):
        return "proposed"
    return said or ("announced" if stance.is_ahead(frame, effective) else "in_force")


def _from(match: Match, frame: Frame) -> Period | None:
    """When a phrasing says that it holds; "from 1 March", which is over, is the next one."""
    place, known = match.roles.get("when"), standing(match.sentence.lang)
    if place is not None and place[0] and match.sentence.tokens[place[0] - 1].text in known.since:
        return stance.next_day(frame, match.mention("when"))
    return stance.when(match)


def _takes(match: Match, frame: Frame) -> Period | None:
    """ "takes effect on 1 September", which is to come; "took effect in May" is over."""
    took = match.sentence.tokens[match.start : match.end]
    past = not standing(match.sentence.lang).took.isdisjoint(token.text for token in took)
    return stance.when(match) if past else stance.next_day(frame, match.mention("when"))


def _effective(match: Match, frame: Frame) -> Period | None:
    """From when: "With effect from 1 November the board will ..."."""
    tokens, since = match.sentence.tokens, standing(match.sentence.lang).since
    for at in range(1, len(tokens)):
        mention = tokens[at].mention
        if mention is not None and isinstance(mention.value, Timex) and tokens[at - 1].text in since:
            return stance.next_day(frame, mention)
    return None


def printed(match: Match, who: str | None) -> Iterator[Printed]:
    """A cap that is or was in force, as a figure: what is owned under it is bounded by it."""
    mention, limit = match.mention("before"), match.quantity("before")
    if who and mention is not None and limit is not None and limit.kind == "percent":
        yield Printed(cap(who, "before"), limit, mention.span, nominal=True)


def _authority(match: Match, frame: Frame) -> str | None:
    """Who decides: named in the phrasing or at the head of its sentence, else who was last shown deciding."""
    known = standing(match.sentence.lang)
    named = party.party(match, "authority")
    words = (match.words("authority") or "").lower().split()
    unknown = frame.carried.authority is None and bool(words) and words[-1] in known.makers  # "the central bank"
    points = party.points(match, "authority") and not unknown
    if named is not None and words and not points and words[-1] not in known.measures:
        frame.carried.authority = named
    elif (head := _head(match)) is not None:
        frame.carried.authority = head
    elif frame.carried.authority is None and (teller := _teller(match, frame)) is not None:
        frame.carried.authority = teller
    elif frame.carried.authority is None:
        spoken = whose.spoken_of(frame, match.start)
        frame.carried.authority = spoken if _makes(spoken, frame) else _maker(frame) or spoken
    return frame.carried.authority


def _makes(who: str | None, frame: Frame) -> bool:
    return who is not None and not standing(frame.sentence.lang).makers.isdisjoint(_WORD.findall(who.lower()))


def _maker(frame: Frame) -> str | None:
    """The maker of rules whom the item has named, though it went on about somebody else."""
    return next((who for who in frame.carried.heard if _makes(who, frame)), None)


def _teller(match: Match, frame: Frame) -> str | None:
    """The maker of rules who tells them behind: "..., | the council | said in a notice"."""
    tokens, known = match.sentence.tokens, standing(match.sentence.lang)
    for at in range(match.end, len(tokens)):
        if tokens[at].mention is None and tokens[at].text in frame.words.reporting | _RULES:
            who = syntax.before(frame, at)
            named = who is not None and not known.makers.isdisjoint(_WORD.findall(who.who.lower()))
            return who.who if named and who is not None else _body(match, at)
    return None


def _body(match: Match, at: int) -> str | None:
    """The body in common words behind the last comma before a verb: ", the central bank of Avaria | announced"."""
    tokens, known = match.sentence.tokens, standing(match.sentence.lang)
    first = next((i + 1 for i in range(at - 1, match.start, -1) if tokens[i].text == ","), at)
    while first < at and tokens[first].text in known.articles:
        first += 1
    run = tokens[first:at]
    if not run or len(run) > _NEAR or known.makers.isdisjoint(token.text for token in run):
        return None
    return match.sentence.document.text[run[0].start : run[-1].end]


def _head(match: Match) -> str | None:
    """The body that the sentence begins with, before the phrasing, if it is not who benefits."""
    for at, mention in match.sentence.names:
        if at <= match.sentence.opening + 2 and at < match.start and mention.rule != "anaphor":
            return mention.value.entity if isinstance(mention.value, Name) else None
    return None


def cap(who: str, stage: str) -> Figure:
    """The share that `who` may own, before or after the change."""
    return Figure(None, "ownership cap", (("of", who.casefold()),), None, "percent", stage)
