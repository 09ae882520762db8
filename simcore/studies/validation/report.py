"""All of the validation at once, on as many processes as there are cores; what it found, as plain values too.

    report = validate(quick=True)
    report.holds                     # whether every limit and every relation does
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from typing import Any

from simcore.canvas import bundled
from simcore.run import threads_here
from simcore.studies.validation.bench import Bench
from simcore.studies.validation.limits import FINE, Found, all_limits
from simcore.studies.validation.patterns import Beside, all_patterns, beside, used_rows
from simcore.studies.validation.relations import Trial, Verdict, all_relations, tried
from simcore.studies.validation.stage import Stage

QUICK = 0.1                          # share of the courses in a short trial
TOGETHER = 5                         # relations that one process tries in a row: they share courses


@dataclass
class Report:
    """What was found: limits by key, relations by key and model, patterns in order."""
    quick: bool
    models: list[str]
    limits: dict[str, Found] = field(default_factory=dict)
    relations: dict[str, dict[str, Verdict]] = field(default_factory=dict)
    patterns: list[Beside] = field(default_factory=list)

    @property
    def held(self) -> list[str]:
        """Relations that hold in every model in which there is something to see, and in one at least."""
        return [key for key, found in self.relations.items()
                if {one.holds for one in found.values()} - {None} == {True}]

    @property
    def failed(self) -> list[str]:
        """``limit.KEY`` and ``relation.KEY`` of what does not hold; a relation that no model could show is one."""
        return [*(f"limit.{key}" for key, one in self.limits.items() if not one.holds),
                *(f"relation.{key}" for key in self.relations if key not in self.held)]

    @property
    def holds(self) -> bool:
        """Whether every limit and every relation holds."""
        return not self.failed

    def of_topic(self, topic: str) -> list[Beside]:
        """The patterns of one table."""
        return [one for one in self.patterns if one.pattern.topic == topic]

    def as_dict(self) -> dict[str, Any]:
        """Everything as plain values, for files and programs."""
        return {
            "holds": self.holds, "quick": self.quick, "failed": self.failed,
            "limits": {key: {"estimate": one.estimate, "exact": one.exact, "error": one.error, "z": one.z, "n": one.n,
                             "holds": one.holds, "section": all_limits()[key].section,
                             "equation": all_limits()[key].equation, "unit": all_limits()[key].unit,
                             "source": all_limits()[key].source, "fine": one.relative_error <= FINE}
                       for key, one in self.limits.items()},
            "relations": {key: {"kind": all_relations()[key].kind, "holds": key in self.held,
                                "models": {name: {"holds": one.holds, "said": one.said} for name, one in found.items()}}
                          for key, found in self.relations.items()},
            "patterns": [{"key": one.pattern.key, "row": one.pattern.row, "model": one.model, "used": one.used,
                          "published": [one.pattern.low, one.pattern.base, one.pattern.high]
                          if one.pattern.row else None,
                          "topic": one.pattern.topic, "unit": one.pattern.unit,
                          "band": one.band.as_dict() if one.band else None, "verdict": one.verdict,
                          "why": one.pattern.why, "counts": one.counts} for one in self.patterns],
        }  # fmt: skip


# --- the work, in parts that may be done anywhere ---------------------------------------------------------------------


def parts(quick: bool) -> list[tuple]:
    """What has to be done, the longest first: (what, model or part, keys)."""
    share, names, relations = QUICK if quick else 1.0, list(bundled()), list(all_relations())
    heaps = [tuple(relations[i:i + TOGETHER]) for i in range(0, len(relations), TOGETHER)]
    tries = [("relations", tuple(names), heap, True) for heap in heaps] if quick else \
        [("relations", (name,), heap, False) for name in names for heap in heaps]
    limits = list(all_limits())
    return [("patterns", share, tuple(all_patterns())), *tries,
            *(("limits", share, tuple(limits[i::4])) for i in range(4))]


def done(part: tuple) -> list[tuple]:
    """Do a part: (what, key, ...) for everything found."""
    what, *rest = part
    return {"patterns": do_patterns, "relations": do_relations, "limits": do_limits}[what](*rest)


def do_limits(share: float, keys: tuple[str, ...]) -> list[tuple]:
    """Some limits."""
    bench = Bench(share)
    return [("limit", key, all_limits()[key].find(bench)) for key in keys]


def do_patterns(share: float, keys: tuple[str, ...]) -> list[tuple]:
    """All patterns: they share what is played."""
    stage, used = Stage(share), used_rows()
    return [("pattern", key, [plain(one) for one in beside(all_patterns()[key], stage, used)]) for key in keys]


def plain(one: Beside) -> tuple:
    """A pattern beside the model, without the function that makes it: for another process to send back."""
    return one.band, one.used, one.model


@cache
def trial(name: str) -> Trial:
    """A model to try relations on, once in each process."""
    return Trial(name)


def do_relations(names: tuple[str, ...], keys: tuple[str, ...], first: bool) -> list[tuple]:
    """Some relations on some models; ``first`` ends with the first model that shows one."""
    out = []
    for key in keys:
        for name in names:
            verdict = tried(all_relations()[key], trial(name))
            out.append(("relation", key, name, verdict))
            if first and verdict.holds is not None:
                break
    return out


def validate(quick: bool = False, jobs: int | None = None, tell: Callable[[float], None] = lambda part: None) -> Report:
    """Try everything; ``tell`` hears how far the work is (0..1)."""
    todo, jobs = parts(quick), jobs or min(4, threads_here())
    report, found = Report(quick, list(bundled())), []
    for n, some in enumerate(here(todo) if jobs == 1 else elsewhere(todo, jobs), start=1):
        found += some
        tell(n / len(todo))
    report.limits = {one[1]: one[2] for key in all_limits() for one in found if one[:2] == ("limit", key)}
    report.relations = {key: {one[2]: one[3] for name in report.models for one in found
                              if one[0] == "relation" and one[1:3] == (key, name)} for key in all_relations()}
    report.patterns = [Beside(all_patterns()[key], *one) for key in all_patterns()
                       for some in found if some[:2] == ("pattern", key) for one in some[2]]
    return report


def here(todo: list[tuple]):
    """Each part, done in this process."""
    yield from map(done, todo)


def elsewhere(todo: list[tuple], jobs: int):
    """Each part, done by one of some processes, as they are ready. Left early, what has not begun is dropped."""
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        for future in as_completed([pool.submit(done, part) for part in todo]):
            yield future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
