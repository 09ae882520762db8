"""The market beside the enterprise: what households pay others, and what help and benefits cost the municipality."""

from typing import TYPE_CHECKING

import numpy as np

from simcore.behaviour.world import COMMERCIAL, ENTERPRISE, INFORMAL, WMO
from simcore.calendar import day_of
from simcore.ledger import cents
from simcore.plugin.nouns import Stream
from simcore.week.desk import dated

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
            Stream(name="benefits.tax", payer="municipality:benefits", payee="treasury", item="neighbourhood.assistance"),
            Stream(name="work.wages", payer="employers", payee="people at work", item="neighbourhood.labour"),
            Stream(name="work.tax", payer="employers", payee="treasury", item="neighbourhood.labour"),
            Stream(name="coach", payer="municipality:reintegration", payee="coaches", item="neighbourhood.assistance",
                   kind="kind")]


def market(lane: "Lane") -> None:
    """What households pay others, what the municipality pays for help and benefits."""
    w, n, R = lane.world, lane.numbers, len(lane.replications)
    minutes = minutes_by_way(lane)
    informal, commercial = (minutes[:, :, way] / 60 * w.rates[:, :, way] for way in (INFORMAL, COMMERCIAL))
    hired = w.hired_minutes.copy()
    minutes[:, :, WMO] -= hired                           # whom a holder hires is no home care: it counts as informal
    minutes[:, :, INFORMAL] += hired
    on, cost = w.on_benefit.copy(), n["neighbourhood.assistance.cost"]
    norm = dated(lane.spec.place, n, "assistance.norm_single", day_of(lane.start, lane.week))
    net = np.minimum(12 * norm, cost)
    wages = w.at_work * n["neighbourhood.labour.net_wage"] / 52
    tariff, budget = n["neighbourhood.wmo.tariff"], n["neighbourhood.wmo.budget_rate"]
    placed = (w.columns.workers.resident >= 0).sum(1) if lane.enterprise else np.zeros(R, np.int64)
    hours = lane.desk.guided_hours(w) if lane.enterprise else np.zeros(R)
    coach = hours * n["neighbourhood.assistance.coach_share"] * n["neighbourhood.assistance.coach_rate"]
    amounts = {
        "market.informal": informal.sum(1), "market.commercial": commercial.sum(1),
        "market.vat": (commercial - commercial / (1 + lane.needs["vat"])).sum(1),
        "wmo.care": minutes[:, :, WMO].sum(1) / 60 * tariff,
        "wmo.budget": hired.sum(1) / 60 * np.minimum(tariff, budget),
        "benefits": on * net / 52, "benefits.tax": on * (cost - net) / 52,
        "work.wages": wages, "work.tax": wages * n["neighbourhood.labour.wage_tax"], "coach": coach}  # fmt: skip
    for name, amount in zip(amounts, cents(list(amounts.values()))):
        lane.ledger.post(name, amount)
    lane.ledger.post("wmo.contribution", (w.contribution.sum(1) + 2) // 4)
    lane.series.record_week(lane.week, w, minutes, on, placed)


def minutes_by_way(lane: "Lane") -> np.ndarray:
    """(R, A, J) minutes delivered this week by each way; those of enterprises as served."""
    w = lane.world
    in_season = w.standing_minutes * (w.season * w.standing)[:, :, None]
    out = w.done_minutes + np.floor(in_season + 0.5).astype(np.int64)
    out[:, :, WMO] = w.standing_minutes[:, :, WMO]                # indicated hours know no season
    rows, needs = lane.layout.meets
    out[:, needs, ENTERPRISE] = w.columns.services.served[:, rows]
    return out
