"""What must be true of the world a week before and after each kind of event, or of the books: ``CHECKS``, by kind."""

from . import checks_of_books, checks_of_customers, checks_of_lives, checks_of_neighbours, checks_of_places
from .courses import WEEKS
from .evidence import Evidence

CHECKS = (checks_of_books.CHECKS | checks_of_places.CHECKS | checks_of_customers.CHECKS | checks_of_lives.CHECKS
          | checks_of_neighbours.CHECKS)


def holds(c, fact) -> bool:
    """Whether the evidence bears a fact out."""
    return 0 <= fact.week < WEEKS and bool(CHECKS[fact.kind](Evidence(c, fact)))
