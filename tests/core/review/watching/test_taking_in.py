"""Names that clash with none, whatever is there already."""

from hypothesis import given
from hypothesis import strategies as st

from core.review.watching.taking_in import Names

FILES = st.builds(
    lambda stem, suffix: f"{stem}{suffix}",
    st.text("aA-2/", min_size=1, max_size=4).filter(lambda stem: all(stem.split("/"))),
    st.sampled_from([".png", ".jpg", ".PNG"]),
)


@given(st.lists(FILES, max_size=12, unique=True), FILES)
def test_a_free_name_clashes_with_none_and_is_the_wanted_one_where_it_can(there: list[str], wanted: str) -> None:
    names = Names(there)
    stems = {file.rpartition(".")[0].casefold() for file in there}
    free = names.free(wanted)
    assert free.rpartition(".")[0].casefold() not in stems
    assert (free == wanted) == (wanted.rpartition(".")[0].casefold() not in stems)
    assert free.rpartition(".")[2] == wanted.rpartition(".")[2]
    assert free.rpartition("/")[0] == wanted.rpartition("/")[0]
    names.add(free)
    assert free in names
    assert names.name_of(free) == free.rpartition(".")[0]


def test_two_files_of_one_name_keep_their_suffixes() -> None:
    names = Names(["a.png", "a.jpg", "b.png"])
    assert [names.name_of(file) for file in ("a.png", "a.jpg", "b.png")] == ["a.png", "a.jpg", "b"]


def test_files_of_a_name_are_found_in_any_spelling_and_with_the_latest_numbers() -> None:
    names = Names(["A.png", "a-2.jpg", *(f"a-{number}.png" for number in range(3, 20)), "a-21.png", "b.png"])
    assert names.like("a.PNG") == ["A.png", *(f"a-{number}.png" for number in range(12, 20))]
    assert names.like("c.png") == []
