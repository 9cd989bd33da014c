"""A document's leaves come in; out goes what each sentence or cell holds, dates still waiting for their year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from crossfoot.lexicon.tokens import Tokens
from crossfoot.mentions import cell, cue_en, period_en, quantity_en, trap_en
from crossfoot.mentions.period import When
from crossfoot.mentions.view import View
from crossfoot.model import Document, Mention, Span, Trap

LEAVES = ("sentence", "cell")


class Sentence:
    """One leaf: where it stands in the view, its dates as read, and its finished mentions."""

    __slots__ = ("block", "end", "mentions", "start", "whens")

    def __init__(self, block: int, start: int, end: int) -> None:
        self.block, self.start, self.end = block, start, end
        self.whens: list[When] = []
        self.mentions: list[Mention] = []


Taken = list[tuple[int, int, str]]  # stretches of the view that something has claimed, in order, and by what
Reader = Callable[[Document, View, Sentence, Taken], None]


def read(document: Document, view: View, names: Iterable[Mention]) -> list[Sentence]:
    """The leaves in reading order, each read in its own language."""
    shaped = sorted(trap_en.patterns(view.text))
    named = sorted((view.at(m.span.start), view.at(m.span.end), "name") for m in names)
    tabled = cell.figures(document, view)
    found = []
    for start, end, block, lang in leaves(document, view):
        sentence = Sentence(block, start, end)
        if block in tabled:
            sentence.mentions.append(tabled[block])
            found.append(sentence)
            continue
        claimed = [*_inside(shaped, start, end), *(n for n in _inside(named, start, end))]
        _READERS.get(lang, english)(document, view, sentence, claimed)
        found.append(sentence)
    return found


def leaves(document: Document, view: View) -> list[tuple[int, int, int, str]]:
    """(start, end, block, language) of each sentence and cell, in offsets of the view; all of a text without blocks."""
    if not document.blocks:
        return [(0, len(view.text), -1, document.lang)]
    return [
        (view.at(block.span.start), view.at(block.span.end), i, block.lang)
        for i, block in enumerate(document.blocks)
        if block.kind in LEAVES
    ]


def _inside(claimed: Sequence[tuple[int, int, str]], start: int, end: int) -> Sequence[tuple[int, int, str]]:
    first = bisect_left(claimed, (start, 0, ""))
    last = bisect_left(claimed, (end, 0, ""))
    return claimed[first:last] if first < last else ()


def english(document: Document, view: View, sentence: Sentence, claimed: Taken) -> None:
    """Traps, dates, quantities, cues: each reads what the ones before it have left."""
    tokens = Tokens(view.text, sentence.start, sentence.end, view.lower)
    taken = [False] * len(tokens)
    traps = [(*_tokens(tokens, start, end), kind) for start, end, kind in claimed if kind != "name"]
    for first, stop, _ in traps:
        taken[first:stop] = [True] * (stop - first)
    traps += [trap for trap in trap_en.find(tokens) if not any(taken[trap[0] : trap[1]])]
    for first, stop, _ in traps:
        taken[first:stop] = [True] * (stop - first)
    sentence.whens = period_en.find(tokens, taken)
    for when in sentence.whens:
        if when.what not in ("duration", "set"):
            first, stop = _tokens(tokens, when.start, when.end)
            taken[first:stop] = [True] * (stop - first)
    inside = [int(claimed_) for claimed_ in taken]
    for start, end, kind in claimed:
        if kind == "name":
            first, stop = _tokens(tokens, start, end)
            inside[first + 1 : stop] = [2] * (
                stop - first - 1
            )  # a number counts past a name: "56,200 Twin Disc shares"
            taken[first:stop] = [True] * (stop - first)
    quantities = quantity_en.find(tokens, inside)
    figures = [False] * len(tokens)
    for draft in quantities:
        figures[draft.first : draft.stop] = [True] * (draft.stop - draft.first)
    cues = cue_en.find(tokens, taken, figures)

    def mention(first: int, stop: int, kind: str, value: object, rule: str) -> Mention:
        span = Span(document.id, *view.span(tokens.starts[first], tokens.ends[stop - 1]))
        return Mention(span, kind, value, rule)  # type: ignore[arg-type]

    out = sentence.mentions
    out += [mention(d.first, d.stop, "quantity", d.done(view), "quantity.en") for d in quantities]
    out += [mention(first, stop, "trap", Trap(kind), f"trap.{kind}") for first, stop, kind in traps if stop > first]
    out += [mention(first, stop, "cue", cue, f"cue.{cue.kind}") for first, stop, cue in cues]


def _tokens(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The tokens that lie in a stretch of the view."""
    return bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)


def chinese(document: Document, view: View, sentence: Sentence, claimed: Taken) -> None:
    """The same for a language without spaces: claims are kept character by character."""
    from crossfoot.mentions import cue_zh, period_zh, quantity_zh, trap_zh  # their patterns take long to compile

    text, start, end = view.simplified, sentence.start, sentence.end
    taken = bytearray(end - start)

    def take(first: int, stop: int) -> None:
        first, stop = max(first, start), min(stop, end)
        taken[first - start : stop - start] = b"\1" * max(0, stop - first)

    traps = [claim for claim in claimed if claim[2] not in ("name", "ticker")]
    for first, stop, _ in traps:
        take(first, stop)
    for first, stop, kind in trap_zh.find(text, start, end):
        if kind == "model" or not any(taken[first - start : stop - start]):
            traps.append((first, stop, kind))
    sentence.whens = period_zh.find(text, start, end, _without(taken, traps, start))
    for when in sentence.whens:
        if when.what not in ("duration", "set"):
            take(when.start, when.end)
    traps = [trap for trap in traps if trap in claimed or not any(taken[trap[0] - start : trap[1] - start])]
    for first, stop, _ in traps:
        take(first, stop)
    inside = bytearray(taken)
    for first, stop, kind in claimed:
        if kind == "name":
            take(first, stop)
    quantities = quantity_zh.find(text, start, end, inside)
    figures = bytearray(end - start)
    for draft in quantities:
        figures[draft.first - start : draft.stop - start] = b"\1" * (draft.stop - draft.first)

    def mention(first: int, stop: int, kind: str, value: object, rule: str) -> Mention:
        return Mention(Span(document.id, *view.span(first, stop)), kind, value, rule)  # type: ignore[arg-type]

    out = sentence.mentions
    out += [mention(d.first, d.stop, "quantity", d.done(view), "quantity.zh") for d in quantities]
    out += [mention(first, stop, "trap", Trap(kind), f"trap.{kind}") for first, stop, kind in traps]
    for first, stop, cue in cue_zh.find(text, start, end, taken, figures):
        out.append(mention(first, stop, "cue", cue, f"cue.{cue.kind}"))


def _without(taken: bytearray, traps: Taken, start: int) -> bytearray:
    """What dates may not read: shapes that are surely no dates (a date beats a model, a score or a list number)."""
    barred = bytearray(taken)
    for first, stop, kind in traps:
        if kind in ("ticker", "phone", "identifier", "url", "version", "index"):
            barred[max(0, first - start) : max(0, stop - start)] = b"\1" * max(
                0, min(len(barred), stop - start) - max(0, first - start)
            )
    return barred


_READERS: dict[str, Reader] = {"en": english, "zh": chinese}
