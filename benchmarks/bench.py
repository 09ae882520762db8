"""How fast simwijk is: whole questions, as a person asks them. ``make bench`` prints the table; ``--quick`` a part;
``--compare`` three models beside each other; ``--variance`` how many replications the same luck saves; ``--demo`` the
live page in a browser, each row the median of 20.

CPU seconds are of this process and its children, wall seconds by the clock; each the median of ``--times`` runs after
one that is not counted. Occasions are counted by the engine where somebody acts, and are never made fewer for speed.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from simcore.canvas import load
from simcore.plugin.activating import activate
from simcore.results import lanes, money
from simcore.run import ENTERPRISE, NOTHING, play
from simcore.studies.compare import compare
from simcore.studies.entries import entered

RESIDENTS, WEEKS, REPLICATIONS = 5000, 260, 100


def timed(work: Callable[[], object], times: int) -> tuple[float, float, object]:
    """Median wall and CPU seconds of some runs, and what the last one gave."""
    walls, cpus, out = [], [], None
    work()
    for _ in range(times):
        out = None                                     # two outcomes at once are not what is measured
        wall, cpu = time.perf_counter(), time.process_time()
        out = work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return statistics.median(walls), statistics.median(cpus), out


def line(what: str, wall: float, cpu: float | None = None, more: str = "") -> None:
    """One row of the table."""
    print(f"{what:<58} wall {wall:7.2f} s   {'' if cpu is None else f'CPU {cpu:7.2f} s'}   {more}", flush=True)


def occasions(outcome) -> int:
    """How often somebody acted, in all lanes."""
    return sum(int(lane.series["counts"][:, :, 0].sum()) for lane in outcome.lanes.values())


def shell(*words: str, **environment: str) -> float:
    """Wall seconds of a command as a whole process, which finds its modules as compiled as Python leaves them."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "simcore.cli", *words], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, env=around | environment)
    return time.perf_counter() - start


def engines(plugins) -> tuple[float, float]:
    """Microseconds of CPU per occasion, and the ratio per resident-week, of the objects engine to the default."""
    from simcore.agents import Neighbourhood

    spent = {}
    for engine, replications in (("columns", 25), ("objects", 1)):
        model = Neighbourhood("haarlems_gemak", replications=replications, residents=4000, weeks=40, plugins=plugins,
                              engine=engine)
        model.step()
        start = time.process_time()
        for _ in range(20):
            model.step()
        spent[engine] = (time.process_time() - start, model.lane.series.counts[1:21, :, 0].sum(), replications)
    plain, acted, _ = spent["objects"]
    fast, _, many = spent["columns"]
    return plain / acted * 1e6, plain / (fast / many)


PRICE = "revenue_streams.rs-cleaning.price"
DEFINED = ("while it exists", "of the first year", "over the whole run, after an end too")


def yearly(price: float, seed: int, replications: int) -> list[np.ndarray]:
    """The yearly result (R,) in EUR at a price, luck alone varying: in each of the three senses of ``DEFINED``."""
    spec = load("haarlems_gemak", [(PRICE, price)])
    lane = play(spec, seed=seed, replications=replications, weeks=WEEKS, residents=RESIDENTS, luck_only=True,
                plugins=activate(spec), lanes=(ENTERPRISE,)).lanes[ENTERPRISE]
    result = money.own_result(lane.streams, lane.flows)
    return [money.viability(result, lane.series["alive"]), result[:52].sum(0) / 100,
            result.sum(0) / 100 * 52 / WEEKS]


def variance(replications: int) -> None:
    """How many times fewer replications the same luck needs for the same band on the effect of one euro.

    Every number at its base. With the same luck the effect is the mean of R differences, each within a replication;
    with luck of their own it is the difference of two means, over R replications at each price. A band is as wide as
    the root of the variance over R: for the same band R goes by the variance, so their ratio is the answer. The dearer
    courses are played under the same seed, and again under another: those have luck of their own.
    """
    price = load("haarlems_gemak").quantities()[PRICE].value
    before, same, other = (yearly(*one, replications) for one in ((price, 1), (price + 1, 1), (price + 1, 2)))
    print(f"one euro on the price of cleaning ({price:g} to {price + 1:g}); {replications} replications, luck alone:")
    for name, a, b, c in zip(DEFINED, before, same, other):
        paired, apart = (b - a).var(ddof=1), a.var(ddof=1) + c.var(ddof=1)
        one, other = ((spread / a.size) ** 0.5 for spread in (paired, apart))
        print(f"  yearly result {name:<38} {(b - a).mean():+6.0f} EUR; standard error {one:5.0f} with the same luck, "
              f"{other:5.0f} without: {apart / paired:.0f} times fewer replications", flush=True)


MODELS = ("haarlems_gemak", "compiratie", "wijkonderneming")


def three_models(times: int) -> None:
    """Three models and doing nothing beside each other: fresh, and after one price of one of them has changed.

    In memory, as a live page has it (no files, no page), and as commands of a shell, which keep lanes on disk.
    """
    asked = {"replications": REPLICATIONS, "weeks": WEEKS, "residents": RESIDENTS}
    prices = iter(range(16, 30))

    def fresh() -> None:
        played.clear()
        compare(entered(MODELS), **asked, played=played, fresh=True)

    def changed() -> None:
        compare(entered(MODELS, [f"haarlems_gemak:{PRICE}={next(prices)}"]), **asked, played=played)

    played: dict = {}
    before = lanes.folder
    with tempfile.TemporaryDirectory() as folder:
        lanes.folder = lambda: Path(folder)
        first, cpu, _ = timed(fresh, times)
        line("three models and doing nothing, fresh", first, cpu)
        wall, cpu, _ = timed(changed, times)
        line("  one price of one model changed", wall, cpu, f"{100 * wall / first:.0f} % of fresh")
    lanes.folder = before
    with tempfile.TemporaryDirectory() as folder:
        kept = ("--residents", str(RESIDENTS), "--replications", str(REPLICATIONS), "--weeks", str(WEEKS), "--quiet")

        def command(n, *more):
            return shell("compare", *MODELS, *kept, "--out", str(Path(folder, str(n))), *more)

        first = statistics.median(command(n, "--fresh") for n in range(times))
        line("  the command, with its page and files", first)
        wall = statistics.median(command(20 + n, "--set", f"haarlems_gemak:{PRICE}={20 + n}") for n in range(times))
        line("  the command, one price of one model changed", wall, None, f"{100 * wall / first:.0f} % of fresh")


def experiment(blocks: int, replications: int = 10) -> None:
    """Blocks of an experiment, of about half a second each: by a process of a pool, into a store,
    against playing alone.

    Only one process, so that both do the same; it has loaded and played once by then. In turns, the best of three.
    """
    from simcore.experiments.block import Block, Memory, Size, played
    from simcore.experiments.case import Case
    from simcore.experiments.others import Others
    from simcore.experiments.pool import Pool
    from simcore.experiments.runner import Runner
    from simcore.experiments.store import Store

    def made(first: int) -> list[Block]:
        return [Block(Case("haarlems_gemak", ((PRICE, f"{8 + n / 100:.2f}"),)), tuple(range(replications)),
                      Size(1, WEEKS, RESIDENTS, False)) for n in range(first, first + blocks)]

    memory, alone, pooled = Memory(), [], []
    with tempfile.TemporaryDirectory() as folder, Pool(1) as pool:
        store, others = Store(Path(folder, "runs.sqlite")), Others(Path(folder, "others.sqlite"))
        runner = Runner(store, pool, others)
        runner.ask(made(0)[:1])
        played(made(0)[0], memory)
        for turn in range(1, 4):
            start = time.perf_counter()
            for one in made(turn * blocks):
                played(one, memory)
            alone.append(time.perf_counter() - start)
            start = time.perf_counter()
            runner.ask(made((turn + 3) * blocks))
            pooled.append(time.perf_counter() - start)
        others.close()
        store.close()
    one, other = min(alone) / blocks, min(pooled) / blocks
    line(f"a block of an experiment ({replications} courses), played and kept", other, None,
         f"{100 * (other / one - 1):+.1f} % of {one:.2f} s played alone")


def study(points: int, courses: int = 50) -> None:
    """Points of a sweep in 50 courses each, as ``simwijk sweep`` plays them on all cores, counted out to a thousand:
    once where they stand beside one lane of doing nothing, once where each has its own."""
    from simcore.experiments.block import Block, Size
    from simcore.experiments.case import Case
    from simcore.experiments.pool import Pool
    from simcore.experiments.runner import Runner
    from simcore.experiments.store import Store
    from simcore.run import threads_here

    def made(first: int, path: str, low: float, high: float, points: int = points) -> list[Block]:
        cases = [Case("haarlems_gemak", tuple(sorted((("plugins.wmo_cut.start", "2013-07-01"),
                                                      (path, f"{low + (high - low) * n / 1000:.6f}")))))
                 for n in range(first, first + points)]
        return [Block(case, tuple(range(courses)), Size(1, WEEKS, RESIDENTS, False)) for case in cases]

    with tempfile.TemporaryDirectory() as folder, Pool(threads_here()) as pool:
        store = Store(Path(folder, "runs.sqlite"))
        runner = Runner(store, pool)
        for what, path, ends in (("one lane of doing nothing for all", PRICE, (8.0, 20.0)),
                                 ("its own lane of doing nothing", "plugins.wmo_cut.cut", (0.0, 0.8))):
            # One process may take more than one of these while another still loads: enough that each has played.
            runner.ask(made(900, path, *ends, 4 * threads_here()))
            start = time.perf_counter()
            runner.ask(made(0, path, *ends))
            wall = time.perf_counter() - start
            line(f"{points} points x {courses} courses, {what}", wall, None,
                 f"{wall / points * 1000 / 60:.0f} minutes for 1,000 points")
        store.close()


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int)
    options.add_argument("--quick", action="store_true", help="only the first rows, once")
    options.add_argument("--compare", action="store_true", help="only three models beside each other")
    options.add_argument("--experiment", action="store_true", help="only a block of an experiment")
    options.add_argument("--study", type=int, metavar="POINTS", help="only points of a sweep in 50 courses each")
    options.add_argument("--variance", action="store_true", help="only what the same luck saves in replications")
    options.add_argument("--demo", action="store_true", help="only the live page, in a browser")
    options.add_argument("--small", action="store_true", help="with --demo: few courses of a small district, to try it")
    chosen = options.parse_args()
    if chosen.demo:
        from live import live

        live(chosen.times or 20, chosen.small, 10 if chosen.small else 200)
        return
    if chosen.variance:
        variance(REPLICATIONS)
        return
    if chosen.experiment:
        experiment(20)
        return
    if chosen.study:
        study(chosen.study)
        return
    times = 1 if chosen.quick else chosen.times or 3
    if chosen.compare:
        three_models(times)
        return
    spec = load("haarlems_gemak")
    plugins = activate(spec, ["wmo_cut"])
    asked = {"replications": REPLICATIONS, "weeks": WEEKS, "residents": RESIDENTS, "plugins": plugins}
    fresh = lambda **more: play(spec, **{**asked, **more})  # noqa: E731

    wall, cpu, out = timed(fresh, times)
    acted = occasions(out)
    line(f"{RESIDENTS} residents, {WEEKS} weeks, {REPLICATIONS} replications, two lanes", wall, cpu,
         f"{acted / (2 * WEEKS * REPLICATIONS * RESIDENTS):.2f} occasions a resident-week, "
         f"{cpu / acted * 1e9:.0f} ns each")
    base = wall
    null = out.lanes[NOTHING]
    del out
    dearer = load("haarlems_gemak", ["revenue_streams.rs-cleaning.price=16"])
    wall, cpu, _ = timed(lambda: play(dearer, replications=REPLICATIONS, weeks=WEEKS, residents=RESIDENTS,
                                      plugins=plugins, known={NOTHING: null}), times)
    line("  one price changed, doing nothing not played again", wall, cpu, f"{100 * wall / base:.0f} % of fresh")
    wall, cpu, _ = timed(lambda: fresh(replications=10), times)
    line("  10 replications", wall, cpu)
    print(f"{'  most memory so far':<58} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB",
          flush=True)
    if chosen.quick:
        return
    three_models(times)
    experiment(20)
    wall, cpu, out = timed(lambda: fresh(residents=None), 1)
    line("the whole district, 100 replications, two lanes", wall, cpu,
         f"{cpu / occasions(out) * 1e9:.0f} ns an occasion")
    each, ratio = engines(plugins)
    print(f"{'objects engine':<58} {each:7.1f} us an occasion; default engine {ratio:.0f} times faster", flush=True)
    variance(REPLICATIONS)
    with tempfile.TemporaryDirectory() as folder:
        line("simwijk --help", statistics.median(shell("--help") for _ in range(5)))
        line("simwijk check haarlems_gemak", statistics.median(shell("check", "haarlems_gemak") for _ in range(5)))
        one = lambda n, price: shell("run", "haarlems_gemak", "--replications", "1", "--quiet", "--set",  # noqa: E731
                                     f"{PRICE}={price}", "--out", str(Path(folder, str(n))))
        line("one replication from the shell, warm, with pictures", statistics.median(
            [one(n, 14 + n / 100) for n in range(6)][1:]), None, "another price each time")
        line("  the same once more", statistics.median(one(10 + n, 14) for n in range(3)))
        first = shell("run", "haarlems_gemak", "--replications", "1", "--quiet", "--out", str(Path(folder, "first")),
                      SIMWIJK_CACHE=str(Path(folder, "empty")))
        line("the very first run, compiling included", first)


if __name__ == "__main__":
    main()
