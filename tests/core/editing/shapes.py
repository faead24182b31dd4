"""What the tests of this package draw from: shapes and annotations by hypothesis."""

from hypothesis import strategies as st

from core.geometry import Box, Point, Polygon, Polyline, Shape
from core.voc.annotation import Annotation, VocObject

WIDTH, HEIGHT = 64, 48
xs = st.integers(0, WIDTH).map(float)
ys = st.integers(0, HEIGHT).map(float)
points = st.tuples(xs, ys)


def boxes() -> st.SearchStrategy[Box]:
    ends = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))
    sizes = st.tuples(st.integers(1, WIDTH), st.integers(1, HEIGHT))
    return st.builds(
        lambda at, size: Box(at[0], at[1], min(at[0] + size[0], WIDTH), min(at[1] + size[1], HEIGHT)), ends, sizes
    )


def shapes() -> st.SearchStrategy[Shape]:
    return st.one_of(
        boxes(),
        st.builds(Point, xs, ys),
        st.lists(points, min_size=3, max_size=6).map(lambda ring: Polygon(tuple(ring))),
        st.lists(points, min_size=2, max_size=6).map(lambda line: Polyline(tuple(line), 2.0)),
    )


def objects() -> st.SearchStrategy[VocObject]:
    return st.builds(VocObject, label=st.sampled_from(("scratch", "dent", "stain")), shape=shapes())


def annotation(*shapes_in_it: Shape) -> Annotation:
    things = tuple(VocObject(label="dent", shape=shape) for shape in shapes_in_it)
    return Annotation(filename="a.png", width=WIDTH, height=HEIGHT, objects=things)
