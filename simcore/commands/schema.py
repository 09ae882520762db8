"""``simwijk schema``: the JSON Schema of canvas files, for an editor that completes and checks them."""

import json
from pathlib import Path

import click

from simcore.canvas.schema import canvas_schema
from simcore.plugin.finding import find, unusable
from simcore.show.leaf_texts import LEAVES


def schema(out: Path | None, plugin_files: tuple[Path, ...]) -> None:
    """Print the schema, or write it to a file; plugins that cannot be loaded are told apart and left out."""
    usable = {}
    for name, same in find(plugin_files).items():
        if trouble := unusable(same):
            click.echo(trouble, err=True)
        else:
            usable[name] = same[0].kind, same[0].about
    called = {key: f"{english} / {dutch}" for key, (dutch, english) in LEAVES.items()}
    text = json.dumps(canvas_schema(usable, called), ensure_ascii=False, indent=1)
    if out is None:
        click.echo(text)
        return
    from simcore.results.folder import whole

    with whole(out) as stream:
        stream.write(text + "\n")
    click.echo(f"# yaml-language-server: $schema={out.name}")    # to put above a canvas beside it
