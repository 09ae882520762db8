"""School holidays, in which groups stay away and pupils are at home: by weeks of the calendar, as in the north in 2013.

The north of the country (Haarlem) had them from 16 February, 27 April, 19 October and 21 December, and in summer from
6 July to 18 August (rijksoverheid.nl, school holidays of 2012-2014).
"""

from datetime import date
from typing import Any

SHORT, SUMMER = (1, 8, 18, 43, 52), 28                           # weeks of the calendar; of the summer the first


def in_summer_holidays(day: date, weeks: Any = 6) -> Any:
    """Whether the week of a day lies in summer holidays of so many ``weeks``, a whole number or an array of them."""
    return (day.isocalendar().week >= SUMMER) & (day.isocalendar().week < SUMMER + weeks)


def in_school_holidays(day: date, summer: Any = 6) -> Any:
    """Whether the week of a day lies in any school holidays; those of ``summer`` last so many weeks."""
    return (day.isocalendar().week in SHORT) | in_summer_holidays(day, summer)
