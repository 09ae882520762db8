"""What the sixteen indicators are called, say and are counted as, in Dutch and in English side by side.

A part of the one word list (texts.py). The numbers are those of the list of indicators the product is held to; they
stand here too, so that a name can be looked up before anything that counts is loaded.
"""

NUMBERS = {
    "money": "1", "without": "2", "work": "3", "ladder": "4", "benefits": "5", "caught": "6",
    "displacement": "7", "coping": "8", "parties": "9", "balance": "9b", "cohesion": "10",
    "meetings": "11", "lonely": "12", "helped": "13", "load": "14", "goals": "15", "tidy": "16",
}  # fmt: skip

# key: (what it is called, what it says in one sentence, unit and formula), each in Dutch and English
ABOUT = {
    "money": (
        ("Kas en resultaat", "Cash and result"),
        ("Hoeveel geld de onderneming aan het eind heeft, en wat zij per vier weken verdient of verliest.",
         "How much money the enterprise has at the end, and what it earns or loses every four weeks."),
        ("euro; euro per 4 weken. Kas = kas van vorige week + erin − eruit. Resultaat = erin − eruit zonder "
         "startkapitaal, zolang de onderneming bestaat.",
         "euros; euros per 4 weeks. Cash = cash of last week + in − out. Result = in − out without start capital, "
         "while the enterprise exists.")),
    "without": (
        ("Zonder gemeentegeld?", "Without municipal money?"),
        ("In hoeveel mogelijke verlopen de onderneming bestaat en uitkomt zonder gemeentegeld, in vier stappen.",
         "In how many possible courses the enterprise exists and breaks even without municipal money, in four steps."),
        ("deel van de verlopen; week. Resultaat van 52 weken − subsidies (A) − hulp in natura (B) − opdrachten, PGB "
         "en Wmo (C) − onbetaald werk als betaald werk (D) is 0 of meer; de eerste week waarin dat zo is.",
         "share of courses; week. Result of 52 weeks − grants (A) − help in kind (B) − orders, personal budgets and "
         "Wmo (C) − unpaid labour as paid labour (D) is 0 or more; the first week in which that is so.")),
    "work": (
        ("Uitstroom naar werk", "Into work"),
        ("Hoeveel mensen per jaar meer dan bij niets doen uit de uitkering naar werk gaan en dat werk een half jaar "
         "houden.",
         "How many people a year more than with doing nothing leave benefit for work and keep that work for half a "
         "year."),
        ("mensen per jaar; deel van de deelnemers. Begonnen met werk − binnen 26 weken terug, verschil met niets "
         "doen; gedeeld door het gemiddelde aantal deelnemers. Betaald werk met steun (trede 5) staat apart.",
         "people a year; share of participants. Began to work − back within 26 weeks, difference with doing "
         "nothing; divided by the mean number of participants. Paid work with support (rung 5) stands apart.")),
    "ladder": (
        ("Ladderstap", "Step on the ladder"),
        ("Hoeveel treden mensen met een uitkering hoger staan op de participatieladder dan bij niets doen.",
         "How many rungs higher people on benefit stand on the participation ladder than with doing nothing."),
        ("treden (1-6) per mens. Gemiddelde trede over de kwartalen, verschil met niets doen; en van wie een plek "
         "heeft of had: gemiddelde van trede nu − trede bij het begin.",
         "rungs (1-6) per person. Mean rung over the quarters, difference with doing nothing; and of who holds or "
         "held a place: mean of rung now − rung at the start.")),
    "benefits": (
        ("Vermeden uitkering", "Benefits avoided"),
        ("Hoeveel de gemeente per jaar minder aan uitkeringen betaalt dan bij niets doen.",
         "How much less the municipality pays in benefits a year than with doing nothing."),
        ("euro per jaar. Uitkeringen, met belasting en premies, verschil met niets doen + loon dat op de uitkering "
         "is ingehouden.",
         "euros a year. Benefits, with tax and premiums, difference with doing nothing + wages deducted from "
         "benefits.")),
    "caught": (
        ("Opgevangen Wmo-uren", "Wmo hours caught"),
        ("Hoeveel uur hulp in huis de onderneming geeft aan mensen die hun Wmo-hulp kwijt zijn of nooit kregen.",
         "How many hours of household help the enterprise gives to people who lost their help from the Wmo or never "
         "got it."),
        ("uur per jaar. Som van geleverde uren hulp in huis bij bewoners met een beperking die geen Wmo-hulp "
         "krijgen.",
         "hours a year. Sum of hours of household help delivered to residents with a limitation who get no help "
         "from the Wmo.")),
    "displacement": (
        ("Verdringing", "Displacement"),
        ("Hoeveel uur gewoon betaald werk per jaar verdwijnt doordat de onderneming het overneemt.",
         "How many hours of regular paid work a year are gone because the enterprise takes them over."),
        ("uur per jaar; deel. Betaalde uren van bedrijven en thuiszorg bij niets doen − met de onderneming, per "
         "behoefte, ook onder nul; gedeeld door het werk van mensen met een uitkering, in uren van een gewone kracht.",
         "hours a year; share. Paid hours of companies and home care with doing nothing − with the enterprise, by "
         "need, also below zero; divided by the work of people on benefit, in hours of a regular worker.")),
    "coping": (
        ("Beter gered", "Better able to cope"),
        ("Welk deel van de mensen met (eerder) Wmo-hulp genoeg hulp heeft om zich te redden.",
         "Which share of people with help from the Wmo, now or before, has enough help to cope."),
        ("deel van de cliënten. Cliënten met geleverde ÷ nodige uren van 0,8 of meer, en tevreden (0,6 of meer) "
         "waar dat geteld is, ÷ alle cliënten. Cliënt is wie Wmo-hulp had toen de regels veranderden.",
         "share of clients. Clients with delivered ÷ needed hours of 0.8 or more, and content (0.6 or more) where "
         "that is counted, ÷ all clients. A client is who had help from the Wmo when its rules changed.")),
    "parties": (
        ("Wie betaalt, wie wint", "Who pays, who gains"),
        ("Wat elke partij per jaar meer krijgt of geeft dan bij niets doen, in geld en in natura; samen is het nul.",
         "What each party gets or gives a year more than with doing nothing, in cash and in kind; together it is "
         "zero."),
        ("euro per jaar per partij. Som van wat een partij krijgt − som van wat zij geeft, verschil met niets doen, "
         "in hele centen; elk bedrag is terug te brengen tot zijn stromen.",
         "euros a year per party. Sum of what a party gets − sum of what it gives, difference with doing nothing, "
         "in whole cents; each amount opens into its streams.")),
    "balance": (
        ("Indicatief saldo", "Indicative balance"),
        ("Wat de effecten waard zijn volgens prijzen die u zelf invult, min wat het kost; het staat uit tot u "
         "prijzen geeft.",
         "What the effects are worth by prices you fill in yourself, less what it costs; it is off until you give "
         "prices."),
        ("euro per jaar; verhouding. Som van effect × (1 − wat toch al gebeurde) × prijs − kosten. Een effect is al "
         "een verschil met niets doen, dus wat toch al gebeurde is 0. Kosten: wat gemeente, belastingdienst en "
         "partners meer geven.",
         "euros a year; ratio. Sum of effect × (1 − what would have happened anyway) × price − cost. An effect is a "
         "difference with doing nothing already, so what would have happened anyway is 0. Cost: what municipality, "
         "treasury and partners give more.")),
    "cohesion": (
        ("Samenhang", "Cohesion"),
        ("Hoe sterk mensen in de wijk met elkaar verbonden zijn, naar de contacten die erbij kwamen.",
         "How strongly people of the district are tied to each other, by the ties that were added."),
        ("punten van 0 tot 10. Samenhang aan het begin + gewicht × nieuwe contacten per volwassene, gemiddeld over "
         "de kwartalen.",
         "points from 0 to 10. Cohesion at the start + weight × new ties per adult, mean over the quarters.")),
    "meetings": (
        ("Ontmoetingen", "Meetings"),
        ("Hoe vaak bewoners elkaar ontmoeten bij wat de onderneming doet, en hoeveel blijvende contacten daaruit "
         "komen.",
         "How often residents meet at what the enterprise does, and how many lasting ties come of it."),
        ("per bewoner per week; contacten per kwartaal. Som van aanwezige bewoners bij ontmoetingen ÷ bewoners ÷ "
         "weken; nieuwe contacten × 13 ÷ weken; verschil met niets doen.",
         "per resident per week; ties a quarter. Sum of residents present at meetings ÷ residents ÷ weeks; new ties "
         "× 13 ÷ weeks; difference with doing nothing.")),
    "lonely": (
        ("Eenzaam", "Lonely"),
        ("Welk deel van de volwassenen zich enigszins of sterk eenzaam voelt.",
         "Which share of adults feels somewhat or strongly lonely."),
        ("deel van de volwassenen. Met 2-4 (enigszins) of 5-6 (sterk) ongunstige antwoorden op 6 vragen, gemiddeld "
         "over de kwartalen; een nieuw contact verkleint de kans op een ongunstig antwoord.",
         "share of adults. With 2-4 (somewhat) or 5-6 (strongly) unfavourable answers to 6 questions, mean over the "
         "quarters; a new tie lowers the chance of an unfavourable answer.")),
    "helped": (
        ("Geholpen", "Helped"),
        ("Hoeveel huishoudens de onderneming per jaar helpt, welk deel van de vraag lukt en hoe lang men wacht.",
         "How many households the enterprise helps a year, which share of the demand it meets and how long people "
         "wait."),
        ("huishoudens per jaar; deel; dagen. Verschillende huishoudens met bezoek; geleverde ÷ gevraagde minuten; "
         "wachtende minuten ÷ minuten van een week.",
         "households a year; share; days. Distinct households visited; minutes served ÷ asked; minutes waiting ÷ "
         "minutes of a week.")),
    "load": (
        ("Draaglast van trekkers", "Load on key people"),
        ("Hoeveel van het onbetaalde werk op drie mensen rust, en hoeveel trekkers per jaar afhaken.",
         "How much of the unpaid work rests on three people, and how many key people drop out in a year."),
        ("deel; mensen per jaar. Onbetaalde uren van de drie die het meest doen, elk kwartaal opnieuw, ÷ alle "
         "onbetaalde uren; afhakers per jaar.",
         "share; people a year. Unpaid hours of the three who do most, each quarter anew, ÷ all unpaid hours; "
         "drop-outs a year.")),
    "goals": (
        ("Eigen doelen gehaald", "Own goals reached"),
        ("Hoeveel van de doelen die bewoners zelf kozen zijn gehaald, en hoe vol de spaarpot is.",
         "How many of the goals that residents chose are reached, and how full the savings pot is."),
        ("aantal; deel. Gehaalde ÷ gekozen doelen aan het eind; spaarpot ÷ wat het spaardoel kost.",
         "number; share. Goals reached ÷ chosen at the end; savings pot ÷ what it is saved for.")),
    "tidy": (
        ("Schoon, heel, veilig", "Clean, whole, safe"),
        ("Welk deel van de portieken op tijd schoon is, van het zwerfvuil is aangepakt en van de rondes is gelopen.",
         "Which share of porticoes is cleaned on time, of litter is addressed and of rounds is walked."),
        ("deel. Op tijd schoongemaakte ÷ alle beurten; aangepakt ÷ gezien zwerfvuil; gelopen ÷ afgesproken rondes.",
         "share. Cleanings done on time ÷ due; litter addressed ÷ seen; rounds walked ÷ planned.")),
}  # fmt: skip

PARTS = ("name", "about", "formula")

INDICATOR_TEXTS = {
    **{f"indicator.{key}.{part}": texts for key, three in ABOUT.items() for part, texts in zip(PARTS, three)},
    "absent.mechanism": ("Dit model heeft hier niets voor: dit cijfer geldt er niet.",
                         "This model has nothing of the kind: this figure does not apply to it."),
    "absent.uncounted": ("In dit verloop is dit niet geteld.", "In this run it was not counted."),
    "absent.unpriced": ("Er zijn geen prijzen ingevuld.", "No prices filled in."),
    "absent.off": ("Dit cijfer staat uit: het vraagt om een bestand met prijzen (--prices).",
                   "This figure is off: it asks for a file of prices (--prices)."),

    # the figures of the neighbourhood, on the screen of a run
    "head.district": ("De buurt", "The neighbourhood"),
    "benefits.saved": ("Minder uitkering, per jaar", "Less benefit paid, a year"),
    "caught.hours": ("Hulp aan wie geen Wmo-hulp heeft, per jaar", "Help to who has none from the Wmo, a year"),
    "coping.coping": ("Redt zich met de hulp die er is", "Copes with the help there is"),
    "coping.more": ("Meer mensen met genoeg hulp, Wmo of anders", "More have enough help, Wmo or other"),
    "meetings.participations": ("Ontmoetingen per week, op 1.000 bewoners", "Meetings a week, of 1,000 residents"),
    "meetings.new_ties": ("  nieuwe contacten per kwartaal", "  new ties a quarter"),
    "lonely.lonely": ("Eenzame volwassenen (modelcijfer)", "Lonely adults (model figure)"),
    "lonely.strongly": ("  sterk eenzaam", "  strongly lonely"),
    "lonely.lonely_more": ("  verschil met niets doen", "  difference with doing nothing"),
    "cohesion.cohesion": ("Samenhang, 0 tot 10 (modelcijfer)", "Cohesion, 0 to 10 (model figure)"),
    "cohesion.more": ("  meer of minder samenhang", "  more or less cohesion"),
    "load.top_three": ("Onbetaald werk dat op drie mensen rust", "Unpaid work that rests on three people"),
    "load.dropped_out": ("  trekkers die per jaar afhaken", "  key people who drop out in a year"),
    "goals.chosen": ("Doelen die bewoners kozen", "Goals that residents chose"),
    "goals.reached": ("  waarvan gehaald", "  of which reached"),
    "goals.pot": ("  hoe vol de spaarpot is", "  how full the savings pot is"),
    "tidy.porticoes": ("Portieken op tijd schoon", "Porticoes cleaned on time"),
    "tidy.litter": ("Zwerfvuil aangepakt", "Litter addressed"),
    "tidy.rounds": ("Rondes gelopen", "Rounds walked"),
    "head.balance": ("Indicatief saldo, met de prijzen uit {file}", "Indicative balance, by the prices in {file}"),
    "balance.effects": ("Waarde van de effecten, per jaar", "Worth of the effects, a year"),
    "balance.cost": ("Wat gemeente, schatkist en partners betalen", "What municipality, treasury and partners pay"),
    "balance.balance": ("Saldo per jaar", "Balance a year"),
    "balance.ratio": ("  effecten per euro", "  effects per euro"),
}  # fmt: skip
