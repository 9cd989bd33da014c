"""`crossfoot baseline`: files come in; what is found in them today goes out, for `check --baseline` to accept."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click
import msgspec

from crossfoot.doors import files
from crossfoot.doors.cli import fail
from crossfoot.errors import SettingsError
from crossfoot.lexicon.findings import rule
from crossfoot.model import Report, Settings
from crossfoot.views import json as exchange
from crossfoot.views.fingerprint import fingerprints

NAME = "crossfoot-baseline.json"
Known = dict[str, dict[str, str]]  # file, from the folder of the baseline > fingerprint > what was found


@click.command(short_help="Accept what is found today.")
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@files.output_file("Write them there.", NAME)
def baseline(names: tuple[str, ...], output_file: str) -> None:
    """Write down what is found in each FILE today, so that `check --baseline` tells only what is new.

    A finding is known again by its rule, its figures and its sentence, wherever in the file that stands.
    """
    known, failed = Known(), set[str]()
    for name, answer in files.answers(names, None, None, Settings()):
        if isinstance(answer, exchange.Failure):
            failed.add(_key(name, Path(output_file)))
            fail(files.told(name, answer))
            continue
        told = [(mark, verdict) for verdict, mark in fingerprints(answer) if exchange.is_finding(verdict)]
        if told:
            says = {mark: f"{rule(v.code or '').name}: {v.message}" for mark, v in told}
            known[_key(name, Path(output_file))] = says
    if failed and Path(output_file).exists():  # what was accepted stays so until the file can be read again
        known |= {key: marks for key, marks in read(output_file).items() if key in failed}
    with files.output(output_file, names) as out:
        made = {"version": 1, "findings": dict(sorted(known.items()))}
        out.write((json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"))
    count = sum(len(marks) for marks in known.values())
    click.echo(f"{output_file}: {count} finding{'s' * (count != 1)} accepted", err=True)
    sys.exit(2 if failed else 0)


def read(path: str) -> Known:
    try:
        made = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        return msgspec.convert(made["findings"], Known)
    except OSError as error:
        raise SettingsError(
            f"--baseline {path}: {error.strerror}; write it with `crossfoot baseline FILE...`"
        ) from None
    except (ValueError, LookupError, TypeError):
        raise SettingsError(
            f"--baseline {path}: not written by `crossfoot baseline`; write it with `crossfoot baseline FILE...`"
        ) from None


def accept(report: Report, name: str, path: str, known: Known) -> Report:
    """The report with the findings that the baseline knows marked as accepted."""
    marks = known.get(_key(name, Path(path)), {})
    by = {id(verdict): mark for verdict, mark in fingerprints(report)}
    verdicts = tuple(
        msgspec.structs.replace(v, accepted="baseline") if v.accepted is None and by.get(id(v)) in marks else v
        for v in report.verdicts
    )
    return msgspec.structs.replace(report, verdicts=verdicts)


def _key(name: str, path: Path) -> str:
    return Path(os.path.relpath(name, path.parent)).as_posix() if name != "-" else "-"
