"""Words that speak against a claim that does not tie: the rows of doubt.toml, as patterns over words in lower case."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced

MOST_NOUNS = 2  # words between a superlative and "since"


class Rows(Row, frozen=True):
    part: tuple[str, ...]
    behind: tuple[str, ...]
    left: tuple[str, ...]
    to_come: tuple[str, ...]
    workdays: tuple[str, ...]
    over: tuple[str, ...]
    lower: tuple[str, ...]
    placing: tuple[str, ...]
    scopes: tuple[str, ...]
    done: tuple[str, ...]
    bound: tuple[str, ...]
    idle: tuple[str, ...]
    followed: tuple[str, ...]
    later: tuple[str, ...]
    aims: tuple[str, ...]
    shortly: tuple[str, ...]
    then: tuple[str, ...]
    lists: tuple[str, ...]
    same_part: tuple[str, ...]
    stretches: tuple[str, ...]
    being: tuple[str, ...]
    more: tuple[str, ...]
    played: tuple[str, ...]
    since: tuple[str, ...]
    untold: tuple[str, ...]
    first: tuple[str, ...]
    goes_on: tuple[str, ...]
    against: tuple[str, ...]
    than: tuple[str, ...]
    inside: tuple[str, ...]
    over_marks: tuple[str, ...]
    joint: tuple[str, ...]
    flows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


class Doubt(NamedTuple):
    part: re.Pattern[str]  # before a total: it is not what a price and a count make
    behind: re.Pattern[str]  # the same right behind it
    left: re.Pattern[str]  # somewhere in its sentences
    to_come: re.Pattern[str]  # right behind the number of those that are not in it
    workdays: re.Pattern[str]  # by a rate for a day that is not for every day
    over: re.Pattern[str]  # by a rate that is for one of a stretch of time as well
    lower: re.Pattern[str]  # of what the first has least
    placing: re.Pattern[str]  # who is ahead
    scopes: re.Pattern[str]  # what is said in another scope
    done: re.Pattern[str]  # what is counted so far only
    bound: re.Pattern[str]  # a price that may be, and is not
    idle: re.Pattern[str]  # all of what may stand before the name of a thing without making it another
    followed: re.Pattern[str]  # that something comes next, where `later` says that it is in time
    later: re.Pattern[str]  # that what comes next comes later
    aims: re.Pattern[str]  # what it is set above
    shortly: re.Pattern[str]  # a short stretch that something moved over
    then: re.Pattern[str]  # a time long before
    lists: re.Pattern[str]  # what each has a list of its own
    same_part: re.Pattern[str]  # a record of one part of a year
    stretches: re.Pattern[str]  # parts of a year
    being: re.Pattern[str]  # what goes on behind the most of so many
    untold: re.Pattern[str]  # right behind a move: it is measured from what is not printed before it
    since: re.Pattern[str]  # before what something last was as low or as high as
    played: re.Pattern[str]  # of games, some of which the lower score wins
    more: re.Pattern[str]  # of what more is better
    first: re.Pattern[str]  # the first of a list of its own
    goes_on: re.Pattern[str]  # right behind a list, of which there is more
    joint: re.Pattern[str]  # behind a number, of one thing that they are together
    over_marks: re.Pattern[str]  # before the number of those that are above a mark
    inside: re.Pattern[str]  # between two parts, of which the latter is one of the former's
    flows: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  # what comes, and what goes
    against: re.Pattern[str]  # before what is only held against the one before it
    than: re.Pattern[str]  # at the start of a clause whose figure is how far off another is


@cache
def doubt(lang: str) -> Doubt | None:
    """None where a language has no such words.

    >>> bool(doubt("en").part.search("and with spare parts the bill came to ")), bool(doubt("zh").part.search("已支付"))
    (True, True)
    """
    rows = load_if(f"{lang}/doubt.toml", Rows)
    if rows is None:
        return None
    made = {
        name: (rf"\b(?:{either(words)})\b" if spaced(lang) else either(words)) if words else "(?!)"
        for name, words in ((name, getattr(rows, name)) for name in Doubt._fields if name != "flows")
    }
    made["behind"] = rf"[ ,]*(?:{either(rows.behind)})\b" if spaced(lang) else either(rows.behind)
    made["to_come"] = rf" (?:[a-z]+ )?(?:{either(rows.to_come)})\b" if spaced(lang) else either(rows.to_come)
    made["goes_on"] = rf"[ ,]*(?:{either(rows.goes_on)})\b" if spaced(lang) else either(rows.goes_on)
    made["joint"] = rf" (?:{either(rows.joint)}) [a-z]+s\b" if rows.joint else "(?!)"
    if spaced(lang):
        made["since"] = rf"\b(?:{either(rows.since)})(?: [a-z]+){{0,{MOST_NOUNS}}} since\b"
    made["untold"] = rf" (?:{either(rows.untold)})\b" if rows.untold else "(?!)"
    made["idle"] = rf"(?:{either(rows.idle)}| )*+"
    words = (
        tuple(rf"\b(?:{either(side)})\b" if spaced(lang) else either(side) for side in pair) for pair in rows.flows
    )
    flows = tuple((late(came), late(went)) for came, went in words)
    return Doubt(**{name: late(pattern) for name, pattern in made.items()}, flows=flows)
