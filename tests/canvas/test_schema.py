"""The JSON Schema takes every canvas that comes along, and refuses what a checker would refuse, as far as it can."""

import json
import re

import pytest

from simcore import cli
from simcore.canvas.bundled import models
from simcore.canvas.schema import canvas_schema
from simcore.canvas.starter import starter
from simcore.errors import BadInput
from simcore.files import Listing, Mapping, compose, load, read
from simcore.plugin.finding import find
from simcore.plugin.fragments import fragment_of, uses_in

# of no weight to a checker
FREE = {"$schema", "$comment", "title", "description", "format", "definitions", "defaultSnippets"}
TYPES = {"string": str, "number": (int, float), "integer": int, "boolean": bool, "array": list, "object": dict}


def plain(node):
    """A file as an editor sees it: numbers and flags as YAML 1.2 reads them."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, Listing):
        return [plain(value) for value in node]
    if node.bare and re.fullmatch(r"-?[0-9]+", node.text):
        return int(node.text)
    if node.bare and re.fullmatch(r"-?[0-9]+\.[0-9]*", node.text):
        return float(node.text)
    return {"true": True, "false": False, "": None, "null": None}.get(node.text, node.text) if node.bare else node.text


def is_of(value, kind) -> bool:
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def wrong(value, schema, root, place="") -> list[str]:
    """Where a value does not fit a schema, by the keywords that our schemas use; any other is an error of this test."""
    out, deeper = [], lambda one, part=value, at=place: wrong(part, one, root, at)
    for word, said in schema.items():
        if word == "$ref":
            out += deeper(root["definitions"][said.removeprefix("#/definitions/")])
        elif word == "allOf":
            out += [each for one in said for each in deeper(one)]
        elif word == "anyOf":
            out += [f"{place}: fits none"] if all(deeper(one) for one in said) else []
        elif word == "if":
            out += [] if deeper(said) else deeper(schema["then"])
        elif word == "type":
            kinds = said if isinstance(said, list) else [said]
            out += [] if any(is_of(value, kind) for kind in kinds) else [f"{place}: no {said}"]
        elif word in ("enum", "const"):
            out += [] if value in (said if word == "enum" else [said]) else [f"{place}: {value!r} is not known"]
        elif word == "properties" and isinstance(value, dict):
            out += [each for key, one in said.items() if key in value
                    for each in deeper(one, value[key], f"{place}.{key}")]
        elif word == "additionalProperties" and isinstance(value, dict):
            others = [key for key in value if key not in schema.get("properties", {})]
            out += [f"{place}: unknown {key}" for key in others] if said is False else \
                [each for key in others for each in deeper(said, value[key], f"{place}.{key}")]
        elif word == "required" and isinstance(value, dict):
            out += [f"{place}: misses {key}" for key in said if key not in value]
        elif word == "dependencies" and isinstance(value, dict):
            out += [f"{place}: {key} without {one}" for key, with_ in said.items() if key in value
                    for one in with_ if one not in value]
        elif word == "items" and isinstance(value, list):
            out += [each for n, one in enumerate(value) for each in deeper(said, one, f"{place}[{n}]")]
        elif word == "pattern" and isinstance(value, str):
            out += [] if re.search(said, value) else [f"{place}: {value!r} does not match"]
        elif word in ("minLength", "maxLength") and isinstance(value, str):
            out += [f"{place}: length"] if (len(value) < said if word == "minLength" else len(value) > said) else []
        elif word in ("minimum", "maximum") and is_of(value, "number"):
            out += [f"{place}: {value} beyond {said}"] if (value < said if word == "minimum" else value > said) else []
        else:
            assert word in FREE | {"then", "properties", "additionalProperties", "required", "dependencies", "items",
                                   "pattern", "minLength", "maxLength", "minimum", "maximum"}, word
    return out


@pytest.fixture(scope="module")
def schema():
    return canvas_schema({name: (same[0].kind, same[0].about) for name, same in find().items()})


@pytest.fixture(scope="module")
def check(schema):
    """``check(text)`` gives what is wrong with a canvas; where the library is there, it has to agree."""
    try:
        from jsonschema import Draft7Validator
    except ImportError:
        Draft7Validator = None

    def of(text):
        value = plain(compose(text, "test"))
        found = wrong(value, schema, schema)
        assert Draft7Validator is None or Draft7Validator(schema).is_valid(value) == (not found)
        return found

    return of


@pytest.mark.parametrize("name", models())
def test_every_canvas_that_comes_along_fits(check, name):
    assert check(models()[name].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_canvas_to_begin_with_fits(check, lang):
    assert check(starter("Ons Groen", "ons_groen.yaml", lang)) == []


@pytest.mark.parametrize("name", [name for name, same in find().items() if fragment_of(same[0].kind)])
def test_the_example_of_each_plugin_fits(schema, name):
    for use in uses_in(fragment_of(find()[name][0].kind), name):
        raw = {"use": use.use} | ({"with": plain(use.with_)} if use.with_ else {})
        assert wrong(raw, {"$ref": "#/definitions/PluginUse"}, schema) == []


MISTAKES = {
    "a misspelled key": ("      price: {value: 14", "      prise: {value: 14", "unknown prise"),
    "a key that is missing": ("  tagline:", "  tagine:", "unknown tagine"),
    "a decimal comma": ("price: {value: 14,", "price: {value: '14,50',", "no number"),
    "a percentage": ("vat: {value: 0.06, unit: share", "vat: {value: 6, unit: '%'", "'%' is not known"),
    "a share above one": ("vat: {value: 0.06, unit: share", "vat: {value: 6, unit: share", "6 beyond 1"),
    "a unit that does not fit": ("vat: {value: 0.06, unit: share", "vat: {value: 0.06, unit: weeks",
                                 "'weeks' is not known"),
    "an id of another block": ("  - id: vp-windows", "  - id: ch-windows", "does not match"),
    "a day that is none": ("  start: 2013-01-07", "  start: 7-1-2013", "does not match"),
    "yes for true": ("  start: 2013-01-07", "  start: 2013-01-07\n  fast: yes", "unknown fast"),
    "a word that is unknown": ("  law: lenient", "  law: strickt", "'strickt' is not known"),
    "a number for a list": ("    - use: pgb", "    - use: pgb\n      with: [1]", "no object"),
    "a plugin that is unknown": ("    - use: pgb", "    - use: pgbb", "fits none"),
    "a parameter of another plugin": ("    - use: pgb", "    - {use: pgb, with: {start: 2015-01-01}}", "unknown start"),
    "a parameter that is missing": ("    - use: pgb", "    - use: bingo_law", "misses with"),
    "a bare number for a quantity": ("    - use: pgb", "    - {use: pgb, with: {rate: 18}}", "no object"),
    "an assumption without a range": (
        "    - use: pgb",
        "    - {use: pgb, with: {budget: {value: 9, unit: EUR/year, evidence: assumption, source: us}}}", "misses low"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_typical_mistake_is_refused(check, mistake, tmp_path):
    old, new, says = MISTAKES[mistake]
    text = models()["haarlems_gemak"].read_text(encoding="utf-8")
    assert old in text
    found = check(text.replace(old, new, 1))
    assert found and any(says in one for one in found), found


def test_what_the_schema_refuses_the_checker_refuses_as_well(tmp_path):
    from simcore.canvas.spec import Canvas

    text = models()["haarlems_gemak"].read_text(encoding="utf-8")
    for mistake, (old, new, _) in MISTAKES.items():
        if "plugin" in mistake or "use: pgb" in old:
            continue                                             # a plugin checks its own: tests/plugin/test_finding.py
        (tmp_path / "m.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(BadInput):
            read(load(tmp_path / "m.yaml"), Canvas)


def parts(schema):
    """Every schema within a schema."""
    yield schema
    for word, said in schema.items():
        if word in ("properties", "definitions"):
            for one in said.values():
                yield from parts(one)
        elif word in ("allOf", "anyOf"):
            for one in said:
                yield from parts(one)
        elif word in ("if", "then", "items") or word == "additionalProperties" and said is not False:
            yield from parts(said)


def test_it_is_itself_a_schema_that_an_editor_takes(schema):
    """An editor refuses all of a schema with an empty list of rules in it."""
    assert [one for one in parts(schema) for word in ("allOf", "anyOf", "enum") if one.get(word) == []] == []
    try:
        from jsonschema import Draft7Validator
    except ImportError:
        return
    Draft7Validator.check_schema(schema)


def parameter(schema, plugin, key):
    """The schema of a parameter, and of all its parts."""
    one = schema["definitions"][f"plugin_{plugin}"]["properties"][key]
    return one, list(parts(one))


def test_a_parameter_says_what_it_is_and_what_it_is_unless_a_file_says_so(schema):
    """First of its parts too: an editor shows the first it meets, and not what any number with a source is."""
    cut, inner = parameter(schema, "wmo_cut", "cut")
    assert cut["description"].endswith("Unless said: 0.4 share, between 0.3 and 0.46")
    assert inner[1] == {"description": cut["description"]}
    assert parameter(schema, "wmo_cut", "start")[0]["description"] == "Unless said: 2015-01-01"


def test_of_a_parameter_an_editor_offers_its_own_unit_and_the_whole_number_as_it_stands(schema):
    fee, inner = parameter(schema, "wmo_cut", "flat_fee")
    units = [part["properties"]["unit"] for part in inner if part.get("properties", {}).get("unit")]
    assert units == [{"enum": ["EUR/month"]}]
    body = fee["defaultSnippets"][0]["body"]
    assert (body["value"], body["unit"], "low" in body) == (19, "EUR/month", False)
    assert check_parameter(schema, "wmo_cut", "flat_fee", {**body, "low": 18, "high": 20}) == []
    assert check_parameter(schema, "wmo_cut", "flat_fee", {**body, "low": 18, "high": 20, "unit": "EUR/year"})


def check_parameter(schema, plugin, key, value):
    return wrong({"use": plugin, "with": {key: value}}, {"$ref": "#/definitions/PluginUse"}, schema)


def test_a_key_of_the_canvas_goes_by_its_name_in_both_languages(capsys):
    assert cli.ended(["schema"]) == 0
    price = json.loads(capsys.readouterr().out)["definitions"]["RevenueSim"]["properties"]["price"]
    assert price["description"] == "price / prijs"


def test_the_command_writes_it_with_a_plugin_of_your_own(tmp_path, capsys):
    (tmp_path / "rain.py").write_text('"""Rain."""\nfrom simcore.plugin import Day, plugin\n\n\n@plugin\nclass Rain:\n'
                                      '    """Rain."""\n    start: Day\n')
    assert cli.ended(["schema", "--out", str(tmp_path / "s.json"), "--plugin-file", str(tmp_path / "rain.py")]) == 0
    assert capsys.readouterr().out == "# yaml-language-server: $schema=s.json\n"       # to put above a canvas beside it
    made = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert made["definitions"]["plugin_rain"]["required"] == ["start"] and made["$schema"].endswith("draft-07/schema#")
    (tmp_path / "old.py").write_text("import nothing_like_this\n")
    assert cli.ended(["schema", "--plugin-file", str(tmp_path / "old.py")]) == 0
    said = capsys.readouterr()
    assert "nothing_like_this" in said.err and "plugin_old" not in json.loads(said.out)["definitions"]
