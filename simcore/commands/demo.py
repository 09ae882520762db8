"""``simwijk demo``: the canvas live in a browser on this machine."""

from __future__ import annotations

import os
import socket
import sys
import threading
from pathlib import Path, PurePath

import click

HERE = "127.0.0.1"
END = os._exit                                     # before a plugin can be kept from it
USUAL = 8413                                       # so that a page finds the show again that was started anew


def demo(models: tuple[str, ...], port: int | None, browser: bool, lang: str, replications: int,
         residents: int, prepare_: bool) -> None:
    """Serve the page until it is stopped; prints its address, and opens it. Or only prepare what it is likely to be
    asked."""
    if prepare_:
        return prepare(models, lang, replications, residents)

    are_there(models)
    sock, taken = listening(port)
    address = f"http://{HERE}:{sock.getsockname()[1]}/"
    if taken:
        click.echo(said(lang, "taken", port=port), err=True)
    backend = None
    try:
        click.echo(address)                        # who comes now waits no longer than what follows takes to load
        click.echo(said(lang, "to_stop"), err=True)
        if browser:
            threading.Thread(target=open_browser, args=(address,), daemon=True).start()

        import uvicorn

        from simcore.demo.app import app_for
        from simcore.demo.backend import Backend

        backend = Backend(models, lang, replications, residents)
        backend.loaded.add_done_callback(lambda loaded: complain(loaded.exception(), lang))
        app = app_for(backend, sock.getsockname()[1], lambda: setattr(server, "should_exit", True))
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off", ws="none",
                                               server_header=False, timeout_graceful_shutdown=1))
        server.run(sockets=[sock])
    except KeyboardInterrupt:                      # how a show ends
        pass
    if backend:
        backend.end()
    sys.stdout.flush()
    sys.stderr.flush()
    END(0)                                         # whatever still plays ends with it: Python would trip over that


def are_there(models: tuple[str, ...]) -> None:
    """Raises BadInput, as every command, for models that are not there; what is in them is read beside the page."""
    from simcore.demo.kept import files

    known = {file.stem for name, file in files() if PurePath(name).match("models/*.yaml")}
    if unknown := [one for one in models if one not in known and not Path(one).is_file()]:
        from simcore.canvas import load
        from simcore.errors import BadInput, kept

        problems = []
        for one in unknown:
            kept(problems, lambda one=one: load(one))
        if problems:
            raise BadInput(problems)


def complain(error: BaseException | None, lang: str) -> None:
    """Say here too what is wrong with a model, which the page tells."""
    from simcore.errors import BadInput

    if isinstance(error, BadInput):
        from simcore.show.problems import told

        click.echo(told(error, lang), err=True)


def open_browser(address: str) -> None:
    """Show an address in the browser of whoever sits here."""
    import webbrowser

    webbrowser.open(address)


def prepare(models: tuple[str, ...], lang: str, replications: int, residents: int) -> None:
    """Play what a room is likely to ask, with a line of progress, and say what is ready and what is not; what was
    played before is only looked up."""
    from simcore.commands.run import progress
    from simcore.demo.backend import Backend
    from simcore.demo.deck import deck
    from simcore.demo.kept import folder, kept, name_of, source
    from simcore.demo.preparing import likely
    from simcore.show.words import Words

    words = Words(lang)
    backend, every = Backend(models, lang, replications, residents), list(likely(deck(), replications, residents))
    backend.ready()                                # what is wrong with a model is told as by every command
    backend.config()
    if source() is None:
        click.echo(said(lang, "prepared.others"))
        return
    ready = dict.fromkeys([what for what, _ in every], 0)
    with progress(words("working"), False) as tell:
        for n, (what, one) in enumerate(every):
            name = name_of(models, one)
            if not (there := kept(name)):
                for _ in backend.play(one):
                    pass
                there = kept(name)
            ready[what] += bool(there)
            tell((n + 1) / len(every))
    missed = len(every) - sum(ready.values())
    if any(ready.values()):
        click.echo(said(lang, "prepared"))
        for what, n in ready.items():
            if n:
                click.echo(said(lang, f"prepared.{what}", n=n, of=sum(what == one for one, _ in every)))
        click.echo(said(lang, "prepared.size", n=replications, residents=residents))
    if missed:
        click.echo(said(lang, "prepared.missed", n=missed, of=len(every), folder=folder()))
    click.echo(said(lang, "prepared.not"))


def said(lang: str, key: str, **parts: object) -> str:
    """A text of the page's own word list, which loads at once."""
    from simcore.demo.texts import TEXTS

    return TEXTS[key][lang == "en"].format(**parts)


def listening(port: int | None) -> tuple[socket.socket, bool]:
    """A socket for this machine alone, at the port that is asked for, else the usual one, else one that is free;
    whether what was asked for was taken."""
    sock = socket.socket()
    if os.name != "nt":                            # there it would let two servers share a port
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    for one in (port or USUAL, 0):
        try:
            sock.bind((HERE, one))
            break
        except OSError:
            continue
    sock.listen(64)
    return sock, port is not None and one != port
