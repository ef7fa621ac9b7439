"""Catalogues of the interface's languages: `python installer/translations.py [update | release]`.

`update` brings resources/translations/*.ts up to the texts in desktop/ (translations are kept, texts that are gone go);
`release` compiles them to the .qm files that the program loads. Both are Qt's own tools; what they are fed is found
here, because they know neither our tables of commands and settings nor the small `tr` of a module.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "es", "ja")
MACHINE_MADE = ("de", "es", "ja")
"""Those that no speaker of the language has reviewed; take one out when somebody has."""
_MARK = "<!-- Machine-made, and not reviewed by anybody who speaks the language. -->"

Text = tuple[str, str]
"""Context and words."""

_TABLES = {  # modules whose texts stand in tables, and the context in which they are shown
    "desktop/actions/command_tables": "registry",
    "desktop/actions/registry.py": "registry",
    "desktop/views/preferences/entries.py": "preferences",
}
_WORDS = re.compile(r"&?[A-Z][a-z]*(&?[a-z]+)?( |…|,|$|-|\W)")
_KEY = re.compile(
    r"((Ctrl|Shift|Alt|Meta)\+)+(\S|F\d+|[A-Z][a-z]+)|\S|F\d+|Esc|Del|Space|Home|End|Left|Right|Up|Down|Return"
)


def texts() -> set[Text]:
    """Every text of the interface."""
    found: set[Text] = set()
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        found |= set(_texts_of(path))
    examples = tomllib.loads((ROOT / "resources" / "examples" / "examples.toml").read_text("utf-8"))
    return found | {("examples", entry["title"]) for entry in examples["example"]}


def _texts_of(path: Path) -> Iterator[Text]:
    tree = _tree(path)
    functions = _translators(path)
    for table, context in _TABLES.items():
        if (ROOT / table) in (path, path.parent):
            yield from ((context, text) for text in _table_texts(tree))

    def visit(node: ast.AST, owner: str) -> Iterator[Text]:
        if isinstance(node, ast.ClassDef):
            owner = node.name
        if isinstance(node, ast.Call):
            context, argument = _translated(node, owner, functions)
            if argument is not None:
                yield from ((context, text) for text in _literals(argument))
        for child in ast.iter_child_nodes(node):
            yield from visit(child, owner)

    yield from visit(tree, "")


def _translated(call: ast.Call, owner: str, functions: dict[str, str]) -> tuple[str, ast.expr | None]:
    """The context and the words' expression, if the call translates."""
    function, arguments = call.func, call.args
    if isinstance(function, ast.Attribute) and function.attr == "tr" and arguments:
        return owner, arguments[0]
    if isinstance(function, ast.Attribute) and function.attr == "translate" and len(arguments) >= 2:
        return next(_literals(arguments[0]), ""), arguments[1]
    if isinstance(function, ast.Name) and function.id in functions and arguments:
        return functions[function.id], arguments[0]
    return "", None


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def _own_translators(path: Path) -> dict[str, str]:
    """Functions of a module that only translate, and their contexts."""
    found: dict[str, str] = {}
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute) and len(inner.args) >= 2:
                    context, words = inner.args[:2]
                    if inner.func.attr == "translate" and isinstance(words, ast.Name):
                        found[node.name] = next(_literals(context), "")
    return found


def _translators(path: Path) -> dict[str, str]:
    """The same, with those that a module imports."""
    found = dict(_own_translators(path))
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("desktop."):
            other = ROOT / (node.module.replace(".", "/") + ".py")
            theirs = _own_translators(other) if other.is_file() else {}
            found |= {name.asname or name.name: theirs[name.name] for name in node.names if name.name in theirs}
    return found


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.BinOp):
        raise ValueError(f"line {node.lineno}: words that are put together cannot be translated")
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _table_texts(tree: ast.Module) -> Iterator[str]:
    """The words in the tables at a module's top: what begins like a sentence and is no key."""
    for statement in tree.body:
        if isinstance(statement, ast.AnnAssign) and statement.value is not None:
            numbered = {id(part) for node in ast.walk(statement.value) for part in _parts(node)}
            for node in ast.walk(statement.value):
                if isinstance(node, ast.GeneratorExp):
                    yield from _numbered(node)
                text = node.value if isinstance(node, ast.Constant) and id(node) not in numbered else None
                if isinstance(text, str) and _WORDS.match(text) and not _KEY.fullmatch(text):
                    yield text


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.JoinedStr):
        yield from node.values


def _numbered(node: ast.GeneratorExp) -> Iterator[str]:
    """The words of commands that come once a number: `f"Stem &{n} alone" for n in range(1, 10)`."""
    loop = node.generators[0]
    if not isinstance(loop.target, ast.Name) or not isinstance(loop.iter, ast.Call):
        return
    bounds = [bound.value for bound in loop.iter.args if isinstance(bound, ast.Constant)]
    for number in range(*(bound for bound in bounds if isinstance(bound, int))):
        for joined in (inner for inner in ast.walk(node) if isinstance(inner, ast.JoinedStr)):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else str(number) for part in joined.values)
            if _WORDS.match(text):
                yield text


def update() -> None:
    """Bring the catalogues up to the texts."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        surrogate = Path(folder) / "texts.py"
        lines = [
            f"QCoreApplication.translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})"
            for context, text in sorted(texts())
        ]
        surrogate.write_text("\n".join(["from PySide6.QtCore import QCoreApplication", *lines, ""]), "utf-8")
        for language in LANGUAGES:
            target = FOLDER / f"audiosep_{language}.ts"
            options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
            _tool("pyside6-lupdate", str(surrogate), *options, "-ts", str(target))
            if language in MACHINE_MADE:  # Qt's tool drops comments
                head, rest = target.read_text("utf-8").split("<TS ", 1)
                target.write_text(f"{head}{_MARK}\n<TS {rest}", "utf-8")


def release() -> None:
    """Compile the catalogues."""
    for language in LANGUAGES:
        path = FOLDER / f"audiosep_{language}"
        _tool("pyside6-lrelease", "-silent", "-removeidentical", f"{path}.ts", "-qm", f"{path}.qm")


def _tool(name: str, *arguments: str) -> None:
    # Beside the interpreter: a virtual environment need not be on the path.
    beside = Path(sys.executable).parent
    program = next((str(place) for place in (beside / name, beside / f"{name}.exe") if place.is_file()), name)
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    for step in sys.argv[1:] or ("update", "release"):
        {"update": update, "release": release}[step]()
