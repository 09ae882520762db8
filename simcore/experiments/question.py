"""What an experiment file holds: a question, what is varied, how often it is played, what is looked at.

    experiment: cleaning_price
    kind: sweep
    question: {nl: "Welke prijs ...?", en: "Which price ...?"}
    models: [ons_groen]
    vary:
      - {path: revenue_streams.rs-cleaning.price, from: 8, to: 20, step: 2}
    figures: [money.result, helped.households]

Four kinds share one form; what differs is what is varied and what the answer is. Paths are those of ``--set``;
``plugins.NAME.PARAMETER`` is a parameter of a plugin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Tag

from simcore import files
from simcore.canvas.run import MOST_REPLICATIONS, MOST_WEEKS
from simcore.errors import Problem
from simcore.experiments.case import same_text
from simcore.files import Field, Flag, Here, Id, Mapping, Number, Scalar, Text, Unread, record
from simcore.files.remedies import not_a_number
from simcore.files.scalars import refuse

MOST_SAMPLES, QUICK_SAMPLES, QUICK_WAYS = 8192, 16, 4
MOST_AXES, MOST_POINTS = 40, 20_000
A_PATH = "revenue_streams.rs-cleaning.price"
MOST_BATCH, MOST_SEED, A_DAY = 1000, 2**31 - 1, 86_400
FEWEST_RESIDENTS, MOST_RESIDENTS = 100, 100_000
SIZES = {"weeks": (1, MOST_WEEKS), "residents": (FEWEST_RESIDENTS, MOST_RESIDENTS)}


def counted(value: Any) -> Any:
    """What should be a whole number, refused with one where it is a word."""
    if isinstance(value, Scalar) and value.bare and not re.fullmatch(r"[-.,\d]*", value.text):
        what, instead = not_a_number(value.text)
        if instead == not_a_number("?")[1]:
            raise refuse(what, "write a whole number, as in 25")
    return value


Whole = Annotated[files.Whole, BeforeValidator(counted)]


@record
class Told:
    """A text for people, in both languages."""
    nl: Annotated[Text, Field(examples=['"..."'])]
    en: Annotated[Text, Field(examples=['"..."'])]

    called: ClassVar[str] = "a text in both languages, as in {nl: \"...\", en: \"...\"}"

    def __getitem__(self, lang: str) -> str:
        return getattr(self, lang)


# A text in one language or in both.
TextOrTold = Annotated[Annotated[Told, Tag("<told>")] | Annotated[Text, Tag("<text>")],
                       Discriminator(lambda given: "<told>" if isinstance(given, (Mapping, Told)) else "<text>")]


@record
class Until:
    """When enough courses have been played: the answer is known to within ``half_width``, in its own unit."""
    half_width: Annotated[Number, Field(examples=["200"])]
    level: Number = 0.95

    def problems(self, here: Here) -> Iterator[Problem]:
        """A width above zero, a level between a half and one."""
        if not self.half_width > 0:
            yield here.problem("half_width", what=f"is {self.half_width:g}", instead="write a number above zero")
        if not 0.5 <= self.level < 1:
            yield here.problem("level", what=f"is {self.level:g}", instead="write a share, as in 0.95")


@record
class Courses:
    """How many possible courses: at most ``most``, in batches after each of which ``until`` is looked at."""
    most: Whole = 100
    batch: Whole = 25
    seed: Whole = 1
    until: Until | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """At least two courses, and batches that can be played."""
        if not 2 <= self.most <= MOST_REPLICATIONS:
            yield here.problem("most", what=f"is {self.most}", instead=f"write 2 to {MOST_REPLICATIONS}")
        if not 1 <= self.batch <= MOST_BATCH:
            yield here.problem("batch", what=f"is {self.batch}", instead=f"write 1 to {MOST_BATCH}, as in batch: 25")
        yield from outside(self, here, seed=(0, MOST_SEED))


@record
class Axis:
    """A path that is varied: by ``values``, or ``from`` .. ``to`` (in steps, where the design is no sample); by neither
    where a file of points has its values."""
    path: Annotated[Text, Field(examples=[A_PATH])]
    values: list[Text] = ()
    from_: Number | None = None
    to: Number | None = None
    step: Number | None = None
    label: Told | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """Either values, or a way from here to there."""
        ends, both = (self.from_ is not None) + (self.to is not None), None not in (self.from_, self.to)
        if self.values and (ends or self.step is not None):
            yield here.problem("values", key=True, what="stands beside from, to or step",
                               instead="leave one of both out")
        elif ends == 1 or not ends and self.step is not None:
            yield here.problem("path", what="goes from nowhere, or to nowhere", instead="add from: .. and to: ..")
        elif both and not self.from_ < self.to:
            yield here.problem("to", what=f"({self.to:g}) is not above from ({self.from_:g})", instead=(
                "swap them" if self.from_ > self.to else "write a higher one, or values: [..]"))
        if self.step is not None and not self.step > 0:
            yield here.problem("step", what=f"is {self.step:g}", instead="write a step above zero")
        elif self.step is not None and both and 0 < self.to - self.from_ < self.step:
            yield here.problem("step", what=f"is {self.step:g}, more than there is from {self.from_:g} to {self.to:g}",
                               instead="write a smaller one")

    @property
    def empty(self) -> bool:
        """Whether it says no values."""
        return not self.values and self.from_ is None


def unvaried(axes: Sequence[Axis], here: Here, key: str) -> Iterator[Problem]:
    """Axes under a key that are varied over nothing, or a second time."""
    for n, axis in enumerate(axes):
        if axis.empty:
            yield here.problem(key, n, "path", what="is varied over nothing",
                               instead="add values: [..], or from: .. and to: ..")
        if axis.path in [one.path for one in axes[:n]]:
            yield here.problem(key, n, "path", what="is varied a second time", instead="leave it out")


def named_twice(axes: Sequence[Axis], here: Here, key: str) -> Iterator[Problem]:
    """Values of axes under a key that stand there a second time, where each stands for one point or more."""
    for n, axis in enumerate(axes):
        every = [same_text(value) for value in axis.values]
        for i, value in enumerate(axis.values):
            if every[i] in every[:i]:
                yield here.problem(key, n, "values", i, what=f"names {value} a second time", instead="leave it out")


def outside(asked: Any, here: Here, **sizes: tuple[int, int]) -> Iterator[Problem]:
    """Whole numbers of a record that lie outside the lowest and the highest they may be."""
    for name, (least, most) in sizes.items():
        size = getattr(asked, name)
        if size is not None and not least <= size <= most:
            yield here.problem(name, what=f"is {size}", instead=f"write a whole number from {least} to {most}")


@record
class Quick:
    """What is smaller when a first, rough answer is asked for with ``--quick``; it says how sure that is, not what."""
    most: Whole = 6
    residents: Whole = 600
    weeks: Whole = 104
    points: Whole | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """Sizes that can be played."""
        yield from outside(self, here, most=(2, MOST_BATCH), residents=(FEWEST_RESIDENTS, MOST_RESIDENTS),
                           weeks=(1, MOST_WEEKS), points=(2, MOST_POINTS))


@record
class Limits:
    """What a block of runs may take before it is held to hang, and how often it is tried again."""
    seconds: Whole = 600
    retries: Whole = 1

    def problems(self, here: Here) -> Iterator[Problem]:
        """Some time, and not for ever."""
        yield from outside(self, here, seconds=(1, A_DAY), retries=(0, 10))


@record
class Question:
    """What every kind of experiment has. ``fails_when`` is a condition as in ``money.result < 0``: of the courses in
    which it holds is asked what they have in common. ``about`` says where the question comes from, ``mind`` what the
    answer must not be taken for."""
    experiment: Annotated[Id, Field(examples=["cleaning_price"])]
    question: Annotated[Told, Field(examples=['{nl: "...", en: "..."}'])]
    about: TextOrTold | None = None
    mind: Told | None = None
    models: Annotated[list[Text], Field(examples=["[mine.yaml]"])]
    set: Unread = None
    plugins: Unread = None
    weeks: Whole | None = None
    residents: Whole | None = None
    luck_only: Flag = False
    courses: Courses = Courses()
    figures: Annotated[list[Text], Field(examples=["[money.result]"])]
    fails_when: Text | None = None
    quick: Quick = Quick()
    limits: Limits = Limits()

    def problems(self, here: Here) -> Iterator[Problem]:
        """Models, figures and sizes that can be played."""
        yield from outside(self, here, **SIZES)
        for name in ("models", "figures"):
            mine = getattr(self, name)
            if not mine:
                yield here.problem(name, what="is empty", instead="name at least one")
            for n, one in enumerate(mine):
                if one in mine[:n]:
                    yield here.problem(name, n, what=f"names {one} a second time", instead="leave it out")

    def smaller(self) -> dict[str, object]:
        """What else is smaller in a quick trial of this kind, by field."""
        return {}


@record
class Sweep(Question):
    """Plays every point of a design, and shows how the figures move over it."""
    kind: Literal["sweep"]
    vary: Annotated[list[Axis], Field(examples=[f"[{{path: {A_PATH}, from: 8, to: 20, step: 2}}]"])]
    design: Literal["grid", "in_turn", "zip", "lhs", "sobol", "file"] = "grid"
    points: Whole | None = None
    file: Text | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """What the design needs is there."""
        yield from Question.problems(self, here)
        if not 1 <= len(self.vary) <= MOST_AXES:
            yield here.problem("vary", what=f"has {len(self.vary)} paths", instead=f"name 1 to {MOST_AXES}")
        sampled = self.design in ("lhs", "sobol")
        if sampled and self.points is None:
            yield here.problem("design", what=f"{self.design} needs a number of points", instead="add points: 64")
        if not sampled and self.points is not None:
            yield here.problem("points", key=True, what=f"says nothing for design: {self.design}",
                               instead="leave it out, or write design: lhs")
        if self.points is not None and not 2 <= self.points <= MOST_POINTS:
            yield here.problem("points", what=f"is {self.points}", instead=f"write 2 to {MOST_POINTS}")
        if (self.design == "file") != (self.file is not None):
            what = "stands without design: file" if self.file else "is file, and no file is named"
            yield here.problem("file" if self.file else "design", key=bool(self.file), what=what,
                               instead="write design: file and file: points.csv, or neither")
        if self.design != "file":
            yield from unvaried(self.vary, here, "vary")
        if self.design in ("grid", "in_turn"):
            yield from named_twice(self.vary, here, "vary")
        for n, axis in enumerate(self.vary):
            if self.design == "file" and not axis.empty:
                yield here.problem("vary", n, what="has values here and in the file", instead="write its path alone")
            if self.design in ("grid", "in_turn", "zip") and None not in (axis.from_, axis.to) and axis.step is None:
                yield here.problem("vary", n, what="has no step", instead="add step: .., or write values: [..]")


@record
class Threshold(Question):
    """Raises one number until a condition no longer holds, in every course by itself.

    ``label`` is what the number is called, ``holds`` how it is said that the condition holds: "it pays for itself".
    """
    kind: Literal["threshold"]
    raise_: Annotated[Text, Field(examples=[A_PATH])]
    between: Annotated[list[Number], Field(examples=["[8, 20]"])]
    while_: Annotated[Text, Field(examples=["money.result >= 0"])]
    tolerance: Annotated[Number, Field(examples=["0.01"])]
    scan: Whole = 9
    hold_in: list[Number] = (0.5, 0.9)
    also_under: list[Axis] = ()
    label: Told | None = None
    holds: Told | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """A range, a tolerance within it, and shares of courses."""
        yield from Question.problems(self, here)
        ranged = len(self.between) == 2 and self.between[0] < self.between[1]
        if not ranged:
            low, high = sorted(self.between) if len({*self.between}) == len(self.between) == 2 else (0, 0.8)
            yield here.problem("between", what="should be the lowest and the highest value",
                               instead=f"write two numbers, as in between: [{low:g}, {high:g}]")
        if not self.tolerance > 0 or ranged and not self.tolerance < self.between[1] - self.between[0]:
            yield here.problem("tolerance", what=f"is {self.tolerance:g}",
                               instead="write a number above zero, smaller than the range")
        if not 2 <= self.scan <= 200:
            yield here.problem("scan", what=f"is {self.scan}", instead="write 2 to 200, as in scan: 9")
        for n, share in enumerate(self.hold_in):
            if not 0 < share < 1:
                yield here.problem("hold_in", n, what=f"is {share:g}", instead="write a share of courses, as in 0.9")
            elif share in self.hold_in[:n]:
                yield here.problem("hold_in", n, what=f"names {share:g} a second time", instead="leave it out")
        if not self.hold_in:
            yield here.problem("hold_in", what="is empty", instead="name a share of courses, as in hold_in: [0.9]")
        yield from self.precision(here)
        yield from unvaried(self.also_under, here, "also_under")
        yield from named_twice(self.also_under, here, "also_under")
        for n, axis in enumerate(self.also_under):
            if None not in (axis.from_, axis.to) and axis.step is None:
                yield here.problem("also_under", n, what="has no step", instead="add step: .., or write values: [..]")
            if axis.path == self.raise_:
                yield here.problem("also_under", n, "path", what="is raised already", instead="leave it out")

    def precision(self, here: Here) -> Iterator[Problem]:
        """Nothing can be known better than it is looked for."""
        until = self.courses.until
        if until and until.half_width < self.tolerance:
            yield here.problem("courses", "until", "half_width", what=f"is {until.half_width:g}",
                               why=f"each threshold is only sought to within the tolerance, {self.tolerance:g}",
                               instead="write a smaller tolerance, or a larger half_width")


@record
class Screen:
    """The first look at many numbers, by Morris: on how many ways through them, and how many go on."""
    trajectories: Whole = 20
    levels: Whole = 4
    keep: Whole = 12

    def problems(self, here: Here) -> Iterator[Problem]:
        """Ways to compare, levels of which half lie above, and something that goes on."""
        if not 2 <= self.trajectories <= MOST_REPLICATIONS:
            yield here.problem("trajectories", what=f"is {self.trajectories}",
                               instead=f"write 2 to {MOST_REPLICATIONS}, as in trajectories: 20")
        if self.levels < 2 or self.levels % 2:
            yield here.problem("levels", what=f"is {self.levels}", why="each step goes half of all levels up or down",
                               instead="write an even number, as in levels: 4")
        if self.keep < 1:
            yield here.problem("keep", what=f"is {self.keep}", instead="write 1 or more, as in keep: 12")


@record
class Sensitivity(Question):
    """What moves the answer most, of all that nobody knows exactly, beside luck.

    Inputs are all numbers that have a range, by that range; ``inputs`` (paths, their ends, or patterns) are those
    alone. ``vary`` adds choices, and whole or other numbers by a range of its own, each value as likely.
    """
    kind: Literal["sensitivity"]
    inputs: list[Text] = ()
    vary: list[Axis] = ()
    screen: Screen = Screen()
    samples: Whole = 256
    blocks: Flag = True

    def problems(self, here: Here) -> Iterator[Problem]:
        """A number of samples that Sobol's sequence has a balance for; each path once."""
        yield from Question.problems(self, here)
        for place, samples in ((("samples",), self.samples), (("quick", "points"), self.quick.points)):
            if samples is not None and not (8 <= samples <= MOST_SAMPLES and samples & (samples - 1) == 0):
                yield here.problem(*place, what=f"is {samples}", why="Sobol's points are balanced in powers of two",
                                   instead=f"write 64, 128, 256, 512 ... {MOST_SAMPLES}")
        yield from unvaried(self.vary, here, "vary")

    def smaller(self) -> dict[str, object]:
        """Fewer ways and samples: how sure it is changes, not what is asked."""
        ways = min(self.screen.trajectories, QUICK_WAYS)
        return {"samples": min(self.samples, self.quick.points or QUICK_SAMPLES),
                "screen": replace(self.screen, trajectories=ways)}


@record
class Future:
    """A state of the world that may come: what is set otherwise in it, in all ``models`` or in some of them alone.

    ``from_week`` is the week in which it begins, where no plugin of it says so by a date of its own.
    """
    name: Annotated[Id, Field(examples=["cut"])]
    label: Annotated[Told, Field(examples=['{nl: "...", en: "..."}'])]
    set: Unread = None
    plugins: Unread = None
    from_week: Whole | None = None
    models: list[Text] = ()


@record
class Versus(Question):
    """Lays models side by side in several futures: differences, regret, who is still there, how soon they recover.

    The first future is the one the others are held against.
    """
    kind: Literal["compare"]
    futures: Annotated[list[Future], Field(examples=['[{name: nothing, label: {nl: "...", en: "..."}}]'])]

    def problems(self, here: Here) -> Iterator[Problem]:
        """At least one future, each with a name of its own, for models that take part."""
        yield from Question.problems(self, here)
        if not self.futures:
            yield here.problem("futures", what="is empty", instead="name at least one")
        for n, one in enumerate(self.futures):
            if one.name in [other.name for other in self.futures[:n]]:
                yield here.problem("futures", n, "name", what="is there already", instead="give it another name")
            if n and one.set is None and one.plugins is None:
                yield here.problem("futures", n, what="is the same as the first", instead="add set: or plugins:")
            if one.from_week is not None and one.from_week < 1:
                yield here.problem("futures", n, "from_week", what=f"is {one.from_week}",
                                   instead="write a week after the first, or leave it out")
            for i, model in enumerate(one.models):
                if model not in self.models:
                    yield here.unknown("futures", n, "models", i, word=model, noun="model",
                                       known=[*dict.fromkeys(self.models)])


KINDS: dict[str, type[Question]] = {"sweep": Sweep, "sensitivity": Sensitivity, "threshold": Threshold,
                                    "compare": Versus}
