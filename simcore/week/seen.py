"""What people last saw of an amount, and the jump from it at which they look again (docs/laws.md 2)."""

import numpy as np


class Seen:
    """An amount of any shape as people last saw it; ``jump`` is the share by which it has to be other to be seen anew,
    in a shape that goes with it."""

    def __init__(self, amount: np.ndarray, jump: np.ndarray):
        self.amount, self.jump = amount, jump

    def jumps(self, now: np.ndarray) -> np.ndarray:
        """Where an amount is so much other than it was last seen that it is seen anew."""
        found = np.abs(now - self.amount) > self.jump * np.abs(self.amount)
        self.amount = np.where(found, now, self.amount)
        return found

    def rises(self, now: np.ndarray) -> np.ndarray:
        """(R,) where one of some amounts (n, R) is so much dearer; what is cheaper nobody minds, and is seen at once."""
        found = (now > (1 + self.jump) * self.amount).any(0)
        self.amount = np.where(found, now, np.minimum(now, self.amount))
        return found
