"""Icons: as large as they say, and readable by Qt in Windows' and Apple's containers."""

from __future__ import annotations

from PySide6.QtGui import QImage

from installer.packages import icons


def test_a_picture_of_each_size_has_it_and_shows_something():
    for size in icons.SIZES:
        image = QImage.fromData(icons.png(size))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(size // 2, size // 2).alpha() == 255


def test_windows_file_holds_every_size(tmp_path):
    content = icons.ico()
    (tmp_path / "a.ico").write_bytes(content)
    assert not QImage(str(tmp_path / "a.ico")).isNull()
    count = int.from_bytes(content[4:6], "little")
    for entry in (content[6 + 16 * number :][:16] for number in range(count)):
        length, offset = int.from_bytes(entry[8:12], "little"), int.from_bytes(entry[12:16], "little")
        assert QImage.fromData(content[offset : offset + length]).width() == (entry[0] or 256)


def test_apples_file_is_as_long_as_its_parts_say():
    content = icons.icns({16: b"sixteen", 1024: b"large"})
    assert content[:4] == b"icns"
    assert int.from_bytes(content[4:8], "big") == len(content)
    assert content[8:] == b"icp4" + (15).to_bytes(4, "big") + b"sixteen" + b"ic10" + (13).to_bytes(4, "big") + b"large"
