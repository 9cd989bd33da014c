"""A conflict is minimal: it fails, and without any one of its claims or printings it does not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot import Source, check
from crossfoot.verdicts.conflict import MOST_BY_DELETION, Trial, _quick, confirmed, smallest
from crossfoot.verdicts.system import compiled


def trial(story, level="default"):
    components = compiled(story.facts, story.statements)
    component = max(components, key=lambda c: len(c.claims))
    return Trial(component, tuple(c.equations[0] for c in component.claims), level, {})


def test_a_story_that_ties_has_none(geely):
    assert smallest(trial(geely)) is None


def test_no_equation_of_a_conflict_could_be_missed(geely):
    for right, wrong in (("sedans:43,067", "sedans:43,607"), ("abroad_up:down", "abroad_up:up"), ("year:3", "year:1")):
        look = trial(geely.but(right, wrong))
        conflict = smallest(look)
        assert conflict is not None
        alone = look.but(equations=conflict.equations)
        assert alone.stands() is None
        assert confirmed(look.component, conflict)
        for equation in conflict.equations:
            assert alone.but(equations=[e for e in conflict.equations if e is not equation]).stands() is not None
        others = {s.index: None for s in look.component.sites if s not in conflict.sites}
        assert alone.but(instead=others).stands() is None
        for site in conflict.sites:
            assert alone.but(instead={**others, site.index: None}).stands() is not None


def test_the_nearest_claims_are_kept(geely):
    """Sedans against the stated total, which stands in the same paragraph; the bond below has no part in it."""
    conflict = smallest(trial(geely.but("sedans:43,067", "sedans:43,607")))
    assert conflict is not None
    assert [e.relation.op for e in conflict.equations] == ["=="]
    assert len(conflict.sites) == 4


def test_a_clash_of_printings_elsewhere_is_no_reason():
    """Two prices that are read as one figure clash; the sales beside them are off on their own."""
    text = (
        "Tern Homes sold 3,150 flats in 2024. The average price, 420,000 dirhams compared with 400,000, softened the "
        "blow: sales were worth 1.323 billion dirhams, 1.5 percent less than the 1.4 billion of the year before."
    )
    (found,) = [v for v in check(Source("note", text)).verdicts if v.code]
    assert (found.kind, found.outcome) == ("growth", "query")
    assert len(found.spans) == 3


@settings(deadline=None)
@given(st.sets(st.integers(0, 60), min_size=1, max_size=6), st.integers(MOST_BY_DELETION + 1, 61))
def test_quick_explains_what_deletion_would(core, count):
    """On a made-up test of failure: it fails when all of the core is there."""
    core = {c % count for c in core}
    items = list(range(count))
    found = _quick(items, lambda some: core <= set(some))  # type: ignore[arg-type]
    assert set(found) == core


def test_printings_that_clash_while_an_equation_fails_first() -> None:
    text = (
        "法院冻结控股股东晶岭投资持有的公司135,142,264股股份（占公司总股本的26.19%）公司持股5%以上股东"
        "贺某先生持有的公司314,788,744股股份（占公司总股本的6.10%）无限售流通股31,478,744股。3、无限售流通股31,478,744股。"
    )
    codes = [v.code for v in check(Source("notice", text, lang="zh")).verdicts if v.outcome == "contradicted"]
    assert any(codes)
