"""A command line comes in; reports go to standard output, everything else to standard error."""

from __future__ import annotations

import sys

import click

from crossfoot.model import Settings


@click.group()
def main() -> None:
    """Ties the figures in business prose."""


@main.command()
@click.option("--jsonl", is_flag=True)
@click.option("--only", default=None)
def check(jsonl: bool, only: str | None) -> None:
    from crossfoot.doors import lines

    keys = frozenset(only.split(",")) if only else None

    def write(line: bytes) -> None:
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()

    sys.exit(lines.run(sys.stdin.buffer, Settings(only=keys), write))
