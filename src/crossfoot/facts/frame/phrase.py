"""The words before a figure, read as one run, in a script that puts no spaces between them.

"海屿机场集团8月运送旅客412.6万人次": what is measured stands right before the figure, behind a time, a name, a mark or
a verb such as 实现. What stands further off says who, when and how, and would only keep apart figures that are one.
"""

from __future__ import annotations

from crossfoot.facts.sentence import Sentence, Token
from crossfoot.lexicon.frame import FrameWords
from crossfoot.model import Quantity

LONGEST_ASIDE = 12  # tokens of a bracket behind a figure
LONGEST_UNIT = 3  # characters: 每平方米, 每标箱
LONGEST_CLASSIFIER = 2  # characters: 标箱, 人次


def before(sentence: Sentence, first: int, last: int, words: FrameWords) -> list[str]:
    """The nearest run of words between two tokens that says something; an earlier one where the last says nothing."""
    run, tokens = list[str](), sentence.tokens
    for i in range(last - 1, first - 1, -1):
        if tokens[i].text == "每" and run and len("".join(run)) <= LONGEST_UNIT:
            run = []  # "现货均价 | 每吨7.36万元": of what so much is paid
        elif _cuts(tokens[i], words) and not (tokens[i].text == "至" and run and tokens[i + 1].mention is None):
            if said := _said(run, words):
                return said
            run = []
        else:
            run.insert(0, tokens[i].text)
    return _said(run, words)


def behind(sentence: Sentence, index: int, most: int, words: FrameWords) -> list[str]:
    """The run of words right behind a figure: 上下游企业 of "46家上下游企业、约260名科研人员"."""
    run, index = list[str](), _past_bracket(sentence, index)
    for i, token in enumerate(sentence.tokens[index + 1 : index + 1 + most], index + 1):
        if token.start > sentence.tokens[i - 1].end:
            break  # "解除质押128万股    来源": a gap parts as a mark does
        if _cuts(token, words) and not (token.text == "的" and not run):
            break
        run.append(token.text)
    return _said(run, words)


def _past_bracket(sentence: Sentence, index: int) -> int:
    """2300万欧元（约合1.8亿元）罚款: what stands in a bracket right behind a figure is an aside."""
    tokens = sentence.tokens
    if index + 1 < len(tokens) and tokens[index + 1].text == "(":
        for i in range(index + 2, min(index + 2 + LONGEST_ASIDE, len(tokens))):
            if tokens[i].text == ")":
                return i
    return index


def inside(text: str, quantity: Quantity) -> list[str]:
    """The noun that a count was read with, without its classifier: 配套企业 of "46家配套企业"."""
    start = quantity.digits[1] if quantity.scale_word is None else max(quantity.digits[1], quantity.scale_word[1])
    noun = text[start : quantity.unit_word[1]] if quantity.unit_word is not None else ""
    return [noun[1:]] if len(noun) > LONGEST_CLASSIFIER and quantity.kind == "count" else []


def classified(quantity: Quantity) -> bool:
    """Is it counted with a classifier, behind which its noun stands: 家, 座, and not 股 or 人?"""
    return quantity.kind == "count" and quantity.unit not in ("share", "person")


def people(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.unit == "person"


def called(sentence: Sentence, index: int, words: FrameWords) -> list[str]:
    """What so many are said to be: 确诊病例 of "1人为确诊病例"."""
    tokens = sentence.tokens
    if index + 1 >= len(tokens) or tokens[index + 1].text != "为":
        return []
    run = list[str]()
    for token in tokens[index + 2 : index + 2 + LONGEST_ASIDE]:
        if _cuts(token, words):
            break
        run.append(token.text)
    return _said(run, words)


def befell(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """ "造成3人死亡": what befell the ones counted is what is counted."""
    tokens = sentence.tokens
    return sentence.document.text.startswith(words.suffered, tokens[index].end) if words.suffered else False


def past(sentence: Sentence, first: int, last: int, words: FrameWords) -> int:
    """The token at which what is counted by the figure before `first` has been named."""
    return next(
        (
            i
            for i in range(first, last)
            if _cuts(sentence.tokens[i], words) or sentence.tokens[i].text in words.conjunctions
        ),
        last,
    )


def _cuts(token: Token, words: FrameWords) -> bool:
    return token.mention is not None or token.text in words.cuts or not token.text[0].isalnum()


def _said(run: list[str], words: FrameWords) -> list[str]:
    """A run without the small words at its ends."""
    first, last = 0, len(run)
    while first < last and run[first] in words.edges:
        first += 1
    while first < last and run[last - 1] in words.edges:
        last -= 1
    if words.manners and "".join(run[first:last]).endswith(words.manners):
        return []  # "按可比价格计算"
    return [word for word in run[first:last] if word not in words.dropped]


def nameable(name: str, words: FrameWords) -> bool:
    """Could something be measured that is called so? What is cut out of a longer word is no name."""
    return (
        len(name) > 1 and not name[0].isdigit() and name not in words.unnamed and not name.endswith(words.unnamed_ends)
    )
