"""Ctrl-C, and an order from outside to end: what was heard of them, so that nobody can pass for them."""

import signal
import threading
from collections.abc import Callable
from typing import NoReturn

STOPS = (signal.SIGINT, signal.SIGTERM)
heard: list[tuple[int, str]] = []              # which signal, and what was under way
under_way: Callable[[], str] = str             # says so; whoever asks plugins knows


def hear(number: int, *_: object) -> NoReturn:
    """Take note of a signal, and stop what the main thread does."""
    heard.append((number, under_way()))
    raise KeyboardInterrupt


def listen(how: Callable[..., None] = hear) -> dict[int, object]:
    """Have these signals heard so, where nobody minds them yet; gives what held before, for ``back_to``."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    own = (signal.SIG_DFL, signal.default_int_handler, hear)
    return {one: signal.signal(one, how) for one in STOPS if signal.getsignal(one) in own}


def back_to(before: dict[int, object]) -> None:
    """Have them heard as they were."""
    for one, how in before.items():
        signal.signal(one, how)


def told_apart() -> bool:
    """Whether a KeyboardInterrupt is what it says: a signal was heard,
    or nobody listens and Python raises it itself."""
    return bool(heard) or signal.getsignal(signal.SIGINT) is signal.default_int_handler
