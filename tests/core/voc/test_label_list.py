"""Labels keep their order, colours and keys."""

import pytest

from core.errors import DatasetError, InvalidValueError
from core.voc.label_list import Label, LabelList
from tests.core.voc.conftest import MakeDataset


def test_each_label_has_its_own_colour_and_the_first_nine_a_key() -> None:
    labels = LabelList()
    for number in range(60):
        labels = labels.with_label(f"label {number}")
    assert len({label.color for label in labels.labels}) == 60
    assert [label.key for label in labels.labels][:10] == [1, 2, 3, 4, 5, 6, 7, 8, 9, None]
    assert labels.for_key(2) == labels.labels[1]
    assert labels.with_label("label 3") == labels


def test_a_label_with_a_style_keeps_it_but_takes_no_key_from_another() -> None:
    labels = LabelList().with_label("a", Label("x", "#3cb44b", 1)).with_label("b", Label("b", "#112233", 1))
    assert labels.find("a") == Label("a", "#3cb44b", 1)
    assert labels.find("b") == Label("b", "#112233", 2)
    assert labels.with_label("c", Label("c", "#445566", None)).find("c") == Label("c", "#445566", None)
    assert labels.find("c") is None
    assert len({label.color for label in labels.with_label("c").with_label("d").labels}) == 4


def test_unknown_labels_and_keys() -> None:
    labels = LabelList((Label("a", "#112233", 4),))
    assert labels.color_of("a") == "#112233"
    assert labels.color_of("b") == "#808080"
    assert labels.for_key(1) is None
    assert labels.with_label("b").labels[1].key == 1
    with pytest.raises(InvalidValueError):
        labels.with_label(" ")


def test_a_saved_list_is_loaded_again_with_what_else_is_in_use(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    labels = LabelList((Label("Ä <&>", "#112233", 4), Label("b", "#445566", None)))
    labels.save(dataset)
    assert (dataset.root / "labels.txt").read_text(encoding="utf-8") == "Ä <&>\nb\n"
    assert LabelList.load(dataset) == labels
    assert LabelList.load(dataset, ["b", "new"]).names == ("Ä <&>", "b", "new")


def test_labels_txt_of_others_is_read(make_dataset: MakeDataset) -> None:
    dataset = make_dataset(a=[])
    (dataset.root / "labels.txt").write_bytes(b"\xef\xbb\xbf__ignore__\r\n_background_\r\n a \r\n\r\na\r\nb")
    assert LabelList.load(dataset).names == ("a", "b")


@pytest.mark.parametrize("content", [b"a\xff\n", b"a\nb\tc\n"])
def test_a_damaged_list_names_its_file(make_dataset: MakeDataset, content: bytes) -> None:
    dataset = make_dataset(a=[])
    (dataset.root / "labels.txt").write_bytes(content)
    with pytest.raises(DatasetError, match=r"labels\.txt"):
        LabelList.load(dataset)


@pytest.mark.parametrize("content", ["{", '{"a": {"color": "red"}}', '{"a": {"color": "#112233", "key": 10}}'])
def test_damaged_colours_name_their_file(make_dataset: MakeDataset, content: str) -> None:
    dataset = make_dataset(a=[])
    dataset.program_folder.mkdir()
    (dataset.program_folder / "labels.json").write_text(content)
    with pytest.raises(DatasetError, match=r"labels\.json"):
        LabelList.load(dataset)
