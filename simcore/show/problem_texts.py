"""What can be wrong, in Dutch: each sentence beside the English one that the reader makes. A part of the one word list.

``{}`` stands for what differs, in the same order in both. What stands in a place
is put in Dutch as well when it has a line here (``write {}, or leave the line out``). The sentences stand by what they
are about; a sentence stands in one of them.
"""

import calendar

from simcore.show.canvas_problems import OF_A_CANVAS
from simcore.show.cluster_problems import OF_CLUSTERS
from simcore.show.command_problems import OF_COMMANDS
from simcore.show.experiment_file_problems import OF_EXPERIMENT_FILES
from simcore.show.experiment_problems import OF_EXPERIMENTS
from simcore.show.file_problems import OF_FILES
from simcore.show.plugin_problems import OF_PLUGINS

DUTCH = OF_FILES | OF_A_CANVAS | OF_PLUGINS | OF_COMMANDS | OF_EXPERIMENTS | OF_EXPERIMENT_FILES | OF_CLUSTERS

# What keys and words of a canvas mean, behind them in a list of what is known.
GLOSSES = {
    "participation_place": "participatieplaats", "wage_subsidy": "loonkostensubsidie", "paid": "in dienst",
    "volunteer": "vrijwilliger", "broker": "bemiddelen, in dienst van het huishouden",
    "working_single": "woont alleen en werkt", "temporary_care": "een poos ziek", "pgb": "eigen budget voor hulp",
    "limited": "kan lichamelijk minder", "everyone": "iedereen", "benefit": "leeft van bijstand", "members": "leden",
    "municipality": "gemeente", "corporation": "woningcorporatie", "welfare": "welzijn", "care": "zorg",
    "fund": "fonds",
    "residents": "bewoners", "company": "bedrijf", "home": "thuis", "outdoors": "buiten", "workplace": "werkplek",
    "from_start": "vanaf het begin", "on_request": "als er vraag is", "hour": "uur", "job": "klus", "year": "jaar",
    "start": "één keer", "delivered_hour": "geleverd uur", "participant": "deelnemer", "supervisor": "begeleider",
    "coordination_hour": "uur van jezelf", "gathering": "bijeenkomst", "volunteer_hour": "uur van een vrijwilliger",
    "pot": "waar je voor spaart", "staff": "personeel", "landlord": "verhuurder", "participants": "deelnemers",
    "suppliers": "leveranciers", "insurers": "verzekeraars", "lenient": "soepel", "strict": "streng",
    "direct_cost": "directe kosten", "full_cost": "volle kosten", "off": "uit", "fact": "feit", "source": "bron",
    "assumption": "aanname", "open": "open vraag", "explore": "verkennen", "exploit": "uitvoeren",
    "cleaning": "schoonmaken", "laundry": "de was", "ironing": "strijken", "garden": "tuin", "cooking": "koken",
    "groceries": "boodschappen", "windows": "ramen", "odd_jobs": "klusjes", "furniture": "meubels",
    "pc_help": "hulp met de computer", "keys": "sleutels", "rides": "ritten", "forms": "formulieren",
}  # fmt: skip

# What a word refers to, as in "unknown team 'kr-x' in ...".
NOUNS = {
    "the file": "het bestand",
    **dict(zip(calendar.month_name[1:], "januari februari maart april mei juni juli augustus september oktober "
               "november december".split())),
    "customer segment": "klantgroep", "value proposition": "aanbod", "channel": "kanaal",
    "customer relationship": "klantband", "revenue stream": "inkomsten", "key resource": "middel",
    "key activity": "activiteit", "key partnership": "partner", "cost": "kosten", "team": "ploeg",
    "activity": "behoefte",
    "neighbourhood": "wijk", "building": "gebouw", "partner with a sim": "partner met een sim",
    "cost per pot": "kosten per pot",
    "payee": "ontvanger", "value proposition with a team": "aanbod met een ploeg", "service": "dienst",
    "account": "rekening", "item": "onderdeel", "tier": "trap", "kind": "soort", "group": "groep", "term": "term",
    "stream": "stroom", "column": "kolom",
    "gathering with prizes": "bijeenkomst met prijzen", "key resource with a building": "middel met een gebouw",
    "key resource with an area": "middel met een oppervlak", "need of the neighbourhood": "behoefte van de wijk",
    "cost for room (per: m2)": "kostenpost voor ruimte (per: m2)",
    "partner that gives anything": "partner die iets geeft",
    "value proposition with a price": "aanbod met een prijs", "partner that bears costs": "partner die kosten draagt",
    "value proposition with a price an hour": "aanbod met een prijs per uur",
}  # fmt: skip
