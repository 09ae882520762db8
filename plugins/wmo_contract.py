"""A contract for household help from the Wmo in kind: at a tariff, from a day to a day, so many hours a year.

Tariffs of 2013 lay between 18 and 24 EUR an hour (WMO-039); a town fixed 18.02 (WMO-037). What it pays is the
provider's whole income of that hour: the client pays the own contribution to the municipality, as with any other
provider. Who has help already changes provider only when it looks again (choice.review of the neighbourhood).
"""

from datetime import date

from simcore.plugin import Cover, Day, Quantity, Section, Shock, Text, ends_after, helped, hookimpl, no_help, plugin


@plugin
class WmoContract:
    """Clients of the Wmo may choose the enterprise as their provider, until the hours of the year are used up."""

    dutch: Text = "Een Wmo-contract voor huishoudelijke hulp in natura"
    english: Text = "A Wmo contract for household help in kind"
    payer: Text = "municipality:wmo"
    start: Day = date(2014, 1, 1)
    end: Day = date(2017, 1, 1)
    tariff: Quantity = Quantity(value=21, low=18, high=24, unit="EUR/hour", evidence="source", source="WMO-039",
                                note="a town fixed 18.02 (WMO-037)")
    hours: Quantity = Quantity(value=2000, low=500, high=6000, unit="hours/year", evidence="open",
                               source="a small lot: some twenty clients of two hours a week",
                               question="Hoeveel uren per jaar gunt de gemeente aan een kleine aanbieder?")

    dutch_about = ("Wie huishoudelijke hulp uit de Wmo heeft, kan kiezen voor de onderneming; de gemeente betaalt het "
                   "tarief, tot het aantal uren van het contract.")
    fits = "haarlems_gemak"
    fragment = "{use: wmo_contract, with: {start: 2014-01-01, end: 2017-01-01}}"

    @hookimpl
    def check(self, spec):
        """There is something that a Wmo contract can be for."""
        yield from no_help(spec, "wmo_contract")
        yield from ends_after(spec, "wmo_contract", self.start, self.end)

    @hookimpl
    def brings(self, spec, numbers):
        """One cover in kind; hours x tariff is what it has a year."""
        yield Cover(name="contract", who="wmo", services=helped(spec), rate=numbers("tariff"), payer=self.payer,
                    item="plugins.wmo_contract", budget=numbers("hours") * numbers("tariff"), begin=self.start,
                    end=self.end)
        yield Shock(name="wmo_contract", start=self.start, dutch=self.dutch, english=self.english)

    @hookimpl
    def report(self, results):
        """How many hours were paid, and how much of the contract that is."""
        paid = sum(results.paid(name).sum(0) for name in results.streams
                   if name.startswith(results.name + ".")) / 100 + 0 * results.numbers("tariff")
        hours = (paid / results.numbers("tariff")).mean()
        first, last = ((day - results.start).days // 7 for day in (self.start, self.end))
        most = results.numbers("hours").mean() * max(min(last, results.weeks) - max(first, 0), 0) / 52
        yield Section(dutch="Wmo-contract", english="Wmo contract",
                      dutch_lines=(f"In dit model betaalt de gemeente gemiddeld {hours:.0f} van {most:.0f} uren.",),
                      english_lines=(
                          f"In this model the municipality pays {hours:.0f} of {most:.0f} hours on average.",))
