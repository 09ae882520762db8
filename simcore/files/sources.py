"""Gets text in from outside: its name, its lines, its marks, and what may not be in it."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from simcore.errors import BadInput, Problem, quoted

MAX_BYTES = 256 * 1024

# Line breaks that only some programs see, directions that reorder what a reader
# sees, and marks nobody sees: each makes a file differ from what it looks like.
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)
_HARD_SPACE = re.compile("^[ ]*(?:- *)?(\u00a0)|:(\u00a0)", re.MULTILINE)
_BREAK = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A text with a name; ``column`` is where its first line begins (an option's value)."""

    name: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    column: int = 1

    def mark(self, line: int, column: int) -> Mark:
        """The mark at a line and column of the text itself, both from 1."""
        return Mark(self, line, column + self.column - 1 if line == 1 else column)

    def mark_at(self, position: int) -> Mark:
        """The mark of the character at this position, from 0."""
        before = _BREAK.split(self.text[:position])
        return self.mark(len(before), len(before[-1]) + 1)


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A place in a source: line and column from 1."""

    source: Source
    line: int
    column: int

    @property
    def character(self) -> str:
        """The character that stands here; empty where there is none."""
        line = self.source.lines[self.line - 1] if 0 < self.line <= len(self.source.lines) else ""
        return line[self.column - 1:self.column] if self.column else ""

    def problem(self, what: str, *, why: str = "", instead: str = "") -> Problem:
        """A Problem at this place, with the line itself to show."""
        lines = self.source.lines
        line = lines[self.line - 1] if 0 < self.line <= len(lines) else ""
        return Problem(self.source.name, self.line, self.column, what, why, instead, line)


NOWHERE = Mark(Source("", "", ()), 0, 0)
"""The mark of a value that stands in no text."""


def open_source(path: str | Path, most: int = MAX_BYTES) -> Source:
    """The text of a file; raises BadInput when it cannot be read, has more than ``most`` bytes or is not UTF-8."""
    name = str(path)
    try:
        with open(path, "rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise BadInput(_unreadable(Path(path), name, error)) from None
    return source_of(data, name, most=most)


def source_of(data: str | bytes, name: str, column: int = 1, line: str | None = None, most: int = MAX_BYTES) -> Source:
    """The text called ``name``; ``line`` is shown for its first line if that says more."""
    if isinstance(data, str):
        text, size = data, len(data.encode("utf-8", "surrogatepass"))
    else:
        text, size = "", len(data)
    if size > most:
        what = f"the file is larger than {most // 1024} KB"
        raise BadInput(Problem(name, 0, 0, what, instead="leave data and long texts out of it"))
    if isinstance(data, bytes):
        text = _decode(data, name)
    text = text.removeprefix("\ufeff")
    lines = _BREAK.split(text)
    if line is not None:
        lines[0] = line
    return Source(name, text, tuple(lines), column)


def odd_character(text: str) -> str:
    """What the first character nobody can see is called, or nothing."""
    found = _ODD.search(text)
    return _name(found[0]) if found else ""


def refuse_odd_characters(source: Source) -> None:
    """Raises BadInput for every invisible character, at its line and column."""
    problems = []
    for found in _ODD.finditer(source.text):
        problems.append(
            source.mark_at(found.start()).problem(f"the text holds {_name(found[0])}", instead="remove it")
        )
        if len(problems) == 20:
            break
    for found in _HARD_SPACE.finditer(source.text) if "\u00a0" in source.text else ():     # hardly ever: looked up
        if len(problems) == 20:
            break
        at = found.start(1) if found[1] else found.start(2)
        problems.append(
            source.mark_at(at).problem("a non-breaking space stands here", instead="replace it by an ordinary space")
        )
    if problems:
        raise BadInput(problems)


def closest(word: str, known: list[str], alike: float = 0.6) -> str:
    """The known word most like this one, or nothing; ``alike`` (0..1) is how like it must be."""
    lowered = {name.lower(): name for name in reversed(known)}
    found = difflib.get_close_matches(word.lower()[:100], list(lowered), n=1, cutoff=alike)
    return lowered[found[0]] if found else ""


def suggestion(word: str, known: list[str], most: int = 12) -> str:
    """A remedy for an unknown word: did you mean, and what is known (of many, what is near)."""
    best = closest(word, known)
    hint = f"did you mean {quoted(best)}? " if best else ""
    if not known:
        return "none is known here"
    if len(known) <= most:
        return f"{hint}known: {', '.join(known)}"
    near = difflib.get_close_matches(word[:100], known, n=5, cutoff=0.4) if best else known[: most // 2]
    near = [best, *(name for name in near if name != best)] if best else near
    return f"{hint}among the {len(known)} known: {', '.join(near)}"


def _name(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return f"the invisible character U+{ord(character):04X}" + (f" ({name})" if name else "")


def _decode(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(Problem(name, 0, 0, "the file is saved as UTF-16", instead="save it as UTF-8"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _BREAK.split(data[: error.start].decode("utf-8"))
        line = _BREAK.split(data.decode("utf-8", "replace"))[len(before) - 1]
        what = f"the byte {data[error.start]:#04x} is not UTF-8"
        column = len(before[-1].removeprefix("\ufeff")) + 1
        problem = Problem(name, len(before), column, what, "", "save the file as UTF-8", line)
        raise BadInput(problem) from None


def _unreadable(path: Path, name: str, error: Exception) -> Problem:
    if isinstance(error, FileNotFoundError):
        try:
            near = closest(path.name, sorted(p.name for p in path.parent.iterdir())[:1000])
        except OSError:
            near = ""
        remedy = f"did you mean {quoted(near)}?" if near else ""
        return Problem(name, 0, 0, "there is no such file", instead=remedy)
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and path.is_dir()):
        return Problem(name, 0, 0, "this is a folder", instead="name a .yaml file in it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Problem(quoted(name), 0, 0, "the file cannot be read", why=reason.lower())
