"""Whose a figure is, where somebody else stands nearer to it than the one of its key."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.model import Settings
from crossfoot.views import json as exchange

ONLY = frozenset({"facts"})
SAID = {
    "Harrow Motors sold 5,015 cars in May, ahead of Tarn Motors (4,380) and Corvel Motors (3,902).": (
        4380,
        "Tarn Motors",
    ),
    "Cotton for December delivery fell 1.2% to 68.4 cents a pound.": (-1.2, "Cotton"),
    "The Conduct Council imposed a penalty of 7.5 million thalers on Elbgrund Bank AG.": (
        7_500_000,
        "Elbgrund Bank AG",
    ),
    "Halm Bank sold 40 cars. Shares in Torv Bank lost 4.8%.": (-4.8, "Torv Bank"),
    "Halm Foods had sales of 40 million euros. Arabica for May delivery rose 1.1% to 1.29 dollars a pound.": (
        1.1,
        "Arabica",
    ),
}


@pytest.mark.parametrize(("text", "told"), SAID.items(), ids=[who for _, who in SAID.values()])
def test_whose_it_is(text: str, told: tuple[float, str]) -> None:
    report = check(Source("note", text, lang="en", published="2024-03-05"), Settings(only=ONLY))
    facts = [fact["fields"] for fact in json.loads(exchange.show(report, ONLY))["facts"]]
    assert [fact.get("entity") for fact in facts if fact.get("value") == told[0]] == [told[1]]
