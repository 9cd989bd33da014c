"""Where a text, or what it says, comes from: who is cited, what was filed, who wrote it, who took the picture."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame, doer, whose
from crossfoot.facts.sentence import Match, party
from crossfoot.late import late
from crossfoot.lexicon.offices import offices
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Name, Policy, Provenance

_TICKER = late(r" <[A-Z]{1,5}(?:\.[A-Z]{1,3})?>")
_LED = late("[】，,：:]|来自|(?<=\\d)日(?:专?电\\s*)?|\\s")  # before who decides: "3月4日，"
_PLACED = late(r" in [A-Z].*$")  # "Jane Brook in Lisbon"
_QUOTES = frozenset({'"', "”", "“"})
_NAMES = 4  # words of a person's name
_PAPERS = frozenset({"said.in.notice", "said.in.filing"})
_CODE = 16  # tokens that a bracket with a stock code may take


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    kind, gives = match.row.sense or match.meaning("kind") or "", match.row.gives
    if not standing(match.sentence.lang).spaced:
        yield from _unspaced(match, frame, kind)
        return
    agents = [party.party(match, "agent")] if kind == "attribution" else party.parties(match, "agent")
    if kind == "attribution" and _empty(match):
        word = (match.words("agent") or "").lower()
        begun = doer.subject(
            frame, match.sentence.opening, match.start
        )  # "Telavia gave up its offer for Holm, it said"
        told = begun[0] if begun is not None else whose.spoken_of(frame, match.start)
        agents = [frame.carried.person if word in ("he", "she") else told or frame.entity_before(match.start)]
        agents = [] if word == "they" else agents  # as often sources without a name as a firm
    if kind == "attribution" and _goes_on(match):
        agents = [frame.entity_before(match.start + 1)]
    if "self" in gives and (not agents or "who" in gives):
        agents = [party.party(match, "who") if match.names_in("who") or _said(match) else None]
        agents = [agents[0] or frame.entity_before(match.start) or frame.carried.entity or _behind(match, kind) or ""]
        agents = [agents[0] or (_spoken(match) if "who" in gives else "")]
    if kind == "author":
        agents = [_PLACED.sub("", agent) for agent in agents if agent]
    for agent in agents:
        who = _meant(agent, match, frame) if kind == "attribution" else agent
        if who is not None:
            yield Provenance(spans=(match.span,), rule=match.row.name, kind=kind, agent=who)


def _behind(match: Match, kind: str) -> str | None:
    """ "According to a regulatory filing, | Banner Capital | owns": who filed it is named behind."""
    if kind != "filing" or match.start > match.sentence.opening + 1:
        return None
    behind = (m.value for at, m in match.sentence.names if at >= match.end)
    return next((name.entity for name in behind if isinstance(name, Name)), None)


def _spoken(match: Match) -> str:
    words = party.phrase(match, "who") or ""
    return words if words.lower() not in standing(match.sentence.lang).pointing else ""


def _said(match: Match) -> bool:
    """Do words say who tells it, and no pronoun: "the council said in a notice"?"""
    return "who" in match.row.gives and "who" in match.roles and not party.points(match, "who")


def _meant(agent: str | None, match: Match, frame: Frame) -> str | None:
    """Who a pronoun stands for: "he" for a person who was named, nobody where none was."""
    opening = match.mention("agent")
    if opening is not None and isinstance(opening.value, Name) and opening.value.kind == "person":
        return opening.value.entity  # "Kaja Oja of the consumer group Ausus"
    first = match.roles.get("agent", (0, 0))[0]
    if first > 1 and match.sentence.tokens[first - 1].text == "," and opening is None:
        named = match.sentence.tokens[first - 2].mention
        if named is not None and isinstance(named.value, Name) and named.value.kind == "person":
            return named.value.entity  # "Kaja Oja, vice-president of Ausus told reporters"
    word = (agent or "").lower()
    if word in ("he", "she"):
        return frame.carried.person
    if word == "they":
        return None  # as often sources without a name as a firm
    if word in standing(match.sentence.lang).pointing:
        return frame.entity_before(match.start)
    return _named(agent, match.sentence.lang) if agent is not None else None


def _named(agent: str, lang: str) -> str:
    """Who somebody is, without what he is, his code and what was only published by him.

    >>> _named("Economist Klaus Riemer of Handelsbank Korstad", "en"), _named("Holm Collieries Ltd <HOL.S>", "en")
    ('Klaus Riemer', 'Holm Collieries Ltd')
    >>> _named("figures from the Coffee Board", "en"), _named("Director of Public Health Holm", "en")
    ('Coffee Board', 'Director of Public Health Holm')
    """
    rows, said = offices(lang), _TICKER.sub("", agent).split()
    if rows is None or not said:
        return agent
    if len(said) > 2 and said[0].lower() in rows.published and said[1] in ("from", "by", "of"):
        said = said[3:] if said[2] == "the" and len(said) > 3 else said[2:]
        return " ".join(said) if said[0][0].isupper() else agent
    first = 0
    while first < len(said) - 2 and said[first].lower() in rows.titles.heads | rows.titles.modifiers:
        first += 1
    last = next((i for i in range(first, len(said)) if not said[i][0].isupper()), len(said))
    titled = first and 2 <= last - first <= _NAMES and (last == len(said) or said[last] in ("of", "at", "from"))
    return " ".join(said[first:last] if titled else said)


def by_somebody(match: Match) -> bool:
    """Does anything but a mark stand where somebody should: not in "\", said Jane Brook"? Is all as a row asks?"""
    gives = match.row.gives
    if "whole" in gives and match.end < len(match.sentence.tokens):
        return False
    if "digit" in gives and not any(character.isdigit() for character in match.words(gives["digit"]) or ""):
        return False
    if "ends" in gives and not _ends(match, gives["ends"].split()):
        return False
    first, last = match.roles.get("agent", (0, 0))
    if not standing(match.sentence.lang).spaced and _names(match):
        return False
    if standing(match.sentence.lang).spaced and not _speaks(match, first, last):
        return False
    return first == last or any(token.mention or token.text[0].isalnum() for token in match.sentence.tokens[first:last])


def _names(match: Match) -> bool:
    """Does the end of a word that says what somebody is called only look like one that says: 证券简 | 称？"""
    place, text = match.roles.get("kind"), match.sentence.document.text
    if place is None or place[0] >= place[1]:
        return False
    end = match.sentence.tokens[place[1] - 1].end
    return text[:end].endswith(tuple(match.listed("naming")))


def _speaks(match: Match, first: int, last: int) -> bool:
    """ "It lifted its output forecast", "Holm wrote premiums of 3 million": nobody says anything there."""
    tokens = match.sentence.tokens
    if any(token.text in match.listed("possessive") for token in tokens[first + 1 : last]) and not match.names_in(
        "agent"
    ):
        return False
    if first < last and tokens[last - 1].text in _QUOTES:
        return False  # "He was obviously the big trigger" said somebody who is named behind it
    written = match.end - 1 == last and tokens[last].text in match.listed("written")
    return not (
        written
        and match.end < len(tokens)
        and tokens[match.end].text[0].isalpha()
        and tokens[match.end].text not in match.listed("reporting")
    )


def _unspaced(match: Match, frame: Frame, kind: str) -> Iterator[Fact]:
    """Where no space parts words, a clause that names nobody ("公告显示") is of whom the item is about."""
    filings = standing(match.sentence.lang).filings
    if kind == "attribution" and filings and (match.words("who") or "").endswith(filings):
        kind = "filing"  # "某某公告 | 称"
    reports = (*filings, *frame.words.reports, *match.listed("filed"))
    if kind == "notice" and (match.words("what") or "").endswith(reports):
        kind = "filing"  # "发布 | 三季报"
    agents = [party.phrase(match, "agent") or ""] if "one" in match.row.gives else party.parties(match, "agent")
    if "one" in match.row.gives:
        agents = [_LED.split(agents[0])[-1]]
    elif kind == "first_published" and agents:
        kind, agents = _source(match, agents)
    if "agent" not in match.roles and (who := _coded(match) or party.about(match, frame)) is not None:
        agents = [who]
    for agent in filter(None, agents):
        yield Provenance(spans=(match.span,), rule=match.row.name, kind=kind, agent=agent)


def _source(match: Match, agents: list[str]) -> tuple[str, list[str]]:
    """ "来源：某某制药中报": a filing, and no paper in which the text stood before."""
    filed, issued = match.listed("filed"), match.listed("issued")
    start = match.span.start
    if match.sentence.document.text.startswith(tuple(match.listed("of_facts")), max(start - 2, 0)):
        return "attribution", agents  # "资料来源"
    if agents[0].endswith(tuple(filed)):
        return "filing", agents
    whose, opened, _ = agents[0].partition("《")
    if opened and whose and whose.endswith(tuple(issued)):
        return "notice", [whose]
    return "first_published", agents


def _coded(match: Match) -> str | None:
    """Who stands before a bracket, as a firm before its stock code: "远山股份（600123.SH）发布公告称"."""
    sentence = match.sentence
    for at, mention in reversed(sentence.names):
        if match.start - _CODE <= at < match.start and sentence.tokens[at + 1].text == "(":
            return mention.value.entity if isinstance(mention.value, Name) else None
    return None


def joined(facts: list[Fact], lang: str) -> list[Fact]:
    """One fact for each speaker of an item, with all the places where he is cited; a source is cited each time anew.

    Where clauses have no subject of their own as often as not, who is named again is cited again.

    A notice headed before anybody is named is of whoever the item is of.
    """
    owner = next((fact.authority for fact in facts if isinstance(fact, Policy) and fact.authority), None)
    sources, out = dict[tuple[str, str], int](), list[Fact]()
    papers = [f for f in facts if isinstance(f, Provenance) and f.rule in _PAPERS]
    for fact in facts:
        if isinstance(fact, Provenance):
            agent = fact.agent or owner
            if agent is None or (fact.kind == "attribution" and any(_in_paper(fact, paper) for paper in papers)):
                continue
            key = (fact.kind, agent.casefold())
            if key in sources and fact.rule != "according.to" and standing(lang).spaced:
                first = out[sources[key]]
                out[sources[key]] = msgspec.structs.replace(first, spans=(*first.spans, *fact.spans))
                continue
            sources[key] = len(out)
            out.append(msgspec.structs.replace(fact, agent=agent))
        else:
            out.append(fact)
    return out


def _in_paper(fact: Provenance, paper: Provenance) -> bool:
    """Is what somebody said told as what stands in a paper of his: "the council said in a notice"?"""
    first, last = paper.spans[0].start, paper.spans[0].end
    return fact.agent == paper.agent and any(span.start < last and first < span.end for span in fact.spans)


def _ends(match: Match, words: list[str]) -> bool:
    if not standing(match.sentence.lang).spaced:
        who = party.phrase(match, "agent") or ""
        return who.endswith(tuple(words)) and not who.startswith(
            tuple(match.listed("leave"))
        )  # "经金融管理部门批复": a firm has got leave
    said = (match.words("agent") or "").lower().split()
    return bool(said) and said[-1] in words


def _goes_on(match: Match) -> bool:
    """ "It reported a 1.7 percent rise in the quarter and said": who said so was named before."""
    last = match.roles.get("agent", (0, 0))[1]
    return last > 0 and match.sentence.tokens[last - 1].text == "and" and bool(match.quantities("agent"))


def _empty(match: Match) -> bool:
    """Does nobody stand there but a pronoun ("it said", "he told reporters")?"""
    first, last = match.roles.get("agent", (0, 0))
    return last - first == 1 and party.points(match, "agent")
