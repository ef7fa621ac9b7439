"""What the documentation points at and names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.actions.registry import COMMANDS, MENUS

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
TEMPLATES = sorted((ROOT / ".github").rglob("*.yml"))
MOST_BYTES = 8_000_000
"""Of all pictures: everyone who clones the repository gets them."""

_MARKDOWN = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HTML = re.compile(r'(?:src|srcset|href)="([^"]+)"')
_ELSEWHERE = ("http://", "https://", "mailto:")


def links(page: Path) -> list[str]:
    """What a page points at, outside of its blocks of code."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"`[^`\n]*`", "", text)
    return [link for pattern in (_MARKDOWN, _HTML) for link in pattern.findall(text)]


def anchors(page: Path) -> set[str]:
    """Names of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_page_and_picture_that_is_linked_exists(page: Path) -> None:
    missing = []
    for link in links(page):
        if link.startswith(_ELSEWHERE):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            missing.append(link)
    assert not missing


def test_every_page_of_the_guide_is_in_its_contents() -> None:
    contents = ROOT / "docs" / "guide" / "README.md"
    listed = {link for link in links(contents) if link.endswith(".md")}
    assert listed >= {page.name for page in contents.parent.glob("*.md")} - {contents.name}
    assert "docs/guide/README.md" in links(ROOT / "README.md")


def test_the_pictures_are_small_enough_to_carry() -> None:
    assert sum(path.stat().st_size for path in IMAGES.iterdir()) < MOST_BYTES


@pytest.mark.parametrize("page", [*PAGES, *TEMPLATES], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_is_named_is_in_its_menu(page: Path) -> None:
    menus = {menu.replace("&", ""): commands for menu, commands in MENUS}
    texts = {command.id: command.text.replace("&", "").removesuffix("…") for command in COMMANDS}
    wrong = [
        f"{menu} › {text}"
        for menu, text in re.findall(r"(\w+) › ([^*\n]+)", page.read_text("utf-8"))
        if menu in menus and not any(text.startswith(texts[name]) for name in menus[menu] if name in texts)
    ]
    assert not wrong
