"""Holds for every test: generated examples are the same each time, and nothing leaves the machine."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("crossfoot", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("crossfoot")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_socket: socket.socket, address: Any) -> None:
        raise AssertionError(f"a test tried to reach {address!r}; nothing may leave the machine")

    monkeypatch.setattr(socket.socket, "connect", refuse)
