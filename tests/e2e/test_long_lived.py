"""What lives as long as the project is passed over by the garbage collector, until the project is closed."""

import gc

from desktop.demo.person import Person
from desktop.main_window import MainWindow
from tests.e2e.conftest import open_folder
from tests.squares import Squares


def test_an_open_project_is_passed_over_and_a_closed_one_is_not(
    window: MainWindow, person: Person, squares: Squares
) -> None:
    assert gc.get_freeze_count() == 0
    open_folder(person, squares.root)
    person.wait_until(lambda: gc.get_freeze_count() > 0, "what the files hold is passed over")
    window.app.close_project()
    assert gc.get_freeze_count() == 0
