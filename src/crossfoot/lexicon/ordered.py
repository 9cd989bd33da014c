"""Words that only say which of two figures is the larger: the rows of <lang>/ordered.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced

Pairs = tuple[tuple[str, str], ...]
LONGEST = 9  # words, or twice as many characters, between such a word and its second figure


class AfarRow(Row, frozen=True):
    """Words between and before figures that stand apart; those that a language has no use for are left out."""

    bases: tuple[str, ...]  # before a figure of another time
    also: tuple[str, ...]  # before one more that something is set above
    opens: tuple[str, ...]  # with which a sentence begins
    fillers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    last: str = ""
    first: tuple[str, ...] = ()
    just: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    joined_again: tuple[str, ...] = ()
    those: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    the: str = ""
    within: tuple[str, ...] = ()  # a name
    behind: tuple[str, ...] = ()  # a name, before its figure
    pointing: tuple[str, ...] = ()
    going_on: tuple[str, ...] = ()


class PairsRow(Row, frozen=True):
    """Words around figures that stand side by side."""

    against: tuple[str, ...]
    fillers: tuple[str, ...]
    led: tuple[str, ...]
    exactly: tuple[str, ...]
    just: tuple[str, ...]
    called: tuple[str, ...]
    again: tuple[str, ...]
    since: tuple[str, ...]
    reaching: tuple[str, ...]
    about: tuple[str, ...]
    so: tuple[str, ...]
    instead: tuple[str, ...]


class Ordered(Row, frozen=True):
    """Pairs have the word that says that the first figure is the larger, and the one that says the reverse."""

    verbs: Pairs
    participles: Pairs
    others: Pairs
    superlatives: Pairs
    adverbs: frozenset[str]
    be: frozenset[str]
    subjects: frozenset[str]
    never: frozenset[str]
    articles: frozenset[str]
    carried: frozenset[str]
    stops: frozenset[str]
    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    former: tuple[str, ...]
    peaks: tuple[str, ...]
    troughs: tuple[str, ...]
    until: tuple[str, ...]
    short: tuple[str, ...]
    since: tuple[str, ...]
    aimed: tuple[str, ...]
    ends: Pairs
    pair: tuple[str, str]
    afar: AfarRow
    comparatives: Pairs
    then: tuple[str, ...]
    was: tuple[str, ...]
    ranks: tuple[tuple[str, int], ...]
    leads: tuple[tuple[str, int], ...]
    moves: Pairs = ()  # nouns for a rise and for a fall
    moved_from: tuple[str, ...] = ()  # behind such a noun
    times: tuple[str, ...] = ()  # of the calendar, which may be earlier
    starting: tuple[str, ...] = ()  # before what something moved from
    followed: frozenset[str] = frozenset()  # those of them that lead on to other things, too: a time must follow
    opening: frozenset[str] = frozenset()  # those of them that a sentence may begin with
    unlisted: tuple[str, ...] = ()  # beside a superlative: it is not of those that are listed behind it
    numbers: tuple[tuple[str, int], ...] = ()  # ordinals, as places are told
    placed: tuple[str, ...] = ()  # before one of them
    lows: frozenset[str] = frozenset()  # of the words for a peak or a trough those of a trough
    ever: tuple[str, ...] = ()  # of all times
    own_year: tuple[str, ...] = ()
    years_ago: tuple[str, ...] = ()  # in words of another year
    hedges: Pairs = ()  # before a round number, where how many exactly follows
    stand: tuple[str, ...] = ()  # between what stands for a figure and it
    got: tuple[str, ...] = ()  # between who is the first of a list and its figure
    marks: Pairs = ()  # behind a verb of motion: what it went past
    went: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()
    of_all: tuple[str, ...] = ()  # all of a list that has been told: 为季内最低
    numbered: tuple[tuple[str, int], ...] = ()  # "the largest of the three"
    measures: frozenset[str] = frozenset()  # what figures of one list measure
    lost: tuple[str, ...] = ()  # more of it is less
    judging: frozenset[str] = frozenset()  # words that say which is better, and mostly which is larger
    bounded: frozenset[str] = frozenset()  # words that are of a limit, and of no range
    anaphors: tuple[str, ...] = ()  # with them a sentence begins that is about the figure of the one before
    nouns: tuple[str, ...] = ()  # so do these behind "the" or "this"
    causes: tuple[str, ...] = ()  # "which takes it past 480,000"
    phrases: tuple[str, ...] = ()  # between a comma and a word that orders, beside adverbs
    others_begin: tuple[str, ...] = ()  # something else is spoken of behind one of these, or it is not so
    passing: frozenset[str] = frozenset()  # verbs whose second figure is a mark, with no word that calls it one
    of: str = ""  # between a figure and what it is of, where words are not spaced
    pairs: PairsRow | None = None


class Order:
    """The rows of one language: `relation` finds what stands between two figures."""

    def __init__(self, rows: Ordered, apart: bool) -> None:
        pairs = _pairs(rows)
        self.rows, self.apart = rows, apart
        self.kinds = {word: kind for kind, of_kind in pairs.items() for pair in of_kind for word in pair}
        self.senses = _senses(tuple(chain.from_iterable(pairs.values())))
        self.supers = _senses(rows.superlatives)
        self.relation = _pattern(self.kinds, apart)
        self.super = _pattern(self.supers, apart)
        self.aimed = _pattern(rows.aimed, apart)
        self.ends = _senses(
            (*rows.ends, *((word, "") for word in rows.leading), *(("", word) for word in rows.trailing))
        )
        self.ends.pop("", None)
        self.comparatives = _senses(rows.comparatives)
        then, was = either(rows.then), either(rows.was)
        if apart:
            timed = f"(?P<ago>{then})|(?:{either(rows.times) or '(?!)'})|(?:19|20)[0-9]{{2}}"
            self.then = late(rf"\W*(?:(?:and|but|where|while|when) )?(?:in |at |for )?(?:{timed}),? (?:{was})\s*$")
            self.was = late(rf"\W*(?P<ago>{was})\s*")
            self.trend = late(r"(?!)")
        else:
            self.then = late(
                rf"[，,（(；;]?(?:而|但)?(?:\d{{2,4}}年)?(?:\d{{1,2}}月)?(?P<then>{then})?(?:\d{{1,2}}月)?末?[^，。；0-9]{{0,6}}?(?:{was})$"
            )
            self.trend = late(
                "(?:相比|相较)?[）)]?，?(?:环比|同比|两年|连续第?[一二两三四五六七八九十]+(?:年|个月|个季度|周|季|月|日|个交易日|届|期)|则|已|均|亦|也|仍|有所|略有|略|明显|大幅|小幅|进一步|继续|持续|稍|远|又|更|再度|再次|稳步|逐步|显著|微|较为)*"
            )
        self.started = late(
            rf"(?P<left>[^;:()0-9]{{0,60}}?)\b(?P<base>{either(rows.starting) or '(?!)'})"
            r"(?: (?:a|an|the|its|their|his|her|about|around|some|just|only|previous|record))*\s*"
        )
        times = either((*rows.then, *rows.times))
        self.timed = late(rf" (?:in |at |for |the )*(?:{times}|(?:19|20)[0-9]{{2}})\b") if apart else late("(?!)")
        former, latter = rows.pair
        above = either(word for pair in rows.verbs for word in pair)
        self.paired = late(
            rf"(?P<said>{above})(?:了)?[^，。；0-9]{{1,14}}[，：:](?:(?:二者|两者)?(?P<dealt>分别|依次)|(?P<former>{former}))[^，。；0-9]{{0,6}}$"
            if not apart
            else r"(?!)"
        )
        self.latter = late(rf"[，；](?:而)?{latter}[^，。；0-9]{{0,6}}$" if not apart else r"(?!)")
        self.ranks, self.leads, self.numbers = dict(rows.ranks), dict(rows.leads), dict((*rows.numbers, *rows.numbered))
        self.behind, self.before = _places(rows, apart)
        self.most_of = late(_most_of(rows, either(self.supers), apart))
        self.counts = dict((("a", 1), ("one", 1), ("一", 1), *rows.numbered))
        self.window = late(_window(rows, either(self.supers), apart))
        if apart:
            timed = rf"(?:in (?:[a-z]+ )?(?:19|20)[0-9]{{2}},? |(?:{then}),? )"
            self.timed_only = late(rf"\W*(?:and |but |while )?{timed}(?:(?:{was}|at|to) ?(?:at )?)?")
        else:
            timed = f"(?:(?:19|20)[0-9]{{2}}年(?:同期)?|{then})"
            self.timed_only = late(f"[，；、]?(?:而|但)?{timed}(?:的)?(?:{was})?")
        self.hedges, self.marks = _senses(rows.hedges), _senses(rows.marks)
        went = f"(?:{either(rows.went) or '(?!)'})"
        self.passed = late(rf"\b{went} (?:back )?(?P<word>{either(self.marks) or '(?!)'})(?: the)? [$€£¥]?$")
        self.stands = late(
            rf"\W*(?:{either(rows.anaphors)}|the figure|the total) (?:{either(rows.stand) or '(?!)'}) [$€£¥]?"
        )
        first = f"前(?:{'|'.join(word for word, _ in rows.numbered)}|[2-9])"
        self.in_turn = late(rf"{first}[^，。；0-9]{{0,12}}依次(?:是|为)[^，。；0-9]{{0,12}}$")
        self.lost = _pattern(rows.lost, apart) if rows.lost else late(r"(?!)")
        self.most_before = late(_most_before(rows, either(self.supers), apart))
        self.first_of = late(_first_of(rows, either(self.supers), apart))
        self.peaks = _pattern((*rows.peaks, *rows.troughs, *self.supers), apart)
        self.short = _pattern(rows.short, apart)
        said = {kind: either(getattr(rows, kind)) for kind in ("former", "peaks", "troughs", "until", "since")}
        supers, made = either(self.supers), (_spaced if apart else _unspaced)
        self.former, self.since, self.until, self.extreme, self.after = map(re.compile, made(said, supers))
        self.opening = late(_opening_spaced(rows, supers) if apart else _opening(supers))

    def place(self, found: re.Match[str]) -> int:
        """The place that a match of `behind` or `before` tells."""
        said = found.groupdict()
        word = said.get("n") or ""
        return self.numbers.get(word) or self.ranks.get(said["said"]) or self.leads[said["said"]]


def _places(rows: Ordered, apart: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Places by the words behind a figure, and by those before it."""
    numbers, verbs = either(word for word, _ in rows.numbers) or "(?!)", either(rows.placed) or "(?!)"
    ranks, leads = either(word for word, _ in rows.ranks) or "(?!)", either(word for word, _ in rows.leads) or "(?!)"
    if apart:
        behind = rf"\)?,? (?:(?:which )?(?:{verbs}) )?(?P<n>{numbers})(?: place)?(?=[,.;)]|$| and )"
        ordinal = rf"(?<!the )(?<!a )(?<!its )\b(?P<n>{numbers})(?:-placed|-ranked| place)?,? (?:with|on)\b"
        before = rf"(?:(?P<said>{leads})\b|{ordinal})[^.;0-9]{{0,14}}$"
        return late(behind), late(before)
    placed = rf"(?:{verbs})+(?P<among>[^，。；0-9第首榜末垫]{{0,6}})(?P<n>{numbers})(?=[，。；、）)]|$)"
    return late(rf"[，,（(]?(?:(?P<said>{ranks})(?:的)?(?=[，。；、）)]|$)|{placed})"), late(
        rf"(?P<said>{leads})[^.;；。0-9]{{0,14}}$"
    )


def _most_of(rows: Ordered, supers: str, apart: bool) -> str:
    """Behind a figure that is the most of so many."""
    numbers = "|".join(word for word, _ in rows.numbered)
    if apart:
        return (
            rf"(?: (?!and )[a-z]+){{0,4}}(?:,| is| was| are| were) (?:by far |easily |still )?"
            rf"(?:the|its|their) (?:single )?"
            rf"(?P<super>{supers})(?: [a-z]+)? (?:of|among) (?:the|all|these|those|its|their) (?:the )?"
            rf"(?P<n>{numbers}|[2-9])\b"
        )
    return (
        rf"[^，。；0-9]{{0,4}}，?(?:为|是|居|在)?(?P<n>{numbers}|[2-9])(?:者|家|地|市|省|区|县|港|个|类|项|种|款|季|批|场)"
        rf"[^，。；0-9]{{0,6}}?(?:中|里|之)?(?P<super>{supers})(?=[，。；）]|的|$)"
    )


def _window(rows: Ordered, supers: str, apart: bool) -> str:
    """Behind a figure that is the most of a stretch of time: "its lowest level in a decade", 为近五年最高."""
    ever, decades = either(rows.ever), either(rows.decades)
    numbers = "|".join(word for word, _ in rows.numbered)
    year = "(?P<since>(?:19|20)[0-9]{2})"
    if apart:
        return (
            rf"\b(?P<super>{supers})\b(?: [a-z]+){{0,2}} (?:{ever}|(?P<own>{either(rows.own_year)})"
            rf"|since (?:[A-Z][a-z]+ )?{year}\b"
            rf"|(?:in|for) (?:(?:more than|over|almost|nearly|at least|about|the (?:past|last)) )?"
            rf"(?P<n>an?|one|{numbers}|[0-9]{{1,2}}) (?P<unit>{decades}|years?)\b)"
        )
    peak, again = f"(?P<super>{supers}|新高|新低)", f"(?P<super_>{supers}|新高|新低)"
    return (
        rf"{year}年(?:\d{{1,2}}月)?以来(?:的)?[^，。；0-9]{{0,4}}{peak}"
        rf"|近(?P<n>{numbers}|[0-9]{{1,2}})(?P<unit>{decades}|年)(?:来)?(?:的)?[^，。；0-9]{{0,4}}{again}"
    )


def _most_before(rows: Ordered, supers: str, apart: bool) -> str:
    """Before a figure that is the most of so many: "Tarn, the smallest of the three, 2.9 million"."""
    numbers = "|".join(word for word, _ in rows.numbered)
    if not apart:
        return r"(?!)"
    return (
        rf", the (?P<super>{supers})(?: [a-z]+)? (?:of|among) (?:the|all|these|those|its|their) (?:the )?"
        rf"(?P<n>{numbers}|[2-9])\b(?: [a-z]+)?, ?(?:[a-z]+ ){{0,2}}[$€£¥]?$"
    )


def _first_of(rows: Ordered, supers: str, apart: bool) -> str:
    """Behind somebody who is the most of a list that has been told: "was the busiest of the three", 为季内最低."""
    if apart:
        numbers = "|".join(word for word, _ in rows.numbered)
        return (
            rf" (?:was|is|were|remained|proved) (?:by far |again |still )?the (?P<super>{supers})(?: [a-z]+)? of "
            rf"(?:the|these|those|all) (?:{numbers}|[2-9])\b"
        )
    return (
        rf"[^，。；0-9]{{0,6}}(?:为|是|居)(?:三|四|五|两)?(?:{either(rows.of_all)})(?:中|里)?"
        rf"(?P<super>{supers})(?=[，。；）]|的|$)"
    )


def _spaced(said: dict[str, str], supers: str) -> tuple[str, ...]:
    """What leads on to a former record, to the last time that was as high, what follows the most until now."""
    peak = rf"(?:all-time |world )?(?:(?P<peak>{said['peaks']})|(?P<trough>{said['troughs']}))"
    return (
        rf"\b(?:{said['former']}) {peak}\b[^.;0-9]{{0,30}}(?:\b\d{{4}}\b)?[^.;0-9]{{0,12}}$",
        rf"\b(?P<super>{supers})\b[^.;,0-9]{{0,30}} since [^.;,(0-9]{{0,20}}(?:\d{{4}})?"
        r"(?: ?\(|,? when (?P<when>[^.;,0-9]{0,44}))$",
        rf"[^.;0-9]{{0,25}}(?:\d{{4}})?,? (?:{said['until']}) (?:by far )?the (?P<super>{supers})\b",
        rf"\bthe (?P<super>{supers})(?: of (?:them|these|those|the \w+))?(?: one)?(?: was| is| being| at| of|,|:)*\s*$",
        r"(?!)",
    )


def _unspaced(said: dict[str, str], supers: str) -> tuple[str, ...]:
    peak = rf"(?:(?P<peak>{said['peaks']})|(?P<trough>{said['troughs']}))"
    return (
        rf"(?:{said['former']})的?[^，。；0-9]{{0,6}}?{peak}[^。；0-9]{{0,12}}(?:(?:\d{{4}}年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[^，。；0-9]{{0,8}})?$",
        rf"以来(?:的|单[月季日])*[^，。；0-9]{{0,4}}(?P<super>{supers}|新高|新低)[^，。；0-9]{{0,4}}[，（(](?:当时|那时|彼时|当年|那年|当月|其时|(?:\d{{4}}年)?(?:\d{{1,2}}月)?)[^，。；0-9]{{0,6}}(?:{said['since']})?(?:了)?$",
        r"(?!)",
        rf"(?P<super>{supers})(?:的|者|价|值|一家|一个)?(?:为|是|达|报|仅|有|：|:)?$",
        rf"[^，。；0-9]{{0,4}}[）)]?以来(?:的)?[^，。；]{{0,4}}(?P<super>{supers}|新高|新低)",
    )


def _opening_spaced(rows: Ordered, supers: str) -> str:
    """The most of a list that follows: "The biggest grant, €2.4 million, went to", "The largest, Maro, got"."""
    got = f"(?:{either(rows.got)})"
    who = rf"(?:(?: [a-z]+){{1,3}}, (?:of |at |worth |some )?|(?: [a-z]+){{0,3}}, [A-Z][^,;:.0-9]{{1,30}}, {got} )"
    return rf"^\W*(?:The|Its|Their) (?P<super>{supers}){who}[$€£¥]?$|(?P<super_>(?!))"


def _opening(supers: str) -> str:
    """The most of a list that follows: "天麓最高，为", "最低报价来自河铸重工，为"."""
    stands = "(?:为|达到|达|是)(?:每[^，。；0-9]{1,4})?$"
    who = rf"[^，。；：0-9]{{2,12}}(?P<super>{supers})(?:，|的)?{stands}"
    return rf"{who}|(?P<super_>{supers})[^，。；：0-9]{{2,14}}，{stands}"


def _pairs(rows: Ordered) -> dict[str, Pairs]:
    """The words that order two figures, by where they stand; a noun for a move does so before "from"."""
    moved = [(f"{up} {by}", f"{down} {by}") for up, down in rows.moves for by in rows.moved_from]
    return {"verbs": rows.verbs, "participles": rows.participles, "others": (*rows.others, *moved)}


def _senses(pairs: Pairs) -> dict[str, str]:
    return {word: sense for pair in reversed(pairs) for word, sense in zip(pair, ("up", "down"), strict=True)}


def _pattern(words: object, apart: bool) -> re.Pattern[str]:
    forms = either(words)  # type: ignore[arg-type]
    return late(rf"\b(?:{forms})\b" if apart else forms)


@cache
def order(lang: str) -> Order | None:
    """
    >>> order("en").senses["ahead of"], order("zh").senses["低于"]
    ('up', 'down')
    """
    rows = load_if(f"{lang}/ordered.toml", Ordered)
    return Order(rows, spaced(lang)) if rows is not None else None


@cache
def reversed_(lang: str) -> dict[str, str]:
    """For each word that orders two figures the one that orders them the other way round.

    >>> reversed_("en")["behind"]
    'ahead of'
    """
    rows, found = load_if(f"{lang}/ordered.toml", Ordered), dict[str, str]()
    for pairs in (*_pairs(rows).values(), rows.superlatives) if rows is not None else ():
        for more, less in pairs:
            found.setdefault(more, less)
            found.setdefault(less, more)
    return found
