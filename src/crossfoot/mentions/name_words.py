"""Rows of the English names lexicon come in; out go look-ups: what each folded word may be in a name."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load
from crossfoot.lexicon.common import everyday
from crossfoot.lexicon.frame import frame_words

(
    LEGAL, WEAK, HEAD, SOFT, OPENER, COMMON, START, TITLE, PORTFOLIO, GIVEN, NATIONALITY, NEVER, LINK, VERB, NAMED,
    DIRECTION,
) = (1 << i for i in range(16))  # fmt: skip

LINKS = "and of for de la le les du des di do da dos das del della der den van von und et y e the & on"


class NameRows(Row, frozen=True):
    legal: str
    weak: str
    heads: str
    soft: str
    openers: str
    standing: str
    bodies: str
    inner: str
    never: str
    directions: str
    possessives: str
    starts: str
    titles: str
    portfolios: str
    given: str
    concerns: str
    generic: str
    loose: str
    ranks: str
    before: str
    timed: str
    roles: str
    says: str
    acts: str
    moves: str
    owned: str
    objects: str
    takes: str
    suffers: str
    hires: str
    leaves: str
    made: str
    postings: str
    posts: str
    kin: str
    trades: str
    results: str
    private: str
    public: str
    headline: str
    firms: str
    places: str
    nationalities: str
    laws: str
    indexes: str
    index_names: str
    instruments: str
    things: str
    sited: str
    realms: str
    auxiliary: str
    naming: str
    did: str
    dealers: str
    sites: str
    named: str
    reports: str
    reported: str
    trade: str
    products: str


class Words:
    """The rows, built once a process."""

    def __init__(self) -> None:
        rows = load("en/names.toml", NameRows)
        self.flags: dict[str, int] = {}
        for flag, listed in (
            (LEGAL, rows.legal), (WEAK, rows.weak), (HEAD, rows.heads), (SOFT, rows.soft), (OPENER, rows.openers),
            (COMMON, " ".join(everyday("en"))), (START, rows.starts), (TITLE, rows.titles),
            (PORTFOLIO, rows.portfolios), (GIVEN, rows.given), (NATIONALITY, rows.nationalities), (NEVER, rows.never),
            (NEVER, rows.things), (LINK, LINKS), (DIRECTION, rows.directions), (VERB, rows.says), (VERB, rows.acts),
            (VERB, rows.takes), (VERB, rows.headline),
        ):  # fmt: skip
            for word in listed.split():
                self.flags[word] = self.flags.get(word, 0) | flag
        self.places = phrases(rows.places)
        self.folded_places = frozenset(place.lower().replace(".", "") for place in self.places)
        self.standing = frozenset(rows.standing.split())
        self.bodies = phrases(rows.bodies)
        self.inner = phrases(rows.inner)
        self.folded_bodies = frozenset(body.lower() for body in self.bodies)
        known = (*self.folded_places, *self.folded_bodies, *(body.lower() for body in self.standing))
        self.firsts = frozenset(name.split(" ", 1)[0] for name in known)
        self.indexes = phrases(rows.index_names)
        self.moves = frozenset(rows.moves.split())
        self.possessives = frozenset(rows.possessives.split())
        self.concerns = frozenset(rows.concerns.split())
        self.generic = frozenset(rows.generic.split())
        self.loose = frozenset(rows.loose.split())
        self.ranks = frozenset(rows.ranks.split())
        self.before = frozenset(rows.before.split())
        self.timed = frozenset(rows.timed.split())
        self.roles = frozenset(rows.roles.split())
        self.says = frozenset(rows.says.split())
        self.acts = frozenset(rows.acts.split())
        self.takes = frozenset(rows.takes.split())
        self.suffers = frozenset(rows.suffers.split())
        self.sited = frozenset(rows.sited.split())
        self.realms = frozenset(rows.realms.split())
        self.auxiliary = frozenset(rows.auxiliary.split())
        self.naming = frozenset(rows.naming.split())
        self.did = frozenset(rows.did.split())
        self.products = frozenset(rows.products.split())
        self.countries = frozenset(frame_words("en").demonyms.values())
        self.dealers = frozenset(rows.dealers.split())
        self.sites = frozenset(rows.sites.split())
        self.named = frozenset(rows.named.split())
        self.reports = frozenset(rows.reports.split())
        self.reported = frozenset(rows.reported.split())
        self.trade = frozenset(rows.trade.split())
        self.hires = frozenset(rows.hires.split())
        self.leaves = frozenset(rows.leaves.split())
        self.made = frozenset(rows.made.split())
        self.postings = frozenset(rows.postings.split())
        self.posts = frozenset(rows.posts.split())
        self.kin = frozenset(rows.kin.split())
        self.private = frozenset(rows.private.split())
        self.public = frozenset(rows.public.split())
        self.results = frozenset(rows.results.split())
        self.trades = frozenset(rows.trades.split())
        self.firms = frozenset(rows.firms.split())
        self.owned = frozenset(rows.owned.split())
        self.objects = frozenset(rows.objects.split())
        self.laws = frozenset(rows.laws.split())
        self.index_heads = frozenset(rows.indexes.split())
        self.instruments = frozenset(rows.instruments.split())


def phrases(listed: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in listed.replace("\n", " ").split(",") if phrase.strip())


@cache
def words() -> Words:
    return Words()
