"""What is said of thresholds. A part of the word list."""

THRESHOLD_TEXTS = {
    "threshold.there": ("is het er aan het eind", "it is still there at the end"),
    "threshold.holds": ("is ‘{figure}’ {sign} {value}", "‘{figure}’ is {sign} {value}"),
    "sign.least": ("minstens", "at least"), "sign.more": ("meer dan", "more than"),
    "sign.most": ("hoogstens", "at most"), "sign.less": ("minder dan", "less than"),
    "threshold.of": ("een {label} van {value}", "a {label} of {value}"),
    "threshold.of_an": ("een {label} van {value}", "an {label} of {value}"),
    "threshold.plain": ("{value} voor {label}", "{value} for {label}"),
    "threshold.half": ("de helft", "half"), "threshold.share": ("{n} van de {of}", "{n} of {of}"),
    "threshold.half_of": ("de helft van de mogelijke verlopen", "half of the possible courses"),
    "threshold.share_of": ("{n} van de {of} mogelijke verlopen", "{n} of {of} possible courses"),
    "threshold.furthest": (
        "In dit model houdt het bij {best} het langst stand: {reach} in {share}; bij {worst} het kortst: {least}.",
        "In this model it holds out longest with {best}: {reach} in {share}; shortest with {worst}: {least}."),
    "threshold.as_far": ("In dit model houdt het overal even lang stand: {reach} in {share}.",
                         "In this model it holds out as long everywhere: {reach} in {share}."),
    "threshold.reach": ("tot {there}", "up to {there}"),
    "threshold.reach.all": ("ook nog bij {there}, het hoogste dat is bekeken",
                            "even with {there}, the highest that was looked at"),
    "threshold.reach.none": ("nergens", "nowhere"),
    "threshold.apart": ("De grens van {best} ligt {often} hoger dan die van {worst}.",
                        "The limit of {best} lies {often} above that of {worst}."),
    "threshold.first": ("{model}: in dit model {holds} tot {there} in {share}",
                        "{model}: in this model {holds} up to {there} in {share}"),
    "threshold.first_plain": ("{model}: in dit model {holds}, tot {there} in {share}",
                              "{model}: in this model {holds}, up to {there} in {share}"),
    "threshold.then": (", en tot {there} in {share}", ", and up to {there} in {share}"),
    "threshold.first_all": ("{model}: in dit model {holds} ook nog bij {there}, het hoogste dat is bekeken, in {share}",
                            "{model}: in this model {holds} even with {there}, the highest that was looked at, in "
                            "{share}"),
    "threshold.then_all": (", en ook in {share}", ", and in {share} as well"),
    "threshold.first_never": ("{model}: in dit model {holds} ook bij {there}, het laagste dat is bekeken, in maar {n} "
                              "van de {of} mogelijke verlopen",
                              "{model}: in this model, even with {there}, the lowest that was looked at, {holds} in "
                              "no more than {n} of {of} possible courses"),
    "threshold.then_never": (". Nergens is het zo in {share}: bij {there} is het {n} van de {of}",
                             ". Nowhere is it so in {share}: with {there} it is {n} of {of}"),
    "threshold.same": ("{model}: in dit model {holds} in {count} mogelijke verlopen, van {there} tot en met {high}",
                       "{model}: in this model {holds} in {count} possible courses, from {there} up to {high}"),
    "threshold.none": ("geen van de {of}", "none of the {of}"), "threshold.every": ("alle {of}", "all {of}"),
    "threshold.as_often": ("In dit model {holds} even vaak bij elke {label} van {low} tot en met {high}: {each}.",
                           "In this model {holds} as often at every {label} from {low} up to {high}: {each}."),
    "threshold.never": (
        "In dit model {holds} bij geen enkele {label} van {low} tot en met {high}: bij {models} in geen van de {of} "
        "mogelijke verlopen.",
        "In this model {holds} at no {label} from {low} up to {high}: with {models} in none of {of} possible courses."),
    "threshold.in": ("{models} in {count}{courses}", "{models} in {count}{courses}"),
    "threshold.courses": (" mogelijke verlopen", " possible courses"), "threshold.only": ("{n}", "{n}"),
    "threshold.flat": ("Wat goed gaat bij {low}, gaat ook goed bij {high}; en wat misgaat bij {high}, ging al mis bij "
                       "{low}.",
                       "What goes well at {low} goes well at {high} too; and what goes wrong at {high} already went "
                       "wrong at {low}."),
    "threshold.unknown": ("{model}: in dit model is niet te zeggen tot waar dit geldt",
                          "{model}: in this model it cannot be said up to where this holds"),
    "threshold.looked": ("Bekeken: {label} van {low} tot {high}, in {n} mogelijke verlopen, en in elk verloop apart "
                         "gezocht tot waar het geldt.",
                         "Looked at: {label} from {low} to {high}, in {n} possible courses; in each course by itself "
                         "it was sought up to where it holds."),
    "threshold.rounded": ("Elke grens is gezocht tot op {tolerance}, en daarop afgerond.",
                          "Each limit was sought to within {tolerance}, and is rounded to that."),
    "threshold.sure": ("{models} ({often}).", "{models} ({often})."),
    "threshold.flat_sure": ("{model}: met veel meer verlopen ligt dat deel tussen {low} en {high}",
                            "{model}: with many more courses that share lies between {low} and {high}"),
    "threshold.often": ("{n} van de {of} keer", "{n} times in {of}"),
    "threshold.between": ("{share} tussen {low} en {high}", "{share} between {low} and {high}"),
    "threshold.at_most": ("{share} nergens of tot hoogstens {high}", "{share} nowhere or up to {high} at most"),
    "threshold.at_least": ("{share} tot minstens {low}", "{share} up to {low} at least"),
    "threshold.nowhere": ("{share} nergens", "{share} nowhere"),
    "threshold.everywhere": ("{share} overal", "{share} everywhere"),
    "threshold.unsure": ("{share} is uit {n} verlopen niet te zeggen", "{share} is not to be said from {n} courses"),
    "threshold.again": ("{model}: in {n} van de {of} verlopen gaat het bij een hogere waarde weer goed; hier telt tot "
                        "waar het voor het eerst misgaat.",
                        "{model}: in {n} of {of} courses it is right again at a higher value; what counts here is up "
                        "to where it first goes wrong."),
    "threshold.lost": ("{model}: {n} van de {of} verlopen zijn mislukt en tellen niet mee.",
                       "{model}: {n} of {of} courses failed and do not count."),
    "threshold.unmeasured": ("{model}: in {n} van de {of} verlopen is dit ergens niet te meten ({figure}); die tellen "
                             "niet mee.",
                             "{model}: in {n} of {of} courses this cannot be measured somewhere ({figure}); they do "
                             "not count."),
    "threshold.short": ("De grens is nog niet zo zeker als gevraagd: na {n} verlopen was het maximum bereikt.",
                        "The limit is not yet as sure as was asked: after {n} courses the most was reached."),
    "threshold.method": ("Hoe: {scan} waarden over het hele bereik, dan steeds de helft van het stuk waarin het "
                         "voor het eerst misgaat, tot op {tolerance}. Gaat het tussen twee van die waarden even mis, "
                         "dan blijft dat ongezien.",
                         "How: {scan} values over the whole range, then each time half of the piece in which it "
                         "first goes wrong, to within {tolerance}. Where it goes wrong for a moment between two of "
                         "those values, that stays unseen."),
    "threshold.interval": (
        "Grenzen zijn kwantielen van de drempels per verloop. Hun interval ({level}) ligt tussen twee van de "
        "geordende drempels, gekozen met de binomiale verdeling; het lage eind is waar het nog geldt, het hoge waar "
        "het niet meer geldt. De band van een deel van de verlopen is het interval van Clopper en Pearson.",
        "Limits are quantiles of the thresholds of the courses. Their interval ({level}) lies between two of the "
        "ordered thresholds, chosen by the binomial distribution; its low end is where it still holds, its high end "
        "where it no longer does. The band of a share of courses is the interval of Clopper and Pearson."),
    "threshold.how_often": ("hoe vaak {holds}", "in how many courses {holds}"),
    "threshold.shares": (
        "Lijn: het deel van {n} mogelijke verlopen waarin het tot daar steeds geldt; band: waar dat deel bij heel "
        "veel verlopen ligt ({often}). Stip met streep: de grens voor {shares}, en waar die ligt ({often}).",
        "Line: the share of {n} possible courses in which it holds all the way up to there; band: where that share "
        "lies with very many courses ({often}). Dot with bar: the limit for {shares}, and where it lies ({often})."),
}
