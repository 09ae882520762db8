"""Experiments for who works in a notebook: the same answer, tables and runs, as data frames.

    from simcore.notebook import study
    found = study("stop_rule", quick=True)         # plays what is not there yet, in studies/stop_rule-quick
    found.answer                                   # the sentence
    found.tables["points"]                         # a DataFrame for each table
    found.runs                                     # and every figure of every run

A study that was played before is read from its folder: ``Study("studies/stop_rule")``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simcore.errors import BadInput, Problem

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Study:
    """A study in its folder, given as a path or a text."""
    folder: Path

    def __post_init__(self):
        object.__setattr__(self, "folder", Path(self.folder))

    @cached_property
    def about(self) -> dict[str, Any]:
        """Its manifest; BadInput where there is no study that is whole."""
        from simcore.experiments.folder import MANIFEST

        try:
            return json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise BadInput(Problem(str(self.folder), 0, 0, "holds no study that is whole",
                                   instead="play it first: simwijk sweep FILE --out FOLDER")) from error

    @cached_property
    def answer(self) -> str:
        """The sentence that answers the question, in the language it was played in."""
        return self.page.split("**")[1] if self.page.count("**") > 1 else ""

    @cached_property
    def page(self) -> str:
        """What ``answer.md`` says, whole."""
        from simcore.experiments.folder import ANSWER

        return (self.folder / ANSWER).read_text(encoding="utf-8")

    @cached_property
    def tables(self) -> dict[str, pd.DataFrame]:
        """Every table but that of the runs, by name."""
        return {file.stem: frame(file) for file in sorted((self.folder / "tables").glob("*.csv"))
                if file.stem != "runs"}

    @cached_property
    def runs(self) -> pd.DataFrame:
        """Every run: what was set in it, its course, all its figures; nothing where a figure cannot be measured."""
        return frame(self.folder / "tables" / "runs.csv")


def frame(file: Path) -> pd.DataFrame:
    """A table as a data frame; words such as "off" and "none" stay words."""
    import pandas as pd

    return pd.read_csv(file, keep_default_na=False, na_values=[""])


def study(file: str | Path, *, quick: bool = False, lang: str = "en", out: Path | str | None = None,
          jobs: int | None = None, cluster: str | None = None, tls: Path | str | None = None) -> Study:
    """Play an experiment, or go on with it, and give its study; on ``jobs`` processes of this machine, or on the
    machines of a ``cluster`` (its address; ``tls`` is the folder of its keys).

    Raises BadInput as the command does, and RunsFailed after everything is kept when runs failed.
    """
    from simcore.commands.sweep import answered, cluster_of, whole
    from simcore.experiments.folder import place_of
    from simcore.experiments.kinds import played_by
    from simcore.experiments.reading import experiment
    from simcore.show.words import Words

    asked = experiment(file, quick)
    kind = played_by(asked.question.kind)
    kind.checked(asked)
    place = place_of(asked, Path(out) if out else None, (0, 1))
    where = cluster_of(cluster, Path(tls) if tls else None, jobs)
    whole(answered(asked, kind, place, jobs, Words(lang), cluster=where))
    return Study(place)
