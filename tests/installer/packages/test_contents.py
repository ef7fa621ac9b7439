"""Which distributions are inside: by the modules they own, however these lie in the frozen program."""

from __future__ import annotations

from installer.packages import contents


def test_files_are_known_by_the_modules_that_they_would_be(tmp_path):
    for name in ("numpy/__init__.py", "numpy/core/x.cpython-311-x86_64-linux-gnu.so", "av.libs/libavcodec.so.62"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert contents.file_names(tmp_path) == {"numpy", "numpy.core.x", "av.libs.libavcodec"}


def test_owners_of_modules():
    names = {contents.canonical(one.name) for one in contents.owners({"soxr", "PySide6.QtCore", "psutil._common"})}
    assert {"soxr", "pyside6-essentials", "psutil"} <= names
    assert not names & {"numpy", "pytest", "pyside6-addons"}


def test_a_bundle_of_macos_has_its_parts_elsewhere(tmp_path):
    assert contents.libraries_folder(tmp_path) == tmp_path / "_internal"
    (tmp_path / "Contents").mkdir()
    assert contents.libraries_folder(tmp_path) == tmp_path / "Contents" / "Frameworks"
    assert contents.executables_folder(tmp_path) == tmp_path / "Contents" / "MacOS"


def test_pythons_licence_is_found():
    assert "Python Software Foundation" in contents.python_licence().replace("\n", " ")
