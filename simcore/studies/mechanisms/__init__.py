"""Every mechanism switched off in turn under the same luck: what it should move, moves.

    with_it, without_it = Courses(CASES).tried(CASES[0])      # (R,) each; CASES[0].look says of what

A mechanism that moves nothing is a defect (tests/engine/test_mechanisms.py); docs/mechanisms.md shows them all.
"""

from simcore.studies.mechanisms import compiratie, haarlems_gemak, wijkonderneming
from simcore.studies.mechanisms.case import Case, Courses, Look, Stage

__all__ = ["CASES", "Case", "Courses", "Look", "Stage"]

CASES: list[Case] = [*haarlems_gemak.CASES, *compiratie.CASES, *wijkonderneming.CASES]
