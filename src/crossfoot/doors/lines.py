"""JSON lines come in, JSON lines go out in the same order, each as soon as it is done (docs/exchange.md)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from crossfoot.errors import CrossfootError, InputError
from crossfoot.model import Report, Settings, Source
from crossfoot.pipeline import check
from crossfoot.views import json as exchange

Rows = tuple[tuple[tuple[str | None, ...], ...], ...]
_SEVERITIES = {"note": 0, "query": 1, "error": 2}


class Against(msgspec.Struct, frozen=True):
    """A document that another is to be checked against."""

    id: str
    text: str
    lang: Literal["en", "zh"] | None = None
    published: str | None = None
    tables: Rows | None = None


class Request(Against, frozen=True):
    """One line of input. Keys that are not known are ignored."""

    sources: tuple[Against, ...] | None = None


_decoder = msgspec.json.Decoder(Request)


def run(lines: Iterable[bytes], settings: Settings, write: Callable[[bytes], Any]) -> int:
    """Answer every line; the exit code: 0 clean, 1 findings, 2 some line could not be read."""
    code = 0
    for line, failed, found in _answers(lines, settings):
        write(line + b"\n")
        code = max(code, 2 if failed else 1 if found else 0)
    return code


def _answers(lines: Iterable[bytes], settings: Settings) -> Iterator[tuple[bytes, bool, bool]]:
    """Each answer, whether it is a failure, and whether it holds a finding that counts."""
    for line in lines:
        if not line.strip():
            continue
        try:
            asked = request(line)
            report = check(source(asked), settings, against=[source(other) for other in asked.sources or ()])
            yield exchange.show(report, settings.only), False, counts(report, settings)
        except Exception as error:  # one document must not take the others with it
            yield msgspec.json.encode(failure(_id(line), error)), True, False


def request(line: bytes) -> Request:
    try:
        try:
            return _decoder.decode(line)
        except msgspec.ValidationError:
            raise
        except (msgspec.DecodeError, UnicodeDecodeError):
            # The standard reader lets half a surrogate pair through, which some writers produce.
            return msgspec.convert(json.loads(line), Request)
    except msgspec.ValidationError as error:
        raise InputError(f"expected an object with id and text as in docs/exchange.md: {error}") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"a line that is not JSON: {str(error)[:120]}") from None


def source(asked: Against) -> Source:
    tables = tuple(tuple(tuple(cell or "" for cell in row) for row in table) for table in asked.tables or ())
    return Source(asked.id, asked.text, lang=asked.lang, published=asked.published or None, tables=tables)


def counts(report: Report, settings: Settings) -> bool:
    """Is there a finding as severe as the settings ask for?"""
    least = _SEVERITIES[settings.fail_on]
    return any(v.code and v.accepted is None and _SEVERITIES[exchange.severity(v)] >= least for v in report.verdicts)


def failure(id_: str | None, error: Exception) -> exchange.Failure:
    if isinstance(error, CrossfootError):
        return exchange.Failure(id_, {"code": error.code, "message": str(error)})
    return exchange.Failure(id_, {"code": "XF903", "message": described(error)})


def described(error: Exception) -> str:
    """A fault of ours in one line that tells a maintainer where to look."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    return f"crossfoot failed at {where} ({type(error).__name__}: {str(error)[:200]}); please report it"


def _id(line: bytes) -> str | None:
    try:
        found = json.loads(line).get("id")
        return found if found is None else str(found).encode("utf-8", "replace").decode()
    except (ValueError, AttributeError, RecursionError):
        return None
