"""``simwijk sweep``: play an experiment of any kind, or go on with it, and write its answer."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simcore.commands.run import PATIENCE, forewarn, loaded, loading
from simcore.errors import BadInput, Problem, RunsFailed

if TYPE_CHECKING:
    from simcore.experiments.addresses import Address
    from simcore.experiments.crew import Crew
    from simcore.experiments.folder import Row
    from simcore.experiments.reading import Experiment
    from simcore.experiments.runner import Runs
    from simcore.show.words import Words


def sweep(*, file: str, quick: bool, jobs: int | None, out: Path | None, fresh: bool, retry_failed: bool,
          shard: str | None, lang: str, as_json: bool, quiet: bool, known: tuple[Path, ...] = (),
          cluster: str | None = None, keys: Path | None = None) -> None:
    """Play and say what was found. Raises RunsFailed, after everything is kept, when some runs failed."""
    with loading():
        from simcore.experiments.reading import experiment

        asked = experiment(file, quick)

        from simcore.experiments.kinds import played_by

        kind = played_by(asked.question.kind)
        kind.checked(asked)
    part, where = part_of(shard), cluster_of(cluster, keys, jobs)

    from simcore.experiments.folder import place_of
    from simcore.show.words import Words

    words, place = Words(lang), place_of(asked, out, part)
    said(answered(asked, kind, fresh_place(place) if fresh else place, jobs, words, part=part, known=known,
                  fresh=fresh, retry_failed=retry_failed, cluster=where, silent=quiet or as_json), as_json, quiet)


def answered(asked: "Experiment", kind: Any, place: Path, jobs: int | None, words: "Words", *,
             part: tuple[int, int] = (0, 1), known: Sequence[Path] = (), fresh: bool = False,
             retry_failed: bool = False, cluster: "Address | None" = None, silent: bool = True) -> "Finished":
    """Play an experiment in its folder, or go on with it there, and write its answer down. What was played in ``known``
    folders counts here too."""
    from simcore.experiments import folder as study
    from simcore.experiments.merging import alike, taken_in

    if known:
        alike(known, study.identity(asked))
    forewarn(words, silent)
    with study.opened(place, asked, part) as store:
        if not store.fast and not silent:
            click.echo(words("experiment.network", folder=place), err=True)
        taken_in(store, known)
        most = kind.runs(asked)
        store.say({"most": str(-(-most // part[1])), "most_of_all": str(most)})
        with may_stop(words):
            crew = plays(asked, jobs, cluster)
            found, runs = played(asked, kind, store, crew, part, fresh, retry_failed, words, silent)
            return finished(place, asked, found, runs, store, part, words, command_of(asked))


@contextmanager
def may_stop(words: "Words") -> Iterator[None]:
    """Whoever stops it hears that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo(words("experiment.stopped"), err=True)
        raise


def cluster_of(address: str | None, keys: Path | None, jobs: int | None) -> "Address | None":
    """The cluster that is asked for, if any; BadInput when it stands open, or an option does not go with it."""
    if address is None:
        if keys is not None:
            raise BadInput(Problem("--tls", 0, 0, "is for a cluster", instead="give --cluster tls://HOST:8786 with it"))
        return None
    if jobs is not None:
        raise BadInput(Problem("--jobs", 0, 0, "how many processes play is said where they begin",
                               instead="leave --jobs out; simwijk cluster start and join have --workers"))

    from simcore.experiments.addresses import address_of, dask

    where = address_of(address, keys, "--cluster")
    dask()
    return where


def plays(asked: "Experiment", jobs: int | None, cluster: "Address | None") -> "Crew":
    """What plays an experiment: the processes of this machine, or a cluster."""
    limits = asked.question.limits
    if cluster is not None:
        from simcore.experiments.cluster import Cluster

        return Cluster(cluster, seconds=limits.seconds, retries=limits.retries)

    from simcore.experiments.pool import Pool
    from simcore.run import threads_here

    return Pool(jobs or threads_here(), seconds=limits.seconds, retries=limits.retries)


def played(asked: "Experiment", kind: Any, store: Any, crew: "Crew", part: tuple[int, int], fresh: bool,
           retry_failed: bool, words: "Words", silent: bool) -> "tuple[Any, list[Runs]]":
    """What was found, and every run that was asked for."""
    from simcore.experiments.asking import Asking
    from simcore.experiments.others import Others
    from simcore.experiments.runner import Progress, Runner

    loaded()
    with (nullcontext() if fresh else closing(Others()) as others, showing(words, silent) as tell, crew as pool):
        runner = Runner(store, pool, others, retry_failed=retry_failed, progress=Progress(tell))
        return kind.answer(Asking(asked, runner.ask, part, runner.known)), runner.asked


@dataclass(frozen=True)
class Finished:
    """What is said of a study that has been played: its folder, its manifest, the lines of its answer, what failed;
    whether its experiment comes along."""
    place: Path
    about: dict[str, Any]
    lines: list[str]
    lost: "list[Row]"
    words: "Words"
    along: bool


def finished(place: Path, asked: "Experiment", found: Any, runs: "list[Runs]", store: Any, part: tuple[int, int],
             words: "Words", command: str) -> Finished:
    """Write everything down. A part of a study has no answer: its runs say nothing yet without those of the others."""
    from simcore.experiments import folder as study
    from simcore.experiments.files import comes_along
    from simcore.results.folder import write_json
    from simcore.show.experiments.writing import written

    study.write_runs(place / study.TABLE, runs)
    study.write_failures(place, runs)
    about = study.summary(asked, runs, study.made_on(store), study.digest_of_file(place / study.TABLE))
    if part[1] > 1:
        lines = [words("experiment.part", part=study.said_of(part), name=asked.question.experiment)]
        write_json(place / study.MANIFEST, about)
    else:
        lines = written(place, asked, found, runs, about, words.lang, command)
    return Finished(place, about, lines, study.failures(runs), words, part[1] == 1 and comes_along(asked.file))


def said(one: Finished, as_json: bool, quiet: bool) -> None:
    """Say what was found, and raise what failed."""
    from simcore.experiments.folder import ANSWER
    from simcore.show.words import printable

    if as_json:
        click.echo(json.dumps(one.about | {"folder": str(one.place), "answer": one.lines[:1]}, ensure_ascii=False,
                              indent=1))
    else:
        text = one.lines[:1] if quiet else one.lines
        where = "experiment.folder" if (one.place / ANSWER).exists() else "experiment.courses.in"
        click.echo(printable("\n".join([*text, "", *beside_ours(one), one.words(where, folder=one.place)]),
                             sys.stdout.encoding))
    whole(one)


def beside_ours(one: Finished) -> "Iterator[str]":
    """Whether the numbers are those of the answer that comes along, where one does."""
    from simcore.experiments.answers import answer_of

    if one.along and not one.about["quick"] and (ours := answer_of(one.about["experiment"])):
        same = ours.digest == one.about["digest"]
        yield one.words("experiment.ours.same" if same else "experiment.ours.other", made=ours.made)


def whole(one: Finished) -> None:
    """Raises RunsFailed when runs of a study failed; the rest is kept."""
    if one.lost:
        raise RunsFailed({row.number: row.run.reason for row in one.lost}, one.about["runs"])


def command_of(asked: "Experiment") -> str:
    """The command that makes it again, given in the folder of the experiment file."""
    from simcore.experiments.files import comes_along

    name = asked.file.stem if comes_along(asked.file) else asked.file.name
    return f"simwijk sweep {name}{' --quick' if asked.quick else ''}"


def part_of(shard: str | None) -> tuple[int, int]:
    """``2/4`` as (1, 4): of four parts the second; all of it without."""
    if shard is None:
        return 0, 1
    first, slash, last = shard.partition("/")
    if not (slash and first.isdigit() and last.isdigit() and 1 <= int(first) <= int(last)):
        raise BadInput(Problem("--shard", 0, 0, f"'{shard}' is no part of a whole",
                               instead="write 1/4, 2/4, 3/4 or 4/4"))
    return int(first) - 1, int(last)


def fresh_place(place: Path) -> Path:
    """A folder beside the one that is there already."""
    n, out = 1, place
    while out.exists() and any(out.iterdir()):
        n += 1
        out = place.with_name(f"{place.name}-{n}")
    return out


@contextmanager
def showing(words: "Words", silent: bool) -> Iterator[Callable[[int, int, float | None], None]]:
    """A function that hears how many runs are there, and shows it on a terminal with the time that is left."""
    begun, last, width = time.monotonic(), 0.0, 0
    if silent or not sys.stderr.isatty():
        with nullcontext():
            yield lambda done, asked, left: None
        return

    def tell(done: int, asked: int, left: float | None) -> None:
        nonlocal last, width
        now = time.monotonic()
        if now - begun < PATIENCE or now - last < 0.5:
            return
        last = now
        text = words("experiment.working", done=done, asked=asked)
        if left is not None:
            text += ", " + words("experiment.left", time=duration(left, words))
        click.echo("\r" + text.ljust(width), err=True, nl=False)
        width = len(text)

    try:
        yield tell
    finally:
        if width:
            click.echo("\r" + " " * width + "\r", err=True, nl=False)


def duration(seconds: float, words: "Words") -> str:
    """A stretch of time in the words people use."""
    if seconds < 50:
        return words("experiment.seconds", n=max(5, 5 * round(seconds / 5)))
    minutes = max(1, round(seconds / 60))
    return words("experiment.minute") if minutes == 1 else words("experiment.minutes", n=minutes)
