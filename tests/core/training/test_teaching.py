"""What is looked at before a training begins."""

import pytest
import torch

from core.errors import SpecError
from core.training import teaching
from core.training.events import EventReader, Said
from core.training.journal import Journal
from core.training.run_folder import RunFolder


def test_processes_do_not_share_a_graphics_card() -> None:
    cards = torch.cuda.device_count()
    with pytest.raises(SpecError, match="choose fewer processes, or the device 'cpu'"):
        teaching.check_cards("cuda", cards + 1, 1)
    with pytest.raises(SpecError, match="2 processes"):
        teaching.check_cards("mps", 1, 2)
    teaching.check_cards("cpu", 16, 2)
    teaching.check_cards("mps", 1, 1)


def test_images_that_nobody_labelled_or_that_are_in_both_sets_are_said(run: RunFolder) -> None:
    journal = Journal(run)
    teaching.say_what_is_odd(journal, (("a", "b"), ("c",)), (("a", "b"), ("c",)))
    assert not run.events_path.exists()
    teaching.say_what_is_odd(journal, (("a", "b", "c"), ("b", "c", "d")), (("a", "b", "c"), ("b",)))
    said = [event.text for event in EventReader(run.events_path).read_new() if isinstance(event, Said)]
    assert [text.split()[0] for text in said] == ["2", "2"]
    assert ["left out" in said[0], "measured on as well" in said[1]] == [True, True]
