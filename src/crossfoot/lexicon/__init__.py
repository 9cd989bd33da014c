"""Words and rows that an analyst can add to without touching code, and the loader that checks them.

A file of rows is TOML; each room declares the shape of its rows as a struct and gets them back typed and in order.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeVar, cast

import msgspec

from crossfoot.errors import LexiconError

T = TypeVar("T")

HERE = Path(__file__).parent
PACKED = "rows.json"


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every row: a field that nobody knows is an error, since it is most likely a slip of the pen."""


def load(name: str, shape: type[T]) -> T:
    """The rows of one file (`"units.toml"`, `"en/change.toml"`), as `shape`.

    Raises LexiconError naming the file, the row and what was expected there.
    """
    return cast(T, _read(name, cast(Hashable, shape)))


def load_if(name: str, shape: type[T]) -> T | None:
    """The rows of a file that not every language has; None where there is none.

    >>> load_if("xx/stake.toml", dict) is None
    True
    """
    try:
        return load(name, shape)
    except FileNotFoundError:
        return None


@cache
def union(*lists: frozenset[str]) -> frozenset[str]:
    """The words of some lists as one, made once: a sentence asks for them at each of its tokens.

    >>> sorted(union(frozenset({"of"}), frozenset({"in", "of"})))
    ['in', 'of']
    """
    return frozenset[str]().union(*lists)


@cache
def but(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """A list without the words of another, made once.

    >>> sorted(but(frozenset({"to", "will"}), frozenset({"to"})))
    ['will']
    """
    return words - others


@cache
def _read(name: str, shape: Hashable) -> object:
    written, as_ = HERE.joinpath(name).read_bytes(), cast(type[object], shape)
    digest, rows = _packed().get(name, ("", msgspec.Raw()))
    if digest != hashlib.sha256(written).hexdigest():  # not packed, or changed since
        return decode(written.decode("utf-8"), as_, name)
    try:
        return msgspec.json.decode(rows, type=as_)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{name}: {error}") from None


@cache
def _packed() -> dict[str, tuple[str, msgspec.Raw]]:
    """The rows of all files as `hatch_build.py` has written them, each with the digest of its file; else none.

    They only save time: TOML is read some thirty times as slowly, and was a sixth of a cold start.
    """
    try:
        return msgspec.json.decode(HERE.joinpath(PACKED).read_bytes(), type=dict[str, tuple[str, msgspec.Raw]])
    except FileNotFoundError:
        return {}


def either(words: Iterable[str]) -> str:
    """Words as the alternatives of a pattern, the longest first.

    >>> either(("e.g", "led by"))
    'led\\\\ by|e\\\\.g'
    """
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def ending(words: str, forms: tuple[str, ...]) -> str:
    """The longest of some forms that words end in; nothing where they end in none, which one look at all of them tells.

    >>> ending("新能源汽车销量", ("量", "销量")), ending("新能源汽车", ("量", "销量"))
    ('销量', '')
    """
    return max((form for form in forms if words.endswith(form)), key=len) if words.endswith(forms) else ""


def opening(words: str, forms: tuple[str, ...]) -> str:
    """The longest of some forms that words begin with, or nothing.

    >>> opening("其中出口", ("其", "其中"))
    '其中'
    """
    return max((form for form in forms if words.startswith(form)), key=len) if words.startswith(forms) else ""


def in_order(text: str, choices: Sequence[Sequence[str]], at: int = 0, end: int | None = None) -> bool:
    """Does one of each choice of words stand in a text, each behind the one before it? If not, no pattern of them fits.

    >>> in_order("cut to 4 from 9", (("cut", "raised"), ("from",))), in_order("from 9 cut to 4", (("cut",), ("from",)))
    (True, False)
    """
    for forms in choices:
        ends = [found + len(form) for form in forms if (found := text.find(form, at, end)) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True


def pairs(said: str) -> set[str]:
    """The characters of a text without spaces and its pairs of them: they soon tell which words it may have.

    >>> sorted(pairs("相当于"))
    ['于', '当', '当于', '相', '相当']
    """
    return {*said, *map("".join, pairwise(said))}


def decode(text: str, shape: type[T], name: str) -> T:
    import tomllib  # packed rows do without

    try:
        return msgspec.convert(tomllib.loads(text), shape)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: not TOML: {error}") from None
    except msgspec.ValidationError as error:
        raise LexiconError(f"{name}: {error}") from None
