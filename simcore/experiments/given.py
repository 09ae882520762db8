"""Which numbers a course can have a value of its own for: all but those that make the people of the district.

The people are made once, before any course begins, and are the same in all of them; a number that makes them can only
be another in a district of its own, which is a point of a sweep.
"""

import re

MAKES_PEOPLE = re.compile(r"neighbourhood\.people\.(residents|household_size|alone_75plus|income_spread|ties|"
                          r"(kinds|children|ages)\..+|(norm|aow|pension)(_.+)?)$")


def same_in_all(path: str) -> bool:
    """Whether a number is the same in all courses, as it makes their people."""
    return bool(MAKES_PEOPLE.match(path))
