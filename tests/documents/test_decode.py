"""Bytes of every usual encoding, and of none."""

from __future__ import annotations

import sys

import pytest

from crossfoot.documents.decode import decode
from crossfoot.errors import InputError

TEXT = "吉利汽车4月销量为105,500辆，同比增长2%。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "gbk"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_latin_bytes_are_not_taken_for_chinese() -> None:
    assert "105,500" in decode("Caf\xe9 prices rose 2% to 105,500 na\xefve units".encode("latin-1"))
    assert "一" not in decode(b"caf\xe9 na\xefve 105,500")


def test_a_page_names_its_encoding() -> None:
    page = '<meta charset="gb2312"><p>' + TEXT
    assert decode(page.encode("gb18030"), html=True) == page
    assert decode(b"<meta charset=nonsense><p>x", html=True).endswith("x")


def test_line_ends_and_nulls_are_kept() -> None:
    assert decode(b"a\r\nb\x00\rc") == "a\r\nb\x00\rc"


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\xff\xff", b"PK\x03\x04\xff\xff"])
def test_other_formats_are_named(content: bytes) -> None:
    with pytest.raises(InputError, match="hand in its text"):
        decode(content)


def test_too_long_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["crossfoot.documents.decode"], "LIMIT", 10)
    with pytest.raises(InputError, match="the limit is 10"):
        decode("x" * 11)
    with pytest.raises(InputError, match="the limit is 10"):
        decode(b"x" * 41)


def test_a_program_is_no_text() -> None:
    with pytest.raises(InputError, match="binary, not text"):
        decode(b"\x7fELF" + b"\x00\x01" * 100)
    with pytest.raises(InputError, match="control characters"):
        decode(bytes(range(1, 256)) * 20)
    assert decode(b"Sales \x0b rose\x1b[0m 2%\x01.\n") == "Sales \x0b rose\x1b[0m 2%\x01.\n"  # a stray one is dirt
