"""A folder comes in; what its `crossfoot.toml` or `pyproject.toml` says goes out: defaults for `check`.

The nearest file counts, looked for from the current folder upward; `extend = "../base.toml"` builds on another one,
whose settings stand where this one says nothing. What is said on the command line stands above both.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import click
import msgspec

from crossfoot.errors import SettingsError

_MOST = 10  # files that extend one another
_PATHS = ("against", "baseline", "output_file")  # are meant from the folder of the file that names them


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """What a file may say: the options of `crossfoot check`, under their names."""

    extend: str | None = None
    select: list[str] | None = None
    ignore: list[str] | None = None
    fail_on: Literal["error", "query", "note"] | None = None
    exit_zero: bool | None = None
    output_format: str | None = None
    output_file: str | None = None
    lang: Literal["en", "zh"] | None = None
    published: str | None = None
    against: list[str] | None = None
    baseline: str | None = None
    no_outside: bool | None = None
    tagger: bool | None = None


def option(command: Any) -> Any:
    """`--config`, read before all other options so that they find their defaults."""
    says = "Settings from this file, not from the nearest crossfoot.toml or pyproject.toml."
    return click.option(
        "--config", is_eager=True, expose_value=False, metavar="PATH", callback=_callback, help=says
    )(command)  # fmt: skip


def _callback(context: click.Context, _option: object, path: str | None) -> None:
    found = Path(path) if path else nearest(Path.cwd())
    if found is not None:
        context.default_map = {**(context.default_map or {}), **settings(found)}


def nearest(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if (place / "crossfoot.toml").is_file():
            return place / "crossfoot.toml"
        project = place / "pyproject.toml"
        if project.is_file() and b"[tool.crossfoot" in project.read_bytes():
            return project
    return None


def settings(path: Path, seen: tuple[Path, ...] = (), by: Path | None = None) -> dict[str, Any]:
    """The settings of a file and of those that it extends, under the names of the parameters of `check`."""
    own = _read(path, by)
    made = {key.replace("-", "_"): value for key, value in msgspec.to_builtins(own).items() if key != "extend"}
    for key in _PATHS:
        if key in made:
            made[key] = _beside(path, made[key])
    if "output_format" in made:
        made["form"] = made.pop("output_format")
    if own.extend is None:
        return made
    other = path.parent / own.extend
    if other.resolve() in seen or len(seen) > _MOST:
        raise SettingsError(f"{path}: extend = {own.extend!r} leads back to a file that extends this one")
    return {**settings(other, (*seen, path.resolve()), path), **made}


def _beside(path: Path, said: str | list[str]) -> str | list[str]:
    return [str(path.parent / name) for name in said] if isinstance(said, list) else str(path.parent / said)


def _read(path: Path, by: Path | None = None) -> Config:
    import tomllib  # not every run has a file

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        if path.name == "pyproject.toml":
            table = table.get("tool", {}).get("crossfoot", {})
        return msgspec.convert(table, Config)
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}{f'; {by} extends it' if by else ''}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not TOML: {error}") from None
    except msgspec.ValidationError:
        raise SettingsError(f"{path}: {_wrong(table)}") from None


def _wrong(table: Any) -> str:
    """What is wrong in a table that is no settings: the first key that does not fit, and what would."""
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(Config)}
    for key, value in table.items() if isinstance(table, dict) else ():
        if key not in fields:
            return f"unknown setting `{key}`; the settings are {', '.join(fields)}"
        try:
            msgspec.convert(value, fields[key])
        except msgspec.ValidationError:
            return f"{key} = {_toml(value)}: expected {_expected(fields[key])}"
    return "tool.crossfoot: expected a table of settings"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _expected(kind: Any) -> str:
    """What a setting of a type holds, in words.

    >>> _expected(bool | None), _expected(Literal["en", "zh"] | None)
    ('true or false', '"en" or "zh"')
    """
    kind = get_args(kind)[0]  # the other is None: not said
    if get_origin(kind) is Literal:
        *most, last = map(_toml, get_args(kind))
        return f"{', '.join(most)} or {last}"
    return {bool: "true or false", str: "a text in quotes"}.get(kind, 'a list of texts: ["...", "..."]')
