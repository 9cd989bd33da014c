"""Plain statements in the words of desks, numbers drawn by a fixed seed: right ones must be silent, a slip found.

    python benchmarks/plain.py [SEED]

Each form is filled in with numbers that tie, and again with two neighbouring digits of one of them in the other order
(of an order: its two numbers exchanged; of words for numbers: the next one). A slip that rounding allows for is no
error and counts as not found. Prints for each kind how many slips are found, and every right text that is told.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from fractions import Fraction

from crossfoot import Source, check

EACH = 8  # texts of a form
WORDS = {"en": ["zero", "one", "two", "three", "four", "five", "six", "seven"], "zh": list("零一两三四五六七")}
PLACES = {
    "en": ["Aldmere", "Brockton", "Carey", "Dunmore", "Eston", "Fairholt", "Glenby"],
    "zh": ["安镇", "白镇", "柯镇", "邓镇", "伊镇", "方镇", "葛镇"],
}
FORMS = {
    "en": {
        "share": [
            "Of its {whole} staff, {part} work abroad, {rate}% of the total.",
            "{part} of the {whole} homes are let, or {rate}%.",
            "Electric models made up {part} of the {whole} cars sold, a share of {rate}%.",
            "It sold {whole} cars. Of these, {part} ({rate}%) were electric.",
            "{rate}% of the {whole} members voted, {part} in all.",
            "With {part} of {whole} seats it holds {rate}% of the house.",
            "The plan was {whole} homes; {part} were built, or {rate}% of it.",
            "Against a target of {whole} it sold {part}, {rate}%.",
        ],
        "sum": [
            "It has {a} plants in Asia, {b} in Europe and {c} in America, {total} in all.",
            "Sales came to {total} cars: {a} in May, {b} in June and {c} in July.",
            "Of {total} entrants, {a} were men, {b} women and {c} children.",
            "Visitors: {total} ({a} by rail, {b} by road, {c} by air).",
            "Paper made {a} tonnes, board {b} and pulp {c}, for a total of {total} tonnes.",
        ],
        "difference": [
            "It took {more} votes, {by} more than the {less} of its rival.",
            "Exports were {more} million and imports {less} million, a surplus of {by} million.",
            "Stocks fell by {by} to {less} from {more}.",
            "Of the {more} million borrowed it has repaid {less} million and still owes {by} million.",
            "May brought {by} orders, taking the total for the year to {more} from {less}.",
            "First-half sales of {more} include {less} in the first quarter and {by} in the second.",
        ],
        "points": [
            "The jobless rate rose to {high}% from {low}%, {points} points more.",
            "Its margin was {high}%, up {points} percentage points from {low}%.",
            "At {high}% inflation is {points} points above the {low}% of May.",
        ],
        "product": [
            "{many} buses at ${each} apiece cost ${made}.",
            "The {many} members raised ${made}, or ${each} per head.",
            "It delivered {made} cars over {many} months, {each} a month on average.",
        ],
        "order": [
            "Birch sold {less} cars, fewer than Arden's {more}.",
            "Output fell to {less} tonnes, below the {more} of a year ago.",
            "Arden was first with {more} points, Birch second with {less}.",
            "Income exceeded spending: {more} million against {less} million.",
        ],
        "count": ["{n} firms bid: {names}.", "It has plants in {n} countries: {names}."],
    },
    "zh": {
        "share": [
            "{whole}名员工中，{part}人在海外工作，占{rate}%。",
            "共{whole}套住房，已租出{part}套，出租率{rate}%。",
            "电动车{part}辆，占总销量{whole}辆的{rate}%。",
            "{whole}个席位中该党获{part}个，占{rate}%。",
            "计划建房{whole}套，已建{part}套，完成{rate}%。",
        ],
        "sum": [
            "集团亚洲有工厂{a}座，欧洲{b}座，美洲{c}座，共{total}座。",
            "收入{total}万元，其中门票{a}万元、餐饮{b}万元、租金{c}万元。",
            "债券{a}万元，股票{b}万元，其余{c}万元为现金，合计{total}万元。",
            "游客{total}人次（铁路{a}，公路{b}，航空{c}）。",
        ],
        "difference": [
            "甲得{more}票，比乙的{less}票多{by}票。",
            "出口{more}万元，进口{less}万元，顺差{by}万元。",
            "库存由{more}吨减少{by}吨至{less}吨。",
            "借款{more}万元，已还{less}万元，尚欠{by}万元。",
            "5月销售{by}辆，前5月累计{more}辆，前4月为{less}辆。",
        ],
        "points": [
            "失业率升至{high}%，比上月的{low}%高{points}个百分点。",
            "毛利率{high}%，同比提高{points}个百分点，上年为{low}%。",
            "女性占比由{low}%升至{high}%，提高{points}个百分点。",
        ],
        "product": [
            "客车{many}辆，单价{each}元，总价{made}元。",
            "{many}名会员共捐{made}元，人均{each}元。",
            "{many}家店共收入{made}元，店均{each}元。",
        ],
        "order": [
            "乙销售{less}辆，低于甲的{more}辆。",
            "产量降至{less}吨，低于去年的{more}吨。",
            "甲{more}分排名第一，乙{less}分第二。",
            "收入{more}万元大于支出{less}万元。",
        ],
        "count": ["{n}家公司投标：{names}。", "{n}位创始人为{names}。"],
    },
}


def numbers(draw: random.Random, lang: str) -> dict[str, str]:
    """What the places of a form may hold."""
    whole, less, low = draw.randint(2_011, 9_876), draw.randint(1_213, 7_987), draw.randint(31, 640)
    part, by, points = draw.randint(whole // 10, whole * 8 // 10), draw.randint(1_111, 3_987), draw.randint(3, 59)
    a, b, c = draw.randint(1_011, 6_987), draw.randint(1_011, 5_987), draw.randint(311, 2_987)
    many, each, n = draw.randint(12, 96), draw.randint(1_123, 9_876), draw.randint(3, 6)
    *names, last = draw.sample(PLACES[lang], n)
    joined = f"{', '.join(names)} and {last}" if lang == "en" else "、".join([*names, last])
    known = {"whole": whole, "part": part, "a": a, "b": b, "c": c, "total": a + b + c, "less": less, "by": by}
    known |= {"more": less + by, "many": many, "each": each, "made": many * each}
    shown = {name: f"{number:,}" for name, number in known.items()}
    shown |= {"low": f"{low / 10:.1f}", "points": f"{points / 10:.1f}", "high": f"{(low + points) / 10:.1f}"}
    shown |= {"rate": f"{float(Fraction(100 * part, whole)):.1f}", "names": joined}
    return shown | {"n": WORDS[lang][n].capitalize(), "next": WORDS[lang][n + 1].capitalize()}


def slipped(draw: random.Random, kind: str, form: str, shown: dict[str, str]) -> dict[str, str] | None:
    """The same with one slip; None where no two neighbouring digits differ."""
    if kind == "order":
        return {**shown, "more": shown["less"], "less": shown["more"]}
    if kind == "count":
        return {**shown, "n": shown["next"]}
    name = draw.choice(re.findall(r"\{(\w+)\}", form))
    places = [m.start() for m in re.finditer(r"\d(?=,?\d)", shown[name])]
    for at in draw.sample(places, len(places)):
        digits, behind = shown[name], at + 1 if shown[name][at + 1].isdigit() else at + 2
        if digits[at] != digits[behind] and (at or digits[behind] != "0"):
            swapped = digits[:at] + digits[behind] + digits[at + 1 : behind] + digits[at] + digits[behind + 1 :]
            return {**shown, name: swapped}
    return None


def told(text: str, lang: str, *outcomes: str) -> bool:
    verdicts = check(Source("plain", text, lang=lang, published="2025-01-20")).verdicts
    return any(v.code is not None and v.outcome in outcomes for v in verdicts)


def main() -> None:
    draw = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    tried, found, false = Counter[tuple[str, str]](), Counter[tuple[str, str]](), list[str]()
    for lang, kinds in FORMS.items():
        for kind, forms in kinds.items():
            for form in forms * EACH:
                shown = numbers(draw, lang)
                if told(right := form.format(**shown), lang, "contradicted", "query"):
                    false.append(right)
                if (wrong := slipped(draw, kind, form, shown)) is not None:
                    tried[lang, kind] += 1
                    found[lang, kind] += told(form.format(**wrong), lang, "contradicted")
    for lang, kind in tried:
        print(f"{lang}  {kind:10}  {found[lang, kind]:3} of {tried[lang, kind]:3}")
    print(f"all {found.total()} of {tried.total()} slips found; right texts that are told: {len(false)}")
    print("\n".join(false))


if __name__ == "__main__":
    main()
