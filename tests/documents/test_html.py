"""Pages: what is the story and what is around it, tables with split figures, and pages that are meant to hurt."""

from __future__ import annotations

import pytest

from crossfoot.documents.html import layout
from crossfoot.documents.sniff import sniff
from crossfoot.errors import InputError

PROSE = "Acme Motor sold 7,000 cars in May, which was 2% more than in the same month of the year before. "
MENU = "<ul>" + "<li><a href=/>Markets</a></li>" * 20 + "</ul>"


def pieces(page: str) -> list[tuple[str, str]]:
    laid = layout(page)
    return [(piece.kind, laid.text[piece.start : piece.end]) for piece in laid.pieces]


def test_the_story_without_its_surroundings() -> None:
    story = f"""<h1>Sales <em>rise</em></h1><p>{PROSE}</p><p>{PROSE}It&nbsp;grew.</p><p><b>Company news</b></p>
        <p>{PROSE}Again.<br><br>{PROSE}Then.</p>"""
    page = f"<div id=login>Log in here</div>{MENU}<div>{story}</div><div>{MENU}<p>All rights reserved</p></div>"
    assert [(kind, words[-12:]) for kind, words in pieces(page)] == [
        ("title", "Sales rise"),
        ("paragraph", "year before."),
        ("paragraph", "re. It grew."),
        ("heading", "Company news"),
        ("paragraph", "fore. Again."),
        ("paragraph", "efore. Then."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "<p style='font-weight:700'>Exhibit 99.1</p><p style='font: bold 9pt A'>Acme Motor sells more in May</p>",
        "<div><b>Acme Motor, Inc.</b></div><p>Contact: A. Smith</p><p><b>Acme Motor sells more cars in May</b></p>",
        "<p>For immediate release</p><p style='font-weight:bold'>ACME <b>SELLS MORE</b></p>",
    ],
)
def test_the_title_of_a_press_release_is_its_first_loud_line(head: str) -> None:
    page = f"{head}<p>{PROSE}</p><p style='font-weight:bold'>About Acme Motor</p><p>{PROSE}Again.</p>"
    found = pieces(page)
    titles = [words for kind, words in found if kind == "title"]
    assert len(titles) == 1
    assert titles[0].startswith(("Acme Motor sells", "ACME SELLS"))
    assert ("heading", "About Acme Motor") in found


def test_what_is_set_loud_below_prose_is_no_title() -> None:
    page = f"<p>{PROSE}</p><p><b>About Acme Motor and its cars</b></p><p>{PROSE}Again.</p>"
    assert "title" not in [kind for kind, _ in pieces(page)]


def test_hidden_words_are_no_words() -> None:
    page = f"<p>{PROSE}</p><p hidden>no</p><p style='display: none'>no</p><script>no</script><p>{PROSE}yes</p>"
    assert "no" not in layout(page).text.replace("not", "")


def test_a_note_mark_does_not_lengthen_a_figure() -> None:
    assert "1,222³ cars on 40 m²" in layout("<p>It sold 1,222<sup>3</sup> cars on 40 m<sup>2</sup>.</p>").text


TABLE = """<table><tr><td></td><td colspan=3>2019</td><td colspan=3>2018</td></tr>
<tr><td>Net sales</td><td>$</td><td>1,309</td><td></td><td>$</td><td>1,210</td><td></td></tr>
<tr><td>Net loss</td><td></td><td>(24</td><td>)</td><td></td><td>(31</td><td>)</td></tr>
<tr><td>Margin</td><td></td><td>12.5</td><td>%</td><td></td><td>11.0</td><td>%</td></tr></table>"""


def test_split_figures_are_put_together() -> None:
    laid = layout(TABLE)
    assert laid.text.splitlines() == [
        "\t2019\t\t2018\t",
        "Net sales\t\t$1,309\t\t$1,210",
        "Net loss\t\t(24)\t\t(31)",
        "Margin\t\t12.5%\t\t11.0%",
    ]
    loss = laid.pieces[0].inside[2].inside[4]
    assert (laid.text[loss.start : loss.end], loss.cell and loss.cell.heads) == ("(31)", ("Net loss", "2018"))


def test_a_table_keeps_how_its_cells_are_set() -> None:
    rule = " style='border-bottom: 1px solid black'"
    laid = layout(f"""<table><tr><th></th><th colspan=2>2019</th></tr>
<tr><td><b>Goods</b></td></tr>
<tr><td style='padding-left: 10pt'>Wire</td><td>$</td><td>1,204</td></tr>
<tr><td style='padding-left: 10pt'>Rope</td><td colspan=2{rule}>388</td></tr>
<tr><td rowspan=2>Total</td><td colspan=2>1,592</td></tr><tr><td></td><td>41</td></tr></table>""")
    rows = [[laid.text[cell.start : cell.end] for cell in row.inside] for row in laid.pieces[0].inside]
    assert rows[2:] == [["Wire", "", "$1,204"], ["Rope", "", "388"], ["Total", "", "1,592"], ["", "", "41"]]
    looks = [[cell.cell.look for cell in row.inside if cell.cell] for row in laid.pieces[0].inside]
    assert [row[0].indent for row in looks[2:5]] == [1, 1, 0]
    assert [row[2].ruled for row in looks[2:5]] == [False, False, True]
    assert looks[1][0].bold


def test_tables_that_lay_out_a_page_are_read_as_prose() -> None:
    page = f"<table><tr><td><p>{PROSE}</p><p>{PROSE}Up 2% to 7.</p></td></tr></table>"
    assert [kind for kind, _ in pieces(page)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("page", ["<div>" * 600, "<a " + "x=1 " * 1100 + ">", "<b>" * 9000])
def test_pages_beyond_the_limits_are_refused(page: str) -> None:
    with pytest.raises(InputError, match="more than"):
        layout(page + "x")


@pytest.mark.parametrize(
    "page",
    ["<p>" * 9000, "<li>" * 9000, "<br>" * 9000, "<script>" + "<div>" * 900, "<li>Topics</li>" * 9000, "<", "", "<!--"],
)
def test_pages_that_only_look_deep(page: str) -> None:
    layout(page)


ZH = "甲公司今年五月售出汽车七千辆，同比增长百分之二，管理层预计全年销量将继续保持平稳增长的态势。"
LAYOUTS = {
    "a sidebar before the story, teasers after it": f"""<title>Acme sells more cars - Daily Motor</title>
<div class="has-sidebar"><div class=sidebar><h1>Acme sells more cars</h1><label>FIND A CAR</label></div>
<div class=body><p>{PROSE * 3}First.</p><p>{PROSE * 3}Last.</p>
<div class=x><p>Beta Motor presents a van that carries more than any other did</p>
</div></div></div><div id=footer>{PROSE}The material is ours.</div>""",
    "a headline that is no h1, a notice, a form": f"""<title>Acme sells more cars | Wire</title>
<h1><a href=/>Wire</a></h1>
<div class=box><p>We use cookies to know you.</p><p>{PROSE}</p></div><h2><a href=/s>Acme sells more cars</a></h2>
<div><p>{PROSE * 2}First.</p>
<div><h4>Sign up for our newsletter</h4><p>All of it, every day.</p></div><p>{PROSE}Last.</p></div>
<div><p>&copy; 2024 Wire. All rights reserved.</p></div>""",
    "comments and related stories": f"""<h1>Acme sells more cars</h1>
<div class=text><p>{PROSE}First.</p><p>{PROSE}Last.</p></div>
<section class=post-comments><p>{PROSE}I doubt it.</p><p>{PROSE}So do I.</p></section>
<div><div><h3>Related stories</h3></div><p>{PROSE}Elsewhere.</p></div>""",
}
LAYOUTS_ZH = {
    "a page of tables, a trail, an editor": f"""<title>甲公司五月销量增长_乙网</title>
<table><tr><td>当前位置：<a href=/>首页</a> >> 正文</td></tr>
<tr><td><div><span><b>甲公司五月销量增长</b></span></div><p>{ZH}起。</p><p>{ZH}止。</p></td></tr><tr><td>责任编辑：王五</td></tr>
<tr><td>【<a href=#>打印本页</a>】</td></tr></table><div>版权所有：乙网 京ICP备1号</div>""",
    "a list of others and a notice": f"""<meta property=og:title content=甲公司五月销量增长>
<div class=c><h2>甲公司五月销量增长</h2>
<div class=txt>{ZH}起。<br>{ZH}止。</div><div><p>免责声明：本文仅供参考，据此操作风险自担。</p></div>
<div><h2>相关阅读</h2><dl><dd><a href=/a>丙公司扩产</a></dd>
<dd>丙公司表示将在明年扩大产能，并新建五家工厂以满足需求。</dd></dl></div></div>
<div class=footer>{ZH}</div>""",
}


@pytest.mark.parametrize("page", LAYOUTS.values(), ids=LAYOUTS)
def test_what_sites_set_around_a_story(page: str) -> None:
    kinds = [(kind, words.split()[-1]) for kind, words in pieces(page)]
    assert kinds == [("title", "cars"), ("paragraph", "First."), ("paragraph", "Last.")]


@pytest.mark.parametrize("page", LAYOUTS_ZH.values(), ids=LAYOUTS_ZH)
def test_what_chinese_sites_set_around_a_story(page: str) -> None:
    kinds = [(kind, words[-2:]) for kind, words in pieces(page) if kind != "byline"]
    assert kinds == [("title", "增长"), ("paragraph", "起。"), ("paragraph", "止。")]


def test_whatever_a_table_stands_in_it_stays() -> None:
    page = f"<h1>Results</h1><p>{PROSE}</p><p>{PROSE}Then.</p><div class='related promo'>{TABLE}</div>"
    assert [kind for kind, _ in pieces(page)] == ["title", "paragraph", "paragraph", "table"]


def test_an_element_that_holds_the_story_stays_whatever_its_name() -> None:
    page = f"<h1>Results</h1><div class=share-news><p>{PROSE}</p><p>{PROSE}Then.</p></div>"
    assert [kind for kind, _ in pieces(page)] == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "page",
    [f"<div><p>{PROSE}</p><p>{PROSE}Then.</p><p>It grew.</p></div>", f"<div>{PROSE}<br>{PROSE}Then.<br>It grew.</div>"],
)
def test_a_short_last_sentence_is_the_storys(page: str) -> None:
    assert layout(f"<h1>Results</h1>{page}<div>Contact us</div>").text.endswith("It grew.\n")


def test_a_document_of_a_filing_as_the_sec_wraps_it() -> None:
    page = (
        "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex99.htm\n<DESCRIPTION>EX-99.1\n<TEXT>\n<html><head></head>"
        "<body><p>Corran Foods sold 9,000 crates.</p></body></html>\n</TEXT>\n</DOCUMENT>\n"
    )
    assert sniff(page) == "html"
    assert layout(page).text == "Corran Foods sold 9,000 crates.\n"
