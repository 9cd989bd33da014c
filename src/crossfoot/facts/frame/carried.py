"""What an item has said so far, carried from sentence to sentence: whose, what, when, and the figures themselves."""

from __future__ import annotations

from collections import Counter, deque
from typing import NamedTuple

from crossfoot.facts import holding, nesting
from crossfoot.facts.frame.heading import Heading
from crossfoot.facts.printings import Printings
from crossfoot.model import Fact, Figure, Period

MOST_LEVELS = 50  # that are remembered of an item


class Moved(NamedTuple):
    """A move by an amount: its ends, which way it went, and where it was told."""

    figure: Figure
    base: Figure
    sense: str | None
    end: int


class Carried:
    """What an item has said so far. A new item starts with nothing but the printings of the document."""

    __slots__ = (
        "ahead",
        "authority",
        "bare",
        "base",
        "beneficiary",
        "bodies",
        "bought",
        "called",
        "changes",
        "dealt",
        "deeds",
        "draft",
        "effective",
        "entity",
        "figure",
        "first",
        "goods",
        "headed",
        "heard",
        "held",
        "instrument",
        "issued",
        "issuer",
        "labelled",
        "left",
        "levels",
        "lone",
        "moved",
        "named",
        "nest",
        "opened",
        "pair",
        "paper",
        "parted",
        "parting",
        "period",
        "person",
        "place",
        "post",
        "printings",
        "rated",
        "region",
        "retold",
        "ruled",
        "said",
        "shared",
        "shift",
        "shown",
        "split",
        "spoken",
        "staked",
        "term",
        "ties",
        "together",
        "told",
        "topic",
        "topics",
        "traded",
        "whole",
        "year",
    )

    def __init__(self, printings: Printings, headed: Heading = Heading()) -> None:  # noqa: B008 - frozen
        self.printings = printings
        self.entity: str | None = None
        self.first: str | None = None  # the one that the item began with
        self.labelled = False  # did a label and a colon say what the last level is of?
        self.headed = headed  # what its headline says for all of it
        self.lone: str | None = None  # the only one that the item names, wherever it does
        if headed.firm is not None:
            self.entity = self.first = headed.firm
        self.rated: str | None = None  # whose share those who study it have set a price
        self.spoken: str | None = None  # who led its first sentence, known to the reader of names or not
        self.told: str | None = None  # the authority that last told something of others
        self.opened: str | None = None  # whom its first sentence most likely opened with, where nobody was named
        self.topic: str | None = None  # the one that its last sentence was about
        self.draft = False  # has a policy of the item been called a proposal?
        self.heard = Counter[str]()  # how often each organisation was named
        self.person: str | None = None  # who was last named
        self.deeds = set[tuple[str, str | None]]()  # what has happened to whom
        self.ties = set[tuple[str, str]]()  # who has been told to be what, and of whom
        self.post: str | None = None  # the office last spoken of
        self.authority: str | None = None  # who was last said to allow, support or forbid
        self.beneficiary: str | None = None  # and whom
        self.bought: str | None = None  # what was last said to be taken over
        self.left = list[Fact]()  # what percentages most likely are that nothing else has told
        self.parted = False  # has a share of something been told?
        self.bodies = set[str]()  # authorities and exchanges that were named: seldom what a text is about
        self.staked: str | None = None  # whose shares were last said to be held
        self.region: str | None = None  # whose figures an authority publishes
        self.goods: str | None = None  # what is traded, where figures are nobody's
        self.place: str | None = None  # the province or town that 全省 and 全市 are said of
        self.ruled = False  # has a rule been speaking: "条例明确, ..."?
        self.instrument: str | None = None  # the paper that its rules stand in
        self.effective: Period | None = None  # from when a rule that was last spoken of is in force
        self.topics = deque[str](
            [headed.firm] if headed.firm is not None else [], maxlen=4
        )  # whom the words of an item are about, the latest last
        self.traded = dict[str, str]()  # things whose price was told, as written
        self.moved: Moved | None = None  # the last move by an amount
        self.figure: Figure | None = None
        self.bare = False  # was it printed without a unit?
        self.period: Period | None = None
        self.term: Period | None = None  # the stretch that was last spoken of, where days are too
        self.ahead: Period | None = None  # of what was last said to be yet to come
        self.levels = deque[Figure](maxlen=MOST_LEVELS)
        self.held = deque[holding.Held](maxlen=holding.MOST_HELD)  # what somebody holds of a company
        self.changes = 0  # of the number of shares in issue
        self.year = 0  # the latest by which somebody was said to hold shares
        self.issuer: str | None = None  # the company whose shares are spoken of
        self.paper: Figure | None = None  # the amount of the issue last told of
        self.issued = list[Fact]()  # an issue and those of its tranches that a semicolon parts from the rest
        self.called = dict[Figure, str]()  # figures by the run of words that names them
        self.named = dict[str, str]()  # metrics that no row knows, as the text calls them
        self.said = dict[str, tuple[int, int, str]]()  # sorts of figures by what one was called last, and where
        self.retold = dict[str, str]()  # sorts of figures by what a reader calls the last one
        self.shown = dict[tuple[str, tuple[tuple[str, str], ...], str], str]()  # segments, as the text calls them
        self.nest: nesting.Nest | None = None  # the parts that are being told
        self.parting = False  # do parts go on behind a semicolon?
        self.split: nesting.Nest | None = None  # what parts were told of before
        self.base: Figure | None = None  # of the last move
        self.dealt = tuple[str, ...]()  # to whom figures were last dealt out
        self.pair: tuple[Figure, Figure] | None = None  # the last two that were set beside each other
        self.whole: Figure | None = None  # that a share was last said to be of
        self.shared = dict[str, tuple[Figure, frozenset[Figure]]]()  # wholes by the words for them, and their parts
        self.together = dict[Figure, tuple[str, ...]]()  # whom wholes were told of: 铁路、公路、民航共发送旅客
        self.shift: tuple[str, str] | None = None  # of the last move: its metric and how far back its base lies
