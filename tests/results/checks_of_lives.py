"""What must be true of people and of ties between them for each kind of event."""

from dataclasses import replace

from .evidence import Evidence, gone, turned


def came_to_know(e) -> bool:
    """Two who live here have a tie now, and had none last week."""
    one, two = e.f.who, e.f.other
    if two is None or not all(Evidence(e.c, replace(e.f, who=x)).is_here(e.a) for x in (one, two)):
        return False
    known, fresh = (bool(((state.bond_other[one.number] == two.number) & (state.bond_until[one.number] > e.t)).any())
                    for state in (e.b, e.a))
    return fresh and not known


def tie_visit(e) -> bool:
    if not came_to_know(e):
        return False
    one, two = e.f.who, e.f.other
    at_home = {(int(v.worker), int(v.household)) for v in e.c.visits[e.c.visits.week == e.t]}
    came = any((int(state.residents.placed[guest.number]), host.household) in at_home and host.place == 0
               for host, guest in ((one, two), (two, one)) for state in (e.b, e.a))
    company = [s.id for s in e.layout.services if s.company]
    return came and [e.f.item] == company and e.v == {} and e.kept


def tie(e) -> bool:
    """Came to know each other this week, not on a visit."""
    return came_to_know(e) and e.f.item == "neighbourhood.ties" and e.v == {} and e.kept


def portrait(e) -> bool:
    r, i = e.a.residents if e.v["came"] else e.b.residents, e.i
    state = e.a if e.v["came"] else e.b
    age = e.age(state)
    situation = ("benefit" if r.benefit[i] else "job" if r.full_time[i] else "child" if not r.adult[i] else
                 "old" if age >= 65 else "other")
    return (e.is_here(state) and r.arrived[i] == e.t and e.v["came"] == (e.f.who.generation > 0) and e.kept
            and e.f.item == "neighbourhood" and e.v["persons"] == e.a.households.persons[e.h]
            and (e.v["age"], e.v["situation"]) == (age, situation))


CHECKS = {
    "tie": tie, "tie_visit": tie_visit, "portrait": portrait,
    "limited": lambda e: turned(e, "neighbourhood.people", "limited") and e.v == {"age": e.age(e.a)},
    "retires": lambda e: (turned(e, "neighbourhood.people", "old", "households") and e.f.who.place == 0 and e.v == {}),
    "moves_out": lambda e: gone(e) and e.f.item == "neighbourhood" and e.b.residents.placed[e.i] < 0,
}  # fmt: skip
