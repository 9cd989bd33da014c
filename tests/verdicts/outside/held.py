"""What a text is told against its source."""

from __future__ import annotations

from crossfoot import Source, check


def told(source: str, text: str) -> list[str | None]:
    """The codes of what its source does not bear out."""
    found = check(
        Source("text", text, published="2025-06-12"), against=[Source("source", source, published="2025-06-12")]
    )
    return [v.code for v in found.verdicts if v.code and v.origin == "outside" and v.outcome != "implied"]
