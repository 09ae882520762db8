"""When it is summer."""


def is_summer(day) -> bool:
    """From June up to and including August."""
    return day.month in (6, 7, 8)
