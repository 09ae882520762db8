"""Processes beside this one: each ends with its parent, also while it is still loading, and leaves Ctrl-C to it."""

import multiprocessing
import os
import signal
import sys
import threading
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import wait

BELOW = 5                                          # steps of priority that play gives way to who looks at it
END = os._exit                                     # as it is before a plugin is watched


def at_work(work: str, *arguments: object) -> None:
    """What such a process does first, before anything heavy is loaded; then its ``work``, a function as module:name."""
    leave_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)   # it ends with its parent, which hears that for all
    module, _, name = work.partition(":")
    getattr(import_module(module), name)(*arguments)


def give_way() -> None:
    """Let whoever else wants a processor go first, as a browser that paints what this thread plays: those it starts
    from now on too. Elsewhere than on Linux a thread has no priority of its own, and nothing changes."""
    if sys.platform == "linux":
        this = threading.get_native_id()
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, this, os.getpriority(os.PRIO_PROCESS, os.getpid()) + BELOW)


def leave_with_parent() -> None:
    """End this process as soon as its parent has ended, also in the middle of its work."""
    if (parent := multiprocessing.parent_process()) is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        END(0)

    threading.Thread(target=watch, name="parent", daemon=True).start()
