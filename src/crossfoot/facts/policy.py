"""Who may, should or must do what: what is allowed, encouraged, banned, and caps that are set, moved or fall away."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts import decision
from crossfoot.facts.frame import Frame
from crossfoot.facts.frame.carried import Carried
from crossfoot.facts.measurement import measured
from crossfoot.facts.sentence import Match, party, stance
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.phrasing import phrasings
from crossfoot.lexicon.standing import standing
from crossfoot.model import Change, Fact, Figure, Period, Policy, Printed, Quantity

_SHORT = 6  # characters before 准备金率 that belong to its name


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    if standing(match.sentence.lang).spaced:
        yield from decision.state(match, frame)
        return
    action = match.row.sense or match.meaning("action") or ""
    effective = stance.when(match)
    if action == "effective":
        frame.carried.effective = effective
        return
    who, does, metric, where = _done(match)
    if "subject" in match.row.gives:  # who acts is who may
        who = who or frame.subject_words(match.start)
    if who is not None and who in standing(match.sentence.lang).pronouns:
        who = frame.carried.beneficiary
    before, after = match.quantity("before"), match.quantity("after")
    if match.row.gives.get("after") == "full":
        after = decision.FULL
    if match.row.gives.get("before") == "same":
        before = after
    action = _turned(action, before, after)
    if stance.denied(match, frame) and "denied" not in match.row.gives:
        if after is None and before is None:
            return
        after = before  # "did not raise the cap": what was, stays
    if who is None and does is None and after is None and before is None:
        return
    frame.carried.beneficiary = who or frame.carried.beneficiary
    limited = match.row.gives.get("limit_metric") or metric
    if limited == "policy_rate":
        if (own := _reserve(match, does)) is not None:
            does = limited = own
        yield from _rate(match, frame, action, does, effective)
    yield Policy(
        spans=(match.span,),
        rule=match.row.name,
        printed=tuple(decision.printed(match, who)),
        action=action,
        beneficiary=who,
        activity=does,
        limit_metric=limited,
        limit_before=before,
        limit_after=after,
        authority=party.authority(match, frame.carried),
        place=where or stance.place(match),
        effective=effective or _effective(match, frame),
        instrument=party.phrase(match, "instrument"),
        status=stance.status(match, frame, standing(match.sentence.lang).rules),
    )


def _reserve(match: Match, does: str | None) -> str | None:
    """A ratio of reserves by its name: no rate that anybody lends at."""
    rate, reserves = match.words("rate") or "", match.listed("reserves")
    return f"{does}{rate}" if does is not None and rate in reserves and len(does) <= _SHORT else None


def _rate(match: Match, frame: Frame, action: str, does: str | None, effective: Period | None) -> Iterator[Fact]:
    """A rate that is moved is a level and a move besides: "将基准利率上调50个基点至6.75%"."""
    start = match.sentence.tokens[match.start].start
    plain = metric("policy_rate")
    segment = (("words", does),) if does and (plain is None or does not in plain.zh) else ()
    who, when = party.authority(match, frame.carried), effective or frame.carried.period
    own = _reserve(match, does.removesuffix(match.words("rate") or "-") if does else None)
    name, segment = ("policy_rate", segment) if own is None else (f"other:{own}", ())
    rate = Figure(who, name, segment, when, "percent", f"at {start}")
    after, points = match.mention("after"), match.mention("points")
    if after is not None and isinstance(after.value, Quantity):
        value = msgspec.structs.replace(after.value, of=own or after.value.of)
        yield measured(rate, value, after.span, after.span, match.row.name)
    if points is None or not isinstance(points.value, Quantity):
        return
    size = msgspec.structs.replace(
        points.value, of=own, change="down" if action in ("cut_rate", "lower_limit") else "up"
    )
    move = msgspec.structs.replace(rate, metric=f"move of {name}", unit="pp")
    yield Change(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(move, size, points.span),),
        figure=rate,
        rate=move,
        bases=(msgspec.structs.replace(rate, basis=f"before {start}"),),
        quantity=size,
        by="points",
    )


def _turned(action: str, before: Quantity | None, after: Quantity | None) -> str:
    """Which way a limit is moved that is only said to be set anew: "由30%调整为25%"."""
    way, _, what = action.partition("_")
    if way != "move":
        return action
    up = before is None or after is None or after.low >= before.low
    return f"{'raise' if up else 'lower' if what == 'limit' else 'cut'}_{what}"


def _done(match: Match) -> tuple[str | None, str | None, str | None, str | None]:
    """Who does what, what is limited, and where; without spaces the words themselves are parted."""
    who, does, metric = party.party(match, "beneficiary"), party.activity(match), party.phrase(match, "metric")
    where = None
    if "doing" in match.roles:
        who, does, where = party.doing(match)
    if "limited" in match.roles:  # "稀土冶炼领域的外资 | 限制"
        does, metric = party.limited(match)
        if not {"before", "after"} & match.roles.keys() and does is not None and does in (metric or ""):
            does = metric  # "限购" itself falls away
    return who, does, metric, where


def ruled(match: Match, carried: Carried) -> bool:
    """Is it a rule? Without spaces the words for one are also everyday words: somebody must be there to make it."""
    if standing(match.sentence.lang).spaced:
        return decision.plain(match)
    tokens, at = match.sentence.tokens, match.start - 1
    behind = match.roles.get("action", (0, len(tokens)))[1]
    if behind < len(tokens) and tokens[behind].text in match.listed("adjectival"):
        return False  # 限制性条件 limits nobody
    opens = (
        at < 0
        or tokens[at].mention is not None
        or not tokens[at].text.isalnum()
        or tokens[at].text in match.listed("from_then")
    )
    if match.row.sense == "effective":
        return True
    opens = opens or match.row.gives.get("opens") == "no"
    return (opens or "opens" not in match.row.gives) and (
        party.authority(match, carried) is not None or _instrumented(match, carried)
    )


def _instrumented(match: Match, carried: Carried) -> bool:
    """ "条例明确，...": does a rule speak, whoever made it? It goes on speaking until the item ends."""
    text, tokens = match.sentence.document.text, match.sentence.tokens
    before = text[match.sentence.span.start : tokens[match.start].start]
    rulings = standing(match.sentence.lang).rulings
    carried.ruled = carried.ruled or any(word in before for word in rulings)
    return carried.ruled


def _effective(match: Match, frame: Frame) -> Period | None:
    """From when: as the sentence says anywhere, else as the item said before."""
    sentence = match.sentence
    rows = (row for row in phrasings("policy", sentence.lang) if row.row.sense == "effective")
    found = [fit for row in rows if row.may_fit(sentence.present) for fit in sentence.matches(row)]
    return stance.when(found[-1]) if found else frame.carried.effective


def joined(facts: list[Fact]) -> list[Fact]:
    """A limit that falls away is the one said of the same beneficiary; what takes effect are the item's rules."""
    limits = {
        f.beneficiary.casefold(): f.limit_before
        for f in facts
        if isinstance(f, Policy) and f.action == "limit" and f.beneficiary and f.limit_before
    }
    effect = next((f.effective for f in facts if isinstance(f, Policy) and f.action == "effect"), None)
    out = list[Fact]()
    for fact in facts:
        if not isinstance(fact, Policy):
            out.append(fact)
        elif fact.action != "effect":
            before = fact.limit_before
            if before is None and fact.action == "remove_limit":
                before = limits.get((fact.beneficiary or "").casefold())
            out.append(msgspec.structs.replace(fact, limit_before=before, effective=fact.effective or effect))
    return out
