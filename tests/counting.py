"""How much is done, counted in lines of Python that run: the same each time, whatever else the machine does."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest


class TooMuch(BaseException):
    """Not an Exception, so that nothing on the way takes it for a fault of the document."""


def lines_run(call: Callable[[], Any], most: int | None = None) -> int:
    """The lines that run while something is called; the test fails as soon as they are more than `most`."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        if most is not None and count > most:
            raise TooMuch(f"more than {most:,} lines run")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    except TooMuch as error:
        pytest.fail(str(error))
    finally:
        sys.settrace(before)
    return count
