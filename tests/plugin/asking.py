"""Asking for plugins: one in a file, a model that uses others, and what is said of a wrong wish."""

import pytest

from simcore.canvas import load
from simcore.errors import BadInput
from simcore.plugin.activating import activate

HEAT = '''"""Hot weeks keep people indoors."""

from simcore.plugin import Quantity, plugin


@plugin
class Heat:
    """In hot weeks fewer people go out."""

    fewer: Quantity = Quantity(value=0.5, low=0.2, high=0.8, unit="share", evidence="assumption", source="ours")
'''


def trouble(spec, *wanted: str, files=()) -> str:
    with pytest.raises(BadInput) as caught:
        activate(spec, wanted, files)
    return str(caught.value)


def with_plugins(tmp_path, written: str):
    """The shipped model with other plugins than it has."""
    text = open(load("haarlems_gemak").model_file, encoding="utf-8").read()
    file = tmp_path / "model.yaml"
    file.write_text(text[:text.index("  plugins:")] + f"  plugins:\n{written}", encoding="utf-8")
    return load(file)
