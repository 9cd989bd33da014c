"""Securities and loans by the grammar of their noun phrase: who issues what, how much of it, for how long, at what."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Issue, Measurement, Settings, Tranche
from crossfoot.views.facts import stated


def told(text: str, shape: type) -> list[dict[str, object]]:
    report = check(Source("note", text, lang="en"), Settings(only=frozenset({"facts"})))
    return [
        {name: str(value) if isinstance(value, bytes) else value for name, value in shown[1].items() if value}
        for fact, shown in stated(report)
        if isinstance(fact, shape)
    ]


@pytest.mark.parametrize(
    ("text", "instrument", "status"),
    [
        ("Marlow Power has signed a seven-year, R1.6bn ($90m) term loan with three banks.", "term loan", "issued"),
        ("Marlow Power is floating a 12 billion yen samurai bond.", "samurai bond", "announced"),
        ("Marlow Power withdrew its £50m rights issue in November.", "rights issue", "withdrawn"),
        ("Marlow Power raised 740 million crowns in a capital increase.", "capital increase", "issued"),
        ("A fund has taken all of Marlow Power's 1 billion crown green note.", "green note", "issued"),
        ("A 50 billion yen convertible, sold by Marlow Power in 2017, is worth less.", "convertible", "issued"),
        ("Banks led by Idris Bank will provide a $300m credit facility to Marlow Power.", "credit facility", "planned"),
        ("Shareholders of Marlow Power approved a 250 million euro convertible bond.", "convertible bond", "approved"),
    ],
)  # fmt: skip
def test_who_issues_what(text: str, instrument: str, status: str) -> None:
    [issue] = told(text, Issue)
    assert (issue["issuer"], issue["instrument"], issue["status"]) == ("Marlow Power", instrument, status)


@pytest.mark.parametrize(
    ("text", "coupons"),
    [
        ("Marlow Power borrowed a £15m five-year loan at 9% from Idris Bank.", [9]),
        ("It sold A$900m of bonds: A$500m at 4.75%, due 15 May 2030, and A$400m at 5.125%, due 2036.", [4.75, 5.125]),
        ("It scrapped a 700 million dollar debenture that was to have paid 9.2% until 2029.", [9.2]),
        ("It placed a $90m note with a tenor of four years and a coupon of Libor plus 3.5%.", []),
    ],
)  # fmt: skip
def test_what_a_tranche_pays(text: str, coupons: list[float]) -> None:
    report = check(Source("note", text, lang="en"))
    found = [float(f.coupon.low) for f in report.facts if isinstance(f, Tranche) and f.coupon is not None]
    assert found == coupons


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The two- and five-year tranches of the bond, of $300m and $200m, pay 4.1% and 4.6%.",
            [(300, "P2Y", 4.1), (200, "P5Y", 4.6)],
        ),
        (
            "Yields were 2.3% on the six-month and 2.65% on the one-year paper when it sold $500m and $300m of them.",
            [(500, "P6M", 2.3), (300, "P1Y", 2.65)],
        ),
        (
            "Marlow Power sold 4.5% bonds of 2031 for $200m and 5% bonds of 2036 for $150m.",
            [(200, "2031", 4.5), (150, "2036", 5.0)],
        ),
        (
            "Of the $900m of bonds that it sold, $500m matures in 2029 and pays 4.1%, $400m in 2034 and pays 4.6%.",
            [(500, "2029", 4.1), (400, "2034", 4.6)],
        ),
        ("Revenue of $300m and $200m of bonds due 2031 grew 4% and 5%.", []),
    ],
)
def test_terms_that_are_dealt_out_go_by_their_places(text: str, terms: list[tuple[int, str, float]]) -> None:
    found = [f for f in check(Source("note", text, lang="en", published="2026-05-12")).facts if isinstance(f, Tranche)]
    runs = [f.tenor or (f.maturity.label if f.maturity else "") for f in found]
    amounts = [(int(f.quantity.low / 10**6), float(f.coupon.low) if f.coupon else 0.0) for f in found]
    assert [(amount, run, rate) for (amount, rate), run in zip(amounts, runs, strict=True)] == terms


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Power has no plans to issue a 500 million euro bond.",
        "Marlow Power repaid a 200 million dollar loan.",
        "Marlow Power has foreign debt of 3 billion dollars.",
        "Bond prices fell to 300 million dollars.",
    ],
)
def test_what_is_not_issued(text: str) -> None:
    assert told(text, Issue) == []


def test_a_notice_says_line_by_line_who_issues() -> None:
    [issue] = told("Issuer: Marlow Building Society\nNotes: £150,000,000 Senior Notes due 26 April 2029", Issue)
    assert (issue["issuer"], issue["status"]) == ("Marlow Building Society", "priced")


def test_an_amount_that_is_issued_and_its_coupon_are_no_measurements() -> None:
    assert told("Marlow Power sold a $90m five-year note at 4.1%.", Measurement) == []


@pytest.mark.parametrize(
    ("text", "tranches"),
    [
        (
            "Marlow Power sold 600 million euros of bonds in two parts: 400 million of five-year notes at 3.2% and"
            " 200 million of ten-year notes at 3.9%.",
            [("400000000", "P5Y", "3.2"), ("200000000", "P10Y", "3.9")],
        ),
        (
            "Of the notes RM500 million fall due in seven years at 4.05%, RM400 million in ten at 4.2%.",
            [("500000000", "P7Y", "4.05"), ("400000000", "P10Y", "4.2")],
        ),
        (
            "The debt falls due in 2028 ($250 million, 5%) and 2041 ($150 million, 6%).",
            [("250000000", "2028", "5"), ("150000000", "2041", "6")],
        ),
        ("Marlow Power sold $250m of bonds in May and $150m of bonds in June.", []),
    ],
)
def test_tranches_stand_one_after_another(text: str, tranches: list[tuple[str, str, str]]) -> None:
    found = [
        (plain(t["amount"]), str(t.get("tenor") or t.get("maturity")), plain(t["coupon"])) for t in told(text, Tranche)
    ]
    assert found == tranches


def plain(number: object) -> str:
    return bytes(number).decode()  # type: ignore[call-overload] # a number as it is printed
