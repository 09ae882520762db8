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


STREAMS = len(neighbourhood_streams())


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
        w, terms = lane.world, lane.terms
        minutes, euros, paid, coached, lost, placed = flow(
            w, *self.meets, self.counting, lane.needs["undone"], lane.needs["late"], self.with_vat, terms["wmo.tariff"],
            self.budget_rate, terms["benefit.norm"], self.cost, self.net_wage, self.wage_tax)
        euros[:, :3], euros[:, -1] = paid.sum(2), coached.sum(1) * self.coach_share * self.coach_rate
        lane.ledger.post_all(self.lines, cents(euros))
        if self.forms:
            lane.series.record_more(lane.week, {"benefit weeks lost": cents(lost * 10)})       # in thousandths
        lane.series.record_week(lane.week, w, minutes, w.on_benefit, placed)


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


@short
def flow(w, rows, needs, counting, undone, late, with_vat, tariff, budget_rate, norm, cost, net_wage, wage_tax):
    """What flows in a week: (R, A, J) minutes delivered by each way, whom a holder hires as informal help; (R, 12) EUR over
    the streams of the neighbourhood in their order, but for what is still to be added up: (R, 3, A) EUR paid to informal
    helpers and to companies, and VAT in it; (R, W) hours coached. Then (R,) weeks of benefit lost, and places held.

    ``with_vat`` (R, A) is 1 + VAT, ``norm`` EUR a month, ``cost`` and ``net_wage`` EUR a year, the rates EUR an hour (R,);
    for the rest see ``delivered``. Numpy adds up more exactly than a loop does.
    """
    minutes, lost = delivered(w, rows, needs, counting, undone, late)
    out, placed = np.zeros((minutes.shape[0], STREAMS)), np.zeros(minutes.shape[0], np.int64)
    paid, coached = np.zeros((minutes.shape[0], 3, minutes.shape[1])), np.zeros(w.workers.shape)
    for r in range(minutes.shape[0]):
        helped, hired = 0, 0
        for a in range(minutes.shape[1]):
            commercial = minutes[r, a, COMMERCIAL] / 60 * w.rates[r, a, COMMERCIAL]
            paid[r, 0, a] = minutes[r, a, INFORMAL] / 60 * w.rates[r, a, INFORMAL]
            paid[r, 1, a], paid[r, 2, a] = commercial, commercial - commercial / with_vat[r, a]
            minutes[r, a, WMO] -= w.hired_minutes[r, a]            # no home care: it counts as informal
            minutes[r, a, INFORMAL] += w.hired_minutes[r, a]
            helped += minutes[r, a, WMO]
            hired += w.hired_minutes[r, a]
        for p in range(w.workers.shape[1]):
            worker = w.workers[r, p]
            if worker.resident >= 0:
                placed[r] += 1
                coached[r, p] = worker.present * w.teams[r, worker.team].minutes / 60
        on, net = w.on_benefit[r], min(12 * norm[r], cost[r])
        lost[r] = min(float(on), lost[r])
        wages = w.at_work[r] * net_wage[r] / 52
        out[r, 3], out[r, 4] = helped / 60 * tariff[r], hired / 60 * min(tariff[r], budget_rate[r])
        out[r, 5] = (w.contributions[r] + 2) // 4 / 100
        out[r, 6], out[r, 7], out[r, 8] = on * net / 52, lost[r] * net / 52, on * (cost[r] - net) / 52
        out[r, 9], out[r, 10] = wages, wages * wage_tax[r]
    return minutes, out, paid, coached, lost, placed
