"""What the segment of a figure is called, which is less than the words that keep its key apart."""

from __future__ import annotations

import pytest

from .test_frame import shown


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Organic net sales of Carlow Foods plc were $5 million.", "Organic"),
        ("Passengers on Carlow Air plc's ferries came to 31,000.", "ferries"),
        ("Carlow Foods plc opened. Its dyeing works covers an area of 40 hectares.", "dyeing works"),
        ("Carlow Foods plc recognized costs of $5 million.", None),
        ("Those found in violation would be subject to fines of $5 million.", None),
        ("Carlow Foods plc said investments in the upgrade of its farms surpass $5 million.", "upgrade"),
    ],
)
def test_a_segment_is_a_phrase_beside_its_noun(text: str, segment: str | None) -> None:
    assert shown(text, "measurement")[0].get("segment") == segment


def test_what_is_sold_side_by_side_is_told_apart() -> None:
    facts = shown("Tarrow Ltd sold 7,865 tractors and 1,240 harvesters in April.", "measurement")
    assert [(fact["metric"], fact["segment"]) for fact in facts] == [
        ("sales_volume", "tractors"), ("sales_volume", "harvesters"),
    ]  # fmt: skip


def test_a_part_that_moves_is_one_of_what_was_told() -> None:
    text = "Tarrow Motors Ltd sold 23,450 pickups in April. Pickups rose 4.1 percent from a year earlier."
    (change,) = shown(text, "change")
    assert (change["metric"], change["segment"]) == ("sales_volume", "pickup")


def test_some_of_those_just_counted() -> None:
    facts = shown("Carlow Park Ltd signed up 14 tenants, six of them foreign.", "measurement")
    assert [(fact["metric"], fact["value"], fact.get("segment")) for fact in facts] == [
        ("tenants", 14, None), ("tenants", 6, "foreign"),
    ]  # fmt: skip


def test_a_company_that_drops_to_an_amount_drops_in_price() -> None:
    assert shown("Tarrow Motors Ltd dropped 16% to $27.90.", "measurement")[0]["metric"] == "price"


def test_a_clause_goes_on_behind_what_commas_set_apart() -> None:
    assert shown("Net profit, however, fell 22% to $91 million.", "change")[0]["metric"] == "net_profit"
