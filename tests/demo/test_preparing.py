"""``simwijk demo --prepare`` says in plain words what is ready and what is not."""

import pytest

from simcore.cli import ended
from simcore.demo import backend, kept


@pytest.fixture
def prepared(monkeypatch, tmp_path, capfd):
    """``prepared(lang, spoilt)`` is what the command says when all is kept but plays with the part ``spoilt``."""
    monkeypatch.setenv("SIMWIJK_CACHE", str(tmp_path))
    told = []

    class Backend:
        def __init__(self, models, *_):
            self.models = models

        def ready(self):
            pass

        config = ready

        def play(self, said):
            told.append(said)
            if not said.get(self.spoilt):
                kept.keep(kept.name_of(self.models, said), [{"kind": "whole"}])
            yield {"kind": "whole"}

    def command(lang, spoilt=""):
        Backend.spoilt = spoilt
        assert ended(["demo", "--prepare", "--lang", lang]) == 0
        return capfd.readouterr().out

    def looked_up(name, kept=kept.kept):
        command.looked_up += 1
        return kept(name)

    command.looked_up = 0
    monkeypatch.setattr(kept, "kept", looked_up)
    monkeypatch.setattr(backend, "Backend", Backend)
    command.told = told
    return command


def test_what_is_ready_and_what_cannot_be_is_said_in_both_languages(prepared):
    dutch, english = prepared("nl"), prepared("en")
    assert "- de plannen zoals ze zijn;\n- 12 van de 12 kaarten, aan het begin gelegd;\n" in dutch
    assert "- the plans as they are;\n- 12 of 12 cards, laid down at the start;\n" in english
    assert "elke knop links apart: 12 van de 12 standen" in dutch
    assert "each knob on the left by itself: 12 of 12 positions" in english
    assert "100 mogelijke verlopen, met 5000 bewoners" in dutch and "100 possible courses, with 5000" in english
    assert "niet klaar: knoppen van regels" in dutch and "not ready: knobs of rules" in english
    assert "twee knoppen tegelijk" in dutch and "two knobs at once" in english
    assert "Niet klaar" not in dutch and "Not ready" not in english
    assert prepared.looked_up == 2 * 25 + 25, "what was kept is looked up once, what has to be played before and after"


def test_what_was_not_kept_is_counted_and_not_called_ready(prepared, tmp_path):
    dutch, english = prepared("nl", spoilt="cards"), prepared("en", spoilt="cards")
    assert "kaarten, aan het begin" not in dutch and "Niet klaar: 12 van de 25 antwoorden. " in dutch
    assert str(tmp_path) in dutch
    assert "cards, laid down" not in english and "Not ready: 12 of 25 answers." in english
    assert len(prepared.told) == 25 + 12, "what was kept is not played again"


def test_where_plugins_of_others_keep_answers_from_being_kept_nothing_is_played_or_called_ready(prepared, monkeypatch):
    monkeypatch.setattr(kept, "source", lambda: None)
    assert "Niets is klaargezet: er zijn plugins van anderen" in prepared("nl")
    assert "Nothing was prepared" in prepared("en") and not prepared.told
