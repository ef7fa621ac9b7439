"""What a tree needs of the system: what its files say, minus what lies in it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.packages.linux import libraries

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, ("cc", "objdump", "dpkg"))), reason="needs Debian's tools"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    folder.mkdir()
    (tmp_path / "inner.c").write_text("int inner(void) { return 1; }")
    (tmp_path / "outer.c").write_text(
        "const char *zlibVersion(void); int inner(void); const char *outer(void) { return zlibVersion() + inner(); }"
    )
    build = ["cc", "-shared", "-fPIC"]
    subprocess.run(
        [*build, "-Wl,-soname,libinner.so.1", "-o", folder / "libinner.so.1", tmp_path / "inner.c"], check=True
    )
    stub = ["-Wl,--unresolved-symbols=ignore-all", "-Wl,--no-as-needed"]
    command = [
        *build,
        *stub,
        "-o",
        folder / "libouter.so",
        tmp_path / "outer.c",
        folder / "libinner.so.1",
        "-l:libz.so.1",
    ]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no zlib to link against")
    return folder


def test_packages_of_what_is_not_inside(tree):
    needs = libraries.find_needs(tree)
    assert needs.unknown == ()
    assert "zlib1g" in needs.packages
    assert not [name for name in needs.packages if "inner" in name]


def test_what_nobody_provides_is_named_with_who_asks_for_it(tree):
    (tree / "libinner.so.1").unlink()
    assert libraries.find_needs(tree).unknown == ("libinner.so.1 (libouter.so)",)


def test_libc_is_asked_for_in_the_version_that_is_needed(tmp_path):
    (tmp_path / "a").write_bytes(b"\x00GLIBC_2.9\x00GLIBC_2.28\x00GLIBC_2.2.5\x00GLIBC_PRIVATE\x00")
    assert libraries.newest_glibc([tmp_path / "a"]) == "2.28"
    assert libraries.Needs(("libc6", "zlib1g"), "2.28", ()).depends() == "libc6 (>= 2.28), zlib1g"


def test_only_libraries_of_this_machine_count():
    listing = "2 libs\n\tliba.so.1 (libc6,x32) => /x32/liba.so.1\n\tliba.so.1 (libc6,x86-64) => /lib/liba.so.1\n"
    assert libraries.loader_cache(listing) == {"liba.so.1": Path("/lib/liba.so.1")}
