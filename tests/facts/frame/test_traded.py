"""What is traded has a price: of shares it is their firm's, of what is weighed nobody's but its own."""

from __future__ import annotations

import pytest

from .test_frame import shown


@pytest.mark.parametrize(
    ("text", "kind", "who", "metric"),
    [
        ("Brent crude rose 2% to $84.10 a barrel.", "measurement", "Brent crude", "price"),
        ("Brent crude rose 2% to $84.10 a barrel.", "change", "Brent crude", "price"),
        ("Tarrow Motors Ltd shares fell 4% to 30 euros.", "measurement", "Tarrow Motors Ltd", "price"),
        ("Shares of Tarrow Motors Ltd closed at 40 euros, down 3%.", "change", "Tarrow Motors Ltd", "price"),
        ("The number of shares fell 3%.", "change", None, "other:number of shares"),
        ("Tarrow Motors Ltd sold the ore at 40 euros a tonne.", "measurement", "Tarrow Motors Ltd", "price"),
    ],
)
def test_what_is_traded_has_a_price(text: str, kind: str, who: str | None, metric: str) -> None:
    (fact,) = shown(text, kind)
    assert (fact.get("entity"), fact["metric"]) == (who, metric)


def test_parts_share_the_verb_and_the_whole_of_the_first() -> None:
    text = "Exports were 40 million euros. Germany took 31% of exports, Italy 14% and Austria just under 9%."
    told = [(fact["part"], fact["whole"], fact.get("entity")) for fact in shown(text, "share")]
    assert told == [(place, "exports", None) for place in ("Germany", "Italy", "Austria")]
