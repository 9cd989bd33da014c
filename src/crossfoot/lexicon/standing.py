"""Words that say how a statement stands: planned, announced, past, denied; and the small words around a party."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crossfoot.late import late
from crossfoot.lexicon import Row, load_if
from crossfoot.lexicon.languages import spaced


class Standing(Row, frozen=True):
    articles: frozenset[str]
    trailing: frozenset[str]
    links: frozenset[str]  # a name behind one of these is not what is spoken of: "a unit of Geely"
    places: tuple[str, ...]  # what stands before a place
    pronouns: frozenset[str]  # whoever was spoken of just before
    denials: frozenset[str]
    status: dict[str, tuple[str, ...]]  # the first whose words stand in a clause is its status
    deniers: frozenset[str] = frozenset()  # before "that": what follows is not so
    pointing: frozenset[str] = frozenset()  # what speaks of somebody without naming him
    measures: frozenset[str] = frozenset()  # what a policy may be called
    makers: frozenset[str] = frozenset()  # words in the names of those who make rules
    idle: frozenset[str] = frozenset()  # verbs of what only may happen
    ruling: frozenset[str] = frozenset()  # rules, and those who make them
    holdings: frozenset[str] = frozenset()  # what of a firm may be bought, sold or belong to another
    deciding: frozenset[str] = frozenset()  # verbs of a policy, which say more than an aim
    regions: frozenset[str] = frozenset()  # places that are no names
    took: frozenset[str] = frozenset()  # verbs of what has taken effect already
    public: frozenset[str] = frozenset()  # words of the names of authorities, exchanges and meetings
    newcomer: str = ""  # what comes into being, before it has a name
    weak: frozenset[str] = frozenset()  # duties that are as often mere necessity
    markets: frozenset[str] = frozenset()  # where securities are sold, if the place has no name
    papers: frozenset[str] = frozenset()  # securities
    speakers: frozenset[str] = frozenset()  # who speaks of himself
    relative: frozenset[str] = frozenset()  # what only reports a decision: "a ruling that ordered it"
    drafts: frozenset[str] = frozenset()  # what a policy is called before it is one
    since: frozenset[str] = frozenset()  # what stands before the day from which a policy holds
    metrics: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - what a limit is of, by words of what is done
    capped: frozenset[str] = frozenset()  # what a limit is called
    limits: frozenset[str] = frozenset()  # what a limit is of that is no rate, though it is called one
    lets: frozenset[str] = frozenset()  # behind one of these somebody may or must do what he does not yet
    dates: frozenset[str] = frozenset()  # what may stand between a phrasing and its time
    rules: str = "in_force"  # the status of a rule where no word tells
    takers: frozenset[str] = frozenset()  # words that before a name only say that something is done to it: 将, 把
    bodies: tuple[str, ...] = ()  # how the names of those end who make rules
    doings: tuple[str, ...] = ()  # with which of these what somebody does begins, where no space parts it from who
    nouns: tuple[str, ...] = ()  # behind one of those: it was part of a noun ("上市公司")
    owners: tuple[str, ...] = ()  # behind whose name something of theirs follows
    undenied: tuple[str, ...] = ()  # words with a denial inside that deny nothing: 未来
    selves: frozenset[str] = frozenset()  # what anybody may call himself: no short name of anybody
    tellers: tuple[str, ...] = ()  # how the names of those end who tell the news, of whom it is not
    grounds: tuple[str, ...] = ()  # how places end at which no shares are listed
    rulings: tuple[str, ...] = ()  # a rule itself speaks, whoever made it
    entering: tuple[str, ...] = ()  # by which of these somebody takes an office, and does not only hold it
    relatives: tuple[str, ...] = ()  # how nouns for a firm end that say whose it is
    filings: tuple[str, ...] = ()  # who says something behind one of these does so in a filing
    kinds: tuple[str, ...] = ()  # nouns for those who do something
    parting: frozenset[str] = frozenset()  # between those who stand in one list
    going_on: frozenset[str] = frozenset()  # behind a name: something else begins that is no part of it
    as_of: tuple[str, ...] = ()  # before a day on which nothing happened yet
    near_days: frozenset[str] = frozenset()  # in a time that needs no year
    either: tuple[str, ...] = ()  # who is told apart from another, and not whom all that follows is about
    divisions: tuple[str, ...] = ()  # how the names of places end that decide
    lately: tuple[str, ...] = ()  # between such a place and what it decides
    decides: tuple[str, ...] = ()  # and how that begins
    spaced: bool = True  # of languages.toml

    def parted(self, words: str) -> int:
        """Where in words without spaces what is done begins behind who does it: 0 at once, -1 nowhere.

        >>> standing("zh").parted("上市公司披露分红政策"), standing("zh").parted("开展股份回购")
        (4, 0)
        """
        doing, noun, kind = _forms(self.doings), _forms(self.nouns), _forms(self.kinds)
        at = 0
        while found := doing.search(words, at):
            owned = words.find("的", found.end())
            if noun.match(words, found.end()):
                at = found.end()
            elif owned > 0 and not words.startswith("在", found.start()) and kind.search(words, owned):
                at = kind.search(words, owned).end()  # type: ignore[union-attr] # "发行债券的企业"
            elif found.start() == 1:
                at = found.end()
            else:
                return found.start()
        return -1

    def status_of(self, clause: str) -> str | None:
        """ "planned" for "will be turned into"; None where no word tells."""
        if not self.spaced:
            return next((name for name, words in self.status.items() if any(word in clause for word in words)), None)
        padded = f" {clause} "
        return next((name for name, words in self.status.items() if any(f" {word} " in padded for word in words)), None)


@cache
def _forms(words: tuple[str, ...]) -> re.Pattern[str]:
    return late("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")


@cache
def deciding(lang: str) -> re.Pattern[str]:
    """A place that opens a sentence and decides, a day before it: the place is the first group.

    >>> deciding("zh").match("自5月1日起，云山市将贷款额度上调")[1]
    '云山市'
    """
    known = standing(lang)
    if not known.decides:
        return late("(?!)")
    places, lately, decides = ("|".join(words) for words in (known.divisions, known.lately, known.decides))
    return late(
        rf"(?:自?\d[\d年月日]{{1,10}}起?[，,]?)?([一-鿿、]{{0,16}}?(?:{places})(?:等[一-鿿]{{1,3}}部门)?)"
        rf"(?:(?:\d{{1,2}}月)?\d{{1,2}}日|{lately}){{0,3}}(?={decides})"
    )


@cache
def standing(lang: str) -> Standing:
    known = load_if(f"{lang}/standing.toml", Standing)
    known = known or Standing(frozenset(), frozenset(), frozenset(), (), frozenset(), frozenset(), {})
    return msgspec.structs.replace(known, spaced=spaced(lang))
