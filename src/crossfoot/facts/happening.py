"""What happened, read by grammar where words are not spaced: a verb, who leads its clause, and what stands behind it.

The rows of `lexicon/<lang>/happening.toml` say what a verb tells and which shape its clause has. What is denied, only
possible or rumoured is not told. Phrasings tell what they know; this reader adds what their words do not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.facts.bond import topic
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import stance
from crossfoot.facts.sentence.unspaced import Doer, Told, told_of
from crossfoot.late import late
from crossfoot.lexicon.clauses import clauses
from crossfoot.lexicon.happenings import Happening, Happenings, happenings
from crossfoot.lexicon.standing import standing
from crossfoot.model import Event, Fact, Name, Period, Quantity, Span

_ENDS = ("termination", "withdrawal")
_BEFORE = (
    "后",
    "以来",
    "期间",
    "前",
    "时",
    "之日起",
    "之日",
    "之际",
    "以后",
    "的",
)  # what such a clause ends in comes first
_BACK = ("后者", "前者", "其", "双方", "各方", "二者", "两者", "三方", "该方", "对方", "一起", "自己")
_MOST = 12  # verbs of a sentence
_OBJECT = 40  # characters of an object
_SHARE = late(
    r"(?:所持|持有的|所持有的)?的?(?:约|全部|剩余|余下|其余)?\d[\d.]*[%％].*$|的?(?:全部|多数|少数|部分|控股)?(?:股权|股份|权益|控制权).*$"
)
_TAIL = late(r"(?:一案|的?(?:计划|交易|事项|议案))$")
_OWN = late("^(?:了|其|旗下|旗下的|所持有?的?|持有的|部分|全部|位于|该|一家|这家|子公司|全资子公司|控股子公司)+")
_AGENT = late(r"(?:被|遭|由|获|经|取得|获得|得到|尚待|尚需|须经|需经|获有关)(?P<who>[^，。；的]{2,20})?$")
_TAKEN = late(r"(?:将|把)(?P<what>[^，。；]{2,24}?)(?:以[^，。；]{2,30}(?:价格|对价|元|郎|镑)?)?(?:整体|全部|一并)?$")
_TOUCHED = late(r"(?:对|向)(?P<who>[^，。；]{2,24})$")
_WHERE = late(r"在(?P<where>[^，。；在]{2,12})$")
_OFFICE = late(r"^[^，。；]{0,16}")
_TIMED = late("[年月日季度初末底上下半今明去于将拟计划预全面正式力争有望，0-9一二三四]*")  # nobody stands there
_SEVERAL = ("多个", "部分", "一些", "多家", "不少", "各")
_HAN = late("[一-鿿]")
_LATIN = late("[A-Za-z]{3}")
_FIGURE = late(r"[\d<]")
_YEAR = 360  # days
_CODE = late(r"[（(][^（()）]*[)）]")


class Scene(NamedTuple):
    """A verb in its clause."""

    row: Happening
    first: int  # of the clause
    start: int  # of the verb
    end: int
    last: int  # of the clause
    subject: Doer | None
    middle: str  # between the subject and the verb


def may_tell(text: str, lang: str) -> bool:
    """Has a sentence a verb of what happens?"""
    rows = happenings(lang)
    parts = clauses(lang)
    return rows is not None and parts is not None and rows.verb.search(text.translate(parts.folds)) is not None


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The events of a sentence that no phrasing has told."""
    rows, parts = happenings(frame.sentence.lang), clauses(frame.sentence.lang)
    if rows is None or parts is None:
        return
    span = frame.sentence.span
    plain = frame.sentence.document.text[span.start : span.end].translate(parts.folds)
    if rows.verb.search(plain) is None or parts.rumours.search(plain) is not None:
        return
    told = [fact for fact in known if isinstance(fact, Event)]
    reader = told_of(frame, parts)
    for count, verb in enumerate(rows.verb.finditer(reader.plain)):
        if count >= _MOST or verb.start() in reader.inside or verb.start() in reader.quoted:
            continue
        for row in rows.by_verb.get(verb[0], ()):
            fact = _event(reader, rows, row, verb)
            if fact is not None:
                if not _known(fact, told) and (fact.kind, fact.object or fact.actor) not in frame.carried.deeds:
                    told.append(fact)
                    yield fact
                break
    frame.carried.deeds.update((fact.kind, fact.object or fact.actor) for fact in told)


def _known(fact: Event, told: list[Event]) -> bool:
    """Has the sentence told the same: one kind of thing of one of the parties, or by the same words?"""
    parties = {fact.actor, fact.object} - {None}
    for other in told[-2 * _MOST :]:
        near = other.spans[0].start < fact.spans[0].end and fact.spans[0].start < other.spans[0].end
        shared = any(a in b or b in a for a in parties for b in (other.actor, other.object) if a and b)
        ended = other.status == "withdrawn" and fact.kind in _ENDS
        if (other.kind == fact.kind and (near or shared)) or (
            near and shared and (ended or other.status == fact.status)
        ):
            return True
    return False


def _event(told: Told, rows: Happenings, row: Happening, verb: re.Match[str]) -> Event | None:
    named = told.named(verb.start())
    if named is not None and (named.rule not in ("role", "short", "colon") or named.span.end - told.base > verb.end()):
        return None
    if rows.nouns.match(told.plain, verb.end()) is not None and row.shape != "granted":
        return None
    first, last = told.clause(verb.start())
    if last < len(told.plain) and told.plain[last] in "？?":
        return None
    if told.plain[first:last].rstrip().endswith(_BEFORE) and row.shape not in ("granted", "grants"):
        return None
    subject = told.doer(first, verb.start())
    if subject is not None and (subject.words in _BACK or subject.words.endswith("、")):
        return None
    middle = told.plain[subject.end if subject is not None else told.lead(first, verb.start()) : verb.start()]
    if told.plain.endswith("的", first, verb.start()) or _CODE.sub("", middle).count("的") > 1:
        return None
    scene = Scene(row, first, verb.start(), verb.end(), last, subject, middle)
    standing_ = _status(told, scene)
    if standing_ is None:
        return None
    parties = _SHAPES[row.shape](told, scene)
    if parties is None:
        return None
    actor, what = parties
    kind = row.kind
    if kind == "sale" and verb[0].endswith(("给", "予")) and _TAKEN.search(middle) is None:
        kind, actor, what = "acquisition", what, actor  # "甲同意卖给乙"
    if (
        (actor is None and what is None)
        or (what is not None and what == actor and row.shape == "does")
        or not _fits(kind, actor, what)
    ):
        return None
    when = _when(told, scene)
    if row.shape == "befalls" and _long_ago(told, when):
        return None
    if standing_ == "completed" and stance.is_ahead(told.frame, when):
        standing_ = "planned"
    where = _WHERE.search(middle)
    start = subject.start if subject is not None else verb.start()
    return Event(
        spans=(Span(told.frame.sentence.document.id, told.base + start, told.base + verb.end()),),
        rule=f"happening.{kind}",
        kind=kind,
        actor=actor,
        object=what if what != actor else None,
        place=where["where"] if where is not None and row.shape == "befalls" else None,
        date=when,
        status=standing_,
    )


def _fits(kind: str, actor: str | None, what: str | None) -> bool:
    """Is what is bought or sued a thing that has a name, and no more than a share or a phrase?"""
    if actor is not None and actor.startswith(_SEVERAL):
        return False
    if what is not None and (len(_HAN.findall(what)) < 2 and _LATIN.search(what) is None):
        return False
    if kind in ("acquisition", "merger", "lawsuit") and what is not None:
        return "的" not in what and what[0] not in "按照以向就" and _FIGURE.match(what) is None and actor is not None
    return True


def _long_ago(told: Told, when: Period | None) -> bool:
    """ "该景区1999年开园": what only a year of the past dates says what something is."""
    published = told.frame.sentence.document.published
    if published is None or when is None or when.start is None or when.end is None:
        return False
    return (when.end - when.start).days > _YEAR and when.end.year < published.year - 1


def _status(told: Told, scene: Scene) -> str | None:
    """How it stands; None where it is not so, or may not be."""
    known, middle = told.rows, scene.middle
    said = middle
    for word in standing(told.frame.sentence.lang).undenied:
        said = said.replace(word, "")
    verb = told.plain[scene.start : scene.end]
    lead = told.plain[scene.first : scene.subject.start if scene.subject is not None else scene.start]
    if known.unsure.search(said) is not None or known.unsure.search(lead) is not None:
        return None
    if known.withdrawn.search(said) is not None and scene.row.kind not in ("termination", "withdrawal"):
        return "withdrawn"
    if known.denying.search(said) is not None:
        return None
    if told.plain.endswith(("否认", "未", "无", "没有", "不"), scene.first, scene.start):
        return None
    if told.rows.unsure.search(told.plain, scene.end, scene.last) is not None and scene.row.shape == "does":
        return "planned"  # "就出售业务与基金洽谈"
    planned = known.planned.search(said)
    if planned is not None and not (planned[0] == "将" and (_TAKEN.search(middle) or _taken(told, scene))):
        return "planned"
    if scene.row.kind in ("acquisition", "sale", "merger") and known.agreed.search(said) is not None:
        return "announced"
    if "不再" in verb:
        return "announced"
    return "approved" if scene.row.kind == "approval" else "completed"


def _taken(told: Told, scene: Scene) -> bool:
    """Does 将 only lead to what something is done to: "将空调业务 | 出售给"?"""
    at = told.plain.rfind("将", scene.first, scene.start)
    return at >= 0 and told.named(at + 1) is not None


def _when(told: Told, scene: Scene) -> Period | None:
    """The time in the clause before the verb, or of a clause before it that says no more than the time."""
    text = told.plain
    for at in sorted(told.times, reverse=True):
        if at >= scene.start:
            continue
        period = stance.period_of(told.times[at])
        if at < scene.first:
            before = told.before(scene.first)
            if before is None or at < before[0] or not _only_time(told, *before):
                return None
        if text.endswith(standing(told.frame.sentence.lang).as_of, 0, at):
            return None
        return stance.coming(told.frame, told.times[at]) if _ahead(scene.middle, told) else period
    return None


def _ahead(middle: str, told: Told) -> bool:
    return told.rows.planned.search(middle) is not None


def _only_time(told: Told, first: int, last: int) -> bool:
    return told.lead(first, last) >= last


def _who(told: Told, scene: Scene) -> str | None:
    """Who leads the clause, else the clause before it, else whom the item is about."""
    if scene.subject is not None:
        return scene.subject.who
    bounds = told.before(scene.first)
    for _ in range(2):
        if bounds is None:
            break
        doer = told.doer(*bounds)
        if doer is not None and told.named(doer.end - 1) is not None:
            return doer.who
        bounds = told.before(bounds[0])
    return _topic(told, scene) if scene.middle.strip() else None  # "中标项目" is a noun


def _topic(told: Told, scene: Scene, *but: str) -> str | None:
    return topic(told.frame, but, told.base + scene.start)


def _object(told: Told, scene: Scene) -> str | None:
    """What stands behind the verb, without the share of it and what it is called."""
    end = min(scene.last, scene.end + _OBJECT)
    words = told.plain[scene.end : end]
    row = scene.row
    bare = told.plain.endswith(("给", "予"), scene.start, scene.end)  # behind it stands a buyer
    if not words or (row.needs and not bare and not any(word in words for word in row.needs)):
        return None
    if any(word in words for word in row.unlike):
        return None
    first, kept = scene.end, _CODE.sub(lambda found: "\0" * len(found[0]), words)
    own = _OWN.match(kept)
    first += own.end() if own is not None else 0
    kept = kept[own.end() if own is not None else 0 :]
    named = _TAIL.sub("", _SHARE.sub("", kept)).rstrip("\0 的“”了")
    kept = named if len(named.replace("\0", "")) > 1 else kept.rstrip("\0 的“”了")
    if len(kept.replace("\0", "")) < 2:
        return None
    return told.meant(first, first + len(kept))


def _does(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "甲收购乙", "乙被甲收购", "甲将乙卖给丙"."""
    who = _who(told, scene)
    if (passive := _AGENT.search(scene.middle)) is not None and passive[0][0] in "被遭由":
        agent = told.doer(scene.start - len(passive["who"] or ""), scene.start)
        return (agent.who, who) if scene.subject is not None and agent is not None else None
    if (taken := _TAKEN.search(scene.middle)) is not None:
        if scene.row.needs and not any(word in taken["what"] for word in scene.row.needs):
            return None
        said = _SHARE.sub("", _OWN.sub("", taken["what"])).rstrip("的")
        return (who, said) if who is not None and len(said) > 1 else None
    what = _object(told, scene)
    return (who, what) if what is not None and who is not None else None


def _befalls(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "1号机组投产": what it befalls is whose clause it is."""
    rest = told.plain[scene.end : scene.last].lstrip(" ”")
    if rest and rest[0] in "量率面后前时期损":
        return None
    row, subject = scene.row, scene.subject
    if subject is None and not row.named and _TIMED.fullmatch(scene.middle) is not None:
        bounds = told.before(scene.first)  # "工程计划三季度动工，2027年底 | 全容量并网"
        subject = told.doer(*bounds) if bounds is not None else None
    if subject is None or row.named:
        who = subject.who if subject is not None else _who(told, scene)
        if who is None or (subject is not None and told.named(subject.end - 1) is None and row.named):
            return None
        return (who, None) if row.named and not row.needs_subject else None
    said = subject.words.translate(told.rows.folds)
    if row.needs_subject and not any(word in said for word in row.needs_subject):
        return None
    if row.unlike_subject and any(word in said for word in row.unlike_subject):
        return None
    named = told.named(subject.start)
    owner = named.value.entity if named is not None and isinstance(named.value, Name) else None
    if owner is not None and owner != subject.who:
        return owner, told.words(named.span.end - told.base, subject.end).lstrip("的") if named is not None else None
    what = subject.who.rpartition("的")[2]
    return _topic(told, scene, subject.who), what if len(what) > 1 else subject.who


def _enters(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "某某出任总裁", "其职责由副总裁某某暂代": who enters an office, and of whom."""
    agent = _AGENT.search(scene.middle)
    person = scene.subject.who if scene.subject is not None and _personal(told, scene.subject) else None
    if agent is not None and agent[0][0] == "由" and agent["who"]:
        person = told.meant(scene.start - len(agent["who"]), scene.start)  # whoever takes over
    if person is None or len(person) < 2:
        return None
    verb = told.plain[scene.start : scene.end]
    if verb in ("担任", "兼任", "代理", "加盟", "上任") and "曾" in told.plain[scene.first : scene.start]:
        return None
    if verb == "担任" and agent is None and "起" not in scene.middle and not _ahead(scene.middle, told):
        return None
    return _firm(told, scene, person), person


def _leaves(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "首席医学官某某走人": who leaves, and whom."""
    if scene.subject is None or not _personal(told, scene.subject):
        return None
    return scene.subject.who, _firm(told, scene, scene.subject.who)


def _personal(told: Told, who: Doer) -> bool:
    """Is it a person: named as one, or told by a title?"""
    named = told.named(who.end - 1)
    if named is not None and isinstance(named.value, Name) and named.value.kind == "person":
        return True
    return who.who != who.words and 2 <= len(who.who) <= 8 and told.rows.titles.search(who.words) is not None


def _firm(told: Told, scene: Scene, but: str) -> str | None:
    """Of whom an office is: who is named behind the verb or before the title, else whom the item is about."""
    for named in sorted(told.names, key=lambda name: (name.span.start < told.base + scene.end, -name.span.start)):
        at = named.span.start - told.base
        if not isinstance(named.value, Name) or named.value.kind == "person" or named.value.entity == but:
            continue
        if scene.first <= at < scene.last and (at >= scene.end or at < scene.start):
            return named.value.entity
    return _topic(told, scene, but)


def _appoints(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "某某聘请容川会计师事务所为审计机构"."""
    behind = told.plain[scene.end : scene.last]
    office = re.search(r"为|担任|出任|任", behind[:_OBJECT])
    if office is None or office.start() < 2:
        return None
    what = told.meant(scene.end, scene.end + office.start())
    return _who(told, scene), what


def _grants(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "大藏省核准五家证券公司设立分行": who decides makes rules."""
    before = told.before(scene.first)
    who = scene.subject
    if who is None and before is not None and told.plain[before[1]] in "：:":
        who = told.doer(*before)
    bodies = standing(told.frame.sentence.lang).bodies
    verb = told.plain[scene.start : scene.end]
    if who is None and verb.startswith("同意"):
        what = _object(told, scene)
        return (None, what) if what is not None else None
    if who is None or not who.words.endswith((*bodies, "省", "会", "院", "系统", "局", "处", "行")):
        return None
    what = _object(told, scene)
    return (who.who, what) if what is not None else None


def _granted(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "定增申请获交易所受理", "议案亦获股东放行"."""
    agent = re.search(r"获(?P<who>[^，。；的]{2,16})$", scene.middle)
    if agent is None or told.rows.denying.search(scene.middle) is not None:
        return None
    who: str = agent["who"]
    what = scene.subject.words if scene.subject is not None else _who(told, scene)
    return who, what


def _punishes(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "欧盟委员会对某某处以3000万欧元罚款"."""
    whom = _TOUCHED.search(scene.middle)
    who = scene.subject.who if scene.subject is not None else _before(told, scene)
    if whom is None or not _money(told, scene) or who is None:
        return None
    return who, told.meant(scene.start - len(whom["who"]), scene.start)


def _against(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "某某对某某提起诉讼"."""
    whom = _TOUCHED.search(scene.middle)
    who = scene.subject.who if scene.subject is not None else _before(told, scene)
    if whom is None or who is None:
        return None
    return who, told.meant(scene.start - len(whom["who"]), scene.start)


def _before(told: Told, scene: Scene) -> str | None:
    """Who leads the clause before, by name: "证监局对甲处以罚款， | 对乙给予警告"."""
    bounds = told.before(scene.first)
    doer = told.doer(*bounds) if bounds is not None else None
    return doer.who if doer is not None and told.named(doer.end - 1) is not None else None


def _punished(told: Told, scene: Scene) -> tuple[str | None, str | None] | None:
    """ "某某被没收违法所得2870万元": who is punished leads this clause or one before it."""
    passive = "被" in scene.middle or "遭" in scene.middle or "被" in told.plain[scene.first : scene.start]
    if not passive or not _money(told, scene):
        return None
    agent = _AGENT.search(scene.middle)
    who = _who(told, scene)
    return (agent["who"] if agent is not None else None), who


def _money(told: Told, scene: Scene) -> bool:
    """Is an amount of money said in the clause, behind the verb?"""
    first, last = told.base + scene.start, told.base + scene.last
    inside = (t.mention.value for t in told.frame.sentence.tokens if t.mention is not None and first <= t.start < last)
    return any(isinstance(value, Quantity) and value.kind == "money" for value in inside)


_SHAPES = {
    "does": _does,
    "befalls": _befalls,
    "enters": _enters,
    "leaves": _leaves,
    "appoints": _appoints,
    "grants": _grants,
    "granted": _granted,
    "punishes": _punishes,
    "against": _against,
    "punished": _punished,
}
