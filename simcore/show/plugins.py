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
    """Who moved which number, when, from what to what, and why; weeks in a row that differ only in how much are one."""
    if not rows:
        return words("effects.none")
    lines, spans = [words("effects.head")], spans_of(rows)
    for span in spans[:SHOWN]:
        first, last = span[0].first, span[-1].last
        weeks = words("effects.week" if first == last else "effects.weeks", first=first, last=last)
        lines.append(INDENT + words("effects.row", weeks=weeks, term=span[0].term,
                                    base=between([row.base for row in span], words),
                                    now=between([row.now for row in span], words)))
        for n, move in enumerate(span[0].moves):
            value = between([row.moves[n].value for row in span], words)
            lines.append(f"{INDENT * 2}{move.plugin}: {words(f'effects.{move.part}', value=value)} ({move.because})")
    if len(spans) > SHOWN:
        lines.append(INDENT + words("effects.more", count=len(spans) - SHOWN))
    return "\n".join([*lines, INDENT + words("effects.all")])


def spans_of(rows: list[Moved]) -> list[list[Moved]]:
    """Rows of one number in weeks in a row, moved by the same for the same reason, taken together."""
    spans: list[list[Moved]] = []
    for row in rows:
        before = spans[-1][-1] if spans else None
        if before and before.term == row.term and before.last == row.first - 1 and movers(before) == movers(row):
            spans[-1].append(row)
        else:
            spans.append([row])
    return spans


def movers(row: Moved) -> list[tuple[str, str, str]]:
    """Who moves a number, in which way and why."""
    return [(one.plugin, one.part, one.because) for one in row.moves]


def between(values: list[float], words: Words) -> str:
    """The least and the most of some numbers; one where they look alike."""
    low, high = plain(min(values), words), plain(max(values), words)
    return low if low == high else f"{low} … {high}"


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
