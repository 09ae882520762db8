"""What differs between two versions of a canvas: notes that were added or removed, and every value that changed."""

from dataclasses import dataclass, is_dataclass
from typing import Any

from simcore.canvas import Spec
from simcore.canvas.notes import BLOCKS, Note
from simcore.files import Quantity
from simcore.files.marks import Listing, Mapping, Scalar
from simcore.files.places import fields_of, name_of

ALIKE = 0.5                      # share of the ids two canvases have in common from which they are versions of one


@dataclass(frozen=True)
class Change:
    """One thing that differs. ``item`` is the note it belongs to, ``path`` where it stands.

    ``old`` and ``new`` are a Quantity, or what stands there as text; None where nothing does.
    """
    item: str
    path: str
    old: Quantity | str | None
    new: Quantity | str | None


@dataclass(frozen=True)
class Versions:
    """Two versions side by side: notes only the first or only the second has, and what changed in the others."""
    removed: list[Note]
    added: list[Note]
    changes: list[Change]


def are_versions(one: Spec, other: Spec) -> bool:
    """Whether two models are versions of one canvas: of one name, or with mostly the same notes."""
    mine, theirs = (set(notes(spec)) for spec in (one, other))
    alike = len(mine & theirs) / max(1, len(mine | theirs))
    return one.canvas.meta.name == other.canvas.meta.name or alike >= ALIKE


def versions(old: Spec, new: Spec) -> Versions:
    """What differs from an old version to a new one, in the order of the canvas."""
    before, after = notes(old), notes(new)
    left, right = leaves(old.canvas), leaves(new.canvas)
    apart = set(before) ^ set(after)
    changes = [Change(item_of(path), path, left.get(path), right.get(path)) for path in {**left, **right}
               if item_of(path) not in apart and left.get(path) != right.get(path)]
    return Versions([note for id, note in before.items() if id not in after],
                    [note for id, note in after.items() if id not in before], changes)


def notes(spec: Spec) -> dict[str, Note]:
    """The sticky notes of a canvas by id."""
    return {note.id: note for block in BLOCKS for note in getattr(spec.canvas, block)}


def item_of(path: str) -> str:
    """The note a path belongs to; itself where it belongs to none."""
    block, _, rest = path.partition(".")
    return rest.partition(".")[0] if block in BLOCKS else block


def leaves(record: Any, place: tuple[str, ...] = ()) -> dict[str, Quantity | str]:
    """Path -> every quantity as it is, everything else as text; ``sim`` is left out of paths, as ``--set`` has it."""
    if isinstance(record, Quantity):
        return {".".join(place): record}
    if isinstance(record, (Mapping, dict)):
        parts = list(record.items())
    elif is_dataclass(record) and not isinstance(record, (type, Scalar)):
        parts = [(key, getattr(record, name)) for key, name in fields_of(type(record)).items()]
    elif isinstance(record, (Listing, tuple, list)):
        parts = [(name_of(item, n), item) for n, item in enumerate(record)]
        if all(isinstance(item, (str, int, float)) for item in record):
            return {".".join(place): ", ".join(map(str, record))} if record else {}
    else:
        text = record.text if isinstance(record, Scalar) else str(record)
        return {} if record is None else {".".join(place): text}
    out: dict[str, Quantity | str] = {}
    for key, part in parts:
        out |= leaves(part, place if key == "sim" else (*place, str(key)))
    return out
