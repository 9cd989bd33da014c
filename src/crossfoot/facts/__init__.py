"""Mentions come in, facts go out: what the text states, each with the words that it rests on.

A sentence is read in one pass from left to right. Phrasings say which mention plays which part; `Frame` says what each
number is a number of; each file of the room turns the fits of its phrasings into its facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise

import msgspec

from crossfoot.facts import (
    attribute,
    bearing,
    becoming,
    being,
    bond,
    bond_stakes,
    change,
    clauses,
    coded,
    coins,
    comparison,
    conversion,
    crossing,
    dated,
    decision,
    deed,
    ends,
    enumerated,
    event,
    exchanged,
    grouping,
    happened,
    happening,
    holding,
    in_words,
    issue,
    leftover,
    likeliest,
    listing,
    marketed,
    measurement,
    nesting,
    nobody,
    office,
    one_by_one,
    origin,
    paper,
    placing,
    policy,
    portions,
    product,
    provenance,
    rank,
    ranking,
    rated,
    relationship,
    repeated,
    reshaped,
    restated,
    retold,
    ruling,
    security,
    share,
    sided,
    speaker,
    stakes,
    stretch,
    tally,
    target,
    ties,
    transformation,
)
from crossfoot.facts import parts as wholes
from crossfoot.facts.frame import Frame, ahead, bullets, doer, heading, owner, topic, whose
from crossfoot.facts.frame.carried import Carried
from crossfoot.facts.placing import numbered
from crossfoot.facts.printings import Printings
from crossfoot.facts.retold import undated
from crossfoot.facts.sentence import Match, Sentence, party
from crossfoot.facts.sentence.layout import between
from crossfoot.facts.turned import turned
from crossfoot.lexicon.characters import wide
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.languages import spaced
from crossfoot.lexicon.phrasing import Book, phrasings
from crossfoot.lexicon.standing import standing
from crossfoot.model import (
    Block,
    Document,
    Fact,
    Found,
    Grouping,
    Mention,
    Name,
    Quantity,
    Share,
)

__all__ = ["STATED", "sentences", "state"]

Reader = Callable[[Match, Frame], Iterator[Fact]]
Fit = tuple[Match, Reader]

# The fact types that phrasings state, and who reads a fit. The name is that of the rows in lexicon/<lang>/<name>.toml.
STATED: tuple[tuple[str, Reader], ...] = (
    ("target", target.state),
    ("tranche", issue.tranche),
    ("issue", issue.state),
    ("conversion", conversion.state),
    ("product", product.state),
    ("share", share.state),
    ("comparison", comparison.state),
    ("change", change.state),
    ("policy", policy.state),
    ("relationship", relationship.state),
    ("listing", listing.state),
    ("grouping", grouping.state),
    ("attribute", attribute.state),
    ("transformation", transformation.state),
    ("rank", rank.state),
    ("event", event.state),
    ("provenance", provenance.state),
)


# What is read off the grammar of a sentence, in this order: each leaves alone what is known when its turn comes.
GRAMMAR: tuple[Callable[[Frame, list[Fact]], Iterator[Fact]], ...] = (
    deed.state, bearing.state, becoming.state, stakes.state, office.state, bond_stakes.state, bond.state, clauses.state,
    origin.state, being.state,
)  # fmt: skip

_SHORT = 24  # words that are looked for first
_SOURCE = 48  # characters before a name in which it is cited
_FIRST = 3  # tokens of a sentence in which whom it is about begins

# Types that live on words: two of their phrasings never share a stretch of text.
_WORDED = (
    attribute.state, event.state, issue.state, policy.state, provenance.state, rank.state, relationship.state,
    transformation.state,
)  # fmt: skip


def state(document: Document, found: Found) -> tuple[Fact, ...]:
    """Every fact of a document, in reading order; groupings that whole items imply come last."""
    # One form of each mark, as `mentions` read them too; offsets stay, so that spans still point into the text.
    document = msgspec.structs.replace(document, text=wide(document.text))
    told = list(sentences(document, found.mentions))
    facts, printings, lone = list[Fact](), Printings(), _lone(document, told)
    headed, prose, head = heading.Heading(), list[Mention](), list[tuple[Block, list[Mention]]]()
    above: list[tuple[Block, list[Mention]]] = []
    for item, of_it in groupby(told, key=lambda told: _item(document, told[0])):
        inside = list(of_it)
        carried = Carried(printings, headed)
        if item >= 0:
            _open(document, item, inside[0][0], carried, lone)
        facts += undated.titled(document, above, _of_item(document, inside, carried))
        above = [(block, mentions) for block, mentions in inside if heading.titled(document, block)]
        facts += ties.headed(document, head, inside, facts) if head else ()
        head = inside if _heads(document, inside) else []
        headed = _headed(document, inside)
        prose += [mention for _, mentions in inside for mention in mentions]
    facts = nobody.without(facts, found)
    facts += repeated.state(document, prose, facts)
    facts += coded.state(document)
    cents = coins.of(found)
    facts = [coins.told(fact, cents) for fact in facts] if cents is not None else facts
    if any(block.kind == "table" for block in document.blocks):
        from crossfoot.facts import tables  # prose alone, the usual case, does not pay for them

        facts += tables.state(document, found, facts)
    return tuple(facts)


def _open(document: Document, item: int, first: Block, carried: Carried, lone: Mapping[int, str]) -> None:
    """What is known of an item before its first sentence: the only firm in it, and the report that it tells of."""
    carried.lone = lone.get(item)
    if not frame_words(first.lang).spaced:
        reported = heading.reported(document, document.blocks[item], first.lang)
        carried.period = reported or carried.headed.period


def _heads(document: Document, told: Sequence[tuple[Block, list[Mention]]]) -> bool:
    """Are some sentences a headline with a figure, and nothing else?"""
    parents = {block.parent for block, _ in told}
    titles = all(i >= 0 and document.blocks[i].kind in ("title", "heading") for i in parents)
    return titles and any(isinstance(m.value, Quantity) for _, mentions in told for m in mentions)


def _headed(document: Document, told: Sequence[tuple[Block, list[Mention]]]) -> heading.Heading:
    """What the last headline among some sentences says of the item behind it."""
    for block, mentions in reversed(told):
        if block.parent >= 0 and document.blocks[block.parent].kind in ("title", "heading"):
            known = heading.read(document, block, mentions)
            return msgspec.structs.replace(known, ahead=_ahead(document, block))
    return heading.Heading()


def _ahead(document: Document, block: Block) -> bool:
    return frame_words(block.lang).spaced and ahead.headed(document.text[block.span.start : block.span.end], block.lang)


def _of_item(document: Document, told: Sequence[tuple[Block, list[Mention]]], carried: Carried) -> list[Fact]:
    """The facts of one item: sentence by sentence, then what only all of them tell."""
    facts = list[Fact]()
    points, at, before = bullets.news(document, told), -1, bullets.known(carried)
    for number, (block, mentions) in enumerate(told):
        if block.parent != at and block.parent in points:
            bullets.again(carried, before)
        elif block.parent not in points:
            before = bullets.known(carried)
        at = block.parent
        facts += dated.state(document, mentions, block.lang)
        facts += (enumerated if spaced(block.lang) else tally).state(document, block, mentions)
        facts += one_by_one.state(document, block)
        carried.place = owner.place(document.text, block.span.start, block.span.end, block.lang) or carried.place
        _caption(document, block, mentions, carried, first=not number)
        if _may_state(document, block, mentions):
            facts += _stated(Sentence(document, block.span, mentions, block.lang), mentions, carried)
        elif mentions and not carried.entity:
            carried.entity = _first_named(mentions, block.lang)
            if not carried.entity and not number:  # the item begins with somebody whom no reader knows
                carried.entity = _opener(Frame(Sentence(document, block.span, mentions, block.lang), carried, []))
    facts = _closed(holding.settled(facts, carried.held, document), document, told[-1][0].lang)
    facts += numbered.state(document, told, told[-1][0].lang)
    facts, ties_ = ties.settled(document, told, facts)
    found = [*facts, *ties_, *stretch.state(document, told)]
    found += leftover.kept(carried.left, ties_)
    return undated.dated(document, told, list(crossing.kept(document, found, told[-1][0].lang)))


def _caption(document: Document, block: Block, mentions: list[Mention], carried: Carried, first: bool) -> None:
    """What a line that stands for itself, or the first sentence of an item, says of all figures behind it."""
    if carried.figure is None and (caption := heading.caption(document, block, mentions)) is not None:
        carried.headed = heading.joined(carried.headed, caption)
    if first and carried.headed.period is None and frame_words(block.lang).spans:
        reported = heading.reporting(document, mentions)
        carried.headed = msgspec.structs.replace(carried.headed, period=reported, captioned=reported is not None)
    elif first and not frame_words(block.lang).spaced:
        carried.period = heading.labelled(document, block, mentions) or carried.period
    if _ahead(document, block):
        carried.headed = msgspec.structs.replace(carried.headed, ahead=True)
    known = carried.headed
    if (term := heading.line(document, block, mentions, known.period, known.months)) is not None:
        counted = heading.counted(document, block)
        carried.headed, carried.period = msgspec.structs.replace(carried.headed, period=term, metric=counted), None


def _lone(document: Document, told: Sequence[tuple[Block, list[Mention]]]) -> dict[int, str]:
    """By item: the one organisation that it names, where it names no other and figures may stand before it."""
    cited = set[str]()  # who is only named as the source
    named, bodies = dict[int, set[str]](), set[str]()  # bodies that everybody knows are seldom whose results they are
    for block, mentions in told:
        firms = [m for m in mentions if isinstance(m.value, Name) and m.value.kind == "organisation"]
        if firms and not frame_words(block.lang).spaced:
            firms = [m for m in firms if not owner.publishing(document.text[m.span.start : m.span.end], block.lang)]
        if firms:
            who = {m.value.entity for m in firms if isinstance(m.value, Name) and m.rule != "credit"}
            named.setdefault(_item(document, block), set()).update(who)
            near = {
                m.value.entity: document.text[max(m.span.start - _SOURCE, 0) : m.span.start]
                for m in firms
                if isinstance(m.value, Name)
            }
            cited |= {who for who, before in near.items() if _told_by(before, block.lang)}
            bodies |= {m.value.entity for m in firms if isinstance(m.value, Name) and m.rule == "standing"}
    return {item: who.copy().pop() for item, who in named.items() if len(who) == 1 and not who <= bodies | cited}


def _told_by(before: str, lang: str) -> bool:
    """Do the words before a name say that it only tells: "according to Holm", "the industry body Holm"?"""
    known, said = frame_words(lang), before.lower()
    return any(words in said for words in known.citing) or not known.studiers.isdisjoint(said.split()[-1:])


def _closed(facts: list[Fact], document: Document, lang: str) -> list[Fact]:
    """The facts of an item, with what only the whole of it tells."""
    facts = event.implied(facts, document, lang)
    axes = [fact for fact in grouping.by_axis(facts) if isinstance(fact, Grouping)]
    firm = {(fact.whole, frozenset(fact.parts)) for fact in axes if fact.complete}
    told = {(fact.whole, frozenset(fact.parts)) for fact in facts if isinstance(fact, Grouping)}
    facts = [f for f in facts if not (isinstance(f, Grouping) and f.likely and (f.whole, frozenset(f.parts)) in firm)]
    axes = [fact for fact in axes if fact.complete or (fact.whole, frozenset(fact.parts)) not in told]
    facts = turned(facts, document, lang)
    return [*provenance.joined(policy.joined(relationship.joined(facts)), lang), *axes]


def sentences(document: Document, mentions: tuple[Mention, ...]) -> Iterator[tuple[Block, list[Mention]]]:
    """Each sentence with the mentions in it."""
    at = 0
    for block in document.blocks:
        if block.kind != "sentence":
            continue
        while at < len(mentions) and mentions[at].span.end <= block.span.start:
            at += 1
        inside, i = list[Mention](), at
        while i < len(mentions) and mentions[i].span.start < block.span.end:
            inside.append(mentions[i])
            i += 1
        yield block, inside


def _may_state(document: Document, block: Block, mentions: list[Mention]) -> bool:
    """A sentence without a figure states something only in the words of a phrasing that needs none."""
    if any(isinstance(mention.value, Quantity) for mention in mentions):
        return True
    text = document.text[block.span.start : block.span.end].lower()
    short, filed = _triggers(block.lang)
    if any(map(text.__contains__, short)):  # nearly every sentence of spaced words has one of these
        return True
    begun = filed.keys() & {*text, *map("".join, pairwise(text))}
    return (
        any(word in text for begins in begun for word in filed[begins])
        or deed.may_tell(text, block.lang)
        or bond.may_tell(text, block.lang)
        or speaker.may_tell(text, block.lang)
        or clauses.may_tell(text, block.lang)
        or happening.may_tell(text, block.lang)
    )


@cache
def _triggers(lang: str) -> tuple[tuple[str, ...], dict[str, set[str]]]:
    """The shortest, and all by their first two characters, so that a sentence is asked for few of them."""
    rows = [row for name, _ in STATED for row in phrasings(name, lang)]
    words = {word for row in rows if not row.needs_figure for word in row.triggers}
    filed = dict[str, set[str]]()
    for word in words:
        filed.setdefault(word[:2], set()).add(word)
    return tuple(sorted(words, key=lambda word: (len(word), word))[:_SHORT]), filed


@cache
def _book(lang: str) -> tuple[Book, tuple[Reader, ...]]:
    """The rows of all fact types in one book, and who reads each."""
    rows = [(row, reader) for name, reader in STATED for row in phrasings(name, lang)]
    return Book([row for row, _ in rows]), tuple(reader for _, reader in rows)


def _first_named(mentions: list[Mention], lang: str) -> str | None:
    tellers = standing(lang).tellers
    named = (m.value for m in mentions if isinstance(m.value, Name) and m.value.kind == "organisation")
    return next((name.entity for name in named if not name.entity.endswith(tellers)), None)


def _stated(sentence: Sentence, mentions: list[Mention], carried: Carried) -> list[Fact]:
    """The facts of one sentence: what its phrasings say, then what its grammar says, then what is known at its end."""
    party.heard(sentence, carried.topics)
    party.decided(sentence, carried)
    carried.heard.update(m.value.entity for _, m in sentence.names if isinstance(m.value, Name) and m.rule != "credit")
    carried.bodies.update(
        m.value.entity for _, m in sentence.names if isinstance(m.value, Name) and _public(m, sentence.lang)
    )
    parts = list(portions.found(sentence))
    chosen = _chosen([fit for fit in _fits(sentence, parts) if _may_say(fit, carried)])
    frame = Frame(sentence, carried, [match for match, _ in chosen if match.figures])
    whose.heard(frame)
    facts = _said(frame, chosen)
    facts = portions.reworded(facts, parts) if parts else facts
    facts += paper.state(frame, facts)
    facts = wholes.joined(facts, list(wholes.state(frame, facts)))
    facts = wholes.trimmed(facts, sentence) if frame.words.spaced else facts
    facts += security.state(frame, facts)
    facts += placing.state(frame, facts)
    facts = restated.settled(facts, frame)
    levels = marketed.settled(list(measurement.state(frame)), frame)
    facts = [*levels, *facts, *relationship.parts(mentions, sentence.document.text)]
    facts += [*attribute.within(mentions, sentence.document.text), *attribute.listed(mentions, sentence.document.text)]
    for add in GRAMMAR:
        facts += add(frame, facts)
    facts = stakes.apart(facts)
    facts = ruling.state(frame, sided.settled(facts, frame))
    facts = speaker.state(frame, facts)
    facts += happening.state(frame, facts)
    facts = reshaped.settled(facts, frame)
    facts = happened.settled(event.staffed(facts), frame)
    facts = issue.whole(paper.settled(facts, frame))
    facts += [*issue.grouped(frame, facts), *nesting.closed(frame), *holding.closed(frame)]
    facts = rated.owned(frame, facts) if carried.rated else facts
    facts = [in_words.told(target.priced(frame, fact), sentence, carried) for fact in decision.settled(facts, frame)]
    facts = likeliest.owned(frame, facts)
    facts = marketed.once(facts, carried.named) if frame.words.spaced else facts
    stakes.heard(frame, facts)
    left = list(leftover.state(frame, facts))
    told = retold.retold(frame, [*facts, *likeliest.owned(frame, left)])
    facts = told[: len(facts)]
    carried.left += told[len(facts) :]
    carried.parted = carried.parted or any(isinstance(fact, Share) for fact in facts)
    _remember(frame, mentions)
    return facts


def _fits(sentence: Sentence, parts: Sequence[Match]) -> Iterator[Fit]:
    """All that phrasings could read, and what competes with them for figures: amounts in two coins, parts, places."""
    book, readers = _book(sentence.lang)
    for i in book.likely(sentence.present):
        for match in sentence.matches(book.rows[i]):
            yield match, readers[i]
    yield from ((read, conversion.state) for read in exchanged.found(sentence))
    yield from ((read, portions.state) for read in parts)
    yield from ((read, ranking.state) for read in ranking.found(sentence))
    yield from ((read, rated.state) for read in rated.found(sentence))


def _said(frame: Frame, chosen: Sequence[Fit]) -> list[Fact]:
    """What the phrasings state, figure after figure in the order of the text, so that each can carry the next."""
    facts, at = list[Fact](), 0
    for match, reader in chosen:
        if match.figures:
            _measure(frame, at, match.start)
            at = max(at, match.start)
        facts += reader(match, frame)
    _measure(frame, at, len(frame.sentence.tokens))
    return facts


def _remember(frame: Frame, mentions: list[Mention]) -> None:
    """What the item has said when a sentence ends: whom it is about."""
    carried = frame.carried
    carried.entity = topic.whole_again(frame) or carried.entity
    if not carried.entity:
        carried.entity = _opener(frame)
    carried.first = carried.first or carried.entity
    carried.topic = whose.spoken_of(frame, len(frame.sentence.tokens)) or carried.topic
    people = [m.value.entity for m in mentions if isinstance(m.value, Name) and m.value.kind == "person"]
    carried.person = people[0] if people else carried.person


def _public(mention: Mention, lang: str) -> bool:
    """Is it an authority, an exchange, a meeting: nothing that has a chief executive or a result?"""
    said = mention.value.entity.replace("-", " ").lower().split() if isinstance(mention.value, Name) else []
    return mention.rule == "standing" or not standing(lang).public.isdisjoint(said)


def _opener(frame: Frame) -> str | None:
    """Whom a sentence is about that the rest of an item may go on about."""
    sentence = frame.sentence
    if sentence.names:
        beside = frame.owners.beside  # "以下为某某通信上半年业绩摘要"
        only = beside[0][1].value if len(sentence.names) == len(beside) == 1 and not frame.figures else None
        who = only.entity if isinstance(only, Name) else None
        return frame.entity_before(len(sentence.tokens)) or who
    if not frame.words.spaced or not sentence.tokens:
        return None
    known = doer.subject(frame, sentence.opening, len(sentence.tokens) - 1)
    return known[0] if known is not None and known[1].start <= sentence.opening + _FIRST else None


def _may_say(fit: Fit, carried: Carried) -> bool:
    """Would its reader make a fact of a fit? One that it would not must claim no figure from the others."""
    match, reader = fit
    if reader is policy.state:
        return policy.ruled(match, carried)
    if reader is share.state:
        return share.of_parts(match)
    if reader is provenance.state:
        return provenance.by_somebody(match)
    if reader is conversion.state:
        return conversion.in_two_coins(match)
    if reader is product.state:
        return product.in_one_coin(match)
    if reader is change.state:
        return ends.hold(match)
    return reader is not relationship.state or relationship.of_firms(match)


def _measure(frame: Frame, first: int, last: int) -> None:
    for index in between(frame.layout.levels, first, last):
        if index not in frame.taken:
            frame.level(index)


def _chosen(fits: list[Fit]) -> list[Fit]:
    """In reading order; a quantity is claimed once, by the most specific phrasing: it needs most, or it is longest.

    Phrasings that live on words claim them from others that would say the same of them.
    """
    claimed, chosen = set[tuple[Reader | None, str, int]](), list[Fit]()
    for match, reader in sorted(fits, key=lambda fit: (-fit[0].weight, fit[0].start - fit[0].end, fit[0].start)):
        own: set[tuple[Reader | None, str, int]] = set()
        if match.figures:
            own = {(None, "", i) for place in match.claims for i in range(*place)}
        if reader in _WORDED:
            # One may have several attributes in a breath, and stand in several relations.
            sense = match.row.sense if reader in (attribute.state, relationship.state, event.state) else ""
            sense = match.row.gives.get("beside", sense)  # where somebody comes from is said in the same breath
            own |= {(reader, sense, i) for i in range(match.start, match.end)}
        if not own & claimed:
            claimed |= own
            chosen.append((match, reader))
    return sorted(chosen, key=lambda fit: fit[0].start)


def _item(document: Document, block: Block) -> int:
    """The index of the item that a block is part of; -1 outside any."""
    while block.parent >= 0:
        if document.blocks[block.parent].kind == "item":
            return block.parent
        block = document.blocks[block.parent]
    return -1
