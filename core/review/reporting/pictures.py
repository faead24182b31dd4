"""Small pictures for a page that must need no other file."""

from collections.abc import Iterable

from core.errors import ImageFileError
from core.images import read_thumbnail
from core.voc.dataset import Dataset

_SIDE = 260
_QUALITY = 80
MOST = 6


def small_pictures(dataset: Dataset, names: Iterable[str]) -> dict[str, bytes]:
    """Return JPEG files of the first few of these images that can be read."""
    import cv2  # not above: what only counts does without

    found: dict[str, bytes] = {}
    for name in names:
        if len(found) == MOST:
            break
        if name not in dataset:
            continue
        try:
            picture = read_thumbnail(dataset.entry(name).path, _SIDE)
        except ImageFileError:
            continue
        is_done, file = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
        if is_done:
            found[name] = file.tobytes()
    return found
