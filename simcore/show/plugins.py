"""Says what plugins do: their sections of an answer, what they moved, how long they took."""

from textwrap import wrap
from typing import Any

from simcore.canvas import Spec
from simcore.plugin.nouns import Section
from simcore.results.moved import Moved
from simcore.results.profile import Clock
from simcore.show.words import Words

WIDE, SHOWN = 100, 40            # characters of a line; rows of what was moved
INDENT = "  "


def section(name: str, one: Section, words: Words) -> str:
    """What a plugin adds to the answer: its title, its lines, its table."""
    dutch = words.lang == "nl"
    lines = [f"{one.dutch if dutch else one.english} ({name})"]
    for line in one.dutch_lines if dutch else one.english_lines:
        lines += wrap(line, WIDE, initial_indent=INDENT, subsequent_indent=INDENT)
    if one.rows:
        cells = [list(one.dutch_head if dutch else one.english_head)]
        cells += [[value if isinstance(value, str) else words.sized(float(value)) for value in row] for row in one.rows]
        lines += table(cells)
    return "\n".join(lines)


def table(cells: list[list[str]]) -> list[str]:
    """Rows of cells in columns, the first to the left, the others to the right."""
    wide = [max(map(len, column)) for column in zip(*cells)]
    return [(INDENT + "  ".join(f"{one:<{w}}" if n == 0 else f"{one:>{w}}" for n, (one, w) in enumerate(zip(row, wide)))
             ).rstrip() for row in cells]


def effects(rows: list[Moved], spec: Spec, words: Words) -> str:
    """Who moved which number, when, from what to what, and why."""
    if not rows:
        return words("effects.none")
    lines = [words("effects.head")]
    for row in rows[:SHOWN]:
        weeks = words("effects.week" if row.first == row.last else "effects.weeks", first=row.first, last=row.last)
        lines.append(INDENT + words("effects.row", weeks=weeks, term=row.term, base=plain(row.base, words),
                                    now=plain(row.now, words)))
        lines += [f"{INDENT * 2}{move.plugin}: {words(f'effects.{move.part}', value=plain(move.value, words))} "
                  f"({move.because})" for move in row.moves]
    if len(rows) > SHOWN:
        lines.append(f"{INDENT}… ({len(rows) - SHOWN})")
    return "\n".join([*lines, INDENT + words("effects.all")])


def plain(value: float, words: Words) -> str:
    """A number with four digits that count."""
    text = f"{value:,.6f}" if abs(value) < 1 else f"{value:,.{max(0, 4 - len(str(int(abs(value)))))}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return (text.translate(str.maketrans(",.", ".,")) if words.lang == "nl" else text).replace("-", "−")


def profile(clock: Clock, words: Words) -> str:
    """How long each plugin took by hook, and each step beside them; the shares add up to the whole."""
    shares, total = clock.shares(), clock.total
    cells = [["", words("profile.calls"), words("profile.column"), words("measure.share")]]
    for one in shares:
        label = f"{one.plugin}.{one.what}" if one.plugin else words(f"profile.{one.what}")
        cells.append([label, words.number(one.calls) if one.calls else "", words.number(one.seconds, 3),
                      f"{words.number(100 * one.seconds / total, 1)} %"])
    cells.append([words("page.together"), "", words.number(total, 3), f"{words.number(100)} %"])
    return "\n".join([words("profile.head"), *table(cells)])


def profile_as_dict(clock: Clock) -> dict[str, Any]:
    """The same as plain values."""
    shares = clock.shares()
    return {"seconds": clock.total, "shares": [{"plugin": one.plugin, "what": one.what, "calls": one.calls,
                                                "seconds": one.seconds} for one in shares]}
