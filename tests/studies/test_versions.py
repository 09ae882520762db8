from simcore.canvas import load
from simcore.studies.versions import are_versions, versions

from .conftest import without_coffee

PRICE = "revenue_streams.rs-cleaning.price"


def test_a_changed_number_is_named_with_its_note_and_both_values():
    (one,) = versions(load("haarlems_gemak"), load("haarlems_gemak", [f"{PRICE}=17"])).changes
    assert (one.item, one.path, one.old.value, one.new.value, one.new.low) == ("rs-cleaning", PRICE, 14, 17, 17)


def test_a_note_that_is_gone_is_removed_one_way_and_added_the_other(copy):
    old, new = load("haarlems_gemak"), load(copy("bare", text=without_coffee()))
    found, back = versions(old, new), versions(new, old)
    assert [note.id for note in found.removed] == ["vp-coffee"] == [note.id for note in back.added]
    assert not found.added and not back.removed
    assert [change.path for change in found.changes] == ["key_resources.kr-home-team.for.value_propositions"]


def test_what_is_no_number_is_told_as_well():
    (one,) = versions(load("haarlems_gemak"), load("haarlems_gemak", ["simwijk.law=strict"])).changes
    assert (one.path, one.old, one.new) == ("simwijk.law", "lenient", "strict")


def test_a_canvas_does_not_differ_from_itself():
    found = versions(load("haarlems_gemak"), load("haarlems_gemak"))
    assert not (found.removed or found.added or found.changes)


def test_canvases_are_versions_when_name_or_most_notes_are_the_same(copy):
    old = load("haarlems_gemak")
    renamed = load(copy("renamed", ("  name: Haarlems Gemak", "  name: Ons Gemak")))
    assert are_versions(old, renamed) and are_versions(old, load("haarlems_gemak", [f"{PRICE}=17"]))


def test_canvases_with_other_names_and_notes_are_no_versions(copy):
    swapped = [(f"{prefix}-", f"{prefix}-x") for prefix in ("vp", "rs", "kr", "ka", "cs", "ch", "cr", "kp")]
    other = load(copy("other", ("  name: Haarlems Gemak", "  name: Ons Gemak"), *swapped))
    assert not are_versions(load("haarlems_gemak"), other)
