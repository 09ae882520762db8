"""``simwijk new canvas``: writes a canvas to begin with, and says what to do next."""

import os
from pathlib import Path

import click

from simcore.errors import BadInput, Problem, quoted

ENDINGS = (".yaml", ".yml")


def canvas(words: tuple[str, ...], lang: str, out: Path | None) -> None:
    """Write a starter called after these words; the file is there whole or not at all, and none is written over."""
    from simcore.canvas.bundled import models
    from simcore.canvas.starter import file_of, in_a_shell, name_of, starter
    from simcore.results.folder import whole
    from simcore.show.words import Words

    if not words:
        raise BadInput(Problem("", 0, 0, "NAME is missing", "",
                               'write what the enterprise is called, as in simwijk new canvas "Ons Groen"'))
    name = name_of(" ".join(words))
    path = Path(file_of(name)) if out is None else out
    free(path)
    try:
        with whole(path) as stream:
            stream.write(starter(name, path.name, lang))
    except OSError as error:
        raise unwritable(path, error) from error
    file, say = in_a_shell(str(path)), Words(lang)
    option = "" if lang == "nl" else f" --lang {lang}"
    click.echo(say("new.made", file=path))
    click.echo(say("new.check", command=f"simwijk check {file}{option}"))
    click.echo(say("new.run", command=f"simwijk run {file}{option}"))
    click.echo(say("new.compare", command=f"simwijk compare {' '.join(sorted(models()))} {file}{option}"))
    asked = open_questions(path)
    click.echo(say("new.open", count=len(asked)))
    for question in asked:
        click.echo(f"    {question}")


def free(path: Path) -> None:
    """Raise BadInput, with what to write instead, where no new canvas can be."""
    def problem(what: str, why: str, instead: str) -> BadInput:
        return BadInput(Problem("", 0, 0, f"{quoted(str(path))} {what}", why, instead))

    if path.is_dir():
        raise problem("is a folder", "", f"name a file in it, as in --out {path / 'my_canvas.yaml'}")
    if path.suffix.lower() not in ENDINGS:
        raise problem("does not end in .yaml", "a canvas is a YAML file", f"write --out {path.with_suffix('.yaml')}")
    if os.path.lexists(path):
        raise problem("is there already", "nothing is written over", f"give another name, as in --out {beside(path)}")
    if not path.parent.is_dir():
        raise problem("cannot be written", f"there is no folder {quoted(str(path.parent))}",
                      "make that folder first, or name a file in one that is there")


def beside(path: Path) -> Path:
    """The first name like this one that is free: ``ons_groen_2.yaml``."""
    n = 2
    while (other := path.with_stem(f"{path.stem}_{n}")).exists():
        n += 1
    return other


def unwritable(path: Path, error: OSError) -> Exception:
    """What to say when a file cannot be written: the user can name another, unless the machine is in the way."""
    from simcore.results.folder import ENVIRONMENT

    if error.errno in ENVIRONMENT:
        return error
    return BadInput(Problem("", 0, 0, f"{quoted(str(path))} cannot be written", (error.strerror or str(error)).lower(),
                            "name a file in a folder of your own with --out"))


def open_questions(path: Path) -> list[str]:
    """The questions of a canvas, in the order of the file."""
    from simcore.canvas import Canvas
    from simcore.files import read, walk_quantities

    return [one.question for _, one in walk_quantities(read(path, Canvas)) if one.question]
