"""A figure of a table and its heads come in; what it is a figure of goes out: metric, segment, period, unit."""

from __future__ import annotations

from crossfoot.facts.printings import Printings
from crossfoot.facts.tables.grid import Entry, Line
from crossfoot.facts.tables.heads import lacks_year, period_of
from crossfoot.late import late
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.model import Figure, Quantity

_MARKS = late(r"[(（\[][^()（）\[\]]{0,40}[)）\]]|[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]")
_LEAD = late(r"^(?:[一二三四五六七八九十]{1,3}、|[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.]|加：|减：|其中：)\s?")
MOST_LABEL = 120


class Names:
    """What the figures of the tables of one document are figures of."""

    def __init__(self, entity: str | None, lang: str, printings: Printings) -> None:
        self._entity, self._lang, self._printings = entity, lang, printings
        self._met = set[Figure]()
        self._year = ""

    def enter(self, year: str) -> None:
        """Another table begins, and the year that is said above it: within one, no two cells are the same figure."""
        self._met, self._year = set(), year

    def figure(self, line: Line, entry: Entry) -> Figure:
        """The key of one cell: shared with a sentence or another table only where all that a reader asks is known."""
        quantity, heads = entry.quantity, entry.cell.heads
        assert quantity is not None  # noqa: S101 - asked of figures only
        above = heads[1:] if heads[:1] == (line.label,) else heads
        if self._year and lacks_year((line.label, *above)):
            above = (self._year, *above)
        period = period_of(above) or period_of((line.label, *above))
        metric = self._metric(line.label, quantity)
        words = tuple(
            ("words", head[:MOST_LABEL])
            for head in above[-1:]
            if period_of((head,)) is None and period_of(above) is None
        )
        figure = Figure(self._entity, metric, words, period, quantity.unit)
        at = entry.span.start
        # Money of a table that does not say its scale may be in thousands: it meets nothing outside its table.
        unsaid = quantity.kind == "money" and entry.cell.unit is None and entry.cell.scale == 1 and not quantity.per
        if unsaid or metric.startswith("other:") or period is None or words or figure in self._met:
            return Figure(self._entity, metric, words, period, quantity.unit, f"at {at}")
        self._met.add(figure)
        return self._printings.key(figure, quantity, at)

    def _metric(self, label: str, quantity: Quantity) -> str:
        folded = _LEAD.sub("", _MARKS.sub("", label)).strip(" :：-–—.·•").casefold()
        for lang in (self._lang, "en", "zh"):
            for row in metric_forms(lang).get(folded.removeprefix("total ").removeprefix("合计"), ()):
                if quantity.kind in row.kinds and not quantity.per:
                    return row.id
        return f"other:{folded[:MOST_LABEL] or 'total'}"
