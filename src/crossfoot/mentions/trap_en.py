"""The tokens of an English sentence come in; the numbers that are no quantities go out: tickers, models, clocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.late import late
from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.traps import Trap, signs
from crossfoot.lexicon.units import forms
from crossfoot.lexicon.words import words
from crossfoot.mentions.affix_en import is_plural, units_at
from crossfoot.mentions.calendar_en import day_first, iso_date

_WEB = late(r"(?:https?://|www\.)[^\s<>\"')\]]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}", re.ASCII)
# What each begins with is asked first: at most places of a text that is all there is to try.
_TICKER = late(
    r"(?=[0-9A-Z(<])(?:"
    r"\b(?:SEHK|HKEX|HKG|SSE|SZSE|SHA|SHE|TSE|TYO|KRX|TWSE|SGX|LON|LSE): ?[0-9A-Z]{1,6}\b"
    r"|\b[0-9]{3}\([a-z]\)"  # 401(k)
    r"|<[A-Z0-9][A-Z0-9.=]{0,9}>|\b[0-9]{4,6}\.(?:HK|SH|SZ|SS|T|KS|TW|SI|KL|BJ)\b"
    r"|\((?:NYSE|NASDAQ|Nasdaq|HKEX|HKG|SEHK|SSE|SZSE|SHA|SHE|LSE|TSX|AMEX|OTC[A-Z]*|TSE|KRX|TYO)[^)]{0,40}\))"
)
_PHONE = late(
    r"(?=[0-9A-Z(+tfp])(?:"
    r"\+[0-9]{1,3}[ -]?\(?[0-9][0-9 ()-]{5,18}[0-9]|\(?\b[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}\b"
    r"|\(0[0-9]{1,5}\) ?[0-9]{3,4}[ -]?[0-9]{3,4}\b|\b0[0-9]{2,4} [0-9]{3,4} [0-9]{3,4}\b"
    r"|\b[A-Z]{2}[0-9]{2}(?: [0-9A-Z]{4}){3,7}(?: [0-9A-Z]{1,3})?\b|\bGB ?[0-9]{3} [0-9]{4} [0-9]{2}\b"  # IBAN, VAT
    r"|\b1-8[0-9]{2}-[0-9]{3}-[0-9]{4}\b"
    r"|\b(?:[Tt]el|[Ff]ax|[Pp]hone|TEL|FAX)[.:]? {0,2}"
    r"\+?(?:[0-9]{1,3}[ -])?(?:\([0-9]{1,5}\) ?)?[0-9][0-9 -]{4,18}[0-9]|\b0[0-9]{2,3}-[0-9]{6,8}\b)"
)
_COUNTED = {"%", "pct", "percent", "million", "billion", "mln", "bln", "units", "vehicles", "dlrs", "basis"}
_NO_MODEL = {"mid", "to", "for", "late", "early", "pre", "post", "top", "under", "over", "non", "plus", "sub"}
_NO_MODEL |= {"q", "h", "fy"}  # parts of a year
_LETTERS = {*"GDCAEFPHSRVX"}
_AIRLINERS = frozenset(words("en").lists["airliners"])
_STOP = frozenset(words("en").lists["stop"])
_COMMON = frozenset(words("en").lists["common_labels"])
_AFTER_AIRLINER = frozenset(words("en").lists["after_airliner"])


def patterns(text: str) -> Iterator[tuple[int, int, str]]:
    """What has a shape of its own, over a whole text: (start, end, kind)."""
    if "@" in text or "www." in text or "://" in text:
        yield from ((*m.span(), "url") for m in _WEB.finditer(text))
    yield from ((*m.span(), "ticker") for m in _TICKER.finditer(text))
    yield from ((*m.span(), "phone") for m in _PHONE.finditer(text))


def find(tokens: Tokens) -> list[tuple[int, int, str]]:
    """Numbers with words that give them away: (first token, token after, kind).

    >>> tokens = Tokens("The S&P 500 closed at 4:30 p.m. under Section 3.2")
    >>> [(" ".join(tokens.words[a:b]), kind) for a, b, kind in find(tokens)]
    [('s & p 500', 'index'), ('4 : 30 p.m.', 'clock'), ('section 3.2', 'section')]
    """
    found: list[tuple[int, int, str]] = []
    stop = 0
    for i in tokens.at(words("en").numbers):
        if i < stop:
            continue
        if "0" <= tokens.words[i][0] <= "9":
            for reader in _READERS:
                hit = reader(tokens, i)
                if hit is not None:
                    break
        else:
            hit = _ratio(tokens, i) or _spelled(tokens, i)
        if hit is not None:
            found.append(hit)
            stop = max(hit[1], i + 1)
    return found


def _named(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A word before or after the number says what it is: "Section 3", "Boeing 737", "FTSE 100", "12 Main Street"."""
    if _is_currency(tokens.raw(i - 1)) or (i and tokens.starts[i] - tokens.ends[i - 1] > 2):
        return None  # money, or the number stands in the next column
    at = i - 1 if tokens.word(i - 1) in ("-", "(", ".") and tokens.touches(i) else i
    for parts, row in signs("en", "before").get(tokens.word(at - 1), ()) or signs("en", "before").get(
        tokens.word(i - 1), ()
    ):
        end = at if parts[-1] == tokens.word(at - 1) else i
        start = end - len(parts)
        if start < 0 or tokens.words[start:end] != parts or not _labelled(tokens, start, i, parts, row):
            continue
        stop = _numbered(tokens, i)
        if tokens.word(stop) in _COUNTED:
            return None
        if day_first(tokens, i) is not None or iso_date(tokens, i) is not None:
            return None  # "Release 4 May 2020" has a day in it, no version
        if (parts[-1].endswith("s") or parts[-2:-1] == ["figs"]) and row.kind in ("section", "identifier"):
            stop = _more(tokens, stop)
        return start, stop, row.kind
    return None


def _labelled(tokens: Tokens, start: int, i: int, parts: Sequence[str], row: Trap) -> bool:
    """Is the number one that the row's words may say more of?"""
    if row.number and tokens.words[i] not in row.number:
        return False
    if row.capital and tokens.raw(start).islower():
        return False
    if row.loose:
        return "," not in tokens.words[i] and not counts(tokens, i)
    alone = row.kind in ("section", "identifier", "index") and len(parts) == 1 and parts[0].isalpha()
    return not alone or _labels(tokens, start, i, row.kind)


def _numbered(tokens: Tokens, i: int) -> int:
    """Where a number ends with all that is joined to it: "4.2(b)"."""
    stop = i + 1
    while (
        tokens.word(stop) in ("-", ".", "(", "/")
        and tokens.touches(stop)
        and tokens.touches(stop + 1)
        and stop < i + 8
        and (tokens.word(stop + 1).isalnum())
    ):
        stop += 2
        stop += tokens.word(stop) == ")" and tokens.touches(stop)
    return stop + (tokens.word(stop)[:1].isalpha() and tokens.touches(stop))


def _more(tokens: Tokens, stop: int) -> int:
    """ "Articles 101 and 102", "Sections 5 to 7": the others that the label is a plural for."""
    while tokens.word(stop) in (",", "and", "or", "to", "-", "&", "through") and stop < len(tokens) - 1:
        after = stop + 2 if tokens.word(stop + 1) in ("and", "or") else stop + 1
        number = tokens.word(after)
        if not number.isdecimal() or len(number) > 4 or counts(tokens, after) or tokens.word(after + 1) in _AMOUNTS:
            break
        stop = after + 1
    return stop


_AMOUNTS = {"%", "pct", "percent", "per", "cts", "mln", "million", "billion", "bln", "year", "years", "dlrs", "basis"}


def counts(tokens: Tokens, i: int) -> bool:
    """Does the number at `i` count a noun behind it: "Train 300 new workers", but not "Motel 6 runs 1,400 sites"?"""
    if units_at(tokens, i + 1) is not None:
        return True
    for at in range(i + 1, min(i + 5, len(tokens))):
        word = tokens.words[at]
        if word in _STOP or not (word.isalpha() or word == "-"):
            return False
        if word != "-" and is_plural(tokens, at):
            return at > i + 1 or not (tokens.word(at + 1)[:1].isdecimal() or _is_currency(tokens.raw(at + 1)))
    return False


def _labels(tokens: Tokens, start: int, i: int, kind: str) -> bool:
    """A common noun labels a number only with a capital, or plainly ("page 5"); "no 5 pct cut" does not."""
    word, raw = tokens.words[start], tokens.raw(start)
    if kind == "index":
        return raw[0].isupper()
    if word in _COMMON:
        return (
            raw[0].isupper()
            and (start > 0 or tokens.words[i].isdecimal())
            and len(tokens.words[i]) < 6
            and "," not in tokens.words[i]
        )
    return True


def _clock(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    stop = i + 1
    colon = (
        tokens.word(stop) in (":", ".")
        and tokens.touches(stop)
        and tokens.touches(stop + 1)
        and tokens.word(stop + 1).isdecimal()
        and len(tokens.word(stop + 1)) == 2
    )
    if colon and tokens.words[i].isdecimal() and len(tokens.words[i]) <= 2 and int(tokens.words[i]) < 25:
        stop += 2
        while tokens.word(stop) == ":" and tokens.touches(stop) and tokens.word(stop + 1).isdecimal():
            stop += 2
    for parts, row in signs("en", "after").get(tokens.word(stop), ()):
        if tokens.words[stop : stop + len(parts)] == parts and (
            row.kind == "clock"
            and (len(tokens.words[i]) < 6 and "," not in tokens.words[i])
            and not (parts == ["et"] and tokens.raw(stop) != "ET")
        ):
            return i, stop + len(parts), "clock"
    if row_kind := _address(tokens, i):
        return row_kind
    return (i, stop, "clock") if stop > i + 1 and tokens.word(i + 1) == ":" else None


def _address(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A house number: digits, one to three capitalised words, then Street or Road."""
    for at in range(i + 1, min(i + 5, len(tokens))):
        if not tokens.raw(at)[0].isupper() and tokens.word(at) not in ("st", "nd", "rd", "th"):
            return None
        for parts, row in signs("en", "after").get(tokens.word(at), ()):
            stop = at + len(parts)
            if row.kind == "address" and at > i + 1 and tokens.words[at:stop] == parts:
                return None if counts(tokens, stop - 1) else (i, stop, "address")  # "12 Wall Street banks"
        if tokens.word(i - 1) == "at" and tokens.word(at + 1) in _AFTER_HOUSE and _is_name(tokens, at):
            return None if units_at(tokens, i + 1) else (i, at + 1, "address")
    return None


_AFTER_HOUSE = {"", ".", ",", ";", "for", "in", "on", "and", "is", "was", "has", "to", "as", "near", "from", "with"}


def _is_name(tokens: Tokens, at: int) -> bool:
    """One capitalised word that is no plural, no month and no weekday: "88 Queensway"."""
    raw, word = tokens.raw(at), tokens.words[at]
    dated = word in words("en").months or word in words("en").weekdays
    return raw[1:].islower() and len(raw) > 3 and raw.isalpha() and not dated and not is_plural(tokens, at)


def _behind(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """What follows some numbers only: "7-Eleven", "a 529 plan", "4K televisions", "the 11.11 festival"."""
    for parts, row in signs("en", "after").get(tokens.word(i + 1), ()):
        stop = i + 1 + len(parts)
        named = not (row.capital and tokens.raw(stop - 1).islower())
        if named and tokens.words[i] in row.number and tokens.words[i + 1 : stop] == parts:
            return i, stop, row.kind
    return None


def _listed(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """List numbers: "1." or "(2)" or "3)" opening a line, "(1)" standing alone."""
    word = tokens.words[i]
    if not word.isdecimal() or len(word) > 2:
        return None
    if tokens.word(i - 1) == "(" and tokens.word(i + 1) == ")" and tokens.touches(i) and tokens.touches(i + 1):
        return i - 1, i + 2, "list"
    if tokens.word(i + 1) == ")" and tokens.touches(i + 1) and _enumerates(tokens, i):
        return i, i + 2, "list"
    if word == "1" and tokens.word(i - 1) == ":" and tokens.word(i + 1) == "." and i + 2 == len(tokens):
        return i, i + 2, "list"  # "Steps: 1." is all that is left of a list cut into sentences
    opening = i == 0 or tokens.word(i - 1) == "\n"
    if i == 0 and len(tokens) == 2 and tokens.word(1) == ".":
        return 0, 2, "list"
    if (
        opening
        and tokens.word(i + 1) in (".", ")")
        and tokens.touches(i + 1)
        and not tokens.touches(i + 2)
        and i + 2 < len(tokens)
    ):
        return i, i + 2, "list"
    return None


def _enumerates(tokens: Tokens, i: int) -> bool:
    """ "it will 1) sell; 2) repay": a bracket that closes nothing behind a number that nothing stands close to."""
    if tokens.touches(i) or tokens.touches(i + 2) or tokens.word(i - 1) == "(":
        return False
    before = tokens.words[max(0, i - 40) : i]
    opened = len(before) - 1 - before[::-1].index("(") if "(" in before else -1
    closed = len(before) - 1 - before[::-1].index(")") if ")" in before else -1
    return closed >= opened and tokens.word(i + 2)[:1].isalpha()


def _version(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    word = tokens.words[i]
    if word.count(".") > 1 and "," not in word:
        return None if iso_date(tokens, i) is not None else (i, i + 1, "version")
    if len(word) == 5 and word[0] == "0" and word[2] == "." and word[3:] < "60":
        return i, i + 1, "clock"  # "at 09.30": no number has a nought before its first digit
    if len(word) == 5 and word.isdecimal() and len(tokens.raw(i - 1)) == 2 and tokens.raw(i - 1).isupper():
        return i, i + 1, "address"  # the code behind a state: DC 20500
    if word[0] == "0" and _zero_led(tokens, i):
        stop = (
            i + 3 if tokens.word(i + 1) == "-" and tokens.touches(i + 1) and tokens.word(i + 2).isdecimal() else i + 1
        )
        return i, stop, "identifier"
    return None


def _upgrade(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """ "Boomers 2.0 spend": a name, a full version and no unit."""
    word, after = tokens.words[i], tokens.word(i + 1)
    if len(word) != 3 or word[1:] != ".0":
        return None
    raw = tokens.raw(i - 1)
    if not (raw[:1].isupper() and raw[1:].islower()):
        return None
    lower = after.isalpha() and tokens.raw(i + 1).islower() and after not in _STOP and after not in ("vs", "versus")
    return (i, i + 1, "version") if lower and units_at(tokens, i + 1) is None and after not in _AMOUNTS else None


def _coded(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """Codes with a joint: "2019-046", a well "34/10-C", "BA.5"."""
    first, second = tokens.words[i], tokens.word(i + 2)
    if not (first.isdecimal() and second.isdecimal() and tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    if tokens.word(i + 1) == "-" and second[0] == "0" and len(second) > 2 and tokens.word(i + 3) != "-":
        return i, i + 3, "identifier"
    if tokens.word(i + 1) != "/" or tokens.word(i + 3) != "-" or tokens.word(i + 5) in ("/", "-"):
        return None
    if not (tokens.touches(i + 3) and tokens.touches(i + 4)):
        return None
    lettered = tokens.raw(i + 4).isupper() or (tokens.word(i + 4).isdecimal() and len(first) > 1)
    return (i, i + 5, "identifier") if lettered else None


def _zero_led(tokens: Tokens, i: int) -> bool:
    """A code like 0042; the groups of "40 000" are no codes."""
    word = tokens.words[i]
    if len(word) < 2 or not word.isdecimal() or tokens.word(i - 1) in ("-", "/"):
        return False
    return not (len(word) == 3 and tokens.word(i - 1).isdecimal() and tokens.starts[i] == tokens.ends[i - 1] + 1)


_VOTED = {"voted", "votes", "vote", "split", "ruled", "divided"}


def _score(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A result "3-2": the first number is the larger, so that it is no range; nothing with a unit."""
    if tokens.words[i] in _AIRLINERS:
        return _airliner(tokens, i)
    if tokens.word(i + 1) == "to" and tokens.word(i - 1) in _VOTED and tokens.word(i + 2).isdecimal():
        won = tokens.words[i].isdecimal() and int(tokens.words[i]) > int(tokens.word(i + 2))
        return (i, i + 3, "score") if won and tokens.word(i + 3) not in _AMOUNTS else None
    joint = tokens.word(i + 1)
    if joint not in ("-", ":") or not (tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    first, second, after = tokens.words[i], tokens.word(i + 2), tokens.word(i + 3)
    if not (first.isdecimal() and second.isdecimal() and len(first) < 4 and len(second) < 4) or tokens.word(i + 3) in (
        "/",
        "-",
    ):
        return None
    if joint == ":":
        return i, i + 3, "ratio"
    if after in _AMOUNTS or (tokens.touches(i) and tokens.word(i - 1) in ("$", "-", "/")):
        return None
    return (i, i + 3, "score") if int(first) >= int(second) else None


def _ratio(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """Splits: "two-for-one"."""
    if tokens.word(i + 1) == "-" and tokens.word(i + 2) == "for" and tokens.word(i + 3) == "-":
        return i, i + 5, "ratio"
    return None


def _spelled(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A capital inside a sentence makes a name of a number in words: "Six Flags", "the Big Four", "Phase Two"."""
    raw = tokens.raw(i)
    if i == 0 or not (raw[0].isupper() and raw[1:].islower()):
        return None
    before, after = tokens.raw(i - 1), tokens.raw(i + 1)
    if after == "&":
        return i, i + 1, "model"
    if before.islower() or (i == 1 and before == "The"):
        return (i, i + 1, "model") if after[:1].isupper() else None
    return _named(tokens, i) if before[:1].isupper() else None


def _airliner(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """ "12 737-300s", "the 737 MAX line": a model that is called by a bare number."""
    if tokens.word(i + 1) in _AFTER_AIRLINER:
        return i, i + 2, "model"
    if tokens.word(i + 1) != "-" or not (tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    stop = i + 3
    return i, stop + (tokens.word(stop).isalpha() and tokens.touches(stop)), "model"


def _touching(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """Letters and digits in one: A320, B12, 10-K, 5G, Covid-19; currency codes and units are none."""
    if tokens.words[i + 1 : i + 4] == ["-", "for", "-"] and tokens.touches(i + 1):
        return i, i + 5, "ratio"
    before, head = tokens.word(i - 1), tokens.raw(i - 2)
    dotted = before == "." and tokens.touches(i) and tokens.touches(i - 1) and head.isupper() and head.isalpha()
    if dotted and 1 < len(head) < 5 and tokens.word(i + 1) not in words("en").scales and not _is_currency(head):
        return i - 2, i + 1, "model"  # BA.5
    hyphen = before == "-" and tokens.touches(i) and tokens.touches(i - 1)
    start = i - 2 if hyphen else i - 1
    head, glued = tokens.word(start), hyphen or (tokens.touches(i) and not _is_currency(tokens.raw(start)))
    if glued and head.isalpha() and head not in _NO_MODEL:
        if hyphen and (tokens.raw(start)[0].islower() or head in words("en").months):
            return None
        stop = i + 1
        while tokens.word(stop) == "-" and tokens.touches(stop) and tokens.touches(stop + 1) and stop < i + 6:
            stop += 2
        return start, min(stop, len(tokens)), "model"
    return _lettered(tokens, i)


def _lettered(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A number with a letter right behind it: 10-K, 5G; H1 turned round is a half year."""
    if not tokens.touches(i + 1):
        return None
    letter, number = tokens.raw(i + 1), tokens.words[i]
    if letter == "-" and tokens.raw(i + 2) in ("K", "Q", "F", "A") and tokens.touches(i + 2):
        return i, i + 3, "identifier"
    if letter not in _LETTERS or len(number) >= (5 if letter == "X" else 4) or (letter == "H" and number in ("1", "2")):
        return None
    return i, i + 2, "model"


def _is_currency(raw: str) -> bool:
    return raw in forms("before")


_READERS = (_behind, _clock, _listed, _named, _version, _upgrade, _coded, _score, _touching)
