"""Two times and the length between them are bound by words, and by nothing else."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Stretch


def stretches(text: str, lang: str = "en"):
    facts = check(Source("s", text, lang=lang, published="2024-11-01")).facts
    return [(f.start.label, f.end.label, f.length, f.unit) for f in facts if isinstance(f, Stretch)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The lease runs for 30 months from May 1, 2024 to October 31, 2026.",
            ("2024-05-01", "2026-10-31", 30, "month"),
        ),
        ("A 60-day truce signed on May 2 will run until July 1, 2024.", ("2024-05-02", "2024-07-01", 60, "day")),
        ("The walkout (June 3 to June 7, 2024, five days) shut the mine.", ("2024-06-03", "2024-06-07", 5, "day")),
        ("Holm sold $400 million of 10-year notes due 2034.", ("2024-11-01", "2034", 10, "year")),
        (
            "Holm sold €500 million of notes. The seven-year tranche, of €300 million, falls due in June 2031.",
            ("2024-11-01", "2031-06", 7, "year"),
        ),
        (
            "Hail fell on 14 August 2024. The last cheque went out 45 days after the storm, on 28 September.",
            ("2024-08-14", "2024-09-28", 45, "day"),
        ),
        (
            "Ms Lund became its chairman in June 2014 and resigned on July 9, 2024, after ten years in the chair.",
            ("2014-06", "2024-07-09", 10, "year"),
        ),
        ("She took over in May 2016 and steps down in May 2024, after eight years.", ("2016-05", "2024-05", 8, "year")),
        (
            "The fair, first held in 1975, is staged every year, for the 50th time in 2024.",
            ("1975", "2024", 50, "year"),
        ),
        ("It was the first win in 12 years, since 2012.", ("2012", "2024", 12, "year")),
        ("The mill, built in 1998, will shut in 2026 after 28 years.", ("1998", "2026", 28, "year")),
        (
            "The court gave it 60 days from April 8, 2024, to appeal, that is until June 7.",
            ("2024-04-08", "2024-06-07", 60, "day"),
        ),
        ("Holm bought the mill in 2014, ten years ago.", ("2014", "2024", 10, "year")),
        ("公司成立于2014年，即10年前。", ("2014", "2024", 10, "year")),
        ("Holm, founded in 1964, marks its 60th anniversary.", ("1964", "2024", 60, "year")),
        (
            "The eight-year notes, which are to be settled on 3 June 2024, mature on 3 June 2032.",
            ("2024-06-03", "2032-06-03", 8, "year"),
        ),
        (
            "Creditors have 30 days to object. The notice was served on 2 September and the time runs out on "
            "2 October 2024.",
            ("2024-09-02", "2024-10-02", 30, "day"),
        ),
        ("The plant shut in 2021, four years after Holm bought it in 2017.", ("2017", "2021", 4, "year")),
        ("Five years after it was founded in 2011, Holm listed in 2016.", ("2011", "2016", 5, "year")),
        ("The mill opened in 1998 and burned down 20 years later, in 2018.", ("1998", "2018", 20, "year")),
        (
            "Ada Holm died on Monday at the age of 91. Born on 2 March 1933, she led the bank for years.",
            ("1933-03-02", "2024-10-28", 91, "year"),
        ),
        ("Set up in 1924, the club held its hundredth anniversary on 5 October 2024.", ("1924", "2024", 100, "year")),
        ("The fair lasts four days, 7 to 10 August 2024.", ("2024-08-07", "2024-08-10", 4, "day")),
        ("She sat on the board from 1978 until 1999, twenty-one years in all.", ("1978", "1999", 21, "year")),
        ("銀團貸款年期五年，首次提款日為2024年5月6日，到期日為2029年5月6日。", ("2024-05-06", "2029-05-06", 5, "year")),
        ("书展为期五天，5月8日开幕，5月12日落幕。", ("2024-05-08", "2024-05-12", 5, "day")),
        ("老店开在1924年，到今年正好一百周年。", ("1924", "2024", 100, "year")),
        ("The mill, bought in 2014, was sold a decade later, in 2024.", ("2014", "2024", 10, "year")),
        (
            "Construction began in March 2021 and was completed in September 2023, 30 months later.",
            ("2021-03", "2023-09", 30, "month"),
        ),
        ("In the five years since 2019 sales have doubled.", ("2019", "2024", 5, "year")),
        ("He was mayor between 1990 and 2002, a span of 12 years.", ("1990", "2002", 12, "year")),
        ("Ada Holm was 34 when she took over in 2009; she was born in 1975.", ("1975", "2009", 34, "year")),
        ("Ada Holm has been in office for 13 years, since 2011.", ("2011", "2024", 13, "year")),
        ("Twelve years passed between the fire in 1998 and the reopening in 2010.", ("1998", "2010", 12, "year")),
        ("本行於1974年創立，今年踏入五十周年。", ("1974", "2024", 50, "year")),
        ("公司2022年上市，距今两年。", ("2022", "2024", 2, "year")),
        ("要约自2024年9月3日起，为期21日，至2024年9月24日截止。", ("2024-09-03", "2024-09-24", 21, "day")),
        ("合同工期24个月，自2024年5月1日起至2026年4月30日止。", ("2024-05-01", "2026-04-30", 24, "month")),
        ("限售期6个月，自2024年3月12日起算，2024年9月12日上市流通。", ("2024-03-12", "2024-09-12", 6, "month")),
        ("展会10月1日至10月8日共8天。", ("2024-10-01", "2024-10-08", 8, "day")),
        ("公司成立于1999年，今年迎来25周年。", ("1999", "2024", 25, "year")),
    ],
)
def test_words_bind_two_times_and_a_length(text, expected):
    assert stretches(text, "en" if text.isascii() else "zh") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Holm opened the mill on May 2, 2024; its 90-day results came on October 4, 2024.",  # nothing lasts so long
        "The lease runs for about 30 months from May 1, 2024 to July 31, 2026.",  # nobody counted
        "The 10-year notes due 2031 traded at 98 on Friday.",  # not new
        "Holm, founded in 1964, marks the 25th anniversary of its listing.",  # of something else
        "Since 1998 it has opened 25 mills, each in two years.",
        "The 90-day review started on May 1, 2024. The offer closes on July 1, 2024.",  # of something else
        "The three-year lease began on June 1, 2024 and was ended early on October 31, 2024.",
        "Seventy-five years ago, in 1949, the club was formed by nine people.",  # "five years ago" is no word of it
        "Holm sold five-year notes on 3 May 2024 and plans to close its plant on 30 September 2025.",
        "Holm signed a five-year contract in 2019 and moved its head office to Leeds by 2021.",
        "租赁期10年，自2020年1月1日起，前6个月免租，至2020年6月30日止。",
        "Creditors have 10 business days to object: served on 2 September 2024, the time ends on 16 September 2024.",
        "公司成立于1999年，拥有25家门店，3年内再开10家。",
        "The club, founded in 1975, has won for the 5th time in 2024.",  # not every year
    ],
)
def test_times_that_nothing_binds_are_left_alone(text):
    assert stretches(text, "en" if text.isascii() else "zh") == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("产线原定2024年9月投产，现推迟至2024年12月，延后三个月。", "三个月", "五个月"),
        ("决定书于12月1日送达，机构须自送达之日起15日内缴款，最后期限为12月16日。", "12月16日", "12月26日"),
        ("任职九年的首席执行官将于2026年3月31日卸任。他2017年4月出任该职。", "九年", "六年"),
    ],
)
def test_what_lasts_or_comes_late_is_held_against_its_times(text: str, right: str, wrong: str) -> None:
    def told(words: str) -> list[str]:
        report = check(Source("s", words, lang="zh", published="2024-11-01"))
        return [v.outcome for v in report.verdicts if v.code and v.outcome in ("contradicted", "query")]

    assert not told(text)
    assert told(text.replace(right, wrong)) == ["contradicted"]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("首届大会于2013年举办，此后每年一届，今年为第十二届。", "第十二届", "第十三届"),
        ("项目2021年3月开工，2023年9月竣工，历时30个月。", "2023年9月", "2023年6月"),
        ("The fair, first held in 1975, is staged every year, for the 50th time in 2024.", "50th", "60th"),
    ],
)
def test_what_is_held_every_year_and_months_are_held_against_their_times(text: str, right: str, wrong: str) -> None:
    def errors(said: str) -> list[str]:
        found = check(Source("s", said, lang="en" if said.isascii() else "zh", published="2024-11-01")).verdicts
        return [v.code for v in found if v.code and v.outcome == "contradicted"]

    assert not errors(text)
    assert errors(text.replace(right, wrong))


def test_a_time_that_something_starts_at_is_not_what_came_so_long_after() -> None:
    assert not stretches("合同于2023年签订，期限三年，2024年起执行，2026年底到期。", "zh")
