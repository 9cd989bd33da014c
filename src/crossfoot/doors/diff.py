"""`crossfoot diff`: two drafts, or the stories of two outlets, come in; what differs in what they state goes out."""

from __future__ import annotations

import sys

import click
import msgspec

from crossfoot.doors import files
from crossfoot.model import Settings
from crossfoot.pipeline import check
from crossfoot.views import changes


@click.command(short_help="What two drafts state differently.")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--output-format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@files.output_file("Write it there.")
def diff(before: str, after: str, form: str, output_file: str | None) -> None:
    """What B states otherwise than A: changed, rounded, hedged, moved, dropped, new, and ticks that hold no longer.

    Facts are compared, not words. It exits with 0 where both state the same, with 1 where they do not.
    """
    names, settings = (before, after), Settings()
    one, other = (check(files.source(name), settings) for name in names)
    with files.output(output_file, names) as out:
        if form == "json":
            made = [_plain(change) for change in changes.compare(one, other)]
            out.write(msgspec.json.encode(made) + b"\n")
        else:
            out.write(changes.show(one, other, names, files.screen()[0]).encode("utf-8", "replace"))
    sys.exit(int(any(change.what != "same" for change in changes.compare(one, other))))


def _plain(change: changes.Change) -> dict[str, object]:
    spans = [None if span is None else (span.start, span.end) for span in change.spans]
    return {"what": change.what, "of": change.of, "before": change.before, "after": change.after, "spans": spans}
