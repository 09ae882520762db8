"""What is said of a sweep. A part of the word list."""

SWEEP_TEXTS = {
    "sweep.best": ("In dit model is {figure} bij {model} het hoogst met {point}: {middle}.",
                   "In this model {figure} of {model} is highest with {point}: {middle}."),
    "sweep.loss": ("Ook op het hoogste punt is {figure} onder nul.",
                   "Even at the highest point {figure} is below zero."),
    "sweep.at": (" met {point}", " with {point}"),
    "sweep.there": ("{model} bestaat{at} aan het eind nog in {n} van de {of} mogelijke verlopen.",
                    "{model} still exists at the end{at} in {n} of {of} possible courses."),
    "sweep.edge": ("Dat punt is de rand van wat is bekeken.", "That point is the edge of what was looked at."),
    "sweep.worst": ("Het laagst is het met {worst}: {least}. Gekeken is naar: {what}.",
                    "It is lowest with {worst}: {least}. What was looked at: {what}."),
    "sweep.flat": ("In dit model maakt de keuze van {paths} geen duidelijk verschil voor {figure} bij {model}.",
                   "In this model the choice of {paths} makes no clear difference to {figure} of {model}."),
    "sweep.around": ("Het is overal ongeveer {middle}. Gekeken is naar: {what}.",
                     "It is around {middle} everywhere. What was looked at: {what}."),
    "sweep.around.part": ("Het is zo in {least} tot {most}. Gekeken is naar: {what}.",
                          "It is so in {least} to {most}. What was looked at: {what}."),
    "sweep.models.clear": (
        "In dit model is {figure} duidelijk het hoogst bij {model}, {point}: {middle}.",
        "In this model {figure} is clearly highest with {model}, {point}: {middle}."),
    "sweep.models": (
        "In dit model is {figure} het hoogst bij {model}, {point}: {middle}. Niet elk ander model blijft daar "
        "duidelijk onder.",
        "In this model {figure} is highest with {model}, {point}: {middle}. Not every other model stays clearly "
        "below that."),
    "sweep.any": ("bij welke keuze ook", "whatever is chosen"),
    "sweep.unmeasured": ("Dit is niet te meten: {figure}.", "This cannot be measured: {figure}."),
    "sweep.clear": ("Het verschil tussen hoogst en laagst is duidelijk: in hetzelfde verloop {span}.",
                    "The difference between highest and lowest is clear: in the same course {span}."),
    "sweep.mostly": (
        "Het hoogste punt ligt {often} boven het laagste; het verschil is in hetzelfde verloop {span}.",
        "The highest point lies above the lowest {often}; the difference in the same course is {span}."),
    "sweep.sometimes": (
        "Vaak maakt het niets uit. Het hoogste punt ligt {often} boven het laagste, en {less} eronder; het verschil is "
        "in hetzelfde verloop {span}.",
        "Often it makes no difference. The highest point lies above the lowest {often}, and below it in {less}; the "
        "difference in the same course is {span}."),
    "sweep.none": (
        "Het verschil tussen hoogst en laagst gaat van verloop tot verloop alle kanten op: {span}.",
        "The difference between highest and lowest goes either way from course to course: {span}."),
    "sweep.none.part": ("Het verschil tussen hoogst en laagst kan toeval zijn: {span}.",
                        "The difference between highest and lowest may be luck: {span}."),
    "sweep.seldom": ("{alike} is er tussen hoogst en laagst helemaal geen verschil.",
                     "{alike} there is no difference at all between highest and lowest."),
    "sweep.same": (
        "Er is helemaal geen verschil: in elk van de {n} verlopen is het bij elke keuze precies gelijk.",
        "There is no difference at all: in each of the {n} courses it is exactly the same for every choice."),
    "sweep.alike": ("Bijna even hoog is het met {points}: daar kan het verschil met het hoogste punt toeval zijn.",
                    "It is nearly as high with {points}: there the difference from the highest point may be luck."),
    "sweep.elsewhere": (
        "{figure}: het hoogst met {point}: {middle}; met {here} is dat {least}.",
        "{figure}: highest with {point}: {middle}; with {here} that is {least}."),
    "sweep.sure": ("Het midden ligt bij het hoogste punt {sure} (19 van de 20 keer).",
                   "The middle lies {sure} at the highest point (19 times in 20)."),
    "sweep.mixed": (
        "Punt: het midden van {n} mogelijke verlopen; streep: waar {most} liggen. Van punt tot punt verandert meer dan "
        "wat onderaan staat: ook {others}.",
        "Dot: the middle of {n} possible courses; bar: where {most} lie. From point to point more changes than what "
        "stands below: {others} as well."),
    "sweep.part": ("Lijn: in welk deel van {n} mogelijke verlopen het zo is.",
                   "Line: in what part of {n} possible courses it is so."),
    "sweep.mixed.part": (
        "Punt: in welk deel van {n} mogelijke verlopen het zo is. Van punt tot punt verandert meer dan wat onderaan "
        "staat: ook {others}.",
        "Dot: in what part of {n} possible courses it is so. From point to point more changes than what stands below: "
        "{others} as well."),
    "sweep.band": ("Tussen haakjes: waar {most} liggen, van {n} mogelijke verlopen.",
                   "In brackets: where {most} lie, of {n} possible courses."),
}
