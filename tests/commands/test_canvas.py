"""The canvas as a file: its kind by its name, never over what a user made."""

import pytest
import yaml


@pytest.mark.parametrize("name, begin", [("a.pdf", b"%PDF-"), ("a.svg", b"<svg"), ("a.png", b"\x89PNG")])
def test_the_name_of_the_file_says_which_kind_it_is(name, begin, tmp_path, simwijk):
    assert simwijk("canvas", "compiratie", "--out", tmp_path / name) == f"Written: {tmp_path / name}\n"
    assert (tmp_path / name).read_bytes().startswith(begin)
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_without_a_name_it_is_a_pdf_called_after_the_model(tmp_path, monkeypatch, simwijk):
    monkeypatch.chdir(tmp_path)
    simwijk("canvas", "compiratie")
    assert (tmp_path / "compiratie_canvas.pdf").read_bytes().startswith(b"%PDF-")


def test_another_kind_is_refused_before_anything_is_read(tmp_path, simwijk):
    assert "let the name end in .pdf, .svg or .png" in simwijk("canvas", "nowhere", "--out", tmp_path / "a.doc", code=2)


def test_bmml_is_printed_or_goes_to_a_new_file_and_never_over_another(tmp_path, simwijk):
    out = tmp_path / "a.yaml"
    text = simwijk("canvas", "compiratie", "--bmml", "--set", "meta.name=Ons Groen")
    assert yaml.safe_load(text)["meta"]["name"] == "Ons Groen"
    simwijk("canvas", "compiratie", "--bmml", "--out", out)
    before = out.read_bytes()
    assert "no file is overwritten" in simwijk("canvas", "haarlems_gemak", "--bmml", "--out", out, code=2)
    assert out.read_bytes() == before


def test_a_folder_that_cannot_hold_it_is_told(tmp_path, simwijk):
    (tmp_path / "file").touch()
    assert "cannot be written" in simwijk("canvas", "compiratie", "--out", tmp_path / "file" / "a.svg", code=2)
