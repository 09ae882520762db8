"""Processes beside this one: each ends with its parent, also while it is still loading, and leaves Ctrl-C to it."""

import multiprocessing
import os
import signal
import threading
from importlib import import_module
from multiprocessing.connection import wait

END = os._exit                                     # as it is before a plugin is watched


def at_work(work: str, *arguments: object) -> None:
    """What such a process does first, before anything heavy is loaded; then its ``work``, a function as module:name."""
    leave_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)   # it ends with its parent, which hears that for all
    module, _, name = work.partition(":")
    getattr(import_module(module), name)(*arguments)


def leave_with_parent() -> None:
    """End this process as soon as its parent has ended, also in the middle of its work."""
    if (parent := multiprocessing.parent_process()) is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        END(0)

    threading.Thread(target=watch, name="parent", daemon=True).start()
