"""What an hour costs whoever pays it: own contribution, personal budget, budget of the household, VAT."""

from simcore.compiled import law, step


@law
def own_contribution(income, least, threshold, rate):
    """EUR per four weeks: E0 + 0.15 max(0, Y - Y0) / 13 (Uitvoeringsbesluit Wmo 2015 art. 3.8; WMO-046..050)."""
    return least + rate * max(0.0, income - threshold) / 13.0


@law
def contribution_per_hour(income, hours, tariff, least, threshold, rate):
    """EUR per hour of help: min(cost, E) / (4 h). A period pays the same for fewer hours, so each is dearer.

    h = 2 and Y = 20,000 give 7.28 with the rules of 2015 (WMO-051).
    """
    if hours <= 0.0:
        return 1000.0                       # no hours are left to ask for
    return min(own_contribution(income, least, threshold, rate), 4.0 * hours * tariff) / (4.0 * hours)


@law
def with_personal_budget(contribution, price, budget_rate, own=0.0):
    """EUR an hour for a holder of a PGB: E/(4h) + max(0, price - PGB rate) (docs/laws.md 2); ``own`` is paid anyway."""
    return contribution + min(price, max(own, price - budget_rate))


@law
def affordable_minutes(income, share, price, need):
    """Minutes a week that fit in share x income / 52 at a price per hour, at most the need (docs/laws.md 2: phi)."""
    if price <= 0.0:
        return need
    return min(need, int(share * income / 52.0 / price * 60.0))


@law
def amount_due(price, minutes):
    """Whole cents for minutes at a price in cents per hour, rounded half up, once."""
    return (price * minutes + 30) // 60


@step
def contribution_of(me, numbers, minutes, tariff):
    """EUR per hour this household would contribute for so many minutes of help a week."""
    return contribution_per_hour(me.income, minutes / 60.0, tariff, numbers.contribution_least,
                                 numbers.contribution_income, numbers.contribution_rate)
