"""The example a plugin gives of its use: a piece of a canvas, which is read as a model file is."""

import textwrap
from contextlib import suppress
from typing import Any

from simcore.canvas.run import PluginUse
from simcore.errors import BadInput, Problem
from simcore.files import Listing, Mapping, Scalar, compose, read
from simcore.files.places import fields_of
from simcore.plugin.activating import made_of
from simcore.plugin.wishes import example_of


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


def option_of(kind: type, name: str) -> str:
    """What to write behind ``--plugin``: what must be given as in the example, and one more parameter as it stands."""
    known, given = fields_of(kind), {}
    with suppress(BadInput):
        given = next((one.with_ for one in uses_in(fragment_of(kind), name) if one.use == name), None) or {}
    pairs = []
    for key in (key for key, field in known.items() if kind.__pydantic_fields__[field].is_required()):
        value = given.get(key)
        first = value[0] if isinstance(value, Listing) and len(value) else value
        text = first.text if isinstance(first, Scalar) else "..."
        pairs.append(f"{key}=[{text}]" if isinstance(value, Listing) else f"{key}={text}")
    own = example_of(name, kind).partition(":")[2]
    pairs += [own] if own else []
    return f"{name}:{','.join(pairs)}" if pairs else name


def read_fragment(kind: type, name: str) -> Any:
    """The plugin with the parameters of its example; as it comes when there is none. Raises BadInput."""
    if not (text := fragment_of(kind)):
        return made_of(name, kind, None)
    uses = uses_in(text, name)
    return made_of(name, kind, next((one for one in uses if one.use == name), uses[0]).with_)
