"""A document comes in; out goes what was found in it: quantities, dates, names, cues and traps, in reading order.

Each leaf of the document (a sentence or a cell) is read once, in the language of its block, by the readers of that
language: what is no quantity is typed first, then dates, then names; quantities and cues get what is left.
"""

from __future__ import annotations

from crossfoot.mentions import coin_zh
from crossfoot.mentions.dollar_en import at_home
from crossfoot.mentions.legend import told_once
from crossfoot.mentions.name import find_names
from crossfoot.mentions.sentence import read
from crossfoot.mentions.timeline import resolved
from crossfoot.mentions.view import View
from crossfoot.model import Directory, Document, Found, Mention, Tagger

__all__ = ["find"]


def find(document: Document, known: Directory | None = None, tagger: Tagger | None = None) -> Found:
    """Everything found, sorted by where it starts; the longer first where two start together."""
    view = View.of(document.text)
    names, entities = find_names(document, view, known, tagger)
    sentences = read(document, view, names)
    mentions: list[Mention] = list(names)
    for sentence in sentences:
        mentions += sentence.mentions
    mentions = told_once(view, coin_zh.at_home(view, at_home(view, mentions)))
    mentions += resolved(document, view, sentences)
    mentions.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return Found(tuple(mentions), entities)
