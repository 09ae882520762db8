"""Runs that other experiments have played, kept for all of this user's: asked for once more, they are not played again.

Whatever is wrong with it (no room, no right to write, a file that is damaged, another that is writing) costs only time.
It takes a bounded room: the oldest go first.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from simcore.experiments.store import Run, Store
from simcore.folders import cache_folder

ROOM = 400_000_000                                 # bytes on disk, some 200,000 runs
PATIENCE = 2.0                                     # seconds that another may be writing
T = TypeVar("T")


class Others:
    """The runs of all experiments of this user; holds nothing where they cannot be had."""

    def __init__(self, file: Path | None = None, room: int = ROOM):
        self.file, self.room = file or cache_folder() / "runs.sqlite", room
        self.store = self.opened()

    def opened(self) -> Store | None:
        """The store; one that is damaged, or of another make, is begun anew."""
        for _ in range(2):
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
                return Store(self.file, patience=PATIENCE, sure=False)
            except sqlite3.OperationalError:       # locked, full, not ours to write: leave it as it is
                return None
            except (sqlite3.DatabaseError, ValueError):
                with suppress(OSError):
                    for one in ("", "-wal", "-shm"):
                        self.file.with_name(self.file.name + one).unlink(missing_ok=True)
            except OSError:
                return None
        return None

    def close(self) -> None:
        """Let go of it."""
        self.tried(lambda store: store.close(), None)

    def found(self, keys: Sequence[str]) -> dict[str, Run]:
        """The runs that are there among these keys."""
        return self.tried(lambda store: store.found(keys), {})

    def keep(self, runs: Iterable[Run]) -> None:
        """Write down those that lived."""
        def kept(store: Store) -> None:
            store.keep([one for one in runs if one.lived])
            if store.size > self.room:
                store.drop_oldest(0.25)

        self.tried(kept, None)

    def tried(self, step: Callable[[Store], T], otherwise: T) -> T:
        """What a step gives; one that goes wrong is left out, and where nothing can be read at all so is the rest."""
        if self.store is None:
            return otherwise
        try:
            return step(self.store)
        except sqlite3.OperationalError:
            return otherwise
        except (sqlite3.Error, OSError, ValueError):
            self.store = None
            return otherwise
