"""What each sign is worth that a claim is meant, or that a slip was made: the rows of untied.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from crossfoot.lexicon import Row, load


class Weights(Row, frozen=True):
    """Of each sign, and what there is without any."""

    start: float
    signs: dict[str, float]

    def sum(self, found: Mapping[str, float]) -> float:
        """
        >>> Weights(start=-2.0, signs={"tight": 1.5}).sum({"tight": 1.0, "another": 1.0})
        -0.5
        """
        return self.start + sum([self.signs.get(sign, 0.0) * size for sign, size in found.items() if size])


class Untied(Row, frozen=True):
    claim: Weights
    mend: Weights


@cache
def weights(of: Literal["claim", "mend"]) -> Weights:
    """
    >>> weights("claim").signs["tight"] > 0
    True
    """
    untied = load("untied.toml", Untied)
    return untied.claim if of == "claim" else untied.mend
