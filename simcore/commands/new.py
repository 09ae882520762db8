"""``simwijk new``: writes a canvas, or the package of a plugin, to begin with, and says what to do next."""

import keyword
import os
import shutil
from contextlib import suppress
from importlib.util import find_spec
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


def plugin(words: tuple[str, ...], lang: str, out: Path | None) -> None:
    """Write a package called after these words; the folder is there whole or not at all, and none is written over."""
    from simcore.canvas.bundled import models
    from simcore.canvas.starter import in_a_shell, name_of
    from simcore.plugin.starter import package
    from simcore.show.words import Words

    name = name_of(" ".join(words))
    module = module_of(name)
    folder = Path("simwijk-" + module.replace("_", "-")) if out is None else out
    free_folder(folder)
    half = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        for path, text in package(name, module).items():
            (half / path).parent.mkdir(parents=True, exist_ok=True)
            (half / path).write_text(text, encoding="utf-8")
        half.rename(folder)
    except OSError as error:
        shutil.rmtree(half, ignore_errors=True)
        raise unwritable(folder, error) from error
    say = Words(lang)
    file, option = in_a_shell(str(folder / f"{module}.py")), "" if lang == "nl" else f" --lang {lang}"
    click.echo(say("new.made", file=folder))
    click.echo(say("new.tests", command=f"python -m pytest {in_a_shell(str(folder))}"))
    click.echo(say("new.page", command=f"simwijk plugins {module} --plugin-file {file}{option}"))
    click.echo(say("new.with", command=f"simwijk run {min(models())} --plugin-file {file}{option}"))
    click.echo(say("new.install", command=f"python -m pip install {in_a_shell(str(folder))}"))


def module_of(name: str) -> str:
    """The module a name leads to: "Hete zomer" goes to hete_zomer; BadInput when no plugin can be called so."""
    from simcore.canvas.starter import file_of, odd
    from simcore import plugin as plugin_names
    from simcore.plugin.finding import find
    from simcore.plugin.names import RESERVED
    from simcore.plugin.starter import class_of

    module = Path(file_of(name)).stem
    kind = class_of(module)
    if not module.isidentifier() or keyword.iskeyword(module) or keyword.iskeyword(kind):
        raise odd(name, f"gives no name for a module ({module})", "that begins with a letter", f"write 'plugin {name}'")
    if module in RESERVED or hasattr(plugin_names, kind):
        raise odd(name, f"has a meaning of its own here ({module})",
                  "a plugin writes its streams and class by that name", f"write '{name} plugin'")
    with suppress(ImportError, ValueError):
        if (there := find_spec(module)) is not None and there.origin is not None and module not in find():
            raise odd(name, f"is the name of a Python module that is there already ({module})",
                      "one of the two could not be imported", f"write '{name} plugin'")
    if module in find():
        raise odd(name, f"is the name of a plugin that is there already ({module})",
                  "two of one name cannot be used", "give yours another name")
    return module


def free_folder(folder: Path) -> None:
    """Raise BadInput, with what to write instead, where no new package can be."""
    from simcore.canvas.starter import odd

    if os.path.lexists(folder):
        raise odd(str(folder), "is there already", "nothing is written over",
                      f"give another name, as in --out {beside(folder)}")
    if not folder.parent.is_dir():
        raise odd(str(folder), "cannot be written", f"there is no folder {quoted(str(folder.parent))}",
                      "make that folder first, or name one in a folder that is there")


def free(path: Path) -> None:
    """Raise BadInput, with what to write instead, where no new canvas can be."""
    from simcore.canvas.starter import odd

    if path.is_dir():
        raise odd(str(path), "is a folder", "", f"name a file in it, as in --out {path / 'my_canvas.yaml'}")
    if path.suffix.lower() not in ENDINGS:
        raise odd(str(path), "does not end in .yaml", "a canvas is a YAML file",
                  f"write --out {path.with_suffix('.yaml')}")
    if os.path.lexists(path):
        raise odd(str(path), "is there already", "nothing is written over",
                  f"give another name, as in --out {beside(path)}")
    if not path.parent.is_dir():
        raise odd(str(path), "cannot be written", f"there is no folder {quoted(str(path.parent))}",
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
