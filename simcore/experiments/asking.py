"""What every kind of experiment works with: its question, the runs it asks for, the courses it may play.

Courses come in batches of a fixed size, in a fixed order: after each a kind may find that it knows enough. So how many
are played never hangs on which process was quickest, nor on what was kept from before.

Where only a part of the courses is played, a kind asks for those of its runs that it knows of by itself, and ends.
If what comes next hangs on all of them, it goes on where those of the other parts are known here too; else it answers
None: parts are merged first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from simcore.experiments.block import Block, Given, Size
from simcore.experiments.case import Case
from simcore.experiments.reading import Experiment
from simcore.experiments.runner import Runs

Ask = Callable[[Sequence[Block]], list[Runs]]
Known = Callable[[Sequence[Block]], list[Runs] | None]


@dataclass(frozen=True)
class Asking:
    """One experiment being answered. ``part`` is (i, n) where only every n-th course is played here, else (0, 1);
    ``known`` gives runs where all of them are there already, also those of other parts, else None."""
    experiment: Experiment
    ask: Ask
    part: tuple[int, int] = (0, 1)
    known: Known = lambda blocks: None

    @property
    def question(self):
        return self.experiment.question

    @property
    def size(self) -> Size:
        """How every run is played."""
        asked = self.question
        return Size(asked.courses.seed, self.experiment.weeks, asked.residents, asked.luck_only)

    @property
    def alone(self) -> bool:
        """Whether all courses are played here, so that what they say together may decide."""
        return self.part[1] == 1

    def batches(self) -> Iterator[tuple[int, ...]]:
        """The numbers of the courses, batch by batch; of those of this part alone."""
        courses, (i, n) = self.question.courses, self.part
        for first in range(0, courses.most, courses.batch):
            some = tuple(r for r in range(first, min(first + courses.batch, courses.most)) if r % n == i)
            if some:
                yield some

    def block(self, case: Case, replications: Sequence[int], given: Given = ()) -> Block:
        """A case in some courses."""
        return Block(case, tuple(replications), self.size, given)
