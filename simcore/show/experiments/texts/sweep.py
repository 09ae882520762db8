"""What is said of a sweep. A part of the word list."""

SWEEP_TEXTS = {
    "sweep.best": ("{figure} bij {model}: in dit model het hoogst bij {point}: {middle}. "
                   "Het laagst bij {worst}: {least}.",
                   "{figure} of {model}: in this model highest with {point}: {middle}. Lowest with {worst}: {least}."),
    "sweep.flat": ("{figure} bij {model}: in dit model maakt de keuze van {paths} geen duidelijk verschil: "
                   "overal rond {middle}.",
                   "{figure} of {model}: in this model the choice of {paths} makes no clear difference: around "
                   "{middle} everywhere."),
    "sweep.clear": ("Dat verschil is duidelijk: in hetzelfde verloop {low} tot {high}.",
                    "That difference is clear: in the same course {low} to {high}."),
    "sweep.band": ("Tussen haakjes: waar 8 van de 10 van {n} mogelijke verlopen liggen.",
                   "In brackets: where 8 of 10 of {n} possible courses lie."),
    "sweep.sure": ("Het midden ligt bij het hoogste punt tussen {sure} (19 van de 20 keer).",
                   "The middle lies between {sure} at the highest point (19 times in 20)."),
}
