"""Builds the world of one lane: the settled people, their constants of choice, and the enterprise if there is one."""

import numpy as np

from simcore.behaviour.assistance import near_exit_rate, near_share_of_inflow
from simcore.behaviour.awareness import WHO
from simcore.behaviour.needs import OF
from simcore.behaviour.ties import SLOTS
from simcore.behaviour.world import (COMMERCIAL, COUNTS, CUSTOMERS, ENTERPRISE, ENTERPRISES, GATHERINGS, INFORMAL,
                                     NEIGHBOUR, NOBODY, NOTHING, PARAMETERS, PAYMENTS, RELATIONS, REQUESTS, SERVICES,
                                     TEAMS, WITHOUT, WORKERS, World)
from simcore.canvas import Canvas, Place
from simcore.luck import GUMBEL, key, uniforms
from simcore.neighbourhood.people import People
from simcore.neighbourhood.rows import NEVER, table
from simcore.neighbourhood.settle import Settled
from simcore.neighbourhood.ties import closest, counting_on
from simcore.plugin.names import spoken_to
from simcore.week.commons_build import tables_of
from simcore.week.layout import Layout
from simcore.week.numbers import Numbers, whole

NEVER_SURE = 2.0                # a confidence that nobody has
MOST_TOLD = 1 << 16             # households of which a tape can say to whom occasions come
ROOM = 4000                     # requests, and customers of services, that a lane has room for per replication


def tastes_of(people: People, activities: list[str], enterprises: int, seed: int) -> np.ndarray:
    """(A, H, J) lasting tastes, Gumbel; drawn by name of the need and number of the way, not by place."""
    ways = ENTERPRISE + max(enterprises, 1)
    out = np.zeros((len(activities), people.households, -(-ways // 8) * 8), np.uint16)    # within one line of memory
    for a, activity in enumerate(activities):
        for block in range(0, ways, 4):
            u = uniforms(key(seed, "taste", activity, block), people.households)
            for j in range(block, min(block + 4, ways)):
                out[a, :, j] = (u[:, j - block] * GUMBEL.size).astype(np.uint16)
    return out


def needs_of(place: Place, numbers: Numbers) -> dict[str, np.ndarray]:
    """The needs as arrays: amounts, prices, observed shares, seasons."""
    needs = place.needs.activities
    R, A = len(numbers.replications), len(needs)
    of = {path: numbers[f"neighbourhood.needs.activities.{path}"] for need in needs for path in
          [f"{need.id}.{leaf}" for leaf in ("amount", "season", "prices.informal", "prices.commercial",
                                            "prices.vat", "shares.without", "shares.neighbour", "shares.informal",
                                            "shares.commercial")]}
    amount, season = np.empty((R, A)), np.empty((R, A))
    rates, observed = np.zeros((R, A, ENTERPRISE)), np.zeros((R, A, ENTERPRISE))
    minutes, vat = np.zeros((R, A), np.int64), np.empty((R, A))
    undone, late = np.zeros((R, A)), np.zeros((R, A))
    for a, need in enumerate(needs):
        vat[:, a] = of[f"{need.id}.prices.vat"]
        amount[:, a] = of[f"{need.id}.amount"] / (1 if need.kind == "standing" else 52)
        season[:, a] = of[f"{need.id}.season"]
        undone[:, a], late[:, a] = (numbers.get(f"neighbourhood.needs.activities.{need.id}.{leaf}", 0.0)
                                    for leaf in ("when_undone", "when_late"))
        if need.minutes is not None:
            minutes[:, a] = whole(numbers[f"neighbourhood.needs.activities.{need.id}.minutes"])
        rates[:, a, INFORMAL] = of[f"{need.id}.prices.informal"]
        rates[:, a, COMMERCIAL] = of[f"{need.id}.prices.commercial"]
        for way, name in ((WITHOUT, "without"), (NEIGHBOUR, "neighbour"), (INFORMAL, "informal"),
                          (COMMERCIAL, "commercial")):
            observed[:, a, way] = of[f"{need.id}.shares.{name}"]
    return {"amount": amount, "amplitude": season, "rates": rates, "observed": observed, "minutes": minutes, "vat": vat,
            "undone": undone, "late": late,
            "standing": np.array([need.kind == "standing" for need in needs]),
            "of": np.array([OF.index(need.of) for need in needs], np.int64),
            "helped": np.array([need.wmo for need in needs]),
            "peak": np.array([need.peak_week for need in needs])}


def parameters_of(numbers: Numbers) -> np.recarray:
    """(R,) PARAMETERS: the numbers that acts read, in the units acts use."""
    n = numbers.under("neighbourhood")
    out = table(len(numbers.replications), PARAMETERS)
    for name in ("price", "habit", "taste", "trust", "waiting", "self_when_limited", "budget", "trust_floor"):
        out[name] = n[f"choice.{name}"]
    out.least_minutes = whole(60 * n["choice.least_hours"])
    out.when_limited, out.illness_weeks = n["needs.when_limited"], whole(n["needs.illness_weeks"])
    out.wmo_minutes = whole(60 * n["wmo.hours"])
    out.contribution_rate, out.tariff = n["wmo.contribution_rate"], n["wmo.tariff"]
    far, share_far = n["assistance.exit_far"], n["people.share_far"]
    near = np.clip(near_exit_rate(n["assistance.exit_all"], far, share_far), far, 0.95)
    far, near = -np.log1p(-far), -np.log1p(-near)             # yearly shares to hazards
    out.exit_far, out.exit_near = far, near
    out.other_outflow = -np.log1p(-n["assistance.other_outflow"])
    out.lock_in, out.afterwards = n["assistance.lock_in"], n["assistance.afterwards"]
    out.exit_bound = np.maximum(near, far) * (1 + np.maximum(0, out.afterwards)) * (1 + np.maximum(0, out.lock_in))
    back = n["assistance.returns"]                            # who comes back stays what he was: far from work or near
    out.back = -np.log1p(-back)
    out.exit_bound = np.maximum(out.exit_bound, out.back)
    out.near_inflow = near_share_of_inflow(share_far, far * (1 - back), near * (1 - back), out.other_outflow)
    out.norm_factor = 1.0
    out.eligible_share, out.contact, out.fade = n["people.eligible_share"], n["ties.contact"], n["ties.fade"]
    return out


def path_of(canvas: Canvas, block: str, part: str) -> str:
    """The path to this part of the first note of a block that has it, or nothing."""
    return next((f"{block}.{note.id}.{part}" for note in getattr(canvas, block)
                 if note.sim and getattr(note.sim, part) is not None), "")


def enterprise_of(canvas: Canvas, numbers: Numbers, layout: Layout) -> np.recarray:
    """(R, 1) ENTERPRISES: how people take to it and how its people learn; zero where the canvas says nothing."""
    out = table((len(numbers.replications), 1), ENTERPRISES)

    def fill(path, **names):
        for field, leaf in names.items() if path else ():
            out[field][:, 0] = numbers[f"{path}.{leaf}"]

    fill(path_of(canvas, "customer_relationships", "bond"), appeal="appeal", likeness="likeness",
         first_trust="trust_at_first", pace="trust_pace", new_face="new_face")
    for field, leaf in (("outside", "outside"), ("mouth", "word_of_mouth"), ("bad_word", "bad_word")):
        for channel in canvas.channels:
            if channel.sim and getattr(channel.sim, leaf) is not None:
                out[field][:, 0] += numbers[f"channels.{channel.id}.{leaf}"]
    fill(path_of(canvas, "key_activities", "recruiting"), join="join", drop_out="drop_out")
    fill(path_of(canvas, "key_activities", "learning"), start_skill="productivity_at_start",
         end_skill="productivity_in_the_end", hours_to_learn="hours_to_learn", travel="travel", noise="quality_noise",
         first_confidence="confidence_at_start", gain="confidence_gain", loss="confidence_loss")
    out.end_skill = np.maximum(out.start_skill, out.end_skill)
    out.drop_out = 1 - (1 - out.drop_out) ** (1 / 52)
    fill(path_of(canvas, "key_activities", "waiting"), leave="leave")
    out.search_from, out.gives_up = NEVER_SURE, 0.0
    fill(path_of(canvas, "key_activities", "recognition"), search_from="search_from", gives_up="gives_up_below")
    out.coffee_service = NOBODY
    for s, service in enumerate(layout.services):
        if service.company:
            out.coffee_service[:, 0] = s
            out.coffee_minutes[:, 0] = whole(numbers[f"value_propositions.{service.id}.company.minutes"])
    out.alive = True
    return out


def teams_of(canvas: Canvas, numbers: Numbers, layout: Layout, seed: int) -> tuple[np.recarray, np.recarray]:
    """(R, T) TEAMS and (R, W) WORKERS; a replication may have fewer places than the lane has rows."""
    R = len(numbers.replications)
    if not layout.teams:
        return table((R, 0), TEAMS), table((R, 0), WORKERS)
    places = [np.maximum(1, whole(numbers[f"key_resources.{team.id}.team.places"])) for team in layout.teams]
    teams = table((R, len(layout.teams)), TEAMS)
    ends = np.cumsum(np.stack(places, 1), 1)
    workers = table((R, int(ends[:, -1].max())), WORKERS)
    workers.resident, workers.team = NOBODY, len(layout.teams) - 1
    number = np.arange(workers.shape[1])
    if learning := path_of(canvas, "key_activities", "learning"):
        teams.present = (numbers[f"{learning}.attendance"] * numbers[f"{learning}.weeks_a_year"] / 52)[:, None]
    for t, team in enumerate(layout.teams):
        first = ends[:, t] - places[t]                             # a place has the same number in any chunk
        teams.contract[:, t], teams.places[:, t], teams.first[:, t] = team.contract, places[t], first
        teams.luck[:, t] = int(key(team.id)) % 4_000_000 * 1000    # its places count their luck from here, by name
        teams.minutes[:, t] = 60 * numbers[f"key_resources.{team.id}.team.hours"]
        teams.together[:, t] = not team.trade
        if team.trade:
            trade_of(teams, t, team.id, canvas, numbers, seed)
        workers.team[(number >= first[:, None]) & (number < ends[:, t, None])] = t
    return teams, workers


def trade_of(teams: np.recarray, t: int, id: str, canvas: Canvas, numbers: Numbers, seed: int) -> None:
    """Fill in what team t asks of its people: a full team always begins, and goes on with as many as it began with."""
    skill = next(one.sim.team.trade.skill for one in canvas.key_resources if one.id == id)
    path = f"key_resources.{id}.team.trade"
    teams.skill[:, t] = int(key(seed, "skill", skill)) >> 1 | 1    # a key above zero; a person's luck is by its name
    teams.can[:, t], teams.likes[:, t] = numbers[f"{path}.can"], numbers[f"{path}.likes"]
    teams.least[:, t] = np.minimum(np.maximum(1, whole(numbers[f"{path}.least"])), teams.places[:, t])
    teams.keep[:, t] = np.minimum(np.maximum(1, whole(numbers[f"{path}.keep"])), teams.least[:, t])


def gatherings_of(numbers: Numbers, layout: Layout) -> np.recarray:
    """(R, G) GATHERINGS: what each asks and does; whether it is due is said each week (see together.py)."""
    out = table((len(numbers.replications), len(layout.gatherings)), GATHERINGS)
    for g, plan in enumerate(layout.gatherings):
        path = f"key_activities.{plan.id}.gathering"
        out.members[:, g] = plan.members
        out.luck[:, g] = int(key(plan.id)) % 60_000 * 65_536       # its people count their luck from here, by name
        out.contacts[:, g] = whole(numbers[f"{path}.contacts"])
        for name, leaf in (("late", "late"), ("minutes", "hours")):
            out[name][:, g] = whole(60 * numbers.get(f"{path}.{leaf}", np.zeros(out.shape[0])))
        for name in ("helpers", "least"):
            out[name][:, g] = whole(numbers.get(f"{path}.{name}", np.zeros(out.shape[0])))
        for name in ("regulars", "recruits"):
            out[name][:, g] = numbers.get(f"{path}.{name}", 0.0)
        out.goals[:, g], out.goal[:, g] = plan.sim.goals, plan.goal
    return out


def services_of(numbers: Numbers, layout: Layout, R: int) -> np.recarray:
    """(R, S) SERVICES; prices are filled from the terms of each week."""
    out = table((R, len(layout.services)), SERVICES)
    out.opening = -1                                                # open whenever there are hours
    for s, service in enumerate(layout.services):
        out.activity[:, s], out.team[:, s], out.per_job[:, s] = service.activity, service.team, service.per_job
        out.at_home[:, s] = service.at_home
        path = f"value_propositions.{service.id}.opening"
        if f"{path}.hours" in numbers:
            out.opening[:, s], out.seats[:, s] = whole(60 * numbers[f"{path}.hours"]), whole(numbers[f"{path}.seats"])
        out.open[:, s], out.on_request[:, s] = not service.on_request, service.on_request
    return out


def reach_of(canvas: Canvas | None, R: int, E: int) -> np.ndarray:
    """(R, E, kinds of household): 1 for whom the channels that carry awareness from outside speak to."""
    out = np.zeros((R, E, len(WHO)))
    if E:
        out[:, 0, [WHO.index(kind) for kind in spoken_to(canvas)]] = 1.0
    return out


def world_of(place: Place, people: People, settled: Settled, numbers: Numbers, seed: int, layout: Layout,
             canvas: Canvas | None, covers: int, written: int | None, tape: int) -> World:
    """The world of one lane in its first week, without fitted constants and first arrangements (see fit.py)."""
    R, H, N = len(numbers.replications), people.households, people.residents
    needs = needs_of(place, numbers)
    A, E, S = len(place.needs.activities), layout.enterprises, len(layout.services)
    J = ENTERPRISE + max(E, 1)
    teams, workers = teams_of(canvas, numbers, layout, seed) if E else (table((R, 0), TEAMS), table((R, 0), WORKERS))
    relations = table((R, H, E), RELATIONS)
    relations.face = NOBODY
    service_of = np.full((E, A), -1, np.int64)
    for s, service in enumerate(layout.services):
        if service.activity >= 0:
            service_of[0, service.activity] = s
    names = [need.id for need in place.needs.activities]
    ints = lambda *shape: np.zeros(shape, np.int64)  # noqa: E731
    slots = SLOTS if E else 0
    friend = closest(people.tie_start, people.tie_to)
    counting_start, counting = counting_on(friend)
    settled.households.friend_helps = np.where(friend >= 0, settled.households.helps[:, friend], -1)
    room, most = ROOM if E else 1, 4 * H + 400         # of requests; of occasions of one kind in a week
    return World(
        # people, as they are and as they began
        households=settled.households, residents=settled.residents,
        base_households=settled.base_households, base_residents=settled.base_residents,
        joined_in=np.full((R, N), NEVER, np.int32), on_benefit=settled.residents.benefit.sum(1), at_work=ints(R),
        norm=people.norm, wage_income=people.income, wage_group=people.group,
        pension_income=people.pension_income, pension_group=people.pension_group,
        limited_at=settled.health.limited_at, severe_at=settled.health.severe_at, help_mark=people.u_eligible,
        entry=np.zeros((R, 3)), lately=np.zeros((R, 3)),
        # whom they know, and on whom they count
        tie_start=people.tie_start, tie_to=people.tie_to, friend=friend.astype(np.int32),
        counting_start=counting_start, counting=counting,
        bond_other=np.full((R, N, slots), -1, np.int32), bond_until=np.full((R, N, slots), NEVER, np.int32),
        # who moves in where
        slot=settled.renewal.slot, stage=settled.renewal.stage, leave_rate=settled.renewal.leave_rate,
        leaving=np.zeros((R, H)), donor_start=settled.renewal.donor_start, donors=settled.renewal.donors,
        donor_cumulative=settled.renewal.donor_cumulative,
        # needs, and what a choice goes by
        numbers=parameters_of(numbers), standing=needs["standing"], of=needs["of"], helped=needs["helped"],
        amount=needs["amount"], job_minutes=needs["minutes"], season=np.ones((R, A)), rates=needs["rates"],
        liked=np.zeros((R, A)), worth=np.zeros((R, A, 3, J)), tastes=tastes_of(people, names, E, seed),
        likeness=likeness_of(people, E, seed),
        # arrangements, and what the district counts of them
        habit=np.full((R, H, A), NOTHING, np.int8), bought=np.zeros((R, H, A), np.int16),
        contribution=ints(R, H), contributions=ints(R), standing_minutes=ints(R, A, J), hired_minutes=ints(R, A),
        needed_minutes=ints(R, A), done_minutes=ints(R, A, J), asked_minutes=ints(R, A), waiting=ints(R, A),
        counts=ints(R, len(COUNTS)),
        # the enterprise
        enterprises=enterprise_of(canvas, numbers, layout) if E else table((R, 0), ENTERPRISES),
        services=services_of(numbers, layout, R), teams=teams, workers=workers, relations=relations,
        gatherings=gatherings_of(numbers, layout), service_of=service_of, reach=reach_of(canvas, R, E),
        helped_households=np.full((R, H), NEVER, np.int64), requests=table((R, room), REQUESTS),
        request_count=ints(R), customers=table((R, room), CUSTOMERS), customer_count=ints(R),
        payments=table((1, written or 0), PAYMENTS), payment_count=ints(1),
        cover_rate=ints(R, covers, S), cover_left=ints(R, covers), cover_who=ints(covers),
        cover_own=ints(R, covers), covered=ints(R, covers, S),
        # who stands in a row, and room for the occasions of a week
        frail=np.zeros((R, H), np.int32), frail_at=np.full((R, H), -1, np.int32), frail_count=ints(R),
        burdened=np.zeros((R, H), np.int32), burdened_at=np.full((R, H), -1, np.int32), burdened_count=ints(R),
        luck=np.zeros((8, most), np.int64), kept=ints(most), whose=np.zeros(most, np.int32),
        said=np.zeros(most, np.uint8), turns=np.zeros(most, np.int32), tally=ints(8), scratch=np.zeros(8),
        # the course of doing nothing
        astray=np.zeros((R, H), np.int32), shaking=np.zeros((R, H), np.int32), shaken=np.zeros((R, H), np.int32),
        follows=np.zeros(R, bool), other_help=np.zeros(R, bool), tape=np.zeros((R, tape), np.uint8), tape_length=ints(R),
        told=np.zeros(R, bool), calls=ints(R, 2 * A), whom=np.zeros((R, tape if H <= MOST_TOLD else 0), np.uint16),
        **tables_of(canvas, layout.common, layout.gatherings, numbers, seed, settled.residents))


def likeness_of(people: People, E: int, seed: int) -> np.ndarray:
    """(H, E) uniform marks: below the likeness of an enterprise, a household likes it as it likes commercial ones."""
    if E == 0:
        return np.zeros((people.households, 0))
    return np.ascontiguousarray(uniforms(key(seed, "likeness"), people.households)[:, :E])
