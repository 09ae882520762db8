"""Make every test run the same everywhere: the same drawn examples, no screen to draw on."""

import os

from hypothesis import settings

os.environ.setdefault("MPLBACKEND", "Agg")

# One set of examples for all: a red test is red for everyone, and slow machines are no failure.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.load_profile("ci")
