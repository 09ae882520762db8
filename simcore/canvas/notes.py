"""What every sticky note shares: an id that tells its block, a name, and links to notes of other blocks.

Ids and links are checked in the file itself rather than in the finished records, so that a wrong id is
reported together with whatever else is wrong elsewhere in the file.
"""

from collections.abc import Iterator

from simcore.files import Here, Id, Label, Listing, Mapping, Node, Problem, Scalar, Text, record

# The nine blocks: the key in the file, how ids start there, and what one note of it is called.
BLOCKS = {
    "customer_segments": ("cs-", "customer segment"),
    "value_propositions": ("vp-", "value proposition"),
    "channels": ("ch-", "channel"),
    "customer_relationships": ("cr-", "customer relationship"),
    "revenue_streams": ("rs-", "revenue stream"),
    "key_resources": ("kr-", "key resource"),
    "key_activities": ("ka-", "key activity"),
    "key_partnerships": ("kp-", "key partnership"),
    "costs": ("cost-", "cost"),
}

# Which blocks a note may link to, as in BMML 2.0.
LINKS = {
    ("channels", "for"): ["value_propositions", "customer_segments"],
    ("customer_relationships", "for"): ["customer_segments"],
    ("revenue_streams", "from"): ["customer_segments"],
    ("revenue_streams", "for"): ["value_propositions"],
    ("key_resources", "for"): ["value_propositions"],
    ("key_activities", "for"): ["value_propositions"],
    ("key_partnerships", "for"): ["key_resources", "key_activities"],
    ("costs", "for"): ["key_resources", "key_activities"],
}


def notes_in(root: Node | None, block: str) -> list[Mapping]:
    """The notes of a block as they stand in the file, in order; an empty one for whatever is no note."""
    listed = root.get(block) if isinstance(root, Mapping) else None
    items = listed if isinstance(listed, Listing) else []
    return [item if isinstance(item, Mapping) else Mapping(listed.mark) for item in items]


def ids_in(root: Node | None, block: str) -> list[str]:
    """The id of each note of a block, in order; an empty text for a note without one."""
    ids = [note.get("id") for note in notes_in(root, block)]
    return [one.text if isinstance(one, Scalar) else "" for one in ids]


def absent(root: Node | None, block: str) -> bool:
    """Whether a block is not in the file at all."""
    return isinstance(root, Mapping) and block not in root


@record
class Note:
    """A sticky note."""

    id: Id
    name: Label
    description: Text | None = None

    def problems(self, here: Here) -> Iterator[Problem]:
        """The id starts as its block asks, and no note before it has the same."""
        if len(here.place) != 2 or here.place[0] not in BLOCKS:
            return
        block, position = here.place
        prefix, noun = BLOCKS[block]
        if not self.id.startswith(prefix) or self.id == prefix:
            yield here.problem(
                "id",
                what=f"should start with {prefix}",
                why=f"that is how the id of a {noun} starts",
                instead=f"write {prefix}{self.id.split('-', 1)[-1]}",
            )
        if self.id in ids_in(here.root, block)[:position]:
            first = here.root[block][ids_in(here.root, block).index(self.id)]
            yield here.problem(
                "id",
                what=f"{self.id} stands there a second time",
                why=f"line {first.mark.line} has it too",
                instead="give one of the two another id",
            )


@record
class Links:
    """What a note stands for or comes from: lists of ids, by block."""

    customer_segments: list[Id] = ()
    value_propositions: list[Id] = ()
    key_resources: list[Id] = ()
    key_activities: list[Id] = ()

    def problems(self, here: Here) -> Iterator[Problem]:
        """Each link goes to a block it may go to, and to a note that is there, once."""
        if len(here.place) != 3 or (here.place[0], here.place[2]) not in LINKS:
            return
        block, _, direction = here.place
        allowed = LINKS[block, direction]
        for target in BLOCKS:
            linked = getattr(self, target, ())
            if linked and target not in allowed:
                yield here.problem(
                    target,
                    key=True,
                    what=f"has no meaning in '{direction}' of a {BLOCKS[block][1]}",
                    instead="known: " + ", ".join(allowed),
                )
                continue
            known = [one for one in ids_in(here.root, target) if one] if linked else []
            for n, one in enumerate(linked):
                if one not in known and (absent(here.root, target) or len({*known}) < len(known)):
                    continue                         # it is said of the block, or of the id that stands there twice
                elif one not in known:
                    yield here.unknown(target, n, word=one, noun=BLOCKS[target][1], known=known)
                elif one in linked[:n]:
                    yield here.problem(target, n, what=f"names {one} a second time", instead="name it once")
