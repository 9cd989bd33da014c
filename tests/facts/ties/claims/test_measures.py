"""One size told in two units."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def told(text: str) -> dict[str, list[str]]:
    found = dict[str, list[str]]()
    for verdict in check(Source("t", text)).verdicts:
        found.setdefault(verdict.kind, []).append(verdict.outcome)
    return found


@pytest.mark.parametrize(
    ("text", "slipped"),
    [
        ("The pipe will run for 186 miles (299km) under the sea.", ("299", "399")),
        ("The estate has 1,200 acres, or 486 hectares, of vines.", ("486", "846")),
        ("The shed has 2.4 million square feet (223,000 sq m).", ("2.4", "4.2")),
        ("It weighs 500 pounds (227 kg).", ("227", "277")),
    ],
)
def test_a_size_in_two_units_is_one_size(text: str, slipped: tuple[str, str]) -> None:
    assert "contradicted" not in told(text)["conversion"]
    assert "contradicted" in told(text.replace(*slipped))["conversion"]


@pytest.mark.parametrize(
    "text",
    [
        "The line is 100 miles (160 km) long.",  # round numbers
        "A strip of 40 miles (12 metres wide) was cleared.",
        "The farm has 1,200 acres, and 300 hectares of wood.",
    ],
)
def test_two_sizes_are_two_sizes(text: str) -> None:
    assert "contradicted" not in [o for outcomes in told(text).values() for o in outcomes]
