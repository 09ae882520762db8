"""``simwijk stick``: a folder for a USB stick, with which a laptop without a network shows the plans."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import click


def stick(folder: Path, models: tuple[str, ...], systems: tuple[str, ...], pythons: tuple[str, ...], page: Path | None,
          lang: str) -> None:
    """Fill it and say what is on it, and what is not. Raises BadInput, Environment; then nothing has changed."""
    from simcore.commands.run import progress
    from simcore.commands.sheets import files_of
    from simcore.demo.stick.filling import filling, size
    from simcore.demo.stick.papers import papers
    from simcore.demo.stick.plans import plans
    from simcore.demo.stick.played import ASKED, answers, courses_of, saved_page, small_page
    from simcore.demo.stick.targets import PYTHONS, SYSTEMS, targets
    from simcore.demo.stick.texts import said
    from simcore.demo.stick.told import Filled, lines, write
    from simcore.demo.stick.wheels import fetched, project

    root, html = project(), page and saved_page(page)
    every = list(targets(systems or SYSTEMS.values(), pythons or PYTHONS))
    with filling(folder, len(every)) as new:
        papers(root / "docs", new / "uitleg")
        inner = new / "simwijk"
        inner.mkdir()
        shown = plans(models, inner / "plans")
        with progress(said(lang, "fetching"), False) as tell:
            there, absent = fetched(every, root, inner / "wheels", tell)
        (new / "papier").mkdir()
        for name, (_, data) in files_of(models, ASKED["courses"], ASKED["residents"], lang).items():
            (new / "papier" / name).write_bytes(data)
        shutil.copyfile(root / "constraints.txt", inner / "constraints.txt")
        kept = answers(models, inner / "answers")
        if html is None:
            with progress(said(lang, "playing"), False) as tell:
                html = small_page(models, lang, tell)
        (new / "plan_b.html").write_text(html, encoding="utf-8", newline="")
        filled = Filled(there, absent, kept, courses_of(html), made=page is None)
        [own] = (inner / "wheels").glob("simwijk-*.whl")
        recipe = own.read_bytes() + (inner / "constraints.txt").read_bytes()
        about = {"made": hashlib.blake2b(recipe, digest_size=16).hexdigest(),
                 "models": shown, "sets": [[one.system, one.chip, one.python] for one in there]}
        (inner / "stick.json").write_text(json.dumps(about) + "\n", encoding="utf-8", newline="")
        write(filled, new)
        megabytes = size(new) // 10**6
    click.echo(said(lang, "filled", folder=folder, size=megabytes))
    click.echo("\n".join(lines(filled, lang)))
