"""What is so by definition is tied without a cue, for one owner and one period."""

from __future__ import annotations

import msgspec

from crossfoot.constraints import relate
from crossfoot.model import Figure, Statement

from .build import holds, measured, months

MAY = months(2024, 5, 5)
EXPORTS, IMPORTS, SURPLUS = (
    Figure("norland", metric, (), MAY, "USD")  # type: ignore[arg-type]
    for metric in ("exports_value", "imports_value", "trade_balance")
)


def stated(*figures: Figure) -> list[Statement]:
    return [s for s in relate(tuple(measured(f, n, n) for n, f in enumerate(figures, 1))) if s.kind == "difference"]


def test_a_surplus_is_exports_less_imports() -> None:
    (statement,) = stated(EXPORTS, IMPORTS, SURPLUS)
    assert statement.firm
    assert holds(statement, {EXPORTS: 10, IMPORTS: 7, SURPLUS: 3})
    assert not holds(statement, {EXPORTS: 10, IMPORTS: 7, SURPLUS: 4})


def test_another_month_or_owner_is_another_thing() -> None:
    assert not stated(EXPORTS, IMPORTS, msgspec.structs.replace(SURPLUS, period=months(2024, 4, 4)))
    assert not stated(EXPORTS, IMPORTS, msgspec.structs.replace(SURPLUS, entity="ostmark"))


def test_words_that_only_one_has_make_it_unsure() -> None:
    (statement,) = stated(EXPORTS, IMPORTS, msgspec.structs.replace(SURPLUS, segment=(("words", "with asia"),)))
    assert not statement.firm
