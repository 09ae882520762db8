"""``simwijk run``: read a model, play it beside doing nothing, keep the files, say what was found."""

import json
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import click

from simcore.canvas import load
from simcore.plugin.finding import activate

PATIENCE = 1.0                   # seconds of work before progress is shown


def run(model: str, weeks: int | None, seed: int, replications: int | None, changes: tuple[str, ...],
        plugins: tuple[str, ...], plugin_files: tuple[Path, ...], luck_only: bool, law: str | None, lang: str,
        out: Path | None, engine: str, jobs: int | None, residents: int | None, as_json: bool, quiet: bool,
        no_pictures: bool) -> None:
    """Everything the command does, top to bottom."""
    all_changes = [*changes, *([f"simwijk.law={law}"] if law else [])]
    spec = load(model, all_changes)
    active = activate(spec, plugins, plugin_files)

    from simcore.results.folder import claimed
    from simcore.show.words import Words

    words = Words(lang)
    with claimed(out, spec.name) as folder:
        from simcore.results.indicators import measure
        from simcore.results.write import keep, seal
        from simcore.run import ENTERPRISE, NOTHING, play
        from simcore.show.charts import draw, warm

        if not no_pictures:
            warm()
        other = "strict" if spec.canvas.simwijk.law == "lenient" else "lenient"
        with progress(words("working"), quiet or as_json) as tell:
            asked = {"seed": seed, "replications": replications, "weeks": weeks, "plugins": active, "luck_only": luck_only,
                     "lanes": (NOTHING, ENTERPRISE, other), "residents": residents, "tell": tell}
            if engine == "objects":
                from simcore.commands.objects import play_objects

                outcome = play_objects(spec, **asked)
            else:
                outcome = play(spec, **asked, threads=jobs)
        found = measure(outcome)
        with ThreadPoolExecutor(1) as pool:           # files are written while pictures are drawn
            about = pool.submit(keep, folder, outcome, found)
            if not no_pictures:
                draw(outcome, folder / "pictures", lang=lang)
            seal(folder, outcome, about.result(), all_changes)

    from simcore.show.terminal import answer, said

    if as_json:
        click.echo(json.dumps({"model": spec.name, "seed": seed, "folder": str(folder), **found.as_dict()},
                              ensure_ascii=False, indent=1))
    else:
        click.echo(f"{answer(spec, found, words)}\n{folder}" if quiet else said(spec, found, words, folder))


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

    def stop(*_: object) -> None:
        stopped.set()
        raise KeyboardInterrupt

    in_charge = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, stop) if in_charge else None
    try:
        yield tell
    finally:
        if in_charge:
            signal.signal(signal.SIGINT, before)
        if shown:
            bar.__exit__(None, None, None)
