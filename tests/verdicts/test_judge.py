"""Readings, firmness, levels: what makes a claim hold, a query, or a contradiction."""

from __future__ import annotations

import json

import pytest

from crossfoot import Source, check
from crossfoot.audit import verified
from crossfoot.relation import add
from crossfoot.views.json import show


@pytest.fixture
def sums(story, figure):
    """A total of two parts, printed by the words that a test gives."""

    def made(total: str, a: str, b: str, **more):
        figures = {"total": figure("sales_volume"), "a": figure("sales_volume", segment="market:domestic")}
        figures["b"] = figure("sales_volume", segment="market:export")
        made = story(f"All [total:{total}], home [a:{a}], abroad [b:{b}].", figures)
        made.ties("sum", made["total"] == made["a"] + made["b"], **more)
        return made

    return made


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (("105,468", "101,102", "4,366"), "holds"),
        (("105,500", "101,102", "4,366"), "holds_rounded"),
        (("105,400", "101,102", "4,366"), "query"),  # cut off, not rounded
        (("105,300", "101,102", "4,366"), "contradicted"),
    ],
)
def test_how_far_a_sum_may_be_off(sums, relations, findings, words, outcome):
    verdicts = sums(*words).solve()
    assert [v.outcome for v in relations(verdicts)] == [outcome]
    assert [v.outcome for v in findings(verdicts)] == [outcome] * (outcome in ("query", "contradicted"))


def test_what_is_not_firm_never_contradicts(sums, relations, findings):
    verdicts = sums("105,300", "101,102", "4,366", firm=False).solve()
    assert findings(verdicts) == []
    (verdict,) = relations(verdicts)
    assert verdict.outcome == "unchecked"
    assert verdict.because


def test_what_is_not_firm_is_held_against_what_is_printed(story, figure, relations, findings):
    """Its figures are not all in a firm claim: what only it names has been printed all the same."""
    figures = {"total": figure("sales_volume"), "a": figure("sales_volume", segment="market:domestic")}
    figures |= {"b": figure("sales_volume", segment="market:export"), "other": figure("sales_volume", "2019")}
    made = story("All [total:105,468], home [a:101,102], abroad [b:4,366]; and [other:300,000].", figures)
    made.ties("sum", made["total"] == made["a"] + made["b"])
    made.ties("sum", made["other"] == made["total"] + made["a"], firm=False)
    verdicts = made.solve()
    assert findings(verdicts) == []
    assert sorted(v.outcome for v in relations(verdicts)) == ["holds", "unchecked"]
    assert all(v.because for v in relations(verdicts) if v.outcome == "unchecked")


def test_what_is_discovered_is_only_told(sums, relations, findings):
    verdicts = sums("105,300", "101,102", "4,366", origin="discovered").solve()
    assert findings(verdicts) == []
    assert [v.origin for v in relations(verdicts)] == ["discovered"]


@pytest.fixture
def bases(story, figure):
    """A rise from a figure of last year or, as another reading, of the month before."""
    figures = {
        "now": figure("sales_volume", "2020-04"), "year": figure("sales_volume", "2019-04"),
        "month": figure("sales_volume", "2020-03"), "rate": figure("growth of sales_volume", "2020-04", "percent"),
    }  # fmt: skip
    text = "[now:11,003] now, [w>rate:up] [rate:10%]; [year:10,001] a year and [month:9,999] a month ago."
    made = story(text, figures)

    def ties(**more):
        grown = [made["now"] * 100 == made[base] * (100 + made["rate"]) for base in ("year", "month")]
        made.ties("growth", *grown, **more)
        return made

    return ties


def test_one_reading_that_holds_is_enough(bases, relations, findings):
    verdicts = bases().solve()
    assert findings(verdicts) == []
    assert [v.outcome for v in relations(verdicts)] == ["holds"]


def test_only_a_lower_reading_is_a_query(bases, relations, findings):
    verdicts = bases().but("year:10,001", "year:8,001").solve()
    assert [v.outcome for v in relations(verdicts)] == ["query"]
    (finding,) = findings(verdicts)
    assert (finding.outcome, finding.code) == ("query", "XF105")
    assert "another reading" in finding.message


def test_readings_of_one_rank_are_equally_good(bases, findings):
    assert findings(bases(ranks=(0, 0)).but("year:10,001", "year:8,001").solve()) == []


def test_every_reading_fails(bases, findings):
    (finding,) = findings(bases().but("rate:10%", "rate:100%").solve())
    assert finding.outcome == "contradicted"
    assert finding.culprits[0].suggested == "10"


def test_what_no_slip_explains_is_misread_and_not_told(bases, relations, findings):
    verdicts = bases().but("rate:10%", "rate:23%").solve()
    assert findings(verdicts) == []
    (relation,) = relations(verdicts)
    assert relation.outcome == "unchecked"
    assert "no slip of the pen" in relation.because[0]


def test_a_figure_printed_twice(story, figure, relations, findings):
    made = story("Revenue was [a:1.41 million] or [a_:1,412,000].", {"a": figure("sales_volume", "2020")})
    assert [(v.kind, v.outcome) for v in relations(made.solve())] == [("equal", "holds")]
    (finding,) = findings(made.but("1,412,000", "1,142,000").solve())
    assert (finding.code, finding.outcome) == ("XF201", "contradicted")
    assert "1.41 million and as 1,142,000" in finding.message


def test_a_figure_printed_twice_that_no_claim_names(findings):
    share = "林某某先生持有公司股票51,600,381股，占公司总股本的14.28%，上述冻结的{}股股份占公司总股本的14.28%。"
    text = "公司股东林某某先生持有的公司股份51,600,381股被司法冻结。" + share
    (finding,) = findings(check(Source("notice", text.format("51,600,318"))).verdicts)
    assert (finding.code, finding.outcome) == ("XF201", "contradicted")
    assert findings(check(Source("notice", text.format("51,600,381"))).verdicts) == []


def test_two_faults_far_apart_are_two_findings(story, figure, findings):
    names = [f"{x}{i}" for x in "tab" for i in (1, 2)]
    figures = {name: figure("sales_volume", segment=f"line:{name}") for name in names}
    made = story("[t1:52,351] [a1:40,121] [b1:12,230]; [t2:9,133] [a2:4,081] [b2:5,052]", figures)
    for i in "12":
        made.ties("sum", made["t" + i] == made["a" + i] + made["b" + i])
    made.ties("sum", made["t1"] == add([made["t2"] * 5, made["a2"] + made["b2"] - made["a2"]]), firm=False)
    assert findings(made.solve()) == []
    wrong = made.but("b1:12,230", "b1:13,230").but("b2:5,052", "b2:5,502").solve()
    assert [f.outcome for f in findings(wrong)] == ["contradicted"] * 2


def test_unchecked_says_what_nobody_bounds(story, figure, relations):
    figures = {
        "now": figure("sales_volume", "2020"), "before": figure("sales_volume", "2019"),
        "rate": figure("growth of sales_volume", "2020", "percent"),
    }  # fmt: skip
    made = story("[now:11,003], [w>rate:up] [rate:10%]", figures)
    made.ties("growth", made["now"] * 100 == made["before"] * (100 + made["rate"]), implies=(figures["before"],))
    (verdict,) = relations([v for v in made.solve() if v.outcome != "implied"])
    assert verdict.outcome == "unchecked"
    assert verdict.because == ("nothing else bounds total sales volume, 2019",)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Its margin was 14%, up 2% from 12%.", [("XF204", "contradicted")]),
        ("The jobless rate went up to 4.3% from 4.1%, a rise of 0.2%.", [("XF204", "contradicted")]),
        ("Its margin was 14%, up 17% from 12%.", []),  # as growth it ties
        ("Its margin was 14%, up 15% from 12%.", []),
        ("The index stood at 104.2% of par, up 2.2% from 102.0%.", []),
        ("Its margin was 14%, up 1% from 12%.", [("XF204", "query")]),  # the points are not to the digit
    ],
)
def test_percent_for_points_is_wrong_however_loose_the_levels(findings, words, found):
    report = check(Source("note", words))
    assert [(v.code, v.outcome) for v in findings(report.verdicts)] == found
    assert all(why is None for _, why in verified(json.loads(show(report))))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("一季度吞吐量118.3万标箱，其中外贸箱71.0万标箱，占七成。", [("XF104", "contradicted")]),
        ("一季度吞吐量118.3万标箱，其中外贸箱71.0万标箱，占六成。", []),
        ("一季度吞吐量118.3万标箱，其中外贸箱76.9万标箱，占七成。", []),  # 65.0%
        ("公司营业收入32.40亿元，核心产品贡献收入21.60亿元，占营业收入的四分之三。", [("XF104", "contradicted")]),
        ("公司营业收入32.40亿元，核心产品贡献收入21.60亿元，占营业收入的三分之二。", []),
        (
            "Income was $4.20 million in total. Donations brought in $3.15 million, two thirds of it.",
            [("XF104", "contradicted")],
        ),
        ("Income was $4.20 million in total. Donations brought in $2.73 million, two thirds of it.", []),  # 65.0%
        ("Income was $4.20 million in total. Donations brought in $1.12 million, a quarter of it.", []),  # 26.7%
    ],
)
def test_a_fraction_in_words_is_wrong_where_another_is_what_the_rest_makes(findings, words, found):
    report = check(Source("note", words))
    assert [(v.code, v.outcome) for v in findings(report.verdicts)] == found
    assert all(why is None for _, why in verified(json.loads(show(report))))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("公司研发费用率为60%，较上年的52%提高6个百分点。", [("XF112", "contradicted")]),
        ("公司研发费用率为60%，较上年的52%提高7个百分点。", []),  # 52.4 and 7.4 make 59.8
        ("Its share rose by 0.4 points to 1.9% from 1.3%.", [("XF112", "contradicted")]),
        ("公司有直营店620家，加盟店1,240家，是直营店的三倍。", [("XF110", "contradicted")]),
        ("公司有直营店620家，加盟店1,340家，是直营店的三倍。", [("XF110", "query")]),  # no slip of the pen makes 2.16
        ("公司净利率约60%，较上年的约52%提高6个百分点。", []),  # as hedged as that, it may be
        ("项目周期由14个月延长到12个月。", [("XF203", "contradicted")]),
        ("项目周期由14个月延长到16个月。", []),
        ("10月工业品价格同比下降2.2%，降幅较9月的2.1%收窄0.1个百分点。", [("XF203", "contradicted")]),
        ("10月工业品价格同比下降2.2%，降幅较9月的2.1%扩大0.1个百分点。", []),
    ],
)
def test_what_a_slip_undone_ties_to_the_last_digit_is_wrong_however_loose_it_may_stand(findings, words, found):
    report = check(Source("note", words))
    assert [(v.code, v.outcome) for v in findings(report.verdicts)] == found
    assert all(why is None for _, why in verified(json.loads(show(report))))
