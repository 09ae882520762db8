"""A network drive is known by the table of mounts."""

from pathlib import Path

from simcore.experiments.drives import kind_in, on_network

MOUNTS = """\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /home rw,relatime shared:1 - nfs4 server:/home rw,vers=4.2
31 30 0:41 / /home/me/my\\040disk rw - btrfs /dev/sdb rw
"""


def test_the_innermost_mount_counts():
    assert kind_in(MOUNTS, Path("/tmp/x")) == "ext4"
    assert kind_in(MOUNTS, Path("/home/me/studies")) == "nfs4"
    assert kind_in(MOUNTS, Path("/homes")) == "ext4"
    assert kind_in(MOUNTS, Path("/home/me/my disk/studies")) == "btrfs"


def test_a_folder_on_a_network_drive_is_known_and_one_nobody_knows_of_is_not(tmp_path, monkeypatch):
    from simcore.experiments import drives

    table = tmp_path / "mountinfo"
    table.write_text(f"22 1 8:1 / {tmp_path} rw - cifs //server/share rw\n", encoding="utf-8")
    monkeypatch.setattr(drives, "MOUNTS", table)
    assert on_network(tmp_path / "runs.sqlite")
    monkeypatch.setattr(drives, "MOUNTS", tmp_path / "nothing")
    assert not on_network(tmp_path)
