"""Bring resources/translations up to date with the texts in desktop/, and compile them: ``make translations``.

Qt's own collector of texts does not see through a module's ``_tr``, which is why this reads the syntax tree itself.
``--list`` prints what still lacks a German text and ends with 1 if there is any.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import core_errors
from lxml import etree

from core.training import advice
from core.training.recipes import MODELS
from core.voc.checks import KINDS

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
CORE_ERRORS = FOLDER / "core_errors.txt"
"""What the window recognises the errors of core by."""


@dataclass(frozen=True, order=True)
class Text:
    """A text that a person sees, in English, and the context that Qt finds its translation by."""

    context: str
    source: str
    plural: bool = False


def texts_in(tree: ast.Module) -> Iterator[Text]:
    """Yield a module's texts: ``self.tr(..)``, ``QCoreApplication.translate(..)`` and its short names for these."""
    short = dict(_short_names(tree))
    for owner, call in _calls(tree, None):
        name = _called(call)
        literals = [arg.value if isinstance(arg, ast.Constant) else None for arg in call.args]
        if name == "tr" and isinstance(call.func, ast.Attribute) and owner and literals:
            if isinstance(literals[0], str):
                yield Text(owner, literals[0], plural=len(call.args) > 2)
        elif name == "translate" and len(literals) > 1 and isinstance(literals[1], str):
            yield Text(str(literals[0]), literals[1], plural=len(call.args) > 3)
        elif name in short and isinstance(call.func, ast.Name) and literals and isinstance(literals[0], str):
            yield Text(short[name], literals[0], plural=len(call.args) > 1)


def _short_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield (function, context) of the module's functions that do nothing but translate."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and _called(inner) == "translate" and len(inner.args) > 1:
                    first, second = inner.args[:2]
                    if isinstance(first, ast.Constant) and isinstance(second, ast.Name):
                        yield node.name, str(first.value)


def _calls(node: ast.AST, owner: str | None) -> Iterator[tuple[str | None, ast.Call]]:
    """Yield every call with the name of the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            yield owner, child
        yield from _calls(child, inside)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def collect() -> list[Text]:
    """Return every text of the window, each once, sorted."""
    of_core = {*_of_the_check(), *_of_the_advice(), *_of_the_recipes(), *_of_the_reports()}
    errors = {Text("CoreErrors", text) for text in core_errors.templates()}
    return sorted(texts_below(ROOT / "desktop") | of_core | errors)


def texts_below(folder: Path) -> set[Text]:
    """Return the texts of all modules in the folder and below it."""
    return {text for file in folder.rglob("*.py") for text in texts_in(ast.parse(file.read_text("utf-8")))}


def _of_the_check() -> Iterator[Text]:
    """Yield what the check says: templates that the window fills and translates."""
    for kind in KINDS.values():
        for words in filter(None, (kind.title, kind.message, kind.remedy, kind.fix)):
            yield Text("Check", words)


def _of_the_advice() -> Iterator[Text]:
    """Yield what is said of a run, and what can be done about it: templates as well."""
    for kind in advice.KINDS.values():
        for words in (kind.title, *kind.messages):
            yield Text("Advice", words)
    for remedy in advice.REMEDIES.values():
        yield Text("Advice", remedy.text)


def _of_the_recipes() -> Iterator[Text]:
    """Yield what networks, backbones and recipes are called."""
    for kind in MODELS.values():
        for one in (kind, *kind.backbones, *kind.recipes):
            yield Text("Recipes", one.title)


def _of_the_reports() -> Iterator[Text]:
    """Yield what reports and the check for drift say: the literals that their ``say`` is given."""
    for room in ("reporting", "drift"):
        for file in (ROOT / "core" / "review" / room).rglob("*.py"):
            for _owner, call in _calls(ast.parse(file.read_text("utf-8")), None):
                if _called(call) == "say" and isinstance(call.args[0], ast.Constant):
                    yield Text("Reports", str(call.args[0].value), plural=len(call.args) > 1)


def read(path: Path) -> dict[Text, tuple[str, ...]]:
    """Return what a TS file translates: one form, or the singular and the plural."""
    found = {}
    if path.exists():
        for context in etree.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                plural = message.get("numerus") == "yes"
                translation = message.find("translation")
                forms = [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text]
                if all(forms):
                    text = Text(context.findtext("name"), message.findtext("source"), plural)
                    found[text] = tuple(forms)
    return found


def write(path: Path, language: str, texts: list[Text], known: dict[Text, tuple[str, ...]]) -> None:
    """Write a TS file of ``texts``; those without a translation are marked as unfinished."""
    root = etree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, etree._Element] = {}
    for text in texts:
        if text.context not in contexts:
            contexts[text.context] = etree.SubElement(root, "context")
            etree.SubElement(contexts[text.context], "name").text = text.context
        message = etree.SubElement(contexts[text.context], "message")
        etree.SubElement(message, "source").text = text.source
        translation = etree.SubElement(message, "translation")
        forms = known.get(text)
        if text.plural:
            message.set("numerus", "yes")
            for form in forms or ("", ""):
                etree.SubElement(translation, "numerusform").text = form
        elif forms:
            translation.text = forms[0]
        if not forms:
            translation.set("type", "unfinished")
    document = etree.tostring(root, pretty_print=True, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE TS>")
    path.write_bytes(document)


def english(texts: list[Text]) -> dict[Text, tuple[str, ...]]:
    """Return singular and plural of the English texts that count something: 'image(s)' is 'image' or 'images'."""
    return {text: (text.source.replace("(s)", ""), text.source.replace("(s)", "s")) for text in texts if text.plural}


def compile_to(source: Path, target: Path) -> None:
    """Compile a TS file to what Qt reads; counts are written there as the system does, with their thousands parted."""
    document = etree.parse(source)
    for form in document.getroot().iter("numerusform"):
        form.text = (form.text or "").replace("%n", "%Ln")
    compiler = Path(sys.executable).with_name("pyside6-lrelease")
    with TemporaryDirectory() as folder:
        localized = Path(folder) / source.name
        document.write(localized, encoding="utf-8", xml_declaration=True)
        subprocess.run([compiler, "-silent", localized, "-qm", target], check=True)


def main(arguments: list[str]) -> int:
    """Update and compile the files, or list what is missing."""
    texts = collect()
    german = read(FOLDER / "annotrain_de.ts")
    missing = [text for text in texts if text not in german]
    if arguments == ["--list"]:
        for text in missing:
            sys.stdout.write(f"{text.context}\t{text.source!r}{' (plural)' if text.plural else ''}\n")
        return 1 if missing else 0
    FOLDER.mkdir(exist_ok=True)
    CORE_ERRORS.write_text("\n".join(core_errors.templates()) + "\n", encoding="utf-8")
    counted = english(texts)
    write(FOLDER / "annotrain_de.ts", "de_DE", texts, german)
    write(FOLDER / "annotrain_en.ts", "en_GB", sorted(counted), counted)
    for path in sorted(FOLDER.glob("*.ts")):
        compile_to(path, path.with_suffix(".qm"))
    sys.stdout.write(f"{len(texts)} texts, {len(missing)} without a German one\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
