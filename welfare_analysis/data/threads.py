"""Threads: work side by side on large tables, one after another on small ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor

LARGE = 8 << 20  # bytes of a table from which threads pay


def workers(large: bool) -> Executor:
    """Return two threads, or for small work this thread: a build forks after loading."""
    return ThreadPoolExecutor(2) if large else _Here()


class _Here(Executor):
    """An executor that does the work at once where it is asked."""

    def submit(self, call: Callable, *given) -> Future:
        done: Future = Future()
        done.set_result(call(*given))
        return done

    def map(self, call: Callable, *items: Iterable) -> Iterable:
        return map(call, *items)
