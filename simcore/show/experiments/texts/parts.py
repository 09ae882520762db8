"""What is said of a sweep over parts that are chosen. A part of the word list."""

PARTS_TEXTS = {
    "parts.clear": ("In dit model is {figure} bij {model} {sides}.", "In this model {figure} of {model} is {sides}."),
    "parts.up": ("duidelijk hoger met {part}: een verschil van {middle}", "clearly higher with {part}: a difference of "
                 "{middle}"),
    "parts.down": ("duidelijk lager met {part}: een verschil van {middle}", "clearly lower with {part}: a difference of "
                   "{middle}"),
    "parts.up.mostly": ("meestal hoger met {part}: een verschil van {middle}", "mostly higher with {part}: a difference of "
                        "{middle}"),
    "parts.down.mostly": ("meestal lager met {part}: een verschil van {middle}", "mostly lower with {part}: a difference of "
                          "{middle}"),
    "parts.also.up": ("Ook duidelijk hoger: {parts}.", "Also clearly higher: {parts}."),
    "parts.also.down": ("Ook duidelijk lager: {parts}.", "Also clearly lower: {parts}."),
    "parts.also.up.mostly": ("Meestal hoger: {parts}.", "Mostly higher: {parts}."),
    "parts.also.down.mostly": ("Meestal lager: {parts}.", "Mostly lower: {parts}."),
    "parts.side.up": ("Duidelijk hoger maken het: {parts}.", "What makes it clearly higher: {parts}."),
    "parts.side.down": ("Duidelijk lager maken het: {parts}.", "What makes it clearly lower: {parts}."),
    "parts.side.up.mostly": ("Meestal hoger maken het: {parts}.", "What mostly makes it higher: {parts}."),
    "parts.side.down.mostly": ("Meestal lager maken het: {parts}.", "What mostly makes it lower: {parts}."),
    "parts.rest": ("Geen duidelijk verschil: {parts}.", "No clear difference: {parts}."),
    "parts.counted": ("In dit model is {figure} bij {model} {counts}.", "In this model {figure} of {model} is {counts}."),
    "parts.count.of": (" van de {n} keuzes", " of the {n} choices"),
    "parts.count.up": ("met {n}{of} duidelijk hoger", "clearly higher with {n}{of}"),
    "parts.count.down": ("met {n}{of} duidelijk lager", "clearly lower with {n}{of}"),
    "parts.count.up.mostly": ("met {n}{of} meestal hoger", "mostly higher with {n}{of}"),
    "parts.count.down.mostly": ("met {n}{of} meestal lager", "mostly lower with {n}{of}"),
    "parts.count.no.up": ("; met geen keuze hoger", "; with no choice higher"),
    "parts.count.no.down": ("; met geen keuze lager", "; with no choice lower"),
    "parts.besides": ("{figure}: {sides}.", "{figure}: {sides}."),
    "parts.by.up": ("duidelijk hoger door {parts}", "clearly higher by {parts}"),
    "parts.by.down": ("duidelijk lager door {parts}", "clearly lower by {parts}"),
    "parts.by.up.mostly": ("meestal hoger door {parts}", "mostly higher by {parts}"),
    "parts.by.down.mostly": ("meestal lager door {parts}", "mostly lower by {parts}"),
    "parts.by.none": ("door geen van de keuzes duidelijk anders", "by none of the choices clearly other"),
    "parts.none": ("In dit model maakt geen van deze {n} keuzes een duidelijk verschil voor {figure} bij {model}.",
                   "In this model none of these {n} choices makes a clear difference to {figure} of {model}."),
    "parts.all": ("Steeds is één ding anders dan dit: {what}; dan is het {middle}. Gekeken is naar: {figure}.",
                  "Each time one thing is other than this: {what}; then it is {middle}. What was looked at: {figure}."),
    "parts.everything": ("alles aan", "everything on"), "parts.the_rest": ("al het andere aan", "all the rest on"),
    "parts.best": ("In dit model is {figure} bij {model} het hoogst {parts}: {middle}.",
                   "In this model {figure} of {model} is highest {parts}: {middle}."),
    "parts.with": ("met {parts}", "with {parts}"), "parts.without": ("zonder {parts}", "without {parts}"),
    "parts.near": ("Van de {of} combinaties {near}; de rest is duidelijk lager.",
                   "Of the {of} combinations {near}; the rest are clearly lower."),
    "parts.near.alike": ("kan bij {n} andere het verschil daarmee toeval zijn", "{n} more may differ from it by luck alone"),
    "parts.near.mostly": ("is het bij {n} meestal lager", "{n} are mostly lower"),
    "parts.with.all": ("met alles aan", "with everything on"),
    "parts.alone": ("De andere van de {of} combinaties zijn alle duidelijk lager.",
                    "The others of the {of} combinations are all clearly lower."),
    "parts.title": ("{figure}: wat elk deel toevoegt of kost", "{figure}: what each part adds or costs"),
    "parts.less": ("\u2190 lager", "\u2190 lower"), "parts.more": ("hoger \u2192", "higher \u2192"),
    "parts.caption": (
        "Punt: het midden van het verschil met en zonder dit deel (of anders dan nu), in hetzelfde verloop, al het "
        "andere gelijk. Streep: waar {most} liggen, van {n} mogelijke verlopen. Open ruit: die streep raakt nul.",
        "Dot: the middle of the difference with and without this part (or otherwise than now), in the same course, "
        "all else the same. Bar: where {most} lie, of {n} possible courses. Open diamond: that bar touches zero."),
}
