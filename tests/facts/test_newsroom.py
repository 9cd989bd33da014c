"""Facts of English news in the words that newsrooms plainly use: what is told of each text, and what is not."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange


def stated(text: str, kind: str) -> list[dict[str, object]]:
    source = Source("t", text, published="2021-06-30", lang="en")
    shown = exchange.show(check(source, Settings(only=frozenset({"facts"}))), frozenset({"facts"}))
    return [fact["fields"] for fact in json.loads(shown)["facts"] if fact["type"] == kind]


TOLD: list[tuple[str, str, dict[str, object]]] = [
    # Parts of what was said last.
    (
        "Corran Motors delivered 9,000 vehicles in May. "
        "Petrol SUVs accounted for 5,000, sedans for 3,000 and vans for 1,000.",
        "measurement",
        {"value": 1000, "metric": "deliveries", "segment": "vans", "entity": "Corran Motors"},
    ),
    (
        "Dunmore Retail had revenue of 900 million euros in 2020. Stores contributed 580 million and the website 320.",
        "measurement",
        {"value": 580_000_000, "metric": "revenue", "segment": "Stores", "period": "2020"},
    ),
    (
        "Corran Motors delivered 9,000 vehicles in May. "
        "Electric models made up 2,700, or 30 percent of the total, and grew 5 percent.",
        "change",
        {"value": 5, "metric": "deliveries", "segment": "Electric models"},
    ),
    # What rules let, limit and do away with.
    (
        "The Payments Board of Arlen said on Monday that card firms may open accounts at the central bank from July 1.",
        "policy",
        {"action": "permit", "beneficiary": "card firms", "effective": "2021-07-01"},
    ),
    (
        "From July foreign banks may hold up to 75 per cent of local insurers, "
        "the Ministry of Finance of Arlen said, raising the ceiling from 51 per cent.",
        "policy",
        {"action": "raise_limit", "limit_before": 51, "limit_after": 75},
    ),
    (
        "The rule that a broker's chief must be a resident is dropped, the Ministry of Finance of Arlen said.",
        "policy",
        {"action": "remove_limit"},
    ),
    (
        "In a separate circular the Ministry of Finance of Arlen told banks to keep cash of at least "
        "12 per cent of deposits.",
        "policy",
        {"action": "require", "beneficiary": "banks", "limit_after": 12, "authority": "Ministry of Finance of Arlen"},
    ),
    (
        "The Reserve Bank of Arlen lifted the reserve requirement for banks from 8 to 9 per cent.",
        "policy",
        {"action": "raise_limit", "limit_before": 8, "limit_after": 9},
    ),
    (
        "The Health Ministry of Arlen banned the sale of energy drinks to children.",
        "policy",
        {"action": "ban", "activity": "sale of energy drinks to children"},
    ),
    # Deals, and what amounts come to in another currency.
    (
        "Corran Foods will buy a 74% stake in bakery chain Idris Bread for 8.6 billion rupees ($129 million).",
        "measurement",
        {"metric": "deal_value", "value": 8_600_000_000, "unit": "INR"},
    ),
    (
        "Sales at Corran Foods fell 3 percent to 1.35 billion Danish crowns ($205 million) in the first quarter.",
        "change",
        {"metric": "revenue", "value": -3, "entity": "Corran Foods"},
    ),
    (
        "Corran Foods had a net profit of 120 million yuan ($18 million), up 5 percent from a year earlier.",
        "change",
        {"metric": "net_profit", "value": 5, "base": "yoy"},
    ),
    (
        "Sales rose. ($1 = 6.5854 Danish crowns)",
        "conversion",
        {"value": 1, "currency": "USD", "to_value": 6.5854, "to_currency": "DKK"},
    ),
    (
        "Norway's central bank left its key rate unchanged at 5.75% for a sixth month in a row.",
        "measurement",
        {"metric": "policy_rate", "value": 5.75},
    ),
    # Who is spoken of, and who only sends the news.
    (
        "LEEDS, May 22 (Harbour News) - British retailer Corran & Finch reported lower profit.\n\n"
        "Sales rose 2.8% to 3.14 billion pounds.",
        "change",
        {"entity": "Corran & Finch", "value": 2.8},
    ),
    (
        "Corran Biologics reported revenue of $1.2 billion.\n\nSales of the asthma drug Zelvanir grew 22%.\n\n"
        "Chief executive Ann Low said the company would grow.",
        "relation",
        {"subject": "Ann Low", "object": "Corran Biologics"},
    ),
    (
        "The Arlen Gaming Inspectorate has fined the casino operator Zervana AB 30 million euros.\n\n"
        "The authority has issued 71 licences.",
        "measurement",
        {"entity": "Arlen Gaming Inspectorate", "value": 71},
    ),
    # Who says it, and in which paper.
    ("Oil fell. (Reporting by Ada Zorin in Leeds; editing by Tom Hale)", "provenance", {"agent": "Ada Zorin"}),
    (
        "Zervana AB said in a filing to the Leeds stock exchange that it had lost money.",
        "provenance",
        {"kind": "filing", "agent": "Zervana AB"},
    ),
    (
        "Economists polled by Banco Zorin expect inflation to fall.",
        "provenance",
        {"kind": "attribution", "agent": "Banco Zorin"},
    ),
    # Figures by the words around them.
    (
        "Norland posted a trade surplus of $312 million in May, compared with a deficit of $95 million in April.",
        "measurement",
        {"metric": "trade_balance", "value": -95_000_000},
    ),
    ("Corran Airlines has cut 2,300 jobs since March.", "change", {"metric": "employees", "value": -2300}),
    (
        "Shares in the fish farmer Zorvik rose 6 percent to 84.2 euros after it said profit was 31 million euros.",
        "measurement",
        {"metric": "price", "value": 84.2},
    ),
    ("The plant can make 16 GWh of cells a year.", "measurement", {"metric": "capacity", "value": 16}),
    (
        "Inflation in Norland was 3.2% in January, up from 2.9% in December. Core inflation was 2.1%.",
        "measurement",
        {"value": 2.1, "period": "2021-01"},
    ),
    (
        "Quarterly revenue at the software maker Zelvana rose to $412 million.",
        "measurement",
        {"entity": "Zelvana", "segment": None},
    ),
    ("The Arlen Tax Office of Sweden fined Corran Ltd 30 million kronor.", "measurement", {"unit": "SEK"}),
    (
        "Zelvana AB reported a 6% rise in annual revenue on Wednesday.",
        "change",
        {"value": 6, "metric": "revenue", "period": None},
    ),
    (
        "The Conduct Council of Arlen imposed a penalty of 7.5 million euros on Zelvana Bank AG for weak controls.",
        "measurement",
        {"metric": "fine", "entity": "Zelvana Bank AG"},
    ),
    (
        "Sales of tractors in Portugal totaled 412 units in May. Zelvana AB sold 148 units. Sales of "
        "harvesters rose to "
        "31 units.",
        "measurement",
        {"value": 31, "entity": "Portugal"},
    ),
    (
        "Car registrations fell to 41,280 in May. Volta had 6,310, ahead of Corran with 5,870 and Mirai with 4,020.",
        "measurement",
        {"value": 4020, "entity": "Mirai"},
    ),
    (
        "Ratings agency Crestmark cut its rating on Turkish power company Zelva Enerji. The company's debt is "
        "1.8 billion euros, Crestmark said.",
        "measurement",
        {"value": 1_800_000_000, "entity": "Zelva Enerji"},
    ),
    (
        "Corran Stores Ltd opened 31 stores during the year, bringing the total to 486.",
        "measurement",
        {"value": 486, "metric": "other:stores"},
    ),
    (
        "The Competition Council of Arlen fined two makers 69 million euros. Corran Cement must pay 41 million and "
        "Zelvana Works 28 million.",
        "measurement",
        {"metric": "fine", "entity": "Zelvana Works", "value": 28_000_000},
    ),
    (
        "Zelvana AB now has 214 stores and a market share of 9.5%, which puts it third behind Corran AB and Idris AB.",
        "rank",
        {"entity": "Zelvana AB", "rank": 3},
    ),
    # Shares of a market, and who has the rest of a firm.
    (
        "Zelvana AB now has 214 stores and a market share of 9.5%, ahead of Corran AB.",
        "share",
        {"part": "Zelvana AB", "value": 9.5, "whole": "market"},
    ),
    (
        "Corran Foods will buy 60 percent of bakery chain Idris Bread. The remaining 40 percent stays with the "
        "founder, Ann Low.",
        "relation",
        {"subject": "Ann Low", "object": "Idris Bread", "percent": 40},
    ),
    (
        "Corran AB said its chief executive, Tom Hale, would step down in June and be succeeded by Ann Low.",
        "relation",
        {"subject": "Ann Low", "relation": "chief_executive_of", "status": "planned"},
    ),
    (
        "The Corran Institute was upgraded on Friday to a national laboratory and renamed the Ocean Laboratory.",
        "transformation",
        {"before": "Corran Institute", "after": "national laboratory", "kind": "upgrade"},
    ),
    (
        "The Corran Institute is old. It employs 640 people at its campus in Port Low.",
        "attribute",
        {"attribute": "located_in", "value": "Port Low"},
    ),
    (
        "From 1 April, banks will have to hold at least 8 percent of their assets in bonds, the central bank of Arlen "
        "said.",
        "policy",
        {"action": "require", "limit_after": 8, "authority": "central bank of Arlen"},
    ),
]

NOT_TOLD: list[tuple[str, str, object]] = [
    (
        "The Payments Board of Arlen raised the daily limit on transfers from 5,000 to 15,000 euros.",
        "measurement",
        15_000,
    ),
    ("Corran Rail priced a $900 million bond in two parts.", "measurement", 2),
    (
        "Foreign investors may own up to 85% of a fund manager, up from 49%, the Ministry of Arlen said.",
        "relation",
        None,
    ),
    (
        "The Payments Board of Arlen raised the quota for investment to $5 billion from $3 billion.",
        "measurement",
        3_000_000_000,
    ),
]


@pytest.mark.parametrize(("text", "kind", "fields"), TOLD)
def test_told(text: str, kind: str, fields: dict[str, object]) -> None:
    told = stated(text, kind)
    assert any(all(made.get(name) == value for name, value in fields.items()) for made in told), told


@pytest.mark.parametrize(("text", "kind", "value"), NOT_TOLD)
def test_not_told(text: str, kind: str, value: object) -> None:
    assert value not in [made.get("value") for made in stated(text, kind)]
