"""Watches who reads a number while a model is built and stepped, with the line that asks for it."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from simcore.files import Quantity
from simcore.plugin import active, week as plugin_week
from simcore.week import numbers as numbers_module
from simcore.week.numbers import Numbers

ROOT = Path(__file__).parents[2]


class Watch:
    """Remembers who reads which number, while it is on."""

    def __init__(self) -> None:
        self.on = False                          # whether quantities tell it too
        self.seen: dict[str, set[tuple[str, int, str, str]]] = {}
        self.who = ""                            # what is asked for now goes to this name instead of to code
        self.asked: dict[str, set[str]] = {}

    def note(self, path: str) -> None:
        """Somebody reads the number at this path now."""
        if self.who:
            self.asked.setdefault(path, set()).add(self.who)
            return
        frame = sys._getframe(1)
        while frame and (frame.f_code.co_filename in HIDDEN or "<" in frame.f_code.co_qualname):
            frame = frame.f_back
        if frame and frame.f_code.co_filename.startswith(str(ROOT)):
            code = frame.f_code
            self.seen.setdefault(path, set()).add((code.co_filename, frame.f_lineno, code.co_qualname, doc_of(frame)))


HIDDEN = {__file__, numbers_module.__file__, active.__file__, plugin_week.__file__}


def doc_of(frame: Any) -> str:
    """The first sentence of what the function of a frame says it does; of its class when it is silent."""
    code = frame.f_code
    outer = frame.f_globals.get(code.co_qualname.split(".")[0])
    texts = (code.co_consts[0] if code.co_consts else None, getattr(outer, "__doc__", None))
    return next((first_line(one) for one in texts if isinstance(one, str)), "")


def first_line(text: str | None) -> str:
    """The first sentence of a docstring."""
    return " ".join((text or "").split("\n\n")[0].split())


class Watched(Numbers):
    """Numbers that tell a watch who asks for them."""

    watch: Watch

    def __getitem__(self, path: str) -> np.ndarray:
        self.watch.note(path)
        return super().__getitem__(path)

    def __contains__(self, path: object) -> bool:
        return path in self._values

    def under(self, prefix: str) -> "Part":
        """As for Numbers, and what is read of it is seen too."""
        return Part(self, prefix)


class Part(Mapping):
    """The numbers under a prefix, named without it."""

    def __init__(self, of: Watched, prefix: str):
        self.of, self.prefix = of, prefix + "."

    def __getitem__(self, path: str) -> np.ndarray:
        return self.of[self.prefix + path]

    def __iter__(self) -> Iterator[str]:
        return (path[len(self.prefix):] for path in self.of if path.startswith(self.prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def watched_quantities(quantities: Mapping[str, Quantity], watch: Watch) -> None:
    """Let every quantity tell the watch when its value is read without being drawn, as people are made."""
    paths = {id(one): path for path, one in quantities.items()}

    class Seen(Quantity):
        def __getattribute__(self, name: str) -> Any:
            if name == "value" and watch.on:
                watch.note(paths[id(self)])
            return super().__getattribute__(name)

    for one in quantities.values():
        object.__setattr__(one, "__class__", Seen)


def relative(file: str) -> str:
    """A file from the top of the product."""
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
