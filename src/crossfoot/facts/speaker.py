"""Who says something, read by grammar where words are not spaced: the subject of a verb of saying, a source in front.

"行长沈其言说…", "统计局：…", "…。——乘联分会", and the name that signs a notice. Phrasings tell what they know; this
reader adds what their words do not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.bond import topic
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence.unspaced import Doer, Told, told_of
from crossfoot.late import late
from crossfoot.lexicon.clauses import clauses
from crossfoot.lexicon.speakers import Speakers, speakers
from crossfoot.model import Fact, Name, Provenance, Span

_MOST = 12  # verbs of a sentence
_SHORT = 40  # characters of a sentence that may be no more than a name
_APART = 28  # characters between a subject and its verb
_CITED = 14  # characters of a name before a document
_HEAD = 22  # characters before a colon
_SIGNED = late(
    r"\s*(?:特此公告|特此通知|特此函告)?[！。]?\s*(?P<who>[一-鿿（）()A-Za-z]{4,30}?)(?P<board>董事会|监事会)?\s*"
    r"(?:[二〇零一三四五六七八九十\d]{2,4}\s?年[〇二零一三四五六七八九十\d]{1,3}月[〇二零一三四五六七八九十\d]{1,3}日)?[。\s]*"
)
_NOTICE = late("公告|通知|特此|通告|公示|公函")
_COUNTED = late("[一二两三四五六七八九十多数几]+(?:位|名|家|个)")
_SUFFERED = late("[被遭](?:给予|予以)?(?:警告|提醒|指|认定)")
_MARKETS = ("交所", "交易所")
_OWN = ("公司", "集团", "该公司", "银行", "该行")
_HAN = late("[一-鿿]")
_FIGURE = late(r"\d")


def may_tell(text: str, lang: str) -> bool:
    """Has a sentence a verb of saying, or is it as short as a name that signs?"""
    rows = speakers(lang)
    parts = clauses(lang)
    if rows is None or parts is None:
        return False
    text = text.translate(parts.folds)
    return (
        "——" in text
        or len(text) < _SHORT
        or any(reader.search(text) for reader in (rows.verb, rows.credit, rows.according, rows.heads, rows.author))
    )


def state(frame: Frame, known: list[Fact]) -> list[Fact]:
    """The facts of a sentence with the sources that no phrasing has told, or has told worse."""
    rows, parts = speakers(frame.sentence.lang), clauses(frame.sentence.lang)
    if rows is None or parts is None or not may_tell(_lower(frame), frame.sentence.lang):
        return known
    told, facts = told_of(frame, parts), known
    readers = (_headed, _spoken, _cited, _cited_alone, _closed, _credited, _signed)
    for fact, words in (found for reader in readers for found in reader(told, rows)):
        rivals = [f for f in facts if isinstance(f, Provenance) and _rivals(f, fact)]
        if any(f.agent in words and f.agent != fact.agent for f in rivals):
            facts = [f for f in facts if f not in rivals]  # "管委" of "管委会主任某某"
        elif any(fact.agent in f.agent or f.agent in fact.agent for f in facts if isinstance(f, Provenance)):
            continue
        facts = [*facts, fact]
    sources = [(fact, _source(fact, told, rows) if isinstance(fact, Provenance) else fact) for fact in facts]
    return [told_ for _, told_ in sources if told_ is not None]


def _source(fact: Provenance, told: Told, rows: Speakers) -> Provenance | None:
    """A source laid bare; None for who is only warned; and who files, not with whom: "于港交所公告"."""
    first, last = (at - told.base for at in (fact.spans[0].start, fact.spans[0].end))
    said = told.plain[max(first, 0) : last]
    if _SUFFERED.search(said) is not None or _SUFFERED.search(told.plain, max(first, 0), last + 2) is not None:
        return None
    if fact.kind == "filing" and fact.agent.endswith(_MARKETS):
        agent = topic(told.frame, (fact.agent,), told.base + max(first, 0))
        return msgspec.structs.replace(fact, agent=agent) if agent is not None else fact
    return _bare(fact, rows)


def _bare(fact: Provenance, rows: Speakers) -> Provenance:
    """ "研究机构 | 远策咨询", "金融监管总局 | 官网": a source without the small words around it."""
    agent = rows.around.sub("", fact.agent)
    return msgspec.structs.replace(fact, agent=agent.strip("“”")) if agent != fact.agent and len(agent) > 1 else fact


def _lower(frame: Frame) -> str:
    span = frame.sentence.span
    return frame.sentence.document.text[span.start : span.end]


def _rivals(one: Provenance, other: Provenance) -> bool:
    """Are two sources told by the same words?"""
    return one.spans[0].start < other.spans[0].end and other.spans[0].start < one.spans[0].end


def _fact(told: Told, kind: str, agent: str, first: int, last: int) -> Provenance:
    span = Span(told.frame.sentence.document.id, told.base + first, told.base + last)
    return Provenance(spans=(span,), rule="speaker", kind=kind, agent=agent)


def _spoken(told: Told, rows: Speakers) -> Iterator[tuple[Provenance, str]]:
    """The subjects of verbs of saying."""
    for count, verb in enumerate(rows.verb.finditer(told.plain)):
        if count >= _MOST or verb[0] not in rows.says or verb.start() in told.inside:
            continue
        inside = told.named(verb.start())
        if (inside is not None and inside.span.end - told.base > verb.end()) or told.plain.startswith(
            rows.lists.nouns_behind, verb.end()
        ):
            continue
        first, _ = told.clause(verb.start())
        who = told.doer(first, verb.start())
        if who is None or who.end > verb.start() or verb.start() - who.end > _APART:
            continue
        if told.plain.endswith(rows.lists.led, first, verb.start()) or told.plain.endswith("于", first, who.start):
            continue  # "时任行长某某被 | 警告", "于港交所 | 公告"
        denied = told.rows.denying.match(told.plain, who.end, verb.start())
        if denied is not None or told.plain.endswith("的", first, verb.start()):
            continue
        kind, agent = rows.says[verb[0]], _agent(told, rows, who)
        if agent is None or (verb[0] in rows.lists.weak and not _studies(told, rows, who, verb.end())):
            continue
        filed = who.words.endswith(rows.lists.filings)
        if verb[0] in rows.lists.shows and not filed and not who.words.endswith(rows.lists.showing):
            continue
        if filed:
            kind, agent = "filing", topic(told.frame, (), told.base + who.start) or agent
        yield _fact(told, kind, agent, who.start, verb.end()), told.said(who.start, verb.end())


def _studies(told: Told, rows: Speakers, who: Doer, at: int) -> bool:
    """Does somebody foresee what others do, or say so in a clause of his own: "云山证券预计…", "云山股份预计，…"?"""
    return told.plain.startswith(("，", "：", ",", ":"), at) or who.words.endswith(rows.lists.studying)


def _agent(told: Told, rows: Speakers, who: Doer) -> str | None:
    """Who speaks, or for whom somebody does: "云山集团方面"."""
    behalf = next((words for words in rows.lists.behalf if told.plain.endswith(words, who.start, who.end)), "")
    if behalf and (named := told.named(who.end - len(behalf) - 1)) is not None and isinstance(named.value, Name):
        return named.value.entity
    if behalf and who.words.translate(told.rows.folds) in {f"{own}{behalf}" for own in _OWN}:
        return topic(told.frame, (), told.base + who.start)
    for paper in rows.lists.showing:  # "证监局 | 行政处罚信息"
        named = told.named(who.start)
        if (
            who.words.endswith(paper)
            and named is not None
            and isinstance(named.value, Name)
            and named.value.kind != "person"
        ):
            return named.value.entity
    return who.who if _speaks(told, rows, who) else None


def _speaks(told: Told, rows: Speakers, who: Doer) -> bool:
    """Can somebody speak: is he named, or called by what speaks?"""
    named = told.named(who.end - 1)
    said = who.words.translate(told.rows.folds)
    if said in rows.lists.nobody or who.who in rows.lists.nobody or said.startswith(rows.lists.pointing):
        return False
    if named is not None and isinstance(named.value, Name):
        return True
    if who.who != who.words.strip('“”"') and len(who.who) > 1:
        return True  # behind what he is
    return len(_HAN.findall(said)) == len(said) and said.endswith((*rows.lists.speakers, *told.rows.rows.titles))


def _cited(told: Told, rows: Speakers) -> Iterator[tuple[Provenance, str]]:
    """ "据公司注册处资料": whose words a sentence rests on."""
    for count, found in enumerate(rows.according.finditer(told.plain)):
        first, last = found.span("who")
        named, who = told.named(last - 1), told.words(first, last)
        said = who.translate(told.rows.folds)
        if (
            count < _MOST
            and said not in rows.lists.nobody
            and ((named is not None and named.span.end - told.base == last) or said.endswith(rows.lists.speakers))
        ):
            yield _fact(told, "attribution", told.meant(first, last), found.start(), found.end()), who


def _cited_alone(told: Told, rows: Speakers) -> Iterator[tuple[Provenance, str]]:
    """ "据县乡村振兴局，": whose words a sentence rests on, and no paper of his."""
    found = rows.cited.search(told.plain)
    if found is None:
        return
    first, last = found.span("who")
    named, who = told.named(last - 1), told.words(first, last)
    known = named is not None and named.span.end - told.base == last and named.rule != "anaphor"
    if known or who.translate(told.rows.folds).endswith(rows.lists.bodies):
        yield _fact(told, "attribution", told.meant(first, last), found.start(), found.end()), who


def _credited(told: Told, rows: Speakers) -> Iterator[tuple[Provenance, str]]:
    """ "数据：企联终端", "（摄影/视界中国）", "李一 摄｜"."""
    readers = (
        (rows.credit, "photo_credit"),
        (rows.taken_by, "photo_credit"),
        (rows.author, "author"),
        (rows.written, "author"),
    )
    for found, kind in ((found, kind) for reader, kind in readers for found in reader.finditer(told.plain)):
        first, last = found.span("who")
        said = rows.lists.credits[found["what"]] if "what" in found.re.groupindex else kind
        who = told.words(first, last) or told.frame.sentence.document.text[told.base + first : told.base + last]
        if _FIGURE.search(who) is None:
            yield _fact(told, said, who, *found.span()), who


def _headed(told: Told, rows: Speakers) -> Iterator[tuple[Provenance, str]]:
    """ "统计局：上半年…": who stands before the colon that opens an item."""
    text, start = told.frame.sentence.document.text, told.base
    if told.plain.lstrip(" •*").startswith("——") or not _opens(text, start):
        return
    first = 0
    for begins in told.bounds[:3]:
        if told.plain[first:begins].strip("【】[]〔〕 ") and "】" not in told.plain[max(begins - 1, 0) : begins]:
            break
        first = begins
    first, last = told.clause(first)
    if last >= len(told.plain) or told.plain[last] not in "：:" or last - first > _HEAD + 8:
        return
    who = told.doer(first, last)
    if who is None or who.start - first > 2 or len(who.words) > _HEAD:
        return
    said, behind = who.words.translate(told.rows.folds), told.plain[who.end : last]
    named = told.named(who.start)
    person = named is not None and isinstance(named.value, Name) and named.value.kind == "person"
    if not person and (rows.unspoken.search(said) is not None or not said.endswith(rows.lists.bodies)):
        return
    kind = "notice" if behind.strip().endswith((*rows.lists.notices, *rows.lists.filings, "发文")) else "attribution"
    yield _fact(told, kind, who.words, who.start, last), who.words


def _opens(text: str, at: int) -> bool:
    """Does an item, or a line of it, begin here?"""
    before = text[max(at - 3, 0) : at].rstrip(" 　•*-")
    return not before or before[-1] in "\n】]"


def _closed(told: Told, rows: Speakers) -> Iterator[tuple[Provenance, str]]:
    """ "…。——乘联分会", "——摘自云岭能源2025-021号公告"."""
    found = rows.tail.search(told.plain)
    if found is None:
        return
    first, last = found.span("who")
    if told.plain[found.start()] != "—" and not found["from"]:
        return
    document, named = found["document"] or "", told.named(last - 1)
    who = told.words(first, last)
    known = named is not None and isinstance(named.value, Name) and named.span.end - told.base == last
    cited = bool(document) and len(who) <= _CITED and _FIGURE.search(who) is None
    if not known and not cited and not who.translate(told.rows.folds).endswith(rows.lists.bodies):
        return
    kind = "filing" if document in rows.lists.filings else "notice" if document else "attribution"
    yield _fact(told, kind, who, first, found.end()), who


def _signed(told: Told, rows: Speakers) -> Iterator[tuple[Provenance, str]]:
    """Who signs a notice: a name that is all of its last sentence."""
    document = told.frame.sentence.document
    found = _SIGNED.fullmatch(told.plain)
    end = told.base + len(told.plain)
    if found is None or document.text[end:].strip() or _NOTICE.search(document.text) is None:
        return
    first, last = found.span("who")
    named = told.named(last - 1)
    named = named if named is not None and named.rule != "anaphor" else None
    who = told.words(first, last)
    body = who.translate(told.rows.folds).endswith(rows.lists.bodies)
    if named is None and not body:
        return
    kind = "notice" if body else "filing"
    yield _fact(told, kind, who, first, last), who
