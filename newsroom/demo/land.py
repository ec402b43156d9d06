"""Skies, hills and mist for the demo's pictures."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

from newsroom.demo.canvas import WIDTH, Box, Canvas, Colour, Point, Stops, fractal, glaze, mix, ramp

DUSK = ((0, "#27406e"), (0.35, "#7a6a8c"), (0.62, "#d98a6a"), (0.85, "#f7b866"), (1, "#ffe2a0"))


DAY = ((0, "#3f7fb5"), (0.5, "#86b6d6"), (1, "#dfe9e4"))


CLOUD = ("#ffffff", "#e9eef0", "#b4c3cf")


def streaks(c: Canvas, horizon: float, tones: tuple[Colour, Colour], cover: float = 0.5) -> None:
    """High cloud in perspective above `horizon`, lit (`tones[0]`) on one side."""
    width, height = max(8, round(WIDTH * c.k / 4)), max(8, round(horizon * c.k / 4))
    sheet = fractal(c.rng, (1000, 1000), (7, 16))
    # Seen from below, a place on the sheet is as far off as 1 / (height above the horizon); the
    # sheet begins a little way off so that its far edge stays finite.
    near = 0.3 * height
    far = height + near
    pull = 950 * near / width
    plane = (
        pull / far,
        -500 / far,
        500 - pull * width / 2 / far,
        0,
        0,
        950 * near / far,
        0,
        -1 / far,
    )
    sky = sheet.transform(
        (width, height), Image.Transform.PERSPECTIVE, plane, Image.Resampling.BICUBIC
    )
    low = round(255 * (1 - cover))
    mask = sky.point(ramp(low, min(255, low + 110)))
    fade = (
        Image.linear_gradient("L")
        .resize((width, height))
        .point([255 - max(0, v - 200) * 4 for v in range(256)])
    )
    mask = ImageChops.multiply(mask, fade)
    c.wash((0, 0, WIDTH, horizon), tones[1], mask)
    lit = ImageChops.subtract(mask, ImageChops.offset(mask, 0, -max(1, height // 60)), 0.5)
    c.wash((0, 0, WIDTH, horizon), tones[0], lit.filter(ImageFilter.GaussianBlur(1)))


def cumulus(c: Canvas, base: Point, width: float, tones: tuple[Colour, Colour, Colour]) -> None:
    """A heaped cloud on a flat `base`: lit, body and shadow tones."""
    lit, body, shadow = tones
    puffs = []
    for _ in range(46):
        place = c.rng.uniform(-1, 1)
        rise = (1 - place * place) * c.rng.random() ** 0.8
        radius = width * c.rng.uniform(0.05, 0.13) * (1 - 0.45 * abs(place))
        puffs.append((base[0] + place * width * 0.5, base[1] - rise * width * 0.26, radius))
    for dx, dy, scale, tone in (
        (0, 0.2, 1.0, shadow),
        (-0.1, -0.1, 0.95, body),
        (-0.3, -0.4, 0.6, lit),
    ):
        for x, y, radius in puffs:
            c.dot(
                (x + dx * radius, y + dy * radius),
                radius * scale,
                glaze(tone, 0.5 if tone == lit else 0.75),
                0.8,
            )
    box = (
        base[0] - width * 0.66,
        base[1] - width * 0.5,
        base[0] + width * 0.66,
        base[1] + width * 0.14,
    )
    c.soften(box, width * 0.012)


def ridge(c: Canvas, level: float, height: float, rough: float = 0.5) -> list[Point]:
    """A skyline from edge to edge around `level`, by midpoint displacement."""
    line = [c.rng.uniform(-1, 1) * height for _ in range(4)]
    swing = height * 0.8
    while len(line) < 380:
        denser = []
        for a, b in pairwise(line):
            denser += [a, (a + b) / 2 + c.rng.uniform(-swing, swing)]
        line = [*denser, line[-1]]
        swing *= rough
    step = (WIDTH + 20) / (len(line) - 1)
    return [(i * step - 10, level - v) for i, v in enumerate(line)]


def hill(c: Canvas, line: Sequence[Point], bottom: float, stops: Stops) -> None:
    c.shade([*line, (WIDTH + 10, bottom), (-10, bottom)], stops)


def treeline(c: Canvas, line: Sequence[Point], size: float, tones: Sequence[Colour]) -> None:
    """Tree crowns heaped along `line`, each lit from the upper left."""
    dark, middle, light = tones
    for spread, lift, tone, count in (
        (1.0, 0.0, dark, 5),
        (0.7, 0.3, middle, 4),
        (0.4, 0.5, light, 3),
    ):
        for x, y in line:
            for _ in range(count):
                c.dot(
                    (
                        x + c.rng.gauss(0, size * 0.6) - size * 0.2 * lift,
                        y - size * (lift + c.rng.uniform(-0.1, 0.6)),
                    ),
                    size * spread * c.rng.uniform(0.2, 0.45),
                    c.near(tone),
                    0.8,
                )


def mist(c: Canvas, box: Box, colour: Colour, strength: float = 0.8) -> None:
    """A drifting bank of fog, thickest in the middle of `box`."""
    size = (300, max(20, round(300 * (box[3] - box[1]) / (box[2] - box[0]))))
    drift = fractal(c.rng, size, (6, 3)).point(ramp(30, 225, round(255 * strength)))
    rise = [round(255 * math.sin(math.pi * v / 255) ** 1.3) for v in range(256)]
    bank = Image.linear_gradient("L").resize(size).point(rise)
    c.wash(
        box,
        colour,
        ImageChops.multiply(drift, bank).resize((600, size[1] * 2), Image.Resampling.BICUBIC),
    )


def bank(c: Canvas, level: float, tones: tuple[Colour, Colour, Colour], size: float = 16) -> None:
    """A far wooded bank ending at `level`."""
    line = ridge(c, level - size * 0.9, size * 0.5)
    treeline(c, line, size, tones)
    hill(c, line, level, ((0, tones[0]), (1, mix(tones[0], "#000000", 0.2))))


def smoke(c: Canvas, foot: Point, rise: float, colour: Colour) -> None:
    for i in range(60):
        t = i / 60
        spot = (
            foot[0] + rise * 0.55 * t**1.4 + c.rng.gauss(0, rise * 0.05 * (0.3 + t)),
            foot[1] - rise * t,
        )
        c.dot(spot, rise * (0.03 + 0.1 * t), glaze(colour, 0.13 * (1.1 - t)))
