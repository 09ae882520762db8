"""What can go wrong, and the exit code each kind of trouble ends with.

::

    SimwijkError
    ├── BadInput             2   the user's file or option: a list of Problems
    ├── ReplicationsFailed   3   some replications failed, the rest is kept (RunsFailed: runs of an experiment)
    ├── Unreported           3   a plugin could not answer about a run that is kept
    ├── Environment          4   disk, memory, package, port: not the user's text
    └── Defect              70   a rule of our own does not hold: our bug

A :class:`Problem` says where, what, why and what to write instead; it is the
only shape in which wrong input is reported, so that a terminal, a web page and
a test all show the same sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

SHOWN_PROBLEMS = 20
SHOWN_WIDTH = 100

T = TypeVar("T")


class SimwijkError(Exception):
    """Root of every error this program raises on purpose; ``exit_code`` is for the shell."""

    exit_code = 70


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input, at a line and a column counted from 1.

    ``line`` 0 means that no line is to blame (a file that is not there).
    ``what`` is a clause, ``why`` an optional reason, ``instead`` the remedy;
    ``source_line`` is the offending line itself, shown under the message.
    """

    file: str
    line: int
    column: int
    what: str
    why: str = ""
    instead: str = ""
    source_line: str = ""

    @property
    def place(self) -> str:
        """``file:line:column`` as editors understand it, shorter if less is known."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def render(self) -> str:
        """The message of several lines for a terminal, the caret under the culprit."""
        head = f"{self.place}: {self.what}" if self.place else self.what
        lines = _safe(head + (f"; {self.why}" if self.why else ""))
        if self.line and self.source_line.strip():
            text, column = _window(self.source_line, self.column)
            number = f"{self.line:5d}"
            lines.append(f"{number} | {text}")
            lines.append(f"{' ' * len(number)} | {' ' * (column - 1)}^")
        if self.instead:
            lines += _safe(f"      = {self.instead}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.render()


class BadInput(SimwijkError):
    """The user's text cannot be used; ``problems`` has at least one Problem, in reading order."""

    exit_code = 2

    def __init__(self, problems: Iterable[Problem] | Problem):
        found = [problems] if isinstance(problems, Problem) else list(problems)
        self.problems: list[Problem] = found
        super().__init__(found)  # the same argument again, so that it survives a process border

    def __str__(self) -> str:
        shown = [problem.render() for problem in self.problems[:SHOWN_PROBLEMS]]
        more = len(self.problems) - SHOWN_PROBLEMS
        if more > 0:
            shown.append(f"and {more} more")
        return "\n".join(shown)


class ReplicationsFailed(SimwijkError):
    """Some replications failed; the finished ones are kept. ``reasons`` says why, by number of the replication."""

    exit_code = 3
    counted = "course"

    def __init__(self, reasons: Mapping[int, str], asked: int):
        self.reasons, self.asked = dict(reasons), asked
        super().__init__(self.reasons, asked)

    def __str__(self) -> str:
        same: dict[str, list[int]] = {}
        for replication, reason in self.reasons.items():
            same.setdefault(reason, []).append(replication)
        lines = [f"  {self.counted}{'s' * (len(some) > 1)} {', '.join(map(str, some))}: {printable(reason)}"
                 for reason, some in same.items()]
        more = [f"  and {len(lines) - SHOWN_PROBLEMS} other reasons"] if len(lines) > SHOWN_PROBLEMS else []
        return "\n".join([f"{len(self.reasons)} of {self.asked} {self.counted}s failed; the rest is kept",
                          *lines[:SHOWN_PROBLEMS], *more])


class RunsFailed(ReplicationsFailed):
    """Some runs of an experiment failed, of which a course has one for each point; ``reasons`` by number of the run."""

    counted = "run"


class Unreported(SimwijkError):
    """A run is kept, but what a plugin would have added to its answer is missing; ``reasons`` say why."""

    exit_code = 3

    def __init__(self, reasons: Iterable[str]):
        self.reasons = list(reasons)
        super().__init__(self.reasons)

    def __str__(self) -> str:
        return "\n".join(f"{printable(one)}; the result is kept without it" for one in self.reasons)


class Environment(SimwijkError):
    """The machine is in the way: disk, memory, a missing package, a port in use."""

    exit_code = 4


class Defect(SimwijkError):
    """A rule of our own does not hold; whatever the input was, this is our bug."""

    exit_code = 70


def printable(text: str) -> str:
    """The text with everything that could steer a terminal replaced by a dot."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "·" for c in text)


def _safe(text: str) -> list[str]:
    """The lines of a text, each printable."""
    return [printable(line) for line in text.split("\n")]


def quoted(text: str, longest: int = 60) -> str:
    """The text between quotes, made printable and cut, for use inside a message."""
    flat = printable(" ".join(text.split()) if "\n" in text else text)
    return f"'{flat}'" if len(flat) <= longest else f"'{flat[: longest - 1]}…'"


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a line to show, and the column of the culprit within it."""
    clean = printable(line.rstrip())
    if len(clean) <= SHOWN_WIDTH:
        return clean, column
    start = max(0, min(column - 1 - SHOWN_WIDTH // 2, len(clean) - SHOWN_WIDTH))
    cut = clean[start : start + SHOWN_WIDTH]
    shift = 0
    if start + SHOWN_WIDTH < len(clean):
        cut += "…"
    if start:
        cut, shift = "…" + cut, 1
    return cut, column - start + shift


def kept(problems: list[Problem], step: Callable[[], T]) -> T | None:
    """What a step gives; None when it finds problems, which are kept for later."""
    try:
        return step()
    except BadInput as error:
        problems.extend(error.problems)
        return None
