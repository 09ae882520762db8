"""What the C library of Linux does with memory that was let go of; elsewhere nothing happens.

It has a pool for every thread, each wish plays on threads of its own, and what one pool has free no other can use:
after two hundred changes a show held a fifth more than after thirty, most of it free.
"""

import ctypes
from contextlib import suppress

POOLS = 2
ARENA_MAX = -8                                     # M_ARENA_MAX of mallopt(3)


def few_pools() -> None:
    """Let all threads that come from now on share a few pools."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").mallopt(ARENA_MAX, POOLS)


def give_back() -> None:
    """What was let go of goes back to the machine: else it is kept, in pieces that grow."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
