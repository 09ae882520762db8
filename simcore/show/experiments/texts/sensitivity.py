"""What is said of a sensitivity study. A part of the word list."""

SENSITIVITY_TEXTS = {
    "sensitivity.one": (
        "In dit model beweegt dit {figure} van {model} het meest: {inputs}. Wie dat nagaat, leert het meest.",
        "In this model this moves {figure} of {model} most: {inputs}. To check that is to learn most."),
    "sensitivity.some": (
        "In dit model bewegen deze {figure} van {model} het meest: {inputs}. Welke daarvan het meest, is nog niet te "
        "zeggen.",
        "In this model these move {figure} of {model} most: {inputs}. Which of them most cannot be said yet."),
    "sensitivity.several": ("In dit model beweegt dit {figure} het meest: {models}.",
                            "In this model this moves {figure} most: {models}."),
    "sensitivity.of": ("bij {model} {inputs}", "with {model} {inputs}"),
    "sensitivity.still": (
        "{model}: {figure} verandert in dit model niet, welk van de {inputs} getallen met een bandbreedte er ook "
        "verandert.",
        "{model}: {figure} does not change in this model, whichever of the {inputs} numbers with a range changes."),
    "sensitivity.no_first.still": (
        "{n} getallen kregen steeds een andere waarde, en geen daarvan bewoog {figure}: er is niets om eerst na te "
        "gaan.",
        "{n} numbers got another value each time, and none of them moved {figure}: there is nothing to check first."),
    "sensitivity.no_first": (
        "{n} getallen kregen steeds een andere waarde. Welk daarvan {figure} het meest beweegt, is hier niet te "
        "zeggen.",
        "{n} numbers got another value each time. Which of them moves {figure} most cannot be said here."),
    "sensitivity.rare": (
        "{model}: {figure} is in dit model in bijna alle verlopen hetzelfde; in te weinig is het anders om te zeggen "
        "waaraan dat ligt.",
        "{model}: {figure} is the same in nearly all courses in this model; in too few is it another to say what moves "
        "it."),
    "sensitivity.unmeasured": (
        "{model}: {figure} was in {n} van de {of} proeven niet te meten; er zijn er te weinig over om iets te zeggen.",
        "{model}: {figure} could not be measured in {n} of {of} trials; too few are left to say anything."),
    "sensitivity.item": ("{input}: {share}; {evidence}", "{input}: {share}; {evidence}"),
    "sensitivity.hangs": (
        "Het deel is wat van de verschillen tussen mogelijke verlopen eraan hangt, alleen of samen met iets anders. "
        "Wat hetzelfde cijfer heeft kan even belangrijk zijn; wat het zwakst is onderbouwd staat dan vooraan.",
        "The share is what of the differences between possible courses hangs on it, alone or together with something "
        "else. What has the same number may matter as much; what rests on least then stands in front."),
    "sensitivity.sure": ("Tussen haakjes: tussen wat het deel ligt, 19 van de 20 keer.",
                         "In brackets: between what the share lies, 19 times in 20."),
    "sensitivity.luck": ("Aan geluk hangt {share}: dat kan niemand nagaan.",
                         "Luck is behind {share}: nobody can check that."),
    "sensitivity.rest": ("Aan de {n} andere getallen met een bandbreedte hangt, samen, {share}.",
                         "The {n} other numbers with a range are together behind {share}."),
    "sensitivity.rest.one": ("Aan het ene andere getal met een bandbreedte hangt {share}.",
                             "The one other number with a range is behind {share}."),
    "sensitivity.aside": (
        "{n} van de {of} getallen zijn na een eerste blik bij elkaar genomen: elk daarvan bewoog {figure} gemiddeld "
        "hooguit {bound}. De tabel first_look noemt ze alle.",
        "{n} of {of} numbers were taken together after a first look: each of them moved {figure} by {bound} at most, "
        "on average. The table first_look names all of them."),
    "sensitivity.close": ("{n} daarvan kunnen zo veel doen als het laatste getal dat apart bleef: {inputs}.",
                          "{n} of them may do as much as the last number that was kept apart: {inputs}."),
    "sensitivity.close.one": ("Eén daarvan kan zo veel doen als het laatste getal dat apart bleef: {inputs}.",
                              "One of them may do as much as the last number that was kept apart: {inputs}."),
    "sensitivity.fixed.no_range.one": (
        "Niet gevarieerd: één getal zonder bandbreedte. Dat zegt niets over hoe belangrijk het is.",
        "Not varied: one number without a range. That says nothing about how much it matters."),
    "sensitivity.fixed.people.one": (
        "Ook niet gevarieerd: één getal dat bepaalt wie er in de wijk wonen, want dat zijn in elk verloop dezelfde "
        "mensen.",
        "Nor varied: one number that says who lives in the district, as those are the same people in every course."),
    "sensitivity.fixed.not_asked.one": (
        "Eén getal met een bandbreedte stond niet in de vraag; het hield zijn middelste waarde.",
        "One number with a range was not in the question; it kept its middle value."),
    "sensitivity.fixed.set.one": ("Eén getal heeft de vraag zelf vastgezet.",
                                  "One number was set by the question itself."),
    "sensitivity.fixed.no_range": (
        "Niet gevarieerd: {n} getallen zonder bandbreedte. Dat zegt niets over hoe belangrijk ze zijn.",
        "Not varied: {n} numbers without a range. That says nothing about how much they matter."),
    "sensitivity.fixed.people": (
        "Ook niet gevarieerd: {n} getallen die bepalen wie er in de wijk wonen, want dat zijn in elk verloop dezelfde "
        "mensen.", "Nor varied: {n} numbers that say who lives in the district, as those are the same people in every "
        "course."),
    "sensitivity.fixed.not_asked": (
        "{n} getallen met een bandbreedte stonden niet in de vraag; ze hielden hun middelste waarde.",
        "{n} numbers with a range were not in the question; they kept their middle value."),
    "sensitivity.fixed.set": ("{n} getallen heeft de vraag zelf vastgezet.",
                              "{n} numbers were set by the question itself."),
    "sensitivity.lost": ("In {n} van de {of} proeven was {figure} niet te meten; die tellen nergens mee.",
                         "In {n} of {of} trials {figure} could not be measured; those count nowhere."),
    "sensitivity.luck.name": ("geluk", "luck"), "sensitivity.rest.name": ("alle andere samen", "all others together"),
    "sensitivity.neighbourhood": ("De wijk", "The neighbourhood"), "sensitivity.plugins": ("Plugins", "Plugins"),
    "sensitivity.rules": ("Regels van de onderneming", "Rules of the enterprise"),
    "sensitivity.title.first": ("{model}: wat eerst nagaan voor {figure}? Hoe meer naar rechtsboven, hoe eerder",
                                "{model}: what to check first for {figure}? The further to the top right, the sooner"),
    "sensitivity.title.moves": ("{model}: wat beweegt {figure}?", "{model}: what moves {figure}?"),
    "sensitivity.title.blocks": ("{model}: welk blok beweegt {figure}?", "{model}: which block moves {figure}?"),
    "sensitivity.title.look": ("{model}, een eerste blik: hoe ver beweegt elk getal {figure}?",
                               "{model}, a first look: how far does each number move {figure}?"),
    "sensitivity.axis.share": ("Deel van de verschillen tussen verlopen dat eraan hangt",
                               "Share of the differences between courses that hangs on it"),
    "sensitivity.axis.evidence": ("zwakker onderbouwd →", "rests on less →"),
    "sensitivity.caption.first": (
        "Elk punt is een getal van het model. Het streepje: tussen wat het deel ligt, 19 van de 20 keer. Getallen "
        "met hetzelfde cijfer kunnen even belangrijk zijn.",
        "Each dot is a number of the model. The line: between what the share lies, 19 times in 20. Numbers with the "
        "same figure in front may matter as much."),
    "sensitivity.caption.moves": (
        "De balk: het deel van de verschillen tussen mogelijke verlopen dat eraan hangt, alleen of samen met iets "
        "anders; daarom zijn alle balken samen vaak meer dan 100 %.",
        "The bar: the share of the differences between possible courses that hangs on it, alone or together with "
        "something else; so all bars together are often more than 100%."),
    "sensitivity.caption.look": (
        "Hoe ver het gemiddeld beweegt als het getal een halve bandbreedte verschuift, op {ways} plekken. {n} andere "
        "getallen bewegen het minder of niet; ze staan in tables/first_look.csv.",
        "How far it moves on average when the number shifts by half its range, in {ways} places. {n} other numbers "
        "move it less or not at all; they are in tables/first_look.csv."),
    "sensitivity.key.input": ("een getal van het model", "a number of the model"),
    "sensitivity.key.block": ("een blok, met al zijn getallen", "a block, with all its numbers"),
    "sensitivity.key.sure": ("hoe zeker (19 van de 20 keer)", "how sure (19 times in 20)"),
    "sensitivity.key.alone": ("wat er alleen aan dit hangt (dunne lijn: hoe zeker)",
                              "what hangs on this alone (thin line: how sure)"),
    "sensitivity.key.kept": ("apart bekeken", "looked at by itself"),
    "sensitivity.key.aside": ("samengenomen met de rest", "taken together with the rest"),
    "sensitivity.part.people": ("bewoners: {what}", "residents: {what}"),
    "sensitivity.part.needs": ("behoeften: {what}", "needs: {what}"),
    "sensitivity.part.choice": ("wat huishoudens kiezen: {what}", "what households choose: {what}"),
    "sensitivity.part.wmo": ("Wmo: {what}", "Wmo: {what}"),
    "sensitivity.part.labour": ("werk en loon: {what}", "work and wages: {what}"),
    "sensitivity.part.assistance": ("bijstand: {what}", "benefit: {what}"),
    "sensitivity.part.ties": ("contacten: {what}", "ties: {what}"),
    "sensitivity.part.commons": ("portieken en straat: {what}", "porticoes and street: {what}"),
    "sensitivity.part.stop": ("stopregel: {what}", "stop rule: {what}"),
    "sensitivity.part.start_on_request": ("beginnen op verzoek: {what}", "starting on request: {what}"),
    "sensitivity.part.grow": ("groeien: {what}", "growing: {what}"),
    "sensitivity.part.pay_delay": ("betalen: {what}", "payment: {what}"),
    "sensitivity.method.look": (
        "Eerste blik: elementaire effecten (Morris 1991, radiaal zoals Campolongo e.a. 2011), {ways} startpunten, "
        "{levels} even waarschijnlijke niveaus, stap van een halve kansverdeling, zelfde toeval voor en na de stap; "
        "gemiddelde van de absolute verandering (mu*). De {keep} grootste gaan apart verder, de rest als een groep.",
        "First look: elementary effects (Morris 1991, radial as in Campolongo et al. 2011), {ways} base points, "
        "{levels} equally likely levels, a step of half the distribution, the same random numbers before and after; "
        "mean absolute change (mu*). The {keep} largest go on by themselves, the rest as one group."),
    "sensitivity.method.shares": (
        "Daarna indices van Sobol over {samples} rijen (Saltelli e.a. 2010; totaal volgens Jansen 1999): aparte "
        "getallen uit een geschudde Sobol-reeks, de rest uit een Latijnse hyperkubus, elk getal uit zijn "
        "driehoeksverdeling. Geluk is een factor: de rij met verwisseld geluk speelt dezelfde waarden in een ander "
        "verloop.",
        "Then Sobol indices over {samples} rows (Saltelli et al. 2010; total after Jansen 1999): numbers by "
        "themselves from a scrambled Sobol sequence, the rest from a Latin hypercube, each by its triangular "
        "distribution. Luck is a factor: the row with luck swapped plays the same values in another course."),
    "sensitivity.method.sure": (
        "Intervallen: 95 %, percentielen van {resamples} bootstrap-trekkingen van rijen (bij de eerste blik: van "
        "startpunten). Een rij met een mislukt of onmeetbaar verloop valt in alle matrices weg; zij telt nooit als "
        "nul.",
        "Intervals: 95%, percentiles of {resamples} bootstrap draws of rows (in the first look: of base points). A "
        "row with a course that failed or cannot be measured is left out of every matrix; it never counts as zero."),
    "sensitivity.method.order": (
        "Volgorde: op totale index; wie met de eerste van een rang overlapt, deelt die rang; daarbinnen het zwakst "
        "onderbouwde eerst (feit, bron, aanname, open vraag).",
        "Order: by total index; who overlaps with the first of a rank shares it; within one what rests on least "
        "comes first (fact, source, assumption, open question)."),
}
