"""The review log's file: made, brought up from older programs' schemas, and told from what is no log."""

import multiprocessing
import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import DatasetError
from core.review import review_file, review_schema
from core.review.store import SuggestionStore
from tests.core.review.test_store import looked, suggestion


@pytest.fixture
def store(tmp_path: Path) -> SuggestionStore:
    return SuggestionStore(tmp_path / "review.sqlite")


def test_a_file_that_is_no_store_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(DatasetError, match=r"review\.sqlite: cannot be read"):
        SuggestionStore(path).open_suggestions()


def test_a_folder_that_cannot_be_made_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = SuggestionStore(tmp_path / "file" / "review.sqlite")
    with pytest.raises(DatasetError, match="cannot be kept there"):
        store.replace_open("a", "parts@1", [suggestion()])


def test_a_newer_programs_file_is_left_alone(store: SuggestionStore) -> None:
    store.replace_open("a", "parts@1", [suggestion()])
    store.close()
    connection = sqlite3.connect(store.path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(DatasetError, match="newer Annotrain"):
        SuggestionStore(store.path).open_suggestions()


def test_who_opens_a_file_while_another_program_makes_it_waits(tmp_path: Path) -> None:
    path = tmp_path / "review.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE half (made INTEGER)")
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.1, lambda: other.execute("COMMIT")).start()
        review_file.connect(path).close()  # SQLite itself says at once that it is locked


VERSION_1 = """
CREATE TABLE suggestion (id INTEGER PRIMARY KEY, image TEXT NOT NULL, model TEXT NOT NULL, label TEXT NOT NULL,
    score REAL NOT NULL, shape TEXT NOT NULL, made REAL NOT NULL, verdict TEXT NOT NULL DEFAULT 'open');
CREATE INDEX suggestion_open ON suggestion (verdict, image, score);
CREATE TABLE verdict (id INTEGER PRIMARY KEY, suggestion INTEGER NOT NULL REFERENCES suggestion (id),
    verdict TEXT NOT NULL, given REAL NOT NULL);
CREATE INDEX verdict_of ON verdict (suggestion);
CREATE TABLE relabelled (change TEXT NOT NULL, suggestion INTEGER NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
    PRIMARY KEY (change, suggestion));
INSERT INTO suggestion VALUES (3, 'a', 'parts@1', 'dent', 0.9, '{"kind": "box", "corners": [1, 2, 3, 4]}', 50.0,
    'open');
INSERT INTO suggestion VALUES (7, 'a', 'parts@1', 'dent', 0.8, '{"kind": "box", "corners": [5, 6, 7, 8]}', 50.0,
    'accepted');
INSERT INTO verdict VALUES (1, 7, 'accepted', 60.0);
PRAGMA user_version = 1;
"""


VERSION_2 = """
CREATE TABLE suggestion (id INTEGER PRIMARY KEY AUTOINCREMENT, image TEXT NOT NULL, model TEXT NOT NULL,
    label TEXT NOT NULL, score REAL NOT NULL, shape TEXT NOT NULL, made REAL NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'open');
INSERT INTO suggestion VALUES (3, 'a', 'parts@1', 'dent', 0.9, '{"kind": "tag"}', 50.0, 'open');
PRAGMA user_version = 2;
"""


def _bring_up_and_die(path: Path, at: str) -> None:
    """Bring a file up to the present schema, and be killed when the statement begins that has these words."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.set_trace_callback(lambda statement: os.kill(os.getpid(), 9) if at in statement else None)
    review_schema.bring_up(connection, path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
@pytest.mark.parametrize("at", ["CREATE INDEX", "user_version=", "COMMIT"])
def test_a_kill_while_a_file_is_brought_up_leaves_it_as_it_was(store: SuggestionStore, at: str) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        connection.executescript(VERSION_2)
    child = multiprocessing.get_context("spawn").Process(target=_bring_up_and_die, args=(store.path, at))
    child.start()
    child.join()
    assert child.exitcode == -9
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert "own" not in [name for _, name, *_ in connection.execute("PRAGMA table_info(suggestion)")]
    assert store.read("SELECT id, own FROM suggestion") == [(3, None)]


def test_the_names_of_models_join_what_an_older_program_kept(store: SuggestionStore) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        connection.executescript(VERSION_2)
    (before,) = store.open_suggestions()
    assert (before.id, before.own) == (3, "")
    store.replace_open("a", "parts@1", [replace(before, own="Dent")])
    assert store.read("SELECT id, label, own FROM suggestion") == [(3, "dent", "Dent")]
    assert store.read("PRAGMA user_version") == [(review_schema.VERSION,)]


def test_the_description_names_each_column_and_the_present_schema(store: SuggestionStore) -> None:
    store.put([looked()])
    text = (Path(__file__).parents[3] / "docs" / "review-log.md").read_text(encoding="utf-8")
    assert f"the schema's number, {review_schema.VERSION}." in text
    for table in ("suggestion", "verdict", "prediction", "missed", "work"):
        said = text.split(f"\n## {table}: ")[1].split("\n## ")[0]
        columns = [name for (name,) in store.read(f"SELECT name FROM pragma_table_info('{table}')")]
        assert [name for name in columns if f"`{name}`" not in said] == []


def test_an_older_programs_file_is_brought_up_in_place(store: SuggestionStore) -> None:
    connection = sqlite3.connect(store.path)
    connection.executescript(VERSION_1)
    connection.close()
    assert store.read("SELECT image, model, made, found, source FROM prediction") == [
        ("a", "parts@1", 50.0, 2, "prelabel")
    ]
    assert [one.id for one in store.open_suggestions()] == [3]
    assert store.read("SELECT * FROM verdict") == [(1, 7, "accepted", 60.0, None, None)]
    store.put([looked("b")])
    assert store.read("SELECT id FROM suggestion WHERE image = 'b'") == [(8,)]
    assert store.read("PRAGMA integrity_check") == [("ok",)]
    assert store.read("PRAGMA foreign_key_check") == []
