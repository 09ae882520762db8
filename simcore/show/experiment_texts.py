"""What is said of experiments: their answers, what was varied, how sure it is. A part of the word list."""

EXPERIMENT_TEXTS = {
    "experiment.survival.share": ("Bestaat aan het eind nog", "Still exists at the end"),
    "experiment.survival.weeks": ("Weken dat het bestaat", "Weeks that it exists"),
    "experiment.unsure": ("met {n} verlopen niet te zeggen", "not to be said from {n} courses"),
    "experiment.courses": ("{n} mogelijke verlopen per punt", "{n} possible courses for each point"),
    "experiment.short": (
        "Zo zeker als gevraagd is het nog niet: na {n} verlopen per punt was het maximum bereikt.",
        "It is not yet as sure as was asked: after {n} courses for each point the most was reached."),
    "experiment.lost": ("{n} van de {of} verlopen zijn mislukt en tellen niet mee; zie de map failures.",
                        "{n} of {of} courses failed and do not count; see the folder failures."),
    "experiment.quick": ("Dit is een snelle, ruwe proef met een kleine wijk: kijk niet naar de getallen.",
                         "This is a quick, rough trial with a small district: do not go by its numbers."),
    "experiment.again": ("Maak het opnieuw met: {command}", "Make it again with: {command}"),
    "experiment.folder": ("Alles staat in {folder}: antwoord, plaatjes, tabellen.",
                          "All of it is in {folder}: the answer, pictures, tables."),
    "experiment.page.method": ("Hoe het is uitgerekend", "How it was worked out"),
    "experiment.page.band": (
        "Een band loopt van het verloop waar 1 op de 10 onder ligt tot dat waar 1 op de 10 boven ligt. Alle punten "
        "en modellen delen hun toeval en de trekking van elk getal met een bandbreedte dat de vraag niet zelf zet: "
        "een verschil komt nooit door geluk.",
        "A band runs from the course that 1 in 10 lie below to the one that 1 in 10 lie above. All points and models "
        "share their luck and the draw of every number with a range that the question does not set itself: a "
        "difference is never luck."),
    "experiment.page.first": (
        "Deze schattingen bewegen het antwoord in dit model het meest. Wie ze nagaat, weet het meeste.",
        "These guesses move the answer most in this model. To check them is to learn most."),
    "experiment.page.none": (
        "Geen schatting springt eruit. Met minder dan {least} verlopen is dat niet te zeggen.",
        "No guess stands out. With fewer than {least} courses that cannot be said."),
    "experiment.page.models": ("Modellen", "Models"), "experiment.page.place": ("Wijk", "Neighbourhood"),
    "experiment.page.time": ("Gespeelde tijd", "Time played"),
    "experiment.page.residents": ("Bewoners", "Residents"),
    "experiment.page.futures": ("Toekomsten", "Futures"),
    "experiment.page.about": ("Waar de vraag vandaan komt", "Where the question comes from"),
    "experiment.page.played": ("Wat er is gespeeld", "What was played"),
    "experiment.page.tables": ("Alle getallen", "Every number"),
    "experiment.page.rest": ("Nog {n} regels staan in {file}.", "{n} more lines are in {file}."),
    "experiment.stopped": ("Gestopt. Wat klaar is, is bewaard: dezelfde opdracht gaat verder.",
                           "Stopped. What is finished is kept: the same command goes on."),
    "experiment.part": (
        "Dit is deel {part} van {name}. Het antwoord komt er als de delen bij elkaar zijn: simwijk merge.",
        "This is part {part} of {name}. The answer comes when the parts are together: simwijk merge."),
    "experiment.missing": (
        "De verlopen staan bij elkaar, maar voor het antwoord zijn er nog minstens {n} nodig. Ga verder met: {command}",
        "The courses are together, but the answer needs at least {n} more. Go on with: {command}"),
    "experiment.status": ("{done} van hoogstens {most} verlopen zijn klaar, {failed} zijn mislukt.",
                          "{done} of at most {most} courses are finished, {failed} failed."),
    "experiment.took": ("Dat kostte één processor {time}; de rest kost hoogstens nog {left}.",
                        "That took one processor {time}; the rest takes {left} more at most."),
    "experiment.at_work": ("Er is nu een proces aan het werk in {folder}.", "A process is at work in {folder} now."),
    "experiment.answered": ("Het antwoord staat in {folder}.", "The answer is in {folder}."),
    "experiment.unanswered": ("Er is nog geen antwoord. Ga verder met: simwijk sweep {file} --out {folder}",
                              "There is no answer yet. Go on with: simwijk sweep {file} --out {folder}"),
    "experiment.rerun": ("Verloop {n}: {model}, nummer {course}, met", "Course {n}: {model}, number {course}, with"),
    "experiment.lives": ("Dit verloop mislukte eerder en lukt nu: geef simwijk sweep met --retry-failed.",
                         "This course failed before and lives now: give simwijk sweep with --retry-failed."),
    "experiment.same": ("Precies hetzelfde: alle {of} getallen, {n} verschillen.",
                        "Exactly the same: all {of} numbers, {n} differences."),
    "experiment.another": ("Niet hetzelfde: {n} van de {of} getallen zijn anders. Meld dit als fout.",
                           "Not the same: {n} of {of} numbers are others. Please report this as a bug."),
    "experiment.diff.same": ("De vraag, de modellen en de versies zijn dezelfde.{what}",
                             "The question, the models and the versions are the same.{what}"),
    "experiment.diff.changed": ("Anders in de tweede: {what}.", "Other in the second: {what}."),
    "experiment.diff.moved": ("{n} getallen zijn anders:", "{n} numbers are others:"),
    "experiment.diff.still": ("Geen getal is anders ({n}).", "No number is another ({n})."),
    "experiment.exported": ("Geschreven:", "Written:"),
    "experiment.network": ("{folder} ligt op een netwerkschijf: het schrijven gaat daar voorzichtig, en dus langzamer.",
                           "{folder} is on a network drive: writing goes carefully there, and so more slowly."),
    "experiment.asks": ("{name}: {question}", "{name}: {question}"),
    "experiment.costs": (
        "Hoogstens {runs} verlopen (er staan er al {there}), ongeveer {time} op deze computer, {disk} MB.",
        "At most {runs} courses ({there} are there already), about {time} on this computer, {disk} MB."),
    "experiment.costs.quick": (
        "Met --quick, ruw en met een kleine wijk: {runs} verlopen, ongeveer {time}, {disk} MB.",
        "With --quick, rough and with a small district: {runs} courses, about {time}, {disk} MB."),
    "experiment.minutes": ("{n} minuten", "{n} minutes"), "experiment.minute": ("een minuut", "a minute"),
    "experiment.seconds": ("{n} seconden", "{n} seconds"),
    "experiment.working": ("{done} van {asked} verlopen", "{done} of {asked} courses"),
    "experiment.left": ("nog ongeveer {time}", "about {time} to go"),
    "setting.off": ("uit", "off"), "setting.on": ("aan", "on"),
    "setting.direct_cost": ("op directe kosten", "on direct cost"),
    "setting.full_cost": ("op alle kosten", "on full cost"),
    "setting.participation_place": ("op een participatieplaats", "in a participation place"),
    "setting.paid": ("in betaald werk", "in paid work"),
    "setting.wage_subsidy": ("met loonkostensubsidie", "with a wage subsidy"),
    "setting.volunteer": ("als vrijwilliger", "as a volunteer"), "setting.broker": ("bemiddeld", "by a broker"),
    "setting.strict": ("streng", "strict"), "setting.lenient": ("soepel", "lenient"),

    # models side by side in several futures
    "versus.always": (
        "In dit model is {model} in elk van deze toekomsten de beste keuze, gekeken naar: {figure}.",
        "In this model {model} is the best choice in each of these futures, looking at: {figure}."),
    "versus.safe": (
        "In dit model is {model} de veiligste keuze, gekeken naar: {figure}. In de toekomst waarin het daarop het "
        "meest achterblijft (‘{future}’) is het {regret} slechter dan de beste keuze in die toekomst.",
        "In this model {model} is the safest choice, looking at: {figure}. In the future in which it lags most "
        "(‘{future}’) it is {regret} worse than the best choice in that future."),
    "versus.unclear": (
        "In dit model verschillen deze modellen in geen van de toekomsten duidelijk, gekeken naar: {figure}.",
        "In this model these models do not clearly differ in any of the futures, looking at: {figure}."),
    "versus.clear": ("Het verschil met elk ander model is in elke toekomst duidelijk.",
                     "The difference with each other model is clear in each future."),
    "versus.partly": ("Niet elk verschil met de andere modellen is duidelijk.",
                      "Not every difference with the other models is clear."),
    "versus.future": ("‘{future}’: het best is {model} met {middle}. Verschil daarmee: {others}.",
                      "‘{future}’: best is {model} with {middle}. Difference from it: {others}."),
    "versus.one.best": (
        "In dit model is {model} het best af bij ‘{future}’: {middle}. Gekeken is naar: {figure}.",
        "In this model {model} is best off with ‘{future}’: {middle}. What was looked at: {figure}."),
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
    "versus.survival.same": ("{model} bestaat aan het eind nog {often}, en in geen andere toekomst minder vaak.",
                             "{model} still exists at the end {often}, and in no other future less often."),
    "versus.shock": (
        "‘{future}’, vanaf {month}. Het resultaat per kwartaal, naast hetzelfde verloop zonder: {parts}.",
        "‘{future}’, from {month}. The result by the quarter, beside the same course without it: {parts}."),
    "versus.shock.not": ("is in {often} nooit lager", "is never lower in {often}"),
    "versus.shock.back": (
        "is in {often} weer terug (de middelste na {span})",
        "is back in {often} (the middle one after {span})"),
    "versus.shock.never": ("komt in {often} niet terug", "does not come back in {often}"),
    "versus.shock.not.all": ("is nooit lager", "is never lower"),
    "versus.shock.back.all": ("komt altijd terug (de middelste na {span})",
                              "always comes back (the middle one after {span})"),
    "versus.shock.never.all": ("komt nooit terug", "never comes back"),
    "versus.same": ("‘{future}’ geldt alleen voor {models}; voor de andere modellen verandert er dan niets.",
                    "‘{future}’ holds for {models} alone; for the other models nothing changes then."),
    "versus.band": (
        "Getallen zijn het midden van {n} mogelijke verlopen, met tussen haakjes waar 8 van de 10 liggen. "
        "Verschillen zijn van verloop tot verloop genomen, bij gelijk toeval. Loopt zo’n band van min tot plus, dan "
        "is het verschil niet duidelijk.",
        "Numbers are the middle of {n} possible courses, with in brackets where 8 of 10 lie. Differences are taken "
        "course by course, with equal luck. Where such a band runs from minus to plus the difference is not clear."),
    "versus.short": ("Zo zeker als gevraagd is het nog niet: na {n} verlopen was het maximum bereikt.",
                     "It is not yet as sure as was asked: after {n} courses the most was reached."),
    "versus.forest": ("{figure}: verschil met ‘{than}’", "{figure}: difference from ‘{than}’"),
    "versus.dot": (
        "Stip: het middelste verschil van {n} mogelijke verlopen; streep: 8 van de 10 liggen hierbinnen. Een open "
        "stip is geen duidelijk verschil.",
        "Dot: the middle difference of {n} possible courses; line: 8 of 10 lie within it. A hollow dot is no clear "
        "difference."),
    "versus.right": ("Rechts van nul is beter.", "Right of zero is better."),
    "versus.left": ("Links van nul is beter.", "Left of zero is better."),
    "versus.regret": ("{figure}: hoeveel slechter dan de beste keuze in die toekomst",
                      "{figure}: how much worse than the best choice in that future"),
    "versus.cell": (
        "In elk vak het midden van {n} mogelijke verlopen, daaronder waar 8 van de 10 liggen. Hoe donkerder, hoe "
        "verder van de beste keuze in hetzelfde verloop.",
        "In each cell the middle of {n} possible courses, below it where 8 of 10 lie. The darker, the further from "
        "the best choice in the same course."),
    "versus.best": ("beste keuze", "best choice"),
    "versus.cash": ("Kas van de onderneming bij ‘{future}’", "Cash of the enterprise with ‘{future}’"),
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

    # when it fails
    "failing.means": ("Misgaan betekent hier: {condition} voor ‘{what}’.", "Failing here means: {condition} for "
                      "‘{what}’."),
    "failing.gone": ("Misgaan betekent hier: aan het eind bestaat de onderneming niet meer.",
                     "Failing here means: at the end the enterprise no longer exists."),
    "failing.box": (
        "{model}: als {limits}, gaat het in dit model {inside} mis; dat zijn {covers} keren dat het misgaat{share}. "
        "Van alles samen gaat het {all} mis. In de helft van de verlopen waarin niet naar deze grens is gezocht: "
        "{held}.",
        "{model}: if {limits}, it fails in this model {inside}; that is {covers} of the times that it fails{share}. "
        "Of all together it fails {all}. In the half of the courses in which this limit was not looked for: {held}."),
    "failing.nothing": (
        "{model}: het gaat {often} mis, maar er is geen voorwaarde gevonden die zegt wanneer.",
        "{model}: it fails {often}, but no condition was found that says when."),
    "failing.few": (
        "{model}: het gaat {often} mis; er zijn te weinig verlopen waarin het misgaat, of juist niet, om te zoeken "
        "wanneer.",
        "{model}: it fails {often}; there are too few courses in which it fails, or does not, to look for when."),
    "failing.never": ("{model}: het gaat in geen enkel verloop mis.", "{model}: it fails in no course."),
    "failing.always": ("{model}: het gaat in elk verloop mis.", "{model}: it fails in every course."),
    "failing.below": ("{what} onder {value} ligt", "{what} is below {value}"),
    "failing.above": ("{what} boven {value} ligt", "{what} is above {value}"),
    "failing.between": ("{what} tussen {low} en {high} ligt", "{what} is between {low} and {high}"),
    "failing.is": ("{what} {values} is", "{what} is {values}"),
    "failing.future": ("de toekomst {values} is", "the future is {values}"),
    "failing.and": ("en", "and"), "failing.or": (" of ", " or "),
    "failing.under": ("onder {value}", "below {value}"), "failing.over": ("boven {value}", "above {value}"),
    "failing.method": (
        "De voorwaarde is een doos van hoogstens drie grenzen, gevonden met PRIM (peeling, alfa 0,05) op de helft "
        "van de verlopen, gekozen op dekking min het aandeel van de andere verlopen in de doos. Elke grens is op de "
        "andere helft getoetst tegen 1.999 verwisselingen, met de runs van een verloop bij elkaar; zuivere ruis "
        "geeft in ongeveer 1 op de 100 gevallen een voorwaarde. Dekking en dichtheid staan in tables/failing.csv.",
        "The condition is a box of at most three limits, found by PRIM (peeling, alpha 0.05) on half of the courses, "
        "chosen by coverage less the share of the other courses in the box. Each limit was tested on the other half "
        "against 1,999 permutations, the runs of a course kept together; pure noise gives a condition about 1 time "
        "in 100. Coverage and density are in tables/failing.csv."),

    # a sweep
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

    # a threshold
    "threshold.holds": ("is {figure} {sign} {value}", "{figure} is {sign} {value}"),
    "sign.least": ("minstens", "at least"), "sign.more": ("meer dan", "more than"),
    "sign.most": ("hoogstens", "at most"), "sign.less": ("minder dan", "less than"),
    "threshold.of": ("een {label} van {value}", "a {label} of {value}"),
    "threshold.of_an": ("een {label} van {value}", "an {label} of {value}"),
    "threshold.plain": ("{value} ({label})", "{value} ({label})"),
    "threshold.and": (" en ", " and "),
    "threshold.half": ("de helft", "half"), "threshold.share": ("{n} van de {of}", "{n} of {of}"),
    "threshold.half_of": ("de helft van de mogelijke verlopen", "half of the possible courses"),
    "threshold.share_of": ("{n} van de {of} mogelijke verlopen", "{n} of {of} possible courses"),
    "threshold.under": ("Met {also}: ", "With {also}: "),
    "threshold.first": ("{model}: in dit model {holds} tot {there} in {share}",
                        "{model}: in this model {holds} up to {there} in {share}"),
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
    "threshold.flat": ("Hoe hoog het is ({label}), maakt hiervoor geen verschil: in elk verloop is het hetzelfde bij "
                       "elke waarde die is bekeken.",
                       "How high it is ({label}) makes no difference here: in each course it is the same at every "
                       "value that was looked at."),
    "threshold.unknown": ("{model}: in dit model is niet te zeggen tot waar dit geldt",
                          "{model}: in this model it cannot be said up to where this holds"),
    "threshold.looked": ("Bekeken: {label} van {low} tot {high}, in {n} mogelijke verlopen, en in elk verloop apart "
                         "gezocht tot waar het geldt.",
                         "Looked at: {label} from {low} to {high}, in {n} possible courses; in each course by itself "
                         "it was sought up to where it holds."),
    "threshold.sure": ("Hoe zeker ({often}): {models}.", "How sure ({often}): {models}."),
    "threshold.often": ("{n} van de {of} keer", "{n} times in {of}"),
    "threshold.between": ("{share} tussen {low} en {high}", "{share} between {low} and {high}"),
    "threshold.at_most": ("{share} tot hoogstens {high}", "{share} up to {high} at most"),
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
    "threshold.how_often": ("Hoe vaak {holds}?", "In how many courses {holds}"),
    "threshold.shares": (
        "Lijn: het deel van {n} mogelijke verlopen waarin het tot daar steeds geldt; band: waar dat deel bij heel "
        "veel verlopen ligt ({often}). Stip met streep: de grens voor {shares}, en waar die ligt ({often}).",
        "Line: the share of {n} possible courses in which it holds all the way up to there; band: where that share "
        "lies with very many courses ({often}). Dot with bar: the limit for {shares}, and where it lies ({often})."),

    # a sensitivity study
    "sensitivity.one": (
        "{model}: wat {figure} in dit model het meest beweegt is {inputs}; wie dat nagaat, weet het meeste.",
        "{model}: what moves {figure} most in this model is {inputs}; to check that is to learn most."),
    "sensitivity.some": (
        "{model}: wat {figure} in dit model het meest beweegt zijn {inputs}; wie die nagaat, weet het meeste. Welke "
        "daarvan het meest, is nog niet te zeggen.",
        "{model}: what moves {figure} most in this model are {inputs}; to check those is to learn most. Which of "
        "them most cannot be said yet."),
    "sensitivity.still": ("{model}: {figure} verandert in dit model niet, welk getal er ook verandert.",
                          "{model}: {figure} does not change in this model, whichever number changes."),
    "sensitivity.unmeasured": (
        "{model}: {figure} was in {n} van de {of} proeven niet te meten; er zijn er te weinig over om iets te zeggen.",
        "{model}: {figure} could not be measured in {n} of {of} trials; too few are left to say anything."),
    "sensitivity.hangs": (
        "Zo veel van de verschillen tussen mogelijke verlopen hangt eraan, alleen of samen met iets anders: "
        "{inputs}. Tussen haakjes: hoe zeker dat is (19 van de 20 keer).",
        "So much of the differences between possible courses hangs on it, alone or together with something else: "
        "{inputs}. In brackets: how sure that is (19 times in 20)."),
    "sensitivity.luck": ("Aan geluk hangt {share}: dat kan niemand nagaan.",
                         "On luck hangs {share}: nobody can check that."),
    "sensitivity.rest": ("Aan de {n} andere getallen met een bandbreedte hangt, samen, {share}.",
                         "On the {n} other numbers with a range hangs, together, {share}."),
    "sensitivity.first": (
        "Eerst nagaan, wat even belangrijk kan zijn met hetzelfde cijfer en het zwakst onderbouwde vooraan: {inputs}.",
        "To check first, what may matter as much with the same number and what rests on least in front: {inputs}."),
    "sensitivity.aside": (
        "{n} van de {of} getallen zijn na een eerste blik bij elkaar genomen: elk daarvan bewoog {figure} gemiddeld "
        "hooguit {bound}. De tabel first_look noemt ze alle.",
        "{n} of {of} numbers were taken together after a first look: each of them moved {figure} by {bound} at most, "
        "on average. The table first_look names all of them."),
    "sensitivity.close": ("{n} daarvan kunnen zo veel doen als het laatste getal dat apart bleef: {inputs}.",
                          "{n} of them may do as much as the last number that was kept apart: {inputs}."),
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
    "sensitivity.and": ("{names} en {last}", "{names} and {last}"),
    "sensitivity.more": ("{names} en nog {n} andere", "{names} and {n} more"),
    "sensitivity.luck.name": ("geluk", "luck"), "sensitivity.rest.name": ("alle andere samen", "all others together"),
    "sensitivity.neighbourhood": ("De wijk", "The neighbourhood"), "sensitivity.plugins": ("Plugins", "Plugins"),
    "sensitivity.rules": ("Regels van de onderneming", "Rules of the enterprise"),
    "sensitivity.title.first": ("{model}: wat eerst nagaan? Hoe meer naar rechtsboven, hoe eerder",
                                "{model}: what to check first? The further to the top right, the sooner"),
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
        "Hoe ver het gemiddeld beweegt als het getal een halve bandbreedte verschuift, op {ways} plekken. Nog {n} "
        "getallen bewegen het minder; ze staan in de tabel first_look.",
        "How far it moves on average when the number shifts by half its range, in {ways} places. Another {n} numbers "
        "move it less; they are in the table first_look."),
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
    # a sweep over parts that are chosen
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
