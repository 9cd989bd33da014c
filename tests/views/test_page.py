"""The page: built from its sources, safe whatever a text says, usable by mouse and by keys, without scripts, on paper.

The tests that need a browser are skipped, and say so, where there is no chromium (tests/browser.py).
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from importlib.resources import files as files_of
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from browser import chromium, written
from crossfoot import Source, check
from crossfoot.documents.apart import pictured
from crossfoot.doors.cli import main
from crossfoot.doors.forms import shown
from crossfoot.lexicon.told import chinese
from crossfoot.model import Block, Cell, Look, Span
from crossfoot.views import page, sheets
from pdfmaker import Pdf

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = files_of("crossfoot").joinpath("samples", "digest.txt").read_text(encoding="utf-8")
DRAFT = files_of("crossfoot").joinpath("samples", "draft.txt").read_text(encoding="utf-8")
TWO = (
    "# Tiles\n\nPelham Tiles Ltd sold 9,000 pallets in 2023, comprising 5,000 in the domestic market and 3,000 "
    "abroad.\n\n"
    "Corran Foods sold 5,448 boxes in April 2024, up 25% from 4,864 boxes a year earlier.\n"
)
CHINESE = "塔罗汽车2024年4月销量84212辆，同比增长15%，其中国内销量71905辆，出口12317辆。😀5月销量为90000辆。\n"
TABLE = (
    "# Sales\n\nCars rose.\n\n| Vehicles | 2023 | 2024 |\n|---|---|---|\n| Sedans | 31,448 | 33,000 |\n"
    "| SUVs | 46,903 | 51,200 |\n| Total | 78,351 | 84,200 |\n"
)
RUN_AXE = "async () => (await axe.run()).violations.map(v => [v.id, v.nodes.map(n => n.html)])"
TEXTS = {"sample": SAMPLE, "two errors": TWO, "中文": CHINESE, "table": TABLE}


# ------------------------------------------------------------------------------------------------ without a browser


def test_the_page_in_the_package_is_built_from_these_sources() -> None:
    folder = ROOT / "page"
    names = [
        "package-lock.json",
        "template.html",
        "vite.config.ts",
        *(f"src/{p.name}" for p in (folder / "src").iterdir()),
    ]
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(f"{name}\0".encode() + (folder / name).read_bytes() + b"\0")
    template = files_of("crossfoot").joinpath("views", "page.html").read_text(encoding="utf-8")
    assert f"crossfoot page {digest.hexdigest()[:32]}" in template, "build it anew: python3 dev.py page"
    assert len(template.encode()) < 150_000


def test_the_same_report_gives_the_same_bytes_and_its_words_are_all_there() -> None:
    for name, text in TEXTS.items():
        made = page.show([(name, check(Source(name, text, format="markdown")))])
        assert made == page.show([(name, check(Source(name, text, format="markdown")))])
        body = made[made.index("<article") : made.index('<script type="application/json"')]
        shown = " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())
        for words in re.findall(r"[^\s#|-]{2,}", text):
            assert words in shown, (name, words)


def test_what_is_said_of_reading_and_of_remarks_has_chinese_words() -> None:
    drawn = Pdf()
    drawn.text(72, 90, "Tarrow Motors Ltd sold 84,222 cars in 2024.")
    drawn.page()
    drawn.picture()
    remarked = "<!-- crossfoot: ignore[sum-mismach] -->\nSales rose.\n\n<!-- crossfoot: ignroe -->\nSales fell.\n"
    for source in (Source("scan", drawn.bytes(), None), Source("note", remarked, format="markdown")):
        report = check(source)
        messages = [verdict.message for verdict in report.verdicts if verdict.code]
        assert messages
        assert all(re.match("[\u4e00-\u9fff]{2}", chinese(message)) for message in messages)


def test_figures_that_cross_are_marked_in_pieces() -> None:
    figures = [page.Figure((0, 8)), page.Figure((4, 12))]
    for figure, status in zip(figures, ("ok", "bad"), strict=True):
        figure.stands(status)
    made = page._Marks("up 2% to 9 units", figures).within(0, 16)
    assert made == (
        '<mark class="ok" data-f="0">up 2</mark><mark class="bad" data-f="0 1">% to</mark>'
        '<mark class="bad" data-f="1"> 9 u</mark>nits'
    )


def test_cells_span_what_they_spanned() -> None:
    span, cell = Span("", 0, 4), Cell(0, 0, 1, look=Look(rows=2, cols=3, bold=True))
    made = page._cell(Block("cell", span, -1, cell=cell), True, page._Marks("2024", []))
    assert made == '<th scope="col" data-s="0" colspan="3" rowspan="2" class="bold">2024</th>'


# ----------------------------------------------------------------------------------------------------- with a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as known:
        yield known


class Opened:
    """A page from disk, with what it asked for and what went wrong in it."""

    def __init__(self, browser: Any, path: Path, **context: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", **context})
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        self.page.on("dialog", lambda dialog: (self.wrong.append(dialog.message), dialog.dismiss()))
        self.page.goto(path.as_uri())

    def text(self, where: str) -> str:
        return " ".join(self.page.inner_text(where).split())

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    made: list[Opened] = []

    def opens(name: str, text: str, **context: Any) -> Opened:
        made.append(Opened(browser, written(tmp_path, name, text), **context))
        return made[-1]

    yield opens
    for one in made:
        assert [url for url in one.asked if not url.startswith(("file:", "data:"))] == []
        assert one.wrong == []
        one.context.close()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_nothing(opened: Any, name: str, light: str) -> None:
    axe = files_of("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    one = opened(name, TEXTS[name], color_scheme=light, bypass_csp=True, reduced_motion="reduce")
    one.page.evaluate(axe)
    for keys in ((), ("j",), ("n",), ("?",)):
        one.keys(*keys)
        assert one.page.evaluate(RUN_AXE) == [], (name, keys)
    one.keys("Escape")
    for tab in ("findings", "figures", "equations", "facts", "implied", "unchecked"):
        one.page.click(f"#tab-{tab}")
        assert one.page.evaluate(RUN_AXE) == [], (name, tab)


def test_a_figure_shows_its_equation_and_lights_the_others(opened: Any) -> None:
    one = opened("draft", DRAFT)
    one.page.click("mark:has-text('81,946')")
    assert "81,946" in one.text(".evidence h2")
    assert "81,946 + 6,731 = 88,677" in one.text(".evidence")
    assert one.page.evaluate("CSS.highlights.get('chosen').size") == 1
    assert one.page.evaluate("CSS.highlights.get('lit').size") >= 1
    one.page.click(".claim .head >> nth=1")
    assert "open" in one.page.get_attribute(".claim >> nth=1", "class")
    assert one.page.locator("svg[role=img]").count() == 1
    assert "proved again in this page" in one.text(".claim.open .proof")


def test_keys_filters_search_and_links(opened: Any, tmp_path: Path) -> None:
    one = opened("draft", DRAFT)
    assert one.text(".counts").startswith("10 tie 1 contradict")
    one.keys("n")
    assert "35,824" in one.text(".evidence h2")
    assert "does not tie" in one.text(".claim.open")
    link = one.page.evaluate("location.hash")
    start = DRAFT.index("35,824")
    assert link == f"#{start}-{start + 6}"
    one.keys("j", "k", "e", "p", "c")
    one.keys("Escape")
    assert "Choose a figure" in one.text(".evidence")
    one.page.click("#tab-figures")
    everything = one.page.locator("#list .entry").count()
    one.page.click(".filters .bad")
    assert 0 < one.page.locator("#list .entry").count() < everything
    one.keys("/")
    one.page.keyboard.type("bonds")
    assert "3 found" in one.text(".search")
    assert one.page.evaluate("CSS.highlights.get('hit').size") == 3
    one.page.goto(one.page.url.split("#")[0] + link)
    one.page.reload()
    assert "35,824" in one.text(".evidence h2")
    one.keys("?")
    assert one.page.locator("dialog[open]").count() == 1


def test_what_if(opened: Any) -> None:
    one = opened("draft", DRAFT)
    one.keys("n", "f")  # what is suggested is tried
    assert "would tie" in one.text(".whatif")
    one.page.click(".whatif >> text=reset")
    one.page.click("mark:has-text('81,946')")
    one.page.fill(".whatif input", "91,946")
    assert "would no longer tie sum" in one.text(".whatif")
    one.page.fill(".whatif input", "81,946")
    assert "would no longer" not in one.text(".whatif")


def test_a_quote_can_be_copied(opened: Any) -> None:
    one = opened("two", TWO, permissions=["clipboard-read", "clipboard-write"])
    one.keys("n", "q")
    one.page.wait_for_selector(".said:has-text('copied')")
    said = one.page.evaluate("navigator.clipboard.readText()")
    assert said.startswith("“Pelham Tiles Ltd sold 9,000 pallets")
    assert "does not tie: " in said


def test_both_languages(opened: Any) -> None:
    one = opened("中文", CHINESE, locale="zh-CN")
    assert "相符" in one.text(".counts")
    one.page.click("mark:has-text('71905')")
    assert "71905" in one.text(".evidence h2")
    assert "合计" in one.text(".evidence")
    one.page.click("text=English")
    assert "does not tie" in one.text(".evidence")
    one.keys("n")
    assert "domestic and export make 84,222; the total says 84212" in one.text(".claim.open")
    one.page.click("#head button:has-text('中文')")
    said = one.text(".claim.open")
    assert "合计不符" in said
    assert "国内和出口合计84,222；合计写作84212" in said
    assert not re.search("[a-zA-Z]{3,}", said)
    one.page.click("text=English")
    one.page.click("mark:has-text('90000')")  # behind an emoji, which is two units to the browser and one to us
    assert one.page.evaluate("[...CSS.highlights.get('chosen')][0].toString()").startswith("90000")


def test_a_mark_in_the_margin_leads_to_its_claim_and_is_explained(opened: Any) -> None:
    one = opened("draft", DRAFT)
    one.page.click(".margin span.bad")
    assert one.text(".evidence h2") == "35,824"
    assert "XF101" in one.text(".claim.open")
    several = one.page.locator(".row:has(mark:text('402,318')) .margin .note")
    seen = set()
    for _ in range(3):
        several.click()
        seen.add(one.text(".claim.open .says"))
    assert len(seen) == 3
    assert several.get_attribute("title") == "implied: what the text never says"
    one.keys("?")
    assert "recomputed" in one.text("dialog")


def test_facts_are_told_in_words_of_either_language(opened: Any) -> None:
    one = opened("中文", CHINESE, locale="zh-CN")
    one.page.click("#tab-facts")
    said = one.text("#list")
    assert "指标：销量，数值：84,212，单位：辆，时期：2024年4月" in said
    assert "单位：百分比，对比：同比" in said
    one.page.click("text=English")
    assert "what: sales volume, value: 84,212, unit: vehicle, period: 2024-04" in one.text("#list")
    one.page.click("#tab-unchecked")
    assert one.page.locator("#list .entry").count() == int(one.text(".counts .open b"))


def test_tables_stay_tables(opened: Any) -> None:
    one = opened("table", TABLE)
    assert one.page.locator(".text td").count() >= 6
    one.page.click("mark:has-text('84,200')")
    assert "84,200" in one.text(".evidence h2")


def test_each_row_of_a_table_has_its_own_ticks(opened: Any) -> None:
    one = opened("table", TABLE)
    rows = one.page.locator(".text tr").all()
    assert ["".join(row.locator(".ticks").all_inner_texts()).split() for row in rows] == [[], [], [], ["F2"]]
    assert one.page.locator(".row > .margin").count() == one.page.locator(".row").count() - 1  # none beside the table


def _drawn() -> bytes:
    """A PDF of three pages, of which one has figures that do not tie and one has none."""
    drawn = Pdf()
    drawn.text(72, 90, "Tarrow Motors Ltd sold 84,222 cars in 2024: 71,905 at home and 12,317 abroad.")
    drawn.page()
    drawn.text(72, 90, "Nothing is counted here.")
    drawn.page()
    parts = [["Regions", "2022", "2023"], ["North", "10,448", "11,448"], ["South", "6,003", "6,903"]]
    parts.append(["Total", "16,451", "18,531"])
    drawn.table(72, 120, parts, [160, 80, 80], ruled=True)
    return drawn.bytes()


def _paged(tmp_path: Path, content: bytes | None = None) -> Path:
    """The report on a PDF."""
    path = tmp_path / "tarrow.html"
    report = check(Source("tarrow.pdf", _drawn() if content is None else content, None))
    path.write_bytes(b"".join(shown("html", [("tarrow.pdf", report)])))
    return path


@pytest.mark.parametrize(
    "command", [["check", "-", "--output-format", "html", "-o"], ["open", "-", "--no-browser", "--output-file"]]
)
def test_the_pages_of_standard_input_are_shown_too(command: list[str], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    done = CliRunner().invoke(main, [*command, str(path)], input=_drawn())
    assert done.exit_code < 2
    assert path.read_text(encoding="utf-8").count('src="data:image/png') == 2


def test_the_frame_of_a_notebook_works(browser: Any, tmp_path: Path) -> None:
    """It has no address and no clipboard of its own."""
    path = tmp_path / "notebook.html"
    frame = check(Source("draft", DRAFT))._repr_html_()  # type: ignore[attr-defined]
    path.write_text(f"<!doctype html><title>notebook</title><p style='height:2000px'>{frame}", encoding="utf-8")
    shown_, wrong = browser.new_page(), []
    shown_.on("pageerror", lambda error: wrong.append(str(error)))
    shown_.goto(path.as_uri())
    inside = shown_.frame_locator("iframe")
    inside.locator("mark:has-text('81,946')").click()
    assert inside.locator(".evidence h2").inner_text() == "81,946 units"
    at = shown_.evaluate("scrollY")
    shown_.keyboard.press("n")
    assert inside.locator(".evidence h2").inner_text() == "35,824"
    assert shown_.evaluate("scrollY") == at  # what is around it stays where it is
    assert inside.locator(".tools button").count() == 1  # a link would lead nowhere
    inside.locator(".tools button").click()
    assert inside.locator(".said").inner_text() == "copied"
    assert wrong == []
    shown_.close()


def test_in_a_notebook_a_pdf_shows_its_pages() -> None:
    made = check(Source("tarrow.pdf", _drawn(), None))._repr_html_()  # type: ignore[attr-defined]
    assert made.count("src=&quot;data:image/png") == 2


def test_pages_of_a_pdf_are_shown_with_boxes(browser: Any, tmp_path: Path) -> None:
    one = Opened(browser, _paged(tmp_path))
    assert [figure.get_attribute("alt") for figure in one.page.locator(".sheet img").all()] == ["page 1", "page 3"]
    assert "2 of 3 pages" in one.text(".lead")
    assert one.page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 800)")
    assert not one.page.locator(".text").is_visible()
    one.page.click("rect.bad")
    assert one.text(".evidence h2") == "18,531"
    assert one.page.locator("rect.chosen").count() == 1
    assert one.page.locator("rect.lit").count() == 2
    box, picture = one.page.locator("rect.chosen").bounding_box(), one.page.locator(".sheet img").nth(1).bounding_box()
    assert box is not None
    assert picture is not None
    across, down = 595 / picture["width"], 842 / picture["height"]
    assert abs((box["x"] + box["width"] - picture["x"]) * across - (72 + 320 - 4)) < 4  # set from the right
    assert abs((box["y"] + box["height"] - picture["y"]) * down - (120 + 3 * 14)) < 6
    one.page.click("#head button:has-text('as text')")
    assert one.page.locator(".text").is_visible()
    assert not one.page.locator(".sheet").first.is_visible()
    one.page.click("#head button:has-text('中文')")
    one.page.click("#head button:has-text('原页')")
    assert "共3页" in one.text(".lead")
    one.page.emulate_media(media="print")
    assert one.page.locator(".text").is_visible()
    assert [url for url in one.asked if not url.startswith(("file:", "data:"))] == []
    assert one.wrong == []
    one.context.close()


def test_axe_finds_nothing_on_pages(browser: Any, tmp_path: Path) -> None:
    axe = files_of("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    for light in ("light", "dark"):
        one = Opened(browser, _paged(tmp_path), color_scheme=light, bypass_csp=True, reduced_motion="reduce")
        one.page.evaluate(axe)
        one.keys("n")
        assert one.page.evaluate(RUN_AXE) == []
        one.context.close()


def test_words_of_a_font_that_the_file_has_not_are_set_by_the_browser(browser: Any, tmp_path: Path) -> None:
    """Chinese in a PDF without its font: whatever fonts this machine has, the picture leaves it out."""
    drawn = Pdf()
    drawn.text(72, 90, "塔罗汽车2024年4月销量84212辆，其中国内销量71905辆。")
    drawn.text(72, 120, "Exports of Tarrow Motors were 12,317 cars.")
    (picture,) = pictured(drawn.bytes(), (1,))
    assert [line.text for line in picture.letters] == ["塔罗汽车2024年4月销量84212辆，其中国内销量71905辆。"]
    assert picture.letters[0].left[:3] == (72.0, 82.0, 92.0)
    assert picture.letters[0].base == 90
    latin = Pdf()
    latin.text(72, 120, "Exports of Tarrow Motors were 12,317 cars.")
    assert pictured(latin.bytes(), (1,))[0].png == picture.png
    one = Opened(browser, _paged(tmp_path, drawn.bytes()))
    assert one.page.locator(".sheet text").text_content().startswith("塔罗汽车")
    words, box = (one.page.locator(f".sheet {what} >> nth=0").bounding_box() for what in ("text", "rect"))
    assert abs(words["y"] + words["height"] / 2 - box["y"] - box["height"] / 2) < 4
    one.page.locator("rect >> nth=0").click()
    assert one.text(".evidence h2") == "84212辆"
    one.context.close()


def test_of_too_many_pages_the_wrong_ones_are_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sheets, "MOST_SHEETS", 1)
    made = _paged(tmp_path).read_text(encoding="utf-8")
    assert re.findall('alt="(page [0-9]+)"', made) == ["page 3"]
    assert "1 of 3 pages" in made


def test_without_scripts_and_on_paper_it_is_all_there(opened: Any) -> None:
    plain = opened("draft", DRAFT, java_script_enabled=False)
    assert "XF101 sum-mismatch" in plain.text(".lists")
    assert plain.page.locator("mark.bad").count() == 1
    one = opened("draft", DRAFT)
    assert not one.page.locator(".lists").is_visible()
    one.page.emulate_media(media="print")
    assert one.page.locator(".lists").is_visible()
    assert not one.page.locator("#panel").is_visible()
    assert len(one.page.pdf()) > 10_000
    dark = opened("draft", DRAFT, color_scheme="dark")
    dark.page.emulate_media(media="print", color_scheme="dark")
    assert dark.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert dark.page.evaluate("getComputedStyle(document.querySelector('.text')).color") == "rgb(0, 0, 0)"


def test_without_the_highlight_api_marks_are_set(opened: Any, browser: Any, tmp_path: Path) -> None:
    one = opened("draft", DRAFT)
    one.page.add_init_script("delete window.Highlight")
    one.page.reload()
    one.keys("n")
    assert one.text("mark.chosen") == "35,824"
    assert one.page.locator("mark.lit").count() >= 3
    before = one.page.inner_text(".text")
    one.keys("j", "j", "Escape")
    assert one.page.locator("mark.chosen, mark.lit").count() == 0
    assert one.page.inner_text(".text") == before


def test_several_reports_in_one_page(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "both.html"
    reports = [(name, check(Source(name, text, format="markdown"))) for name, text in TEXTS.items()]
    path.write_text(page.show(reports), encoding="utf-8")
    one = Opened(browser, path)
    assert one.page.locator("article:not([hidden])").count() == 1
    one.page.select_option("#head select", "1")
    one.keys("n")
    assert one.page.evaluate("location.hash").startswith("#1/")
    assert one.wrong == []
    one.context.close()


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "--><script>alert(1)</script>",
    "<!--<script>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<base href=//evil>",
    "<meta http-equiv=refresh content='0;url=//evil'>",
    "<link rel=stylesheet href=//evil>",
    "<form action=//evil><input name=a>",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "{alert(1)}",
    "{@html '<img src=x onerror=alert(1)>'}",
    "\\u003cscript>alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "\u2028alert(1)\u2029",
    "]]><script>alert(1)</script>",
    "<math><mtext><script>alert(1)</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<style>@import '//evil';</style>",
    "<object data=//evil>",
    "<embed src=//evil>",
    "<video><source onerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<body onload=alert(1)>",
    "<mark data-f='0' onclick=alert(1)>",
    "<!--crossfoot:data-->",
    "<!--crossfoot:body-->",
    "\\g<1>\\1",
    "__proto__",
    "constructor",
    "\x00\x01\x1b[31m",
    "\u202eevil\u202c",
    "\ufeff<script>",
    "Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧Á̧",
    "\r<script>\ralert(1)</script>",
]


def test_hostile_words_run_nothing(browser: Any, tmp_path: Path) -> None:
    """As text, as the name of a file, as what is counted, as who acts and in a table; fifty of them."""
    assert len(HOSTILE) == 50
    reports = []
    for number, words in enumerate(HOSTILE):
        text = (
            f"# {words}\n\n{words} Ltd sold 9,000 {words} in 2023, comprising 5,000 in the {words} market and 3,000 "
            f"abroad.\n\n"
            f"| {words} | 2023 |\n|---|---|\n| {words} | {number} |\n| Total | 12 {words} |\n"
        )
        reports.append((words, check(Source(words, text, format="markdown"))))
    path = tmp_path / "hostile.html"
    made = page.show(reports)
    path.write_text(made, encoding="utf-8", newline="")
    assert made.count("<script") == 2
    one = Opened(browser, path)
    data = json.loads(one.page.inner_text("#data") or one.page.text_content("#data"))
    assert [d["name"] for d in data["documents"]] == [words.replace("\x00", "\x00") for words, _ in reports]
    for number in range(len(HOSTILE)):
        one.page.select_option("#head select", str(number))
        one.keys("j", "n", "q", "j")
    one.page.mouse.move(300, 300)
    assert one.wrong == []
    assert one.page.locator("#paper img, #paper svg, #paper a, #paper iframe, #panel img, #paper script").count() == 0
    assert [url for url in one.asked if not url.startswith("file:")] == []
    one.context.close()


def test_300_kilobytes_with_5000_figures_open_in_two_seconds(browser: Any, tmp_path: Path) -> None:
    lines = []
    for number in range(1250):
        whole, part = 20_000 + number * 7, 4_000 + number * 3
        lines.append(
            f"Plant {number} made {whole:,} tonnes of cement in April, of which {part:,} tonnes were exported and "
            f"{whole - part:,} tonnes were sold at home. Its stocks of clinker, gravel, sand and limestone, held in "
            f"the yard beside the kiln and the shed, fell by {number % 9 + 1}% on the month.\n"
        )
    text = "\n".join(lines)
    assert len(text.encode()) > 300_000
    path = written(tmp_path, "large", text, "text")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    shown.add_init_script(
        "window.long = []; new PerformanceObserver(l => window.long.push(...l.getEntries().map(e => e.duration)))"
        ".observe({type: 'longtask', buffered: true})"
    )
    shown.goto(path.as_uri())
    shown.wait_for_selector(".counts")
    took = shown.evaluate("performance.now()")
    assert shown.locator("mark").count() >= 5000
    opening = shown.evaluate("window.long.splice(0)")
    shown.mouse.move(300, 400)
    for _ in range(30):
        shown.mouse.wheel(0, 2500)
        shown.wait_for_timeout(20)
    scrolling = shown.evaluate("window.long")
    print(f"opened in {took:.0f} ms, long tasks {opening}; while scrolling {scrolling}; {path.stat().st_size} bytes")
    context.close()
    assert took < 2000
    assert max(scrolling, default=0) < 200
    assert len(scrolling) < 15  # none on a machine at rest
