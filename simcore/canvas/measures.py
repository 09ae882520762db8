"""Quantities by the unit they must have, so that the engine may take a number for what it is."""

from typing import Annotated

from simcore.files import InUnit, Quantity, Share

__all__ = [
    "Euros", "EurosAFourWeeks", "EurosAMonth", "EurosAPersonYear", "EurosAYear", "EurosAnHour",
    "Factor", "Fading", "Hours", "HoursAClientWeek", "HoursAWeek", "HoursAYear", "HoursToLearn", "Households", "Income",
    "Logit", "LogitATie", "LogitAWeek", "LogitAnEuro", "Mark", "Minutes", "MinutesAJob", "MonthlyNorm", "OnTop", "Part",
    "PeopleASupervisor", "People", "PerThousand", "PerTie", "PerWeek", "PerYear", "PersonsAHousehold", "Places",
    "RelativeChange", "Share", "ShareAQuarter", "ShareAWeek", "ShareAYear", "SquareMetres", "SomeShare", "SomeWeeks",
    "Spread", "TeamHours", "Weeks", "WeeksAYear",
]  # fmt: skip

Euros = Annotated[Quantity, InUnit("EUR")]
EurosAnHour = Annotated[Quantity, InUnit("EUR/hour")]
EurosAFourWeeks = Annotated[Quantity, InUnit("EUR/4 weeks")]
EurosAMonth = Annotated[Quantity, InUnit("EUR/month")]
EurosAPersonYear = Annotated[Quantity, InUnit("EUR/person/year")]
EurosAYear = Annotated[Quantity, InUnit("EUR/year")]
Factor = Annotated[Quantity, InUnit("factor", least=0.1, most=10)]
Hours = Annotated[Quantity, InUnit("hours")]
HoursAWeek = Annotated[Quantity, InUnit("hours/week")]
HoursAClientWeek = Annotated[Quantity, InUnit("hours/client/week", most=168)]
HoursAYear = Annotated[Quantity, InUnit("hours/year")]
Households = Annotated[Quantity, InUnit("households", most=100)]
Logit = Annotated[Quantity, InUnit("logit", "score", least=-50, most=50)]
LogitAnEuro = Annotated[Quantity, InUnit("logit per EUR/hour", least=-50, most=50)]
LogitAWeek = Annotated[Quantity, InUnit("logit per week", least=-50, most=50)]
LogitATie = Annotated[Quantity, InUnit("logit per tie", least=-50, most=50)]
Minutes = Annotated[Quantity, InUnit("minutes/visit")]
People = Annotated[Quantity, InUnit("people")]
PerThousand = Annotated[Quantity, InUnit("per 1000", most=1000)]
PerTie = Annotated[Quantity, InUnit("per tie")]
PerWeek = Annotated[Quantity, InUnit("per week", most=1)]
PerYear = Annotated[Quantity, InUnit("per year", most=52)]
Places = Annotated[Quantity, InUnit("places")]
ShareAQuarter = Annotated[Quantity, InUnit("share/quarter")]
ShareAWeek = Annotated[Quantity, InUnit("share/week")]
SquareMetres = Annotated[Quantity, InUnit("m2")]
Weeks = Annotated[Quantity, InUnit("weeks")]

# What the model divides by, or takes a logarithm or power of: zero would be no answer at all.
Fading = Annotated[Quantity, InUnit("share/week", least=0.0001, most=0.99)]
HoursToLearn = Annotated[Quantity, InUnit("hours", least=1)]
Income = Annotated[Quantity, InUnit("EUR/year", least=1)]
MinutesAJob = Annotated[Quantity, InUnit("minutes/job", least=1)]
MonthlyNorm = Annotated[Quantity, InUnit("EUR/month", least=1)]
Part = Annotated[Quantity, InUnit("share", most=0.99)]                      # what is left must be something
PeopleASupervisor = Annotated[Quantity, InUnit("people/supervisor", least=0.1)]
PersonsAHousehold = Annotated[Quantity, InUnit("people", least=1, most=10)]
ShareAYear = Annotated[Quantity, InUnit("share/year", most=0.99)]           # all of them within a year would be at once
SomeShare = Annotated[Quantity, InUnit("share", least=0.01)]
SomeWeeks = Annotated[Quantity, InUnit("weeks", least=1)]
TeamHours = Annotated[Quantity, InUnit("hours/week", least=1)]
WeeksAYear = Annotated[Quantity, InUnit("weeks/year", least=1)]

# Plain numbers, each on a scale of its own.
Mark = Annotated[Quantity, InUnit("number", least=0, most=10)]
OnTop = Annotated[Quantity, InUnit("number", least=0, most=3)]
RelativeChange = Annotated[Quantity, InUnit("number", least=-1, most=3)]
Spread = Annotated[Quantity, InUnit("number", least=0, most=3)]
