"""A reader of a format that tries to get out of its process; test_hostile.py has it run there."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from crossfoot.documents.blocks import Layout


def layout(content: bytes, tell: object = None) -> Layout:
    tries: dict[str, Callable[[], object]] = {
        "read": lambda: os.open("/etc/hostname", os.O_RDONLY),
        "write": lambda: os.open("/tmp/crossfoot-escaped", os.O_WRONLY | os.O_CREAT),  # noqa: S108
        "connect": lambda: socket.socket(socket.AF_INET),
        "start": lambda: os.posix_spawn("/bin/true", ["true"], {}) if os.getuid() else os.pipe(),
    }
    said = [f"environment: {len([key for key in os.environ if key != 'LC_CTYPE'])}"]
    for name, attempt in tries.items():
        try:
            attempt()
        except OSError:
            said.append(f"{name}: OSError")
        else:
            said.append(f"{name}: done")
    return Layout("\n".join(said), ())
