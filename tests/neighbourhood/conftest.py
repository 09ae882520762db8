"""The district of the tests: Boerhaavewijk, made once."""

from pathlib import Path

import numpy as np
import pytest

from simcore.canvas.place import Place
from simcore.canvas.place_people import People as Section
from simcore.files import read
from simcore.neighbourhood.people import populate
from simcore.neighbourhood.settle import DRAWN, settle

MODELS = Path(__file__).parents[2] / "models" / "neighbourhoods"


@pytest.fixture(scope="session")
def section():
    """The ``people:`` section as the file has it."""
    alone = MODELS / "_people.yaml"
    return read(alone, Section) if alone.exists() else read(MODELS / "boerhaavewijk_2013.yaml", Place).people


@pytest.fixture(scope="session")
def people(section):
    """The residents, drawn once."""
    return populate(section, seed=1)


@pytest.fixture(scope="session")
def middle(section):
    """The middle values of all numbers that replications draw."""
    return {f"people.{name}": np.array([getattr(section, name).value]) for name in DRAWN}


@pytest.fixture(scope="session")
def settled(people, middle):
    """One replication at the middle values."""
    return settle(people, middle, 1)
