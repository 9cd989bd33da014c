"""A fact comes in; out it goes with what the text calls what it is of: its parts, and a metric that has no other name.

The exchange form has names for what rows know ("revenue"); a reader is told "net sales" where the text says so.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.frame import calling, caption
from crossfoot.facts.frame.carried import Carried
from crossfoot.facts.sentence import Sentence
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.metrics import NAMED, PARTS, in_words, member_forms, metric
from crossfoot.model import Change, Fact, Figure, Measurement, Share, Target


def told(fact: Fact, sentence: Sentence, carried: Carried) -> Fact:
    """What the text calls the segment of a figure, and a metric that the exchange form has no name for."""
    if isinstance(fact, Share) and fact.part_words is None:
        return msgspec.structs.replace(fact, part_words=carried.shown.get(caption.key(fact.part)) or None)
    if not isinstance(fact, Measurement | Change | Target):
        return fact
    if (within := carried.shown.get(caption.key(fact.figure))) is not None:
        fact = msgspec.structs.replace(fact, within=within)
    row = metric(fact.figure.metric)
    if not frame_words(sentence.lang).spaced:
        fact = msgspec.structs.replace(fact, within=_said_parts(fact.figure, sentence))
    if row is None or row.id in NAMED:
        return fact
    text = sentence.document.text[sentence.span.start : sentence.span.end].lower()
    before = next((words for axis, words in fact.figure.segment if axis == "words"), "")
    words = frame_words(sentence.lang)
    said = before if words.spaced else calling.less(before, calling.named(sentence, fact.figure), words, 0)
    called = in_words(row, sentence.lang, text, said)
    if row.below and " " not in called and words.spaced and calling.in_full(row, sentence):
        called = next((form for form in row.en if " " in form), called)  # "a trade surplus, after a deficit of 95"
    cut = said != before or (before and called.startswith(before))  # 研发费用 is no 费用 of 研发
    if cut and fact.within is not None:
        fact = msgspec.structs.replace(fact, within=fact.within.removesuffix(before).rstrip("，"))
    return msgspec.structs.replace(fact, quantity=msgspec.structs.replace(fact.quantity, of=called))


def _said_parts(figure: Figure, sentence: Sentence) -> str | None:
    """The parts of a figure in the words of a text without spaces, but for those that the exchange form names."""
    text = sentence.document.text[sentence.span.start : sentence.span.end]
    forms = member_forms(sentence.lang)
    words = next((member for axis, member in figure.segment if axis == "words"), "")
    others = [(axis, member) for axis, member in figure.segment if axis != "words" and member not in PARTS]
    called = [next((form for form in forms if forms[form] == part and form in text), part[1]) for part in others]
    said = [form for form in called if form not in words]  # 境外输入病例 says 境外
    return "，".join([*said, words] if words else said) or None
