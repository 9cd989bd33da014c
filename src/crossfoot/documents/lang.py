"""A stretch of text comes in, its language goes out, by the scripts it is written in: en, zh or other."""

from __future__ import annotations

from crossfoot.late import late

# At most two ranges a class: more, and compiling it takes a hundredth of a cold start.
_WORD = late("[A-Za-z]+")
_HAN = late("[㐀-䶿一-鿿]+")
_OTHER = late("[\u0370-\u1fff\u3040-\u31ff]+")
_HANGUL = late("[\uac00-\ud7af]+")
_SAMPLE = 20_000  # characters; a longer text is judged by its beginning


def of(text: str, default: str) -> str:
    """The language of the text; `default` where it has no letters.

    A Han character weighs as much as a Latin word, so that a company name does not make a sentence English. Kana,
    Hangul and other alphabets are counted as characters too: a fifth of them is enough to say that it is neither.

    >>> of("WING ON CO(00289)10月15日18万元回购8000股", "en")
    'zh'
    >>> of("Geely (吉利) sold 105,500 cars", "zh"), of("売上高は前年比で増加した", "en"), of("105,500", "zh")
    ('en', 'other', 'zh')
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "en" if _WORD.search(sample) else default
    words = len(_WORD.findall(sample))
    han, *others = (sum(map(len, letters.findall(sample))) for letters in (_HAN, _OTHER, _HANGUL))
    other = sum(others)
    if not (words or han or other):
        return default
    if other * 5 > han + other + words:
        return "other"
    return "zh" if han >= words else "en"
