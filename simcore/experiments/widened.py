"""Ranges of a model as wide as what an experiment gives to its numbers, for plugins that go by a range."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import numpy as np

from simcore.canvas import Spec
from simcore.week.numbers import quantities_of

Plugins = list[tuple[str, Any]]


def widened(spec: Spec, plugins: Plugins, given: Mapping[str, np.ndarray]) -> tuple[Spec, Plugins]:
    """The model and its plugins with what is given, (R,) by path, within the range of each number: a plugin may lay out
    by a range what it brings. Copies, but where all lies within its range already."""
    wider = {}
    for path, one in quantities_of(spec, plugins).items():
        low, high = (one.value, one.value) if one.low is None else (one.low, one.high)
        if path in given and not low <= given[path].min() <= given[path].max() <= high:
            wider[path] = {"low": min(low, *given[path].tolist()), "high": max(high, *given[path].tolist())}
    if wider:
        spec, plugins = deepcopy((spec, plugins))
        for path, one in quantities_of(spec, plugins).items():
            vars(one).update(wider.get(path, {}))
    return spec, plugins
