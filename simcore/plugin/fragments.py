"""The example a plugin gives of its use: a piece of a canvas, which is read as a model file is."""

import textwrap
from typing import Any

from simcore.canvas.run import PluginUse
from simcore.errors import BadInput, Problem
from simcore.files import Listing, Mapping, compose, read
from simcore.plugin.activating import made_of


def fragment_of(kind: type) -> str:
    """The example a plugin gives of its use: a line of ``simwijk: plugins:``, or a piece of a canvas; or nothing."""
    return textwrap.dedent(str(getattr(kind, "fragment", "") or "")).strip("\n")


def uses_in(fragment: str, name: str) -> list[PluginUse]:
    """The uses of plugins in such an example; raises BadInput when it cannot be read."""
    node = compose(fragment + "\n", f"fragment of {name}")
    if isinstance(node, Mapping) and "use" not in node:
        run = node.get("simwijk")
        node = run.get("plugins") if isinstance(run, Mapping) else None
    uses = node if isinstance(node, Listing) else [node] if isinstance(node, Mapping) else []
    if not uses:
        raise BadInput(Problem(f"fragment of {name}", 1, 1, "asks for no plugin",
                               instead=f"write {{use: {name}}}, or simwijk: and plugins: with that in it"))
    return [read(one, PluginUse) for one in uses]


def read_fragment(kind: type, name: str) -> Any:
    """The plugin with the parameters of its example; as it comes when there is none. Raises BadInput."""
    if not (text := fragment_of(kind)):
        return made_of(name, kind, None)
    uses = uses_in(text, name)
    return made_of(name, kind, next((one for one in uses if one.use == name), uses[0]).with_)
