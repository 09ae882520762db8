"""A neighbourhood file holds together: needs in their own units, shares of everybody, rules in order of day."""


def test_a_standing_need_is_counted_in_hours_a_week(copy):
    copy.swap("value: 3, unit: hours/week, low: 2, high: 5", "value: 3, unit: jobs/year, low: 2, high: 5")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("{value: 3, unit: jobs/year, low: 2, high: 5", "jobs/year")


def test_a_job_takes_minutes(copy):
    start = copy.place.index("      minutes: {value: 120")
    copy.place = copy.place[:start] + copy.place[copy.place.index("\n", start) + 1 :]
    problem = copy.problem()
    assert "keys misses the key 'minutes'" in problem.what


def test_shares_of_more_than_everybody_are_refused(copy):
    copy.swap("without: {value: 0.04, unit: share, low: 0.02, high: 0.08",
              "without: {value: 0.9, unit: share, low: 0.02, high: 0.95")  # fmt: skip
    assert "add up to 1.06" in copy.problem().what


def test_two_needs_with_one_id_are_refused_at_the_second(copy):
    copy.swap("- id: laundry", "- id: cleaning")
    problem = copy.problems()[0]
    assert problem.line > copy.where("- id: cleaning")[0]
    assert "a second time" in problem.what


def test_a_weight_below_zero_is_refused(copy):
    copy.swap(
        "price: {value: 0.15, unit: logit per EUR/hour, low: 0.06",
        "price: {value: -0.15, unit: logit per EUR/hour, low: -0.2")
    problem = copy.problem()
    assert "weight below zero" in problem.what


def test_incomes_come_in_three_groups(copy):
    start = copy.place.index("    - {value: 4, unit: per 1000")
    copy.place = copy.place[:start] + copy.place[copy.place.index("\n", start) + 1 :]
    assert "has 2 values" in copy.problem().what


def test_dated_rules_stand_in_order_of_day(copy):
    copy.swap("- from_day: 2014-01-01", "- from_day: 2012-01-01")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("from_day: 2012-01-01", "2012")


def test_a_number_in_another_unit_than_the_engine_reads_is_refused(copy):
    copy.swap("unit: logit per tie", "unit: per tie")
    assert copy.problem().instead == "write logit per tie"
