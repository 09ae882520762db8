"""What is said of when it fails. A part of the word list."""

FAILING_TEXTS = {
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
    "failing.or": (" of ", " or "),
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
}
