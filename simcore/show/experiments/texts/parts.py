"""What is said of a sweep over parts that are chosen. A part of the word list."""

PARTS_TEXTS = {
    "parts.clear": ("{figure} bij {model}: in dit model {sides}.", "{figure} of {model}: in this model {sides}."),
    "parts.up": ("duidelijk hoger met {parts}: {middle}", "clearly higher with {parts}: {middle}"),
    "parts.down": ("duidelijk lager met {parts}: {middle}", "clearly lower with {parts}: {middle}"),
    "parts.first": (" voor {part}", " for {part}"),
    "parts.rest": ("Bij de andere {n} is het verschil niet duidelijk.",
                   "For the other {n} the difference is not clear."),
    "parts.rest.one": ("Bij de andere keuze is het verschil niet duidelijk.",
                       "For the other choice the difference is not clear."),
    "parts.none": ("{figure} bij {model}: in dit model maakt geen van deze {n} keuzes een duidelijk verschil.",
                   "{figure} of {model}: in this model none of these {n} choices makes a clear difference."),
    "parts.all": ("Met {what} is het {middle}.", "With {what} it is {middle}."),
    "parts.everything": ("alles aan", "everything on"),
    "parts.best": ("Van alle {n} combinaties is die {parts} de hoogste: {middle}.",
                   "Of all {n} combinations the one {parts} is the highest: {middle}."),
    "parts.with": ("met {parts}", "with {parts}"), "parts.without": ("zonder {parts}", "without {parts}"),
    "parts.alike": ("{n} andere combinaties zijn niet duidelijk lager.",
                    "{n} other combinations are not clearly lower."),
    "parts.alike.one": ("Eén andere combinatie is niet duidelijk lager.",
                        "One other combination is not clearly lower."),
    "parts.with.all": ("met alles aan", "with everything on"),
    "parts.alone": ("Alle andere zijn duidelijk lager.", "All others are clearly lower."),
    "parts.title": ("{figure}: wat elk deel toevoegt of kost", "{figure}: what each part adds or costs"),
    "parts.less": ("\u2190 lager", "\u2190 lower"), "parts.more": ("hoger \u2192", "higher \u2192"),
    "parts.caption": (
        "Punt: het midden van het verschil met en zonder dit deel (of anders dan nu), in hetzelfde verloop, al het "
        "andere gelijk. Streep: waar 8 van de 10 van {n} mogelijke verlopen liggen. Open ruit: die streep raakt nul.",
        "Dot: the middle of the difference with and without this part (or otherwise than now), in the same course, "
        "all else the same. Bar: where 8 of 10 of {n} possible courses lie. Open diamond: that bar touches zero."),
}
