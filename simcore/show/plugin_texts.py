"""What is said of plugins, in Dutch and in English: a part of the word list."""

PLUGIN_TEXTS = {
    # what they move in a run
    "effects.head": ("Wat plugins bewegen in dit verloop", "What plugins move in this course"),
    "effects.none": ("In dit verloop beweegt geen plugin een getal.", "In this course no plugin moves a number."),
    "effects.week": ("week {first}", "week {first}"),
    "effects.weeks": ("week {first} tot en met {last}", "weeks {first} to {last}"),
    "effects.row": ("{weeks}: {term} van {base} naar {now}", "{weeks}: {term} from {base} to {now}"),
    "effects.scale": ("keer {value}", "times {value}"), "effects.add": ("plus {value}", "plus {value}"),
    "effects.floor": ("minstens {value}", "at least {value}"), "effects.cap": ("hoogstens {value}", "at most {value}"),
    "effects.set": ("wordt {value}", "becomes {value}"),
    "effects.all": ("Alle verlopen staan in effects.csv; de eerste week is 0.",
                    "All courses stand in effects.csv; the first week is 0."),

    # how long they take
    "profile.head": ("Hoe lang het duurde (op één rekendraad)", "How long it took (on one thread)"),
    "profile.column": ("seconden", "seconds"), "profile.share": ("deel", "share"), "profile.calls": ("keer", "times"),
    "profile.total": ("samen", "together"),
    "profile.calendar": ("regels van de week", "rules of the week"), "profile.people": ("mensen kiezen", "people choose"),
    "profile.serve": ("werk en bezoeken", "work and visits"), "profile.meet": ("samenkomen", "coming together"),
    "profile.books": ("de boeken", "the books"), "profile.commons": ("wat van iedereen is", "what is shared"),
    "profile.community": ("banden tellen", "counting ties"), "profile.decisions": ("besluiten", "decisions"),
    "profile.answers": ("betalen voor plugins", "paying for plugins"), "profile.close": ("de week sluiten", "closing the week"),
    "profile.play": ("wijk en verlopen klaarzetten", "making the district and its courses"),
    "profile.measure": ("cijfers meten", "measuring figures"), "profile.files": ("bestanden en plaatjes", "files and pictures"),
    "profile.rest": ("lezen en de rest", "reading and the rest"),
}  # fmt: skip
