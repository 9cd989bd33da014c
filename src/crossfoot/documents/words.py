"""The words by which a block shows what it is (lexicon/layout.toml), ready to be looked for."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load


class Words(Row, frozen=True):
    legal_forms: tuple[str, ...]
    captions: tuple[str, ...]
    captions_within: tuple[str, ...]
    bylines: tuple[str, ...]
    titles: tuple[str, ...]
    papers: tuple[str, ...]
    released: tuple[str, ...]


@cache
def words() -> Words:
    rows: Words = load("layout.toml", Words)
    return rows


def is_caption(text: str) -> bool:
    """Is this paragraph the words to a picture?

    >>> is_caption("The port of Ningbo. Photo: Xinhua"), is_caption("Its photo business grew.")
    (True, False)
    """
    folded = text[:400].lower()
    return folded.startswith(words().captions) or any(cue in folded for cue in words().captions_within)


def is_byline(text: str) -> bool:
    """Does this paragraph say who wrote or published, and nothing else?

    >>> is_byline("Reporting by A. Smith; Editing by B. Jones"), is_byline("By April sales had doubled.")
    (True, False)
    """
    if len(text) > 200:
        return False
    folded = text.lower()
    if folded.startswith("by "):
        return len(text) <= 60 and text.rstrip()[-1:] not in ".!?," and not any(c.isdigit() for c in text)
    return folded.startswith(words().bylines)


def is_paper(text: str) -> bool:
    """Does this line say what paper it stands on, and nothing else?

    >>> is_paper("Exhibit 99.1"), is_paper("Exhibit sales rose 4% in May as more fairs were held than a year before")
    (True, False)
    """
    return len(text) <= 60 and text.lower().startswith(words().papers)


def is_firm(text: str) -> bool:
    """Is this line the name of a firm, as a letterhead has it?

    >>> is_firm("The Marlow Tile Company, Inc."), is_firm("Marlow Tile reports higher profit")
    (True, False)
    """
    return len(text) <= 60 and text.rstrip(" .").endswith(words().legal_forms)
