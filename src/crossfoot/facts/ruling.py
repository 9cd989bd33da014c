"""The rules that a sentence without spaces sets, clause by clause: what phrasings have told of them comes in and goes
out with what they left.

Somebody who makes rules must have been named, or a rule itself speaks (`lexicon/*/ruling.toml` has the words).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crossfoot.facts.clauses.nouns import Nouns, nouns_of
from crossfoot.facts.frame import Frame
from crossfoot.late import late
from crossfoot.lexicon import hanzi
from crossfoot.lexicon.ruling import RuleRow, Ruling, ruling
from crossfoot.lexicon.standing import deciding, standing
from crossfoot.lexicon.verbal import verbal
from crossfoot.model import Fact, Period, Policy, Quantity, Span, Timex

_CLAUSE = late("[，。；：！？;!?\n①-⑳]")
_UNITS = {"工作日": "day", "小时": "hour", "日": "day", "天": "day", "周": "week", "月": "month", "年": "year"}
_COUNTED = ("倍", "次", "套", "人")
_TITLE = late(r"《([^》]{3,60})》")
_WHO_IN = late(
    r"^(?P<who>[^，。；]{0,6}?(?:外资|外方|外商|境外投资者|外国投资者|境外机构))(?:在|对|于)(?P<what>[^，。；]{2,24}?)的?(?P<metric>持股比例|股比|出资比例|投资比例|持股)"
)
_WHO_OF = late(
    r"^(?P<what>[^，。；]*?)的?(?P<who>外资|外方|外商|境外投资者)(?P<metric>持股比例|股比|比例|出资比例|投资比例)"
)
_BARE = late("(?<=[例率额度期比限])(?:上限|下限|限制)$|(?:仍|均|都|将|则|也)$")
_BOUND = late("(?:不得|不应|不)(?:超过|高于|低于|多于|少于).*$")
_DUTIES = ("permit", "require", "ban")
_SINCE = late("^(?:自|从)[\ue0f2]+(?:起|开始)")
_LONG = 16  # characters of who leads a clause
_MOST = 16  # clauses of a sentence
_LEAST = 2
_SIZED = late(r"(?:超过|高于|低于|少于|多于).{0,12}?\d")
_TIME = late("[\ue0f2]+")
_FROM = late("(?:自|从|于)?([\ue0f2]+)(?:（[^（）]*）)?(?:零时)?(?:起|开始|正式|施行|实施|执行|生效)")
_STARTS = late("[\ue0f2]+(?:起|开始|之?后|彻底|全面|正式|取消|放开)")


def state(frame: Frame, known: list[Fact]) -> list[Fact]:
    """What is known of a sentence, with the rules in it that no phrasing has told."""
    rows, names = ruling(frame.sentence.lang), verbal(frame.sentence.lang)
    if rows is None or names is None:
        return known
    text = frame.sentence.document.text[frame.sentence.span.start : frame.sentence.span.end]
    carried = frame.carried
    carried.ruled = carried.ruled or rows.ruled.search(text) is not None
    carried.draft = carried.draft or rows.drafts.search(text) is not None
    if (title := _TITLE.search(text)) is not None and rows.ruled.search(title[0]) is not None:
        carried.instrument = title[1]
    known = _settled(known, frame, rows)
    if rows.needs.search(text) is None:
        return known
    nouns = nouns_of(frame, names)
    if not (carried.ruled or carried.authority or _SINCE.match(nouns.coded)):
        return known
    reader = _Reader(nouns, rows, known)
    found = _settled(list(reader.read()), frame, rows)
    return [*(fact for fact in known if not any(fact is other for other in reader.dropped)), *found]


def _settled(known: Sequence[Fact], frame: Frame, rules: Ruling) -> list[Fact]:
    """Rules by what the item says of all of them: a draft, the paper that they stand in; and whose share is limited."""
    out, words = list[Fact](), rules.rows
    for fact in known:
        if isinstance(fact, Policy):
            if frame.carried.draft and fact.status in (None, "announced", "planned"):
                fact = msgspec.structs.replace(fact, status="proposed")
            does = fact.activity or ""
            noun = does.startswith(words.tails) or does in words.papers or fact.beneficiary in words.nobody
            fact = _as_before(fact, frame, rules)
            if fact.limit_after is None and noun:
                continue  # "外方股比限制 | 将分两步退出", "扶持 | 办法": nouns
            if fact.action == "ban" and _SIZED.match(does) is not None:
                continue  # it sets a limit
            if fact.beneficiary is not None:
                who = rules.asking.sub("", fact.beneficiary)
                fact = msgspec.structs.replace(fact, beneficiary=who or None)
            fact = _parted(msgspec.structs.replace(fact, instrument=fact.instrument or frame.carried.instrument))
        out.append(fact)
    return out


def _as_before(fact: Policy, frame: Frame, rules: Ruling) -> Policy:
    """What was the rule, and is no more: "此前，外资持股比例不得超过70%", "原规定要求…"."""
    text, start = frame.sentence.document.text, frame.sentence.span.start
    if rules.formerly.search(text[start : fact.spans[0].start]) is None and not text.startswith(
        rules.rows.past, fact.spans[0].start
    ):
        return fact
    fact = msgspec.structs.replace(fact, status="past")
    if fact.action == "limit" and fact.limit_before is None:
        fact = msgspec.structs.replace(fact, limit_before=fact.limit_after, limit_after=None)
    return fact


def _parted(fact: Policy) -> Policy:
    """ "外资 | 在 | 期货公司 | 的 | 持股比例 | 上限": whose, of what and what is limited."""
    said = fact.limit_metric or ""
    if fact.beneficiary is not None or not said or said == "policy_rate":
        return fact
    whole = said if fact.activity is None or fact.activity in said else f"{fact.activity}的{said}"
    inside = _WHO_IN.match(whole)
    parts = inside or _WHO_OF.match(whole)
    if parts is None:
        return msgspec.structs.replace(fact, limit_metric=_BARE.sub("", said))
    metric = parts["metric"] if inside else parts["who"] + parts["metric"]
    return msgspec.structs.replace(
        fact, beneficiary=parts["who"], activity=parts["what"] or fact.activity, limit_metric=metric
    )


class _Reader:
    """One sentence, and what is known of it already."""

    def __init__(self, nouns: Nouns, rows: Ruling, known: list[Fact]) -> None:
        self.nouns, self.rows = nouns, rows
        tokens = (t for t in nouns.frame.sentence.tokens if t.mention is not None)
        self.values = {t.start - nouns.base: t.mention.value for t in tokens if t.mention is not None}
        self.known = [fact for fact in known if isinstance(fact, Policy)]
        self.dropped = list[Fact]()
        self.last = next((fact.beneficiary for fact in reversed(self.known)), None)
        self.led: str | None = None  # who leads the clause before
        self.limit: tuple[str | None, str | None, Quantity | None] = (None, None, None)  # the one told last

    def read(self) -> Iterator[Policy]:
        coded = self.nouns.coded
        marks = [m.end() for m in _CLAUSE.finditer(coded)]
        starts = [0, *marks][:_MOST]
        ends = [*(mark - 1 for mark in marks), len(coded)]
        maker = deciding(self.nouns.frame.sentence.lang).match(self.nouns.said)
        for first, last in zip(starts, ends, strict=False):
            behind = maker.end() if maker is not None and not first and maker.end() < last else first
            opened = self.rows.opening.match(coded, behind, last)
            start = opened.end() if opened is not None else behind
            for at in dict.fromkeys((start, behind)):
                fact = self._clause(first, at, last)
                if fact is not None:
                    self.known.append(fact)
                    self.last = fact.beneficiary or self.last
                    self.limit = (
                        (fact.limit_metric, fact.activity, fact.limit_after) if fact.limit_metric else self.limit
                    )
                    yield fact
                    break
            self.led = self._doer(start, last) or self.led

    def _doer(self, start: int, last: int) -> str | None:
        """Who leads a clause: "境内企业 | 直接境外上市后的再融资"."""
        words = self.nouns.text[start:last]
        at = standing(self.nouns.frame.sentence.lang).parted(words)
        who = words[:at] if at > 1 else words
        return who if len(who) < _LONG and who.endswith(self.rows.rows.kinds) else None

    def _clause(self, first: int, start: int, last: int) -> Policy | None:
        coded, said = self.nouns.coded, self.nouns.said
        if last - start < _LEAST or self.rows.unruled.search(said, first, last) is not None:
            return None
        for row, pattern, need in self.rows.rules:
            if need.search(said, start, len(said)) is None:
                continue
            # A figure that stood before may follow its clause; all else ends with it.
            end = last if pattern.pattern.endswith("$") else len(coded)
            found = pattern.match(coded[start:end])
            if found is None:
                continue
            if found.end() + start <= last or row.name in ("moves.verb.first", "moves.to.before"):
                fact = self._fact(row, found, first, start)
                if fact is not None:
                    return fact
        return None

    def _fact(self, row: RuleRow, found: re.Match[str], first: int, start: int) -> Policy | None:
        slots = found.re.groupindex
        before = self._figure(found, "before", start) if "before" in slots else None
        after = self._figure(found, "after", start) if "after" in slots else None
        if ("before" in slots and before is None) or ("after" in slots and after is None):
            return None
        action = row.says if row.says != "move" else self._way(found, before, after)
        if row.given == "same":
            before = after
        if row.says == "remove_limit" and "limit" not in slots and "what" not in slots and self.limit[0] is None:
            return None
        who, does, metric = self._parties(row, found, start)
        if row.says in _DUTIES and who is None and "who" in slots:
            who = self.led
            if who is None:
                return None
        if row.says == "remove_limit":
            before = self._within(found, start) or (self.limit[2] if "limit" not in slots else None)
        span = self.nouns.span(start, start + found.end())
        if (who is None and does is None and before is None and after is None) or self._told(
            action, span, before, after
        ):
            return None
        clause = self.nouns.said[first : start + found.end()]
        ahead = any(word in clause for word in self.rows.rows.ahead)
        past = self.nouns.said.startswith(self.rows.rows.past, first)
        rules = standing(self.nouns.frame.sentence.lang)
        return Policy(
            spans=(span,),
            rule=f"rule.{row.name}",
            action=action,
            beneficiary=who,
            activity=does,
            limit_metric=metric,
            limit_before=before,
            limit_after=after,
            authority=self.nouns.frame.carried.authority,
            effective=self._when(first, start + found.end()),
            status="past" if past else "planned" if ahead else rules.rules,
        )

    def _way(self, found: re.Match[str], before: Quantity | None, after: Quantity | None) -> str:
        rates = "利率" in found.group() or "准备金率" in found.group()
        up, down = ("raise_rate", "cut_rate") if rates else ("raise_limit", "lower_limit")
        if before is not None and after is not None and before.low != after.low and before.unit == after.unit:
            return up if after.low > before.low else down
        return down if found.groupdict().get("down") else up

    def _parties(self, row: RuleRow, found: re.Match[str], start: int) -> tuple[str | None, str | None, str | None]:
        """Whom a rule is for, what he does, and what is limited."""
        given = {name: self._words(found, name, start) for name in ("who", "what", "limit", "doing")}
        who, does, metric = given["who"], given["what"], given["limit"]
        if (doing := given["doing"]) is not None:
            at = standing(self.nouns.frame.sentence.lang).parted(doing)
            if 1 < at < len(doing) - 1:
                who, does = doing[:at], doing[at:]
            else:
                does = doing
        if row.says == "remove_limit" and not found.re.groupindex:
            return who, self.limit[1], self.limit[0]
        if metric is not None:
            metric = _BOUND.sub("", metric).strip(' “”"')
            if metric in self.rows.rows.bare:
                return who, self.limit[1], self.limit[0] or metric
            if (owner := metric.rfind("的")) > 0:
                does, metric = metric[:owner], metric[owner + 1 :]
            else:
                does = does or (metric if metric.endswith("率") else self.rows.cap.sub("", metric) or metric)
            owner_ = next((word for word in self.rows.rows.owners if metric.startswith(word)), None)
            if who is None and owner_ is not None and len(metric) > len(owner_) + 2 and does is not None:
                who, metric = owner_, metric.removeprefix(owner_)
                does = does.removeprefix(owner_) or does
        if who is not None:
            who = self.rows.asking.sub("", who) or None
            who = self.last if who in self.rows.rows.back else who
        return who, does, metric

    def _within(self, found: re.Match[str], start: int) -> Quantity | None:
        """The figure in the words of a limit that falls away: "“融资额不得超过净资产30%”上限"."""
        if "limit" not in found.re.groupindex:
            return None
        inside = range(start + found.start("limit"), start + found.end("limit"))
        return next((v for at, v in self.values.items() if at in inside and isinstance(v, Quantity)), None)

    def _words(self, found: re.Match[str], slot: str, start: int) -> str | None:
        if slot not in found.re.groupindex or found.start(slot) < 0:
            return None
        text = self.nouns.text[start + found.start(slot) : start + found.end(slot)].strip(' “”"的')
        return text or None

    def _figure(self, found: re.Match[str], slot: str, start: int) -> Quantity | None:
        at, end = start + found.start(slot), start + found.end(slot)
        value = self.values.get(at)
        return value if isinstance(value, Quantity) else _duration(self.nouns.text[at:end])

    def _told(self, action: str, span: Span, before: Quantity | None, after: Quantity | None) -> bool:
        """Is the rule known? One that is told with less than it says here makes room."""
        for fact in self.known:
            one = fact.spans[0]
            if not (one.start < span.end and span.start < one.end):
                continue
            if before is not None and after is not None and fact.limit_before is None:
                self.dropped.append(fact)
                continue
            return True
        return False

    def _when(self, first: int, last: int) -> Period | None:
        """From when: a time in the clause, else the one from which the sentence says that it holds."""
        coded = self.nouns.coded
        for spot in _TIME.finditer(coded, first, last):
            if (period := self._time(spot.start())) is not None and _STARTS.match(coded, spot.start()):
                return period
        for since in _FROM.finditer(coded):
            if (period := self._time(since.start(1))) is not None:
                return period
        return self.nouns.frame.carried.effective

    def _time(self, at: int) -> Period | None:
        value = self.values.get(at)
        return value.period if isinstance(value, Timex) else None


def _duration(words: str) -> Quantity | None:
    """ "30日", "六个月" as so many."""
    size = hanzi.read(words, 0)
    unit = words[size.end :].removeprefix("个") if size is not None else ""
    if size is None or unit not in (*_UNITS, *_COUNTED):
        return None
    return Quantity(size.value, size.value, Fraction(1), _UNITS.get(unit, "count"), "duration")
