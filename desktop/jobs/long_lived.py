"""Keep what lives as long as the open project out of the garbage collector's way.

Now and then Python's collector looks at every object there is, on whichever thread has just made one more, and nothing
else runs meanwhile: with the names of 100,000 images and all that the program imports the window stands still for 0.1
to 0.2 s. What is kept here it passes over.
"""

import gc


def keep(*_signal: object) -> None:
    """Have all that there is now passed over; what nobody holds any more still goes, but for rings of such objects."""
    gc.freeze()


def let_go() -> None:
    """Have all of it looked at again, rings too: when the project is closed."""
    gc.unfreeze()
