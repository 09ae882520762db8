"""What a worker makes of a block it is given: what that gives, or why it gives nothing; never a traceback."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass

from simcore.errors import BadInput, SimwijkError
from simcore.experiments.block import Block, Memory, Played, changed_since, played


@dataclass(frozen=True)
class Broken:
    """A worker could not play its block, for a reason that will be there the next time as well."""
    why: str


def answer_to(block: Block, base: str, memory: Memory) -> Played | Broken | BadInput:
    """What a block gives, or why it gives nothing; ``base`` is what its case hung on where it was asked for."""
    try:
        return changed_since(block.case, base) or played(block, memory)
    except BadInput as error:
        return error
    except Exception as error:                     # whatever it is, it is that of this block alone
        return Broken(reason(error))


def reason(error: Exception) -> str:
    """What went wrong in a block, and where, in a line."""
    if os.environ.get("SIMWIJK_DEBUG"):
        traceback.print_exception(error)
    if isinstance(error, SimwijkError) and error.exit_code != 70:
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(last.filename)}:{last.lineno})"
