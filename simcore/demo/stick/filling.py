"""Puts the folder together beside its place, and moves it there when all of it is ready."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simcore.errors import BadInput, Environment, Problem, quoted
from simcore.results.folder import ENVIRONMENT, a_new_one, missing, without

MARK = Path("simwijk", "stick.json")               # by which a folder is known as one of ours
OURS = {"leesmij.txt", "start.bat", "start.command", "start.desktop", "start.sh", "plan_b.html", "uitleg", "papier",
        "python", "simwijk"}
OF_A_SET = 160_000_000                             # bytes that wheels for one kind of computer take, about
REST = 100_000_000


@contextmanager
def filling(folder: Path, sets: int) -> Iterator[Path]:
    """An empty folder to fill, which then takes the place of ``folder``. What the user has put in an older stick stays.

    Raises BadInput where no stick can be made, Environment when there is too little room; then nothing has changed.
    """
    where = folder.absolute()
    try:
        if where.is_symlink():
            where = where.resolve()
        look_at(where, folder)
        made = missing(where)[1:]
        around = next(one for one in where.parents if one.exists())
        needed = OF_A_SET * sets + REST
        if (free := shutil.disk_usage(around).free) < needed:
            raise Environment(f"there is too little room for {folder}: {free // 10**6} MB is free, and about "
                              f"{needed // 10**6} MB is needed; ask for fewer systems, as in --system windows")
        where.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{where.name}-", dir=where.parent))
        new.chmod(0o755)
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) in ENVIRONMENT:
            raise
        raise BadInput(Problem("FOLDER", 0, 0, f"no folder can be made at {quoted(str(folder))}",
                               str(getattr(error, "strerror", "") or error).lower(),
                               "name a folder in your own files")) from error
    try:
        yield new
        settle(new, where)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if not where.exists():
            without(made)


def look_at(where: Path, folder: Path) -> None:
    """Raises BadInput for a place that holds something else."""
    what = ("is a file" if where.exists() and not where.is_dir() else
            "is a whole disk" if where.is_dir() and os.path.ismount(where) else
            "is not empty" if where.is_dir() and any(where.iterdir()) and not (where / MARK).is_file() else "")
    if what == "is a whole disk":
        raise BadInput(Problem("FOLDER", 0, 0, f"{quoted(str(folder))} is a whole disk", "",
                               f"name a folder on it, as in {folder / 'simwijk'}"))
    if what:
        raise BadInput(Problem("FOLDER", 0, 0, f"{quoted(str(folder))} {what}", "it is no stick that simwijk has made",
                               a_new_one(folder).replace("--out ", "")))


def settle(new: Path, where: Path) -> None:
    """Put a folder that is ready in its place; of an older stick there, what the user has put in it comes along."""
    if not where.exists():
        new.rename(where)
        return
    old = new.with_name(f"{new.name}.old")
    where.rename(old)
    try:
        new.rename(where)
    except OSError:
        old.rename(where)
        raise
    for part in (Path(), Path("python")):
        for one in (old / part).iterdir() if (old / part).is_dir() else ():
            if not (where / part / one.name).exists() and not (part == Path() and one.name in OURS):
                one.rename(where / part / one.name)
    shutil.rmtree(old, ignore_errors=True)


def size(folder: Path) -> int:
    """How many bytes are in a folder."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
