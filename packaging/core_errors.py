"""The sentences of core's errors and of its runs, read from its source: core itself knows nothing of translations."""

import ast
from itertools import count
from pathlib import Path

CORE = Path(__file__).resolve().parent.parent / "core"
SPOKEN = (
    "archives.py",
    "editing",
    "errors.py",
    "files.py",
    "images",
    "inference",
    "review",
    "sqlite_file.py",
    "tasks",
    "training",
    "voc",
)
"""The parts of core whose errors a person meets in the window."""
RUNS = "training"
"""The part whose runs say sentences that are no errors as well,"""
SAYING = ("say", "end", "report")
"""by calling these: in a journal, at the end, or by whoever a run gave its voice to."""
_LEAST_LETTERS = 12
"""A template with fewer letters of its own would be found in every sentence."""


def templates() -> list[str]:
    """Return the sentences, each once, sorted, with {0}, {1} .. for the values that are put into them."""
    kinds = {node.name for node in _tree(CORE / "errors.py").body if isinstance(node, ast.ClassDef)}
    arguments = [
        argument
        for part in SPOKEN
        for file in sorted({CORE / part, *(CORE / part).rglob("*.py")})
        if file.is_file()
        for call in ast.walk(_tree(file))
        if isinstance(call, ast.Call) and (_makes_error(call, kinds) or (part == RUNS and _called(call) in SAYING))
        for argument in call.args
    ]
    return sorted(set(filter(None, map(_template, arguments))))


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def _makes_error(call: ast.Call, kinds: set[str]) -> bool:
    """Tell whether an error is made, or made by its base: ``super().__init__("..")``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr == "__init__"
    return isinstance(call.func, ast.Name) and call.func.id in kinds


def _called(call: ast.Call) -> str:
    """Return the name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _template(argument: ast.expr) -> str | None:
    """Return a text as it stands in the source, or an f-string with its values numbered; None for anything else."""
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    texts = [str(part.value) if isinstance(part, ast.Constant) else None for part in parts]
    own = "".join(text for text in texts if text is not None)
    if sum(map(str.isalpha, own)) < _LEAST_LETTERS or "{" in own or "\n" in own:
        return None
    holes = count()
    return "".join(text if text is not None else f"{{{next(holes)}}}" for text in texts)
