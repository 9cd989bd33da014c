"""Everyday words, which a capital at the start of a sentence makes no names of."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load


class _Common(Row, frozen=True):
    words: str


@cache
def common() -> frozenset[str]:
    return frozenset(load("en/common.toml", _Common).words.split())
