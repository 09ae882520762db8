"""Sweeps to be drawn, and what can be read on a picture from the back of a room."""

from simcore.experiments.reading import experiment
from simcore.show.style import DPI

FILE = """
experiment: trial
kind: sweep
question: {{nl: "Wat?", en: "What?"}}
models: [{model}]
design: {design}
vary:
{vary}
figures: [{figures}]
courses: {{most: 3, batch: 3}}
"""
LEAST = 24                                          # pixels, at 1920 by 1080


def sweep_over(folder, model, vary, design="grid", figures="money.result"):
    """A sweep of a model, as it is read; ``vary`` has a text for each path."""
    file = folder / "trial.yaml"
    lines = "\n".join(f"  - {{{one}}}" for one in vary)
    file.write_text(FILE.format(model=model, design=design, vary=lines, figures=figures), encoding="utf-8")
    return experiment(file)


def smallest(sheet):
    """Pixels of the smallest text on a sheet, along its axes too."""
    sheet.picture()
    along = [one.get_fontsize() * DPI / 72 for ax in sheet.figure.axes
             for one in (*ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label, ax.yaxis.label)
             if one.get_text()]
    return min(face.size for *_, text, face, _, _ in sheet.texts if text), min(along, default=LEAST)


def readable(sheet):
    """Whether nothing on it is smaller than a room can read; half a thousandth is lost between points and pixels."""
    return min(smallest(sheet)) > LEAST - 0.01
