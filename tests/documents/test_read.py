"""Whatever comes in, a document comes out whose blocks are in order and whose sentences hold every word."""

import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.documents import read
from crossfoot.errors import CrossfootError
from crossfoot.model import Document, Source

FORMATS = ("text", "markdown", "html")
PROSE = st.text(alphabet="Aa1 .,;!?\n\t-()（）。；：年月吉利%\r\u2028\ud800\x00\u200b", max_size=300)


def words(document: Document, kind: str) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == kind]


def lawful(document: Document) -> None:
    leaves = []
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    for index, block in enumerate(document.blocks):
        assert -1 <= block.parent < index
        assert 0 <= block.span.start <= block.span.end <= len(document.text)
        if block.parent >= 0:
            above = document.blocks[block.parent].span
            assert above.start <= block.span.start
            assert block.span.end <= above.end
        if block.kind in ("sentence", "cell"):
            leaves.append(block.span)
    for before, after in itertools.pairwise(leaves):
        assert before.end <= after.start


MARKS = """# | --- ``` <!-- --> - > 1. <p> </p> <table><tr><td> </td> <td/colspan=3> <li> <br> <h1> <pre> <b> </b>
<sup>1</sup> </table> <a/href=x> $ (1,309 ) 2% 105,500 吉利。 <script> <div/hidden>"""
MARKED = st.lists(st.sampled_from(["\n", "\n\n", " ", *MARKS.split()]), max_size=40).map("".join)


@given(st.binary(max_size=300), st.sampled_from(FORMATS))
def test_any_bytes(content: bytes, form: str) -> None:
    with contextlib.suppress(CrossfootError):
        lawful(read(Source("x", content, form)))


@given(MARKED, st.sampled_from(FORMATS))
def test_any_markup(content: str, form: str) -> None:
    lawful(read(Source("x", content, form)))


@given(PROSE)
def test_sentences_hold_every_word(content: str) -> None:
    document = read(Source("x", content))
    lawful(document)
    held: set[int] = set()
    for block in document.blocks:
        if block.kind == "sentence":
            held.update(range(block.span.start, block.span.end))
    lists = [b.span for b in document.blocks if b.kind == "list"]
    for i, char in enumerate(document.text):
        in_list = any(span.start <= i < span.end for span in lists)
        assert i in held or char.isspace() or in_list


@given(st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=4))
def test_any_table(rows: list[list[str]]) -> None:
    document = read(Source("x", "Sales.", tables=(tuple(tuple(row) for row in rows),)))
    lawful(document)
    assert len(words(document, "cell")) == sum(len(row) for row in rows)
    assert len(document.places) == len(words(document, "cell"))


def test_same_text_same_id() -> None:
    assert read(Source("a", "up 2%")).id == read(Source("b", b"\xef\xbb\xbfup 2%")).id


@pytest.mark.parametrize("handed", ["Exports fell 38%.", b"Exports fell 38%.", None])
def test_what_is_no_source_is_said_to_be_none(handed: object) -> None:
    with pytest.raises(TypeError, match=f"a Source is read, not {type(handed).__name__}: write Source"):
        read(handed)  # type: ignore[arg-type]
    if handed is None:
        with pytest.raises(TypeError, match="a: the content of a Source is text or bytes, not NoneType"):
            read(Source("a", handed))  # type: ignore[arg-type]
