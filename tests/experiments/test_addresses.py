"""A cluster that others can reach takes keys, or is refused with what to write."""

import pytest

from simcore.cli import ended
from simcore.errors import BadInput
from simcore.experiments.addresses import address_of, meeting


@pytest.fixture
def some_keys(tmp_path):
    """A folder that looks as if keys were in it."""
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.mark.parametrize("text", ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:8786"])
def test_on_this_machine_no_keys_are_asked_for(text):
    assert str(address_of(text, None, "--cluster")) == text


def test_elsewhere_it_goes_with_keys(some_keys):
    assert str(address_of("tls://10.0.0.5:8786", some_keys, "--cluster")) == "tls://10.0.0.5:8786"
    assert str(meeting("0.0.0.0", 8786, some_keys, "--host")) == "tls://0.0.0.0:8786"


@pytest.mark.parametrize("host", ["10.0.0.5", "0.0.0.0", "::", "office.example"])
def test_open_to_others_without_keys_is_refused_with_why_and_what_to_write(host):
    with pytest.raises(BadInput, match="can be reached by others; whoever reaches a cluster") as raised:
        meeting(host, 8786, None, "--host")
    assert "simwijk cluster keys FOLDER" in raised.value.problems[0].instead


@pytest.mark.parametrize("text", ["127.0.0.1:8786", "tcp://127.0.0.1", "tcp://127.0.0.1:high", "http://127.0.0.1:1",
                                  "tcp://:8786", "tcp://127.0.0.1:8786/more", ""])
def test_what_is_no_address_is_met_with_one(text):
    with pytest.raises(BadInput, match="no address of a cluster") as raised:
        address_of(text, None, "--cluster")
    assert "tcp://127.0.0.1:8786" in raised.value.problems[0].instead


def test_keys_and_address_go_together(some_keys, tmp_path):
    with pytest.raises(BadInput, match="is opened with keys"):
        address_of("tls://10.0.0.5:8786", None, "--cluster")
    with pytest.raises(BadInput, match="takes no keys"):
        address_of("tcp://127.0.0.1:8786", some_keys, "--cluster")
    (some_keys / "key.pem").unlink()
    with pytest.raises(BadInput, match="has no key.pem"):
        address_of("tls://10.0.0.5:8786", some_keys, "--cluster")


@pytest.mark.parametrize("words, says", [
    (["cluster", "start", "--host", "10.0.0.5"], "--host: '10.0.0.5' is voor anderen bereikbaar"),
    (["cluster", "join", "tcp://10.0.0.5:8786"], "ADDRESS: '10.0.0.5' is voor anderen bereikbaar"),
    (["sweep", "stop_rule", "--cluster", "tcp://10.0.0.5:8786"], "--cluster: '10.0.0.5' is voor anderen bereikbaar"),
    (["sweep", "stop_rule", "--cluster", "tcp://127.0.0.1:1", "--jobs", "2"], "laat --jobs weg"),
    (["sweep", "stop_rule", "--tls", "keys"], "--tls: is voor een cluster")])
def test_a_command_that_cannot_be_ends_before_anything_is_begun(words, says, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert ended(words) == 2
    assert says in capsys.readouterr().err and list(tmp_path.iterdir()) == []
