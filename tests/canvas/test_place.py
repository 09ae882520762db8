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


def test_households_need_a_kind_an_age_and_a_number_of_children(copy):
    for old, new, words in [("- id: couple\n", "- id: coupel\n", "'coupel'"),
                            ("- id: two\n", "- id: one\n", "children are"),
                            ("youngest: 18\n", "youngest: 70\n", "ages begin at 0, 70"),
                            ("youngest: 0\n", "youngest: 3\n", "ages begin at 3")]:
        before = copy.place
        copy.swap(old, new)
        assert any(words in problem.what for problem in copy.problems()), words
        copy.place = before


def test_somebody_gets_help_and_somebody_leaves_benefit(copy):
    path = "neighbourhood.assistance"
    assert "no clients at all" in copy.problem(*(f"neighbourhood.wmo.by_income.{n}=0" for n in range(3))).what
    assert "is 0, as are" in copy.problem(f"{path}.exit_far=0", f"{path}.exit_all=0", f"{path}.other_outflow=0").what
