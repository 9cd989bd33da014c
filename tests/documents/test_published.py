"""Where the day of publication comes from, and what is too little to go by."""

from __future__ import annotations

import datetime as dt

import pytest

from crossfoot.documents import read
from crossfoot.errors import InputError
from crossfoot.model import Source

DAY = dt.date(2020, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rise\n\nMay 12, 2020\n\nAcme sold 7 cars.",
        "LEEDS, May 12, 2020 -- Acme sold 7 cars.",
        "Contact: A. Smith\n\nFOR IMMEDIATE RELEASE: May 12, 2020\n\nLEEDS -- Acme sold 7 cars.",
        "Acme sells more cars than ever\n\nIt sold more\n\nLEEDS, May 12, 2020 -- Acme sold 7 cars.",
        "Sales rise\n\nUpdated: 12 May 2020 10:30\n\nAcme sold 7 cars.",
        "销量增长\n2020年5月12日 10:30 来源：证券日报\n公司销售7辆。",
        "关于销量的公告\n\n公司销售7辆。\n\n2020年5月12日",
        "关于销量的公告\n公司销售7辆。特此公告。某某公司董事会2020年5月12日",
    ],
)
def test_from_the_text(text: str) -> None:
    assert read(Source("x", text)).published == DAY


@pytest.mark.parametrize(
    "text",
    [
        "LEEDS, May 12 - Acme sold 7 cars.",
        "Acme sold 7 cars on May 12, 2020.",
        "2020年5月12日，公司销售了7辆汽车，同比增长。",
    ],
)
def test_too_little(text: str) -> None:
    assert read(Source("x", text)).published is None


@pytest.mark.parametrize(
    ("given", "kept", "day"),
    [
        ("2019", "2019", dt.date(2019, 1, 1)),
        ("2019-03", "2019-03", dt.date(2019, 3, 1)),
        ("2019-3-4", "2019-03-04", dt.date(2019, 3, 4)),
        ("2019-03-04T10:00:00Z", "2019-03-04", dt.date(2019, 3, 4)),
    ],
)
def test_what_is_handed_in_is_believed(given: str, kept: str, day: dt.date) -> None:
    document = read(Source("x", "LEEDS, May 12, 2020 -- Acme sold 7.", published=given))
    assert (document.published, document.published_as) == (day, kept)


@pytest.mark.parametrize("given", ["May", "2019-13", "2019-02-30", "12/05/2019"])
def test_no_date(given: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        read(Source("x", "", published=given))


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_metadata_that_is_no_date_is_passed_over(form: str) -> None:
    text = {"html": '<meta name="date" content="2020-13-45"><p>x</p>', "markdown": "---\ndate: 2020-13-45\n---\nx"}[
        form
    ]
    assert read(Source("x", text, form)).published is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2020-05-12T10:00:00Z">',
        '<meta name="PubDate" content="2020/5/12 10:00">',
        '<script type="application/ld+json">{"datePublished": "2020-05-12"}</script>',
        '<time datetime="2020-05-12">yesterday</time>',
    ],
)
def test_from_the_metadata_of_a_page(head: str) -> None:
    page = f"<html><head>{head}</head><body>{head}<p>Acme sold 7.</p></body></html>"
    assert read(Source("x", page, "html")).published == DAY
