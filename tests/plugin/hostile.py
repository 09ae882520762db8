"""A plugin that answers what a test gives it, right or wrong, and nouns with all they need."""

import numpy as np

from simcore.plugin import Column, Cover, Effect, Note, Stream, hookimpl, plugin

R = 3
CENTS = np.ones(R, np.int64)


def hostile(hook, *nouns):
    """A plugin that brings a column and a stream in order, and then answers ``nouns`` to one hook."""
    @plugin
    class Sour:
        """Sour."""

        @hookimpl
        def brings(self, spec, numbers):
            yield Column(name="weeks")
            yield Stream(name="fee", payer="residents", payee="treasury", item="plugins.sour")
            yield from nouns if hook == "brings" else ()

        @hookimpl
        def plan(self, week):
            return nouns if hook == "plan" else None

        @hookimpl
        def settle(self, week):
            return nouns if hook == "settle" else None

    return Sour()


def note(**but):
    return Note(**{"where": True, "dutch": "a", "english": "b", "item": "plugins.sour"} | but)


def stream(**but):
    return Stream(**{"name": "other", "payer": "residents", "payee": "treasury", "item": "plugins.sour"} | but)


def cover(**but):
    return Cover(**{"name": "pgb", "who": "pgb", "services": ("vp-cleaning",), "rate": 1.0, "payer": "municipality:wmo",
                    "item": "rs-pgb"} | but)


def effect(**but):
    return Effect(**{"target": "need.windows", "because": "a test"} | but)
