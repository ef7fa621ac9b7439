"""The portable zip: everything in one folder, links followed, started with a home beside it."""

from __future__ import annotations

import zipfile

from installer.packages.windows import zipped


def test_it_holds_the_program_in_one_folder(program, tmp_path):
    (tmp_path / "out").mkdir()
    made = zipped.build(program, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [made.name]
    with zipfile.ZipFile(made) as archive:
        assert archive.testzip() is None
        inside = {name.split("/", 1)[1]: name for name in archive.namelist()}
        assert {name.split("/")[0] for name in archive.namelist()} == {made.stem}
        expected = {path.relative_to(program).as_posix() for path in program.rglob("*") if path.is_file()}
        assert set(inside) == expected | {"AudioSep (portable).cmd"}
        script = archive.read(inside["AudioSep (portable).cmd"]).decode("ascii")
    assert 'set "AUDIOSEP_HOME=%~dp0data"\r\n' in script
