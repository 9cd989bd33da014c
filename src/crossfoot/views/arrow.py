"""Reports come in; their facts go out as an Arrow stream, which pandas, polars, pyarrow and DuckDB take as a table.

The stream is Arrow's C data interface, filled in with ctypes, so that crossfoot depends on none of them. The columns
are those of `crossfoot extract --output-format csv`.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from crossfoot.model import Report
from crossfoot.views.factsheet import COLUMNS, rows

_WHOLE = frozenset({"start", "end"})  # columns of numbers; all others are words
_MOST = 2**31 - 1  # bytes of one column of words, whose offsets are of 32 bits


class _Schema(ctypes.Structure):
    pass


class _Array(ctypes.Structure):
    pass


class _Stream(ctypes.Structure):
    pass


_ReleaseSchema = ctypes.CFUNCTYPE(None, ctypes.POINTER(_Schema))
_ReleaseArray = ctypes.CFUNCTYPE(None, ctypes.POINTER(_Array))
_ReleaseStream = ctypes.CFUNCTYPE(None, ctypes.POINTER(_Stream))
_GetSchema = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Schema))
_GetNext = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Array))
_GetError = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.POINTER(_Stream))
_Destroy = ctypes.CFUNCTYPE(None, ctypes.c_void_p)  # no py_object: a capsule that dies must not be counted up

_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(_Schema))),
    ("dictionary", ctypes.POINTER(_Schema)),
    ("release", _ReleaseSchema),
    ("private_data", ctypes.c_void_p),
]
_Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(_Array))),
    ("dictionary", ctypes.POINTER(_Array)),
    ("release", _ReleaseArray),
    ("private_data", ctypes.c_void_p),
]
_Stream._fields_ = [
    ("get_schema", _GetSchema),
    ("get_next", _GetNext),
    ("get_last_error", _GetError),
    ("release", _ReleaseStream),
    ("private_data", ctypes.c_void_p),
]

# What somebody outside holds a pointer to, by a number that travels as `private_data`, until they release it.
_held = dict[int, Any]()
_numbers = count(1)
_OK = 0


class Table:
    """The facts of reports, for whoever takes Arrow: `polars.DataFrame(table)`, `pyarrow.table(table)`.

    >>> from crossfoot import Source, Table, check
    >>> made = Table([check(Source("note", "Pelham Tiles sold 5,448 pallets in April 2024."))])
    >>> len(made), made.columns["value"]
    (1, ['5448'])
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        if isinstance(reports, Report):
            raise TypeError("a Table is made of a list of reports: write Table([report])")
        known = [row for report in reports for row in rows(report, report.document.source)]
        self.columns: dict[str, list[Any]] = {
            name: [int(row[name]) if name in _WHOLE else row.get(name, "") for row in known] for name in COLUMNS
        }

    def __len__(self) -> int:
        return len(self.columns["document"])

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A capsule with a stream of one batch; the requested schema is not needed to read it."""
        stream = _Stream()
        sent = [False]

        def get_schema(_stream: Any, out: Any) -> int:
            _schema(out.contents, b"+s", b"", [(b"l" if n in _WHOLE else b"u", n.encode()) for n in self.columns])
            return _OK

        def get_next(_stream: Any, out: Any) -> int:
            if sent[0]:
                ctypes.memset(out, 0, ctypes.sizeof(_Array))  # an array that is released already ends the stream
            else:
                sent[0] = True
                _batch(out.contents, self.columns, len(self))
            return _OK

        stream.get_schema, stream.get_next = _GetSchema(get_schema), _GetNext(get_next)
        stream.get_last_error = _GetError(lambda _stream: None)
        stream.release = _release_stream
        stream.private_data = _hold((get_schema, get_next, stream.get_schema, stream.get_next))
        return _capsule(stream)


def _hold(what: Any) -> int:
    number = next(_numbers)
    _held[number] = what
    return number


def _schema(out: _Schema, form: bytes, name: bytes, children: Sequence[tuple[bytes, bytes]] = ()) -> None:
    own = [_Schema() for _ in children]
    for child, (kind, called) in zip(own, children, strict=True):
        _schema(child, kind, called)
    pointers = (ctypes.POINTER(_Schema) * len(own))(*map(ctypes.pointer, own))
    out.dictionary = ctypes.POINTER(_Schema)()  # what we are handed is not cleared
    out.format, out.name, out.metadata, out.flags = form, name, None, 0
    out.n_children, out.children = len(own), ctypes.cast(pointers, ctypes.POINTER(ctypes.POINTER(_Schema)))
    out.release, out.private_data = _release_schema, _hold((form, name, own, pointers))


def _batch(out: _Array, columns: dict[str, list[Any]], length: int) -> None:
    own = [_Array() for _ in columns]
    for child, (name, values) in zip(own, columns.items(), strict=True):
        _array(child, length, [None, array("q", values)] if name in _WHOLE else _words_of(values))
    _array(out, length, [None], own)


def _array(out: _Array, length: int, buffers: Sequence[Any], children: Sequence[_Array] = ()) -> None:
    addresses = [b.buffer_info()[0] if isinstance(b, array) else b and ctypes.addressof(b) for b in buffers]
    pointers = (ctypes.c_void_p * len(buffers))(*addresses)
    below = (ctypes.POINTER(_Array) * len(children))(*map(ctypes.pointer, children))
    out.dictionary = ctypes.POINTER(_Array)()
    out.length, out.null_count, out.offset = length, 0, 0
    out.n_buffers, out.buffers = len(buffers), ctypes.cast(pointers, ctypes.POINTER(ctypes.c_void_p))
    out.n_children, out.children = len(children), ctypes.cast(below, ctypes.POINTER(ctypes.POINTER(_Array)))
    out.release, out.private_data = _release_array, _hold((buffers, pointers, list(children), below))


def _words_of(values: list[str]) -> list[Any]:
    words = [value.encode("utf-8", "replace") for value in values]
    ends = array("i", [0])
    for word in words:
        ends.append(ends[-1] + len(word))
    joined = b"".join(words)
    if len(joined) > _MOST:
        raise OverflowError("a column of more than 2 GB; make several tables")
    return [None, ends, ctypes.create_string_buffer(joined, max(1, len(joined)))]


def _free_schema(pointer: Any) -> None:
    _free(pointer.contents, _ReleaseSchema)


def _free_array(pointer: Any) -> None:
    _free(pointer.contents, _ReleaseArray)


def _free_stream(pointer: Any) -> None:
    _free(pointer.contents, _ReleaseStream)


def _free(value: Any, kind: Any) -> None:
    """As the interface asks: release what is below unless somebody took it away, and mark this one as released."""
    for number in range(getattr(value, "n_children", 0)):
        child = value.children[number]
        if child and child.contents.release:
            child.contents.release(child)
    _held.pop(value.private_data or 0, None)
    value.release = kind()


_release_schema, _release_array = _ReleaseSchema(_free_schema), _ReleaseArray(_free_array)
_release_stream = _ReleaseStream(_free_stream)
_NAME = b"arrow_array_stream"


def _destroy(capsule: int) -> None:
    """Where nobody took the stream, it is released with its capsule."""
    stream = _streams.pop(capsule, None)
    if stream is not None and stream.release:
        stream.release(ctypes.pointer(stream))


_destroyed = _Destroy(_destroy)
_streams = dict[int, _Stream]()  # by the address of their capsules, as long as those live
_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, _Destroy)(
    ("PyCapsule_New", ctypes.pythonapi)
)


def _capsule(stream: _Stream) -> object:
    made: object = _new_capsule(ctypes.addressof(stream), _NAME, _destroyed)
    _streams[id(made)] = stream
    return made
