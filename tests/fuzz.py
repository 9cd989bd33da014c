"""Throws texts at the normaliser and at the readers of both languages, and stops at the first that breaks a law. Run:

    python3 dev.py fuzz [EXAMPLES]         hypothesis, 50,000 examples if not told otherwise
    python tests/fuzz.py atheris SECONDS   guided by coverage; needs atheris, which is no part of the set-up

What breaks is printed with the text that broke it; it becomes a regression test in tests/mentions/.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from crossfoot import documents, mentions
from crossfoot.mentions.view import View
from crossfoot.model import Source

PIECES = (  # noqa: SIM905
    "0 1 7 12 2020 1,234 3.5 .5 １２ ３， ٣ ½ ² ③ Ⅳ one twelve hundred half quarter thousand million bn "
    "mln k lakh crore third dozen fifth % ‰ pct percent percentage points bps basis $ US$ HK$ € £ ¥ Rs "
    "cts c p yuan dollars cents vs v - – — − ~ ( ) [ ] / . , : ; ' \" ' ’ to from between and of a an per "
    "up rose fell by down net loss more than about least at sq square metres tonnes barrels nm GWh shares "
    "year-on-year times double twice fold fivefold 1st 21st April Apr. May March Monday Tuesday Q1 1H FY "
    "fiscal quarter half year years ago last this same month earlier end ended ending the first four nine "
    "months days week decade 1990s mid- early late date today yesterday Feb 29 30 31 零 〇 一 二 两 三 十 "
    "廿 百 千 万 亿 兆 半 成 折 倍 余 多 几 数 点 分之 百分之 个百分点 个基点 翻番 元 美元 港元 人民币 角 "
    "年 月 日 号 季度 上半年 一季度 去年 今年 同期 上年 同比 环比 增长 下降 减少 至 到 较 为 约 近 超 逾 "
    "不足 以上 辆 台 家 人 股 亩 吨 公里 ， 。 、 ； ： （ ） 《 》 周一 星期二 截至 末 初 底 前 后 第 "
    "其中 分别 壹 贰 叁 仟 佰 億 萬 負 负 "
).split()
ODD = (
    *"\u200b\u200f\u202e\u00ad\ufeff\u3000\u00a0\t\n\0\u0130\u00df\u0301\U0001d7d9\U0001f4c8",
    "\n\n",
    "\r\n",
)
JOINTS = ("", "", " ", "-", "\n")

words = st.lists(st.tuples(st.sampled_from((*PIECES, *ODD)), st.sampled_from(JOINTS)), max_size=24)
texts = words.map(lambda pairs: "".join(piece + joint for piece, joint in pairs)) | st.text(max_size=80)


def hold(text: str, lang: str) -> None:
    """The view leads back into the text; what is found stands in the text, in order, and has its ends in order."""
    view = View.of(text)
    spans = [view.span(i, i + 1) for i in range(len(view.text))]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert not spans or (spans[0][0] >= 0 and spans[-1][1] <= len(text))
    view.folds(0, len(view.text))
    document = documents.read(Source("fuzz", text, lang=lang, published="2020-05-12"))
    found = mentions.find(document).mentions
    last = (-1, 0)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(document.text)
        assert last <= (mention.span.start, -mention.span.end)
        last = (mention.span.start, -mention.span.end)
        if mention.kind == "quantity":
            low, high = mention.value.low, mention.value.high
            assert low is None or high is None or low <= high, (low, high)
        if mention.kind == "timex" and mention.value.period is not None:
            start, end = mention.value.period.start, mention.value.period.end
            assert start is None or end is None or start <= end, (start, end)


def with_hypothesis(examples: int) -> None:
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=quiet,
        phases=(Phase.generate, Phase.shrink),
    )
    @given(texts, st.sampled_from(("en", "zh")))
    def law(text: str, lang: str) -> None:
        hold(text, lang)

    law()
    print(f"{examples:,} examples, no failure")


def with_atheris(seconds: int) -> None:
    """Bytes choose pieces and characters, so that mutation moves among words rather than inside UTF-8."""
    import atheris

    pieces = (*PIECES, *ODD)

    def one(data: bytes) -> None:
        source = atheris.FuzzedDataProvider(data)
        lang = "en" if source.ConsumeBool() else "zh"
        parts = []
        while source.remaining_bytes() and len(parts) < 60:
            pick = source.ConsumeIntInRange(0, len(pieces) + 40)
            parts.append(pieces[pick] if pick < len(pieces) else source.ConsumeUnicodeNoSurrogates(3))
            parts.append(JOINTS[source.ConsumeIntInRange(0, len(JOINTS) - 1)])
        hold("".join(parts), lang)

    entry: Callable[[bytes], None] = one
    atheris.instrument_all()
    with tempfile.TemporaryDirectory() as corpus:
        options = [f"-max_total_time={seconds}", "-max_len=400", "-seed=1", f"-artifact_prefix={corpus}/", corpus]
        atheris.Setup([sys.argv[0], *options], entry)
        atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["atheris"]:
        with_atheris(int(sys.argv[2]))
    else:
        with_hypothesis(int(sys.argv[1]) if sys.argv[1:] else 50_000)
