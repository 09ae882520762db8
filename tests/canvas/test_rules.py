"""Notes that do not go together are reported where they stand, with what to write instead."""

import re

import pytest


def test_an_id_with_the_wrong_prefix_is_answered_with_the_right_one(copy):
    copy.swap("- id: kp-welfare", "- id: ka-welfare")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("ka-welfare")
    assert problem.instead == "write kp-welfare"


def test_an_id_that_stands_there_twice_is_reported_at_the_second_with_the_line_of_the_first(copy):
    copy.swap("- id: cs-temporary-care", "- id: cs-working-singles")
    copy.model = copy.model.replace("cs-temporary-care, ", "")
    problem = copy.problem()
    first = copy.where("- id: cs-working-singles")[0]
    assert problem.line > first
    assert "a second time" in problem.what
    assert problem.why == f"line {first} has it too"


def test_a_link_to_a_note_that_is_not_there_is_answered_with_the_nearest(copy):
    copy.swap("for: {key_resources: [kr-rooms]}", "for: {key_resources: [kr-room]}")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("[kr-room]", "kr-room")
    assert "did you mean 'kr-rooms'?" in problem.instead


def test_a_link_is_reported_also_when_something_else_is_wrong(copy):
    copy.swap("for: {key_resources: [kr-rooms]}", "for: {key_resources: [kr-room]}")
    copy.swap("weeks: 260", "weeks: many")
    assert len(copy.problems()) == 2


def test_a_link_to_a_block_that_means_nothing_there_is_refused(copy):
    copy.swap("for: {key_resources: [kr-rooms]}", "for: {customer_segments: [cs-pgb]}")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("for: {customer_segments: [cs-pgb]}", "customer_segments")
    assert problem.instead == "known: key_resources, key_activities"


def test_an_unknown_activity_is_answered_with_the_activities_of_the_neighbourhood(copy):
    copy.swap("activity: windows", "activity: window")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("activity: window", "window")
    assert "did you mean 'windows'?" in problem.instead


def test_a_team_that_is_no_team_is_refused(copy):
    copy.swap("team: kr-drivers", "team: kr-rooms")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("team: kr-rooms", "kr-rooms")
    assert "kr-drivers" in problem.instead


def test_a_service_without_a_price_is_reported_at_the_service(copy):
    start = copy.model.index("      price: {value: 15,")
    copy.model = copy.model[:start] + copy.model[copy.model.index("\n", start) + 1 :]
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("- id: vp-garden", "vp-garden")
    assert "has no price" in problem.what


def test_a_second_price_for_a_service_is_reported_at_the_second(copy):
    copy.swap("for: {value_propositions: [vp-laundry]}", "for: {value_propositions: [vp-cleaning]}")
    what = {problem.what.split(" ", 1)[1] for problem in copy.problems()}
    assert what == {"is a second price of vp-cleaning", "has no price"}


def test_a_price_for_two_services_is_refused(copy):
    copy.swap("for: {value_propositions: [vp-keys]}", "for: {value_propositions: [vp-keys, vp-coffee]}")
    assert "has a price for 2 value propositions" in copy.problem().what


def test_two_services_for_one_need_are_refused(copy):
    copy.swap("activity: laundry", "activity: cleaning")
    problem = copy.problem()
    assert "is met by vp-cleaning already" in problem.what.replace("cleaning is", "is")


def test_a_service_on_request_needs_what_it_costs_to_start(copy):
    copy.swap("activity: rides\n", "activity: rides\n      offered: on_request\n")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("activity: rides", "on_request")


def test_a_price_by_the_job_is_refused_for_a_need_of_every_week(copy):
    copy.swap("price: {value: 14, unit: EUR/hour", "per: job\n      price: {value: 14, unit: EUR/visit")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("per: job", "job")


def test_the_unit_of_a_price_must_fit_what_it_is_per(copy):
    copy.swap("value: 8, unit: EUR/trip", "value: 8, unit: EUR/hour")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("{value: 8, unit: EUR/hour, low: 6, high: 12", "EUR/hour")


def test_the_unit_of_a_cost_must_fit_what_it_is_counted_by(copy):
    copy.swap("value: 300, unit: EUR/half-year", "value: 300, unit: EUR/year")
    assert copy.problem().instead == "write EUR/half-year"


def test_a_cost_is_counted_by_something_the_canvas_has(copy):
    start = copy.model.index("      area: {")
    copy.model = copy.model[:start] + copy.model[copy.model.index("\n", start) + 1 :]
    first, second = copy.problems()                     # rent, and energy
    assert (first.line, first.column) == copy.where("per: m2", "m2") and second.line > first.line


def test_a_cost_is_paid_to_a_party_or_to_a_partner_with_a_sim(copy):
    copy.swap("      payee: kp-corporation\n", "      payee: kp-corporatoin\n")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("payee: kp-corporatoin", "kp-corporatoin")
    assert "kp-corporation" in problem.instead and "suppliers" in problem.instead


def test_a_partner_gains_from_what_somebody_delivers(compiratie):
    compiratie.swap("gain_from: [vp-carpentry]", "gain_from: [vp-carpenter]")
    problem = compiratie.problem()
    assert problem.line == compiratie.where("gain_from:")[0] and "vp-carpentry" in problem.instead


def leave_out(copy, part):
    """Remove a part of a note, whatever stands in it."""
    lines = copy.model.split("\n")
    start = lines.index(f"      {part}:")
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith("        "))
    copy.model = "\n".join(lines[:start] + lines[end:])


@pytest.mark.parametrize("part", ["bond", "recruiting", "learning", "waiting"])
def test_a_canvas_with_a_team_and_customers_needs_all_that_these_ask(copy, part):
    leave_out(copy, part)
    assert any(f"need a note with {part}" in problem.what for problem in copy.problems())


def test_a_canvas_may_do_without_guidance_but_not_pay_supervisors_then(copy):
    leave_out(copy, "guidance")
    assert copy.problem().what.endswith("is supervisor, but nothing says how many there are")
    start = copy.model.index("  - id: cost-supervision")
    copy.model = copy.model[:start] + copy.model[copy.model.index("  - id: ", start + 9):]
    copy.load()


def free(copy, service):
    """Say that a service is free."""
    copy.swap(f"activity: {service}\n", f"activity: {service}\n      free: true\n")


def without_a_price_of_the_garden(copy):
    for key in ("      price: {value: 15,", "      vat: "):
        start = copy.model.index(key, copy.model.index("- id: vp-garden") if "vat" in key else 0)
        copy.model = copy.model[:start] + copy.model[copy.model.index("\n", start) + 1:]


def test_a_free_service_has_no_price_and_no_vat(copy):
    free(copy, "garden")
    there = {problem.what.split(" ", 1)[1] for problem in copy.problems()}
    assert there == {"is true, but rs-garden gives vp-garden a price", "has no meaning, as vp-garden is free"}


def test_a_service_may_be_free(copy):
    free(copy, "garden")
    without_a_price_of_the_garden(copy)
    assert copy.load().canvas.value_propositions


def test_a_canvas_in_which_nothing_can_be_asked_for_cannot_be_played(copy):
    copy.model = "\n".join(line for line in copy.model.split("\n") if not line.startswith("      activity: "))
    assert any("nothing here can be asked for" in problem.what for problem in copy.problems())


@pytest.mark.parametrize(("kept", "gone"), [("share", "phase_out"), ("phase_out", "share")])
def test_a_partner_that_bears_costs_says_how_that_goes_on(copy, kept, gone):
    start = copy.model.index(f"      {gone}:")
    copy.model = copy.model[:start] + copy.model[copy.model.index("\n", start) + 1:]
    problem = copy.problem()
    assert problem.what.endswith(f"stands there without {gone}")
    assert (problem.line, problem.column) == copy.where("- id: kp-", f"{kept}:")


def test_a_partner_may_bear_no_costs(copy):
    for gone in ("share", "phase_out"):
        start = copy.model.index(f"      {gone}:")
        copy.model = copy.model[:start] + copy.model[copy.model.index("\n", start) + 1:]
    assert copy.load().canvas.key_partnerships[0].sim.share is None


def test_a_part_that_an_enterprise_has_once_is_refused_twice(copy):
    copy.swap("{english: household work}", "{english: household work, guidance: {people_per_supervisor: "
              "{value: 8, unit: people/supervisor, source: REI-009, evidence: source}}}")  # fmt: skip
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("english: guidance at work", "guidance:\n")


def test_a_stage_must_belong_to_its_portfolio(copy):
    copy.swap("stage: validation", "stage: retire")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("stage: retire", "retire")


def test_a_run_starts_on_a_monday(copy):
    copy.swap("start: 2013-01-07", "start: 2013-01-08")
    assert copy.problem().what.endswith("is no Monday")


def test_a_run_cannot_start_before_the_rules_of_the_neighbourhood(copy):
    copy.swap("start: 2013-01-07", "start: 2012-01-02")
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("start: 2012-01-02", "2012-01-02")
    assert "2013-01-01" in problem.instead


def test_a_service_on_request_needs_the_rule_that_says_when_it_begins(copy):
    start = copy.model.index("  start_on_request:\n")
    copy.model = copy.model[:start] + copy.model[copy.model.index("  grow:\n"):]
    problem = copy.problem()
    assert (problem.line, problem.column) == copy.where("offered: on_request", "on_request")
    assert "start_on_request" in problem.instead


def test_opening_hours_are_those_of_a_service(compiratie):
    compiratie.swap("      activity: forms\n      team: kr-desk-team\n      place: workplace\n      free: "
                    "true\n      must_pay: false\n", "")
    problem = compiratie.problem()
    assert problem.what.endswith("has no meaning without an activity")
    assert (problem.line, problem.column) == compiratie.where("      opening:", "opening")


def test_a_trade_is_for_people_who_come_from_the_district(compiratie):
    compiratie.swap("contract: participation_place", "contract: paid")
    problem = compiratie.problem()
    assert problem.what.endswith("has no meaning for people who are paid")
    assert (problem.line, problem.column) == compiratie.where("        trade:", "trade")


@pytest.mark.parametrize(("old", "new", "what"), [
    ("keep: {value: 2, unit: people, low: 1, high: 3", "keep: {value: 5, unit: people, low: 1, high: 6",
     "is 5, above least (4)"),
    ("least: {value: 4, unit: people, low: 3, high: 6", "least: {value: 9, unit: people, low: 3, high: 9",
     "is 9, above places (8)"),
])
def test_a_team_goes_on_with_no_more_than_it_begins_with_and_begins_with_no_more_than_its_places(
        compiratie, old, new, what):
    compiratie.swap(old, new)
    assert compiratie.problem().what.endswith(what)


def test_members_come_together_where_there_are_teams(compiratie):
    text = compiratie.model
    start, end = text.index("key_resources:\n"), text.index("  - id: kr-workshop")
    compiratie.model = text[:start] + "key_resources:\n" + text[end:]
    there = [problem.what for problem in compiratie.problems()]
    assert sum(what.endswith("needs a team") for what in there) == 2


def test_what_a_gathering_costs_points_at_one(compiratie):
    compiratie.swap("for: {key_activities: [ka-borrel]}", "for: {key_activities: [ka-guidance]}")
    problem = compiratie.problem()
    assert problem.what.endswith("is per gathering, but points at no activity with one")
    assert problem.instead == "for: {key_activities: [ka-borrel]}"


def test_recognition_is_there_once(compiratie):
    start = compiratie.model.index("      recognition:\n")
    block = compiratie.model[start:compiratie.model.index("  - id: ka-reception")]
    compiratie.swap("english: looking for people of a like mind\n",
                    "english: looking for people of a like mind\n" + block)
    assert compiratie.problem().what.endswith("is there twice")


def test_what_an_undone_job_costs_is_told_of_jobs_of_people_on_benefit(compiratie):
    compiratie.swap("      of: benefit\n", "")
    assert {problem.what.split(" ", 1)[1] for problem in compiratie.problems()} == {
        "has meaning for a job of people on benefit only"}


# --- one cause, one message -------------------------------------------------------------------------------------------


def without(text: str, block: str) -> str:
    """A file without one of its blocks."""
    start = text.index(f"\n{block}:") + 1
    return text[:start] + text[re.search(r"\n(?=\w+:)", text[start:]).start() + start + 1:]


def test_a_block_that_is_not_there_while_others_point_at_it_is_one_line(copy):
    copy.model = without(copy.model, "key_resources")
    problem = copy.problem()
    assert "misses the block key_resources" in problem.what and "add key_resources:" in problem.instead


def test_of_a_misspelled_key_what_follows_from_it_is_not_told(copy):
    """Without its numbers a team is no team; who asks for it is right all the same."""
    at = copy.model.index("    sim:", copy.model.index("- id: kr-drivers"))
    copy.model = copy.model[:at] + "    sims:" + copy.model[at + len("    sim:"):]
    problem = copy.problem()
    assert "unknown key 'sims'" in problem.what and "did you mean 'sim'?" in problem.instead


def test_beside_a_misspelled_key_a_link_elsewhere_that_leads_nowhere_is_told(copy):
    copy.swap("for: {key_resources: [kr-rooms]}", "for: {key_resources: [kr-room]}")
    at = copy.model.index("    sim:", copy.model.index("- id: kr-drivers"))
    copy.model = copy.model[:at] + "    sims:" + copy.model[at + len("    sim:"):]
    assert {problem.what.split(" '")[0] for problem in copy.problems()} == {"unknown key", "unknown key resource"}


def test_of_an_id_that_stands_there_twice_links_to_the_one_it_had_are_not_told(copy):
    copy.swap("- id: vp-laundry", "- id: vp-cleaning")
    assert any("stands there a second time" in problem.what for problem in copy.problems())
    assert not any("unknown value proposition" in problem.what for problem in copy.problems())


def test_a_unit_that_is_none_is_told_once_with_the_one_that_is_meant(copy):
    copy.swap("value: 14, unit: EUR/hour", "value: 14, unit: euro per uur")
    problem = copy.problem()
    assert problem.what.endswith("unit 'euro per uur' is unknown") and problem.instead == "write EUR/hour"
