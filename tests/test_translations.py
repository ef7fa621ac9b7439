"""Everything that is shown can be translated, and what is translated fits what it stands for."""

from __future__ import annotations

import ast
import importlib.util
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from audiosep_core.library.resources import resource
from desktop.services.language import LANGUAGES, resolved, use_language

ROOT = Path(__file__).resolve().parent.parent

SHOWN = {
    "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setWindowTitle",
    "setTitle", "setInformativeText", "setSuffix", "setPrefix", "setSpecialValueText", "setLabelText", "setFormat",
    "setHorizontalHeaderLabels", "setHeaderLabels", "addAction", "addButton", "addRow", "addTab", "addItem",
    "info", "warning", "error", "add_bottom",
}  # fmt: skip
WIDGETS = {"QLabel", "QPushButton", "QAction", "QCheckBox", "QRadioButton", "QMenu", "QGroupBox", "ElidedLabel"}
NAMES = {"AudioSep", "AudioSep Desktop", "CUDA", "Apple GPU", "Hz", "kHz", "dB", "FLAC", "WAV"}
"""What is the same in every language."""


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "installer" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(node: ast.expr) -> list[str]:
    """Literal words in an expression that would be shown as they stand."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return [part.value for part in node.values if isinstance(part, ast.Constant)]
    if isinstance(node, ast.IfExp):
        return words(node.body) + words(node.orelse)
    if isinstance(node, ast.BoolOp | ast.List | ast.Tuple):
        return [word for part in (node.values if isinstance(node, ast.BoolOp) else node.elts) for word in words(part)]
    if isinstance(node, ast.BinOp):
        return words(node.left) + words(node.right)
    return []


def test_no_words_are_shown_that_cannot_be_translated() -> None:
    found = []
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            of = function.value if isinstance(function, ast.Attribute) else None
            if name not in SHOWN | WIDGETS or (isinstance(of, ast.Name) and of.id == "logger"):
                continue
            for text in (text for argument in node.args[:3] for text in words(argument)):
                bare = text.strip(" –:,;()·%.")
                if re.search(r"[A-Za-z]{2,}", bare) and bare not in NAMES and not name_of_code(name, text):
                    found.append(f"{path.relative_to(ROOT)}:{node.lineno} {name}({text!r})")
    assert found == []


def name_of_code(function: str, text: str) -> bool:
    """Second and third arguments that are ids: actions of notices, names of docks, data of items."""
    return function in {"info", "warning", "error", "add_bottom", "addItem"} and bool(
        re.fullmatch(r"[a-z][\w-]*:?", text)
    )


def test_every_text_has_a_context() -> None:
    texts = tool().texts()
    assert len(texts) > 300
    assert [text for context, text in texts if not context] == []
    assert ("registry", "&Open…") in texts
    assert ("preferences", "Follow the system") in texts
    assert ("examples", "A voice in the rain") in texts


def messages(language: str) -> list[tuple[str, str]]:
    """Finished translations: what stood there, and what stands there now."""
    tree = ElementTree.parse(resource("translations", f"audiosep_{language}.ts"))
    return [
        (source, translation.text)
        for message in tree.iter("message")
        if (translation := message.find("translation")) is not None
        and translation.get("type") is None
        and translation.text
        and (source := message.findtext("source")) is not None
    ]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_a_translation_keeps_places_marks_and_the_dots_of_dialogs(language: str) -> None:
    wrong = []
    for source, translation in messages(language):
        places = sorted(re.findall(r"\{\w*\}", source)) == sorted(re.findall(r"\{\w*\}", translation))
        tags = sorted(re.findall(r"</?\w+>", source)) == sorted(re.findall(r"</?\w+>", translation))
        mnemonic = translation.count("&") <= 1 or "&&" in translation
        dots = source.endswith("…") == translation.rstrip(")ABCDEFGHIJKLMNOPQRSTUVWXYZ&(").endswith("…")
        if not (places and tags and mnemonic and dots):
            wrong.append((source, translation))
    assert wrong == []


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_the_shipped_catalogue_is_loaded(qapp: Any, language: str) -> None:
    assert resource("translations", f"audiosep_{language}.qm").is_file()
    assert use_language(language) == language
    from PySide6.QtCore import QCoreApplication

    try:
        for context, text in sorted(tool().texts()):
            QCoreApplication.translate(context, text)
    finally:
        assert use_language("en") == "en"


def test_an_unknown_language_is_the_system_s_or_english(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.services import language

    class Locale:
        def __init__(self, *names: str) -> None:
            self.names = list(names)

        def uiLanguages(self) -> list[str]:
            return self.names

    monkeypatch.setattr(language.QLocale, "system", lambda: Locale("fr-FR", "fr", "es-MX"))
    assert resolved("") == "es"
    assert resolved("xx") == "es"
    monkeypatch.setattr(language.QLocale, "system", lambda: Locale("fr-FR"))
    assert resolved("") == "en"
    assert resolved("ja") == "ja"
