"""What a plugin touches: found by playing it in a small trial of a model, beside nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from simcore.canvas import Spec, bundled, load
from simcore.errors import BadInput, SimwijkError
from simcore.plugin.activating import checked, tried
from simcore.plugin.fragments import read_fragment
from simcore.results.moved import Heard, Moved
from simcore.testing import run

RESIDENTS = 300


@dataclass(frozen=True)
class Term:
    """A number that was moved: between which values, what it would have been, in which week first and last."""
    name: str
    low: float
    high: float
    base: float
    first: int
    last: int


@dataclass(frozen=True)
class Touched:
    """What a plugin did in a trial of a model."""
    model: str
    weeks: int
    terms: tuple[Term, ...]
    streams: tuple[tuple[str, str, str, float], ...]      # name, payer, payee, EUR in all
    columns: tuple[str, ...]
    notes: int
    shocks: tuple[Any, ...]

    @property
    def nothing(self) -> bool:
        """Whether it did nothing that can be seen."""
        return not (self.terms or self.streams or self.columns or self.notes or self.shocks)


def touched(name: str, kind: type, model: str | None = None) -> Touched:
    """Try a plugin, with the parameters of its example, in the model it fits; BadInput of the first when none fits."""
    first: SimwijkError | None = None
    wanted = [model] if model else [one for one in (getattr(kind, "fits", ""), *bundled()) if one]
    for one in dict.fromkeys(wanted):
        try:
            made = read_fragment(kind, name)
            spec = load(one)
            if problems := checked(name, made, spec):
                raise BadInput(problems)
            tried(spec, [(name, made)])
            return trial(name, made, spec)
        except SimwijkError as error:
            first = first or error
    raise first


def trial(name: str, made: Any, spec: Spec) -> Touched:
    """Play one course of a model with this plugin alone, all its weeks."""
    heard, lanes = Heard(), []

    def watch(lane: Any) -> None:
        heard.begun("enterprise", lane)
        lanes.append(lane)

    weeks = spec.canvas.simwijk.weeks
    found = run((name, made), model=spec, weeks=weeks, residents=RESIDENTS, replications=1, watch=watch)
    mine = lanes[0].active.known.taken
    streams = tuple((one.name, one.payer, one.payee, found.paid(one.name).sum() / 100) for one in found.outcome.streams
                    if mine.get(one.name) == name)
    return Touched(spec.name, weeks, tuple(terms_of(heard.rows(0))), streams,
                   tuple(found.columns[0].get(name, {})), len(found.notes), tuple(lanes[0].active.shocks))


def terms_of(rows: Iterable[Moved]) -> Iterable[Term]:
    """The rows of each number taken together."""
    by_name: dict[str, list[Moved]] = {}
    for row in rows:
        by_name.setdefault(row.term, []).append(row)
    for name, some in by_name.items():
        now = [row.now for row in some]
        yield Term(name, min(now), max(now), some[0].base, some[0].first, some[-1].last)
