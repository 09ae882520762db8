"""What stands still is worked out once; what hangs on another array is worked out again."""

import numpy as np

from simcore.week.kept import Kept


def test_work_is_done_again_when_and_only_when_an_array_is_another():
    kept, a, b, done = Kept(), np.ones(2), np.ones(2), []

    def work():
        done.append(1)
        return len(done)

    assert [kept.of("sum", [a, b], work) for _ in range(3)] == [1, 1, 1]
    assert kept.of("sum", [a, b.copy()], work) == 2                      # as large, but another
    assert kept.of("another name", [a, b], work) == 3
    assert kept.of("for good", (), work) == kept.of("for good", (), work) == 4
