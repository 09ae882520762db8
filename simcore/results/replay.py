"""Plays one course of a run again, from its folder, so that what happened to people in it can be told.

A course is a pure function of the model, the luck and its number, so that it can be played alone; its digest must be
the one in the folder, or nothing is told of it.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, is_dataclass
from pathlib import Path

from simcore.behaviour.world import VISITS
from simcore.calendar import WEEKS_A_QUARTER
from simcore.errors import BadInput
from simcore.played import written
from simcore.plugin.origin import Origin
from simcore.results.recorder import Recorder, Recording
from simcore.run import ENTERPRISE, Outcome


class Unplayable(Exception):
    """Why a course cannot be played again: ``key`` of a text, and what to fill in."""

    def __init__(self, key: str, **parts: object):
        super().__init__(key)
        self.key, self.parts = key, parts


def recorded(outcome: Outcome, manifest: dict, place: int, files: Iterable[Path] = (),
             tell: Callable[[float], None] = lambda part: None) -> Recording:
    """Play replication ``place`` of an outcome read from a folder again; raises Unplayable when that cannot be.

    ``files`` are plugins of the user, which no folder holds; ``tell`` hears how far it is (0..1).
    """
    from simcore.neighbourhood.people import populate
    from simcore.week.lane import Lane

    spec, kept = outcome.spec, outcome.lanes[ENTERPRISE]
    plugins = plugins_of(outcome, manifest, files)
    homes = manifest.get("households")
    people = populate(spec.place.people, outcome.seed, homes and homes * spec.place.people.household_size.value)
    if people.residents != manifest["residents"]:
        raise Unplayable("diary.unplayable.people")
    visits = int(kept.series["counts"][:, place, VISITS].sum())
    lane = Lane(spec, people, outcome.seed, [outcome.replications[place]], enterprise=True, plugins=plugins,
                weeks=outcome.weeks, luck_only=outcome.luck_only, written=visits + 1)
    recorder = Recorder(lane)
    for _ in range(outcome.weeks):
        lane.step()
        recorder.look()
        if lane.week % WEEKS_A_QUARTER == 0:
            tell(lane.week / outcome.weeks)
    if written(lane).digests[0] != kept.digests[place]:
        raise Unplayable("diary.unplayable.digest", version=manifest["versions"]["simwijk"])
    return recorder.recording()


def plugins_of(outcome: Outcome, manifest: dict, files: Iterable[Path]) -> list[tuple[str, object]]:
    """The plugins of a run with the parameters the manifest says they had; Unplayable when one is not to be had."""
    from simcore.files.marks import written as as_text
    from simcore.files.places import fields_of
    from simcore.plugin.finding import find
    from simcore.plugin.activating import activate
    from simcore.results.write import parameters

    spec, files, wishes = outcome.spec, list(files), []
    try:
        found, there = find(files), dict(activate(spec))
        for name, said in manifest["plugins"].items():
            if name not in there and name not in found:
                raise Unplayable("diary.unplayable.plugin", plugin=origin_in(manifest, name).text)
            one = there.get(name)
            kind = type(one) if one is not None else found[name][0].kind
            had = parameters(one) if one is not None else defaults_of(kind)
            changed = [f"{key}={as_text(value['value'] if isinstance(value, dict) else value)}"
                       for key, attribute in fields_of(kind).items()
                       if (value := said.get(attribute)) != had.get(attribute)]
            if changed or one is None:
                wishes.append(name + (":" if changed else "") + ",".join(changed))
        active = activate(spec, wishes, [file for file in files if file.stem in manifest["plugins"]])
    except BadInput as error:
        raise Unplayable("diary.unplayable.plugin", plugin=str(error).splitlines()[0]) from error
    for name, one in active:
        if parameters(one) != manifest["plugins"].get(name):
            raise Unplayable("diary.unplayable.plugin", plugin=origin_in(manifest, name).text)
    return active


def origin_in(manifest: dict, name: str) -> Origin:
    """Where a plugin of a run came from, as its manifest says."""
    said = manifest.get("plugin_origins", {}).get(name)
    return Origin(**said) if said else Origin(name, "", None, None)


def gone(manifest: dict) -> list[Origin]:
    """The plugins of a run that are not found any more."""
    from simcore.plugin.finding import find

    there = find() if manifest["plugins"] else {}
    return [one for one in (origin_in(manifest, name) for name in manifest["plugins"]) if one.use not in there]


def defaults_of(kind: type) -> dict:
    """The parameters of a plugin as it comes, as plain values; those that it cannot do without are left out."""
    plain = lambda value: asdict(value) if is_dataclass(value) else value if isinstance(  # noqa: E731
        value, (int, float, bool, type(None))) else str(value)
    return {name: plain(one.default) for name, one in kind.__pydantic_fields__.items() if not one.is_required()}
