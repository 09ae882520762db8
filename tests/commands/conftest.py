"""Commands about experiments are tried on the smallest of districts."""

import pytest

from ..experiments.conftest import exported, folder, here, own_cache_of_runs, played_once, swept, tiny  # noqa: F401


@pytest.fixture
def simwijk(capfd):
    """``simwijk(words..., code=0)`` gives a command in English, and what it says."""
    from simcore.cli import ended
    from simcore.experiments.block import forget

    def command(*words, code=0, lang="en"):
        forget()
        capfd.readouterr()
        assert ended([*map(str, words), "--lang", lang]) == code
        both = capfd.readouterr()
        forget()
        return both.out + both.err

    return command
