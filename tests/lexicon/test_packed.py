"""Rows that are packed as JSON say what their TOML says, and give way to it where somebody has changed it since."""

import runpy
import tomllib
from pathlib import Path

import msgspec
import pytest

from crossfoot import lexicon

ROOT = Path(__file__).resolve().parents[2]
PACK = runpy.run_path(str(ROOT / "hatch_build.py"))["pack"]


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """A lexicon of two files beside what they are packed as."""
    for name, said in (("one.toml", "words = ['rose', 'fell']"), ("xx/two.toml", "words = ['soared']")):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    (tmp_path / lexicon.PACKED).write_text(PACK(tmp_path), encoding="utf-8")
    monkeypatch.setattr(lexicon, "HERE", tmp_path)
    lexicon._packed.cache_clear()
    yield tmp_path
    lexicon._packed.cache_clear()


class Words(lexicon.Row, frozen=True):
    words: tuple[str, ...]


def read(name):
    return lexicon._read.__wrapped__(name, Words).words


def test_all_files_say_the_same_as_json():
    packed = msgspec.json.decode(PACK(lexicon.HERE))
    files = sorted(lexicon.HERE.rglob("*.toml"))
    assert list(packed) == [path.relative_to(lexicon.HERE).as_posix() for path in files]
    for path, (_, rows) in zip(files, packed.values(), strict=True):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        assert repr(rows) == repr(told), path  # with the kinds of numbers and the order of the keys


def test_packed_rows_are_read_without_toml(packed, monkeypatch):
    monkeypatch.setattr(lexicon, "decode", None)
    assert read("one.toml") == ("rose", "fell")
    assert read("xx/two.toml") == ("soared",)


def test_a_file_that_was_changed_since_is_read_itself(packed):
    (packed / "one.toml").write_text("words = ['slid']", encoding="utf-8")
    assert read("one.toml") == ("slid",)
    assert read("xx/two.toml") == ("soared",)


def test_a_lexicon_that_nobody_packed_is_read_as_toml(packed):
    (packed / lexicon.PACKED).unlink()
    lexicon._packed.cache_clear()
    assert read("one.toml") == ("rose", "fell")


def test_a_packed_row_that_has_a_wrong_field_is_told_by_its_file(packed):
    class Wrong(lexicon.Row, frozen=True):
        forms: tuple[str, ...]

    with pytest.raises(lexicon.LexiconError, match=r"one\.toml: "):
        lexicon._read.__wrapped__("one.toml", Wrong)
