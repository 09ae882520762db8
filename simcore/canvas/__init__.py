"""The model as it is written down: nine blocks, the numbers that make them play, the neighbourhood, the run.

    from simcore.canvas import load
    spec = load("ons_groen.yaml", ["simwijk.law=strict"])
"""

from simcore.canvas.place import Place
from simcore.canvas.spec import Canvas, Spec, bundled, load

__all__ = ["Canvas", "Place", "Spec", "bundled", "load"]
