"""A siren in a street: wail and yelp echoed by house fronts; traffic is rumble, an idling engine, and passing cars."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from installer.examples.spectrum_shaping import (
    RATE_HZ,
    Sound,
    fade,
    high_pass,
    low_pass,
    noise,
    pan,
    room,
    shape,
    slow_wave,
    tilt,
)

SECONDS = 10.5
SPEED_OF_SOUND = 343.0


def siren(random: np.random.Generator) -> Sound:
    """An electronic siren, standing to the right: slow wails, then the quick yelp, then wails again."""
    frames = round(SECONDS * RATE_HZ)
    time = np.arange(frames) / RATE_HZ
    on = (time > 1.0) & (time < 9.8)
    wail = 0.5 - 0.5 * np.cos(2 * np.pi * (time - 1.0) / 2.9)
    yelp = 0.5 - 0.5 * np.cos(2 * np.pi * (time - 6.8) / 0.36)
    sweep = np.where((time > 6.8) & (time < 8.6), yelp, wail)
    pitch_hz = shape(560 * (1450 / 560) ** sweep, low_pass(25, 2))
    phase = 2 * np.pi * np.cumsum(pitch_hz) / RATE_HZ
    # A square-like wave through a horn: odd harmonics, a little of the even ones, nothing deep.
    partials = ((1, 1.0), (2, 0.22), (3, 0.42), (4, 0.10), (5, 0.20), (7, 0.10), (9, 0.05))
    tone = sum(gain * np.sin(number * phase + number) for number, gain in partials)
    horn = shape(tone * shape(on.astype(np.float64), low_pass(12, 1)), lambda f: high_pass(450)(f) * low_pass(3800)(f))
    street = room(random, horn, 1.1, -8.0, 0.035)
    facade = np.zeros(frames)
    delay = int(0.062 * RATE_HZ)
    facade[delay:] = 0.35 * horn[:-delay]
    return fade(pan(horn, 0.3) + pan(shape(facade, low_pass(2500)), -0.7) + street, 0.05, 0.5)


@dataclass(frozen=True)
class PassingCar:
    """A car on a straight lane in front of the listener; `speed` in metres a second, negative from right to left."""

    nearest_s: float
    speed: float
    lane_m: float
    engine_hz: float
    level_db: float


CARS = (
    PassingCar(2.6, 12.0, 6.0, 41.0, 0.0),
    PassingCar(5.4, -14.0, 9.0, 36.0, -1.0),
    PassingCar(8.0, 16.0, 6.5, 47.0, 1.5),
    PassingCar(9.7, -11.0, 8.0, 33.0, -1.0),
)


def traffic(random: np.random.Generator) -> Sound:
    """The city's rumble, one engine idling on the left, and four cars that pass with true Doppler shift."""
    frames = round(SECONDS * RATE_HZ)
    rumble = np.stack(
        [
            noise(random, frames, tilt(-4.5, 200), high_pass(45), low_pass(900, 1))
            * slow_wave(random, frames, 0.4, 1.5)
            for _ in range(2)
        ],
        axis=1,
    )
    air = np.stack([noise(random, frames, tilt(-3.0), high_pass(400), low_pass(5000, 1)) for _ in range(2)], axis=1)
    idle = _engine(random, np.full(frames, 27.0) * slow_wave(random, frames, 3.0, 0.15))
    street = 0.55 * rumble + 0.16 * air + 0.22 * pan(idle, -0.6)
    for car in CARS:
        street += _pass(random, car, frames)
    return fade(street, 0.3, 0.6)


def _engine(random: np.random.Generator, firing_hz: Sound) -> Sound:
    """Harmonics of the firing rate, each stroke a little different, as a diesel's are. RMS 1."""
    phase = 2 * np.pi * np.cumsum(firing_hz) / RATE_HZ
    sound = np.zeros(len(firing_hz))
    for number in range(1, 26):
        roughness = slow_wave(random, len(firing_hz), 9.0, 3.0)
        sound += roughness * np.sin(number * phase + random.uniform(0, 2 * np.pi)) / number**0.8
    sound = shape(sound, lambda f: high_pass(50)(f) * low_pass(700, 1)(f))
    sound /= np.sqrt(np.mean(sound**2))
    return sound


def _pass(random: np.random.Generator, car: PassingCar, frames: int) -> Sound:
    """What stands still sounds like the car; distance then gives its level, brightness, place and pitch."""
    margin = int(0.6 * RATE_HZ)  # sound heard at the start has left the car before it
    length = frames + 2 * margin
    tyres = noise(random, length, high_pass(350), low_pass(1700), tilt(-1.0))
    tread = noise(random, length, high_pass(900), low_pass(6500, 1))
    engine = _engine(random, np.full(length, car.engine_hz))
    heard_s = np.arange(frames) / RATE_HZ
    along_m = car.speed * (heard_s - car.nearest_s)
    distance_m = np.sqrt(along_m**2 + car.lane_m**2)
    emitted = (heard_s - (distance_m - car.lane_m) / SPEED_OF_SOUND) * RATE_HZ + margin
    grid = np.arange(length)
    closeness = car.lane_m / distance_m
    dry = closeness * (np.interp(emitted, grid, tyres) + 0.7 * np.interp(emitted, grid, engine))
    bright = closeness**2 * 0.6 * np.interp(emitted, grid, tread)
    return 10 ** (car.level_db / 20) * pan(dry + bright, np.clip(along_m / (1.6 * car.lane_m), -0.95, 0.95))
