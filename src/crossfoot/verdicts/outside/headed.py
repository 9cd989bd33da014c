"""A proved figure and the printings that carry its number in; the noun of another figure by which it is called, if any.

What a stretch of a sentence speaks of stands in front of its figures, or behind them where nothing does: "clinics
brought in 3.61 billion", "3.61 billion from clinics". A text that calls a number by the noun of another figure of its
list, and says nothing of its own, is at odds with the source. Words mean nothing in another language.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.numerals import significant
from crossfoot.lexicon.words import words
from crossfoot.model import Span
from crossfoot.verdicts.outside.called import NONE, TOKEN, Term, Terms
from crossfoot.verdicts.outside.opposed import MOST, exactly
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.setting import Settings
from crossfoot.verdicts.outside.slipped import bare
from crossfoot.verdicts.outside.support import Match, Said, swappable

NEAR = 8  # figures of the source to either side of a carrier among which its siblings are
OFTEN = 4  # printings of the sources that a noun which tells one from another may stand beside
LEADING = 2  # words of a stretch that may be its noun
RUN, PAIRS = 7, 4  # and Chinese characters, in so many pairs
LEAST, SHARP = 2, 3  # digits of a number, and of one that is rounded, which two things hardly share


def headed(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> tuple[Term, Said, Term] | None:
    """The noun that it is called by here, a printing of its number, and the noun that stands there."""
    settings, here, (carriers, others) = proofs.settings, proofs.settings.of[said], exactly(found)
    least = LEAST if any(how == "same" for _, how in found) else SHARP
    if len(carriers) > MOST or significant(bare(said)[0]) < least or not _one_language(said, carriers):
        return None
    noun = next((term for term in _nouns(settings, said) if settings.times[term]), None)
    if noun is None or noun in settings.topic or settings.times[noun] > OFTEN:
        return None
    if any(noun in settings.of[one].told | settings.of[one].lead for one in (*carriers, *others)):
        return None
    siblings = [
        one
        for one in _listed(proofs, carriers[0])
        if swappable(said.quantity, one.quantity) and _is(settings, one, noun)
    ]
    common = settings.topic.union(*(settings.of[one].told for one in siblings))
    named = [next((t for t in _leading(settings, one) if t not in common), None) for one in carriers]
    if not siblings or any(term is None or settings.times[term] > OFTEN for term in named):
        return None
    kept = NONE.union(*(_own(settings, one) for one in carriers)) - common
    bound = NONE.union(*(settings.of[one].own for one in here.beside))
    if here.own & kept or here.all & kept - bound:
        return None
    return noun, carriers[0], named[0]  # type: ignore[return-value]


def _one_language(said: Said, carriers: Sequence[Said]) -> bool:
    return all(one.source.document.lang == said.source.document.lang for one in carriers)


def _listed(proofs: Proofs, carrier: Said) -> list[Said]:
    """The figures of its sentence near it."""
    at, sentence = proofs.place[carrier], proofs.settings.of[carrier].sentence
    near = proofs.theirs[max(at - NEAR, 0) : at + NEAR + 1]
    return [o for o in near if o is not carrier and proofs.settings.of[o].sentence == sentence]


def _is(settings: Settings, said: Said, noun: Term) -> bool:
    return noun in _leading(settings, said)


def _own(settings: Settings, said: Said) -> Terms:
    """What speaks for it: of Chinese characters only those of its noun, since verbs are made of such pairs too."""
    leading = _leading(settings, said)
    return settings.of[said].told if not leading or _spaced(leading[0]) else frozenset(leading)


def _leading(settings: Settings, said: Said) -> Sequence[Term]:
    nouns = _nouns(settings, said)
    return nouns[: LEADING if not nouns or _spaced(nouns[0]) else PAIRS]


def _spaced(term: Term) -> bool:
    return str(term[1]).isascii()


def _nouns(settings: Settings, said: Said) -> tuple[Term, ...]:
    """What its stretch speaks of, in order: the words in front of its figures, then those behind; not what is done."""
    setting, text = settings.of[said], settings.texts[id(said.source)]
    start, end = setting.stretch
    inside = [one.span for one in (said, *setting.beside) if start <= one.span.start < end]
    front, back = min(span.start for span in inside), max(span.end for span in inside)
    return tuple(
        term
        for part in ((start, front), (back, end))
        for first, stop in text.alone(Span(said.span.doc, part[0], max(part)))
        for match in TOKEN.finditer(text.text, first, stop)
        if not _unnamed(match.group())
        for term in text.words_in(match.start(), min(match.end(), match.start() + _longest(match.group())))
        if term[0] == "word"
    )


def _longest(word: str) -> int:
    return len(word) if word[0].isascii() else RUN


def _unnamed(word: str) -> bool:
    """Does it say what is done or measured, and not of what?"""
    if not word[0].isascii():
        return False
    return word.endswith("ed") or word.lower() in words("en").lists["acting"] or word.lower() in metric_forms("en")
