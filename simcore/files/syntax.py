"""Says in plain words what PyYAML means when it cannot follow the structure of a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import yaml

from simcore.errors import Problem
from simcore.files.sources import Mark, Source

_NO_SPACE = re.compile(r"^\s*(?:- )*([\w-]+):([^\s:/].*?)\s*$")
_BULLET = re.compile(r"^\s*-[^\s-]")
_AHEAD = 60  # lines that are looked at to tell which of two lines is out of place
_OPENERS = {"[": "]", "{": "}"}


def sentence(error: yaml.YAMLError, source: Source) -> Problem:
    """The Problem that tells a user what to change, at the place where it should change."""
    if not isinstance(error, yaml.MarkedYAMLError):
        position = getattr(error, "position", 0)
        return source.mark_at(position).problem("this character is not allowed in YAML", instead="remove it")
    message = f"{error.context or ''} {error.problem or ''}".lower()
    here = _mark(error.problem_mark or error.context_mark, source)
    start = _mark(error.context_mark, source) if error.context_mark else here
    for words, answer in _ANSWERS:
        if all(word in message for word in words):
            return answer(here, start)
    return here.problem("the structure of the file cannot be followed here", why=(error.problem or "").strip())


def _mark(mark: Any, source: Source) -> Mark:
    return source.mark(mark.line + 1, mark.column + 1)


def _line(mark: Mark) -> str:
    lines = mark.source.lines
    return lines[mark.line - 1] if mark.line <= len(lines) else ""


def _tab(here: Mark, start: Mark) -> Problem:
    return here.problem("a tab stands where YAML wants spaces", instead="indent with two spaces")


def _quote(here: Mark, start: Mark) -> Problem:
    mark = _line(start)[start.column - 1 : start.column]
    return start.problem("this quote is never closed", instead=f"end the text with {mark or 'the same quote'}")


def _escape(here: Mark, start: Mark) -> Problem:
    return here.problem("this backslash code means nothing", instead="use single quotes: '...'")


def _bracket(here: Mark, start: Mark) -> Problem:
    opener = _line(start)[start.column - 1 : start.column]
    if opener == ":":
        return _no_key(start, start)
    if _line(here)[here.column - 1 : here.column] == "?":
        return here.problem(
            "a question mark ends the value here", why="so it is between brackets", instead="put quotes around the text"
        )
    if "\t" in _line(here)[: here.column]:
        return _tab(here, start)
    closer = _OPENERS.get(opener, "the bracket that fits")
    return start.problem(
        f"after this {opener or 'bracket'} a comma or {closer} is missing",
        why=f"reading stopped on line {here.line}",
        instead=f"put commas between the values and close with {closer}",
    )


def _colon(here: Mark, start: Mark) -> Problem:
    found = _NO_SPACE.match(_line(start))
    if found:
        instead = f"write '{found[1]}: {found[2]}', with a space after the colon"
    elif _BULLET.match(_line(start)):
        instead = "write a space after the dash"
    else:
        instead = "write 'key: value'"
    return start.problem("here a key should stand, with a colon and a space after it", instead=instead)


def _astray(here: Mark) -> Problem | None:
    """The line above, where that one stands astray: with the indentation of this line the parser gets further.

    Which of two lines is wrong shows in what follows: each in turn is given the place of the other. Where that makes no
    difference, it is the one that begins where fewer lines of the file begin.
    """
    lines = here.source.lines
    above = next((n for n in range(here.line - 1, 0, -1) if lines[n - 1].split("#")[0].strip()), 0)
    if not above or here.line > len(lines):
        return None
    own, other = _indentation(lines[here.line - 1]), _indentation(lines[above - 1])
    item = lines[above - 1].lstrip().startswith("- ") and not lines[here.line - 1].lstrip().startswith("- ")
    wanted = own - 2 if item else own
    if wanted < 0 or wanted == other:
        return None
    with_above = _reached(lines, above, wanted, here.line)
    with_this = _reached(lines, here.line, other + 2 * item, here.line)
    begin = Counter(map(_indentation, lines))
    if with_above <= here.line or (with_above, begin[wanted]) <= (with_this, begin[other]):
        return None
    return Mark(here.source, above, other + 1).problem(
        "this line does not fit the lines below it",
        why=f"they begin after {own} spaces",
        instead=f"put {wanted} spaces before it" if wanted > 1 else "put one space before it" if wanted else
        "remove the spaces before it",
    )


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _reached(lines: tuple[str, ...], at: int, spaces: int, until: int) -> int:
    """The line at which the parser stops when line ``at`` begins after so many spaces; beyond all when it does not."""
    text = [*lines[: at - 1], " " * spaces + lines[at - 1].lstrip(" "), *lines[at : until + _AHEAD]]
    try:
        for _ in yaml.parse("\n".join(text) + "\n", Loader=yaml.SafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return (error.problem_mark or error.context_mark).line + 1
    except (yaml.YAMLError, ValueError):
        return 0
    return len(lines) + 1


def _two_colons(here: Mark, start: Mark) -> Problem:
    above = Mark(here.source, here.line - 1, 1)
    found = _NO_SPACE.match(_line(above)) if here.line > 1 else None
    if found:
        column = found.start(2)
        instead = f"write '{found[1]}: {found[2]}', with a space after the colon"
        return Mark(here.source, here.line - 1, column).problem("a space is missing after this colon", instead=instead)
    return _astray(here) or here.problem(
        "a colon with a space after it is not expected here",
        instead="put quotes around text that holds ': ', or check the indentation and the colon of the line above",
    )


def _no_key(here: Mark, start: Mark) -> Problem:
    return here.problem("a key is empty", instead="write a name before the colon")


def _indent(here: Mark, start: Mark) -> Problem:
    if _line(here).lstrip().startswith(":"):
        return _no_key(here, start)
    if "\t" in _line(here)[: here.column + 1]:
        return _tab(here, start)
    found = _NO_SPACE.match(_line(here))
    if found:
        return _colon(here, here)
    if _BULLET.match(_line(here)):
        return here.problem("a list item is not written as one", instead="write a space after the dash")
    return _astray(here) or here.problem(
        "this line does not fit the lines above it",
        why=f"the block it seems to belong to starts on line {start.line}",
        instead="give lines of one block the same indentation, or close a quote or bracket above it",
    )


def _start_of_word(here: Mark, start: Mark) -> Problem:
    sign = _line(here)[here.column - 1 : here.column]
    if sign == "\t":
        return _tab(here, start)
    return here.problem(f"a value cannot start with {sign}", instead="put quotes around it")


def _reference(here: Mark, start: Mark) -> Problem:
    return here.problem("& and * start a reference, and those are not allowed", instead="put quotes around the text")


def _block_text(here: Mark, start: Mark) -> Problem:
    return here.problem(
        "after | or > the line must end", instead="write the text on the next lines, indented by two spaces"
    )


def _tag(here: Mark, start: Mark) -> Problem:
    return here.problem("a tag is not allowed", instead="remove it, or put quotes around text that starts with !")


def _directive(here: Mark, start: Mark) -> Problem:
    return here.problem("a line that starts with % is not allowed", instead="remove it, or put quotes around the text")


def _document(here: Mark, start: Mark) -> Problem:
    if _line(here).lstrip().startswith(":"):
        return _no_key(here, start)
    return _astray(here) or here.problem(
        "after the end of the document more text follows", instead="a file holds one document: check the indentation"
    )


_ANSWERS = (
    (("found character '\\t'",), _tab),
    (("quoted scalar", "escape"), _escape),
    (("quoted scalar",), _quote),
    (("document start",), _document),
    (("flow sequence",), _bracket),
    (("flow mapping",), _bracket),
    (("flow node",), _bracket),
    (("simple key", "expected ':'"), _colon),
    (("mapping values are not allowed",), _two_colons),
    (("mapping keys are not allowed",), _colon),
    (("sequence entries are not allowed",), _indent),
    (("block mapping",), _indent),
    (("block collection",), _indent),
    (("block scalar",), _block_text),
    (("scanning an anchor",), _reference),
    (("scanning an alias",), _reference),
    (("tag",), _tag),
    (("directive",), _directive),
    (("any token",), _start_of_word),
)
