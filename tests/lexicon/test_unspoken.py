"""Each row calls the level of its own example, and leaves the one that it must not."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.lexicon.metrics import NAMED
from crossfoot.lexicon.unspoken import Deed, unspoken
from crossfoot.model import Settings
from crossfoot.views import json as exchange

WORDS = unspoken("en")
assert WORDS is not None
IDS = [f"{number}-{deed.name}" for number, deed in enumerate(WORDS.rows.deed)]


def called(text: str) -> set[str]:
    only = frozenset({"facts"})
    told = json.loads(exchange.show(check(Source("note", text, lang="en"), Settings(only=only)), only))["facts"]
    return {fact["fields"]["metric"] for fact in told if fact["type"] == "measurement"}


@pytest.mark.parametrize("deed", WORDS.rows.deed, ids=IDS)
def test_a_deed_calls_what_was_done(deed: Deed) -> None:
    name = deed.name if deed.name in NAMED else f"other:{deed.name}"
    assert name in called(deed.holds)
    assert not deed.fails or name not in called(deed.fails)
