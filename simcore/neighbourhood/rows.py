"""The rows of the agents: one record per agent per replication, and only float64, int32 and bool in it.

A table has shape (replication, agent); a field of it is a (replication, agent) column. Nothing here is
sized by a canvas or a file: what those size lives in arrays beside the rows.
"""

import numpy as np

NEVER = -9999                    # a week that has not come
LINE = 64                        # bytes that a processor fetches at a time


def row(fields: list[tuple[str, str]], size: int = LINE) -> np.dtype:
    """A row of these fields, the widest first, that fills whole lines of memory, or half of one (``size`` bytes)."""
    fields = sorted(fields, key=lambda field: -np.dtype(field[1]).itemsize)
    packed = np.dtype(fields)
    return np.dtype({"names": packed.names, "formats": [packed.fields[name][0] for name in packed.names],
                     "offsets": [packed.fields[name][1] for name in packed.names],
                     "itemsize": -(-packed.itemsize // size) * size})


# One household: whoever decides about cleaning, laundry, garden and rides lives in one.
HOUSEHOLD = row([
    ("income", "f8"),            # disposable, EUR a year
    ("persons", "i4"),           # how many live there
    ("first", "i4"),             # row of its first resident (the head); the others follow it
    ("generation", "i4"),        # how many households lived here before this one
    ("tastes", "i4"),            # row in the pool of lasting tastes
    ("group", "i4"),             # income third of the country: 0 lowest, 1 middle, 2 highest
    ("alone", "?"),              # lives alone
    ("working_single", "?"),     # lives alone and works full time
    ("old", "?"),                # head is 65 or over
    ("limited", "?"),            # someone has a lasting physical limitation
    ("severe", "?"),             # someone can hardly get about
    ("eligible", "?"),           # would get household help from the Wmo on asking
    ("pgb", "?"),                # would take that help as a personal budget (PGB)
    ("benefit", "?"),            # someone lives on social assistance (bijstand)
    ("was_client", "?"),         # had household help from the Wmo when its rules changed
    ("ill_until", "i4"),         # week a temporary limitation ends
    ("helps", "i4"),             # minutes a week this household helps others whose closest tie it is, at most
    ("helping", "i4"),           # what is left of them now
    ("friend_helps", "i4"),      # minutes a week its own closest tie helps others at most, or -1 without one
])

# One resident.
RESIDENT = row([
    ("household", "i4"),
    ("age", "f8"),               # on arrival; grows by one a year since
    ("arrived", "i4"),           # week of arrival; 0 for who lived here at the start
    ("adult", "?"),              # 18 or over
    ("working_age", "?"),        # 18 to 64
    ("full_time", "?"),          # has a full-time job
    ("frailty", "f8"),           # lasting mark in (0, 1): limited at an age when it is below the share limited there
    ("limited", "?"),            # lasting physical limitation
    ("severe", "?"),             # can hardly get about
    ("benefit", "?"),            # on social assistance
    ("near", "?"),               # close to the labour market
    ("tracked", "?"),            # was ever on benefit here: counted on the participation ladder
    ("placed", "i4"),            # row of the work place held at an enterprise, or -1
    ("confidence", "f8"),        # in oneself, as it stood at the last place
    ("left_week", "i4"),         # week the last place was left
    ("exit_week", "i4"),         # week of leaving benefit for work
])


def table(shape: tuple[int, ...] | int, dtype: np.dtype) -> np.recarray:
    """A table of zeroes, as record array: ``rows.income`` is a column, ``rows[r, i]`` one agent."""
    shape = (shape,) if isinstance(shape, int) else shape
    size = int(np.prod(shape)) * dtype.itemsize
    memory = np.zeros(size + LINE, np.uint8)
    start = -memory.ctypes.data % LINE
    return memory[start:start + size].view(dtype).reshape(shape).view(np.recarray)


def copied(rows: np.recarray) -> np.recarray:
    """The same rows in memory of their own, each in its lines as well: a plain copy would let them straddle two."""
    out = table(rows.shape, rows.dtype)
    written(out, rows)
    return out


def written(into: np.ndarray, rows: np.ndarray) -> None:
    """Write an array over one of the same kind and shape. A table goes byte by byte: numpy would go field by field."""
    if rows.dtype.fields:
        into, rows = into.view(np.uint8), rows.view(np.uint8)
    into[...] = rows
