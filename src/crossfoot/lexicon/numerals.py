"""The one reader and the one writer of numerals: words and digits come in, an exact value with its last place goes out.

Reading works on tokens (English) or characters (Chinese: `hanzi`); writing is its inverse, in the style of a model.

>>> numeral = read(Tokens("1.41 million units"), 0)
>>> numeral.value, numeral.step, numeral.scale
(Fraction(1410000, 1), Fraction(10000, 1), 1000000)
>>> write(Fraction(43067), like="43,607", lang="en"), write(Fraction(7), like="six", lang="en")
('43,067', 'seven')
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import hanzi
from crossfoot.lexicon.digits import MOST_DIGITS, digits
from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.words import words
from crossfoot.model import Quantity

_ONE, _CENT = Fraction(1), Fraction(1, 100)
_BY_ONE = (12, 100, 1000, 10**6, 10**9, 10**12)  # scale words with an article: "a dozen"
_AIRLINERS = frozenset(words("en").lists["airliners"])
FOUR = 4  # digits of a year
_PARTS = {2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100}  # denominators that fractions are printed with
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
           "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip


class Numeral(NamedTuple):
    """A number as printed, in token indices: the bare number is [start, stop), with its scale word [start, end)."""

    value: Fraction
    step: Fraction
    start: int
    stop: int
    end: int
    scale: int = 1
    kind: str = "digits"  # digits, words, fraction ("two-thirds": a part of one)


def read(tokens: Tokens, i: int) -> Numeral | None:
    """The numeral that starts at token `i`, in digits or in words, with its scale word."""
    numeral = _plain(tokens, i)
    return _composed(tokens, numeral) if numeral is not None and numeral.kind == "words" else numeral


def _plain(tokens: Tokens, i: int) -> Numeral | None:
    word = tokens.word(i)
    if not word:
        return None
    numeral = _in_digits(tokens, i) if word[0] in "0123456789" or word in _VULGAR else _in_words(tokens, i)
    if numeral is None or numeral.kind == "fraction":
        return numeral
    numeral = _scaled(tokens, numeral)
    name = tokens.word(numeral.end)
    under = _under(name[:-1]) if numeral.kind == "words" and name.endswith("s") else 0
    if under < 3:
        return numeral
    part, end = Fraction(1, under), numeral.end + 1  # "twenty fifths"
    return numeral._replace(value=numeral.value * part, step=part, stop=end, end=end, scale=1, kind="fraction")


def _composed(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Two numerals that are one: "two and fifty-four hundredths", "one over three"."""
    joint, end = tokens.word(numeral.end), numeral.end
    if joint not in ("and", "over") or tokens.word(end + 1) not in words("en").numbers:
        return numeral
    other = _plain(tokens, end + 1)
    if other is None or not other.value:
        return numeral
    if joint == "over" and other.kind == "words" and other.scale == 1 and tokens.word(other.end) in ("", ".", ","):
        value = numeral.value / other.value
        return numeral._replace(value=value, step=Fraction(1, 25), stop=other.end, end=other.end, kind="fraction")
    if joint == "and" and other.kind == "fraction" and other.value < 1 and numeral.scale == 1:
        value = numeral.value + other.value
        return numeral._replace(value=value, step=other.step, stop=other.end, end=other.end)
    return numeral


def _under(name: str) -> int:
    """The denominator that an ordinal names: fifth 5, hundredth 100, trillionth a trillion."""
    rows = words("en")
    return rows.ordinals.get(name, 0) or (rows.scales.get(name[:-2], 0) if name.endswith("th") else 0)


def _in_digits(tokens: Tokens, i: int) -> Numeral | None:
    word = tokens.words[i]
    if word in _VULGAR:
        part = Fraction(*_VULGAR[word])
        return Numeral(part, Fraction(1, part.denominator), i, i + 1, i + 1)
    read_ = digits(word)
    if read_ is None:
        return None
    value, step = read_
    end = i + 1
    if tokens.word(end) == "-" and step == _CENT and tokens.touches(end) and tokens.touches(end + 1):
        ratio = _ratio(tokens, end + 1)  # "$14.37-1/2": half a cent
        if ratio is not None and ratio < 1:
            under = int(tokens.words[end + 3])
            return Numeral(value + ratio / 100, Fraction(1, 100 * under), i, end + 4, end + 4)
    if step == 1:
        if tokens.word(end) in (".", ",") and not tokens.touches(end) and tokens.touches(end + 1):
            rest = digits(word + tokens.words[end] + tokens.words[end + 1])  # "EUR18 .9 m", as tokenised text has it
            if rest is not None and tokens.words[end + 1].isdecimal():
                return Numeral(*rest, i, end + 2, end + 2)
        if tokens.word(end) in _VULGAR:
            part = Fraction(*_VULGAR[tokens.word(end)])
            return Numeral(value + part, Fraction(1, part.denominator), i, end + 1, end + 1)
        at = end + 1 if tokens.word(end) == "-" and tokens.touches(end) and tokens.touches(end + 1) else end
        ratio = _ratio(tokens, at)
        if ratio is not None and ratio < 1 and at < len(tokens) and not (at == end and tokens.touches(at)):
            return Numeral(value + ratio, Fraction(1, int(tokens.words[at + 2])), i, at + 3, at + 3)
        ratio = _ratio(tokens, i)
        if (
            ratio is not None
            and ratio < 2  # "23/3" is a day or a pair, no fraction that anyone prints
            and tokens.word(i - 1) != "/"
            and not (tokens.word(i + 3) == "/" and tokens.touches(i + 3))
        ):
            return Numeral(ratio, Fraction(1, int(tokens.words[i + 2])), i, i + 3, i + 3)
        end = _spaced(tokens, i)
        if end > i + 1:
            read_ = digits("".join(tokens.words[i:end]))
            if read_ is None:
                return None
            value, step = read_
    return Numeral(value, step, i, end, end)


def _ratio(tokens: Tokens, i: int) -> Fraction | None:
    """The fraction printed as three touching tokens: 3/4."""
    if tokens.word(i + 1) != "/" or not (tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    over, under = tokens.word(i), tokens.word(i + 2)
    if (
        over.isdecimal()
        and under.isdecimal()
        and len(over) < 3
        and len(under) < 4
        and int(under) in _PARTS
        and int(over)
    ):
        return Fraction(int(over), int(under))
    return None


def _spaced(tokens: Tokens, i: int) -> int:
    """The token after a number whose groups are parted by spaces: "1 234 567.89"."""
    end = i + 1
    if len(tokens.words[i]) > 3:
        return end
    while end < len(tokens) and tokens.starts[end] == tokens.ends[end - 1] + 1 and end - i < 5:
        whole, _, decimals = tokens.words[end].partition(".")
        if len(whole) != 3 or not whole.isdecimal() or (decimals and not decimals.isdecimal()):
            break
        if whole in _AIRLINERS and not tokens.word(end + 1)[:1].isdigit():
            break  # "12 737-300s"
        end += 1
        if decimals:
            break
    return end


def _in_words(tokens: Tokens, i: int) -> Numeral | None:
    rows, first = words("en"), tokens.words[i]
    part = _part(tokens, i)
    if part is not None:
        return part
    if first == "dozen" and tokens.word(i - 1) in rows.lists["before_dozen"]:
        return _in_letters(Fraction(12), i, i + 1)
    if first in ("a", "an"):  # "a hundred"
        return _in_letters(Fraction(1), i, i + 1) if rows.scales.get(tokens.word(i + 1), 0) in _BY_ONE else None
    if first not in rows.numbers:
        return None
    total, end = _below_thousand(tokens, i)
    value, last = _grouped(tokens, Fraction(total), end)
    if last > end:
        return _in_letters(value, i, last)
    return _with_point(tokens, value, i, end) or _with_part(tokens, value, i, end) or _in_letters(value, i, end)


def _in_letters(value: Fraction, start: int, end: int, step: Fraction = _ONE) -> Numeral:
    return Numeral(value, step, start, end, end, 1, "words")


def _grouped(tokens: Tokens, value: Fraction, end: int) -> tuple[Fraction, int]:
    """A number with the groups that follow it, each under a smaller scale than the one before, and where they end.

    "one hundred | and five thousand three hundred"
    """
    rows, last, first = words("en"), 10**15, True
    while end < len(tokens):
        scale = rows.scales.get(tokens.word(end), 0)
        if not 1000 <= scale < last or tokens.touches(end):
            break
        more = end + 2 if tokens.word(end + 1) == "and" else end + 1
        if tokens.word(more) not in rows.numbers:
            break
        low, after = _below_thousand(tokens, more)
        follows = rows.scales.get(tokens.word(after), 0)
        if follows >= scale or (follows < 1000 and low >= scale) or (more > end + 1 and follows < 1000 and low >= 1000):
            break
        value = value * scale if first else value  # the first group takes its own scale
        value += low * (follows if follows >= 1000 else 1)
        if follows < 1000:
            return value, after
        first, last, end = False, follows, after + 1
    return value, end


def _with_point(tokens: Tokens, value: Fraction, i: int, end: int) -> Numeral | None:
    """ "two point five"."""
    numbers = words("en").numbers
    if tokens.word(end) != "point" or tokens.word(end + 1) not in numbers:
        return None
    places = end + 1
    while tokens.word(places) in numbers and numbers[tokens.word(places)] < 10 and places - end < 8:
        value += Fraction(numbers[tokens.word(places)], 10 ** (places - end))
        places += 1
    return _in_letters(value, i, places, Fraction(1, 10 ** (places - end - 1)))


def _with_part(tokens: Tokens, value: Fraction, i: int, end: int) -> Numeral | None:
    """ "two and a half"."""
    if tokens.word(end) != "and":
        return None
    rows = words("en")
    at = end + 2 if tokens.word(end + 1) in ("a", "one", "three", "two") else end + 1
    count = rows.numbers.get(tokens.word(end + 1), 1)
    under = rows.fractions.get(tokens.word(at).rstrip("s") if count > 1 else tokens.word(at), 0)
    if under <= count or not (at == end + 2 or under == 2):
        return None
    return _in_letters(value + Fraction(count, under), i, at + 1, Fraction(1, under))


def _below_thousand(tokens: Tokens, i: int) -> tuple[int, int]:
    """A run of number words below a thousand, and the token after it: "one hundred and twenty-five"."""
    numbers = words("en").numbers
    total, end = numbers[tokens.words[i]], i + 1
    while end < len(tokens):
        at = end
        if tokens.word(at) == "hundred" and 0 < total < 100:
            total, end = total * 100, at + 1
            continue
        if tokens.word(at) == "-" or (tokens.word(at) == "and" and total >= 100):
            at += 1
        number = numbers.get(tokens.word(at), 0)
        room = 100 if total >= 100 and total % 100 == 0 else 10 if total >= 20 and total % 10 == 0 else 0
        if not 0 < number < room or (at == end and room == 10 and total % 100 == 0):
            break
        total, end = total + number, at + 1
    return total, end


def _part(tokens: Tokens, i: int) -> Numeral | None:
    """Parts of one: "half", "a third", "two-thirds", "three quarters"; before a scale, a number: "half a million"."""
    rows = words("en")
    first = tokens.words[i]
    if first == "half":
        return _half(tokens, i)
    if first not in rows.numbers and first not in ("a", "an"):
        return None
    count = rows.numbers.get(first, 1)
    at = i + 2 if tokens.word(i + 1) == "-" else i + 1
    name = tokens.word(at)
    if not 0 < count < 20:
        return None
    if count == 1 and name == "half" and tokens.word(at + 1) not in ("-", "year", "yearly"):
        half = _half(tokens, at)
        return half._replace(start=i) if half is not None else None
    under = rows.fractions.get(name if count == 1 else name[:-1] if name.endswith("s") else "", 0)
    if (
        under < 3
        or count >= under
        or (name.startswith("quarter") and not _of_whole(tokens, at + 1) and tokens.word(i - 1) not in _BEFORE_PART)
    ):
        return None
    if first in ("a", "an") and not (_of_whole(tokens, at + 1) or tokens.word(i - 1) in _BEFORE_PART):
        return None
    value = Fraction(count, under)
    end = at + 1
    scale = rows.scales.get(
        tokens.word(end + (tokens.word(end) == "of") + (tokens.word(end + (tokens.word(end) == "of")) == "a")), 0
    )
    if scale >= 1000:
        end += 1 + (tokens.word(end) == "of")
        end += tokens.word(end - 1) == "a"
        return Numeral(value * scale, Fraction(scale, 100), i, end, end, 1, "words")
    return Numeral(value, Fraction(1, 25), i, end, end, 1, "fraction")


_BEFORE_PART = {
    "which",
    "whom",
    "by",
    "nearly",
    "almost",
    "about",
    "than",
    "over",
    "around",
    "roughly",
    "only",
    "some",
    "just",
}


def _of_whole(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) in (
        "of",
        "",
        ".",
        ",",
        ";",
        ")",
        "million",
        "billion",
        "to",
        "from",
        "in",
        "owned",
        "lower",
        "higher",
        "less",
        "more",
    )


def _half(tokens: Tokens, i: int) -> Numeral | None:
    scales = words("en").scales
    at = i + 2 if tokens.word(i + 1) in ("a", "-") else i + 1
    scale = scales.get(tokens.word(at), 0)
    if scale:
        return Numeral(Fraction(scale, 2), Fraction(scale, 20), i, at + 1, at + 1, 1, "words")
    before, after = tokens.word(i - 1), tokens.word(i + 1)
    if before in ("first", "second", "last", "1st", "2nd", "latter", "this", "next", "-") or after in (
        "-",
        "year",
        "yearly",
        "yr",
        "time",
    ):
        return None
    if after in ("of", "the", "its", "their", "his", "a") or before in _BEFORE_PART or before == "one":
        return Numeral(Fraction(1, 2), Fraction(1, 20), i, i + 1, i + 1, 1, "fraction")
    return None


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The numeral with the scale words after it: "4.26 billion", "two hundred thousand", "12 mln"."""
    scales = words("en").scales
    end, scale = numeral.end, 1
    while True:
        at = end + 1 if tokens.word(end) == "-" and tokens.touches(end) and tokens.touches(end + 1) else end
        factor = scales.get(tokens.word(at), 0)
        if not factor or (at == end and tokens.touches(at) and len(tokens.word(at)) < 2):
            break
        if tokens.word(at)[-1] == "s" and factor > 1 and tokens.word(at) not in ("dozens", "mlns", "blns", "millions"):
            break
        scale, end = scale * factor, at + 1
        if scale > 10**15:
            break
    if (
        numeral.kind == "digits"
        and scale >= 100
        and tokens.word(end) == "and"
        and tokens.word(end + 1) in words("en").numbers
    ):
        low, after = _below_thousand(tokens, end + 1)
        if low < scale and tokens.word(after) not in scales and tokens.raw(numeral.start).isdecimal():
            return Numeral(numeral.value * scale + low, Fraction(1), numeral.start, after, after, 1, "words")
    if scale == 1:
        return numeral
    return numeral._replace(value=numeral.value * scale, step=numeral.step * scale, end=end, scale=scale)


# ------------------------------------------------------------------------------------------------------------- writing


def write(value: Fraction, like: str, lang: str = "en") -> str | None:
    """The bare number `value` in the style of `like`; None where that style cannot say it.

    >>> write(Fraction(6), "三", "zh"), write(Fraction(43067), "４３，６０７", "zh")
    ('六', '４３，０６７')
    >>> write(Fraction(23, 4), "5-1/4"), write(Fraction(1098505), "311,495"), write(Fraction("2.2"), "2.17")
    ('5-3/4', '1,098,505', '2.20')
    """
    if value < 0:
        rest = write(-value, like.lstrip("-−－"), lang)
        return None if rest is None else "-" + rest
    if (narrow := narrowed(like)) != like:
        plain = write(value, narrow, lang)
        return None if plain is None else widened(plain)
    if any(char.isdecimal() for char in like):
        if "/" in like:
            return _as_fraction(value, like)
        return _as_digits(value, like)
    return hanzi.write(value, like) if lang == "zh" else _as_words(value, like)


_WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789,."}
_NARROW = {wide: char for char, wide in _WIDE.items()}
DIGITS = {
    wide: char for wide, char in _NARROW.items() if chr(char).isdigit()
}  # of running text, whose commas are signs
_PRINTED = late(r"[0-9]{1,18}(?:\.[0-9]{1,6})?")


def narrowed(digits: str) -> str:
    """Digits of full width at the width of ASCII: "４３，０６７" is "43,067"."""
    return digits.translate(_NARROW)


def shown(text: str, digits: tuple[int, int]) -> str | None:
    """The digits of a printed number without their commas, of ASCII width; None where it is none in digits.

    >>> shown("sold 43,067 cars", (5, 11)), shown("４２．６万", (0, 4)), shown("sold five", (5, 9))
    ('43067', '42.6', None)
    """
    bare = narrowed(text[slice(*digits)]).replace(",", "")
    return bare if _PRINTED.fullmatch(bare) else None


def like_a_year(quantity: Quantity, text: str) -> bool:
    """Is it a bare 1985, which is more often a year that no date reader took than a figure; but not 19.4 or 2,015?"""
    printed = text[slice(*quantity.digits)]
    bare = quantity.kind == "number" and quantity.scale_word is None
    return bare and len(printed) == FOUR and printed.isdecimal() and printed[:2] in ("19", "20")


def significant(shown: str) -> int:
    """How many digits a printed number has but for noughts at its ends.

    >>> significant("43067"), significant("42.60"), significant("0.50")
    (5, 3, 1)
    """
    return len(shown.replace(".", "").strip("0"))


def widened(digits: str) -> str:
    """Digits at full width, as some Chinese wires set them."""
    return digits.translate(_WIDE)


def _as_digits(value: Fraction, like: str) -> str | None:
    places = len(like.rpartition(".")[2]) if "." in like else 0
    while (value * 10**places).denominator > 1:
        places += 1
        if places > MOST_DIGITS:
            return None
    scaled = value * 10**places
    grouped = "," in like or (value >= 1000 and len(like.partition(".")[0]) < 4)
    whole, decimals = divmod(int(scaled), 10**places)
    text = f"{whole:,}" if grouped else str(whole)
    return text + (f".{decimals:0{places}d}" if places else "")


def _as_fraction(value: Fraction, like: str) -> str | None:
    head, _, under = like.rpartition("/")
    whole, part = divmod(value, 1)
    if not under.isdecimal() or int(under) % part.denominator:
        return None
    if not part:
        return str(whole)
    joint = "-" if "-" in head else " "
    return (f"{whole}{joint}" if whole else "") + f"{part.numerator}/{part.denominator}"


_ONES = [*words("en").numbers][:1] + [*words("en").numbers][2:21]  # "nought" is read, never written
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _as_words(value: Fraction, like: str) -> str | None:
    if value.denominator != 1 or value >= 10**6:
        return None
    text = _spelled(int(value))
    return text[0].upper() + text[1:] if like[:1].isupper() else text


def _spelled(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_ONES[number // 100]} hundred" + (f" and {_spelled(number % 100)}" if number % 100 else "")
    head = f"{_spelled(number // 1000)} thousand"
    return head + (f"{' and' if number % 1000 < 100 else ''} {_spelled(number % 1000)}" if number % 1000 else "")
