"""How a table of a study stands on its page: names for ids, numbers as people write them, words for what has no end.

The same table stands in ``tables/`` as it is, its cells for a machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import isinf, isnan

from simcore.canvas.wording import Wording
from simcore.experiments.case import text_of
from simcore.experiments.failing import FUTURE
from simcore.show.experiments.failing import label_of
from simcore.show.experiments.naming import Naming, in_points, no_finer
from simcore.show.experiments.plural import opening
from simcore.show.texts import TEXTS

NOTHING = "–"                                      # stands where there is no number
DIFFERENCES = ("parts", "changes", "differences")  # tables of which a number says how much more,
APART = (*DIFFERENCES, "regret")                   # or how far two are from each other
LIMITS = ("up to", "at least", "at most")         # of what is raised: no finer than they were looked for
BOTH_SIDES = ("threshold", "holds at", "fails at")        # of one course: what was played stands beside its limit
END = "(?: (?P<end>at least|at most))?$"
SHARES = re.compile(f"(share|share alone){END}|(coverage|density)( held out)?$|holds in a share of$|level$")
MOVES = re.compile(rf"moves (?P<figure>\S+) \(.*\){END}")                         # a column of a first look
UPWARDS = re.compile(f"a higher value moves it by{END}")


class Tabled:
    """One table in one language: its title, what its columns are called, its rows as texts."""

    def __init__(self, name: Naming, table: str, head: Sequence[str]):
        asked, self.name, self.table, self.head = name.experiment, name, table, list(head)
        self.of = {key: Naming(replace(asked, specs={key: spec}), name.words) for key, spec in asked.specs.items()}
        self.futures = {one.name: one.label[name.words.lang] for one in getattr(asked.question, "futures", ())}
        self.raised = getattr(asked.question, "raise_", None)
        self.measured = next((found["figure"] for one in head if (found := MOVES.match(one))), "")
        self.read: dict[str, Callable[[str], str]] = {
            "model": name.model, "less": name.model, "figure": lambda one: opening(name.figure(one)), "unit": self.unit,
            "future": lambda one: self.futures.get(one, one), "evidence": lambda one: self.known(one, "evidence.{}"),
            "block": lambda one: self.known(one, "block.{}", "sensitivity.{}")}

    @property
    def title(self) -> str:
        """What the table is called."""
        return self.known(self.table, "table.{}").replace("_", " ")

    @property
    def heads(self) -> list[str]:
        """What its columns are called."""
        return [self.heading(one) for one in self.head]

    def heading(self, column: str) -> str:
        """What a column is called; one of values that were set by what is set."""
        named = self.known(column, f"column.{self.table}.{{}}", "column.{}", "page.{}")
        if named != column:
            return named
        for pattern, key in ((MOVES, "column.moves"), (UPWARDS, "column.upwards")):
            if found := pattern.match(column):
                what, end = self.name(key, figure=self.name.quoted(self.measured)), found["end"]
                return f"{what}, {self.name(f'column.{end}').lower()}" if end else what
        return opening(self.name.path(column, self.label(column))) if self.is_path(column) else column

    def row(self, cells: Sequence[object]) -> list[str]:
        """The cells of a row as texts."""
        mine = dict(zip(self.head, cells))
        return [self.cell(column, one, mine) for column, one in mine.items()]

    def cell(self, column: str, value: object, row: dict[str, object]) -> str:
        """One cell; ``row`` is what stands beside it, by column."""
        number = None if value is None or isinstance(value, str) else float(value)
        if value is None or value == "" or (number is not None and isnan(number)):
            return NOTHING
        if number is not None and isinf(number):
            return self.name("table.above" if number > 0 else "table.below")
        if number is None:
            return self.word(column, str(value), row)
        if self.raised and column in LIMITS:
            number = no_finer(number, self.name.experiment.question.tolerance)
        if self.raised and column in (*LIMITS, *BOTH_SIDES, self.raised):
            return self.name.setting(self.raised, text_of(round(number, 6)))
        if SHARES.match(column):
            return self.name("unit.share", n=self.name.words.sized(100 * number))
        if MOVES.match(column) or UPWARDS.match(column):
            return self.name.value(self.measured, number, bool(UPWARDS.match(column)), apart=True)
        if column in ("low", "middle", "high", "middle at least", "middle at most"):
            if "figure" in row:
                return self.name.value(str(row["figure"]), number, self.table in DIFFERENCES, self.table in APART)
            if row.get("path"):
                return self.name.setting(str(row["path"]), text_of(round(number, 6)))
        return self.name.setting(column, text_of(number)) if self.is_path(column) else self.plain(number)

    def word(self, column: str, value: str, row: dict[str, object]) -> str:
        """A cell that is no number."""
        if column in ("name", "input", "part", "path"):
            return self.thing(value, str(row.get("model")))
        if column == "unit" and in_points(str(row.get("figure")), self.table in APART):
            return self.unit(value.replace("share", "points"))
        if column in self.read:
            return self.read[column](value)
        if column == "changed to":
            return self.name.setting(str(row["part"]), value)
        if column == "among":
            return ", ".join(self.futures.get(one, self.name.setting(str(row["path"]), one))
                             for one in value.split(" | "))
        return self.name.setting(column, value) if self.is_path(column) else self.known(
            value, "cell.{}", "sensitivity.{}.name", "{}")

    def thing(self, path: str, model: str) -> str:
        """What a path, a block, luck or the rest is called."""
        if path == FUTURE:
            return self.name("column.future")
        named = self.known(path, "block.{}", "sensitivity.{}.name", "sensitivity.{}")
        return opening(self.of.get(model, self.name).path(path, self.label(path)) if named == path else named)

    def label(self, path: str):
        """What the experiment file calls a path, if anything."""
        question = self.name.experiment.question
        return question.label if path == self.raised else label_of(path, self.name)

    def unit(self, unit: str) -> str:
        """What a figure is counted in."""
        named = self.known(unit, "measure.{}")
        return Wording(self.name.words.lang).unit(f" {unit}").strip() if named == unit else named

    def known(self, value: str, *keys: str) -> str:
        """The first text there is for a word of ours; else the word."""
        return next((self.name(key.format(value)) for key in keys if key.format(value) in TEXTS), value)

    def is_path(self, column: str) -> bool:
        """Whether a column holds values of something that was set."""
        question = self.name.experiment.question
        axes = (*getattr(question, "vary", ()), *getattr(question, "also_under", ()))
        return column == self.raised or any(column == axis.path or column.endswith(f".{axis.path}") for axis in axes)

    def plain(self, number: float) -> str:
        """A number without a unit: whole as it is, else with as many decimals as are worth reading."""
        words = self.name.words
        return words.number(number) if number == round(number) else words.sized(number)
