"""What a number may be a number of: the rows of units.toml, looked up by their forms."""

from __future__ import annotations

from functools import cache

from msgspec import structs

from crossfoot.errors import LexiconError
from crossfoot.lexicon import Row, load
from crossfoot.lexicon.tokens import singular

PER_MILLE = "permille"  # as of births: of those in the middle of a year, whom nobody prints
DIMENSIONS = {
    "money", "percent", "percentage-point", "basis-point", "multiple", "fraction", "count", "duration", "index",
    "length", "area", "volume", "mass", "power", "energy", "data", "frequency", "temperature", "angle",
}  # fmt: skip


class Unit(Row, frozen=True):
    """A row of units.toml, whose head explains the fields."""

    dimension: str
    currency: str | None = None
    part: int | None = None
    called: str | None = None
    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    shared: tuple[tuple[str, str], ...] = ()  # forms, and whose each is in a text with none of the words `spoken`
    spoken: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()  # ends of nouns that are counted in the same words and are of another sort
    id: str = ""

    @property
    def kind(self) -> str:
        """The kind of quantity (exchange.md) that a number of this unit is."""
        own = ("money", "percent", "percentage-point", "basis-point", "multiple", "fraction", "count", "duration")
        return self.dimension if self.dimension in own else "measure"


@cache
def units() -> dict[str, Unit]:
    return checked(load("units.toml", dict[str, Unit]), "units.toml")


def checked(rows: dict[str, Unit], name: str) -> dict[str, Unit]:
    """The rows under their ids, each form standing once.

    >>> checked({"kg": Unit("mass", en=("kilo",)), "g": Unit("mass", en=("kilo",))}, "mine.toml")
    Traceback (most recent call last):
    crossfoot.errors.LexiconError: mine.toml: [g] en: 'kilo' stands in [kg] already: keep it in one of the two
    """
    seen: dict[tuple[str, str], str] = {}
    for id_, row in rows.items():
        if row.dimension not in DIMENSIONS:
            raise LexiconError(
                f"{name}: [{id_}] dimension {row.dimension!r}: write one of {', '.join(sorted(DIMENSIONS))}"
            )
        if row.part is not None and row.part < 2:
            raise LexiconError(f"{name}: [{id_}] part = {row.part}: write how many make one whole, 100 for cents")
        for field in ("en", "zh", "before", "after"):
            for form in getattr(row, field):
                other = seen.setdefault((field, form), id_)
                if other != id_:
                    raise LexiconError(
                        f"{name}: [{id_}] {field}: {form!r} stands in [{other}] already: keep it in one of the two"
                    )
                if not form or form != form.strip() or (field == "en" and form != form.lower()):
                    raise LexiconError(f"{name}: [{id_}] {field}: write {form.strip().lower()!r} for {form!r}")
            if len(set(getattr(row, field))) < len(getattr(row, field)):
                raise LexiconError(f"{name}: [{id_}] {field}: a form stands twice: write each once")
        if row.called is not None and row.called not in rows:
            raise LexiconError(f"{name}: [{id_}] called = {row.called!r}: write the id of another row")
    return {id_: structs.replace(row, id=row.called or id_) for id_, row in rows.items()}


@cache
def forms(field: str) -> dict[str, Unit]:
    """Form -> unit, of one field: "en" and "zh" are words, "before" and "after" are signs.

    >>> forms("zh")["辆"].id, forms("before")["HK$"].currency
    ('vehicle', 'HKD')
    """
    return {form: row for row in units().values() for form in getattr(row, field)}


@cache
def _told() -> dict[str, str]:
    return {noun: row.id for row in units().values() for noun in row.told}


def told_as(noun: str) -> str:
    """The unit that the exchange form gives what is counted by a noun of its own.

    >>> told_as("prepaid customer"), told_as("mill")
    ('person', 'count')
    """
    last = noun.rsplit(" ", 1)[-1]
    return _told().get(last) or _told().get(singular(last), "count")


def things(id_: str, noun: str) -> str:
    """The unit of what is counted as others are, but is called by its own noun: 386家门店 are no enterprises.

    >>> things("enterprise", "other:门店"), things("enterprise", "other:配套企业")
    ('count', 'enterprise')
    """
    row = units().get(id_)
    return "count" if row is not None and row.unlike and noun.endswith(row.unlike) else id_


def a_coin(word: str | None, lang: str) -> bool:
    """Is a word behind "per" a currency, so that what is printed is a rate of exchange?

    >>> a_coin("euro", "en"), a_coin("tonne", "en"), a_coin(None, "en")
    (True, False, False)
    """
    row = forms(lang).get(word) if word is not None else None
    return row is not None and row.kind == "money"


def unit(id_: str) -> Unit | None:
    return units().get(id_)
