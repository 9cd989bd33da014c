"""Names of files come in; sources go out, each read as its name or its first words say."""

from __future__ import annotations

import sys
from pathlib import Path

from crossfoot.errors import InputError
from crossfoot.model import Source

_FORMATS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html"}
_OTHERS = {".pdf": "PDF", ".docx": "Word", ".doc": "Word", ".xlsx": "Excel", ".xls": "Excel", ".pptx": "PowerPoint"}


def source(name: str, lang: str | None = None, published: str | None = None) -> Source:
    """The file of that name, "-" for standard input."""
    content = sys.stdin.buffer.read() if name == "-" else _content(Path(name))
    suffix = Path(name).suffix.lower()
    form = _FORMATS.get(suffix, "html" if _looks_like_html(content) else "text")
    return Source(name, content, form, lang, published)


def _content(path: Path) -> bytes:
    if path.suffix.lower() in _OTHERS:
        raise InputError(f"{path}: {_OTHERS[path.suffix.lower()]} files are not read yet; save it as text or HTML")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: a folder; name the files in it") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _looks_like_html(content: bytes) -> bool:
    opening = content[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return opening.startswith((b"<!doctype html", b"<html"))
