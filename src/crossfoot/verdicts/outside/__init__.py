"""A report and those of its sources in; a verdict on each figure that it prints out: a source proves it, or none does.

The walk: `support` says whether two printings may be of one number, `setting` what stands beside each, `proofs` which
figures the sources prove (`reckoned`: by arithmetic). What is proved may still be `altered` in its direction, have lost
its bound or other `hedges`, or be told of another subject (`whose`, `contrast`, `opposed`); for what is not, `slipped`
looks for the slip that made it, and `worded` asks whether its words mean another. `when` asks for dates, `named` for
names, `surer` for promises. `borne` asks about claims that fail though all of their figures are proved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.lexicon.numerals import significant
from crossfoot.lexicon.slips import slips
from crossfoot.lexicon.told import both, say
from crossfoot.model import Evidence, Outcome, Quantity, Report, Span, Verdict, place_of
from crossfoot.verdicts.outside.altered import ALTERED, Complaint, made_wrong, moved, turned, unlike
from crossfoot.verdicts.outside.borne import borne_out
from crossfoot.verdicts.outside.contrast import contrasted, misowned, mistaken
from crossfoot.verdicts.outside.dated import misdated
from crossfoot.verdicts.outside.headed import headed
from crossfoot.verdicts.outside.hedges import HEDGE, bounded, hedged, unsure
from crossfoot.verdicts.outside.labels import caption, label
from crossfoot.verdicts.outside.named import renamed
from crossfoot.verdicts.outside.opposed import opposed
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.slipped import bare, culprit, digits, mended, slip_between, slipped, written
from crossfoot.verdicts.outside.support import POINTS, Match, Said, ends, same_unit, size, swappable
from crossfoot.verdicts.outside.surer import surer
from crossfoot.verdicts.outside.terms import sorts, strong
from crossfoot.verdicts.outside.twice import copied
from crossfoot.verdicts.outside.unread import unread
from crossfoot.verdicts.outside.when import UNSUPPORTED, undated
from crossfoot.verdicts.outside.whose import made_for, owner
from crossfoot.verdicts.outside.worded import mismoved, unshared

__all__ = ["borne_out", "compare"]

SUBJECT = "XF703"
SHARP = 3  # digits of a rounded number that two things hardly share
ASKED = (HEDGE, UNSUPPORTED)  # no errors


def compare(report: Report, against: Sequence[Report]) -> tuple[Verdict, ...]:
    """A relation for each figure of the report that a source proves, a finding for each that none does."""
    proofs = Proofs(report, against)
    told = (verdict for said in proofs.mine if _asked(proofs, said) for verdict in _judged(proofs, said))
    return (*told, *undated(report, against), *renamed(report, against), *surer(report, against, proofs.settings))


def _asked(proofs: Proofs, said: Said) -> bool:
    return said.quantity.kind != "duration" or said.span in proofs.proved  # "within three years" rests on dates too


def _judged(proofs: Proofs, said: Said) -> Iterator[Verdict]:
    found, how = proofs.found[said.span], proofs.proved.get(said.span)
    wrong = _complaint(proofs, said, found, how)
    if wrong is not None:
        yield _finding(said, wrong, _label(proofs, said, wrong), _captions(proofs, said, wrong))
    elif how is None or how == "reckoned":
        yield _relation(said, say("follows", said.words), (), "holds")
    else:
        other = found[0][0]
        outcome: Outcome = "holds" if how == "same" else "holds_rounded"
        yield _relation(said, say("source_too", said.words, _name(other), other.words), (other,), outcome)
        if (dropped := hedged(said, found, proofs.settings)) is not None:
            yield _finding(said, dropped)


def _complaint(proofs: Proofs, said: Said, found: list[tuple[Said, Match]], how: str | None) -> Complaint | None:
    if not found:
        wrong = moved(proofs, said) or made_wrong(proofs, said) or _swapped(proofs, said) or _made(proofs, said)
        return wrong or ((_misworded(proofs, said) or _unproved(proofs, said)) if how is None else None)
    if how is None:
        return _subject(said, found[0][0], proofs.aligned(said))
    return (
        turned(proofs, said, found)
        or unlike(proofs, said, found)
        or bounded(said, found)
        or _of_another(proofs, said, found)
        or _swapped(proofs, said)
        or _copied(proofs, said, found)
    )


def _swapped(proofs: Proofs, said: Said) -> Complaint | None:
    """Have it and another figure of its sentence changed places?"""
    held = proofs.carriers(said)
    if not held:
        return None
    for other in proofs.settings.of[said].beside:
        if swappable(said.quantity, other.quantity) and other.quantity.low != said.quantity.low:
            printed = bool(proofs.found[said.span])
            how = proofs.settings.crossed(said, other, held, proofs.carriers(other))
            if how is not None and printed == bool(proofs.found[other.span]):
                mine, theirs = (
                    proofs.found[one.span][0][0] if printed else proofs.made(one)[0][0].parts[0]
                    for one in (said, other)
                )
                wrong = culprit(digits(said), written(said, other), "another-figure")
                return Complaint(SUBJECT, mine, wrong, theirs, asked=how == "one" or not printed, made=not printed)
    return None


def _copied(proofs: Proofs, said: Said, found: list[tuple[Said, Match]]) -> Complaint | None:
    both = copied(proofs, said, found)
    if both is None:
        return None
    known, right = both
    return msgspec.structs.replace(_subject(said, known, right), asked=True)


def _made(proofs: Proofs, said: Said) -> Complaint | None:
    """Does it follow from figures of another subject than the one that it is told of?"""
    other = made_for(proofs.settings, said, [one for one, _ in proofs.made(said)], proofs.derived)
    other = other or proofs.made_of_another(said)
    if other is None:
        return None
    wrong = culprit(digits(said), None, "another-figure")
    return Complaint(SUBJECT, proofs.made(said)[0][0].parts[0], wrong, other.parts[0], asked=True, made=True)


def _of_another(proofs: Proofs, said: Said, found: list[tuple[Said, Match]]) -> Complaint | None:
    """Is the right number told of another subject than in the sources?"""
    carriers = [other for other, _ in found]
    if any(how != "same" for _, how in found):
        rounded = _of_sibling(proofs, said, found) if significant(bare(said)[0]) >= SHARP else None
        right = None if rounded is None else rounded.right
        named = right is not None and proofs.settings.named(said, carriers, right)
        return rounded if named else _in_words(proofs, said, found)
    misnamed = proofs.settings.misnamed(said, carriers)
    if misnamed is not None:
        wrong = culprit(*misnamed, "another-figure")
        return Complaint(SUBJECT, carriers[0], wrong, asked=proofs.settings.guessed(said))
    rival = owner(proofs.settings, said, carriers, proofs.theirs)
    sure = rival is not None
    rival = rival or proofs.settings.rival(said, carriers)
    if rival is None:
        return _of_sibling(proofs, said, found) or _in_words(proofs, said, found) or _renamed(proofs, said, found)
    asked = proofs.settings.guessed(said) or not (sure or proofs.settings.sure(said, carriers, rival))
    return msgspec.structs.replace(_subject(said, carriers[0], rival), asked=asked)


def _in_words(proofs: Proofs, said: Said, found: list[tuple[Said, Match]]) -> Complaint | None:
    """Does a word beside it leave out what the sources say, or is it the noun of another figure of a list?"""
    told = opposed(proofs, said, found)
    if told is not None:
        return _told_of(*told)
    called = headed(proofs, said, found)
    if called is None:
        return None
    here, there = (label(proofs.settings, one, frozenset((term,))) for one, term in ((said, called[0]), called[1:]))
    return None if here is None or there is None else _told_of(here, called[1], there)


def _of_sibling(proofs: Proofs, said: Said, found: list[tuple[Said, Match]]) -> Complaint | None:
    rival = contrasted(proofs, said, found)
    return None if rival is None else msgspec.structs.replace(_subject(said, found[0][0], rival), asked=True)


def _renamed(proofs: Proofs, said: Said, found: list[tuple[Said, Match]]) -> Complaint | None:
    """Is it told of a name, or of a time, where the sources have another?"""
    names = misowned(proofs, said, found) or mistaken(proofs, said, found)
    if names is None:
        dated = misdated(proofs, said, found)
        return None if dated is None else _told_of(dated[0], dated[1], dated[2])
    here, there = label(proofs.settings, said, names[0]), label(proofs.settings, found[0][0], names[1])
    return None if here is None or there is None else _told_of(here, found[0][0], there)


def _told_of(here: Span, other: Said, there: Span) -> Complaint:
    instead = other.source.document.text[there.start : there.end]
    return Complaint(SUBJECT, other, culprit(here, instead, "another-figure"), asked=True)


def _label(proofs: Proofs, said: Said, complaint: Complaint) -> Span | None:
    """The name or the like that a number is told of, where the source has another number of it: is that wrong."""
    right, other = complaint.right, complaint.other
    if complaint.code != SUBJECT or right is None or other is None or complaint.made:
        return None
    settings = proofs.settings
    told = settings.of[said].told & settings.of[right].told - settings.of[other].told - settings.topic
    return label(settings, said, strong(told))


def _captions(proofs: Proofs, said: Said, complaint: Complaint) -> list[str]:
    """What a source calls the printing that should stand there, as the text does, and the one whose number does."""
    right, other, settings = complaint.right, complaint.other, proofs.settings
    if complaint.code != SUBJECT or right is None or other is None or complaint.made:
        return []
    here, there = settings.of[right].told, settings.of[other].told
    told = settings.of[said].told & here - there - settings.topic
    alike = frozenset(term for term in strong(there - here) if sorts(frozenset((term,))) & sorts(strong(told)))
    named = caption(settings, right, told), caption(settings, other, alike)
    return [name for name in dict.fromkeys(named) if name is not None] if named[0] is not None else []


def _subject(said: Said, other: Said, right: Said | None) -> Complaint:
    suggested = None if right is None else written(said, right)
    wrong = culprit(digits(said), suggested, "another-figure") if suggested else None
    return Complaint(SUBJECT, other, wrong, right)


def _unproved(proofs: Proofs, said: Said) -> Complaint | None:
    if (both := ends(said.quantity)) is not None:
        return _ranged(proofs, said, both)
    aligned = proofs.contradicted(said)
    slip = slip_between(said, aligned) if aligned is not None else None
    near = (aligned, slip or "other") if aligned is not None else slipped(said, proofs.theirs, proofs.used)
    if proofs.reckoned(said, aligned is not None, near) or _points(proofs, said, near):
        return None
    if near is None:
        return None if unread(said, proofs.against) else Complaint(UNSUPPORTED, None)
    return Complaint(ALTERED, near[0], mended(said, *near))


def _misworded(proofs: Proofs, said: Said) -> Complaint | None:
    """Is it not what the figures make that its words ask for?"""
    both = mismoved(proofs, said)
    if both is not None:
        return Complaint(ALTERED, both[0], right=both[1], asked=True)
    return Complaint(UNSUPPORTED, None) if unshared(proofs, said) else None


def _points(proofs: Proofs, said: Said, near: tuple[Said, str] | None) -> bool:
    """Are they the points between two rates, though the source prints as many percent of something else?"""
    points = said.quantity.kind in POINTS
    return points and near is not None and near[1] == "percent-or-points" and bool(proofs.made(said))


def _ranged(proofs: Proofs, said: Said, both: tuple[Quantity, Quantity]) -> Complaint | None:
    """A wide range: has a source both its ends, or a range with one of them?"""
    near = [[o for o in proofs.theirs if same_unit(q, o.quantity) and _ends_it(q, o.quantity)] for q in both]
    made = (
        proofs.follow(msgspec.structs.replace(said, quantity=q))
        for q, found in zip(both, near, strict=True)
        if not found
    )
    if all(made):  # also "grew by 1.2 GW to 14.6 GW"
        return None
    other = next((o for o in (*near[0], *near[1]) if o.quantity.low != o.quantity.high), None)
    return Complaint(UNSUPPORTED, None) if other is None else Complaint(ALTERED, other)


def _ends_it(end: Quantity, other: Quantity) -> bool:
    return size(end)[0] in size(other) or end.low in (other.low, other.high)


# ------------------------------------------------------------------------------------------------------------ verdicts


def _relation(said: Said, words: str, others: Sequence[Said], outcome: Outcome) -> Verdict:
    return Verdict(
        kind="equal",
        outcome=outcome,
        spans=(said.span,),
        origin="outside",
        arithmetic=words,
        evidence=_evidence(others),
    )


def _finding(said: Said, complaint: Complaint, named: Span | None = None, called: Sequence[str] = ()) -> Verdict:
    wrong = complaint.culprit
    return Verdict(
        kind="equal",
        outcome="query" if complaint.asked or complaint.code in ASKED else "contradicted",
        spans=(said.span,),
        origin="outside",
        code=complaint.code,
        arithmetic="",
        message=_message(said, complaint, called),
        culprits=tuple(
            one for one in (wrong, None if named is None else culprit(named, None, "another-figure")) if one
        ),
        margin=None if wrong is None else "certain" if wrong.slip != "other" else "likely",
        evidence=_evidence([s for s in (complaint.right, complaint.other) if s is not None]),
    )


def _message(said: Said, complaint: Complaint, called: Sequence[str]) -> str:
    other, right, wrong = complaint.other, complaint.right, complaint.culprit
    if other is None:
        return say("unsupported", said.words)
    if complaint.code == ALTERED and right is not None:
        return say("came_from", said.words, _name(other), other.words, right.words)
    if complaint.code == HEDGE:
        return say("source_says", said.words, _name(other), repr(unsure(other)))
    if complaint.code == SUBJECT and right is None and wrong is not None:
        name = said.source.document.text[wrong.span.start : wrong.span.end]
        return say("other_name", said.words, name, _name(other), wrong.suggested or "")
    if complaint.code == SUBJECT and right is not None and complaint.made:
        return say("other_made", said.words, other.words, _name(right), right.words)
    if complaint.code == SUBJECT and right is not None and called:
        beside = (other.words, *called[1:]) if len(called) > 1 else ()
        return say("siblings" if beside else "sibling", said.words, _name(right), right.words, called[0], *beside)
    if complaint.code == SUBJECT and right is not None:
        return say("other_subject", said.words, _name(right), right.words, other.words)
    slip = slips()[wrong.slip] if wrong is not None and wrong.slip != "other" else None
    way = wrong is None or wrong.slip == "direction"
    here, there = (say(s.quantity.change, s.words) if way and s.quantity.change else s.words for s in (said, other))
    if complaint.ways is not None:
        here, there = (say(word, s.words) for word, s in zip(complaint.ways, (said, other), strict=True))
    if slip is None:
        return say("source_says", here, _name(other), there)
    return say("source_says_slip", here, _name(other), there, both(slip.says, slip.zh))


def _name(said: Said) -> str:
    return said.source.document.source or say("the_source")


def _evidence(others: Sequence[Said]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(said.source.document.source, said.span, said.words, place_of(said.source.document, said.span))
        for said in others
    )
