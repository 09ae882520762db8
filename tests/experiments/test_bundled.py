"""The experiments that come along: each fits its models, speaks both languages, and ends in the time it may take."""

from functools import cache

import pytest

from simcore.experiments import files, reading
from simcore.experiments.kinds import played_by

experiment = cache(reading.experiment)             # for all tests read once
ALL = sorted(files.bundled())
# Processor seconds, about: of a course and its doing nothing by resident and week; and of a case, to read it.
A_WEEK, A_CASE = {"wijkbedrijf_samen": 1.5e-7}, 0.3     # with services of three canvases; 7.7e-8 for others
CORES, MARGIN = 2, 0.8                             # what machines differ in, and what is not shared out evenly


def seconds(asked) -> float:
    """What it may take at most on two cores."""
    name, spec = next(iter(asked.specs.items()))
    residents = asked.question.residents or spec.place.people.residents.value
    runs = played_by(asked.question.kind).runs(asked)
    read = runs / asked.question.courses.most
    return (runs * residents * asked.weeks * A_WEEK.get(name, 7.7e-8) + read * A_CASE) / CORES / MARGIN


@pytest.mark.parametrize("name", ALL)
def test_it_fits_its_models_and_is_asked_in_two_languages(name):
    asked = experiment(name)
    played_by(asked.question.kind).checked(asked)
    assert asked.question.experiment == name and asked.question.about
    assert asked.question.question.nl.endswith("?") and asked.question.question.en.endswith("?")


@pytest.mark.parametrize("name", ALL)
def test_the_quick_size_ends_within_a_minute_and_the_full_size_within_half_an_hour(name):
    assert seconds(experiment(name, quick=True)) < 60
    assert seconds(experiment(name)) < 30 * 60


@pytest.mark.parametrize("name", ALL)
def test_what_is_chosen_has_a_name_in_both_languages(name):
    from simcore.show.experiments.naming import Naming
    from simcore.show.texts import TEXTS
    from simcore.show.words import Words

    asked = experiment(name)
    for axis in getattr(asked.question, "vary", ()):
        for lang in ("nl", "en"):
            said = Naming(asked, Words(lang)).path(axis.path, axis.label)
            assert said and "_" not in said and not said.startswith("plugins"), (axis.path, said)
        words = [value for value in axis.values if value[:1].isalpha()]
        assert [value for value in words if f"setting.{value}" not in TEXTS] == []
