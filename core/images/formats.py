"""Which files are taken for images, and how large they may be."""

IMAGE_SUFFIXES = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".jp2", ".png", ".bmp", ".tif", ".tiff", ".webp", ".avif"),
        *(".pgm", ".ppm", ".pbm", ".gif"),
    }
)
"""Lower-case suffixes of the files that are taken for images."""

UNREADABLE_SUFFIXES = frozenset(
    {".heic", ".heif", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".psd", ".dcm"}
)
"""Lower-case suffixes of pictures that no library on board reads: a person is told to convert them."""

MAX_PIXELS = 2**30
"""Images of more pixels are refused: OpenCV cannot hold them, and a small file can claim any size."""

BIG = 160 * 1024 * 1024
"""Decoded pictures of more bytes are held in a temporary file instead of in memory."""
