"""``simwijk diff``: what changed between two studies in question, model and versions, and which answers moved."""

import difflib
from itertools import islice
from pathlib import Path

import click

MOST = 20                                          # lines shown of a kind


def diff(one: Path, other: Path, lang: str) -> None:
    """Say it; nothing is played, and either may be of another version."""
    from simcore.experiments import folder as study
    from simcore.experiments.compared import moved
    from simcore.show.problems import part_of
    from simcore.show.words import Words

    words = Words(lang)
    abouts = []
    for folder in (one, other):
        with study.store_in(folder) as store:
            abouts.append(store.about())
    changed = study.different(*abouts)
    what = ", ".join(study.changes(changed, *abouts))
    lines = [words("experiment.diff.changed" if changed else "experiment.diff.same",
                   what=part_of(what) if lang == "nl" else what)]
    texts = [(folder / study.QUESTION).read_text(encoding="utf-8").splitlines() for folder in (one, other)]
    lines += [f"  {line}" for line in islice(difflib.unified_diff(*texts, lineterm="", n=0), 2, None)
              if not line.startswith("@@")]
    found = list(moved(one / study.TABLES, other / study.TABLES))
    lines.append(words("experiment.diff.moved" if found else "experiment.diff.still", n=len(found)))
    lines += [f"  {line}" for line in found[:MOST]]
    if len(found) > MOST:
        lines.append(words("canvas.more", n=len(found) - MOST))
    click.echo("\n".join(lines))
