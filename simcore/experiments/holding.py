"""Holds a folder for one process: the system lets go of it when that process ends, however it ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from simcore.errors import Environment
from simcore.results.folder import LOCK

try:
    import fcntl
except ImportError:                                # Windows
    fcntl = None


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder is ours alone; raises Environment when another process holds it."""
    handle = taken(folder / LOCK)
    if handle is None:
        raise Environment(f"{folder}: this experiment is at work here already{said_by(folder / LOCK)}; wait, or name "
                          f"another folder with --out")
    try:
        yield
    finally:
        if fcntl:                                  # elsewhere a file that is open cannot go; it is in nobody's way
            with suppress(OSError):
                (folder / LOCK).unlink()
        os.close(handle)


def is_held(folder: Path) -> bool:
    """Whether a process is at work in a folder."""
    if not (folder / LOCK).exists():
        return False
    try:
        handle = taken(folder / LOCK)
    except OSError:                                # not ours to open
        return False
    if handle is not None:
        os.close(handle)
    return handle is None


def taken(file: Path) -> int | None:
    """A handle of the file, locked and with our number in it; None when another holds it."""
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            locked(handle)
            if fcntl and not same(handle, file):   # whoever held it took it away just now: lock the one that is there
                os.close(handle)
                continue
        except OSError:
            os.close(handle)
            return None
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        return handle


def locked(handle: int) -> None:
    """Lock a file that is open; OSError when another has."""
    if fcntl:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt

        os.lseek(handle, 1000, os.SEEK_SET)        # beyond the number, which others may then read
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)


def same(handle: int, file: Path) -> bool:
    """Whether an open file is the one that goes by a name now."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(file))
    except FileNotFoundError:
        return False


def said_by(file: Path) -> str:
    """Which process holds a lock, for a message."""
    with suppress(OSError):
        said = file.read_text(encoding="ascii", errors="replace")[:20].strip()
        if said.isdigit():
            return f" (process {said})"
    return ""
