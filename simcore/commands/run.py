"""``simwijk run``: read a model, play it beside doing nothing, keep the files, say what was found."""

import gc
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from simcore import signals
from simcore.errors import ReplicationsFailed, Unreported

if TYPE_CHECKING:
    from simcore.canvas import Spec
    from simcore.results.prices import Price
    from simcore.run import Outcome
    from simcore.show.studio import Studio
    from simcore.show.words import Words

PATIENCE = 1.0                   # seconds of work before progress is shown
WIDTH = 100                      # of a line about what was lost


def run(*, no_pictures: bool, **options: Any) -> None:
    """Play and say what was found; the process that draws starts first, as it takes longest to load.

    Raises ReplicationsFailed, after everything is said and kept, when a plugin has failed in some courses; Unreported
    when one could not answer about the whole.
    """
    from simcore.show.studio import Studio

    with loading(), nullcontext() if no_pictures else Studio() as studio:
        text, outcome, wrong = played(studio, **options)

    from simcore.show.terminal import printable

    click.echo(printable(text, sys.stdout.encoding))
    if wrong:
        raise Unreported([str(one) for one in wrong])
    if outcome.failed:
        raise ReplicationsFailed({r: str(one) for r, one in outcome.failed.items()},
                                 len(outcome.failed) + len(outcome.replications))


@contextmanager
def loading() -> Iterator[None]:
    """Look for no garbage while modules load: none of that is (measured: a tenth of the time); ends with ``loaded``."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def loaded() -> None:
    """From here on there is garbage to look for, but not among what is there by now."""
    gc.freeze()
    gc.enable()


def played(studio: "Studio | None", model: str, weeks: int | None, seed: int, replications: int | None,
           changes: tuple[str, ...], plugins: tuple[str, ...], plugin_files: tuple[Path, ...], luck_only: bool,
           law: str | None, lang: str, out: Path | None, engine: str, jobs: int | None, residents: int | None,
           fresh: bool, as_json: bool, quiet: bool, prices: Path | None, explain_effects: bool, profile: bool
           ) -> "tuple[str, Outcome, list[Exception]]":
    """Everything the command does, top to bottom; gives what it has to say, the outcome, and reports that failed."""
    from simcore.canvas import load
    from simcore.plugin.activating import activate

    clock = clock_of(profile)
    at = clock.at if clock else lambda what: nullcontext()
    all_changes = [*changes, *([f"simwijk.law={law}"] if law else [])]
    spec = load(model, all_changes)
    active = activate(spec, plugins, plugin_files)
    priced = prices_in(prices)

    from simcore.results.folder import claimed, write_json
    from simcore.show.words import Words

    words = Words(lang)
    with claimed(out, spec.name) as folder, studio or nullcontext():   # pictures go before the folder is given up
        from simcore.results.indicators import measure
        from simcore.results.write import PRICES, copied, failures, keep, seal
        from simcore.results.moved import FILE, Heard
        from simcore.results.sections import SECTIONS, as_plain, sections
        from simcore.run import ENTERPRISE, NOTHING

        heard = Heard() if explain_effects else None

        drawn_of: list[list[int]] = []                # the courses in the pictures

        def over(outcome: "Outcome") -> None:
            """Pictures begin once both lanes they show are there, while the law is still read the other way."""
            if studio and not drawn_of and {NOTHING, ENTERPRISE} <= outcome.lanes.keys():
                drawn_of.append(outcome.replications)
                draw(studio, outcome, folder, lang)

        other = "strict" if spec.canvas.simwijk.law == "lenient" else "lenient"
        forewarn(words, quiet or as_json)
        with progress(words("working"), quiet or as_json) as tell:
            asked = {"seed": seed, "replications": replications, "weeks": weeks, "plugins": active,
                     "luck_only": luck_only, "lanes": (NOTHING, ENTERPRISE, other), "residents": residents,
                     "tell": tell, "over": over, "watch": listening(heard, clock)}
            with at("play"):
                if engine == "objects":
                    from simcore.commands.objects import play_objects

                    loaded()
                    outcome = play_objects(spec, **asked)
                else:
                    watched = heard or clock       # a lane that is not played tells nothing of how it went
                    outcome = play_beside(spec, fresh or bool(watched), 1 if clock else jobs, **asked)
        with at("measure"):
            found = measure(outcome, priced)
            words.learn(outcome)
            told, wrong = sections(outcome)
        with at("files"):
            about = (keep(folder, outcome, found)
                     | ({"prices_digest": copied(prices, folder / PRICES)} if prices else {}))
            if told:
                write_json(folder / SECTIONS, as_plain(told))
            if heard:
                heard.write(folder / FILE, outcome.replications)
            if studio:
                studio.drawn()
                if drawn_of != [outcome.replications]:    # a plugin failed after they had begun: they show too many
                    draw_again(outcome, folder, lang)
            seal(folder, outcome, about, all_changes)

    from simcore.show import plugins as show
    from simcore.show.terminal import answer, said

    rows = heard.rows(about["typical"]) if heard else []
    if as_json:
        more = {"sections": as_plain(told), **({"effects": [asdict(row) for row in rows]} if heard else {}),
                **({"profile": show.profile_as_dict(clock)} if clock else {})}
        return json.dumps({"model": spec.name, "seed": seed, "folder": str(folder), "failed": failures(outcome),
                           **found.as_dict(), **more}, ensure_ascii=False, indent=1), outcome, wrong
    parts = [f"{answer(spec, found, words)}\n{folder}" if quiet else said(spec, found, words, folder, prices)]
    parts += [] if quiet else [show.section(name, one, words) for name, one in told]
    parts += [show.effects(rows, spec, words)] if heard else []
    parts += [show.profile(clock, words)] if clock else []
    return with_loss("\n\n".join(parts), outcome, words), outcome, wrong


def clock_of(profile: bool) -> Any:
    """A clock that plugins are timed by as well; None when nobody wants to know."""
    from simcore.plugin.patience import watch

    watch.clock = None
    if profile:
        from simcore.results.profile import Clock

        watch.clock = Clock()
    return watch.clock


def listening(heard: Any, clock: Any) -> Callable[[str, Any], None]:
    """What hears of each lane that begins."""
    def begun(name: str, lane: Any) -> None:
        for one in (heard, clock):
            if one:
                one.begun(name, lane)

    return begun


def prices_in(file: Path | None) -> "tuple[Price, ...] | None":
    """The prices that are filled in in a file; None without a file."""
    if file is None:
        return None
    from simcore.results.prices import read_prices
    from simcore.results.sixteen import INDICATORS

    return read_prices(file, INDICATORS)


def with_loss(text: str, outcome: "Outcome", words: "Words") -> str:
    """What was found, and under its first line in how many courses a plugin failed, and where."""
    if not outcome.failed:
        return text
    where = dict.fromkeys(words("lost.at", plugin=one.plugin, hook=one.hook,
                                week="–" if one.week is None else one.week) for one in outcome.failed.values())
    count, most = len(outcome.failed), 3
    lost = words("lost", count=count, asked=count + len(outcome.replications),
                 where=", ".join([*list(where)[:most], *(["…"] if len(where) > most else [])]))
    first, line, rest = text.partition("\n")
    return "\n".join([first, *wrap(lost, WIDTH)]) + line + rest


def draw(studio: "Studio", outcome: "Outcome", folder: Path, lang: str) -> None:
    """Let the pictures of a run be drawn, with its typical course among the others."""
    from simcore.results.payments import typical

    several = len(outcome.replications) > 1
    studio.draw(outcome, folder / "pictures", lang, outcome.replications[typical(outcome)] if several else None)


def draw_again(outcome: "Outcome", folder: Path, lang: str) -> None:
    """Draw the pictures anew, in a studio of its own."""
    from simcore.show.studio import Studio

    with Studio() as studio:
        draw(studio, outcome, folder, lang)
        studio.drawn()


def play_beside(spec: "Spec", fresh: bool, jobs: int | None, **asked: Any) -> "Outcome":
    """Play a run beside doing nothing; lanes that an earlier run has kept, with all they hang on, play no more."""
    from simcore.results import lanes
    from simcore.run import NOTHING, play

    parts = ("plugins", "seed", "replications", "weeks", "residents", "luck_only")
    names = {lane: lanes.name_of(lane, spec, **{part: asked[part] for part in parts}) for lane in asked["lanes"]}
    found = {} if fresh else {lane: lanes.kept(name, None if lane == NOTHING else spec) for lane, name in names.items()}
    known = {lane: one for lane, one in found.items() if one is not None}
    loaded()
    outcome = play(spec, **asked, threads=jobs, known=known)
    if not outcome.failed:
        for lane in names.keys() - known.keys():
            lanes.keep(names[lane], outcome.lanes[lane])
    return outcome


def forewarn(words: "Words", silent: bool) -> None:
    """Say on a terminal that the first time takes minutes, while nothing is compiled yet."""
    from simcore.compiled import source_digest
    from simcore.folders import cache_folder

    kept = cache_folder() / "moves" / source_digest()
    if not silent and sys.stderr.isatty() and not any(kept.rglob("*.nbi")):
        click.echo(words("working.first"), err=True)


@contextmanager
def progress(label: str, silent: bool) -> Iterator[Callable[[float], None]]:
    """A function that hears how far the work is, and shows it on a terminal once it takes more than a second.

    The lanes at work in threads call it often; after Ctrl-C it ends them there, so that nobody waits for the rest.
    """
    begin, one_at_a_time, stopped = time.monotonic(), threading.Lock(), threading.Event()
    bar = None if silent or not sys.stderr.isatty() else click.progressbar(length=1000, label=label, file=sys.stderr)
    shown = False

    def tell(part: float) -> None:
        nonlocal shown
        if stopped.is_set():
            raise KeyboardInterrupt
        with one_at_a_time:
            if bar is None or time.monotonic() - begin < PATIENCE:
                return
            if not shown:
                bar.__enter__()
                shown = True
            bar.update(max(0, int(1000 * part) - bar.pos))

    def stop(number: int, *_: object) -> None:
        stopped.set()
        signals.hear(number)

    before = signals.listen(stop)
    try:
        yield tell
    finally:
        signals.back_to(before)
        if shown:
            bar.__exit__(None, None, None)
