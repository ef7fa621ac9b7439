"""Each package says what lives there and what may not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = sorted(
    {path.parent for room in ("audiosep_core", "desktop", "installer") for path in (ROOT / room).rglob("*.py")}
)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: str(package.relative_to(ROOT)))
def test_a_package_says_what_lives_there_and_what_may_not(package: Path) -> None:
    text = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    sentences = re.findall(r"\w.*?[.!?](?=\s|$)", text, flags=re.DOTALL)
    assert len(sentences) >= 2, text
