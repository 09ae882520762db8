"""A canvas in BMML: what the schema of BMML 2.0 allows, and nothing of ours."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from simcore.canvas import load
from simcore.canvas.bundled import models
from simcore.errors import BadInput
from simcore.show.paper.bmml import bmml, faults, plain

SCHEMA = Path(__file__).parents[4] / "shared" / "bmml" / "bmclang-v2.schema.json"


def breaks(value, rule, root, where="$"):
    """Where a value breaks a JSON Schema, as far as this schema uses the language."""
    rule = root["$defs"][rule["$ref"].rpartition("/")[2]] if "$ref" in rule else rule
    kinds = {"object": dict, "array": list, "string": str}
    if "type" in rule and not isinstance(value, kinds[rule["type"]]):
        return [where]
    out = [where] if "const" in rule and value != rule["const"] or "enum" in rule and value not in rule["enum"] or \
        "pattern" in rule and not re.search(rule["pattern"], value) else []
    for one in rule.get("allOf", ()):
        if not breaks(value, one["if"], root):
            out += breaks(value, one["then"], root, where)
    if isinstance(value, dict):
        known = rule.get("properties", {})
        out += [f"{where}.{key}" for key in rule.get("required", ()) if key not in value]
        out += [f"{where}.{key}" for key in value if rule.get("additionalProperties") is False and key not in known]
        out += [place for key in value if key in known
                for place in breaks(value[key], known[key], root, f"{where}.{key}")]
    if isinstance(value, list):
        out += [place for n, one in enumerate(value) for place in breaks(one, rule["items"], root, f"{where}.{n}")]
    return out


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of BMML stands outside this repository")
@pytest.mark.parametrize("name", models())
def test_every_canvas_that_comes_along_passes_the_schema_itself(name):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    found = yaml.safe_load(bmml(load(name)))
    assert breaks(found, schema, schema) == []
    assert breaks(found | {"sim": 1}, schema, schema) == ["$.sim"]


@pytest.mark.parametrize("name", models())
def test_names_and_links_are_those_of_the_canvas_and_no_number_goes_along(name):
    spec = load(name)
    found = yaml.safe_load(bmml(spec))
    for block in ("customer_segments", "revenue_streams", "costs"):
        assert [one["name"] for one in found[block]] == [one.name for one in getattr(spec.canvas, block)]
    assert "sim" not in bmml(spec).replace("simwijk", "") and faults(found) == []


@pytest.mark.parametrize("spoil, where", [
    (lambda it: it["costs"][0].update(sim={}), "costs.0.sim"), (lambda it: it["costs"][0].update(id="rs-x"), "costs.0"),
    (lambda it: it["channels"][0].update({"for": {"key_resources": ["kr-x"]}}), "channels.0.for.key_resources"),
    (lambda it: it["meta"].pop("stage"), "meta.stage"), (lambda it: it.update(impact=[]), "impact")])
def test_what_the_schema_would_not_have_is_found(spoil, where):
    found = plain(load("haarlems_gemak"))
    spoil(found)
    assert faults(found) == [where]


def test_an_underscore_in_an_id_becomes_a_hyphen_unless_two_notes_then_are_one():
    spec = load("haarlems_gemak")
    first, second, *rest = spec.canvas.customer_segments
    other = [replace(first, id="cs-a_b"), replace(second, id="cs-a-b"), *rest]
    one = replace(spec, canvas=replace(spec.canvas, customer_segments=other[:1] + rest))
    assert plain(one)["customer_segments"][0]["id"] == "cs-a-b"
    with pytest.raises(BadInput, match="two notes of customer_segments are called cs-a-b"):
        plain(replace(spec, canvas=replace(spec.canvas, customer_segments=other)))
