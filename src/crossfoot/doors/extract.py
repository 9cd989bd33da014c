"""`crossfoot extract`: files come in; what they state goes out as a table, CSV, JSON or linked data, unchecked."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import click
import msgspec

from crossfoot.doors import entities, files
from crossfoot.doors.cli import fail
from crossfoot.errors import SettingsError
from crossfoot.model import Report, Settings
from crossfoot.taggers import Taggers
from crossfoot.views import facts as facts_view
from crossfoot.views import factsheet, links
from crossfoot.views import json as exchange

_KEYS = frozenset({"names", "facts"})


def _table(report: Report, name: str, settings: Settings, first: bool) -> str:
    return f"{name}\n\n{factsheet.as_table(factsheet.rows(report, name), files.screen()[0])}\n"


def _csv(report: Report, name: str, settings: Settings, first: bool) -> str:
    return factsheet.as_csv(factsheet.rows(report, name), head=first)


def _jsonl(report: Report, name: str, settings: Settings, first: bool) -> str:
    return exchange.show(report, settings.only).decode() + "\n"


def _ftm(report: Report, name: str, settings: Settings, first: bool) -> str:
    lines = links.follow_the_money(report, _known(settings))
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _jsonld(report: Report, name: str, settings: Settings, first: bool) -> str:
    return json.dumps(links.json_ld(report, _known(settings)), ensure_ascii=False) + "\n"


_FORMS: dict[str, Callable[[Report, str, Settings, bool], str]] = {
    "table": _table, "csv": _csv, "jsonl": _jsonl, "jsonld": _jsonld, "ftm": _ftm,
}  # fmt: skip


def _known(settings: Settings) -> frozenset[str]:
    return frozenset(settings.directory.entities) if settings.directory else frozenset()


@click.command(short_help="What files state, as a table, CSV, JSON or linked data.")
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@click.option("--types", multiple=True, callback=files.listed, metavar="TYPES", help="Only these types of fact.")
@click.option("--entities", "own", metavar="PATH", help="Your own list of entities: CSV or FollowTheMoney lines.")
@click.option("--tagger", is_flag=True, help="A statistical second opinion on names (extras en, zh).")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="The language, where it should not be detected.")
@click.option("--published", metavar="DATE", help="When it was published: 2020-05-12, 2020-05 or 2020.")
@click.option("--output-format", "form", type=click.Choice(list(_FORMS)), default="table", show_default=True)
@files.output_file("Write the facts there.")
def extract(
    names: tuple[str, ...],
    types: tuple[str, ...],
    own: str | None,
    tagger: bool,
    lang: str | None,
    published: str | None,
    form: str,
    output_file: str | None,
) -> None:
    """What each FILE states (any format that check reads; - is standard input)."""
    for kind in types:
        if kind not in facts_view.TYPES:
            raise SettingsError(f"--types {kind}: no such type; there are {', '.join(facts_view.TYPES)}")
    settings = Settings(only=_KEYS, directory=entities.read(own) if own else None, tagger=Taggers() if tagger else None)
    failed = 0
    with files.output(output_file, (*names, own)) as out:
        write = files.flushing(out)
        for number, (name, answer) in enumerate(files.answers(names, lang, published, settings)):
            if isinstance(answer, exchange.Failure):
                failed += 1
                fail(files.told(name, answer))
            else:
                chosen = tuple(fact for fact in answer.facts if not types or facts_view.kind(fact) in types)
                answer = msgspec.structs.replace(answer, facts=chosen)
                write(_FORMS[form](answer, name, settings, not number).encode())
    sys.exit(2 if failed else 0)
