"""What is said of models side by side in several futures. A part of the word list."""

VERSUS_TEXTS = {
    "versus.always": (
        "In dit model is {model} in elk van deze toekomsten de beste keuze, gekeken naar: {figure}.",
        "In this model {model} is the best choice in each of these futures, looking at: {figure}."),
    "versus.safe": (
        "In dit model is {model} de veiligste keuze, gekeken naar: {figure}.",
        "In this model {model} is the safest choice, looking at: {figure}."),
    "versus.lags": (
        "{model} blijft het meest achter in de toekomst ‘{future}’: {regret} slechter dan de beste keuze daar.",
        "{model} lags most in the future ‘{future}’: {regret} worse than the best choice there."),
    "versus.unclear": (
        "In dit model verschillen deze modellen in geen van de toekomsten duidelijk, gekeken naar: {figure}.",
        "In this model these models do not clearly differ in any of the futures, looking at: {figure}."),
    "versus.clear": ("Het verschil met elk ander model is in elke toekomst duidelijk.",
                     "The difference with each other model is clear in each future."),
    "versus.partly": ("Niet elk verschil met de andere modellen is duidelijk.",
                      "Not every difference with the other models is clear."),
    "versus.future": ("{future}: het best is {model} met {middle}. Verschil daarmee: {others}.",
                      "{future}: best is {model} with {middle}. Difference from it: {others}."),
    "versus.future.alike": ("{future}: {middle}, zonder duidelijk verschil tussen de modellen.",
                            "{future}: {middle}, without a clear difference between the models."),
    "versus.one.best": (
        "In dit model is {model} het best af met ‘{future}’, gekeken naar: {figure}.",
        "In this model {model} is best off with ‘{future}’, looking at: {figure}."),
    "versus.one.clear": ("Dat is duidelijk beter dan {others}.", "That is clearly better than {others}."),
    "versus.one.mostly": ("Meestal is dat beter dan {others}.", "Mostly that is better than {others}."),
    "versus.one.gone": ("Ook dan bestaat {model} aan het eind nog maar in {n} van de {of} mogelijke verlopen.",
                        "Even then {model} still exists at the end in no more than {n} of {of} possible courses."),
    "versus.otherwise": ("Gekeken naar {figure} is in elk van deze toekomsten iets anders duidelijk beter: {models}.",
                         "Looking at {figure}, another is clearly better in each of these futures: {models}."),
    "versus.otherwise.than": (
        "Gekeken naar {figure} is in elk van deze toekomsten duidelijk beter dan {than}: {models}.",
        "Looking at {figure}, in each of these futures clearly better than {than}: {models}."),
    "versus.one.off": ("Gekeken naar {figure} is iets anders beter: {better}.",
                       "Looking at {figure}, another is better: {better}."),
    "versus.one.off.clear": ("{others} (duidelijk)", "{others} (clearly)"),
    "versus.one.off.mostly": ("{others} (meestal)", "{others} (mostly)"),
    "versus.one.flat": (
        "In dit model maakt het voor {model} geen duidelijk verschil welke van deze {n} het is, gekeken naar: "
        "{figure}.",
        "In this model it makes no clear difference to {model} which of these {n} it is, looking at: {figure}."),
    "versus.one.base": ("‘{future}’: {middle}.", "‘{future}’: {middle}."),
    "versus.one.future": ("‘{future}’: {middle}. Verschil met ‘{base}’: {change}.",
                          "‘{future}’: {middle}. Difference from ‘{base}’: {change}."),
    "versus.survival": (
        "{model} bestaat aan het eind nog {often} bij ‘{base}’, en het minst vaak bij ‘{future}’: {least}.",
        "{model} still exists at the end {often} with ‘{base}’, and least often with ‘{future}’: {least}."),
    "versus.survival.same": ("{model} bestaat aan het eind nog {often} bij ‘{base}’, en bij geen van de andere "
                             "minder vaak.",
                             "{model} still exists at the end {often} with ‘{base}’, and with none of the others less "
                             "often."),
    "versus.survival.one": ("{model} bestaat aan het eind nog {often}, hoe het ook gaat.",
                            "{model} still exists at the end {often}, however it goes."),
    "versus.shock": (
        "‘{future}’, vanaf {month}. Het resultaat per kwartaal, naast hetzelfde verloop zonder: {parts}.",
        "‘{future}’, from {month}. The result by the quarter, beside the same course without it: {parts}."),
    "versus.shock.gone": ("in {n} van de {of} verlopen was het er toen al niet meer",
                          "in {n} of {of} courses it was no more by then"),
    "versus.shock.few": ("de rest is te weinig om iets te zeggen", "the rest are too few to say anything"),
    "versus.few": ("maar in {n} van de {of} verlopen te meten", "measured in no more than {n} of {of} courses"),
    "versus.shock.rest": ("in de andere", "in the others"),
    "versus.shock.not": ("in {n} van de {of} nooit lager", "never lower in {n} of {of}"),
    "versus.shock.back": ("in {n} van de {of} weer terug (de middelste na {span})",
                          "back in {n} of {of} (the middle one after {span})"),
    "versus.shock.never": ("in {n} van de {of} niet terug", "not back in {n} of {of}"),
    "versus.shock.not.all": ("nooit lager", "never lower"),
    "versus.shock.back.all": ("altijd weer terug (de middelste na {span})",
                              "always back (the middle one after {span})"),
    "versus.shock.never.all": ("nooit terug", "never back"),
    "versus.same": ("‘{future}’ geldt alleen voor {models}; voor de andere modellen verandert er dan niets.",
                    "‘{future}’ holds for {models} alone; for the other models nothing changes then."),
    "versus.band": (
        "Elk getal is het midden van {n} mogelijke verlopen; tussen haakjes: waar {most} liggen.",
        "Each number is the middle of {n} possible courses; in brackets: where {most} lie."),
    "versus.paired": (
        "Een verschil is in elk verloop apart genomen, met dezelfde mee- en tegenvallers; het is dus niet het ene midden "
        "min het andere. Duidelijk heet het als het in 9 van de 10 verlopen dezelfde kant op gaat. Meestal en soms is "
        "minder vaak, maar ook geen toeval.",
        "A difference is taken in each course by itself, with equal luck; so it is not the one middle less the other. "
        "It is called clear when it goes the same way in 9 of 10 courses. Mostly and sometimes are less often, but no "
        "luck either."),
    "versus.short": ("Zo zeker als gevraagd is het nog niet: na {n} verlopen was het maximum bereikt.",
                     "It is not yet as sure as was asked: after {n} courses the most was reached."),
    "versus.forest": ("{figure}\u00a0– verschil met ‘{than}’", "{figure}\u00a0– difference from ‘{than}’"),
    "versus.dot": (
        "Stip: het middelste verschil van {n} mogelijke verlopen; streep: waar {most} liggen. Een open "
        "stip is geen duidelijk verschil.",
        "Dot: the middle difference of {n} possible courses; line: where {most} lie. A hollow dot is no clear "
        "difference."),
    "versus.dot.yes": (
        "Stip: in welk deel van {n} mogelijke verlopen het meer of minder vaak zo is. Een open stip is geen duidelijk "
        "verschil.",
        "Dot: in what part of {n} possible courses it is more or less often so. A hollow dot is no clear difference."),
    "versus.right": ("Rechts van nul is beter.", "Right of zero is better."),
    "versus.left": ("Links van nul is beter.", "Left of zero is better."),
    "versus.regret": ("{figure}\u00a0– hoeveel slechter dan de beste keuze in die toekomst",
                      "{figure}\u00a0– how much worse than the best choice in that future"),
    "versus.cell": (
        "In elk vak het midden van {n} mogelijke verlopen, daaronder waar {most} liggen. Hoe donkerder, hoe "
        "verder van de beste keuze in hetzelfde verloop.",
        "In each cell the middle of {n} possible courses, below it where {most} lie. The darker, the further from "
        "the best choice in the same course."),
    "versus.seldom": ("te weinig te meten", "too seldom measured"),
    "versus.best": ("beste keuze", "best choice"),
    "versus.cash": ("{models}: kas van de onderneming bij ‘{future}’, naast ‘{base}’",
                    "{models}: cash of the enterprise with ‘{future}’, beside ‘{base}’"),
    "versus.begins": ("stippellijn: begint in {month}", "dotted line: begins in {month}"),
    "versus.method": (
        "Alle modellen en toekomsten delen dezelfde {n} verlopen (common random numbers); verschillen zijn gepaard. "
        "Banden zijn het 10e en 90e percentiel, het midden is de mediaan; een verschil heet duidelijk als die band "
        "nul niet bevat. ‘Hoeveel slechter dan de beste keuze’ is regret per verloop en toekomst: de beste waarde "
        "van alle modellen min die van dit model; de veiligste keuze heeft de kleinste grootste mediaan (minimax "
        "regret). Herstel: het eerste kwartaal na de eerste daling waarin het resultaat weer op of boven dat van "
        "hetzelfde verloop zonder de schok ligt; één goed kwartaal telt. Stoppen gebeurt op het {level} %-interval "
        "van de mediaan van elk gepaard verschil (orde-statistieken, binomiaal), na vaste partijen.",
        "All models and futures share the same {n} courses (common random numbers); differences are paired. Bands "
        "are the 10th and 90th percentiles, the middle is the median; a difference is called clear when that band "
        "does not hold zero. ‘How much worse than the best choice’ is regret for each course and future: the best "
        "value of all models less that of this one; the safest choice has the least largest median (minimax regret). "
        "Recovery: the first quarter after the first fall in which the result is again at or above that of the same "
        "course without the shock; one good quarter counts. Stopping is on the {level} % interval of the median of "
        "every paired difference (order statistics, binomial), at fixed batches."),
}
