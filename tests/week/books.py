"""A week of the books of what residents do together, as it would be after so much was done."""

BINGO = 0                          # gatherings stand in order of their ids: bingo, cafe, fair


def paid(lane, name):
    """(R,) cents over a stream in the week that is open."""
    return lane.ledger.of(name)


def booked(lane, came=0, done=0, opened=0):
    """Book a week in which so many came to bingo, so many cleanings were done, and the centre was open so long."""
    w, common = lane.world, lane.desk.common
    common.prepare(w, lane.base, 0)
    w.gatherings.came[:, BINGO], w.orders.done[:, 0], w.buildings.opened[:, 0] = came, done, opened
    common.book(w, lane.ledger, lane.terms, 0)
