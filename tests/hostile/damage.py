"""What happens to files: cut off, overwritten, shortened, lengthened, mixed up. The same for a seed at all times."""

from __future__ import annotations

import struct
from random import Random

_HEAD = 400  # bytes; headers are where it hurts
_EXTREMES = (0, 1, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def damaged(content: bytes, seed: int, other: bytes = b"") -> bytes:
    """One to four kinds of damage, one after the other; `other` is what a part may be taken from."""
    random = Random(seed)
    data = bytearray(content)
    for _ in range(random.randint(1, 4)):
        random.choice(_KINDS)(data, random, other)
        if not data:
            break
    return bytes(data)


def _place(data: bytearray, random: Random) -> int:
    return random.randrange(min(len(data), _HEAD) if random.random() < 0.6 else len(data))


def _stretch(data: bytearray, random: Random) -> slice:
    start = _place(data, random)
    return slice(start, start + random.choice((1, 4, 30, 500, 8000)))


def _cut(data: bytearray, random: Random, _other: bytes) -> None:
    del data[_place(data, random) if random.random() < 0.3 else random.randrange(len(data)) :]


def _flip(data: bytearray, random: Random, _other: bytes) -> None:
    for _ in range(random.choice((1, 3, 40))):
        data[_place(data, random)] ^= random.randrange(1, 256)


def _zero(data: bytearray, random: Random, _other: bytes) -> None:
    where = _stretch(data, random)
    data[where] = bytes(len(data[where]))


def _noise(data: bytearray, random: Random, _other: bytes) -> None:
    where = _stretch(data, random)
    data[where] = random.randbytes(len(data[where]))


def _take_out(data: bytearray, random: Random, _other: bytes) -> None:
    del data[_stretch(data, random)]


def _put_in(data: bytearray, random: Random, _other: bytes) -> None:
    at = _place(data, random)
    data[at:at] = random.randbytes(random.choice((1, 3, 64, 4000)))


def _repeat(data: bytearray, random: Random, _other: bytes) -> None:
    where = _stretch(data, random)
    data[where.start : where.start] = data[where] * random.choice((1, 2, 20))


def _extreme(data: bytearray, random: Random, _other: bytes) -> None:
    order, (size, letter) = random.choice("<>"), random.choice(((2, "H"), (4, "I")))
    number = random.choice(_EXTREMES) & (256**size - 1)
    at = _place(data, random) & ~(size - 1)
    data[at : at + size] = struct.pack(order + letter, number)


def _splice(data: bytearray, random: Random, other: bytes) -> None:
    at = _place(data, random)
    data[at:] = other[random.randrange(len(other) + 1) :]


_KINDS = (_cut, _cut, _flip, _flip, _zero, _noise, _take_out, _put_in, _repeat, _extreme, _extreme, _splice)
