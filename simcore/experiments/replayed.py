"""A study as its kept runs have it: what was found, and every run it asked for; nothing is played."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from simcore.experiments.asking import Asking
from simcore.experiments.folder import Row, Study, rows
from simcore.experiments.kinds import played_by
from simcore.experiments.runner import Runner, Runs, Unplayed


@dataclass(frozen=True)
class Replayed:
    """What was ``found``, the runs that were ``asked`` for, and how many of the next round are ``missing``: None was
    found while there are."""
    found: Any
    asked: list[Runs]
    missing: int

    def row(self, name: str) -> Row | None:
        """The run with a number, as the table of runs has it, or a key that begins so."""
        return next((one for one in rows(self.asked) if str(one.number) == name or
                     len(name) >= 8 and one.run.key.startswith(name)), None)


def replayed(study: Study) -> Replayed:
    """Answer a study again, as far as its runs go."""
    runner, kind = Runner(study.store), played_by(study.experiment.question.kind)
    try:
        found = kind.answer(Asking(study.experiment, runner.ask, study.part, runner.known))
    except Unplayed as missing:
        return Replayed(None, runner.asked, missing.count)
    return Replayed(found, runner.asked, 0)
