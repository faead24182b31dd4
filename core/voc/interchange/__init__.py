"""Other programs' formats, both ways, and what is done to whole datasets: merging them, making them smaller.

Everything here turns one :class:`~core.voc.interchange.content.Content` into a new folder: a format reads a folder as a
Content, and writes one; merging and resizing make a Content of others. A source is never written.
"""
