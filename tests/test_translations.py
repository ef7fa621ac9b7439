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
from PySide6.QtCore import QCoreApplication

from audiosep_core.library.resources import resource
from desktop.actions.registry import COMMANDS, MENUS, without_marks
from desktop.services.language import LANGUAGES, MACHINE_MADE, resolved, spoken, titles, use_language

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
                bare = text.strip(" –:,;()·%.[]*")
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


def test_no_text_hides_behind_another_name_for_tr() -> None:
    """The tool that fills the catalogues would not see it."""
    for path in (ROOT / "desktop").rglob("*.py"):
        renamed = re.findall(r"^.*= self\.tr$", path.read_text("utf-8"), re.MULTILINE)
        assert renamed == [], path.name


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


OTHERS = [code for code in LANGUAGES if code != "en"]
OPEN = 0.05
"""Share of the texts that may wait for a translation, so that a new text does not wait for three languages."""
KEPT = r"\{[^}]*\}|</?\w+>|\*\.\w+|\.asproj|--[\w-]+|\n|Alt\+1|Ctrl\+\.|dBFS"
"""Places, marks, file names, options: what a translation repeats as it stands."""


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_places_marks_and_the_dots_of_dialogs(language: str) -> None:
    wrong = []
    for source, translation in messages(language):
        kept = sorted(re.findall(KEPT, source)) == sorted(re.findall(KEPT, translation.replace("Strg+", "Ctrl+")))
        mnemonic = translation.count("&") == source.count("&") or translation.count("&") == 0 or source.endswith("&")
        dots = source.endswith("…") == translation.endswith("…")
        blanks = source.isspace() or bool(translation.strip())
        if not (kept and mnemonic and dots and blanks):
            wrong.append((source, translation))
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_misses_few_texts_and_holds_none_that_are_gone(language: str) -> None:
    tree = ElementTree.parse(resource("translations", f"audiosep_{language}.ts"))
    held = {
        (context.findtext("name"), message.findtext("source"))
        for context in tree.iter("context")
        for message in context.iter("message")
    }
    wanted = tool().texts()
    assert len(held - wanted) <= OPEN * len(wanted)
    finished = {source for source, _ in messages(language)}
    missing = sorted(text for text in wanted if text[1] not in finished)
    assert len(missing) <= OPEN * len(wanted), missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_of_a_menu_are_there_once(language: str) -> None:
    """Two entries under one letter: the second one is out of reach."""
    said = {} if language == "en" else dict(messages(language))
    texts = {command.id: command.text for command in COMMANDS}
    menus = [[title for title, _ in MENUS], *([texts.get(entry, "") for entry in entries] for _, entries in MENUS)]
    for menu in menus:
        letters = [letter.lower() for text in menu for letter in re.findall(r"&(\w)", said.get(text, text))]
        assert len(letters) == len(set(letters)), (language, menu)


@pytest.mark.parametrize("language", OTHERS)
def test_the_shipped_catalogue_is_loaded_and_as_new_as_its_source(qapp: Any, language: str) -> None:
    tree = ElementTree.parse(resource("translations", f"audiosep_{language}.ts"))
    assert use_language(language) == spoken() == language
    try:
        stale = [
            source
            for context in tree.iter("context")
            for message in context.iter("message")
            if (source := message.findtext("source") or "")
            and (finished := message.findtext("translation"))
            and QCoreApplication.translate(context.findtext("name") or "", source) != finished
        ]
    finally:
        assert use_language("en") == spoken() == "en"
    assert stale == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_machine_made_says_so(language: str) -> None:
    text = resource("translations", f"audiosep_{language}.ts").read_text("utf-8")
    made = language in MACHINE_MADE
    assert made == (language in tool().MACHINE_MADE) == ("Machine-made" in text.split("<TS ")[0])
    assert (MACHINE_MADE.get(language, "") in dict(titles())[language]) == made


def test_a_menu_s_text_is_read_without_its_letter() -> None:
    assert without_marks("Export&ieren…") == "Exportieren"
    assert without_marks("書き出す(&E)…") == "書き出す"


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
