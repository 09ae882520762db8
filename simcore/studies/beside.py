"""Plays models beside one lane of doing nothing, on one stage; lanes that were played before are not played again."""

from collections.abc import Callable, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

from simcore.beginnings import Beginnings, district
from simcore.canvas import Spec
from simcore.played import LaneOutcome
from simcore.plugin.answers import PluginError
from simcore.results import lanes as keeper
from simcore.run import ENTERPRISE, NOTHING, Outcome, begun_by, none_left, people_of, play, threads_here, visits_written
from simcore.stage import Part, Stage
from simcore.studies.agreement import same_by_canvas, same_nothing, shared
from simcore.studies.entries import Entry
from simcore.week.lane import Lane
from simcore.week.numbers import Numbers, quantities_of
from simcore.week.tape import Reel

Lanes = MutableMapping[str, LaneOutcome]           # lanes by a name that says all they hang on
Keep = Callable[[str, LaneOutcome], None]


class Beside:
    """The models ``entries`` beside doing nothing; ``asked`` is how all of them are played.

    ``replications`` in it is how many, or which. ``played`` are lanes played before, and gets those played now, which
    ``keep`` is given too, with their names; ``beginnings`` are where districts began before.
    """

    def __init__(self, entries: Sequence[Entry], asked: dict, played: Lanes, keep: Keep,
                 beginnings: Beginnings | None = None):
        self.entries, self.asked, self.played, self.keep = entries, asked, played, keep
        self.own: dict[str, list[int]] | None = None                           # lanes it plays, each in some courses
        self.heeds = True                          # whether models agree on doing nothing, and each lives somewhere
        self.seed, self.weeks, self.luck_only = asked["seed"], asked["weeks"], asked["luck_only"]
        self.beginnings = beginnings or Beginnings()
        self.of_all = asked                        # how all courses are played of which these are a part
        self.common, self.every = shared(entries), courses(asked)
        self.lanes: dict[str, tuple[list[int], LaneOutcome]] = {}              # with the replications that live in each

    @cached_property
    def numbers(self) -> dict[str, Numbers]:
        """Key -> the numbers of a model as they are drawn."""
        return {one.key: Numbers(quantities_of(one.spec, one.plugins), self.seed, self.every, self.luck_only)
                for one in self.entries}

    @cached_property
    def sources(self) -> keeper.Sources:
        """What the names of lanes say of plugins."""
        return keeper.Sources()

    @cached_property
    def nothing(self) -> str | None:
        """The name of the lane of doing nothing; None when that does not say all it hangs on."""
        return keeper.name_of(NOTHING, self.entries[0].spec, self.common, **self.asked, sources=self.sources)

    @cached_property
    def lasting(self) -> dict[str, str | None]:
        """Key -> the name of the lane of a model, as ``nothing``."""
        return {one.key: keeper.name_of(ENTERPRISE, one.spec, one.plugins, **self.asked, sources=self.sources)
                for one in self.entries}

    @property
    def start(self) -> str:
        """The name of where the district of these courses begins."""
        return self.started(self.every)

    def started(self, some: list[int]) -> str:
        """The name of where the district of some courses begins."""
        return district(self.entries[0].spec, self.seed, some, self.asked["residents"], self.luck_only)

    @property
    def earlier(self) -> Reel | None:
        """The tape of doing nothing in these courses of this district, under whatever terms: as it was played in them,
        or in all of which they are a part."""
        if found := self.beginnings.tape(self.start):
            return found
        every = courses(self.of_all)
        whole = self.beginnings.tape(self.started(every))
        return whole and Reel([whole.of([every.index(r) for r in self.every])])

    @cached_property
    def names(self) -> dict[str, str]:
        """Key -> a name for its lane in any case; the same canvas twice is one lane."""
        return {key: name or key for key, name in self.lasting.items()}

    def part(self, some: list[int], played: Lanes) -> "Beside":
        """The same models in some courses, of which nothing is kept, and under the same names. Whether they agree, and
        whether each lives in some course, is for whoever plays all courses to look at."""
        one = Beside(self.entries, self.asked | {"replications": some}, played, lambda name, lane: None,
                     self.beginnings)
        one.heeds, one.nothing, one.lasting, one.of_all = False, self.nothing, self.lasting, self.of_all
        if "numbers" in vars(self):                # drawn already
            one.numbers = {key: mine.among(some) for key, mine in self.numbers.items()}
        return one

    def recall(self) -> None:
        """Add to ``played`` the lanes of these names that earlier runs have kept."""
        specs: dict[str, Spec | None] = {self.nothing: None} | {self.lasting[one.key]: one.spec for one in self.entries}
        names = [name for name in specs if name and name not in self.played]
        with ThreadPoolExecutor(threads_here()) as pool:
            found = pool.map(lambda name: keeper.kept(name, specs[name]), names)
            self.played.update((name, lane) for name, lane in zip(names, found) if lane is not None)
        if self.nothing in self.played:
            self.beginnings.keep_tape(self.start, self.played[self.nothing].tape)

    def play(self, threads: int | None, tell: Callable[[float], None],
             watch: Callable[[str, Lane], None] = lambda name, lane: None,
             by_turns: bool = False) -> dict[int, PluginError]:
        """Play what was not played before, side by side; the replications that a plugin lost. ``watch`` hears of each
        lane that is about to be played, with its name; ``by_turns`` is that of the stage.

        Raises BadInput when a model would change what doing nothing is.
        """
        self.take({})
        null = {NOTHING: self.played[self.nothing]} if self.nothing in self.played else {}
        begun = {**self.beginnings.of(self.start), **begun_by(null)}
        self.people = people_of(self.entries[0].spec, self.seed, self.asked["residents"], begun)
        if null and self.heeds:
            self.agrees()
        stage = Stage(self.people, self.seed, self.every, self.weeks, luck_only=self.luck_only, threads=threads,
                      null=null.get(NOTHING), earlier=None if null else self.earlier, begun=begun, tell=tell,
                      over=self.over, watch=watch, by_turns=by_turns)
        stage.play(self.parts())
        self.beginnings.keep(self.start, begun or stage.kept)
        if NOTHING in self.lanes and self.lanes[NOTHING][0] == self.every:
            self.beginnings.keep_tape(self.start, self.lanes[NOTHING][1].tape)
        if self.heeds and any(name not in self.lanes for name in (NOTHING, *self.names.values())):
            raise none_left(stage.failed)
        if NOTHING in self.lanes and self.lanes[NOTHING][1].by_canvas:
            first, *others = self.entries
            same_by_canvas(self.entries, [self.outcomes()[first.key], *(
                play(one.spec, **self.asked, plugins=self.common, lanes=(NOTHING,), threads=threads)
                for one in others)])
        return stage.failed

    def take(self, lanes: dict[str, tuple[list[int], LaneOutcome]]) -> None:
        """The lanes that were played before, and those that were played elsewhere."""
        there = {NOTHING: self.nothing} | {name: name for name in self.names.values()}
        self.lanes = {lane: (self.every, self.played[name]) for lane, name in there.items() if name in self.played}
        self.lanes |= lanes

    def parts(self) -> list[Part]:
        """The lanes that have still to be played, doing nothing first."""
        first, out = self.entries[0], {}
        if NOTHING not in self.lanes:
            out[NOTHING] = Part(NOTHING, first.spec, self.common, self.numbers[first.key], enterprise=False)
        for entry in self.entries:
            name = self.names[entry.key]
            some = self.every if self.own is None else self.own.get(name)
            if name not in self.lanes and some:
                out[name] = Part(name, entry.spec, entry.plugins, self.numbers[entry.key],
                                 written=visits_written(self.every, self.weeks), some=some)
        return list(out.values())

    def over(self, name: str, there: list[int], lane: LaneOutcome) -> None:
        """A lane has been played."""
        self.lanes[name] = there, lane
        if name == NOTHING and self.heeds:
            self.agrees()
        self.remember(name, there, lane)

    def remember(self, name: str, there: list[int], lane: LaneOutcome) -> None:
        """A lane is kept when no replication is lost and all it hangs on stands in its name."""
        lasting = self.nothing if name == NOTHING else name if name in self.lasting.values() else None
        if lasting and there == self.every and not lane.by_canvas:
            self.played[lasting] = lane
            self.keep(lasting, lane)

    def agrees(self) -> None:
        """Raises BadInput when a plugin of one model alone changes what doing nothing is."""
        there, lane = self.lanes[NOTHING]
        same_nothing(self.entries, lane, self.common, seed=self.seed, replications=there, luck_only=self.luck_only,
                     people=self.people)

    def outcomes(self) -> dict[str, Outcome]:
        """Each model with doing nothing, by key; of the replications that live in both."""
        out = {}
        for entry in self.entries:
            one = out[entry.key] = Outcome(entry.spec, self.seed, self.weeks, self.every, self.luck_only,
                                           list(entry.plugins), self.people, dict(self.numbers[entry.key]))
            for lane, name in ((NOTHING, NOTHING), (ENTERPRISE, self.names[entry.key])):
                there, found = self.lanes[name]
                one.add(lane, found, there)
        return out


def courses(asked: dict) -> list[int]:
    """The courses that are asked for, of which the count or the numbers are given."""
    some = asked["replications"]
    return list(range(some) if isinstance(some, int) else some)
