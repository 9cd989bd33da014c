"""A command line comes in; reports go to standard output, everything else to standard error.

Exit codes: 0 clean, 1 findings, 2 something could not be read or run.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from crossfoot.errors import CrossfootError

_NEW = 200_000  # objects made until garbage is looked for: rows and patterns are many, and stay

# Where each command is; a module is imported only when its command runs.
_COMMANDS = {
    "check": "crossfoot.doors.check",
    "baseline": "crossfoot.doors.baseline",
    "extract": "crossfoot.doors.extract",
    "demo": "crossfoot.doors.demo",
    "diff": "crossfoot.doors.diff",
    "doctor": "crossfoot.doors.doctor",
    "explain": "crossfoot.doors.explain",
    "open": "crossfoot.doors.open",
    "rules": "crossfoot.doors.explain",
    "verify": "crossfoot.doors.verify",
}


class Group(click.Group):
    """Finds commands by name without importing the others; `crossfoot FILE` means `crossfoot check FILE`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = import_module(_COMMANDS[name])
        command: click.Command = getattr(module, name, None) or getattr(module, f"{name}_")
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in _COMMANDS and args[0] not in ("--help", "-h", "--version"):
            meant = [] if "." in args[0] else _alike(args[0])
            if meant and not Path(args[0]).exists():
                raise click.UsageError(f"{args[0]}: neither a command nor a file; the command is `{meant[0]}`")
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; what goes wrong becomes one line, never a traceback."""
        gc.set_threshold(_NEW, *gc.get_threshold()[1:])
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:  # no command: the help alone, not as an error of one line
            click.echo(error.format_message(), err=True)
            code = 2
        except click.UsageError as error:
            of = error.ctx.command_path if error.ctx is not None and error.ctx.parent is not None else ""
            fail(error.format_message() + (f" (`{of} -h` says what it takes)" if of else ""))
            code = 2
        except click.ClickException as error:
            fail(error.format_message())
            code = 2
        except CrossfootError as error:
            fail(str(error))
            code = 2
        except BrokenPipeError:  # whoever read the output has gone; nothing is left to tell
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 2
        except (KeyboardInterrupt, click.Abort):
            code = 2
        sys.exit(code or 0)


def _alike(name: str) -> list[str]:
    """The command that a word may be a slip of."""
    from difflib import get_close_matches

    return get_close_matches(name, _COMMANDS, 1, 0.7)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="crossfoot", prog_name="crossfoot", message="crossfoot %(version)s")
def main() -> None:
    """Ties the figures in business prose: which tie, which contradict each other, which is wrong and what it should be.

    crossfoot FILE is short for crossfoot check FILE.
    """


def fail(message: str) -> None:
    """One line on standard error."""
    click.echo(f"crossfoot: {message}", err=True)
