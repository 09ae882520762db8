"""What a study says in one language, part by part: for its page, for ``answer.md`` and for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simcore.show.experiments.checks import Checks
from simcore.show.style import Sheet
from simcore.show.words import Words


@dataclass(frozen=True)
class Shown:
    """Lines: ``said`` (the first is the answer), what to ``mind`` about it, how ``sure`` it is, what to check
    ``first``, when it ``fails``, what is true ``besides``, the ``method``; pictures by name."""
    said: Sequence[str]
    mind: Sequence[str]
    sure: Sequence[str]
    first: Sequence[Checks]
    fails: Sequence[str]
    besides: Sequence[str]
    pictures: Sequence[tuple[str, Sheet]]
    method: Sequence[str] = ()

    def sections(self, words: Words) -> Iterator[tuple[str, list[str]]]:
        """What comes after the answer: a title and its lines each, those without lines left out."""
        listed = {"sure": dashed(self.sure), "first": list(self.to_check(words)), "fails": dashed(self.fails),
                  "besides": dashed(self.besides)}
        return ((words(f"experiment.page.{key}"), lines) for key, lines in listed.items() if lines)

    def to_check(self, words: Words) -> Iterator[str]:
        """What to check first as lines: numbered below the name of each model, then what is to be said about it."""
        for n, one in enumerate(self.first):
            yield from ([""] if n else []) + ([f"{one.model}:", ""] if len(self.first) > 1 else [])
            yield from (f"{rank}. {item}" for rank, item in one.ranked)
            yield from (f"- {line}" for line in one.lines)
        if not self.first:
            yield f"- {words('checks.luck')}"

    def lines(self, words: Words) -> list[str]:
        """All of it for a terminal, the answer first."""
        after = [part for title, lines in self.sections(words) for part in ("", title, *lines)]
        return [self.said[0], *dashed(self.said[1:]), *self.mind, *after]


def tells(head: Sequence[str], rows: Sequence[Sequence[object]]) -> bool:
    """Whether a table is worth showing: it has rows, and where its numbers have a middle and a band not all of that is
    nought or not measured."""
    banded = [n for n, one in enumerate(head) if one in ("low", "middle", "high") and "middle" in head]
    return bool(rows) and (not banded or any(row[n] and row[n] == row[n] for row in rows for n in banded))


def dashed(lines: Sequence[str]) -> list[str]:
    """Lines as a list."""
    return [f"- {line}" for line in lines]
