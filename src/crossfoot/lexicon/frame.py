"""The small words around a figure, by language: where a clause ends, what says nothing, what makes it a plan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec

from crossfoot.lexicon import Row, load_if, union
from crossfoot.lexicon.languages import spaced
from crossfoot.lexicon.metrics import member_forms, metric_forms


class FrameWords(Row, frozen=True):
    boundary: frozenset[str]
    reporting: frozenset[str]
    whole: frozenset[str]
    empty: frozenset[str]
    status: dict[str, frozenset[str]]
    vague: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    respectively: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()  # before the last item of a list
    joints: frozenset[str] = frozenset()  # between the items of a list, marks among them
    breaks: frozenset[str] = frozenset()  # behind a figure: here something else begins
    undated: frozenset[str] = frozenset()  # a time before one of these does not date what stands behind it
    particles: frozenset[str] = frozenset()  # in small letters inside a name
    address: frozenset[str] = frozenset()  # before a name
    own: frozenset[str] = frozenset()  # pronouns that phrasings ask for as words
    seated: tuple[str, ...] = ()  # how words before a name end that say where somebody sits
    where: frozenset[str] = frozenset()
    parts_of: frozenset[str] = frozenset()  # before the name of a place: "central"
    noun_ends: tuple[str, ...] = ()  # how words end that name nobody
    leads: frozenset[str] = frozenset()  # before the subject of a clause
    bare_profits: frozenset[str] = frozenset()
    pairs: tuple[str, ...] = ()  # two of somebody, who are not counted
    held_against: tuple[str, ...] = ()  # behind a time that is only one to compare with
    reviewing: tuple[str, ...] = ()  # behind a name: what it writes of others
    outlays: tuple[str, ...] = ()  # names of what is spent that may be foreseen as any other figure
    foreseen: tuple[str, ...] = ()  # names of figures that are only foreseen end so
    targets: tuple[str, ...] = ()  # and of those that somebody has set himself
    planning: tuple[str, ...] = ()  # words for a plan, and those behind them that bring something to a level
    reaching: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()  # classifiers of people, behind which it stands who they are
    nations: tuple[str, ...] = ()  # a country spoken of before
    national: tuple[str, ...] = ()  # how the bodies of a country are called behind its name
    bilateral: tuple[str, ...] = ()  # what two countries trade with each other
    few_before: tuple[str, ...] = ()  # before a small number in words: those that are told are meant
    few_behind: tuple[str, ...] = ()  # behind what it counts: the same
    few_times: tuple[str, ...] = ()  # what is counted, and nobody states how often
    of_few: tuple[str, ...] = ()  # behind so few of somebody: what is said of each
    share_words: frozenset[str] = frozenset()  # before a percentage: it is so much of something
    of_so_many: frozenset[str] = frozenset()  # right before a number: it measures nothing
    foreseeing: tuple[str, ...] = ()  # right behind the name of who studies others: what follows is foreseen
    spent: frozenset[str] = frozenset()  # metrics that nobody says how much of they want to reach
    having: frozenset[str] = frozenset()  # verbs that say what a part of somebody has: an area, a capacity
    sizing: frozenset[str] = frozenset()  # what stands before the size of a move
    apposing: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    copular: frozenset[str] = frozenset()
    contrasting: frozenset[str] = frozenset()
    definite_articles: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    carrying: frozenset[str] = frozenset()
    measuring: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()  # inside or behind a noun phrase
    spans: frozenset[str] = frozenset()  # "the quarter", "a year"
    actors: frozenset[str] = frozenset()  # who does things: what they do may be measured, and not they
    agents: frozenset[str] = frozenset()  # verbs of somebody
    auxiliaries: frozenset[str] = frozenset()
    losses: frozenset[str] = frozenset()  # a figure of profit behind one of these is below zero
    gains: frozenset[str] = frozenset()  # and behind one of these above
    told_for: frozenset[str] = frozenset()  # "figures for exports" are of exports
    nouns_in_ly: frozenset[str] = frozenset()
    looking_back: frozenset[str] = frozenset()  # behind a figure: a time that follows is of what was before it
    taxes: frozenset[str] = frozenset()  # "profit after tax" looks back on nothing
    transparent: frozenset[str] = frozenset()  # nouns that only say how high something is: "hit a new high of"
    labels: frozenset[str] = frozenset()  # nouns whose number is a name: "band two"
    nouns_in_ing: frozenset[str] = frozenset()
    nouns_in_ed: frozenset[str] = frozenset()
    holdable: frozenset[str] = frozenset()  # "a stake in"
    filed: frozenset[str] = frozenset()  # "a disclosure to": who stands behind only hears of it
    adverbs: frozenset[str] = frozenset()  # between a subject and its figure
    closing: frozenset[str] = frozenset()
    closing_part: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()
    crediting: tuple[str, ...] = ()  # before a colon and who only wrote or published
    using: tuple[str, ...] = ()  # right behind a figure: so much of what was said is used for something
    ahead_of: tuple[str, ...] = ()  # before somebody and by how much he is outdone, where words are not spaced
    of_moves: frozenset[str] = frozenset()  # directions of what came in or went, which may have been less than nothing
    of_each: frozenset[str] = frozenset()  # of a whole that each of several parts has one of
    of_owners: tuple[str, ...] = ()  # how a profit begins that is only that of the owners of a parent company
    restating: frozenset[str] = frozenset()  # behind a figure: it has been restated since
    subordinating: frozenset[str] = frozenset()
    degrees: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()  # in the names of those who tell figures of others
    economic: frozenset[str] = frozenset()  # metrics that none of those has
    economics: frozenset[str] = frozenset()  # words for more of them
    branches: frozenset[str] = frozenset()  # nouns of what a firm has parts of: "the cement unit"
    relating: frozenset[str] = frozenset()  # behind a comma they open what is only said of somebody
    firms: frozenset[str] = frozenset()  # nouns for a firm, of whichever country it is
    sold_singly: frozenset[str] = frozenset()  # what is sold by number: sales of it are so many
    terms_of_results: frozenset[str] = frozenset()  # behind a firm in a headline: "Holm Q2 results"
    heralding: frozenset[str] = frozenset()  # what firms do in headlines
    staying: frozenset[str] = frozenset()  # between a number and the place where so many are
    parted: frozenset[str] = frozenset()  # metrics that parts of a firm have by a verb of theirs: "chemicals earned"
    sited: frozenset[str] = frozenset()  # before a place that has a figure, and where no part of one is
    of_whom: frozenset[str] = frozenset()  # between a figure that is set beside another and whose it is
    of_firms: frozenset[str] = frozenset()  # metrics that a firm has, and no country
    ruled: frozenset[str] = frozenset()  # and some that they have
    demonyms: dict[str, str] = {}  # noqa: RUF012 - adjectives, and of which country they are
    shares: frozenset[str] = frozenset()  # words around a figure that is what shares cost
    counted_shares: frozenset[str] = frozenset()  # and those with which it is how many there are
    heading: frozenset[str] = frozenset()  # behind a metric: it only says of what this is, "loss carryforwards"
    than: frozenset[str] = frozenset()  # a time behind one of these is only one to compare with
    goes_on: frozenset[str] = frozenset()  # verbs of what somebody has and does, whatever time was spoken of
    levelled: frozenset[str] = frozenset()  # what a figure was then: "91% of the number in April 2019"
    starting: frozenset[str] = frozenset()  # before what a figure was when it moved
    compared: frozenset[str] = frozenset()  # "compared with April": the time is only one to compare with
    compared_to: frozenset[str] = frozenset()
    of_parts: tuple[str, ...] = ()  # behind one of these parts are told, and what follows is of the whole again
    undating: frozenset[str] = frozenset()  # a time behind one of these ends or begins something, and dates no figure
    showing: frozenset[str] = (
        frozenset()
    )  # verbs of what tells something, or goes through a move: "homes showed 5% growth"
    sources: frozenset[str] = frozenset()  # before such a verb: what tells
    publishing: frozenset[str] = frozenset()  # verbs of who tells figures, on a day that is not theirs
    alone: dict[str, str] = {}  # noqa: RUF012 - what a metric is called where nothing else stands before its figure
    present: frozenset[str] = frozenset()  # metrics of what goes on: they have no time but their own
    moving_nouns: frozenset[str] = frozenset()  # words for a move that are part of what is measured
    aims: frozenset[str] = frozenset()  # words of an aim that say nothing of what is aimed at
    topics: frozenset[str] = frozenset()  # behind what is spoken of up to the end of a sentence
    rates: tuple[str, ...] = ()  # how measures end that are told in percent
    partaking: frozenset[str] = frozenset()  # verbs of a part of what was said last
    driving: frozenset[str] = frozenset()  # what a move does to another figure: "a rise in sales took profit to"
    moved_in: frozenset[str] = frozenset()  # between a move that is a noun and what moved: "a rise in"
    parting: frozenset[str] = frozenset()  # what follows is a part of what was said last
    over_years: frozenset[str] = frozenset()  # between a figure of a stretch and the same a year before
    reports: dict[str, tuple[int, int]] = {}  # noqa: RUF012 - and the months that they are of
    terms: dict[str, str] = {}  # noqa: RUF012 - lines that say how long the figures below them lasted
    ending: frozenset[str] = frozenset()  # before the day that closes a stretch
    lengths: dict[str, int] = {}  # noqa: RUF012 - words for a stretch that has been spoken of, in months
    within: frozenset[str] = frozenset()  # and what stands before them: "in the quarter"
    reasons: frozenset[str] = frozenset()  # before what was done, in its own time
    same_of: frozenset[str] = frozenset()  # in place of what was spoken of last
    exceeding: frozenset[str] = frozenset()  # right behind a figure: it is a distance
    off: frozenset[str] = frozenset()  # a little behind a figure: the same
    relative: frozenset[str] = frozenset()  # words of `reporting` that report nothing themselves
    sums: frozenset[str] = frozenset()  # a whole that has been named before
    bodies: frozenset[str] = frozenset()  # "the government of Portovia"
    asides: frozenset[str] = frozenset()
    setting_apart: frozenset[str] = frozenset()  # between commas, what opens with one of these says nothing of the rest
    sold_for: frozenset[str] = frozenset()  # verbs with which an amount behind "for" is what was paid
    including: frozenset[str] = frozenset()  # verbs behind which stands what is in a whole, or is not
    amounts: frozenset[str] = frozenset()  # nouns of what was paid, won or lost for something
    spent_on: frozenset[str] = frozenset()  # between those and what they are for
    apiece: frozenset[str] = frozenset()  # behind an amount: it is a price
    phrasal: frozenset[str] = frozenset()
    staffed: frozenset[str] = frozenset()  # metrics of which verbs add or cut so many: "cut 600 jobs"
    slices: frozenset[str] = frozenset()  # so much of a market is called one
    reported_by: frozenset[str] = frozenset()  # the day of these dates no figure of a stretch
    citing: tuple[str, ...] = ()  # before who only tells: "according to Holm"
    studiers: frozenset[str] = frozenset()  # who studies others, of whom figures are: "to the consultancy Holm"
    able: frozenset[str] = frozenset()  # before what something does in a year: it is its capacity
    handling: frozenset[str] = frozenset()  # and what it does
    no_holders: frozenset[str] = frozenset()  # "shares in" these are of nobody in particular
    of_trades: frozenset[str] = frozenset()  # with these the figures of a trade begin
    fined_on: frozenset[str] = frozenset()  # before whom a fine is laid on
    paid: frozenset[str] = frozenset()  # what those do who have been fined
    pieces: frozenset[str] = frozenset()  # into how many of these something falls is no figure of anybody
    nominal: frozenset[str] = frozenset()
    before_verbs: frozenset[str] = frozenset()
    ruling: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()
    verbs: tuple[str, ...] = ()
    definite: frozenset[str] = frozenset()
    nesting: frozenset[str] = frozenset()
    spaced: bool = True  # of languages.toml
    time_first: bool = False  # does the time stand before what it dates
    partly: tuple[str, ...] = ()  # words for a part of a stretch of time: "mid-March"
    # Where words are not spaced, what is measured is one run of them: these end it, stay in one piece, or say where.
    cuts: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    authorities: tuple[str, ...] = ()  # how the names of those end who publish figures of a region
    areas: frozenset[str] = frozenset()  # of which a firm may have a part: 国内, 全球
    divisions: tuple[str, ...] = ()  # how the names of provinces and towns end
    undivided: tuple[str, ...] = ()  # and what ends so and is none
    of_divisions: tuple[str, ...] = ()  # what follows them where figures of theirs are told
    telling: tuple[str, ...] = ()  # behind the name of an authority: it only publishes
    telling_of: tuple[str, ...] = ()  # behind any name: the same
    joining: tuple[str, ...] = ()  # right behind a name: it takes part in what is of somebody else
    brought: tuple[str, ...] = ()  # right before a name: the same
    owning: tuple[str, ...] = ()  # behind a name: it only says whose the one behind is
    contracts: tuple[str, ...] = ()  # what is quoted ends so
    within_regions: tuple[str, ...] = ()  # before a region: it is only what a rank or a share is of
    located: tuple[str, ...] = ()  # before a name: it is where somebody is
    beside_names: frozenset[str] = frozenset()  # before a name: it is not who the sentence is about
    behind_names: frozenset[str] = frozenset()  # behind a name: the same
    sourcing: tuple[str, ...] = ()  # some words before a name: the same
    foretelling: tuple[str, ...] = ()  # right behind a name: it speaks of others, if others are named
    studying: tuple[str, ...] = ()  # how the names of those end who do so for a living
    suffered: tuple[str, ...] = ()  # what befell those who are counted
    ruling_on: tuple[str, ...] = ()  # right behind who publishes figures: it decides on what is somebody else's
    aiming: tuple[str, ...] = ()  # behind one of these in a sentence stands what is to be reached
    awaiting: tuple[str, ...] = ()  # behind one of these in a clause stands what is foreseen or demanded
    heralds: tuple[str, ...] = ()  # before a colon: all behind it is foreseen or demanded
    unawaited: tuple[str, ...] = ()  # between those and a figure: it is not
    reached: tuple[str, ...] = ()  # between those and a figure: it is reached already
    meant: tuple[str, ...] = ()  # what is planned to be done to so many
    aimed: tuple[str, ...] = ()  # right behind a figure: the same
    rebased: tuple[str, ...] = ()  # near a rate: it is measured otherwise than the amounts beside it
    manners: tuple[str, ...] = ()  # a run that ends so says how something was reckoned, and not what
    unnamed: frozenset[str] = frozenset()  # nothing is measured that is only called so
    unnamed_within: frozenset[str] = frozenset()  # nor with one of these in its name
    unnamed_ends: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()  # what is done to the thing that the rest of a run names
    acts_within: tuple[str, ...] = ()  # the same, of which the name is only what stands behind it
    acts_behind: tuple[str, ...] = ()  # and what is done behind it
    titles: tuple[str, ...] = ()  # a run that ends so names a person
    holdings: tuple[str, ...] = ()  # what somebody of whom only so many shares are told has
    rated: tuple[str, ...] = ()  # how what is measured in percent or without a unit is called
    dropped: frozenset[str] = frozenset()  # and some that say nothing within one
    edges: frozenset[str] = frozenset()  # small words at the ends of a run
    told: frozenset[str] = frozenset()  # metrics whose percentages another fact tells: here they are only reckoned with
    numerals: frozenset[str] = frozenset()
    viewing: frozenset[str] = frozenset()  # they end "by ..., ", seen from which parts are told
    splitting: frozenset[str] = frozenset()  # and begin it
    together: tuple[str, ...] = ()  # behind a list of all whose figure follows
    overlapping: tuple[str, ...] = ()  # that what is in one part may be in another as well
    origins: tuple[
        str, ...
    ] = ()  # behind a word that changes the number of shares where it only says where some came from
    tallied: tuple[str, ...] = ()  # ends of names of what is counted, and never paid
    yields: tuple[str, ...] = ()  # ends of names of what something makes a year, no part of what is put into it
    holding: frozenset[str] = frozenset()  # right before a figure: it is a part of the one before it
    opening: frozenset[str] = frozenset()  # what follows are parts of what was said last
    remainder: frozenset[str] = frozenset()  # the parts end with what is left
    capital: tuple[str, ...] = ()  # before an amount: it is what somebody who was founded was given
    founding: tuple[str, ...] = ()  # before a name: its bearer is new
    dealing: tuple[str, ...] = ()  # what people do with shares
    as_now: tuple[str, ...] = ()  # between a date and a figure: the figure is of now
    stirring: tuple[str, ...] = ()  # moves of what is traded
    roughly: frozenset[str] = frozenset()  # before what a share is of: it is a rough one
    quoting: frozenset[str] = frozenset()  # right before an amount: it is the price of a share
    paying: frozenset[str] = frozenset()  # before an amount: something is done for it
    hedging: frozenset[str] = frozenset()  # between those and the amount
    bargains: tuple[str, ...] = ()  # what is done for it, behind the amount: something is bought or sold
    stops: tuple[str, ...] = ()  # and marks that end it
    sorts_of: tuple[str, ...] = ()  # how words end that say what a firm is, right before its name
    upon: frozenset[str] = frozenset()  # before the name of whom an authority acts on
    measures: tuple[str, ...] = ()  # how nouns end that say what is measured, and not only of what
    traded: tuple[str, ...] = ()  # behind a kind of goods: what the market did with it
    of_countries: tuple[str, ...] = ()  # and what a country does with it
    priced: frozenset[str] = frozenset()  # metrics of what is traded, whoever tells them
    quoted: tuple[str, ...] = ()  # what is quoted under its own name: an index
    stocks: tuple[str, ...] = ()  # measures that are no act of a market
    no_goods: tuple[str, ...] = ()  # how words end that name nothing that is traded
    at_end: tuple[str, ...] = ()  # before a figure: it is of the last day of what is spoken of
    comparing: frozenset[str] = frozenset()  # beside a time: something is measured from it
    flows: tuple[str, ...] = ()  # how nouns end that say what was earned or made in a stretch of time
    current: tuple[str, ...] = ()  # right before a figure or its noun: it is of the month in which it is told
    each: tuple[str, ...] = ()  # a figure spread over days or heads
    # Shares of a company: words for holding them, what else is said of them, of who holds them, and what denies it.
    held: tuple[str, ...] = ()
    of_held: tuple[str, ...] = ()
    of_ratio: tuple[str, ...] = ()  # between what somebody holds and its percentage, the longest first
    by_held: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    held_jointly: tuple[str, ...] = ()
    pledging: tuple[str, ...] = ()  # what is said of shares that are pledged, frozen or sold
    dealt: tuple[str, ...] = ()  # what changes how many shares somebody holds
    recapitalising: tuple[str, ...] = ()  # what changes the number of shares in issue
    its: tuple[str, ...] = ()
    undoing: frozenset[str] = frozenset()
    and_held: tuple[str, ...] = ()  # between those who hold together
    before_held: tuple[str, ...] = ()
    as_of: frozenset[str] = frozenset()  # before a date: so it stands now
    issuing: tuple[str, ...] = ()  # right behind a name: it gives notice
    placed: tuple[str, ...] = ()  # right before a name: something is done there, and not by it

    @property
    def stating(self) -> frozenset[str]:
        """The words that leave a figure not actual."""
        return union(*self.status.values())

    def status_of(self, word: str) -> str | None:
        """ "planned" for "will"; None for a word that leaves a figure actual."""
        for status, words in self.status.items():
            if word in words:
                return status
        return None


@cache
def frame_words(lang: str) -> FrameWords:
    known = load_if(f"{lang}/frame.toml", FrameWords)
    known = known or FrameWords(frozenset(), frozenset(), frozenset(), frozenset(), {})
    return msgspec.structs.replace(known, spaced=spaced(lang))


@cache
def vocabulary(lang: str) -> frozenset[str]:
    """Every form that the rooms look up: where words are not spaced, a sentence is cut at the longest of them."""
    words = frame_words(lang)
    forms = {*metric_forms(lang), *metric_forms(lang, verbs=True), *member_forms(lang)}
    forms |= words.boundary | words.reporting | words.whole | words.empty
    forms |= (
        words.cuts
        | words.compounds
        | words.regions
        | words.areas
        | words.edges
        | words.opening
        | words.viewing
        | words.holding
        | words.remainder
        | words.partaking
        | words.topics
    )
    forms |= frozenset(words.each)
    return frozenset(forms.union(*words.status.values()))


def drives(said: Sequence[str], lang: str) -> bool:
    """Do words between a move and a figure say what it did to that: "a rise in traffic | took revenue to"?

    >>> [drives(said.split(), "en") for said in ("rise in traffic took revenue to", "in sales , helped by them , to")]
    [True, False]
    """
    words, inside = frame_words(lang), False  # of what moved, as "in traffic" says it
    for one, other in pairwise(said):
        if inside and one in words.driving and other not in words.prepositions:
            return True
        inside = one in words.moved_in or (inside and one not in ",;:")
    return False
