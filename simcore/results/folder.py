"""The folder of a run: claimed before the work begins, written file by file so that none is ever half there.

A folder with a result is never written again. While a run works in it, ``.lock`` holds the number of its process.
"""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from simcore.errors import BadInput, Environment, Problem, quoted
from simcore.plugin.patience import watch

MANIFEST, LOCK = "manifest.json", ".lock"


ENVIRONMENT = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM)  # no other path helps


@contextmanager
def claimed(out: Path | None, model: str, under: Path = Path("runs")) -> Iterator[Path]:
    """A folder that is ours alone and can be written: ``out``, or else ``runs/<model>-<date>-<n>``.

    Raises BadInput when ``out`` holds something or cannot be a folder, Environment when another run is at work in it
    or the disk is in the way. When the work fails before anything is written, no empty folder is left.
    """
    made = missing(out) if out is not None else []
    try:
        folder = new_folder(model, under) if out is None else given_folder(out)
        lock(folder)
    except (OSError, ValueError) as error:
        without(made)
        raise unusable(under if out is None else out, error) from error
    def leave() -> None:
        """Give the folder up; one that is still empty goes."""
        with suppress(OSError):
            (folder / LOCK).unlink()
        without([folder, *made[1:]])
        if out is None:
            without([under])

    watch.leaving.append(leave)
    try:
        yield folder
    finally:
        watch.leaving.remove(leave)
        leave()


def missing(out: Path) -> list[Path]:
    """The folder and those around it that are not there yet, the innermost first."""
    with suppress(OSError, ValueError):
        return [one for one in (out, *out.parents) if not os.path.lexists(one)]
    return []


def without(folders: list[Path]) -> None:
    """Take away empty folders; one with files in it stays, and all around it."""
    for one in folders:
        with suppress(OSError, ValueError):
            one.rmdir()


def unusable(path: Path, error: Exception) -> BadInput | OSError:
    """What to say of a path where no folder can be: the user can name another, unless the machine is in the way."""
    number = getattr(error, "errno", None)
    if number in ENVIRONMENT:
        return error
    why = {errno.EACCES: "you may not write there", errno.EPERM: "you may not write there",
           errno.EROFS: "nothing can be written there", errno.ENAMETOOLONG: "the name is too long",
           errno.ENOTDIR: "a file is in the way", errno.EEXIST: "a file is in the way",
           errno.ELOOP: "its links go in a circle"}.get(number, str(getattr(error, "strerror", "") or error).lower())
    return BadInput(Problem("--out", 0, 0, f"{quoted(str(path))} cannot be made a folder of results", why,
                            "name a folder in your own files, as in --out results/first"))


def new_folder(model: str, under: Path) -> Path:
    """The next free ``<model>-<date>-<n>``, made here; two runs at once never get the same."""
    under.mkdir(parents=True, exist_ok=True)
    n = 1
    while True:
        folder = under / f"{slug(model)}-{date.today().isoformat()}-{n}"
        try:
            folder.mkdir()
            return folder
        except FileExistsError:
            n += 1


def given_folder(out: Path) -> Path:
    """The folder the user named, made when it is not there."""
    if os.path.lexists(out) and not out.is_dir():
        what = "a link to nowhere" if out.is_symlink() else "a file"
        raise BadInput(Problem("--out", 0, 0, f"{quoted(str(out))} is {what}", instead=a_new_one(out)))
    if out.is_dir() and any(one.name != LOCK for one in out.iterdir()):
        what = "holds a result already" if (out / MANIFEST).exists() else "is not empty"
        raise BadInput(Problem("--out", 0, 0, f"the folder {quoted(str(out))} {what}", "no result is overwritten",
                               a_new_one(out)))
    out.mkdir(parents=True, exist_ok=True)
    return out


def a_new_one(out: Path) -> str:
    """The remedy for a folder that is taken: a name like it that is free."""
    name = out.name.strip(".") or "result"
    free = next(path for n in count(2) if not os.path.lexists(path := out.parent / f"{name}_{n}"))
    return f"name a new folder, as in --out {free}"


def slug(text: str) -> str:
    """A name that is safe as part of a file name everywhere."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in text).strip("-") or "run"


def lock(folder: Path) -> None:
    """Put our process number in the folder; a lock of a process that is gone, or of nobody, is taken over."""
    path = folder / LOCK
    while True:
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            process = owner_of(path)
            if process and process != os.getpid() and is_running(process):
                raise Environment(f"{folder}: a run is at work here (process {process}); wait, or name another "
                                  f"folder with --out") from None
            path.unlink(missing_ok=True)
            continue
        with os.fdopen(handle, "w") as stream:
            stream.write(str(os.getpid()))
        return


def owner_of(path: Path) -> int:
    """The process that holds a lock; 0 when it does not say so."""
    if not path.is_file():
        return 0
    with open(path, "rb") as stream:
        said = stream.read(20).strip()
    return int(said) if said.isdigit() else 0


def is_running(process: int) -> bool:
    """Whether a process with this number exists."""
    if os.name == "nt":                           # there, signal 0 would end it
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True


@contextmanager
def whole(path: Path, mode: str = "w", **how: Any) -> Iterator[Any]:
    """A stream whose file appears under its name only when all of it is on disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    if "b" not in mode:
        how = {"encoding": "utf-8", "newline": "", **how}
    try:
        with open(half, mode, **how) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(half, path)
    finally:
        with suppress(OSError):
            half.unlink()


def write_json(path: Path, values: Any) -> None:
    """Plain values as JSON, a line for each, the same bytes each time."""
    with whole(path) as stream:
        json.dump(values, stream, ensure_ascii=False, indent=1, allow_nan=False)
        stream.write("\n")


def cell(value: object) -> object:
    """A cell of a CSV file: text that a spreadsheet would take for a formula gets a quote before it."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
