"""Relations that hold to the cent and the minute, in every course."""

import dataclasses
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from simcore.behaviour.choice import choose, lay_luck
from simcore.behaviour.world import ENTERPRISE as AT_ENTERPRISE
from simcore.canvas import Spec, load
from simcore.canvas.notes import BLOCKS
from simcore.neighbourhood.people import populate
from simcore.played import LaneOutcome
from simcore.plugin.activating import activate
from simcore.results import people
from simcore.run import ENTERPRISE, NOTHING, Outcome, play
from simcore.studies.validation.bench import SETTLED, NotHere
from simcore.studies.validation.limits_of_work import Counter
from simcore.studies.validation.looks import weeks_alive
from simcore.studies.validation.relations import LIVELY, Trial, Verdict, never, relation
from simcore.week.lane import Lane

OUTSIDE = ("channels.*.outside", "channels.*.event.reach", "channels.*.word_of_mouth",
           "key_activities.*.recruiting.join")


def of_enterprise(outcome: Outcome) -> LaneOutcome:
    """The lane of the enterprise."""
    return outcome.lanes[ENTERPRISE]


def there(trial: Trial, *patterns: str, value: object = 0) -> dict:
    """Changes for those of the patterns that a model has. Raises NotHere when it has none."""
    out: dict = {}
    for pattern in patterns:
        try:
            trial.changes({pattern: value})
            out[pattern] = value
        except NotHere:
            continue
    if not out:
        raise NotHere(patterns[0])
    return out


def matter(verdict: Verdict, seen: bool) -> Verdict:
    """A verdict, or nothing to try when the change could not have been seen."""
    return verdict if seen or not verdict.holds else Verdict(None)


# --- money, names, order ----------------------------------------------------------------------------------------------


@relation("euros")
def no_scale_of_money(trial: Trial) -> Verdict:
    """With every euro twice as large people do the same and all flows double, to the rounding of cents."""
    lanes = [euro_lane(trial, times, 26) for times in (1, 2)]
    once, twice = lanes
    visits = once.series.services[:, :, :, 2].sum(2).max(initial=0)
    apart = np.abs(twice.ledger.flows - 2 * once.ledger.flows) > 2 + visits
    one, other = once.series, twice.series
    same = np.array_equal(one.counts, other.counts) and np.array_equal(one.minutes, other.minutes)
    return Verdict(same and not apart.any(), f"{int(once.ledger.flows.any(axis=(0, 1)).sum())} streams")


def euro_lane(trial: Trial, times: int, weeks: int) -> Lane:
    """A lane in which everything in money is so many times as large; twice is exact in floating point."""
    scaled = {path: one.value * times if one.unit.startswith("EUR") else one.value / times
              for path, one in trial.shipped.quantities().items() if "EUR" in one.unit}
    spec = trial.spec(scaled)
    who = populate(trial.shipped.place.people, 5, trial.residents)      # as they are; then twice as rich
    richer = {name: getattr(who, name) * times for name in ("income", "pension_income", "norm")}
    who = dataclasses.replace(who, **richer)
    lane = Lane(spec, who, 5, [0, 1], enterprise=True, weeks=weeks, luck_only=True)
    for _ in range(weeks):
        lane.step()
    return lane


@relation("names")
def names_say_nothing(trial: Trial) -> Verdict:
    """Other ids change no total; but for partners, teams and gatherings, whose people's luck goes by their name."""
    canvas = trial.shipped.canvas
    free = [note.id for block in BLOCKS if block != "key_partnerships" for note in getattr(canvas, block)
            if not any(getattr(note.sim, part, None) for part in ("team", "gathering"))]

    def renamed(text: str) -> str:
        for id in free:
            text = re.sub(rf"(?<![\w-]){re.escape(id)}(?![\w-])", f"{id}-anders", text)
        return text

    return same_totals(trial, renamed)


@relation("order")
def order_says_nothing(trial: Trial) -> Verdict:
    """The notes of each block in the opposite order change no total."""
    return same_totals(trial, lambda text: re.sub(r"(?ms)^(\w+):\n(.*?)(?=^\S|\Z)", backwards, text))


def backwards(block: re.Match) -> str:
    """A block of the file with its notes in the opposite order; other parts of the file stay."""
    if block[1] not in BLOCKS:
        return block[0]
    first, *notes = re.split(r"^(?=  - id:)", block[2], flags=re.M)
    return f"{block[1]}:\n{first}" + "".join(note.rstrip() + "\n" for note in reversed(notes)) + "\n"


def same_totals(trial: Trial, change: Callable[[str], str]) -> Verdict:
    """Whether a model and one with its text changed have the same totals."""
    text = Path(trial.shipped.model_file).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for n, one in enumerate((text, change(text))):
            file = Path(folder, f"{n}.yaml")
            file.write_text(one, encoding="utf-8")
            found.append(totals(trial, file))
    apart = [name for name in found[0] if not np.array_equal(found[0][name], found[1].get(name))]
    return Verdict(not apart and found[0].keys() == found[1].keys(), ", ".join(apart) or f"{len(found[0])} totals")


def totals(trial: Trial, file: Path) -> dict[str, np.ndarray]:
    """(weeks, R) what stays of a course when names are forgotten: money by kind of stream, counts, hours.

    Without plugins: they may speak of a note by its name.
    """
    plain = load(file)
    lively = [(path, value) for pattern, value in LIVELY.items() for path in plain.quantities()
              if re.fullmatch(pattern.replace(".", r"\.").replace("*", ".*"), path)]
    spec = load(file, lively)
    lane = of_enterprise(play(spec, seed=trial.seed, replications=2, weeks=min(60, trial.weeks), luck_only=True,
                              residents=trial.residents, threads=1, lanes=(ENTERPRISE,)))
    out: dict[str, np.ndarray] = {}
    for i, stream in enumerate(lane.streams):
        kind = re.split(r"[ .]", stream.name)[0]
        out[kind] = out.get(kind, 0) + lane.flows[:, :, i]
    series = {name: lane.series[name] for name in ("counts", "benefit", "placed", "minutes", "cash", "result", "alive")}
    return out | {name: array.sum(tuple(range(2, array.ndim))) for name, array in series.items()}


# --- time and who looks -----------------------------------------------------------------------------------------------


@relation("longer")
def a_longer_run_begins_with_the_shorter_one(trial: Trial) -> Verdict:
    """The first half year of a year is that of a run of half a year."""
    short, long = (trial.play({}, weeks=weeks, residents=400, replications=3) for weeks in (26, 52))
    return Verdict(all(np.array_equal(one.flows, long.lanes[name].flows[:26])
                       and all(np.array_equal(values, long.lanes[name].series[key][:26])
                               for key, values in one.series.items())
                       for name, one in short.lanes.items()))


@relation("alone")
def a_course_is_the_same_alone_and_in_company(trial: Trial) -> Verdict:
    """Whatever other courses are played beside it, and in which order."""
    run = dict(weeks=40, residents=400)
    together = trial.play({}, replications=[0, 3, 2], **run)
    again = trial.play({}, replications=[2, 3], **run)
    return Verdict(all(lane.digests == [together.lanes[name].digests[i] for i in (2, 1)]
                       for name, lane in again.lanes.items()))


@relation("engines")
def both_engines_agree(trial: Trial) -> Verdict:
    """Plain Python over Mesa agents gives every count and cent of the compiled engine."""
    from simcore.commands.objects import play_objects

    spec, run = trial.spec(), dict(seed=trial.seed, replications=1, weeks=10, residents=200, luck_only=True)
    plugins, quiet = activate(spec), lambda *_: None
    plain = play_objects(spec, **run, plugins=plugins, lanes=(NOTHING, ENTERPRISE), tell=quiet, over=quiet)
    return Verdict(plain.digest == play(spec, **run, plugins=plugins, threads=1).digest)


@relation("future")
def the_future_does_not_touch_the_past(trial: Trial) -> Verdict:
    """A rule that changes in 2015 changes no week before that day, and some after it."""
    path = "neighbourhood.wmo.contribution_least.1.value"
    day = next(iter(trial.shipped.place.wmo.contribution_least[1:2]), None)
    if day is None:
        raise NotHere(path)
    run = {"simwijk.start": "2014-09-01"}
    one, other = (trial.play(run | {path: value}, weeks=40) for value in (18.6, 200))
    apart = np.array([(a.flows != other.lanes[name].flows).any((1, 2)) for name, a in one.lanes.items()]).any(0)
    begins = (day.from_day - one.spec.canvas.simwijk.start).days // 7
    return Verdict(not apart[:begins].any() and bool(apart[begins:].any()), f"week {int(np.argmax(apart))}")


# --- doing nothing ----------------------------------------------------------------------------------------------------


@relation("nothing")
def no_canvas_touches_doing_nothing(trial: Trial) -> Verdict:
    """Dearer, slower to stop, read by another law: the enterprise lives otherwise, doing nothing does not."""
    other = trial.play({**trial.times("costs.*.amount", 2), "simwijk.insolvent_after": 1, "simwijk.law": "strict"})
    base = trial.base()
    return Verdict(base.lanes[NOTHING].digests == other.lanes[NOTHING].digests
                   and base.lanes[ENTERPRISE].digests != other.lanes[ENTERPRISE].digests)


@relation("needs")
def needs_do_not_answer_to_the_enterprise(trial: Trial) -> Verdict:
    """The same hours are needed and the same jobs asked with it and without, but for people on benefit."""
    spec = trial.spec()
    who = populate(spec.place.people, 3, trial.residents)
    null, lane = (Lane(spec, who, 3, [0, 1], enterprise=e, weeks=30, luck_only=True) for e in (False, True))
    mine = [n for n, need in enumerate(spec.place.needs.activities) if need.of != "benefit"]
    for _ in range(30):
        null.step(), lane.step()
        if not (np.array_equal(null.world.asked_minutes[:, mine], lane.world.asked_minutes[:, mine])
                and np.array_equal(null.world.needed_minutes, lane.world.needed_minutes)):
            return Verdict(False, f"week {lane.week}")
    return Verdict(bool(lane.world.asked_minutes.any()), f"{int(null.world.needed_minutes[0].sum()) // 60} h")


@relation("unheard")
def an_enterprise_nobody_hears_of_changes_nobody(trial: Trial) -> Verdict:
    """No sale, no displacement: hours by every way and benefits as without it, to the minute."""
    o = trial.play(there(trial, *OUTSIDE), plugins=False)
    null, lane = o.lanes[NOTHING], o.lanes[ENTERPRISE]
    if lane.series["services"][:, :, :, 3].any() or people.displaced(null, lane).any():
        return Verdict(False, "hours")
    ways = null.series["minutes"].shape[3]
    return Verdict(np.array_equal(null.series["minutes"], lane.series["minutes"][..., :ways])
                   and np.array_equal(null.series["benefit"], lane.series["benefit"]))


@relation("lonely")
def without_weight_ties_change_no_loneliness(trial: Trial) -> Verdict:
    """As many are lonely with it as without, when ties do not matter to that."""
    o = trial.play({"neighbourhood.ties.loneliness": 0})
    one, other = o.lanes[NOTHING].quarter, o.lanes[ENTERPRISE].quarter
    return Verdict(all(np.array_equal(one[name], other[name]) for name in ("lonely", "severely lonely")),
                   f"{int(one['lonely'][0].mean())}")


@relation("more_needed")
def where_more_is_needed_never_less_is_asked(trial: Trial) -> Verdict:
    """Half as many jobs again: in no week and no course fewer minutes of any kind are asked."""
    more = {f"neighbourhood.needs.activities.{need.id}.amount": need.amount.value * 1.5
            for need in trial.shipped.place.needs.activities if need.kind == "job"}
    asked = []
    for changes in ({}, more):
        spec = trial.spec(changes)
        who, mine = populate(spec.place.people, 3, trial.residents), []
        lane = Lane(spec, who, 3, [0, 1, 2], enterprise=False, weeks=26, luck_only=True)
        for _ in range(26):
            lane.step()
            mine.append(lane.world.asked_minutes.copy())
        asked.append(np.array(mine))
    return matter(never(asked[1] < asked[0]), bool((asked[1] > asked[0]).any()))


# --- rules of the enterprise and of the law ---------------------------------------------------------------------------


@relation("capital")
def more_to_begin_with_never_shortens_a_life(trial: Trial) -> Verdict:
    """Twice the start capital: in no course the end comes sooner."""
    ends = SETTLED | {"simwijk.insolvent_after": 4}
    poor, rich = (trial.play({**trial.times("key_partnerships.*.start_capital", times), **ends})
                  for times in (0.1, 0.5))
    return matter(never(weeks_alive(rich) < weeks_alive(poor)), bool((weeks_alive(rich) > weeks_alive(poor)).any()))


@relation("patience")
def more_patience_never_shortens_a_life(trial: Trial) -> Verdict:
    """More weeks in the red before the end: in no course it comes sooner."""
    poor = there(trial, "key_partnerships.*.start_capital", value=0)
    short, long = (trial.play({**poor, "simwijk.insolvent_after": weeks}) for weeks in (2, 20))
    return matter(never(weeks_alive(long) < weeks_alive(short)), bool((weeks_alive(long) > weeks_alive(short)).any()))


@relation("inspection")
def the_law_bites_at_an_inspection(trial: Trial) -> Verdict:
    """While nobody inspects, the law read strictly is the law read leniently."""
    off = {"neighbourhood.labour.inspection": 0}
    strict, lenient = (trial.play(off | {"simwijk.law": law}, lanes=(ENTERPRISE,)) for law in ("strict", "lenient"))
    return Verdict(strict.digest == lenient.digest)


@relation("grace")
def a_rule_that_never_begins_is_no_rule(trial: Trial) -> Verdict:
    """A stop rule whose first period outlives the run is the same as none."""
    if trial.shipped.canvas.simwijk.stop is None:
        raise NotHere("simwijk.stop")
    asked = {"simwijk.stop.on": "direct_cost", "simwijk.stop.grace": 10_000}
    return Verdict(trial.play(asked).digest == trial.base().digest)


# --- one occasion, one week -------------------------------------------------------------------------------------------


@relation("own_price")
def a_price_moves_people_from_its_own_way_only(trial: Trial) -> Verdict:
    """Dearer at one occasion: nobody goes to the enterprise, and nobody from one other way to another."""
    lane = a_lane(trial, trial.spec(), weeks=30)
    for _ in range(10):
        lane.step()
    w, moved, wrong = lane.world, 0, 0
    w.relations.aware = True
    priced = [s for s, one in enumerate(lane.layout.services) if one.activity >= 0 and one.revenue is not None]
    if not priced:
        raise NotHere("a price")
    for s in priced[:4]:
        a, ways = lane.layout.services[s].activity, []
        w.services.open[0, s] = True
        cheap = max(1, int(w.services.price[0, s]) // 2)
        for price in (cheap, 2 * cheap, 4 * cheap):
            w.services.price[0, s] = price
            ways.append([int(choose(w.households[0, h], w, 0, h, a, 20, lay_luck(w, np.uint64(99), 20, h, 8), -1))
                         for h in range(min(250, w.households.shape[1]))])
        for low, high in zip(ways, ways[1:]):
            apart = [one for one, other in zip(low, high) if one != other]
            moved, wrong = moved + len(apart), wrong + sum(one != AT_ENTERPRISE for one in apart)
    return matter(Verdict(wrong == 0, f"{moved}"), moved > 0)


def a_lane(trial: Trial, spec: Spec, weeks: int, replications: int = 1) -> Lane:
    """A lane of the model in its first week, only luck differing."""
    return Lane(spec, populate(spec.place.people, 2, trial.residents), 2, list(range(replications)), enterprise=True,
                weeks=weeks, luck_only=True)


@relation("hands")
def more_hands_never_serve_fewer_hours(trial: Trial) -> Verdict:
    """One week's requests: each pair of hands more serves no fewer minutes, and what is asked up to what they can."""
    served = []
    for hands in range(4):
        counter = Counter(a_lane(trial, trial.spec(), weeks=4, replications=2))
        counter.hire(hands)
        asked = counter.week(1, 40)
        served.append(counter.world.teams.served[:, counter.team].copy())
        if not np.array_equal(served[-1], np.minimum(asked, counter.world.teams.capacity[:, counter.team])):
            return Verdict(False, f"{hands}")
    return matter(never(np.diff(served, axis=0) < 0), bool((served[-1] > served[0]).any()))
