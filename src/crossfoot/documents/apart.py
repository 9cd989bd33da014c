"""Bytes of a format that needs a parser, which may be made to blow up, come in; their layout goes out.

Each is read in a process of its own that has nothing to lose: no environment, no network, no file that it could open or
write, and limits on its time and memory. Whatever happens there, here it is one line that says why.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from typing import IO, Any, NoReturn

import msgspec

from crossfoot.documents import text
from crossfoot.documents.blocks import Layout, Tell
from crossfoot.documents.decode import LARGEST, LIMIT
from crossfoot.documents.tables import lay
from crossfoot.errors import InputError
from crossfoot.lexicon import told
from crossfoot.model import Mark, Picture

READERS = {  # which module reads each format; only this process, or one that it starts, imports it
    "pdf": "crossfoot.documents.pdf",
    "xlsx": "crossfoot.documents.xlsx",
    "docx": "crossfoot.documents.docx",
    "html": "crossfoot.documents.html",
    "marks": "crossfoot.documents.pdfmarks",  # writes on a PDF, which it must read for that
    "pictures": "crossfoot.documents.pdfpictures",
}
NEEDS = {"docx": ("docx", "reading Word files needs the extra docx: pip install 'crossfoot[docx]'")}
SECONDS, SECONDS_A_PAGE, MOST_PAGES = 10, 0.2, 2000
PAGES_A_PICTURE = 5  # that are read in the time in which one is drawn
MEMORY = 1 << 30
_MOST_OUT = 1 << 30
_PATIENCE = 4  # a process that waits instead of working gets so many times its seconds by the clock
_START = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from crossfoot.documents.apart import child; child(sys.argv[1], sys.argv[2])"
)


class Answer(msgspec.Struct, frozen=True, gc=False):
    """What the process says: a layout, a file, or why there is none."""

    layout: Layout | None = None
    error: str | None = None
    file: bytes | None = None
    pictures: tuple[Picture, ...] | None = None


class Marked(msgspec.Struct, frozen=True, gc=False):
    """A PDF and what is to be written on it."""

    content: bytes
    marks: tuple[Mark, ...]


class Pictured(msgspec.Struct, frozen=True, gc=False):
    """A PDF and the pages of it that are to be looked at."""

    content: bytes
    pages: tuple[int, ...]


def read(form: str, content: bytes | str, tell: Tell | None = None) -> Layout:
    """The layout of a document, read in a process of its own; `tell` hears how many of how many pages are done."""
    answer = _answered(form, content.encode("utf-8", "replace") if isinstance(content, str) else content, tell)
    if answer.layout is None:
        raise InputError(answer.error or _died(0))
    return answer.layout


def marked(content: bytes, marks: Sequence[Mark]) -> bytes:
    """A PDF with marks on its pages, made in a process of its own as it was read in one."""
    answer = _answered("marks", msgspec.msgpack.encode(Marked(content, tuple(marks))), None)
    if answer.file is None:
        raise InputError(answer.error or _died(0))
    return answer.file


def pictured(content: bytes, pages: Sequence[int]) -> tuple[Picture, ...]:
    """Pictures of some pages of a PDF, drawn in a process of its own."""
    answer = _answered("pictures", msgspec.msgpack.encode(Pictured(content, tuple(pages))), None)
    if answer.pictures is None:
        raise InputError(answer.error or _died(0))
    return answer.pictures


def _answered(form: str, sent: bytes, tell: Tell | None) -> Answer:
    if len(sent) > LARGEST:
        raise InputError(f"{len(sent):,} bytes; the limit is {LARGEST:,}")
    command = [sys.executable, "-I", "-S", "-c", _START, form, READERS[form], *(path for path in sys.path if path)]
    process = subprocess.Popen(  # noqa: S603 (our own interpreter, and the name of a format)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={}, bufsize=0
    )
    try:
        said = _exchanged(process, sent, tell)
        code = process.wait()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
    try:
        return msgspec.msgpack.decode(said, type=Answer)
    except msgspec.DecodeError:
        raise InputError(_died(code)) from None


def _exchanged(process: subprocess.Popen[bytes], sent: bytes, tell: Tell | None) -> bytes:
    """Hand the bytes over, hear of the progress, and take the answer; all at once, so that no pipe runs full."""
    pipes: tuple[IO[bytes] | None, ...] = (process.stdin, process.stdout, process.stderr)
    into, out, progress = (pipe for pipe in pipes if pipe is not None)
    answer, told, at = bytearray(), bytearray(), 0
    view = memoryview(sent)
    deadline = time.monotonic() + _PATIENCE * SECONDS
    with selectors.DefaultSelector() as waiting:
        os.set_blocking(into.fileno(), False)
        for pipe, event in (
            (into, selectors.EVENT_WRITE),
            (out, selectors.EVENT_READ),
            (progress, selectors.EVENT_READ),
        ):
            waiting.register(pipe, event)
        while waiting.get_map():
            ready = waiting.select(max(0, deadline - time.monotonic()))
            if not ready and time.monotonic() >= deadline:
                process.kill()
                raise InputError("took too long to read and was given up")
            for key, _ in ready:
                if key.fileobj is into:
                    try:
                        at += os.write(into.fileno(), view[at : at + (1 << 16)])
                    except BlockingIOError:
                        continue
                    except BrokenPipeError:
                        at = len(sent)
                    if at >= len(sent):
                        waiting.unregister(into)
                        into.close()
                    continue
                chunk = os.read(key.fd, 1 << 16)
                if not chunk:
                    waiting.unregister(key.fileobj)
                elif key.fileobj is out:
                    answer += chunk
                    if len(answer) > _MOST_OUT:
                        process.kill()
                        raise InputError("gave more than can be held")
                else:
                    told += chunk
                    pages = _heard(told, tell)
                    deadline = max(deadline, time.monotonic() + _PATIENCE * SECONDS) if pages else deadline
    return bytes(answer)


def _heard(told: bytearray, tell: Tell | None) -> int:
    """The lines "3/200" that have come, told on; any other line is noise of a parser."""
    pages = 0
    *lines, rest = bytes(told).split(b"\n")
    told[:] = rest[-100:]
    for line in lines:
        done, mark, of = line.partition(b"/")
        if mark and done.isdigit() and of.isdigit():
            pages = int(of[:9])
            if tell is not None:
                tell(int(done[:9]), pages)
    return pages


def _died(code: int) -> str:
    """Why a process gave no answer, from the signal that ended it."""
    import signal

    if -code in (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGKILL", 0)):
        return f"took more than the {SECONDS} s, and {SECONDS_A_PAGE} s a page, that a document may take"
    if -code in (getattr(signal, "SIGABRT", 0), getattr(signal, "SIGTRAP", 0)):
        return f"needed more than the {MEMORY >> 20:,} MB of memory that a document may take"
    return f"its reader broke down (exit code {code}): the file is damaged, or made to do so"


def child(form: str, module: str) -> NoReturn:
    """What runs in the process: read standard input, write the answer to standard output, and end."""
    try:
        needed, why = NEEDS.get(form, ("", ""))
        try:
            if needed:
                import_module(needed)
            reader = import_module(module)
            getattr(reader, "prepare", bool)()
            lay([["", "2019"], ["Sales", "7"]], 0, 0)  # what is only read when first used must be read now
            told.rows()
            text.layout("Sales\n\nrose.")
            for late in ("heapq", "traceback"):  # that the standard library imports when they are needed
                import_module(late)
            for encoding in ("cp437", "utf-16-le", "latin-1"):
                codecs.lookup(encoding)
        except ImportError:
            answer = Answer(error=why or f"the package that reads {form} files is not installed")
        else:
            content = sys.stdin.buffer.read()
            _confine()
            answer = _worked(form, reader, content)
    except InputError as error:
        answer = Answer(error=str(error))
    except MemoryError:
        answer = Answer(error=f"needed more than the {MEMORY >> 20:,} MB of memory that a document may take")
    except RecursionError:
        answer = Answer(error="nested too deep")
    except Exception as error:  # whatever a parser makes of a damaged file
        answer = Answer(error=f"its reader failed ({type(error).__name__}: {str(error)[:160]})")
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
    sys.stdout.buffer.flush()
    os._exit(0)  # a parser's own tidying up may crash, and nothing is left to tidy


def _worked(form: str, reader: Any, content: bytes) -> Answer:
    if form == "marks":
        asked = msgspec.msgpack.decode(content, type=Marked)
        _told(0, MOST_PAGES)
        return Answer(file=reader.marked(asked.content, asked.marks))
    if form == "pictures":
        wanted = msgspec.msgpack.decode(content, type=Pictured)
        _told(0, PAGES_A_PICTURE * len(wanted.pages))
        return Answer(pictures=reader.pictured(wanted.content, wanted.pages))
    laid: Layout = reader.layout(content.decode("utf-8", "replace") if form == "html" else content, _told)
    if len(laid.text) > LIMIT:
        return Answer(error=f"{len(laid.text):,} characters; the limit is {LIMIT:,}")
    return Answer(laid)


def _told(done: int, total: int) -> None:
    """Called by a reader in the process: its time grows with the pages, and whoever waits hears how far it is."""
    if done == 0:
        _limit_time(SECONDS + SECONDS_A_PAGE * min(total, MOST_PAGES))
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{done}/{total}\n")
        sys.stderr.flush()


def _confine() -> None:
    """From here on: no new file or socket (each needs a descriptor), nothing written, so much memory and time."""
    try:
        import resource
    except ImportError:  # Windows: what is left is the time by the clock
        return
    _limit_time(SECONDS)
    limits = [("RLIMIT_AS", MEMORY), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0), ("RLIMIT_NPROC", 0), ("RLIMIT_NOFILE", 3)]
    for name, most in limits:
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (most, most))


def _limit_time(seconds: float) -> None:
    try:
        import resource
    except ImportError:
        return
    most = int(SECONDS + SECONDS_A_PAGE * MOST_PAGES)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (min(most, int(seconds)), most))
