"""The language of the interface: catalogues from resources/translations, loaded into the running application."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from audiosep_core.library.resources import resource

logger = logging.getLogger(__name__)

SOURCE_LANGUAGE = "en"
LANGUAGES: Mapping[str, str] = {"en": "English", "de": "Deutsch", "es": "Español", "ja": "日本語"}
"""What can be chosen, each in its own words."""
MACHINE_MADE: Mapping[str, str] = {"de": "maschinell", "es": "automática", "ja": "機械翻訳"}
"""Catalogues that no speaker has reviewed, and how the list of languages marks them."""

_loaded: list[QTranslator] = []
_spoken = SOURCE_LANGUAGE


def resolved(choice: str) -> str:
    """The language that a choice means; "" follows the system where there is a catalogue for it."""
    if choice in LANGUAGES:
        return choice
    for wanted in QLocale.system().uiLanguages():
        code = wanted.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return SOURCE_LANGUAGE


def titles() -> tuple[tuple[str, str], ...]:
    """Codes and what the list of languages calls them, a mark on those that were made by a machine."""
    return tuple(
        (code, f"{name} ({MACHINE_MADE[code]})" if code in MACHINE_MADE else name) for code, name in LANGUAGES.items()
    )


def spoken() -> str:
    """The code of the language that is spoken now."""
    return _spoken


def use_language(choice: str) -> str:
    """Speak another language from now on; the code of the one that is spoken.

    Every window gets a LanguageChange event. A catalogue that is not there costs its words, never the start.
    """
    global _spoken
    app = QCoreApplication.instance()
    assert app is not None
    while _loaded:
        app.removeTranslator(_loaded.pop())
    language = _spoken = resolved(choice)
    if language == SOURCE_LANGUAGE:
        return language
    folders = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("audiosep", str(resource("translations"))),
    )
    for name, folder in folders:
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
            _loaded.append(translator)
        else:
            logger.warning("no catalogue %s_%s", name, language)
    return language
