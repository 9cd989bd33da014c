"""Whom a sentence opens with that no reader of names knows: `lexicon/<lang>/openers.toml`."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class Openers(Row, frozen=True):
    heads: tuple[str, ...]  # how a subject ends: a place, a site, a trade
    unlike: tuple[str, ...]  # and what ends so and is none
    not_first: tuple[str, ...]  # how none begins
    within: tuple[str, ...]  # and what stands in none
    after: tuple[str, ...]  # right behind what ends so: it is a longer word
    parts: tuple[str, ...]  # heads of what may be a part of a firm
    acting: tuple[str, ...]  # what somebody does, or how and when, right behind a subject
    nobody: tuple[str, ...]  # how words end that are what a figure is of, or who only tells
    kinds: tuple[str, ...]  # what somebody is, before a name
    levels: frozenset[str]  # small verbs between a subject and its figure
    turns: tuple[str, ...]  # before the subject of a clause that goes over to somebody else
    before_times: frozenset[str]  # small words before the time that a sentence opens with


@cache
def openers(lang: str) -> Openers | None:
    """None where a language has no such rows."""
    return load_if(f"{lang}/openers.toml", Openers)
