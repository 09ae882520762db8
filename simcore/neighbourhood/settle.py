"""The same people lead another life in each replication: shares are drawn, marks say whom they fall on."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from simcore.neighbourhood.health import Health, health
from simcore.neighbourhood.people import SINGLE, People
from simcore.neighbourhood.renewal import Renewal, renewal
from simcore.neighbourhood.rows import HOUSEHOLD, NEVER, RESIDENT, copied, table

DRAWN = ("benefit_share", "share_far", "working_singles", "full_time", "limited_under_65", "limited_65plus",
         "severe_under_65", "severe_65plus", "eligible_share", "pgb_share", "helpers", "hours_without_job",
         "hours_with_job", "moves")


class Settled(NamedTuple):
    """The rows of R replications, and what their renewal needs."""

    households: np.recarray         # (R, H)
    residents: np.recarray          # (R, N)
    base_households: np.recarray    # (R, H) the same rows, kept as they were: newcomers are copies of them
    base_residents: np.recarray     # (R, N)
    health: Health
    renewal: Renewal

    def part(self, some: slice) -> "Settled":
        """Those of some replications, in the same memory."""
        rows = {name: getattr(self, name)[some] for name in self._fields[:4]}
        return Settled(**rows, health=self.health.part(some), renewal=self.renewal.part(some))

    def again(self) -> "Settled":
        """The same people as they were at the start, to live through another lane."""
        return self._replace(households=copied(self.base_households), residents=copied(self.base_residents))


def settle(people: People, numbers: Mapping[str, np.ndarray], replications: int) -> Settled:
    """Fill the rows of ``replications`` lives; ``numbers["people.<name>"]`` is (R,) for each name in DRAWN."""
    of = {name: np.broadcast_to(np.asarray(numbers[f"people.{name}"], float), replications) for name in DRAWN}
    homes, n = people.households, people.residents
    households, residents = table((replications, homes), HOUSEHOLD), table((replications, n), RESIDENT)
    body = health(people.age, of["limited_under_65"], of["limited_65plus"], of["severe_under_65"],
                  of["severe_65plus"])
    settle_residents(residents, people, of, body)
    settle_households(households, residents, people, of)
    return Settled(households, residents, copied(households), copied(residents), body, renewal(people, of["moves"]))


def count(share: np.ndarray, of: int) -> np.ndarray:
    """(R, 1) whole numbers: a share of so many."""
    return np.floor(share * of + 0.5)[:, None]


def settle_residents(residents: np.recarray, people: People, of: Mapping[str, np.ndarray], body: Health) -> None:
    """Ages, work, limitations and benefit of each resident."""
    age, home = people.age, people.household
    head = np.zeros(age.size, bool)
    head[people.first] = True
    residents.household, residents.age = home, age
    residents.adult, residents.working_age = age >= 18, (age >= 18) & (age < 65)
    limited = body.limited.at(age)
    residents.frailty = people.u_limited
    residents.limited = people.u_limited < limited
    residents.severe = people.u_limited < limited * body.severe.at(age)
    benefit = people.benefit_rank < count(of["benefit_share"], people.households)
    residents.benefit = benefit[:, home] & head
    residents.tracked = residents.benefit
    residents.near = (people.u_near < (1 - of["share_far"])[:, None]) & ((age >= 18) & (age < 65))
    singles = count(of["working_singles"], people.households)
    others = count(of["full_time"], int(((age >= 18) & (age < 65)).sum())) - singles
    single = (people.single_rank < singles) & ~benefit
    residents.full_time = np.where(head & (people.kind[home] == SINGLE), single[:, home],
                                   (people.job_rank < others) & ~benefit[:, home])
    residents.placed = -1
    for name in ("left_week", "exit_week"):
        residents[name] = NEVER


def settle_households(households: np.recarray, residents: np.recarray, people: People,
                      of: Mapping[str, np.ndarray]) -> None:
    """Income, health and standing of each household, its residents being known."""
    head_age = people.age[people.first]
    head = residents[:, people.first]
    benefit = head.benefit
    households.persons, households.first, households.tastes = people.size, people.first, np.arange(people.households)
    households.alone = people.size == 1
    households.old = head_age >= 65
    households.working_single = households.alone & head.full_time & head.working_age
    households.benefit = benefit
    households.income = np.where(benefit, people.norm, people.income)
    households.group = np.where(benefit, 0, people.group)
    households.limited = np.logical_or.reduceat(residents.limited, people.first, axis=1)
    households.severe = np.logical_or.reduceat(residents.severe, people.first, axis=1)
    willing = people.u_eligible < of["eligible_share"][:, None]
    households.eligible = willing & (households.severe | (households.limited & households.alone & households.old))
    households.pgb = people.u_pgb < of["pgb_share"][:, None]
    hours = np.where(head.full_time, of["hours_with_job"][:, None], of["hours_without_job"][:, None])
    helps = (people.u_help < of["helpers"][:, None]) & ~head.severe
    households.helps = np.where(helps, np.floor(60 * hours + 0.5), 0)
    households.helping = households.helps
    households.ill_until = NEVER
