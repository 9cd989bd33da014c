"""Texts that are right, each beside one that is told because it lacks what speaks against the claim."""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot import Source, check

Pairs = Sequence[tuple[str, str | None]]  # what is not told, and what is, or nothing


def texts(pairs: Pairs) -> list[tuple[str, bool]]:
    """Each text, and whether it is told."""
    return [(text, told) for pair in pairs for text, told in zip(pair, (False, True), strict=True) if text is not None]


def told(text: str) -> bool:
    return any(verdict.outcome == "contradicted" for verdict in check(Source("note", text)).verdicts)
