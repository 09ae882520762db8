"""The names that plugins may use are those the engine has, in each lane: no more, no less."""

from simcore.plugin import names


def test_accounts_are_those_of_the_books(lane, spec):
    contracts = ["participation_place", "wage_subsidy", "volunteer"]
    teams = ["kr-home-team", "kr-outdoor-team", "kr-drivers"]
    books = lane([], *(f"key_resources.{team}.team.contract={one}" for team, one in zip(teams, contracts))).ledger
    mine = set(names.accounts(spec))
    assert set(books.accounts) <= mine
    inside = {one for one in mine if names.is_inside(one)}
    assert inside - set(books.accounts) <= {"enterprise:institutions"}            # which only a cover uses


def test_no_stream_of_the_engine_begins_as_one_of_a_plugin_may(lane):
    heads = {stream.name.partition(".")[0] for stream in lane([]).ledger.streams}
    assert heads <= names.RESERVED


def test_items_are_notes_blocks_and_parts_of_the_files(spec):
    items = names.items(spec)
    assert {"vp-cleaning", "rs-pgb", "costs", "neighbourhood.wmo", "simwijk.grow"} <= set(items)
    assert "neighbourhood.name" not in items and len(items) == len(set(items))


def test_every_item_the_engine_ties_money_to_is_one(lane, spec):
    assert {stream.item for stream in lane([]).ledger.streams} <= set(names.items(spec))
