"""The bars round the canvas and the panels beside it: what a person does there, and who is asked for it."""

from typing import TYPE_CHECKING

from core.geometry import Mask
from desktop.annotate.tag_bar import TagBar
from desktop.annotate.tool_options_bar import ToolOptionsBar

if TYPE_CHECKING:
    from desktop.annotate.page import AnnotatePage


def make_tag_bar(page: "AnnotatePage") -> TagBar:
    """Put the bar with state and tags below the canvas."""
    actions, marks = page.page_actions, page.marks
    bar = TagBar((actions["verified"], actions["checked"]), (actions["tag_ok"], actions["tag_ng"]), page)
    bar.added.connect(marks.add_tag)
    bar.removed.connect(marks.remove_tag)
    bar.refused.connect(page.status)
    bar.left.connect(page.canvas.setFocus)
    marks.tags_changed.connect(bar.set_known)
    page.add_bar(bar)
    return bar


def make_tool_options(page: "AnnotatePage") -> ToolOptionsBar:
    """Put the bar with the options of the tool in hand above the canvas."""
    bar = ToolOptionsBar(page)
    bar.changed.connect(page.canvas.set_options)
    bar.left.connect(page.canvas.setFocus)
    page.canvas.options_changed.connect(bar.show_options)
    page.selection.changed.connect(lambda _places: show_tool_options(page))
    page.parts.add_top_bar(bar)
    return bar


def show_tool_options(page: "AnnotatePage") -> None:
    """Show the options of the tool in hand; those of the select tool with smoothing only where a mask is selected."""
    tool, annotation = page.canvas.tool, page.document.annotation
    if tool is None:
        return
    names = tool.options
    chosen = [annotation.objects[place].shape for place in page.selection.places] if annotation is not None else []
    if not tool.draws and not any(isinstance(shape, Mask) for shape in chosen):
        names = tuple(name for name in names if name != "simplify")
    page.tool_options.show_tool(page.page_actions.spec(tool.name).text, names)


def connect_panels(page: "AnnotatePage") -> None:
    """Have the lists and the properties do what is asked for in them."""
    parts, labelling, objects = page.parts, page.labelling, page.objects
    parts.images.chosen.connect(page.show_image)
    parts.images.counted.connect(page.counted)
    parts.labels.chosen.connect(labelling.use_label)
    parts.labels.added.connect(labelling.add_label)
    parts.labels.left.connect(page.canvas.setFocus)
    parts.objects.chosen.connect(page.selection.set)
    parts.objects.opened.connect(labelling.ask_label_of)
    parts.objects.hid.connect(lambda place, hidden: objects.set_hidden((place,), hidden))
    parts.objects.locked.connect(lambda place, locked: objects.set_locked((place,), locked))
    parts.objects.model.dragged.connect(objects.put_before)
    parts.retry.connect(page.save_now)
    parts.reload.connect(page.walk.reload)
    parts.keep_mine.connect(page.walk.keep_mine)
    _connect_properties(page)


def _connect_properties(page: "AnnotatePage") -> None:
    properties, objects = page.parts.properties, page.objects
    properties.labelled.connect(page.labelling.relabel_selection)
    properties.flagged.connect(objects.set_flag)
    properties.posed.connect(objects.set_pose)
    properties.texted.connect(objects.set_text)
    properties.shaped.connect(objects.set_shape)
    properties.attribute_changed.connect(objects.set_attribute)
    properties.attribute_renamed.connect(objects.rename_attribute)
    properties.attribute_removed.connect(lambda name: objects.set_attribute(name, None))
    properties.left.connect(page.canvas.setFocus)
