"""Models of our own for sensitivity studies: a figure is reckoned from what each course was given, none is played."""

from math import pi

import numpy as np

from simcore.experiments import sensitivity
from simcore.experiments.asking import Asking
from simcore.experiments.inputs import numbers_in
from simcore.experiments.reading import experiment
from simcore.experiments.runner import Runs
from simcore.experiments.sensitivity import answer
from simcore.experiments.store import Run
from simcore.luck import key, luck

MODEL = "haarlems_gemak"
PRICES = [f"revenue_streams.rs-{one}.price" for one in ("cleaning", "garden", "cooking", "ironing")]
FIVE = [*PRICES, "neighbourhood.choice.habit"]


def study(folder, *lines, paths=FIVE, quick=False):
    """A sensitivity study of some inputs, all without ``paths``, with these lines in its file."""
    file = folder / "study.yaml"
    file.write_text("\n".join(["experiment: study", "kind: sensitivity", f"models: [{MODEL}]",
                               "figures: [money.result]", 'question: {nl: "Wat eerst?", en: "What first?"}',
                               *([f"inputs: [{', '.join(paths)}]"] if paths else []), *lines]))
    return experiment(file, quick)


def even(values, number):
    """Values of a triangle back as shares of its distribution."""
    low, middle, high = float(number.low), float(number.value), float(number.high)
    return np.where(values < middle, (values - low) ** 2 / ((high - low) * max(middle - low, 1e-12)),
                    1 - (high - values) ** 2 / ((high - low) * max(high - middle, 1e-12)))


def chance(r):
    """The luck of a course in a model of our own."""
    return luck(key(1, r, "test", "test"), 0, 0, 0)[0]


def told(asked, figure, seen=None):
    """An ``ask`` that plays nothing: ``figure(shares, luck, settings)`` of path -> (R,) and (R,)."""
    numbers = numbers_in(asked.cases[MODEL])

    def ask(blocks):
        out = []
        for block in blocks:
            assert len(set(block.replications)) == len(block.replications)
            shares = {path: even(np.array(values), numbers[path]) for path, values in block.given}
            found = figure(shares, np.array([chance(r) for r in block.replications]), dict(block.case.settings))
            out.append(Runs(block, [Run("", {"money.result": float(value)}, None, 0.0) for value in found]))
            if seen is not None:
                seen.append(block)
        return out
    return ask


def answered(asked, figure, part=(0, 1), seen=None):
    """What a study finds of a model of our own."""
    sensitivity.checked(asked)
    return answer(Asking(asked, told(asked, figure, seen), part))


def ishigami(shares, luck, settings):
    """Ishigami's function of two prices, with luck for its third input; the others do nothing."""
    one, two = (pi * (2 * shares[path] - 1) for path in PRICES[:2])
    return np.sin(one) + 7 * np.sin(two) ** 2 + 0.1 * (pi * (2 * luck - 1)) ** 4 * np.sin(one)
