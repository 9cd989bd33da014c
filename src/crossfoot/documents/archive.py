"""A file that is a ZIP archive within (Office formats) comes in; its parts go out, streamed and within limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.parsers import expat

from crossfoot.errors import InputError
from crossfoot.lexicon.told import say

MOST_RATIO = 100  # unpacked to packed; promises.md
SMALL = 16 * 1024 * 1024  # below, a high ratio is no bomb: an empty sheet packs a thousandfold
LARGEST = 512 * 1024 * 1024
MOST_DEPTH = 512
_CHUNK = 1 << 16
_BAD = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, KeyError)


class Archive:
    """The parts of an archive by name. What they claim to unpack to is held to the limits first."""

    def __init__(self, content: bytes) -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(content))
            sizes = [info.file_size for info in self.zip.infolist()]
        except _BAD as error:
            raise InputError(f"damaged: {str(error)[:80]}") from None
        self.names = frozenset(self.zip.namelist())
        if sum(sizes) > max(SMALL, min(LARGEST, MOST_RATIO * len(content))):
            raise InputError(f"unpacks from {len(content):,} to {sum(sizes):,} bytes; the limit is {MOST_RATIO} to 1")

    def part(self, name: str) -> bytes:
        """A part as a whole; the library stops it at the size that it claims."""
        try:
            return self.zip.read(name)
        except (*_BAD, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
            raise InputError(say("damaged_at", name, str(error)[:80])) from None

    def parse(self, name: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None] | None = None,
              words: Callable[[str], None] | None = None) -> None:  # fmt: skip
        """Call for each element of a part in XML, by its local name; entities and deep nesting are refused."""
        depth = 0

        def opened(tag: str, known: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MOST_DEPTH:
                raise InputError(say("nested", name, str(MOST_DEPTH)))
            start(tag.rpartition(":")[2], known)

        def closed(tag: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None:
                end(tag.rpartition(":")[2])

        def refuse(*_: object) -> None:
            raise InputError(say("entities", name))

        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parser.EntityDeclHandler = refuse
        parser.buffer_text = True
        if words is not None:
            parser.CharacterDataHandler = words
        try:
            with self.zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise InputError(say("damaged_at", name, str(error))) from None
        except (*_BAD, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
            if isinstance(error, InputError):
                raise
            raise InputError(say("damaged_at", name, str(error)[:80])) from None
