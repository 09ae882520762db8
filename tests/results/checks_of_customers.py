"""What must be true of households and what they buy for each kind of event."""

import numpy as np

from simcore.behaviour.world import ENTERPRISE as BY_ENTERPRISE, WAYS

from .evidence import gone


def helped(e) -> bool:
    seen = set()
    for v in e.c.visits[:np.searchsorted(e.c.visits.week, e.t, side="right")]:
        home = (v.household, e.c.states[v.week + 1].households.generation[v.household])
        if home not in seen and len(seen) + 1 == e.v["n"]:
            return (home == (e.h, e.f.who.generation) and v.week == e.t and e.is_head(e.a)
                    and e.f.item == e.layout.services[v.service].id
                    and (e.f.cents, e.f.about) == (v.paid + v.covered, "visit"))
        seen.add(home)
    return False


def biggest(e) -> bool:
    most, mine = max(sum(cents for _, _, cents, _ in one) for one in e.c.homes.values()), e.home_visits()
    return (e.is_head(e.a) and most == e.f.cents == sum(cents for _, _, cents, _ in mine)
            and mine[-1][0] == e.t and e.v == {"n": len(mine)} and mine[0][1] == e.f.item and e.f.about == "total")


def first_visit(e) -> bool:
    mine = [visit for visit in e.home_visits() if visit[1] == e.f.item]
    return (bool(mine) and mine[0] == (e.t, e.f.item, e.f.cents, e.v["minutes"]) and e.is_head(e.a)
            and e.f.about == "visit")


def customer(e, is_first: bool) -> bool:
    return (e.is_head(e.a) and e.bought(e.a) and not (e.bought(e.b) and e.is_head(e.b))
            and (e.customers_before() == 0) >= is_first and e.v == {"minutes": e.a.bought[e.h, e.need()]}
            and (e.f.cents, e.f.about) == (e.price_a_week(), "a_week"))


def customer_ends(e, shut: bool) -> bool:
    if not (e.is_head(e.a) and e.is_head(e.b) and e.bought(e.b) and not e.bought(e.a) and e.kept):
        return False
    s = e.layout.service(e.f.item)
    return (e.v == {"way": WAYS[e.a.habit[e.h, e.need()]], "weeks": e.weeks_as_customer()}
            and (bool(e.b.services.open[s]) and not e.a.services.open[s]) == shut)


def ways_first(e) -> bool:
    state = e.a if e.f.who.generation else e.b
    needs = {need.id: a for a, need in enumerate(e.spec.place.needs.activities) if need.kind == "standing"}
    name = lambda j: WAYS[j] if j < BY_ENTERPRISE else "enterprise"  # noqa: E731
    return (e.is_head(state) and state.residents.arrived[e.i] == e.t and e.f.item == "neighbourhood.needs" and e.kept
            and e.v == {"ways": {need: name(state.habit[e.h, a]) for need, a in needs.items()}})


def way(e) -> bool:
    places = {need.id: a for a, need in enumerate(e.spec.place.needs.activities)}
    if not (e.is_head(e.a) and e.is_head(e.b) and e.f.item in places and e.kept):
        return False
    old, new = (state.habit[e.h, places[e.f.item]] for state in (e.b, e.a))
    return old != new and max(old, new) < BY_ENTERPRISE and e.v == {"way": WAYS[new], "old": WAYS[old]}


CHECKS = {
    "helped": helped, "biggest": biggest, "first_visit": first_visit,
    "first_customer": lambda e: customer(e, True),
    "customer": lambda e: customer(e, False),
    "customer_stops": lambda e: customer_ends(e, False),
    "customer_must_go": lambda e: customer_ends(e, True),
    "customer_moves": lambda e: gone(e) and e.is_head(e.b) and e.bought(e.b),
    "ways_first": ways_first, "way": way,
    "hears": lambda e: (e.is_head(e.a) and e.is_head(e.b) and e.f.item == "channels" and e.kept and e.v == {}
                        and not e.b.relations.aware[e.h, 0] and e.a.relations.aware[e.h, 0]),
}  # fmt: skip
