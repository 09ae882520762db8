"""What must be true of the books, the counts and the decisions of the enterprise for each kind of event."""

import numpy as np

from simcore.behaviour.world import COUNT
from simcore.week.series import SERVICE_FIELDS

from .courses import WEEKS


def stops(e) -> bool:
    if not e.happened("stops"):
        return False
    began = [week for week, kind, item in e.c.events if (kind, item) == ("begins", e.f.item) and week < e.t]
    since = max([0, e.t + 1 - e.weeks("simwijk.stop.window"), *(week + 1 for week in began)])
    margin = e.c.lane.decisions.margin[:, 0, e.layout.service(e.f.item)]
    return (e.alive() and e.v == {"weeks": e.t + 1 - since} and e.f.about == "short"
            and e.f.cents == round(100 * (margin[since] - margin[e.t + 1])) >= 0)


def begins(e) -> bool:
    span = min(e.t + 1, e.weeks("simwijk.start_on_request.period"))
    return (e.happened("begins") and e.v == {"n": e.service("asked")[e.t + 1 - span:e.t + 1].sum(), "weeks": span}
            and (e.f.cents, e.f.about) == (e.stream(f"begin.{e.f.item}")[e.t], "start"))


def note(e) -> bool:
    text = (e.c.folder / "events.csv").read_text(encoding="utf-8")
    return e.happened("note") and e.kept and f"{e.f.item},{e.v['dutch']},{e.v['english']}" in text


def renews(e) -> bool:
    path = f"key_partnerships.{e.f.item}.term"
    term = e.weeks(path) if path in e.c.outcome.numbers else 0
    only_orders = f"key_partnerships.{e.f.item}.share" not in e.c.outcome.numbers
    since = int(np.flatnonzero(e.ordered())[0]) if only_orders and e.ordered().any() else 0
    return (term > 0 and (e.t + 1 - since) % term == 0 and e.t > since and e.alive()
            and (e.f.cents, e.f.about) == (e.given(), "given") and e.given() > 0
            and not any((kind, item) == ("withdraws", e.f.item) and week <= e.t for week, kind, item in e.c.events))


def gives_less(e) -> bool:
    year = e.t - 51
    if (e.t + 1) % 52 or e.v["of"] not in [cost.id for cost in e.spec.canvas.costs]:
        return False
    first, last = (e.share(slice(week, week + 13), e.v["of"]) for week in (year, e.t - 12))
    return (last < first and e.v == {"of": e.v["of"], "before": round(100 * first), "share": round(100 * last)}
            and e.f.cents == e.stream(f"in kind.{e.v['of']}.{e.f.item}")[year:e.t + 1].sum()
            and e.f.about == "kind_year")


def year(e) -> bool:
    weeks = slice(e.t - 51, e.t + 1)
    served = e.lane.series["services"][weeks, 0, :, SERVICE_FIELDS.index("served")].sum()
    return (e.f.item == "enterprise:cash" and (e.t + 1) % 52 == 0
            and e.v == {"n": (e.t + 1) // 52, "hours": served // 60}
            and (e.f.cents, e.f.about) == (e.lane.series["result"][weeks, 0].sum(), "result_year"))


def first(e, there, values, about) -> bool:
    return (e.f.item == "enterprise:cash" and there[e.t] and not there[:e.t].any() and e.v == {}
            and (e.f.cents, e.f.about) == (values[e.t], about))


def team(e, begins: bool) -> bool:
    t = next((t for t, one in enumerate(e.layout.teams) if one.id == e.f.item), -1)
    return (t >= 0 and e.v == {} and e.kept and bool(e.a.teams.together[t]) == begins
            and bool(e.b.teams.together[t]) != begins)


def order_begins(e) -> bool:
    owed = e.ordered()
    return (0 <= e.t < WEEKS and owed[e.t] > 0 and not owed[:e.t].any() and e.v == {"of": "vp-porticoes"}
            and (e.f.cents, e.f.about) == (owed[e.t], "order"))


def order_ends(e) -> bool:
    owed = e.ordered()
    return (e.happened("withdraws") and owed[:e.t + 1].any() and not owed[e.t + 1:].any()
            and e.v == {"of": "vp-porticoes"} and (e.f.cents, e.f.about) == (owed.sum(), "orders"))


def desk_year(e) -> bool:
    weeks = slice(max(0, e.t - 51), e.t + 1)
    return (e.f.item == "vp-desk" and (e.t + 1) % 52 == 0 and e.kept
            and e.v == {"n": int(e.service("visits")[weeks].sum()), "year": (e.t + 1) // 52})


CHECKS = {
    "fails": lambda e: (e.happened("fails") and e.v == {"weeks": e.weeks("simwijk.insolvent_after")}
                        and e.f.about == "cash" and e.f.cents == e.lane.series["cash"][e.t, 0] < 0
                        and (e.lane.series["cash"][e.t + 1 - e.v["weeks"]:e.t + 1, 0] < 0).all()),
    "barred": lambda e: e.happened("barred") and e.alive() and e.v == {} and e.kept,
    "grows": lambda e: (e.happened("grows") and e.v == {}
                        and (e.f.cents, e.f.about) == (e.stream("growth")[e.t], "growth")),
    "places_close": lambda e: (e.v == {"n": e.lane.series["counts"][e.t, 0, COUNT["closed_places"]]} and e.v["n"] > 0
                               and e.f.item == "key_resources" and e.kept),
    "stops": stops, "begins": begins, "note": note, "renews": renews, "gives_less": gives_less, "year": year,
    "withdraws": lambda e: (e.happened("withdraws") and e.alive() and e.v == {}
                            and (e.f.cents, e.f.about) == ((e.given(), "given") if e.given() else (None, ""))),
    "suspended": lambda e: (e.opened(1, 0) and e.alive() and e.v == {} and not any(
        item == e.f.item and kind == "stops" and week < e.t for week, kind, item in e.c.events)),
    "resumes": lambda e: e.opened(0, 1) and e.v == {} and (e.t - 1, "begins", e.f.item) not in e.c.events,
    "closed": lambda e: e.opened(1, 0) and e.alive() and e.v == {"n": e.service("customers")[e.t - 1]},
    "first_profit": lambda e: first(e, e.lane.series["result"][:, 0] > 0, e.lane.series["result"][:, 0], "result"),
    "below_zero": lambda e: first(e, e.lane.series["cash"][:, 0] < 0, e.lane.series["cash"][:, 0], "cash"),
    "order_begins": order_begins, "order_ends": order_ends, "desk_year": desk_year,
    "team_begins": lambda e: team(e, True),
    "team_stops": lambda e: team(e, False),
}  # fmt: skip
