"""Lists of parts as the words set them out: the figures of an item in, each list with the wholes that it may be of.

A list begins behind a word that opens one, behind the whole in its own sentence, or with a sentence whose figures the
ones before can hold; it ends with the sentence, with what is left, or before the sum of it. One in brackets is of the
figure right before them, and no part of the list around it. Only sizes that rule a
whole out are looked at: whether it adds up has no say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest

import msgspec

from crossfoot.facts.ties.amounts import Amount, Split, kin
from crossfoot.late import late

_CLOSE = late("[)）]")
_BESIDE = late(r"[(（][^()（）:：]{0,30}[:：]\s*$")  # "460 (2022: 423)"
_YEAR = late(r"[(（](?:19|20)\d\d ?[–—-] ?$")  # "61.6 million (2011 – 51.6 million)"
_THAN = late(r"(?:\b(?:than|against|versus)(?: the| its)?\s+|\()$")  # "30% more than the 142", "over Q2 (265)"
_OPENS = late(r":\s[^():]*$")  # "added 142,000 workers: health care took on 47,000"
_LISTS = late(r" ?[:：]")
MOST_HEADS = 12  # figures that a list may be of
PASSED = 0.5  # for each whole that stands nearer
AWAY = 0.25  # for each sentence between
PART = 1.5  # a whole that is itself a part
UNSAID = 1.0  # nothing opens or closes the list, or says what holds it
LONGER = 0.75  # a list that began in the sentence before
TORN = 100  # times its whole is no part
SURE = 3  # parts that make a list
HUGE = 4  # times all its parts: more likely a whole of something else


def with_lists(amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """The figures, each with the lists that it is a part in."""
    amounts = [
        msgspec.structs.replace(a, aside=True) if _aside(a, behind) else a
        for a, behind in zip_longest(amounts, amounts[1:])
    ]
    under = dict[int, list[Split]]()
    heads, last = list[Amount](), list[Amount]()
    parts = set[int]()
    for _, group in groupby(amounts, key=lambda a: a.sentence):
        sentence, reader = list(group), _Reader(heads, last, parts)
        bracketed = list(_bracketed(sentence))
        inside = {i for split in bracketed for i in split.parts}
        for amount, behind in zip_longest(sentence, sentence[1:]):
            if amount.sort == "amount" and not amount.aside and amount.index not in inside:
                against = behind is not None and behind.has("then", "base")  # "100, against 90 a year ago"
                reader.take(amount, closing=amount.has("left") and not against)
            elif amount.sort == "amount" and ": " in amount.tail and not amount.has("base", "then", "each", "aim"):
                reader.seen.append(amount)  # "added 142,000 workers: health care 47,000, ..."
        reader.close()
        for split in (*bracketed, *reader.found):
            for part in split.parts:
                under.setdefault(part, []).append(split)
        last = reader.seen
        heads = (heads + last)[-MOST_HEADS:]
    return tuple(
        msgspec.structs.replace(a, under=tuple(sorted(under[a.index], key=_least))) if a.index in under else a
        for a in amounts
    )


def _bracketed(sentence: Sequence[Amount]) -> Iterator[Split]:
    """The lists in brackets right behind a figure that can hold them: "64 cases (31 in Ayton, 20 in Belford, ...)"."""
    whole, run = None, list[Amount]()
    for before, amount in pairwise(sentence):
        if whole is None and amount.leading and before.tail.lstrip()[:1] in ("(", "（"):
            whole, run = before, []
        if whole is None:
            continue
        if before is not whole and _CLOSE.search(amount.lead):
            whole = None
            continue
        run.append(amount)
        if _CLOSE.search(amount.tail):
            alike = all(
                a.sort == "amount" and not (a.aside or a.has("split")) and kin(whole, a) and a.size < whole.size
                for a in run
            )
            if len(run) > 1 and alike and whole.sort == "amount":
                yield Split(tuple(a.index for a in run), ((whole.index, 0.0),), sure=len(run) >= SURE)
            whole = None


def _aside(amount: Amount, behind: Amount | None) -> bool:
    """Is it said only to compare, to aim at, or to say how much something moved or is for each?

    What is for each has parts where a list of such as do not say so is opened right behind it.
    """
    then = amount.has("base") and amount.tail[:1] != "、" if amount.leading else amount.has("then")
    then = then or _BESIDE.search(amount.lead) is not None or _YEAR.search(amount.lead) is not None
    then = then or (amount.has("base") and _THAN.search(amount.lead) is not None)
    if amount.has("each") and behind is not None and not behind.has("each") and behind.sentence == amount.sentence:
        opens = behind.has("split") or _LISTS.match(amount.tail) is not None
        return then or not (opens and amount.sort == behind.sort == "amount" and kin(amount, behind))
    return then or amount.has("each", "moved", "aim") or amount.quantity.change is not None


def by_sentence(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The sentence said last before the others, but each from its beginning: what it is about is said first."""
    for _, group in groupby(reversed(amounts), key=lambda a: a.sentence):
        yield from reversed(list(group))


def _least(split: Split) -> float:
    return split.wholes[0][1] if split.wholes else UNSAID + PART


def _whole_run(run: Sequence[Amount]) -> bool:
    """Is it one list without other words between, dealt out: "依次为41.2万、34.5万、42.6万"?"""
    return len(run) >= SURE and run[0].run == (0, len(run)) and run[0].leading


def _announced(whole: Amount, parts: Sequence[Amount], before: Sequence[Amount]) -> bool:
    """Does a colon behind a sum open the list of its parts: "合计12亿元：甲5亿元、乙4亿元、丙3亿元"?

    Where other words stand between ("包括："), only if it is said how many they are.
    """
    words, colon, rest = whole.tail.replace(":", "：").partition("：")
    if not colon or len(parts) < SURE or not whole.leading or any(part.has("split") for part in parts[1:]):
        return False
    leads = [rest, *(part.lead for part in parts[1:])]
    if not (all("；" in lead for lead in leads[1:]) or not any(mark in lead for lead in leads for mark in "，,")):
        return False
    counted = any(a.quantity.kind == "count" and a.size == len(parts) for a in before)
    return whole.has("total") and (counted or (whole.has("summed") and not words.strip()))


class _Reader:
    """The lists of one sentence, figure by figure."""

    def __init__(self, heads: Sequence[Amount], last: Sequence[Amount], parts: set[int]) -> None:
        self.heads, self.last, self.parts = heads, last, parts
        self.seen, self.found = list[Amount](), list[Split]()
        self.run, self.prior, self.opened = list[Amount](), list[Amount](), False

    def take(self, amount: Amount, *, closing: bool) -> None:
        run = self.run
        if amount.has("split") or (self.seen and _OPENS.search(amount.lead)):
            prior = [] if self.opened else run
            self.close()
            self.run, self.prior, self.opened = [amount], prior, True
        elif run and not kin(run[0], amount):
            if len(run) == 1 and not self.opened and amount.leading:
                self.run = [amount]  # what nothing of its kind followed begins no list
        elif not run and amount.has("of"):
            self.opened = True  # "of the 240 stores, 60 are ..."
        elif not run and amount.has("together") and len(self.last) > 1 and kin(amount, *self.last):
            self._tell(self.last, [(amount, PASSED)])
        elif 1 < len(run) <= MOST_HEADS and amount.has("summed") and all(a.size < amount.size for a in run):
            self._tell(run, [(amount, 0.0)], sure=_whole_run(run) and amount.has("closes"))
            self.run, self.opened = [], False
        elif amount.has("summed", "tallied") and _whole_run(run):
            torn = any(a.size > TORN * amount.size for a in run)  # by another scale word
            self._tell(run, [(amount, 0.0)], sure=torn or amount.has("closes"))
            self.run, self.opened = [], False
        elif amount.has("gap") and amount.leading and not closing:
            self.close()
        else:
            run.append(amount)
            if closing:
                self.close(closed=True)
        self.seen.append(amount)

    def close(self, *, closed: bool = False) -> None:
        run, prior, opened = self.run, self.prior, self.opened
        self.run, self.prior, self.opened = [], [], False
        if not run or len(run) > MOST_HEADS:
            return
        before = [*(prior or self.last)]
        if len(before) == 1 and (closed or opened) and kin(before[0], *run):  # "A took 14. B took the other 23."
            self._of(before + run, LONGER * (len(run) > 1), opened=opened, closed=closed)
        if len(run) == 1 and not opened:
            return
        if not opened:
            self._under_first(run, closed=closed)
        self._of(run, 0.0, opened=opened, closed=closed)

    def _under_first(self, run: Sequence[Amount], *, closed: bool) -> None:
        """The first figure of a sentence as the whole of the others, or the last as what they come to."""
        first, *rest = run
        *others, last = run
        if len(rest) > 1 or closed:
            named = first.has("whole", "summed", "of") or (first.leading and first.has("total"))
            if _announced(first, rest, self.seen):
                self._tell(rest, [(first, 0.0)], sure=True)
            elif all(a.size < first.size for a in rest):
                self._tell(rest, [(first, UNSAID * (not named) + PASSED * (not closed))])
        if len(others) > 1 and last.has("total") and all(a.size < last.size for a in others):
            self._tell(others, [(last, UNSAID)])

    def _of(self, run: Sequence[Amount], cost: float, *, opened: bool, closed: bool) -> None:
        wholes = [
            (whole, cost + more + UNSAID * (not closed and not (opened and whole.sentence == run[0].sentence)))
            for whole, more in self._wholes(run, opened=opened)
        ]
        if wholes or len(run) == 2:  # of two there may be a difference
            self._tell(run, wholes)

    def _wholes(self, run: Sequence[Amount], *, opened: bool) -> Iterator[tuple[Amount, float]]:
        """What a list may be of, the likeliest first: the figure right before it; the first of the sentence before."""
        cost = 0.0
        known = [a for a in reversed(self.seen[-MOST_HEADS:]) if a.index < run[0].index] if opened else []
        known += by_sentence(self.heads)
        for whole in known:
            if whole not in run and kin(whole, *run) and all(a.size < whole.size for a in run):
                huge = whole.size > HUGE * sum(a.size for a in run)
                away = max(run[0].sentence - whole.sentence - 1, 0)
                yield whole, cost + PART * (whole.index in self.parts) + UNSAID * huge + AWAY * away
                cost += PASSED

    def _tell(self, run: Sequence[Amount], wholes: Sequence[tuple[Amount, float]], *, sure: bool = False) -> None:
        ranked = sorted(((a.index, cost) for a, cost in wholes), key=lambda w: w[1])
        if ranked:
            self.parts.update(a.index for a in run)
        self.found.append(Split(tuple(a.index for a in run), tuple(ranked), sure))
