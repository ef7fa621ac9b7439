"""Names of exported files."""

import pytest

from desktop.actions.exporting import FORMATS, file_name, find_format


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{source} ({name})", "yard (dog)"),
        ("{track} ({stem})", "yard (dog)"),
        ("{n} {prompt}", "01 a dog barking"),
        ("   ", "yard (dog)"),
        ("{unknown}", "{unknown}"),
    ],
)
def test_templates(template: str, name: str) -> None:
    assert file_name(template, "yard", "dog", "a dog barking", 1) == name


def test_names_are_not_templates_themselves() -> None:
    assert file_name("{source} ({name})", "{name}", "{source}", "x", 1) == "{name} ({source})"


def test_names_stay_inside_the_folder() -> None:
    assert "/" not in file_name("{name}", "yard", "../../etc/dog", "x", 1)


def test_every_format_is_found_again() -> None:
    for known in FORMATS:
        assert find_format(known.container, known.subtype) is known
    assert find_format("flac", "FLOAT") is FORMATS[0]
