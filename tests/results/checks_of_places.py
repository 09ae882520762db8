"""What must be true of places, benefit and work for each kind of event."""

import numpy as np

from simcore.neighbourhood.rows import NEVER

from .evidence import number_of, turned


def joins(e) -> bool:
    new = e.b.residents.placed[e.i] < 0 or not e.is_here(e.b)
    return new and e.is_here(e.a) and e.held(e.a) and e.v == {"age": e.age(e.a), "sort": e.works(e.a)} and e.kept


def learns(e) -> bool:
    if not (e.is_here(e.a) and e.held(e.a)):
        return False
    p = e.a.residents.placed[e.i]
    start, end, hours = (number_of(e, "learning", x) for x in (
        "productivity_at_start", "productivity_in_the_end", "hours_to_learn"))
    practised = e.a.workers.practised[p]
    before = e.b.workers.practised[p] if e.b.workers.resident[p] == e.i else 0.0
    pace = end - (end - start) * np.exp(-practised / hours)
    return (before < hours <= practised and e.kept
            and e.v == {"hours": int(practised), "pace": round(100 * pace), "start": round(100 * start)})


def finds_work_later(e) -> bool:
    return (e.is_here(e.b) and e.had_place() and e.b.residents.placed[e.i] < 0 and e.a.residents.exit_week[e.i] == e.t
            and e.v == {"weeks": e.t - e.b.residents.left_week[e.i]} and e.kept)


def work_lost(e) -> bool:
    found = e.b.residents.exit_week[e.i]
    return (e.is_here(e.b) and e.had_place() and not e.b.residents.benefit[e.i] and e.a.residents.benefit[e.i]
            and e.v == {"weeks": e.t - found} and found > NEVER and e.kept)


def searches(e) -> bool:
    sure = number_of(e, "recognition", "search_from")
    return (e.is_here(e.b) and e.is_here(e.a) and e.held(e.a) and e.held(e.b) and e.v == {} and e.kept
            and e.b.residents.confidence[e.i] < sure <= e.a.residents.confidence[e.i])


CHECKS = {
    "joins": joins, "learns": learns, "searches": searches,
    "slides_back": lambda e: e.at_staff() and not e.closed() and e.counts_agree() and e.complained_of(),
    "finds_work": lambda e: e.left() and e.a.residents.exit_week[e.i] == e.t,
    "leaves_benefit_and_team": lambda e: (e.left() and not e.a.residents.benefit[e.i]
                                          and e.a.residents.exit_week[e.i] != e.t),
    "sent_home": lambda e: e.at_staff() and e.closed(),
    "leaves": lambda e: e.at_staff() and not (e.closed() and e.all_sent()),
    "drops_out": lambda e: (e.at_staff() and not e.closed() and e.counts_agree() and not e.due()
                           and not (e.has("recognition") and e.complained_of())),
    "place_over": lambda e: e.at_staff() and not e.closed() and e.counts_agree() and e.due() == "place_over",
    "not_renewed": lambda e: e.at_staff() and not e.closed() and e.counts_agree() and e.due() == "not_renewed",
    "moves_from_team": lambda e: (e.is_here(e.b) and not e.is_here(e.a) and e.kept and e.held(e.b)
                                  and e.v == {"sort": e.works(e.b)}),
    "finds_work_later": finds_work_later, "work_lost": work_lost,
    "finds_work_elsewhere": lambda e: (
        e.is_here(e.b) and e.b.residents.placed[e.i] < 0 and e.v == {} and e.kept
        and e.a.residents.exit_week[e.i] == e.t and e.f.item == "neighbourhood.assistance"),
    "on_benefit": lambda e: turned(e, "neighbourhood.assistance", "benefit") and e.v == {},
    "benefit_ends": lambda e: (e.is_here(e.b) and e.is_here(e.a) and e.b.residents.benefit[e.i] and e.v == {} and e.kept
                               and not e.a.residents.benefit[e.i] and e.f.item == "neighbourhood.assistance"
                               and e.a.residents.exit_week[e.i] != e.t),
}  # fmt: skip
