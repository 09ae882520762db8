"""What a room can turn and play: knobs for the whole run, cards of what may happen. Data, in ``models/cards``.

A knob or a card changes numbers of a model by their paths (``*`` stands for any note), or takes a plugin along. What it
does to one model are settings as an experiment makes them: ``path -> value``, see ``experiments/case.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fnmatch import fnmatch

from simcore.canvas import Spec
from simcore.experiments.case import text_of
from simcore.experiments.question import Told
from simcore.files import Here, Id, Number, Problem, Text, read, record

Settings = dict[str, str]


@record
class Change:
    """What is done to a model: numbers at ``paths`` (those in ``unit``) get more, or are multiplied; values are ``set``;
    a ``plugin`` takes part, with one ``parameter`` of it, and ``from_`` the week in which it is played."""
    name: Id
    label: Told
    about: Told | None = None
    paths: list[Text] = ()
    unit: Text | None = None
    add: list[Number] = ()
    scale: list[Number] = ()
    values: list[Number] = ()
    set: dict[str, str] | None = None
    plugin: Text | None = None
    parameter: Text | None = None
    from_: Text | None = None
    fits: list[Text] = ()

    @property
    def positions(self) -> list[float]:
        """The positions of a knob, in order."""
        return list(self.add or self.scale or self.values)

    @property
    def base(self) -> int:
        """The position at which a knob changes nothing."""
        return self.positions.index(1 if self.scale else 0)

    def problems(self, here: Here) -> Iterator[Problem]:
        """It changes something, one way."""
        ways = [name for name in ("add", "scale", "values") if getattr(self, name)]
        if len(ways) > 1:
            yield here.problem(ways[1], key=True, what=f"stands beside {ways[0]}", instead="leave one of both out")
        if not (self.paths or self.set or self.plugin):
            yield here.problem("name", what="changes nothing", instead="add paths:, set: or plugin:")

    def settings(self, spec: Spec, position: int, day: date) -> Settings:
        """What it does to a model at a position, played on a day; nothing where the model has no place for it."""
        out = dict(self.set or {})
        if self.plugin:
            where = f"plugins.{self.plugin}"
            out[where] = "on"
            if self.parameter:
                out[f"{where}.{self.parameter}"] = text_of(self.positions[position])
            if self.from_:
                out[f"{where}.{self.from_}"] = day.isoformat()
        for path, one in spec.quantities().items():
            if (not self.unit or one.unit == self.unit) and any(fnmatch(path, wanted) for wanted in self.paths):
                by = self.positions[position]
                out[path] = text_of(float(one.value) * by if self.scale else float(one.value) + by if self.add else by)
        return out


@record
class Deck:
    """The models that are shown when none is named; knobs for the whole run; cards of what may happen."""
    models: list[Text]
    knobs: list[Change]
    cards: list[Change]


def deck() -> Deck:
    """The deck that comes along."""
    from simcore.canvas.bundled import folder

    return read(folder() / "cards" / "session.yaml", Deck)


def day_of_week(spec: Spec, week: int) -> date:
    """The day on which a week of the run begins."""
    return spec.canvas.simwijk.start + timedelta(weeks=week)
