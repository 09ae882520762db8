"""Comparing trials under common luck: whether they differ, and from which week."""

import numpy as np

from simcore.testing.playing import Trial


def differs(one: Trial, other: Trial, place: int | None = None) -> bool:
    """Whether two trials of the same plugins differ; with ``place``, the second is that course of the first."""
    mine, R = one.digest if place is None else one.digest[place:place + 1], len(one.digest)
    pick = slice(None) if place is None else slice(place, place + 1)

    def wide(value: np.ndarray) -> np.ndarray:
        return value if value.shape == (R,) else np.broadcast_to(value, (R,))

    return mine != other.digest or any(
        (wide(first[name])[pick] != second[name]).any()
        for first, second in zip([*one.terms, *flat(one)], [*other.terms, *flat(other)]) for name in first)


def flat(trial: Trial) -> list[dict[str, np.ndarray]]:
    """The columns of all plugins of each week, by plugin and name."""
    return [{f"{owner}.{name}": value for owner, mine in week.items() for name, value in mine.items()}
            for week in trial.columns]


def differs_before(one: Trial, other: Trial, week: int) -> int:
    """The first week before ``week`` in which two trials differ, from 1; 0 when there is none.

    Streams that only one of them has must be empty there.
    """
    def weeks(left: np.ndarray, right: np.ndarray) -> np.ndarray:
        apart = np.asarray(left != right)
        return apart.reshape(len(apart), -1).any(1)

    weekly = [name for name, value in one.outcome.series.items() if len(value) == len(one.terms)
              and name in other.outcome.series]
    found = [weeks(one.outcome.series[name], other.outcome.series[name]) for name in weekly]
    for stream in {*one.streams, *other.streams}:
        left, right = (trial.paid(stream) if stream in trial.streams else 0 for trial in (one, other))
        found.append(weeks(np.asarray(left) + 0 * one.outcome.flows[:, :, 0], right + 0 * one.outcome.flows[:, :, 0]))
    found += [np.array([bool((mine[name] != theirs[name]).any()) for mine, theirs in zip(one.terms, other.terms)])
              for name in one.terms[0] if name in other.terms[0]]
    first = np.flatnonzero(np.any([each[:week] for each in found], 0))
    return int(first[0]) + 1 if first.size else 0
