"""How long a plugin may take to answer. One that hangs is named with hook, week and line, and the run ends.

A watch on a thread of its own looks at the calls that are under way. One that takes too long is ended there by an
exception; where that does not help (it waits outside Python, or catches everything) the whole process ends.
A plugin that ends the process itself (``os._exit``), from whatever thread, is stopped like one that raises. A process
that it splits off ends with its call, and plays no second run.
"""

import ctypes
import faulthandler
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simcore import outputs, signals
from simcore.errors import SimwijkError

VARIABLE, SECONDS, GRACE = "SIMWIJK_PLUGIN_SECONDS", 30.0, 2.0       # of one call; and for it to end when it is told to

END = os._exit


class Overdue(BaseException):
    """Raised inside a plugin that takes too long."""


class NoAnswer(SimwijkError):
    """A plugin gave no answer in time. Not one replication but the run ends: the others would hang as well."""

    exit_code = 2


@dataclass
class Call:
    """A call under way: of whom, which hook, in which file, since when, and whether it was told to end."""
    plugin: str
    hook: str
    week: int | None
    file: str
    thread: int = field(default_factory=threading.get_ident)
    begin: float = field(default_factory=time.monotonic)
    told: float = 0.0
    at: str = ""


class Watch:
    """The calls under way, by thread, and the thread that looks at them; it starts with the first call."""

    def __init__(self) -> None:
        self.calls: dict[int, Call] = {}
        self.lock, self.process = threading.Lock(), 0
        self.leaving: list[Callable[[], None]] = []              # what has to be done before the process ends at once
        self.clock: Any = None                                   # takes the time of each call, if anybody asks

    @contextmanager
    def over(self, plugin: str, hook: str, week: int | None, file: str) -> Iterator[None]:
        """Watch over one call; NoAnswer when it takes longer than it may."""
        if self.process != os.getpid():
            self.start()
        mine, process = Call(plugin, hook, week, file), self.process
        around, self.calls[mine.thread] = self.calls.get(mine.thread), mine
        try:
            with self.clock.at(hook, plugin) if self.clock else nullcontext():
                yield
        except Overdue:
            pass                                                 # told below, in whatever way it ended
        finally:
            if os.getpid() != process:                           # split off in the plugin: its work is done
                END(0)
            with self.lock:
                if around is None:
                    del self.calls[mine.thread]
                else:
                    self.calls[mine.thread] = around
                if mine.told:                                    # also when the exception is still on its way
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(mine.thread), None)
                outputs.back()
            if mine.told:
                raise NoAnswer(text_of(mine))

    def start(self) -> None:
        """Begin to look; once in each process."""
        with self.lock:
            if self.process != os.getpid():
                self.process, self.calls = os.getpid(), {}
                for module in (os, sys.modules.get(os.name)):
                    if module is not None:
                        module._exit = self.leave
                with suppress(OSError, ValueError):              # a crash outside Python shows where it was as well
                    faulthandler.is_enabled() or faulthandler.enable()
                threading.Thread(target=self.look, name="patience", daemon=True).start()

    def leave(self, code: int) -> None:
        """In the place of ``os._exit``: a plugin may not end the process, nor may a thread of it while one is asked."""
        if self.calls and os.getpid() == self.process:
            raise SystemExit(f"os._exit({code})")
        END(code)

    def at_work(self) -> bool:
        """Whether a plugin is asked, in this thread."""
        return threading.get_ident() in self.calls

    def under_way(self) -> str:
        """The calls under way, for a message."""
        return ", ".join(dict.fromkeys(called(one.plugin, one.hook, one.week) for one in list(self.calls.values())))

    def look(self) -> None:
        """Tell calls that take too long to end; end the process when one does not."""
        while True:
            time.sleep(min(0.5, seconds() / 4))
            now = time.monotonic()
            with self.lock:
                for call in list(self.calls.values()):
                    if call.told and now - call.told > GRACE:
                        sys.stderr.write(outputs.in_words(text_of(call)) + "\n")
                        sys.stderr.flush()
                        for leave in self.leaving:
                            leave()
                        END(NoAnswer.exit_code)
                    if not call.told and now - call.begin > seconds():
                        call.told, call.at = now, line_of(call)
                        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(call.thread),
                                                                   ctypes.py_object(Overdue))


def seconds() -> float:
    """How long a call may take."""
    try:
        return max(0.1, float(os.environ.get(VARIABLE, SECONDS)))
    except ValueError:
        return SECONDS


def called(plugin: str, hook: str, week: int | None) -> str:
    """A hook of a plugin in a week, for a message."""
    return f"{plugin}.{hook}{'' if week is None else f' in week {week}'}"


def text_of(call: Call) -> str:
    """What is said of a call that gave no answer."""
    return (f"{called(call.plugin, call.hook, call.week)}: no answer within {seconds():g} seconds{call.at}; does its "
            f"loop end? {VARIABLE}={2 * seconds():g} would give it longer")


def line_of(call: Call) -> str:
    """Where a call is now, as `` (file:line)``: the innermost line of its own file."""
    frame = innermost = sys._current_frames().get(call.thread)
    while frame is not None and frame.f_code.co_filename != call.file:
        frame = frame.f_back
    frame = frame or innermost
    return f" ({Path(frame.f_code.co_filename).name}:{frame.f_lineno})" if frame else ""


def is_ours(error: BaseException) -> bool:
    """Whether what a plugin raised is not its doing: it was told to end, or somebody pressed Ctrl-C."""
    return isinstance(error, NoAnswer) or isinstance(error, KeyboardInterrupt) and signals.told_apart()


watch = Watch()
signals.under_way, outputs.at_work = watch.under_way, watch.at_work
