"""Zip files from anywhere: what is good comes out whole, what would do harm stays in."""

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from core.archives import is_archive, names_in, unpack
from core.errors import ArchiveError


def make(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def found(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_files_come_out_and_debris_stays_in(tmp_path: Path) -> None:
    archive = make(
        tmp_path / "a.zip",
        **{
            "JPEGImages/a.jpg": b"1",
            "__MACOSX/._a.jpg": b"2",
            "JPEGImages/.DS_Store": b"3",
            "empty/": b"",
            "b.txt": b"",
        },
    )
    told: list[tuple[int, int]] = []
    assert unpack(archive, tmp_path / "out", on_progress=lambda done, total: told.append((done, total))) == ()
    assert found(tmp_path / "out") == {"JPEGImages/a.jpg": b"1", "b.txt": b""}
    assert names_in(archive) == ("JPEGImages/a.jpg", "b.txt")
    assert told[-1] == (4, 4)
    assert is_archive(Path("x.ZIP"))


@pytest.mark.parametrize("name", ["../out.txt", "a/../../b", "/etc/x", "C:/x", "C:\\x", "..\\x", "a\x01b"])
def test_paths_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    archive = make(tmp_path / "a.zip", **{name: b"x"})
    with pytest.raises(ArchiveError, match="do not use this archive"):
        unpack(archive, tmp_path / "deep" / "out")
    assert found(tmp_path).keys() == {"a.zip"}


def test_links_are_left_out(tmp_path: Path) -> None:
    path = make(tmp_path / "a.zip", good=b"1")
    entry = zipfile.ZipInfo("link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(entry, "/etc/passwd")
    (problem,) = unpack(path, tmp_path / "out")
    assert "link" in str(problem)
    assert found(tmp_path / "out") == {"good": b"1"}


def test_a_bomb_stays_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.archives._HARMLESS_BYTES", 1000)
    with pytest.raises(ArchiveError, match="bomb"):
        unpack(make(tmp_path / "a.zip", zeros=bytes(1_000_000)), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_wrong_size_is_an_error(tmp_path: Path) -> None:
    path = make(tmp_path / "a.zip", zeros=bytes(5000))
    content = path.read_bytes().replace(struct.pack("<I", 5000), struct.pack("<I", 50))
    path.write_bytes(content)
    with pytest.raises(ArchiveError):
        unpack(path, tmp_path / "out")


def test_more_than_the_disk_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 10})
    monkeypatch.setattr("core.archives.shutil.disk_usage", lambda _folder: usage)
    with pytest.raises(ArchiveError, match="make room"):
        unpack(make(tmp_path / "a.zip", a=bytes(11)), tmp_path / "out")


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut"])
def test_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="not a whole zip archive"):
        unpack(path, tmp_path / "out")
    with pytest.raises(ArchiveError, match="not a whole zip archive"):
        names_in(path)
    with pytest.raises(ArchiveError, match="No such file"):
        unpack(tmp_path / "none.zip", tmp_path / "out")


def test_damage_and_passwords(tmp_path: Path) -> None:
    path = make(tmp_path / "a.zip", a=bytes(range(256)) * 40)
    content = bytearray(path.read_bytes())
    content[60:70] = b"\xff" * 10
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="not a whole"):
        unpack(path, tmp_path / "out")
    locked = bytearray(make(tmp_path / "b.zip", a=b"1").read_bytes())
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "b.zip").write_bytes(locked)
    with pytest.raises(ArchiveError, match="password"):
        unpack(tmp_path / "b.zip", tmp_path / "out2")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "1")
        archive.writestr("a", "2")
    (problem,) = unpack(path, tmp_path / "out")
    assert "twice" in str(problem)
    assert found(tmp_path / "out") == {"a": b"1"}


@pytest.mark.parametrize(
    ("name", "encoding"), [("Prüfung/ä.jpg", "cp437"), ("画像/傷.jpg", "cp932"), ("画像/ö.jpg", "utf-8")]
)
def test_names_without_a_declared_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / "a.zip"
    stand_in = "N" * len(name.encode(encoding))
    make(path, **{stand_in: b"1"})
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), name.encode(encoding)))
    assert unpack(path, tmp_path / "out") == ()
    assert found(tmp_path / "out") == {name: b"1"}


def test_names_that_windows_forbids_are_changed_there_alone(tmp_path: Path) -> None:
    archive = make(tmp_path / "a.zip", **{"a:b?.jpg": b"1", "nul.txt": b"2", "dir. /c": b"3"})
    problems = unpack(archive, tmp_path / "windows", windows=True)
    assert found(tmp_path / "windows") == {"a_b_.jpg": b"1", "_nul.txt": b"2", "dir/c": b"3"}
    assert len(problems) == 3
    assert unpack(archive, tmp_path / "linux", windows=False) == ()


def test_it_ends_early_when_asked(tmp_path: Path) -> None:
    unpack(make(tmp_path / "a.zip", a=b"1", b=b"2"), tmp_path / "out", should_stop=lambda: True)
    assert not (tmp_path / "out").exists()
