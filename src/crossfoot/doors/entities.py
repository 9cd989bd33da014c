"""A user's own list of entities comes in, as CSV or FollowTheMoney JSON lines; a `Directory` for linking goes out.

id,name,kind,aliases                        kind may be left out; aliases are parted by semicolons
Q123,Geely Automobile Holdings Ltd,organisation,Geely;吉利汽车

{"id": "NK-7", "schema": "Company", "properties": {"name": ["Geely Automobile Holdings Ltd"], "alias": ["Geely"]}}
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from crossfoot.errors import InputError
from crossfoot.model import Directory, Entity

_KINDS = ("organisation", "person", "place", "instrument", "product", "index", "law")
_SCHEMATA = {"Person": "person", "Security": "instrument", "Address": "place"}  # all others are organisations
_FORMS = ("name", "alias", "weakAlias", "previousName", "abbreviation")


def read(name: str) -> Directory:
    """Raises InputError with the file, the line and what was expected there."""
    from crossfoot.mentions.known import directory  # brings the readers of names, which `--help` need not wait for

    try:
        text = Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise InputError(f"{name}: {getattr(error, 'strerror', None) or error}") from None
    rows = _json_lines(name, text) if text.lstrip()[:1] == "{" else _csv(name, text)
    return directory(rows)


def _csv(name: str, text: str) -> Iterator[Entity]:
    rows = csv.DictReader(io.StringIO(text))
    heads = [head.strip().lower() for head in rows.fieldnames or []]
    if "id" not in heads or "name" not in heads:
        raise InputError(
            f"{name}:1: expected a head with id and name (kind, aliases), found {', '.join(heads) or 'nothing'}"
        )
    rows.fieldnames = heads
    for row in rows:
        kind = (row.get("kind") or "organisation").strip()
        if kind not in _KINDS:
            raise InputError(f"{name}:{rows.line_num}: kind {kind!r}: write one of {', '.join(_KINDS)}")
        if not row["id"] or not row["name"]:
            raise InputError(f"{name}:{rows.line_num}: an entity needs an id and a name")
        aliases = (alias.strip() for alias in (row.get("aliases") or "").split(";"))
        yield Entity(row["id"].strip(), row["name"].strip(), kind, tuple(alias for alias in aliases if alias))


def _json_lines(name: str, text: str) -> Iterator[Entity]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
            names = [str(form) for key in _FORMS for form in entity.get("properties", {}).get(key, ())]
            id_, kind = str(entity["id"]), _SCHEMATA.get(entity.get("schema", ""), "organisation")
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
            raise InputError(
                f"{name}:{number}: expected an entity of FollowTheMoney (id, schema, properties): {error}"
            ) from None
        if names:
            yield Entity(id_, names[0], kind, tuple(names[1:]))
