"""Chinese events that no phrasing words: each row of `zh/happening.toml` tells what it holds, and not what it fails."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.happenings import Happening, happenings
from crossfoot.model import Event, Settings

ROWS = {row.kind + row.shape + row.verbs[0]: row for rows in happenings("zh").by_verb.values() for row in rows}  # type: ignore[union-attr]


def told(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    report = check(Source("event", text, lang="zh", published="2025-06-15"), Settings(only=frozenset({"facts"})))
    names = {entity.id: entity.name for entity in report.found.entities}
    return [
        (f.kind, names.get(f.actor or "", f.actor), names.get(f.object or "", f.object), f.status)
        for f in report.facts
        if isinstance(f, Event)
    ]


@pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))
def test_a_row_tells_what_it_holds_and_not_what_it_fails(row: Happening) -> None:
    for text in row.holds:
        assert row.kind in [kind for kind, *_ in told(text)], text
    for text in row.fails:
        assert row.kind not in [kind for kind, *_ in told(text)], text


SAID = {
    "渚州私募渚岩资本宣布以67亿克朗将其所持风场49%的权益卖给两家养老金。": ("sale", "风场", "completed"),
    "渚林谷公司已同意以每股11.4美元的价格卖给诺渚盖特集团。": ("acquisition", "渚林谷公司", "announced"),
    "渚州零售老将尹昊天1月5日起不再担任渚邻超市总裁。": ("departure", "渚邻超市", "announced"),
    "渚盛汽车：财务总监陆觉民辞任，其职责由副总裁谭薇暂代。": ("appointment", "谭薇", "completed"),
    "渚岛度假区4月24日奠基，总投资33亿元的渚湾度假区定于2027年10月迎客。": ("opening", "渚湾度假区", "planned"),
    "渚州地產的供股計劃已獲獨立股東批准。": ("approval", "渚州地產的供股計劃", "approved"),
}
UNSAID = [
    "渚州股份澄清，并无收购渚林锌业的计划。",
    "渚州央行买入渚林银行？否。",
    "网传渚州集团出售矿泉水业务，公司称不属实。",
    "渚州股份披露《上市公司收购管理办法》所称的变动。",
    "渚州股份的重大合同：中标项目签订后，收入3亿元。",
]


@pytest.mark.parametrize(("text", "wanted"), SAID.items())
def test_what_happened_is_read_by_the_grammar_of_its_clause(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in [(kind, what, status) for kind, _, what, status in told(text)]


@pytest.mark.parametrize("text", UNSAID)
def test_what_is_denied_or_only_possible_has_not_happened(text: str) -> None:
    assert not told(text)
