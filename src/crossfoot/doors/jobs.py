"""Names come in; what is made of each goes out in the same order, several worked on at once in processes."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

T = TypeVar("T")
_AHEAD = 2  # answers for each process that may wait for their turn, so that memory stays bounded


def spread(names: Sequence[str], work: Callable[[str], T], jobs: int) -> Iterator[T]:
    """The answers in the order of the names; a process that dies is replaced, and its work done over.

    >>> list(spread(["a", "bb"], len, 2))
    [1, 2]
    """
    start = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(start)
    left, at = list(names), 0
    while at < len(left):
        with ProcessPoolExecutor(min(jobs, len(left) - at), mp_context=context) as pool:
            waiting: deque[Future[T]] = deque()
            ahead = at
            try:
                while at < len(left):
                    while ahead < len(left) and len(waiting) < _AHEAD * jobs:
                        waiting.append(pool.submit(work, left[ahead]))
                        ahead += 1
                    answer = waiting.popleft().result()
                    at += 1
                    yield answer
            except BrokenProcessPool:
                pass
            else:
                return
        yield work(left[at])  # what was being waited for may be what killed it: here its own limits hold it
        at += 1
