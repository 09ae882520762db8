"""The decorators that let one text of the behaviour serve two engines.

- A ``law`` takes numbers and gives a number; an ``act`` is what one agent does. Both stay ordinary
  Python functions and are compiled only where a move calls them.
- A ``step`` is an act so small that it is compiled into its callers.
- A ``move`` is a loop over replications and occasions; it is compiled, releases the interpreter lock
  and is kept on disk.
- A ``short`` move keeps that lock: it is over sooner than another thread would give it back.

numba's own cache does not notice that a law in *another* file changed, so the folder it keeps its
work in is named after a digest of all our source: an edited law is always compiled anew.
"""

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

from simcore.folders import cache_folder


def source_digest() -> str:
    """A digest of every Python file that is compiled: equal digests mean equal laws."""
    here = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    compiled = [here / name for name in ("calendar.py", "compiled.py", "luck.py", "once.py", "pointed.py", "pointers.py")]
    for folder in ("behaviour", "neighbourhood", "week"):
        compiled += (here / folder).rglob("*.py")
    for file in sorted(compiled):
        digest.update(str(file.relative_to(here)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _keep_compiled_moves() -> None:
    from numba import config

    folder = cache_folder() / "moves" / source_digest()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:                       # a read-only home: compile anew each time, but run
        return
    if not config.CACHE_DIR:
        config.CACHE_DIR = str(folder)


def _as_it_is(function: Callable) -> Callable:
    return function


if sys.modules.get("numba", _as_it_is) is None:      # kept out, by a process that plays nothing: all stays plain Python
    law = act = step = move = short = _as_it_is
else:
    # numba asks for the linear algebra of scipy, which loads for a seventh of a second and which no law needs.
    _without = "scipy" not in sys.modules
    if _without:
        sys.modules["scipy"] = None

    _keep_compiled_moves()

    from numba import njit                           # the folder must be known before the first move
    from numba.np import arraymath  # noqa: F401       this is what asks

    if _without:
        del sys.modules["scipy"]

    from simcore import pointed  # noqa: F401          what compiled code must know of tables of arrays
    from simcore.once import once

    law = once(forceinline=True)
    act = once()
    step = law                   # a small act, compiled into each place that calls it
    move = njit(nogil=True, cache=True)
    short = njit(cache=True)
