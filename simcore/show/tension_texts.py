"""What is said of tensions: a sentence for each, what was taken away, and how it came out. A part of the word list."""

TENSION_TEXTS = {
    "tension.thrift": ("Zuinig kost contacten", "Thrift costs ties"),
    "tension.thrift.means": (
        "Wat niet uit kan, stopt: ook het koffiedrinken. Dan leren minder mensen elkaar kennen.",
        "What does not pay stops: the coffee together as well. Then fewer people get to know each other."),
    "tension.thrift.without": ("zonder de regel dat stopt wat niet uit kan",
                               "without the rule that stops what does not pay"),
    "tension.thrift.figure": ("Nieuwe contacten per jaar", "New ties a year"),
    "tension.cheap": ("Goedkoop verdringt", "Cheap displaces"),
    "tension.cheap.means": (
        "Wie minder vraagt dan een bedrijf, haalt werk weg bij mensen die ervan leven.",
        "Who asks less than a company does takes work from people who live by it."),
    "tension.cheap.without": ("met de prijzen van bedrijven", "at the prices of companies"),
    "tension.cheap.figure": ("Uren betaald werk per jaar die verdwijnen", "Hours of paid work a year that disappear"),
    "tension.drain": ("Succes loopt leeg", "Success drains"),
    "tension.drain.means": (
        "Wie vertrouwen wint, vindt werk en vertrekt. Dan kunnen de teams minder doen.",
        "Who gains confidence finds work and leaves. Then the teams can do less."),
    "tension.drain.without": ("als niemand uit een team naar werk vertrekt", "when nobody leaves a team for work"),
    "tension.drain.figure": ("Uren werk van de teams per jaar", "Hours of work of the teams a year"),
    "tension.warmth": ("Warmte slijt", "Warmth wears out"),
    "tension.warmth.means": (
        "Weinig mensen dragen veel. Wie te veel draagt, stopt eerder.",
        "Few people carry much. Who carries too much stops sooner."),
    "tension.warmth.without": ("als de drukte er niet toe doet", "when the load does not matter"),
    "tension.warmth.figure": ("Trekkers die stoppen per jaar", "Organisers who stop a year"),

    "tension.always": ("{title}: in dit model gebeurt dat {often}.", "{title}: in this model that happens {often}."),
    "tension.never": ("{title}: in dit model blijkt dat niet. Het gebeurt {often}; andersom {against}.",
                      "{title}: in this model it does not show. It happens {often}; the other way round {against}."),
    "tension.unclear": ("{title}: in dit model soms wel en soms niet. Het gebeurt {often}; andersom {against}.",
                        "{title}: in this model sometimes it does and sometimes not. It happens {often}; the other way "
                        "round {against}."),
    "tension.difference.more": ("{figure}: {middle} meer dan {without} ({low} tot {high}).",
                                "{figure}: {middle} more than {without} ({low} to {high})."),
    "tension.difference.less": ("{figure}: {middle} minder dan {without} ({low} tot {high}).",
                                "{figure}: {middle} fewer than {without} ({low} to {high})."),
    "tension.difference.unclear": ("{figure}: geen duidelijk verschil met hetzelfde verloop, "
                                   "maar {without} ({low} tot {high}).",
                                   "{figure}: no clear difference with the same course, "
                                   "but {without} ({low} to {high})."),
    "tension.movers": ("Hangt vooral af van: {names}.", "It hangs mostly on: {names}."),
    "tension.movers.none": ("Geen enkele aanname bepaalt duidelijk hoe sterk het is.",
                            "No assumption clearly decides how strong it is."),
    "tension.stronger": ("{name} (hoger: sterker)", "{name} (higher: stronger)"),
    "tension.weaker": ("{name} (hoger: zwakker)", "{name} (higher: weaker)"),
    "tension.picture": ("Elke stip is een mogelijk verloop. {figure}: verschil met hetzelfde verloop, maar {without}.",
                        "Each dot is a possible course. {figure}: difference with the same course, but {without}."),
    "tension.yes": ("komt voor", "appears"), "tension.no": ("andersom", "the other way round"),
    "tension.same": ("geen verschil", "no difference"),
    "tension.again": ("Zelf nagaan: {command}", "See for yourself: {command}"),
    "tension.title": ("Spanningen die niemand in het model heeft geschreven",
                      "Tensions that nobody wrote into the model"),
}
