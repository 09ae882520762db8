"""Quantities by the unit they must have, so that the engine may take a number for what it is."""

from typing import Annotated

from simcore.files import InUnit, Quantity, Share

__all__ = [
    "Euros", "EurosAFourWeeks", "EurosAMonth", "EurosAPersonYear", "EurosAYear", "EurosAnHour", "Factor", "Hours",
    "HoursAClientWeek", "HoursAWeek", "HoursAYear", "Logit", "LogitATie", "LogitAWeek", "LogitAnEuro", "Minutes",
    "MinutesAJob", "Number", "PerThousand", "PerTie", "PerWeek", "PerYear", "Places", "PeopleASupervisor", "People",
    "Share", "ShareAQuarter", "ShareAWeek", "ShareAYear", "SquareMetres", "Weeks", "WeeksAYear",
]  # fmt: skip

Euros = Annotated[Quantity, InUnit("EUR")]
EurosAnHour = Annotated[Quantity, InUnit("EUR/hour")]
EurosAFourWeeks = Annotated[Quantity, InUnit("EUR/4 weeks")]
EurosAMonth = Annotated[Quantity, InUnit("EUR/month")]
EurosAYear = Annotated[Quantity, InUnit("EUR/year")]
EurosAPersonYear = Annotated[Quantity, InUnit("EUR/person/year")]
Factor = Annotated[Quantity, InUnit("factor")]
Hours = Annotated[Quantity, InUnit("hours")]
HoursAWeek = Annotated[Quantity, InUnit("hours/week")]
HoursAClientWeek = Annotated[Quantity, InUnit("hours/client/week")]
HoursAYear = Annotated[Quantity, InUnit("hours/year")]
Logit = Annotated[Quantity, InUnit("logit")]
LogitAnEuro = Annotated[Quantity, InUnit("logit per EUR/hour")]
LogitAWeek = Annotated[Quantity, InUnit("logit per week")]
LogitATie = Annotated[Quantity, InUnit("logit per tie")]
Minutes = Annotated[Quantity, InUnit("minutes/visit")]
MinutesAJob = Annotated[Quantity, InUnit("minutes/job")]
Number = Annotated[Quantity, InUnit("number")]
People = Annotated[Quantity, InUnit("people")]
PeopleASupervisor = Annotated[Quantity, InUnit("people/supervisor")]
PerThousand = Annotated[Quantity, InUnit("per 1000")]
PerTie = Annotated[Quantity, InUnit("per tie")]
PerWeek = Annotated[Quantity, InUnit("per week")]
PerYear = Annotated[Quantity, InUnit("per year")]
Places = Annotated[Quantity, InUnit("places")]
ShareAYear = Annotated[Quantity, InUnit("share/year")]
ShareAQuarter = Annotated[Quantity, InUnit("share/quarter")]
ShareAWeek = Annotated[Quantity, InUnit("share/week")]
SquareMetres = Annotated[Quantity, InUnit("m2")]
Weeks = Annotated[Quantity, InUnit("weeks")]
WeeksAYear = Annotated[Quantity, InUnit("weeks/year")]
