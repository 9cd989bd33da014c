"""Offices and ties that no phrasing words: who is what to whom."""

from __future__ import annotations

import pytest

from crossfoot.model import Relationship

from .told import stated

SAID = {
    "Fjordcom, a newcomer to the market, is a unit of Denmark's Skagen Tele.": (
        "Fjordcom",
        "subsidiary_of",
        "Skagen Tele",
    ),
    'Linhai Finance Co., Ltd. (the "Issuer"), a wholly-owned subsidiary of Linhai Port Group, has priced notes.': (
        "Linhai Finance Co., Ltd.",
        "subsidiary_of",
        "Linhai Port Group",
    ),
    "Marlow Steel lost money. Its treasurer, Jane Brook, resigned.": ("Jane Brook", "treasurer_of", "Marlow Steel"),
    "Deputy Governor Ilse Maran of the Bank of Leeds spoke.": ("Ilse Maran", "deputy_governor_of", "Bank of Leeds"),
    "Leeds Borough Council met, and council leader Priya Nandra said so.": (
        "Priya Nandra", "leader_of", "Leeds Borough Council",
    ),
    "Marlow Bank grew. Its first director will be Dr Mai Huong.": ("Mai Huong", "director_of", "Marlow Bank"),
    "Jane Brook, chairman and treasurer of Marlow Steel, said so.": ("Jane Brook", "chairman_of", "Marlow Steel"),
    "The growers' pact held. Marlow Group's secretary-general, P. N. Rao, said so.": (
        "P. N. Rao", "secretary_general_of", "Marlow Group",
    ),
    "Marlow Property Fund sold a mill. Investment manager: Idris Assets LLP.": (
        "Idris Assets LLP", "investment_manager_of", "Marlow Property Fund",
    ),
    "Marlow Steel sold bonds, lead manager Idris Brothers said.": ("Idris Brothers", "lead_manager_of", "Marlow Steel"),
    "Jane Brook, who has been governor of the Bank of Leeds, spoke.": (
        "Jane Brook", "governor_of", "Bank of Leeds",
    ),
    "Marlow Power makes pipes. The utility, a unit of Idris Works, serves 3,000 homes.": (
        "Marlow Power", "subsidiary_of", "Idris Works",
    ),
    "Marlow Steel's founder and 34% owner, Jane Brook, wants out.": ("Jane Brook", "shareholder_of", "Marlow Steel"),
    "Members of the Steel Council are Marlow Steel, Idris Works and, since June, Corvane Metals.": (
        "Corvane Metals", "member_of", "Steel Council",
    ),
    "Marlow Steel sold its Idris Works unit.": ("Idris Works", "subsidiary_of", "Marlow Steel"),
    "Marlow Steel is the holding company for Idris Works.": ("Marlow Steel", "parent_of", "Idris Works"),
    "Marlow Steel, whose largest shareholder is Jane Brook, makes pipes.": (
        "Jane Brook", "shareholder_of", "Marlow Steel",
    ),
    "Corvane is a joint venture between Marlow Steel and Idris Works.": ("Idris Works", "shareholder_of", "Corvane"),
    "Marlow Steel's biggest customer is Corvane Lines.": ("Corvane Lines", "customer_of", "Marlow Steel"),
    "Supervisor of Marlow Steel: the Dutch central bank.": ("Dutch central bank", "regulator_of", "Marlow Steel"),
    "Marlow Steel, a miner, appointed Jane Brook as finance director.": (
        "Jane Brook", "chief_financial_officer_of", "Marlow Steel",
    ),
    "Marlow Steel sold 3,000 pipes, company president Jane Brook said.": ("Jane Brook", "president_of", "Marlow Steel"),
    "Marlow Steel's largest investor continues to be Idris Works (31%).": (
        "Idris Works", "shareholder_of", "Marlow Steel",
    ),
    "Marlow Steel named Jane Brook president, succeeding Otto Lind.": ("Otto Lind", "president_of", "Marlow Steel"),
    "Marlow Steel named Jane Brook chief executive. She succeeds Dame Ann Lind, who retires.": (
        "Ann Lind", "chief_executive_of", "Marlow Steel",
    ),
    "Marlow Steel fell, while its London parent, Idris Works plc, rose.": (
        "Idris Works plc", "parent_of", "Marlow Steel",
    ),
    "Half of the cost was lent to Marlow Steel by the Idris Bank.": ("Idris Bank", "lender_to", "Marlow Steel"),
    "Marlow Steel Holdings met; its 5 members are Cambodia, Laos and Idris Works.": (
        "Idris Works", "member_of", "Marlow Steel Holdings",
    ),
}  # fmt: skip
UNSAID = [
    "Three new directors elected: Lea Frei and Paul Anders.",
    "The 75-member Steel Council met.",
    "The tentmaker's owner, Jane Brook, met Idris Works.",
    "Insurer Idris Works grew in Leeds.",
    "Marlow Steel appointed no chairman.",
    "Parent Company net profit was 3 million dollars.",
    "The president met the minister.",
    "The head of the queue moved.",
]


def relations(text: str) -> set[tuple[str, str, str]]:
    return {(fact.subject, fact.relation, fact.object) for fact in stated(text, Relationship)}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_who_is_what_to_whom(text: str, said: tuple[str, str, str]) -> None:
    assert said in relations(text)


@pytest.mark.parametrize("text", UNSAID)
def test_nobody_is_anything(text: str) -> None:
    assert not relations(text)
