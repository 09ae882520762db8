"""The file of a session that comes along, and its models: wherever models are drawn they stand first."""

from functools import cache
from pathlib import Path

from simcore.canvas.bundled import folder
from simcore.files import load


def file() -> Path:
    """Where the knobs, cards and bets of a session stand."""
    return folder() / "cards" / "session.yaml"


@cache
def shown() -> list[str]:
    """The models of a session for which none is named, in their order."""
    return [one.text for one in load(file())["models"]]
