"""What we print goes to the answer, what a plugin prints to the error stream: in whatever way it prints,
from any thread.

While a command is at work, descriptor 1 is the error stream, and ``sys.stdout`` sorts: the main thread writes the
answer, unless a plugin is at work in it.
"""

import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

OUT, ERR = 1, 2                                # the streams of the system
at_work: Callable[[], bool] = bool             # whether a plugin is, in this thread; whoever asks plugins knows
sorting: "Sorted | None" = None                # what sys.stdout is meant to be
in_words: Callable[[str], str] = str           # a line in the language that was asked for
home = ""                                      # the folder a command was given in


class Sorted(io.TextIOBase):
    """Writes to the answer or to the error stream."""

    def __init__(self, answer: Any):
        self.answer = answer

    encoding = property(lambda self: getattr(self.answer, "encoding", None) or "utf-8")
    errors = property(lambda self: getattr(self.answer, "errors", None))

    def now(self) -> Any:
        """Where to write now."""
        return self.answer if threading.current_thread() is threading.main_thread() and not at_work() else sys.stderr

    def write(self, text: str) -> int:
        return self.now().write(text)

    def flush(self) -> None:
        self.now().flush()

    def isatty(self) -> bool:
        return self.answer.isatty()

    def fileno(self) -> int:
        return self.answer.fileno()

    def writable(self) -> bool:
        return True

    def close(self) -> None:
        """Nobody but us closes it."""


@contextmanager
def sorted_out() -> Iterator[None]:
    """Sort what is printed."""
    global sorting, home
    before, around, kept = sys.stdout, sorting, None
    with suppress(OSError):
        home = os.getcwd()
    with suppress(OSError, ValueError, AttributeError):   # where a system has no such streams, nothing is printed there
        before.flush()
        kept = os.dup(OUT)
        os.dup2(ERR, OUT)
    answer = before
    with suppress(OSError, ValueError, AttributeError):
        if kept is not None and before.fileno() == OUT:
            answer = open(os.dup(kept), "w", encoding=before.encoding, errors=before.errors)
    sys.stdout = sorting = Sorted(answer)
    try:
        yield
    finally:
        with suppress(OSError, ValueError, AttributeError):
            answer.flush() if answer is before else answer.close()
        sys.stdout, sorting = before, around
        if kept is not None:
            with suppress(OSError, ValueError, AttributeError):
                sys.__stdout__.flush()
            os.dup2(kept, OUT)
            os.close(kept)


def back() -> None:
    """Where a plugin has put something else in the place of ``sys.stdout``, ours again;
    and the same folder as before."""
    if sorting is not None:
        sys.stdout = sorting
        with suppress(OSError):
            if os.getcwd() != home:
                os.chdir(home)


def done() -> None:
    """From here on nothing belongs to the answer: what is printed as Python ends goes to the error stream."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
        os.dup2(ERR, OUT)
    sys.stdout = sys.stderr
