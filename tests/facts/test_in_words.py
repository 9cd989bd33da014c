"""What the text calls what a figure is of, and its parts."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Measurement


def called(text: str, lang: str) -> list[tuple[str | None, str | None]]:
    facts = check(Source("note", text, lang=lang)).facts
    return [(fact.within, fact.quantity.of) for fact in facts if isinstance(fact, Measurement)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Holm AB had a trade surplus of 40 million euros.", "en", (None, "trade surplus")),
        ("境外输入病例12例。", "zh", ("境外", "境外输入病例")),
        ("研发费用4.02亿元。", "zh", ("", "研发费用")),
    ],
)
def test_a_figure_is_called_as_the_text_calls_it(text: str, lang: str, expected: tuple[str | None, str]) -> None:
    assert called(text, lang) == [expected]
