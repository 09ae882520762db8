"""The market beside the enterprise: what households pay others, and what help and benefits cost the municipality."""

import math
from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.needs import BENEFIT
from simcore.behaviour.world import COMMERCIAL, ENTERPRISE, INFORMAL, WITHOUT, WMO
from simcore.compiled import short
from simcore.ledger import cents
from simcore.plugin.nouns import Stream

if TYPE_CHECKING:
    from simcore.week.lane import Lane


def neighbourhood_streams() -> list[Stream]:
    """Money that flows in the district whoever opens a shop there."""
    return [Stream(name="market.informal", payer="residents", payee="informal helpers", item="neighbourhood.needs"),
            Stream(name="market.commercial", payer="residents", payee="companies", item="neighbourhood.needs"),
            Stream(name="market.vat", payer="companies", payee="treasury", item="neighbourhood.needs"),
            Stream(name="wmo.care", payer="municipality:wmo", payee="care provider", item="neighbourhood.wmo"),
            Stream(name="wmo.budget", payer="municipality:wmo", payee="informal helpers", item="neighbourhood.wmo"),
            Stream(name="wmo.contribution", payer="residents", payee="municipality:wmo", item="neighbourhood.wmo"),
            Stream(name="benefits", payer="municipality:benefits", payee="people on benefit", item="neighbourhood.assistance"),
            Stream(name="lost benefits", payer="people on benefit", payee="municipality:benefits",
                   item="neighbourhood.assistance"),
            Stream(name="benefits.tax", payer="municipality:benefits", payee="treasury", item="neighbourhood.assistance"),
            Stream(name="work.wages", payer="employers", payee="people at work", item="neighbourhood.labour"),
            Stream(name="work.tax", payer="employers", payee="treasury", item="neighbourhood.labour"),
            Stream(name="coach", payer="municipality:reintegration", payee="coaches", item="neighbourhood.assistance",
                   kind="kind")]


class Market:
    """The money of the district beside the enterprise, in the replications of one lane."""

    def __init__(self, lane: "Lane"):
        n = lane.numbers
        self.lines = lane.ledger.lines(stream.name for stream in neighbourhood_streams())
        self.cost, self.net_wage, self.wage_tax = (n[f"neighbourhood.{path}"] for path in (
            "assistance.cost", "labour.net_wage", "labour.wage_tax"))
        self.coach_share, self.coach_rate = (n[f"neighbourhood.assistance.coach_{what}"] for what in ("share", "rate"))
        self.budget_rate = n["neighbourhood.wmo.budget_rate"]
        self.forms = any(need.when_undone or need.when_late for need in lane.spec.place.needs.activities)
        self.with_vat = 1 + lane.needs["vat"]
        self.meets = tuple(np.array(some, np.int64) for some in lane.layout.meets)
        self.counting = (lane.needs["of"] == BENEFIT) & ~lane.needs["standing"]

    def book(self, lane: "Lane") -> None:
        """What households pay others this week, what the municipality pays for help and benefits."""
        w, R = lane.world, len(lane.replications)
        minutes, lost = delivered(w, *self.meets, self.counting, lane.needs["undone"], lane.needs["late"])
        informal, commercial = (minutes[:, :, way] / 60 * w.rates[:, :, way] for way in (INFORMAL, COMMERCIAL))
        hired = w.hired_minutes
        minutes[:, :, WMO] -= hired                       # whom a holder hires is no home care: it counts as informal
        minutes[:, :, INFORMAL] += hired
        terms = lane.terms
        on, net = w.on_benefit, np.minimum(12 * terms["benefit.norm"], self.cost)
        tariff = terms["wmo.tariff"]
        lost = np.minimum(on, lost)
        wages = w.at_work * self.net_wage / 52
        placed = (w.columns.workers.resident >= 0).sum(1) if lane.enterprise else np.zeros(R, np.int64)
        hours = lane.desk.guided_hours(w) if lane.enterprise else np.zeros(R)
        contributions = (w.contributions + 2) // 4
        amounts = np.array((                              # in the order of neighbourhood_streams
            informal.sum(1), commercial.sum(1), (commercial - commercial / self.with_vat).sum(1),
            minutes[:, :, WMO].sum(1) / 60 * tariff,
            hired.sum(1) / 60 * np.minimum(tariff, self.budget_rate), contributions / 100,
            on * net / 52, lost * net / 52, on * (self.cost - net) / 52, wages, wages * self.wage_tax,
            hours * self.coach_share * self.coach_rate))
        lane.ledger.post_all(self.lines, cents(amounts).T)
        if self.forms:
            lane.series.record_more(lane.week, {"benefit weeks lost": cents(lost * 10)})       # in thousandths
        lane.series.record_week(lane.week, w, minutes, on, placed)


@short
def delivered(w, rows, needs, counting, undone, late):
    """(R, A, J) minutes delivered this week by each way, those of enterprises as served; and (R,) weeks of benefit that
    people on it lose, by what they did not send in, or have waiting still.

    Services ``rows`` meet ``needs``. Weeks lost are u x jobs left undone + v x jobs that wait (R, A), over the needs
    that ``counting`` (A,) says: those of who is on benefit (docs/laws.md 6a).
    """
    minutes, lost = np.zeros(w.done_minutes.shape, np.int64), np.zeros(w.done_minutes.shape[0])
    for r in range(minutes.shape[0]):
        for a in range(minutes.shape[1]):
            season = w.season[r, a] * w.standing[a]
            for way in range(minutes.shape[2]):
                in_season = np.int64(math.floor(w.standing_minutes[r, a, way] * season + 0.5))
                minutes[r, a, way] = w.done_minutes[r, a, way] + in_season
            minutes[r, a, WMO] = w.standing_minutes[r, a, WMO]                # indicated hours know no season
            if counting[a]:
                missed = undone[r, a] * w.done_minutes[r, a, WITHOUT] + late[r, a] * w.waiting[r, a]
                lost[r] += missed / max(w.job_minutes[r, a], 1)
        for i in range(rows.size):
            minutes[r, needs[i], ENTERPRISE] = w.services[r, rows[i]].served
    return minutes, lost
