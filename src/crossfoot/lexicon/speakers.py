"""Who says something, by grammar, where words are not spaced: verbs of saying, sources in front and behind."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.clauses import any_of


class _Lists(Row, frozen=True):
    compounds: tuple[str, ...]  # words with a verb of saying inside that say nothing
    speakers: tuple[str, ...]  # how nouns end for who speaks and is not named
    bodies: tuple[str, ...]  # how sources end
    unspoken: tuple[str, ...]  # before a colon, and no source
    filings: tuple[str, ...]
    notices: tuple[str, ...]
    taken_from: tuple[str, ...]
    nobody: frozenset[str]
    pointing: tuple[str, ...]  # before somebody who was named before
    behalf: tuple[str, ...]  # behind somebody for whom they speak
    weak: frozenset[str]  # verbs of those who study others, unless a mark follows
    studying: tuple[str, ...]
    shows: frozenset[str]  # what papers do
    showing: tuple[str, ...]  # and whose
    nouns_behind: tuple[str, ...]  # behind a verb that says nothing here
    credits: dict[str, str]  # before a mark and a name
    according: tuple[str, ...]
    led: tuple[str, ...]  # right before a verb: it is not said by who stands there
    around: str  # small words around a name
    papers: tuple[str, ...]  # what somebody's words are called


class SpeakerRows(Row, frozen=True):
    says: dict[str, str]
    lists: _Lists


class Speakers:
    """The rows of a language, and the patterns that find their words."""

    def __init__(self, rows: SpeakerRows) -> None:
        self.says, self.lists = rows.says, rows.lists
        self.verb = any_of((*rows.says, *rows.lists.compounds))
        self.unspoken = any_of(rows.lists.unspoken)
        documents = either((*rows.lists.filings, *rows.lists.notices))
        self.tail = late(
            rf"(?:——|[（(])\s*(?P<from>{either(rows.lists.taken_from)})?[：:]?[《“]?(?P<who>[^，。；：！？—]{{2,24}}?)[》”]?"
            rf"(?:[〔\d\-（(年第号〕）)]{{0,16}})(?P<document>{documents})?(?:[（(“《][^（()）”》]{{0,20}}[)）”》])?[。）)\s]*$"
        )
        self.heads = late(rf"(?:{either(rows.lists.bodies)})[^。；，]{{0,16}}[：:]")
        self.credit = late(
            rf"(?:^|[。；！？\s（(])(?P<what>{either(rows.lists.credits)})\s*[：:/／丨|]\s*(?P<who>[^，。；：（()）丨|｜\s]{{2,20}})"
        )
        self.around = late(rows.lists.around)
        self.cited = late(rf"(?:^|[。；\n])(?:{either(rows.lists.according)})(?P<who>[^，。；：（()）]{{3,16}})[，,]")
        self.written = late(r"(?:^|[\s。；（(｜|丨])文\s*[/／丨|：:]\s*(?P<who>[一-鿿]{2,4})(?=[\s。）)｜|丨]|$)")
        self.taken_by = late(r"(?P<who>[^，。；：（()）丨|｜\s]{2,20})\s*摄(?=[｜|丨。）)]|$)")
        day = r"(?:\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,3}日)?"
        self.author = late(
            rf"(?:记者|通讯员|特派员)[ 　：:]*(?P<who>[一-鿿]{{2,4}})[ 　]*{day}[ 　]*"
            r"(?:[^，。；]{0,6}(?:[电摄]|报道)(?=[。）)\s　]|$)|通讯员|编辑)"
        )
        self.according = late(
            rf"(?:{either(rows.lists.according)})(?P<who>[^，。；：（()）]{{3,24}}?)(?:的|最新|提供的|发布的|官网)?(?:{either(rows.lists.papers)})"
            "(?=[，,]|显示|称|表明)"
        )


@cache
def speakers(lang: str) -> Speakers | None:
    """The rows of a language; None where it has none.

    >>> rows = speakers("zh")
    >>> rows is not None and rows.tail.search("同比增长。——摘自云岭能源2025-021号公告")["who"]
    '云岭能源'
    """
    rows = load_if(f"{lang}/speaker.toml", SpeakerRows)
    return Speakers(rows) if rows is not None else None
