"""``annotrain search``: names on standard output, an explained error for what is not understood."""

from collections.abc import Callable
from pathlib import Path

from tests.core.cli.conftest import Ran

Run = Callable[..., Ran]


def test_names_are_printed(run: Run, tiny: Path) -> None:
    ran = run("search", tiny, "label:dent w<40")
    assert (ran.code, ran.out) == (0, "a\nb\n")
    ran = run("search", tiny, "state:new", "--json")
    assert ran.json == {"query": "state:new", "images": ["c"]}


def test_a_minus_is_no_option(run: Run, tiny: Path) -> None:
    assert run("search", tiny, "-label:dent").out == "c\n"


def test_nothing_found_is_an_exit_code(run: Run, tiny: Path) -> None:
    ran = run("search", tiny, "label:none")
    assert (ran.code, ran.out) == (1, "")


def test_what_is_not_understood_is_explained(run: Run, tiny: Path) -> None:
    ran = run("search", tiny, "w:wide")
    assert ran.code == 2
    assert ran.err == "annotrain: 'w:wide': write a number, as w:12, w<12 or w:10..20.\n"


def test_broken_files_are_said_and_found(run: Run, tiny: Path) -> None:
    (tiny / "Annotations" / "b.xml").write_text("<annotation>")
    ran = run("search", tiny, "has:problem")
    assert (ran.code, ran.out) == (0, "b\n")
    assert "1 annotation files cannot be read" in ran.err


def test_stats_say_states_and_sizes(run: Run, tiny: Path) -> None:
    ran = run("stats", tiny)
    assert "        1  images new" in ran.out
    assert "  widths: 30 to 30 pixels, half of them 30 to 30, median 30" in ran.out
    as_json = run("stats", tiny, "--json", "--label", "dent").json
    assert as_json["states"] == {"new": 1, "in work": 2, "done": 0, "checked": 0}
    assert as_json["heights"] == [30, 30, 30, 30, 30]
    assert as_json["objects_per_image"] == {"0": 1, "1": 2}
