"""A proved figure and the printings that carry its number in; the sibling of theirs whose label it bears out, if one.

Figures of one unit that stand near each other in a source are told apart by what stands beside each and not beside the
other: a name, a tenor, a month, the amount that a rate is of, words. A text that has the number of one with what tells
another, and nothing of what tells its own, is at odds with the source.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from crossfoot.late import late
from crossfoot.model import Quantity
from crossfoot.verdicts.outside.called import NONE, Terms
from crossfoot.verdicts.outside.opposed import exactly
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.setting import RARE, Settings
from crossfoot.verdicts.outside.support import LEVELS, Match, Said, same_value, size, swappable
from crossfoot.verdicts.outside.terms import MATTER, in_words, periods, places, proper, sorts, strong

NEAR = 8  # figures of the source to either side of a carrier among which its siblings are
MOST = 2  # printings that carry a number: one that stands everywhere tells nothing
WIDE = 1000  # times a figure that one in its place may be
PARTED = late(r"[;；]")  # what stands beside figures on either side is said of each alone
FEW = 2  # words that tell as much as a name
TOLD: frozenset[Hashable] = frozenset({"places", MATTER})  # of these one number is of one


def contrasted(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> Said | None:
    """The sibling of what carries its number that the text speaks of instead."""
    carriers = [other for other, _ in found]
    if len(carriers) > MOST or any(_moved(said) != _moved(carrier) for carrier in carriers):
        return None
    likely = dict[Said, tuple[int, int]]()
    for sibling in _siblings(proofs, said, carriers):
        weights = [_instead(proofs, said, carrier, sibling) for carrier in carriers]
        if all(weights):
            likely[sibling] = min(weight for weight in weights if weight)
    most = max(likely.values(), default=None)
    best = [sibling for sibling, weight in likely.items() if weight == most]
    return best[0] if len({proofs.settings.of[one].own for one in best}) == 1 else None


def _moved(said: Said) -> bool:
    """Is it by how much something moved ("down by 14 million")?"""
    return said.quantity.kind in LEVELS and said.quantity.change is not None


def _siblings(proofs: Proofs, said: Said, carriers: Sequence[Said]) -> Iterator[Said]:
    at = proofs.place[carriers[0]]
    for other in proofs.theirs[max(at - NEAR, 0) : at + NEAR + 1]:
        if other.source is carriers[0].source and other not in carriers and _comparable(proofs, said, other, carriers):
            yield other


def _comparable(proofs: Proofs, said: Said, other: Said, carriers: Sequence[Said]) -> bool:
    """Might it have been printed here: is it of one kind and measure, or of one list, which names the unit once?"""
    one, two = said.quantity, other.quantity
    if not swappable(one, two) or same_value(said, other) or not _near(one, two):
        return False
    one_breath = all(_one_breath(proofs.settings, it, other) for it in carriers)
    return one_breath if "number" in (one.kind, two.kind) else one.per == two.per


def _one_breath(settings: Settings, one: Said, other: Said) -> bool:
    return settings.of[one].sentence == settings.of[other].sentence


def _near(one: Quantity, other: Quantity) -> bool:
    """Are they of one order of size, as far as both say what they measure?"""
    here, there = size(one)[0], size(other)[0]
    return one.kind != other.kind or max(here, there) <= WIDE * min(here, there)


def _instead(proofs: Proofs, said: Said, carrier: Said, sibling: Said) -> tuple[int, int] | None:
    """How much of what tells the sibling stands here, if nothing does that tells the carrier."""
    settings = proofs.settings
    here, held, other = settings.of[said], settings.of[carrier].told, settings.of[sibling].told
    if not periods(held):  # a time that is said once holds for all of its sentence
        other -= periods(settings.of[carrier].all)
    held |= settings.of[carrier].lead
    theirs, kept = other - held - settings.topic, held - other - settings.topic
    told = here.own & theirs
    told -= in_words(told) - here.all  # "far more than clinics" is told of what is compared with them
    bound = NONE.union(*(settings.of[one].own for one in here.beside))
    if not told or not kept or here.own & kept or strong((here.all - bound) & kept):
        return None
    if any(one.quantity.low == sibling.quantity.low and not _parted(said, one) for one in here.beside):
        return None
    named = strong(told)
    rare = frozenset(term for term in told if settings.times[term] <= RARE)
    alone = _alone(named, here.own, sorts)
    if (alone & sorts(strong(kept)) or _alone(named, here.own, places) & places(strong(kept))) or (
        alone & {"name"} and _one_breath(settings, carrier, sibling)
    ):
        return len(named), len(rare)
    if len(told - named) >= FEW and sorts(named) <= alone and rare - named and not _more(here.own, held, other):
        return len(named), len(rare)
    return None


def _alone(named: Terms, own: Terms, kinds: Callable[[Terms], set[Hashable]]) -> set[Hashable]:
    """The sorts of which nothing else stands here."""
    return {sort for sort in kinds(named) if sum(sort in kinds(frozenset((one,))) for one in own) == 1}


def _parted(one: Said, other: Said) -> bool:
    first, second = sorted((one.span, other.span), key=lambda span: span.start)
    return PARTED.search(one.source.document.text, first.end, second.start) is not None


def _more(here: Terms, held: Terms, other: Terms) -> bool:
    """Does more stand here that both or only the carrier have?"""
    return len(here & held) > len(here & other)


def misowned(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> tuple[Terms, Terms] | None:
    """The name that it is told of, and those of the sentence of a source that tells it, if that knows the first not."""
    settings = proofs.settings
    here, carriers = settings.of[said], [other for other, _ in found]
    if len(carriers) > MOST:
        return None
    mine = (proper(here.whose) - settings.topic) or proper(here.whose)
    others = [proper(settings.of[it].all | settings.owners(it)) for it in carriers]
    every = NONE.union(*(proper(settings.of[it].own) for it in carriers))
    held = (every - settings.topic) or (NONE if mine <= settings.topic else every)
    if settings.together(mine, held):  # "Norrsken, led by Ehrling": either may be said for the other
        return None
    if len(mine) == 1 and held and not held & here.all and not any(mine & names for names in others):
        return (mine, held) if all(settings.times[term] for term in mine) else None
    return None


def mistaken(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> tuple[Terms, Terms] | None:
    """The one thing of a sort that it is told of, and those that its number is told of in the sources, which know both.

    Neither may be said anywhere in the sentence of the other.
    """
    settings = proofs.settings
    here, (carriers, others) = settings.of[said], exactly(found)
    if len(carriers) > MOST:
        return None
    near = NONE.union(*(settings.of[one].own for one in _siblings(proofs, said, carriers)))
    for sort in places(here.own) & TOLD:
        own, *held = (_of_sort(one, sort) for one in (here.own, *(settings.of[it].own for it in carriers)))
        mine, kept = own.difference(*held), [one - own for one in held]
        if len(mine) != 1 or not all(kept) or mine.union(*kept) & settings.topic or not mine <= near:
            continue
        if not here.all & NONE.union(*kept) and not any(mine & settings.of[it].all for it in (*carriers, *others)):
            return mine, NONE.union(*kept)
    return None


def _of_sort(terms: Terms, sort: Hashable) -> Terms:
    return frozenset(term for term in terms if term[0] == "thing" and sort in places(frozenset((term,))))
