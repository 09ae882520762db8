"""What is said of the validation: names of limits, relations and patterns, and the words around them.

A part of the one word list (texts.py), Dutch and English side by side. Keys are those of studies/validation.
"""

VALIDATION_TEXTS = {
    # --- around -------------------------------------------------------------------------------------------------
    "validate.title": ("Klopt het model met zichzelf en met wat bekend is?",
                       "Does the model agree with itself and with what is known?"),
    "validate.limits": ("Gevallen met een antwoord op papier: {some} van de {all} kloppen",
                        "Cases with an answer on paper: {some} of {all} agree"),
    "validate.relations": ("Wat een verandering mag doen bij hetzelfde toeval: {some} van de {all} kloppen",
                           "What a change may do with the same luck: {some} of {all} hold"),
    "validate.patterns": ("Gepubliceerde patronen die apart zijn gehouden: {some} van de {all} vallen binnen de band",
                          "Published patterns that were kept aside: {some} of {all} lie inside the band"),
    "validate.good": ("Alle gevallen en veranderingen kloppen.", "All cases and changes hold."),
    "validate.bad": ("Niet alles klopt: {names}.", "Not everything holds: {names}."),
    "validate.limits.about": (
        "Het model speelt een geval dat zo eenvoudig is dat het antwoord op papier staat. z zegt hoeveel "
        "standaardfouten de uitkomst ernaast ligt: tot 4 kan dat toeval zijn. Waar toeval geen rol "
        "speelt, staat er ‘precies’.",
        "The model plays a case so simple that the answer stands on paper. z says how many standard errors the "
        "outcome is off: up to 4 that may be chance. Where chance has no part it says ‘exact’."),
    "validate.relations.about": (
        "Niemand weet wat de juiste uitkomst is, wel welke kant een verandering op moet duwen, of dat zij iets "
        "juist niet mag raken. Elke regel is met hetzelfde toeval geprobeerd in elk model dat zo’n onderdeel "
        "heeft; een streepje betekent dat het model het niet heeft, of dat er in de proef niets te zien was. "
        "Tussen haakjes wat er is geteld: voor en na, en in hoeveel van de verlopen het die kant op ging.",
        "Nobody knows what the right outcome is, but one knows which way a change must push, or that it must leave "
        "something as it was. Each line was tried with the same luck in every model that has such a part; a dash means "
        "that the model has not got it, or that the trial showed nothing. In brackets what was counted: before "
        "and after, and in how many of the courses it went that way."),
    "validate.patterns.about": (
        "Binnen: het gepubliceerde getal ligt in de band van het model (8 van de 10 mogelijke verlopen), of het "
        "middelste verloop in de gepubliceerde bandbreedte. Rijen waarmee een getal van een model is "
        "gekozen, tellen niet mee.",
        "Inside: the published number lies in the band of the model (8 of 10 possible courses), or the middle "
        "course in the published range. Rows by which a number of a model was chosen do not count."),
    "validate.note.displacement": (
        "Het gepubliceerde getal telt uren die deelnemers werken. Wat daar uit komt is minder, in uren van een gewone "
        "kracht; op de pagina van een vergelijking staat het deel daarvan, en dat is dus hoger. Bij de wijkonderneming "
        "gaat het bijna alleen om portieken: werk dat al betaald werd, zodat bijna elk uur ervan een uur van een "
        "bedrijf is. Wat het beslist, is hoeveel van de portieken die de ploeg overneemt een bedrijf nu "
        "schoonmaakt (neighbourhood.commons.cleaned, een aanname). De corporaties weten dat.",
        "The published number counts hours that participants work. What comes out of them is less, in hours of a "
        "regular worker; the page of a comparison shows the share of that, which is therefore higher. With the "
        "enterprise of residents it is nearly all porticoes: work that was paid for already, so that nearly each hour "
        "of it is an hour of a firm. What decides it is how many of the porticoes that the team takes over a firm "
        "cleans now (neighbourhood.commons.cleaned, an assumption). The corporations know."),
    "validate.policy": ("De Wmo van 2013 tot 2023: {some} van de {all} vallen binnen de band",
                        "The Wmo from 2013 to 2023: {some} of {all} lie inside the band"),
    "validate.policy.about": (
        "Hulp in het huishouden zoals het ging: een korting op de uren op 1 januari 2015, een herstel in het najaar "
        "van 2016 waar te veel mensen hulp tekortkomen, en één eigen bijdrage voor iedereen vanaf 2019. Gespeeld met "
        "de plugin `{cut}`, met haar eigen data en getallen, zonder onderneming, met evenveel inwoners in elk jaar;"
        " ‘zonder korting’ met hetzelfde toeval. Waar een streepje staat, zegt geen bron iets: niet wat cliënten "
        "gemiddeld zelf betaalden, niet wie na het herstel terugkwam. Over begeleiding en dagbesteding, die in 2015 "
        "van de AWBZ naar de Wmo gingen (plugin `{transition}`), is er geen enkel cijfer: niet hoeveel er wegviel, "
        "niet wie het overnam. Dat deel van het model is dus niet getoetst. Een onderneming verandert aan al deze "
        "cijfers bijna niets.",
        "Household help as it went: a cut in hours on 1 January 2015, a repair in the autumn of 2016 where too many "
        "people lack help, and one own contribution for everybody from 2019 on. Played with the plugin `{cut}`, by "
        "its own dates and numbers, without an enterprise, with as many residents in each year; ‘without a cut’ with "
        "the same luck. A dash means that no source tells: not what clients paid themselves on average, not who came "
        "back after the repair. Of guidance and day care, which went from the AWBZ to the Wmo in 2015 (plugin "
        "`{transition}`), there is no figure at all: neither of how much fell away, nor of who took over. So that part"
        " of the model is not tested. An enterprise changes next to nothing of all these figures."),
    "validate.note.cut_level": (
        "Het model begint in 2013 met de 22 cliënten per 1.000 inwoners die Haarlem in 2016 had, na de korting: een "
        "telling van daarvoor is er niet. Wat Haarlem uitgaf, wijst op 27. Wie in 2016 op 22 wil uitkomen, moet hoger"
        " beginnen (neighbourhood.wmo.clients).",
        "The model begins in 2013 with the 22 clients per 1,000 residents that Haarlem had in 2016, after the cut: "
        "there is no count from before. What Haarlem spent points to 27. To come to 22 in 2016 one has to begin "
        "higher (neighbourhood.wmo.clients)."),
    "validate.note.cut_hours": (
        "Utrecht ging van ongeveer 2,8 naar 1,5 uur. De plugin neemt 40 % minder, zoals aangekondigd; Utrecht is haar"
        " hoge kant.",
        "Utrecht went from some 2.8 to 1.5 hours. The plugin takes 40% less, as was announced; Utrecht is its high "
        "end."),
    "validate.note.cut_gap": (
        "De bron rekent wat 32 % van het budget aan uren is. In het model is het 40 % van de uren, en gaan er ook "
        "cliënten weg.",
        "The source works out what 32% of the budget is in hours. In the model it is 40% of the hours, and clients "
        "leave as well."),
    "validate.note.cut_unspent": (
        "In het model blijft er over doordat cliënten weggaan: zij betalen per periode en krijgen minder uren, dus "
        "voor hen is een uur duurder. De bron zegt niet waardoor Utrecht overhield. Daar gingen de uren ook harder"
        " omlaag dan het budget (46 % en 32 %), wat alleen al een vijfde overlaat.",
        "In the model it is left over as clients leave: they pay by the period and get fewer hours, so that an hour "
        "gets dearer for them. The source does not say why Utrecht had money left. Hours fell further there than the "
        "budget did (46% and 32%), which alone leaves a fifth."),
    "validate.note.cut_short": (
        "In Utrecht kon de helft het huis niet leefbaar houden. In het model hebben alle cliënten evenveel uren "
        "en is elk huis even groot: na de korting komen zij dus bijna allemaal tegelijk onder de grens (vier vijfde "
        "van wat een huis nodig heeft). In verlopen met veel werk per huis is dat zonder korting ook al zo. Het model"
        " kan dus zeggen dat mensen tekortkomen, niet hoeveel.",
        "In Utrecht half of them could not keep their home liveable. In the model all clients have as many hours and "
        "all homes are as large: so after the cut nearly all of them fall below the line at once (four fifths of what"
        " a home needs). In courses with much work in a home that is so without a cut too. So the model can say that "
        "people are short of help, not how many."),
    "validate.note.repair_later": (
        "Na 2016 verandert in het model niets meer aan de uren. Eemnes en andere gemeenten gaven in 2023 minder uren "
        "dan Utrecht na het herstel, of hun hulp was duurder dan de 36 euro per uur waarmee hier is gerekend.",
        "After 2016 nothing more changes in the hours of the model. Eemnes and other towns gave fewer hours in 2023 "
        "than Utrecht did after its repair, or their help was dearer than the 36 euro an hour that was reckoned with "
        "here."),
    "validate.note.elasticity_high": (
        "Wie veel verdient, betaalt in het model tot 2019 zo'n 16 euro per uur en daarna nog geen 2. Er zijn maar "
        "enkelen van, zodat hun aantal in een wijk sterk schommelt.",
        "Who earns much pays some 16 euro an hour until 2019 in the model, and less than 2 from then on. There are "
        "but a few of them, so that their number in one district varies widely."),
    "validate.note.awbz_self": (
        "Het model weet niet wie begeleiding had, en verdeelt wat er wegvalt over alle huishoudens. Daarom lijkt het "
        "meeste zelf te kunnen; voor wie begeleiding had is dat niet zo.",
        "The model does not know who had guidance, and spreads what falls away over all households. So most of it "
        "seems to be done by people themselves; for who had guidance that is not so."),
    "validate.quick": ("Dit is de korte proef: minder verlopen, en elke verandering in één model.",
                       "This is the short trial: fewer courses, and each change in one model."),
    "validate.exact": ("precies", "exact"),
    "validate.holds": ("klopt", "holds"),
    "validate.fails": ("klopt niet", "fails"),
    "validate.error": ("fout {share} %", "error {share}%"),
    "validate.said.inside": ("binnen", "inside"), "validate.said.outside": ("buiten", "outside"),
    "validate.said.incomparable": ("niet vergelijkbaar", "not comparable"),
    "validate.used": ("telt niet mee: zet een getal", "does not count: sets a number"),
    "validate.why.absent": ("zit niet in het model", "is not in the model"),
    "validate.why.without": ("ter vergelijking", "for comparison"),
    "validate.why.unknown": ("geen bron zegt het", "no source tells"),
    "validate.why.year": ("een ander jaar dan waarop het model steunt", "another year than the model leans on"),
    "validate.why.scope": ("telt ook ander werk mee, zoals kinderopvang", "counts other work too, such as child care"),
    "validate.neighbourhood": ("de buurt", "the neighbourhood"),
    "validate.head.limit": ("Geval", "Case"), "validate.head.law": ("Wet", "Law"),
    "validate.head.equation": ("Vergelijking", "Equation"), "validate.head.answer": ("Op papier", "On paper"),
    "validate.head.found": ("Gevonden", "Found"), "validate.head.luck": ("Standaardfout", "Standard error"),
    "validate.head.verdict": ("Oordeel", "Verdict"), "validate.head.relation": ("Verandering", "Change"),
    "validate.head.kind": ("Soort", "Kind"), "validate.head.pattern": ("Patroon", "Pattern"),
    "validate.head.row": ("Rij", "Row"), "validate.head.published": ("Gepubliceerd", "Published"),
    "validate.head.model": ("In het model (8 van de 10)", "In the model (8 of 10)"),
    "validate.head.of": ("Van", "Of"),
    "validate.kind.exact": ("gelijk", "equal"),
    "validate.kind.more": ("meer", "more"),
    "validate.kind.less": ("minder", "less"),
    "validate.sources": ("Herkomst van de rijen", "Where the rows come from"),
    "validate.row": ("{id}: {label}, {place}, {year}. {source}.", "{id}: {label}, {place}, {year}. {source}."),
    "validate.again": ("Zelf nagaan: {command}", "To see for yourself: {command}"),

    # --- limits -------------------------------------------------------------------------------------------------
    "limit.needs_mean": ("Klussen per huishouden per jaar", "Jobs a household a year"),
    "limit.needs_variance": ("Klussen per week: spreiding gelijk aan gemiddelde", "Jobs a week: variance equals mean"),
    "limit.season_mean": ("Een seizoen verschuift werk en maakt het niet", "A season moves work and makes none"),
    "limit.season_swing": ("Zo sterk als het seizoen schommelen de klussen", "Jobs swing as much as the season"),
    "limit.choice_once": ("Eén keuze: aandeel van een bedrijf", "One choice: share of a company"),
    "limit.choice_longrun": ("Keuze met gewoonte op lange duur: wie het zelf doet",
                             "Choice with habit in the long run: who does it oneself"),
    "limit.contribution": ("Eigen bijdrage per uur bij een inkomen van 20.000",
                           "Own contribution an hour at an income of 20,000"),
    "limit.bass": ("Verspreiding als iedereen iedereen kent, na vijf jaar",
                   "Spread where everybody knows everybody, after five years"),
    "limit.benefit_stay": ("Uit de uitkering naar werk, deel per jaar", "From benefit into work, share a year"),
    "limit.benefit_back": ("Binnen een jaar terug in de uitkering", "Back on benefit within a year"),
    "limit.benefit_otherwise": ("Om andere redenen uit de uitkering, deel per jaar",
                                "Off benefit otherwise, share a year"),
    "limit.illness": ("Hoe vaak volwassenen een tijd ziek zijn, per jaar",
                      "How often adults fall ill for a while, a year"),
    "limit.ties_made": ("Een ontmoeting geeft een contact", "A meeting makes a tie"),
    "limit.ties_fade": ("Contacten die na een jaar nog bestaan", "Ties that live after a year"),
    "limit.numbers": ("Een getal met bandbreedte, getrokken voor veel verlopen",
                      "A number with a range, drawn for many courses"),
    "limit.queue": ("Wachtrij als niemand wegloopt", "Waiting when nobody gives up"),
    "limit.queue_leave": ("Wie wacht, loopt met een vaste kans weg", "Who waits gives up with a fixed chance"),
    "limit.jobs_all": ("Minuten gevraagd zijn minuten gedaan of nog open", "Minutes asked are minutes done or waiting"),
    "limit.place_stay": ("Een plaats opgeven, deel per jaar", "Giving up a place, share a year"),
    "limit.attendance": ("Aanwezigheid van wie een plaats heeft", "Attendance of who holds a place"),
    "limit.confidence": ("Zelfvertrouwen op lange duur", "Confidence in the long run"),
    "limit.confidence_fixed": ("Zelfvertrouwen zonder winst en verlies blijft gelijk",
                               "Confidence without gain or loss stays"),
    "limit.organiser": ("Wie organiseert zoveel als er uren zijn, stopt met de vaste kans",
                        "Who organises as many hours as there are stops with the set chance"),
    "limit.learning": ("Tempo na 400 uur leren", "Productivity after 400 hours of learning"),
    "limit.outflow_none": ("Zonder remming en steun: evenveel mensen in de uitkering als bij niets doen",
                           "Without lock-in and help: as many on benefit as with doing nothing"),
    "limit.kept": ("Van 400 per maand erbij verdiend blijft 100", "Of 400 a month earned 100 is kept"),
    "limit.cost_hour": ("Kosten van een uur met eigen begeleiding", "Cost of an hour with own guidance"),
    "limit.margin_14": ("Wat een uur oplevert bij een prijs van 14", "What an hour brings at a price of 14"),
    "limit.even_18": ("Uren per week om bij 18 uit te komen", "Hours a week to break even at 18"),
    "limit.even_given": ("Uren per week bij 14 met begeleiding als gift", "Hours a week at 14 with guidance as a gift"),
    "limit.partner_renews": ("Een partner gaat door na een termijn", "A partner goes on after a term"),
    "limit.partner_phases": ("Wat partners na twee jaar afbouw nog geven",
                             "What partners give after two years of phasing out"),

    # --- relations ------------------------------------------------------------------------------------------------
    "relation.euros": ("Alle euro’s dubbel: iedereen doet hetzelfde", "Every euro doubled: all do the same"),
    "relation.names": ("Andere namen van briefjes veranderen niets", "Other names of notes change nothing"),
    "relation.order": ("Een andere volgorde van briefjes verandert niets", "Another order of notes changes nothing"),
    "relation.longer": ("Een lang verloop begint als het korte", "A long course begins as the short one"),
    "relation.alone": ("Een verloop is hetzelfde, alleen of naast andere",
                       "A course is the same alone or beside others"),
    "relation.engines": ("Beide rekenwijzen geven dezelfde centen", "Both engines give the same cents"),
    "relation.future": ("Een regel van later raakt de weken ervoor niet", "A later rule touches no week before it"),
    "relation.nothing": ("Niets doen hangt niet van het canvas af", "Doing nothing hangs on no canvas"),
    "relation.needs": ("Behoeften zijn dezelfde met en zonder onderneming",
                       "Needs are the same with and without an enterprise"),
    "relation.unheard": ("Wie niemand kent, verdringt niets", "What nobody knows displaces nothing"),
    "relation.lonely": ("Tellen contacten niet, dan is niemand minder eenzaam",
                        "When ties do not matter nobody is less lonely"),
    "relation.more_needed": ("Meer nodig: nooit minder gevraagd", "More needed: never less asked"),
    "relation.tiers": ("Elke stap zonder gemeentegeld laat ten hoogste zoveel over als de vorige",
                       "Each step without municipal money leaves at most what the one before left"),
    "relation.zero_sum": ("Wat de een wint, betaalt een ander", "What one gains another pays"),
    "relation.dearer_costs": ("Een euro meer vaste kosten is een euro minder resultaat",
                              "A euro more of fixed cost is a euro less of result"),
    "relation.gifts": ("Zonder giften in natura is het resultaat precies die giften lager",
                       "Without gifts in kind the result is lower by just those gifts"),
    "relation.vat": ("Zonder btw is het resultaat precies die btw hoger",
                     "Without VAT the result is higher by just that VAT"),
    "relation.late": ("Later betalen verschuift de kas en geen resultaat", "Paying late moves cash and no result"),
    "relation.worth": ("Wat alleen gewaardeerd is, verandert geen handeling", "What is only valued changes no act"),
    "relation.capital": ("Meer startkapitaal: nooit eerder een einde", "More start capital: never a sooner end"),
    "relation.patience": ("Meer geduld bij rood staan: nooit eerder een einde",
                          "More patience in the red: never a sooner end"),
    "relation.inspection": ("De strenge wet bijt pas bij een controle", "The strict law bites at an inspection only"),
    "relation.grace": ("Een stopregel die nooit begint, is geen regel", "A stop rule that never begins is no rule"),
    "relation.own_price": ("Een hogere prijs brengt niemand naar de onderneming, noch van een andere weg naar nog een",
                           "A higher price brings nobody to the enterprise, or from one other way to another"),
    "relation.hands": ("Meer handen: nooit minder uren gedaan", "More hands: never fewer hours done"),
    "relation.price": ("Duurder: minder bezoeken", "Dearer: fewer visits"),
    "relation.appeal": ("Aantrekkelijker: meer bezoeken", "More appealing: more visits"),
    "relation.outside": ("Meer te zien: meer mensen kennen het", "Seen more: more people know it"),
    "relation.mouth": ("Meer doorvertellen: meer mensen kennen het", "More word of mouth: more people know it"),
    "relation.event": ("Een braderie: meer mensen kennen het", "A fair: more people know it"),
    "relation.hours": ("Meer uren per plaats: meer gedaan", "More hours a place: more done"),
    "relation.attendance": ("Vaker aanwezig: meer gedaan", "There more often: more done"),
    "relation.travel": ("Meer reistijd: minder gedaan", "More travel: less done"),
    "relation.skill": ("Meer te leren: meer kunnen doen", "More to learn: able to do more"),
    "relation.join": ("Meer aanmeldingen: meer mensen op een plaats", "More joining: more people in a place"),
    "relation.drop_out": ("Vaker afhaken: minder mensen op een plaats", "More dropping out: fewer people in a place"),
    "relation.leave": ("Sneller weglopen: meer mensen die het wachten opgeven",
                       "Quicker to leave: more give up waiting"),
    "relation.lock_in": ("Minder remming door een plaats: meer mensen van een plaats naar werk",
                         "Less lock-in: more people from a place into work"),
    "relation.afterwards": ("Een plaats die helpt: meer mensen naar werk", "A place that helps: more people into work"),
    "relation.returns": ("Werk dat vaker eindigt: meer mensen terug", "Work that ends more often: more people back"),
    "relation.way_out": ("Meer andere uitwegen: meer mensen uit de uitkering",
                         "More other ways out: more people off benefit"),
    "relation.phase_out": ("Snellere afbouw: minder in natura", "Quicker phasing out: less in kind"),
    "relation.renew": ("Partners die willen blijven: minder die weggaan", "Partners who want to stay: fewer who leave"),
    "relation.strict": ("Meer controle van de strenge wet: vaker verboden",
                        "More inspection of the strict law: more barred"),
    "relation.stop": ("Stoppen wat niet uit kan: minder weken open", "Stopping what does not pay: fewer weeks open"),
    "relation.contribution": ("Hogere eigen bijdrage: minder hulp uit de Wmo",
                              "A higher contribution: less help from the Wmo"),
    "relation.helpers": ("Meer helpende buren: meer uren door buren",
                         "More helping neighbours: more hours by neighbours"),
    "relation.illness": ("Vaker ziek: meer mensen een tijd beperkt", "Ill more often: more people limited for a while"),
    "relation.moves": ("Vaker verhuizen: meer verhuizingen", "Moving more often: more moves"),
    "relation.contact": ("Ontmoetingen die meer opleveren: meer contacten", "Meetings that make more: more ties"),
    "relation.fade": ("Contacten die sneller slijten: minder contacten", "Ties that fade sooner: fewer ties"),
    "relation.ties_help": ("Contacten die meer helpen: minder mensen eenzaam",
                           "Ties that help more: fewer people lonely"),
    "relation.cut": ("Een korting op de Wmo: minder uren hulp", "A cut in the Wmo: fewer hours of help"),

    # --- patterns -------------------------------------------------------------------------------------------------
    "pattern.alone_80": ("80-plussers die alleen wonen", "People of 80 and over who live alone"),
    "pattern.alone_70": ("Zeventigers en tachtigers die alleen wonen",
                         "People in their seventies and eighties who live alone"),
    "pattern.limited_65": ("65-plussers met een beperking", "People of 65 and over with a limitation"),
    "pattern.lonely": ("Volwassenen die eenzaam zijn", "Adults who are lonely"),
    "pattern.ends_meet": ("Moeite met rondkomen", "Difficulty making ends meet"),
    "pattern.buys": ("Huishoudens die hulp thuis betalen", "Households that pay for help at home"),
    "pattern.informally": ("Van hen: informeel geregeld", "Of those: arranged informally"),
    "pattern.cleaner_2004": ("Huishoudens met een hulp in 2004", "Households with a cleaner in 2004"),
    "pattern.price_paid": ("Wat een uur hulp thuis kost", "What an hour of help at home costs"),
    "pattern.hours_home": ("Betaalde uren thuis per huishouden per jaar", "Paid hours at home a household a year"),
    "pattern.clients": ("Cliënten van de Wmo per 1.000 inwoners", "Clients of the Wmo per 1,000 residents"),
    "pattern.clients_implied": ("Hetzelfde, afgeleid van de uitgaven", "The same, as spending implies"),
    "pattern.to_work": ("Uit de uitkering naar werk", "From benefit into work"),
    "pattern.outflow": ("Uit de uitkering, om welke reden ook", "Off benefit for any reason"),
    "pattern.growth": ("Groei van de uitkeringen in een crisisjaar", "Growth of benefits in a year of crisis"),
    "pattern.earnings": ("Mensen met een uitkering die bijverdienen", "People on benefit with earnings beside it"),
    "pattern.productivity": ("Tempo van mensen op een plaats", "Productivity of people in a place"),
    "pattern.place_effect": ("Kans op werk na een jaar, door een plaats", "Chance of work after a year, by a place"),
    "pattern.displacement": ("Verdrongen uren als deel van de uren die deelnemers werken",
                             "Displaced hours as a share of the hours that participants work"),
    "pattern.budget": ("Wat een onderneming per jaar kost", "What an enterprise costs a year"),
    "pattern.cut_level": ("Cliënten per 1.000 inwoners in 2016, na de korting",
                          "Clients per 1,000 residents in 2016, after the cut"),
    "pattern.cut_town": ("Aantal cliënten van voor de korting tot 2016: Haarlem",
                         "Number of clients from before the cut until 2016: Haarlem"),
    "pattern.cut_land": ("Aantal cliënten van voor de korting tot begin 2019: Nederland",
                         "Number of clients from before the cut until early 2019: the Netherlands"),
    "pattern.cut_without": ("Tot 2016 zonder korting", "Until 2016 without a cut"),
    "pattern.cut_rules": ("Tot 2015 zonder korting, bij 80 cent meer eigen bijdrage",
                          "Until 2015 without a cut, for 80 cents more to pay"),
    "pattern.cut_hours": ("Uren per week van een cliënt na de korting", "Hours a week of a client after the cut"),
    "pattern.cut_gap": ("Uren hulp per jaar die wegvallen, per 1.000 inwoners",
                        "Hours of help a year that fall away, per 1,000 residents"),
    "pattern.cut_unspent": ("In het jaar van de korting: deel van het budget dat overblijft",
                            "In the year of the cut: share of the budget left over"),
    "pattern.cut_own": ("Wat een cliënt zelf voor een uur betaalt: na de korting meer",
                        "What a client itself pays for an hour: more after the cut"),
    "pattern.cut_short": ("Cliënten die na de korting hulp tekortkomen", "Clients short of help after the cut"),
    "pattern.short_without": ("Cliënten die dan hulp tekortkomen zonder korting",
                              "Clients short of help at that time without a cut"),
    "pattern.repair_hours": (
        "Uren per week van een cliënt na het herstel",
        "Hours a week of a client after the repair"),
    "pattern.repair_cost": (
        "Wat het herstel per jaar kost, per cliënt",
        "What the repair costs a year for each client"),
    "pattern.repair_clients": ("Cliënten die na het herstel terugkomen", "Clients who come back after the repair"),
    "pattern.repair_later": ("Uren per week van een cliënt in 2023", "Hours a week of a client in 2023"),
    "pattern.fee_low": ("Meer cliënten in het jaar na de vaste eigen bijdrage: laagste inkomens",
                        "More clients in the year after the flat fee: lowest incomes"),
    "pattern.fee_middle": ("Meer cliënten in het jaar na de vaste eigen bijdrage: middeninkomens",
                           "More clients in the year after the flat fee: middle incomes"),
    "pattern.fee_high": ("Meer cliënten in het jaar na de vaste eigen bijdrage: hoogste inkomens",
                         "More clients in the year after the flat fee: highest incomes"),
    "pattern.fee_all": ("Meer cliënten in het jaar na de vaste eigen bijdrage: iedereen",
                        "More clients in the year after the flat fee: everybody"),
    "pattern.fee_later": (
        "Meer cliënten vier jaar na de vaste eigen bijdrage",
        "More clients four years after the flat fee"),
    "pattern.elasticity_middle": ("Hoe middeninkomens op de prijs van hulp reageren",
                                  "How middle incomes answer the price of help"),
    "pattern.elasticity_high": ("Hoe hoge inkomens op de prijs van hulp reageren",
                                "How high incomes answer the price of help"),
    "pattern.awbz_self": ("Begeleiding die in 2015 wegvalt: wat mensen zelf doen",
                          "Guidance that falls away in 2015: what people do themselves"),
    "pattern.awbz_undone": ("Begeleiding die in 2015 wegvalt: wat niemand doet",
                            "Guidance that falls away in 2015: what nobody does"),
    "pattern.elasticity_own": ("Hoe klanten op de prijs van de onderneming reageren",
                               "How customers answer the price of the enterprise"),
}  # fmt: skip
