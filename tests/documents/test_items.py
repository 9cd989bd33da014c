"""How a digest is cut into its items, and a story is not."""

from __future__ import annotations

from crossfoot.documents import read
from crossfoot.model import Source


def openings(text: str) -> list[str]:
    document = read(Source("x", text))
    items = [block for block in document.blocks if block.kind == "item"]
    return [" ".join(document.text[block.span.start : block.span.end].split()[:2]) for block in items]


ACME = "Acme Motor Co Ltd sold 7 cars in May.\n\nThe company grew 2%.\n\n"
BOLT = "The Bolt Commercial Bank Co Ltd has issued bonds.\n\nThe bank will lend the proceeds.\n\n"


def test_headings_cut() -> None:
    assert openings(f"Two plants close.\n\nPolicy\n\nThe council met.\n\nCompany news\n\n{ACME}") == [
        "Two plants", "The council", "Acme Motor",
    ]  # fmt: skip


def test_words_over_the_sections_of_a_digest_cut() -> None:
    text = "CARS\nAcme sold 7 cars in May this year.\n\nBANKS\nThe board of Bolt met on Friday.\n\n"
    text += "Retail\n- Holm closed 3 shops.\n"
    assert openings(text) == ["Acme sold", "The board", "- Holm"]


def test_paragraphs_with_nobody_in_common_are_items() -> None:
    text = "Zervana sold 7 cars.\n\nMorrova Gas will buy Idrisa for 3 euros.\n\nNorland's central bank met.\n"
    assert openings(text) == ["Zervana sold", "Morrova Gas", "Norland's central"]
    assert openings(text.replace("bank met", "bank fined Zervana")) == ["Zervana sold"]


def test_paragraphs_with_labels_of_their_own_are_items() -> None:
    text = "Rates: The board met Zervana.\n\nMining: Steel maker Idrisa sold ore.\n\nRetail: Shops were shut.\n"
    assert openings(text) == ["Rates: The", "Mining: Steel", "Retail: Shops"]


def test_a_new_organisation_cuts_where_the_item_began_with_one() -> None:
    assert openings(f"Two plants close.\n\nCompany news\n\n{ACME}{BOLT}") == ["Two plants", "Acme Motor", "The Bolt"]


def test_a_lead_may_name_many() -> None:
    assert openings(f"Company news\n\nCarmakers had a good May.\n\n{ACME}{BOLT}") == ["Carmakers had"]


def test_a_story_is_one_item() -> None:
    assert openings(f"ACME SELLS MORE\nLEEDS, May 3 - {ACME}{BOLT}") == ["LEEDS, May"]


def test_a_name_met_before_is_nothing_new() -> None:
    assert openings(f"Company news\n\n{ACME}Acme Motor Co Ltd will open a plant.") == ["Acme Motor"]


def test_a_row_of_briefs_needs_no_headings() -> None:
    text = "天奇股份(002009)：中标广汽丰田项目。\n运达股份(300772)：中标7亿元项目。\n金陵药业(000919)：获增持。"
    assert len(openings(text)) == 3
