"""Reads every file a user writes into checked, frozen records; nothing else in simcore opens YAML.

    from simcore.files import record, read, Id, Quantity
"""

from pydantic import Field

from simcore.errors import BadInput, Problem
from simcore.files import figures
from simcore.files.marks import Listing, Mapping, Node, Scalar, compose, load
from simcore.files.overrides import apply
from simcore.files.places import Here
from simcore.files.quantity import InUnit, Quantity, Share, walk_quantities
from simcore.files.records import fault_of, read, record, walk
from simcore.files.scalars import Day, Flag, Id, Label, Number, Text, Unread, Whole, Words
from simcore.files.sources import suggestion

__all__ = [
    "BadInput", "Day", "Field", "Flag", "Here", "Id", "InUnit", "Label", "Listing", "Mapping", "Node", "Number",
    "Problem",
    "Quantity", "Scalar", "Share", "Text", "Unread", "Whole", "Words", "apply", "compose", "figures", "load", "read",
    "record", "suggestion", "walk", "walk_quantities",
]  # fmt: skip
