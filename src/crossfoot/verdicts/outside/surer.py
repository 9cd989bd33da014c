"""A report and those of its sources in; out goes a query on each promise that the sources only have as a possibility.

"Will be resumed" where every source that speaks of it says "may be resumed", "has closed" where they plan to,
"will break even" where they aim to reach that, and words of certainty ("is sure to", 必将) that no source has. Figures
have hedges of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from crossfoot.late import late
from crossfoot.lexicon.told import say
from crossfoot.lexicon.words import in_any
from crossfoot.model import Evidence, Report, Span, Verdict
from crossfoot.verdicts.outside.called import Terms
from crossfoot.verdicts.outside.hedges import HEDGE
from crossfoot.verdicts.outside.setting import Settings

WILL = late(r"\bwill (?:be |have |also |then )?([a-z]{5,})|(?<![可或])将(?:会)?([\u4e00-\u9fff]{2})")
WISH_ENDS = late(r"[,;:.，；：。!?！？]|\b(?:and|but|while)\b|[并而]")  # "aims to grow and plans to sell a mill"
PROMISE = late(r"\bwill\b(?! not\b)|(?<![可或即必])将(?![来军近])")
FIGURE = late(r"[^,;:.，；：。0-9]{0,20}[0-9]")  # behind a verb: it is hedged with it
LEAST = 4  # letters of a verb
MANY = 40  # promises that are looked at
ALIKE = 2  # terms that a clause has with another that speaks of the same
STEM = 5  # letters by which two forms of a verb are one
REACH = 24  # characters in front of a verb that may hedge it
CLAUSE = late(r"[,;:.，；：。!?！？]")


def surer(report: Report, against: Sequence[Report], settings: Settings) -> Iterator[Verdict]:
    told = {
        verdict.spans[0].start: verdict for verdict in (*_wished(report, against, settings), *_surer(report, against))
    }
    yield from told.values()


def _surer(report: Report, against: Sequence[Report]) -> Iterator[Verdict]:
    text = report.document.text
    certain = list(_certain().finditer(text))
    if certain and not any(_certain().search(source.document.text) for source in against):
        for match in certain:
            yield _asked(report, match, say("unpromised", match.group()), ())
    yield from _early(report, against)
    spoken = dict[str, list[Span | None]]()
    for match in WILL.finditer(text):
        if FIGURE.match(text, match.end()):
            continue
        verb = (match.group(1) or match.group(2))[:STEM]
        if verb not in spoken:  # each verb is looked for once
            spoken[verb] = [hedge for source in against for hedge in _hedged(source, verb)]
        found = spoken[verb]
        told = [span for span in found if span is not None]
        if found and len(told) == len(found):
            yield _held(report, match, against, told[0])


def _wished(report: Report, against: Sequence[Report], settings: Settings) -> Iterator[Verdict]:
    """What the text says will be, where the clauses of the sources that say the most of it only wish for it."""
    mine = settings.texts.get(id(report))
    wills = list(islice(PROMISE.finditer(report.document.text), MANY)) if mine is not None else []
    if mine is None or not wills or not any(_wish().search(source.document.text) for source in against):
        return
    theirs = [clause for source in against if id(source) in settings.texts for clause in _clauses(source, settings)]
    for will in wills:
        start, end = _clause(report.document.text, will.start(), will.end())
        words = report.document.text[start:end].replace(will.group(), " ", 1)
        said = mine.terms(start, end) - settings.topic
        if len(said) < ALIKE or any(pattern.search(words) for pattern in (_wish(), _unsure(), _soft())):
            continue
        most = max((len(said & terms) for terms, _ in theirs), default=0)
        best = [wish for terms, wish in theirs if len(said & terms) == most and _telling(said & terms)]
        if most >= ALIKE and best and all(best):
            yield _held(report, will, against, best[0])  # type: ignore[arg-type]


def _telling(both: Terms) -> bool:
    """Is it more than a time, or the words that stand in any clause?"""
    return any(kind != "period" for kind, _ in both)


def _clauses(source: Report, settings: Settings) -> Iterator[tuple[Terms, Span | None]]:
    """What each clause says, and where it says so as a wish."""
    text, start = source.document.text, 0
    for stop, after in (*(match.span() for match in WISH_ENDS.finditer(text)), (len(text), len(text))):
        wish = _wish().search(text, start, stop)
        where = None if wish is None else Span(source.document.id, wish.start(), stop)
        yield settings.texts[id(source)].terms(start, stop), where
        start = after


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first = max((match.end() for match in CLAUSE.finditer(text, max(0, start - 3 * REACH), start)), default=0)
    after = CLAUSE.search(text, end)
    return max(first, start - 3 * REACH), len(text) if after is None else after.start()


def _early(report: Report, against: Sequence[Report]) -> Iterator[Verdict]:
    """What the text says is done, and every source that has the verb only that it is planned."""
    text = report.document.text
    for match in _done().finditer(text):
        verb = (match.group(1) or match.group(2)).removesuffix("ed")[:STEM]
        if len(verb) < (LEAST if verb.isascii() else 2):
            continue
        found = [span for source in against for span in _hedged(source, verb, _planned())]
        if found and found[0] is not None and all(found):
            yield _held(report, match, against, found[0])


def _held(report: Report, match: re.Match[str], against: Sequence[Report], there: Span) -> Verdict:
    source = next(source for source in against if source.document.id == there.doc)
    words = source.document.text[there.start : there.end]
    name = source.document.source or say("the_source")
    evidence = (Evidence(source.document.source, there, words),)
    return _asked(report, match, say("source_says", match.group(), name, repr(words)), evidence)


@cache
def _done() -> re.Pattern[str]:
    """A verb of what is done; where what will be done is asked about, none is: "is to have closed by May"."""
    return re.compile(
        rf"(?<!to )(?:{in_any('done')})(?: also| now| since)* ?(?:([a-z]{{3,}}ed)\b|([\u4e00-\u9fff]{{2}}))"
    )


@cache
def _wish() -> re.Pattern[str]:
    """Words of one who would like to, or may."""
    return re.compile(in_any("wished"))


@cache
def _soft() -> re.Pattern[str]:
    return re.compile(in_any("soft"))


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(in_any("planned"))


@cache
def _certain() -> re.Pattern[str]:
    return re.compile(in_any("sure"), re.IGNORECASE)


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(in_any("unsure", behind=r"(?! not\b)"))


def _hedged(source: Report, verb: str, hedge: re.Pattern[str] | None = None) -> list[Span | None]:
    """Where the source has the verb: each from the word that hedges it on, or nothing where none does."""
    text = source.document.text
    found = list[Span | None]()
    for match in re.finditer(rf"\b{verb}\w*" if verb.isascii() else verb, text):
        first = max(match.start() - REACH, 0)
        start = max((first + m.end() for m in CLAUSE.finditer(text[first : match.start()])), default=first)
        hedges = [m.start() for m in (hedge or _unsure()).finditer(text, start, match.start())]
        found.append(Span(source.document.id, hedges[-1], match.end()) if hedges else None)
    return found


def _asked(report: Report, match: re.Match[str], message: str, evidence: tuple[Evidence, ...]) -> Verdict:
    span = Span(report.document.id, match.start(), match.end())
    return Verdict("equal", "query", (span,), "outside", HEDGE, "", message, evidence=evidence)
