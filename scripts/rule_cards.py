"""Writes docs/rule_cards.md: for each rule of the three canvases where it stands, what carries it and what tests it.

    python scripts/rule_cards.py

Lines are looked up here; a function, test, note or case that is not there is an error.
"""

import ast
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from simcore.studies.mechanisms import CASES  # noqa: E402

FILE = ROOT / "docs" / "rule_cards.md"
HAARLEM, TEAMS, RESIDENTS = "haarlems_gemak", "compiratie", "wijkonderneming"
ALL = "all three"


@dataclass(frozen=True)
class Card:
    """A rule. ``notes`` are ids in the model file (a path of keys under `simwijk` begins with a dot), ``code`` and
    ``tests`` are FILE:NAME,
    ``cases`` are names in docs/mechanisms.md; ``otherwise`` says what the model does not do."""
    model: str
    says: str
    mechanism: str
    notes: tuple[str, ...]
    code: tuple[str, ...]
    tests: tuple[str, ...]
    cases: tuple[str, ...] = ()
    otherwise: str = ""


WEEK, ACTS, TESTS = "simcore/week/", "simcore/behaviour/", "tests/"

CARDS = [
    # --- Haarlems Gemak -----------------------------------------------------------------------------------------------
    Card(HAARLEM, "What does not pay its way is stopped.",
         "rule `stop`: margin over a window, after a grace, with notice",
         (".stop",), (WEEK + "decisions.py:Decisions.stop", WEEK + "decisions.py:Decisions.margins"),
         (TESTS + "week/test_desk.py:test_a_service_that_never_loses_money_never_stops",
          TESTS + "week/test_desk.py:test_a_service_that_loses_money_over_its_window_stops_after_its_grace_and_notice",
          TESTS + "week/test_desk.py:test_a_stopped_service_has_no_customers_left_and_serves_nobody"),
         ("stopping on direct cost", "a first period of grace", "notice to customers", "overhead counts on full cost"),
         "Who did that work keeps the place and waits for other work; confidence does not fall by it. The room "
         "disobeys with `simwijk.stop.on=off`, or note by note with `must_pay: false`."),
    Card(HAARLEM, "When many ask for it, a new service begins.",
         "rule `start_on_request`; proposition `offered: on_request`",
         ("vp-keys", ".start_on_request"), (WEEK + "decisions.py:Decisions.begin_service",),
         (TESTS + "week/test_desk.py:test_a_service_begins_when_ten_asked_within_eight_weeks_and_there_is_cash",),
         ("keys, on request", "enough people must ask")),
    Card(HAARLEM, "There is time for coffee together.", "value proposition with `company`: minutes after a visit",
         ("vp-coffee",), (ACTS + "delivery.py:drink_coffee", ACTS + "ties.py:meet"),
         (TESTS + "behaviour/test_ties.py:test_a_certain_contact_ties_both_and_another_contact_renews_that_tie",
          TESTS + "week/test_community.py:test_who_took_part_in_coffee_this_quarter_stands_on_the_third_rung",
          TESTS + "week/test_desk.py:test_coffee_that_need_not_pay_leaves_its_cost_to_the_visits_it_goes_with"),
         ("coffee makes ties", "ties make people less lonely", "coffee takes time"),
         "It is drunk with customers who live alone; it adds nothing to how they judge the visit."),
    Card(HAARLEM, "Partners are asked for less and less.", "partner with `share` and `phase_out`, each quarter",
         ("kp-municipality", "kp-corporation", "kp-welfare"),
         (WEEK + "decisions.py:Decisions.phase_out", ACTS + "enterprise.py:phased", WEEK + "desk.py:Desk.book_costs"),
         (TESTS + "week/test_desk.py:test_what_partners_bear_falls_by_the_same_share_each_quarter",
          TESTS + "behaviour/test_enterprise.py:test_a_share_that_is_phased_out_is_geometric",
          TESTS + "week/test_desk.py:test_gifts_in_kind_and_own_costs_add_up_to_the_whole_cost_to_the_cent"),
         ("partners give less each quarter", "partners withdraw", "hidden subsidy is written down")),
    Card(HAARLEM, "After its first troubles it may become a service for the whole city.",
         "rule `grow`: a buffer and half a year of profit; once",
         (".grow",), (WEEK + "decisions.py:Decisions.grow",),
         (TESTS + "week/test_desk.py:test_it_grows_once_with_a_buffer_and_a_profit_over_the_whole_span",),
         ("growth", "growth shares overhead"),
         "The other neighbourhood is not simulated: growing costs money once and takes a share off fixed costs; no "
         "reach is gained and no ties grow weaker."),
    # --- Compiratie ---------------------------------------------------------------------------------------------------
    Card(TEAMS, "People on benefit of a like mind form teams around what they can do and like to do.",
         "key resource with a team that has a `trade`",
         ("kr-carpenters", "kr-furniture-team", "kr-pc-advisers", "kr-desk-team"),
         (ACTS + "assistance.py:fits", ACTS + "assistance.py:suits", ACTS + "assistance.py:goes_on",
          ACTS + "assistance.py:come_and_go_together"),
         (TESTS + "behaviour/test_assistance.py:test_who_fits_a_trade_can_do_it_and_likes_it",
          TESTS + "behaviour/test_assistance.py:test_the_share_of_people_who_suit_a_team_is_can_times_likes",
          TESTS + "behaviour/test_assistance.py:"
          "test_a_team_begins_when_enough_are_together_and_stops_when_too_few_are_left",
          TESTS + "behaviour/test_assistance.py:test_a_team_is_only_at_work_while_enough_people_are_in_it"),
         ("not everybody can do a trade", "not everybody likes it", "a team waits until enough are together",
          "a team stops when too few are left")),
    Card(TEAMS, "Doors are planed, windows mended, furniture done up, computers got going again.",
         "value propositions, each for a need, by a team of its own", ("vp-carpentry", "vp-furniture", "vp-pc"),
         (ACTS + "delivery.py:serve", ACTS + "reception.py:answer"),
         (TESTS + "behaviour/test_delivery.py:test_part_of_a_job_costs_its_part_of_the_price",
          TESTS + "behaviour/test_reception.py:test_who_waits_longest_is_served_first"),
         ("furniture is done up",)),
    Card(TEAMS, "Every working day from ten to twelve there is a desk that helps with digital forms.",
         "free value proposition with `opening` hours and seats; a need with `when_undone` and `when_late`",
         ("vp-desk",),
         (ACTS + "delivery.py:open_desk", ACTS + "delivery.py:desk_minutes", WEEK + "market.py:delivered"),
         (TESTS + "behaviour/test_delivery.py:test_a_desk_has_room_for_its_seats_for_as_long_as_it_is_open",
          TESTS + "behaviour/test_delivery.py:test_no_more_is_served_than_the_desk_is_open_and_who_finds_no_room_waits",
          TESTS + "week/test_market.py:test_a_form_left_undone_costs_benefit_in_every_lane",
          TESTS + "week/test_market.py:"
          "test_a_form_that_waits_costs_a_part_of_a_week_each_week_and_no_more_than_all_benefits"),
         ("a desk has opening hours", "a desk has seats", "a form that is not sent in costs benefit",
          "a form that waits costs benefit"),
         "Weeks have no hours of the day: it is open so many hours a week."),
    Card(TEAMS, "Four times a year members and partners meet; it always gets late.",
         "key activity with a `gathering` of members", ("ka-borrel",),
         (WEEK + "together.py:meet_as_members", ACTS + "gatherings.py:talk", ACTS + "gatherings.py:stay_late"),
         (TESTS + "behaviour/test_gatherings.py:test_members_talk_in_a_ring_every_so_many_weeks",
          TESTS + "behaviour/test_gatherings.py:test_with_every_contact_a_tie_pairs_that_met_have_one",
          TESTS + "behaviour/test_gatherings.py:"
          "test_who_stayed_late_works_so_much_less_in_the_week_after_and_no_longer"),
         ("members talk at a gathering", "it gets late", "no gathering", "a gathering costs")),
    Card(TEAMS, "There they arrange left-over materials, borrowed tools and rooms for a while, to keep costs low.",
         "plugin `partner_deals` on cost lines", ("kp-everybody",), ("plugins/partner_deals.py:PartnerDeals.settle",
                                                                 "plugins/partner_deals.py:PartnerDeals.plan"),
         (TESTS + "plugin/test_partner_deals.py:test_each_pair_deals_with_its_chance",
          TESTS + "plugin/test_partner_deals.py:test_a_line_costs_five_per_cent_less_by_each_deal_for_so_many_weeks",
          TESTS + "plugin/test_partner_deals.py:test_a_line_never_falls_below_the_floor"),
         ("deals with partners",), "Partners are pairs in a count: a deal makes no tie to one of them."),
    Card(TEAMS, "Being recognised for what one can do gives confidence to look for work, and work ends a benefit.",
         "key activity with `recognition`; confidence by satisfied visits",
         ("ka-recognition",),
         (ACTS + "work.py:gained", ACTS + "assistance.py:is_sure", ACTS + "assistance.py:exit_rate",
                               ACTS + "assistance.py:find_work"),
         (TESTS + "behaviour/test_assistance.py:test_who_is_sure_enough_is_not_locked_in",
          TESTS + "behaviour/test_work.py:test_confidence_stays_between_zero_and_one",
          TESTS + "behaviour/test_assistance.py:"
          "test_with_lock_in_and_afterwards_off_recognition_moves_nobody_off_benefit_either"),
         ("who is sure looks for work",)),
    Card(TEAMS, "A bad experience may send somebody home again.",
         "`recognition.gives_up_below`; confidence by complaints",
         ("ka-recognition",), (ACTS + "work.py:lost", ACTS + "assistance.py:slide_back", WEEK + "dispatch.py:staff"),
         (TESTS + "behaviour/test_work.py:test_without_gain_confidence_only_falls_in_a_run",
          TESTS + "behaviour/test_assistance.py:test_after_a_complaint_the_unsure_stay_at_home_and_nobody_else"),
         ("who is unsure slides back",)),
    # --- Wijkonderneming ----------------------------------------------------------------------------------------------
    Card(RESIDENTS, "Residents decide what they want to improve.",
         "value propositions with a `goal`, named at the fair",
         ("ka-fair", ".goals"),
         (ACTS + "goals.py:name_goal", ACTS + "goals.py:take_up_goals", WEEK + "goals.py:Goals.follow"),
         (TESTS + "behaviour/test_goals.py:test_votes_follow_the_weights",
          TESTS + "behaviour/test_goals.py:test_enough_votes_make_a_goal_and_none_make_none",
          TESTS + "week/test_common_desk.py:test_nothing_is_done_for_what_residents_did_not_choose",
          TESTS + "week/test_goals.py:test_a_goal_nobody_works_on_is_dropped_and_stays_counted"),
         ("enough must name a goal", "the fair is where goals are chosen", "a goal nobody works on is dropped")),
    Card(RESIDENTS, "A chat with the old neighbour across the street, somewhat more often.",
         "key activity with a `pledge` of the deed `chat`", ("ka-chats", "vp-company"),
         (ACTS + "pledges.py:old_neighbour", ACTS + "pledges.py:have_kept"),
         (TESTS + "behaviour/test_pledges.py:test_a_chat_is_a_meeting_of_two_with_an_old_neighbour",
          TESTS + "behaviour/test_pledges.py:test_who_knows_no_old_home_or_nobody_at_all_has_nobody_to_promise_it_to"),
         ("promises of ka-chats",)),
    Card(RESIDENTS, "Older people in particular speak to youngsters who drop litter.",
         "a `pledge` of the deed `litter`, taken by more of the older; litter in `commons`",
         ("ka-litter", "vp-clean-street"),
         (ACTS + "pledges.py:speaks", ACTS + "pledges.py:occasions", WEEK + "commons.py:Commons.met"),
         (TESTS + "behaviour/test_pledges.py:"
          "test_litter_is_met_as_often_as_the_neighbourhood_says_and_answered_more_by_who_promised",
          TESTS + "week/test_commons.py:test_litter_is_met_by_adults_as_often_as_the_neighbourhood_says",
          TESTS + "engine/test_wijkonderneming.py:"
          "test_without_promises_litter_is_that_of_doing_nothing_to_the_count"),
         ("promises of ka-litter", "litter promised is litter addressed", "the older promise more"),
         "What is counted is how often somebody speaks up, not how clean the street becomes."),
    Card(RESIDENTS, "Two neighbours walk a larger round with their dogs in the evening, against burglars.",
         "a `pledge` of the deed `round`, kept by two together", ("ka-rounds", "vp-safe-evening"),
         (ACTS + "pledges.py:companion", ACTS + "pledges.py:is_kept"),
         (TESTS + "behaviour/test_pledges.py:test_a_promise_ends_when_one_of_the_two_moves_or_the_goal_is_dropped",
          TESTS + "behaviour/test_pledges.py:test_part_of_a_time_a_week_is_a_chance"),
         ("promises of ka-rounds",), "Rounds are counted; how safe people feel, and burglaries, are not made up."),
    Card(RESIDENTS, "What is promised holds by the ties between people; kept promises spread and broken ones fade.",
         "`pledge`: `keep`, `per_tie`, `spread`, `fade`", ("ka-chats", "ka-litter", "ka-rounds"),
         (ACTS + "pledges.py:keeps", ACTS + "pledges.py:pass_on", ACTS + "pledges.py:keep_promise"),
         (TESTS + "behaviour/test_pledges.py:test_a_promise_is_kept_with_the_chance_of_somebody_without_ties",
          TESTS + "behaviour/test_pledges.py:test_with_ties_made_here_it_is_kept_more_often",
          TESTS + "behaviour/test_pledges.py:test_kept_ones_spread_and_broken_ones_fade"),
         ("ties make promises weigh", "kept promises spread", "broken promises fade")),
    Card(RESIDENTS, "Housing corporations pay a part when residents have the porticoes cleaned.",
         "revenue stream with an `order` and its `payers`; porticoes in `commons`", ("rs-porticoes", "vp-porticoes"),
         (ACTS + "orders.py:fulfil", WEEK + "orders.py:Orders.book", WEEK + "commons.py:Commons.week"),
         (TESTS + "week/test_orders.py:test_each_corporation_pays_its_share_of_what_was_done",
          TESTS + "week/test_commons.py:test_firms_lose_what_is_taken_over_in_the_share_they_cleaned",
          TESTS + "engine/test_wijkonderneming.py:test_without_orders_nothing_is_displaced"),
         ("an order", "partners pay their share", "tenants pay what is passed on", "ordered work takes time",
          "a payer may not renew")),
    Card(RESIDENTS, "Worrying talk goes round about the community centre.",
         "plugin `centre_closing`: a hazard, a warning, a decision",
         ("kr-centre",),
         ("plugins/centre_closing.py:CentreClosing.settle", "plugins/centre_closing.py:CentreClosing.plan"),
         (TESTS + "week/test_common_desk.py:test_what_was_held_in_the_centre_is_held_no_more_when_it_closes",
          TESTS + "engine/test_wijkonderneming.py:test_both_engines_agree_to_the_bit"),
         ("the municipality bears it until it gives it up", "when nobody takes it over it closes")),
    Card(RESIDENTS, "It may be an advantage to run the centre themselves.",
         "key resource with a `building`: opened by volunteers, rooms let, a bar, and its costs",
         ("kr-centre", "rs-letting"),
         (WEEK + "together.py:open_building", WEEK + "common_desk.py:CommonDesk.book_building",
          WEEK + "common_desk.py:CommonDesk.runs"),
         (TESTS + "week/test_common_desk.py:test_residents_bear_the_costs_of_the_centre_while_they_run_it",
          TESTS + "week/test_common_desk.py:test_lettings_and_the_bar_go_by_the_hours_it_is_open"),
         ("rooms are let", "a bar", "people have to open it")),
    Card(RESIDENTS, "Extra evenings of bingo bring money in.",
         "key activity with a `gathering` of everyone: entry, prizes, helpers, regulars", ("ka-bingo", "rs-bingo"),
         (WEEK + "together.py:meet_as_neighbours", ACTS + "gatherings.py:visitors", ACTS + "gatherings.py:staffed",
          WEEK + "common_desk.py:CommonDesk.book_evening"),
         (TESTS + "week/test_common_desk.py:test_the_takings_of_bingo_less_its_prizes_go_into_the_pot",
          TESTS + "behaviour/test_volunteers.py:test_what_is_off_takes_nobodys_time"),
         ("without helpers nothing is held", "prizes", "contacts at bingo make ties", "regulars keep ties up")),
    Card(RESIDENTS, "Bingo is held within the law.", "plugin `bingo_law`: age of the association, most in prizes",
         ("ka-bingo", "kp-association"), ("plugins/bingo_law.py:BingoLaw.plan",),
         (TESTS + "week/test_common_desk.py:test_prizes_stay_under_what_a_plugin_allows",),
         ("a young association may hold no bingo", "prizes have a maximum")),
    Card(RESIDENTS, "With the takings the front of the centre is done up at last.",
         "cost `per: pot`, with `more_visitors`",
         ("cost-facade",), (WEEK + "common_desk.py:CommonDesk.book", WEEK + "common_desk.py:CommonDesk.expected"),
         (TESTS + "week/test_common_desk.py:test_the_pot_pays_once_it_is_full_and_only_once",
          TESTS + "week/test_common_desk.py:test_money_that_is_set_apart_is_in_the_pot_or_the_run_stops",
          TESTS + "week/test_common_desk.py:test_more_people_come_once_the_front_is_done"),
         ("bingo fills a pot", "a pot pays once", "more come once it is done"),
         "More visitors come; pride is no number here."),
    Card(RESIDENTS, "Somebody thinks of a cafe and restaurant in the centre.",
         "a `gathering` with `held: false` until the room says otherwise", ("ka-cafe",),
         (WEEK + "together.py:Meetings.call", WEEK + "common_desk.py:CommonDesk.book_evening"),
         (TESTS + "engine/test_wijkonderneming.py:test_both_engines_agree_to_the_bit",), ("a cafe",)),
    Card(RESIDENTS, "A few people carry much of it, and may burn out.", "key activity with `volunteering`",
         ("ka-organising",),
         (ACTS + "volunteers.py:organise", ACTS + "volunteers.py:load", ACTS + "volunteers.py:weekly_dropout",
          ACTS + "volunteers.py:may_stop"),
         (TESTS + "behaviour/test_volunteers.py:test_a_load_of_one_gives_the_yearly_chance_exactly",
          TESTS + "behaviour/test_volunteers.py:test_the_others_are_asked_first_and_organisers_take_what_is_left",
          TESTS + "behaviour/test_volunteers.py:test_an_organiser_burns_out_by_load_and_another_leaves_by_turnover",
          TESTS + "behaviour/test_volunteers.py:test_the_one_who_gave_most_this_quarter_steps_up"),
         ("load burns out", "organisers stretch", "volunteers leave", "volunteers bring others along",
         "somebody steps up",
          "visitors become volunteers")),
    Card(RESIDENTS, "Not much money is needed.", "costs by volunteers' hours, gatherings and the running of a building",
         ("cost-volunteers", "cost-fair"),
         (WEEK + "common_desk.py:CommonDesk.quantity", WEEK + "desk.py:Desk.quantity"),
         (TESTS + "week/test_common_desk.py:test_hours_of_volunteers_are_worth_what_paid_work_costs",),
         ("volunteers cost coffee", "a fair costs money", "volunteers' hours are written down")),
    # --- all of them --------------------------------------------------------------------------------------------------
    Card(ALL, "All three could do without municipal money.", "four tiers: money and gifts taken away step by step", (),
         ("simcore/results/money.py:tier_results", "simcore/results/money.py:live_on"),
         (TESTS + "week/test_desk.py:test_each_tier_leaves_at_most_what_the_one_before_leaves",
          TESTS + "results/test_sixteen.py:test_2_each_tier_leaves_what_is_left_without_its_money")),
]

HEAD = """\
# The rules of the three canvases

What the canvas session of 2012 says of each enterprise, in other words; the part of the canvas that carries it; the
functions that do it; the tests. In the last column are the cases of [mechanisms.md](mechanisms.md) in which the rule is
switched off under the same luck. Made from code, models and tests by `make docs` (`scripts/rule_cards.py`).
"""
COLUMNS = "| rule | mechanism, and its note in the file | code | tests | switched off |\n|---|---|---|---|---|\n"
OTHERWISE = "Where the model does less than the sentence says, or otherwise:"


@cache
def lines_of(file: str) -> dict[str, int]:
    """The line of each function, class and method of a file, by its name (CLASS.METHOD)."""
    found: dict[str, int] = {}

    def enter(body: list[ast.stmt], before: str = "") -> None:
        for one in body:
            if isinstance(one, ast.FunctionDef | ast.ClassDef):
                found[before + one.name] = one.lineno
                if isinstance(one, ast.ClassDef):
                    enter(one.body, f"{one.name}.")

    enter(ast.parse((ROOT / file).read_text(encoding="utf-8")).body)
    return found


def link(place: str) -> str:
    """FILE:NAME as a link to its line; a test is named by what it says."""
    file, _, name = place.partition(":")
    if not (ROOT / file).is_file():
        raise LookupError(f"there is no file {file}")
    if name not in lines_of(file):
        raise LookupError(f"{file} has no {name}")
    line = lines_of(file)[name]
    said = name.removeprefix("test_").replace("_", " ") if name.startswith("test_") else f"`{name}`"
    return f"{said}, [{file}:{line}](../{file}#L{line})"


def note(model: str, id: str) -> str:
    """A note of a model file (or a rule, .NAME) as a link to its line."""
    file = f"models/{model}.yaml"
    pattern = rf"  {id[1:]}:" if id.startswith(".") else rf"  - id: {id}$"
    for line, text in enumerate((ROOT / file).read_text(encoding="utf-8").split("\n"), 1):
        if re.match(pattern, text):
            shown = f"simwijk{id}" if id.startswith(".") else id
            return f"[`{shown}`](../{file}#L{line})"
    raise LookupError(f"{file} has no {id}")


def row(card: Card) -> str:
    """A rule as a row of the table."""
    known = {case.name for case in CASES if case.stage.canvas == card.model}
    for one in card.cases:
        if one not in known:
            raise LookupError(f"{card.model} has no case '{one}'")
    notes = ", ".join(note(card.model, id) for id in card.notes)
    cells = [card.says, "<br>".join(filter(None, [card.mechanism, notes])), "<br>".join(map(link, card.code)),
             "<br>".join(map(link, card.tests)), "; ".join(card.cases)]
    return "| " + " | ".join(cells) + " |"


def page(cards: list[Card] = CARDS) -> str:
    """The whole page."""
    parts = [HEAD]
    for model in dict.fromkeys(card.model for card in cards):
        mine = [card for card in cards if card.model == model]
        parts.append(f"## {model}\n\n{COLUMNS}" + "\n".join(map(row, mine)) + "\n")
        if any(card.otherwise for card in mine):
            parts.append(OTHERWISE + "\n")
            parts.append("\n".join(f"- *{card.says}* {card.otherwise}" for card in mine if card.otherwise) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
