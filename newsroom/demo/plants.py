"""Trees, palms and grass for the demo's pictures."""

import math
from collections.abc import Callable, Sequence

from newsroom.demo.canvas import Box, Canvas, Colour, Point, at, glaze, mix

LEAF = ("#1d3a1c", "#3f6b2a", "#8bb04a")


PALM = ("#23431f", "#47752c", "#9dbb4e")


def foliage(
    c: Canvas, centre: Point, reach: Point, tones: Sequence[Colour], count: int = 500
) -> None:
    """A mass of leaves inside an ellipse, dark below and lit from the upper left."""
    size = math.sqrt(reach[0] * reach[1]) * 2.4 / math.sqrt(count)
    for i in range(count):
        share = i / count
        angle, far = c.rng.uniform(0, math.tau), math.sqrt(c.rng.random())
        x, y = math.cos(angle) * far, math.sin(angle) * far
        if share > 0.4:
            x, y = x * 0.86 - 0.12 * share, y * 0.8 - 0.16 * share
        light = 0.5 - 0.45 * y - 0.2 * x + c.rng.uniform(-0.3, 0.3)
        tone = at(((0, tones[0]), (0.55, tones[1]), (1, tones[2])), light * (0.35 + 0.75 * share))
        place = centre[0] + x * reach[0], centre[1] + y * reach[1]
        c.dot(place, size * c.rng.uniform(0.5, 1.2), tone, c.rng.uniform(0.55, 0.9))


def tree(c: Canvas, foot: Point, height: float, tones: Sequence[Colour] = LEAF) -> None:
    """A broad shade tree; `height` to the top of its crown."""
    x, y = foot
    trunk = "#4a3826"
    c.shape((x, y), height, ((-0.05, 0), (-0.02, -0.5), (0.03, -0.5), (0.05, 0)), trunk)
    for lean in (-0.25, -0.1, 0.12, 0.28):
        top = (x + lean * height, y - height * 0.66)
        c.blade((x, y - height * 0.38), top, height * 0.05, trunk)
    for dx, dy, size in ((-0.26, 0.58, 0.24), (0.26, 0.6, 0.24), (0, 0.74, 0.3)):
        centre = x + dx * height, y - dy * height
        foliage(c, centre, (size * height, size * height * 0.75), tones, 900)


def frond(c: Canvas, root: Point, angle: float, length: float, tones: Sequence[Colour]) -> None:
    """One feathered palm leaf; `angle` in radians from the level, up is positive."""
    droop = 0.75
    ribs = []
    for i in range(21):
        t = i / 20
        x = root[0] + math.cos(angle) * length * t
        ribs.append((x, root[1] - math.sin(angle) * length * t + droop * length * t * t * 0.9))
    side = 1 if math.cos(angle) >= 0 else -1
    for i in range(1, 21):
        t = i / 20
        leaf = length * 0.3 * math.sin(math.pi * (0.18 + 0.78 * t))
        (x0, y0), (x1, y1) = ribs[i - 1], ribs[i]
        along = math.atan2(y1 - y0, x1 - x0)
        for turn, tone in ((0.95, tones[0]), (-0.8, tones[2] if side < 0 else tones[1])):
            way = along + turn * side
            tip = (
                x1 + math.cos(way) * leaf,
                y1 + math.sin(way) * leaf + leaf * 0.32,
            )
            c.blade((x1, y1), tip, length * 0.034, c.near(tone, 0.06))
    c.line(ribs, mix(tones[1], tones[2], 0.5), length * 0.012)


def palm(
    c: Canvas, foot: Point, height: float, lean: float = 0.1, tones: Sequence[Colour] = PALM
) -> None:
    """A coconut palm; `lean` is how far its head stands from its foot, over its height."""
    x, y = foot
    trunk = []
    for i in range(13):
        t = i / 12
        trunk.append(
            (x + lean * height * t**1.7, y - height * 0.8 * t, height * (0.032 - 0.014 * t))
        )
    bark = mix("#6b5a45", tones[0], 0.25)
    left = [(px - w / 2, py) for px, py, w in trunk]
    right = [(px + w / 2, py) for px, py, w in trunk]
    c.poly([*left, *reversed(right)], bark)
    c.poly(
        [*right, *[(px + w * 0.1, py) for px, py, w in reversed(trunk)]], mix(bark, tones[0], 0.6)
    )
    top = trunk[-1][0], trunk[-1][1]
    angles = [math.radians(-40 + 260 * i / 13) for i in range(14)]
    c.rng.shuffle(angles)
    for angle in angles:
        frond(c, top, angle, height * c.rng.uniform(0.3, 0.38), tones)
    for _ in range(6):
        nut = top[0] + c.rng.gauss(0, height * 0.02), top[1] + c.rng.uniform(0, height * 0.04)
        c.dot(nut, height * 0.016, c.near(mix(tones[1], "#a8883c", 0.5)), 1.2)


def areca(c: Canvas, foot: Point, height: float, tones: Sequence[Colour] = PALM) -> None:
    """An areca palm: a slim straight trunk and a small head."""
    x, y = foot
    width = height * 0.02
    top = (x + c.rng.uniform(-0.01, 0.01) * height, y - height * 0.84)
    c.poly(
        [
            (x - width / 2, y),
            (top[0] - width * 0.35, top[1]),
            (top[0] + width * 0.35, top[1]),
            (x + width / 2, y),
        ],
        "#8d8470",
    )
    c.poly([(x, y), top, (top[0] + width * 0.35, top[1]), (x + width / 2, y)], "#5d5647")
    for i in range(1, 14):
        ring = y - height * 0.8 * i / 14
        c.rect((x - width * 0.4, ring, x + width * 0.4, ring + height * 0.004), "#55503f")
    c.line([top, (top[0], top[1] - height * 0.06)], mix(tones[1], tones[2], 0.4), width)
    for i in range(11):
        angle = math.radians(-25 + 230 * i / 10 + c.rng.uniform(-6, 6))
        frond(c, (top[0], top[1] - height * 0.05), angle, height * 0.2, tones)


def banana(c: Canvas, foot: Point, height: float) -> None:
    """A banana plant: a few broad leaves, each with a light half and a dark half."""
    x, y = foot
    c.blade((x, y), (x, y - height * 0.7), height * 0.09, "#7d8a4a")
    for angle in (-0.3, 0.25, 0.7, 1.2, 1.75, 2.3, 2.8, 3.4):
        way = angle + c.rng.uniform(-0.12, 0.12)
        spine = []
        for i in range(9):
            t = i / 8
            spine.append(
                (
                    x + math.cos(way) * height * 0.55 * t,
                    y - height * 0.5 - math.sin(way) * height * 0.55 * t + height * 0.32 * t * t,
                )
            )
        for side, tone in ((-1, "#86b548"), (1, "#3f7a2c")):
            edge = [
                (px, py + side * height * 0.075 * math.sin(math.pi * i / 8) ** 0.6)
                for i, (px, py) in enumerate(spine)
            ]
            c.poly([*spine, *reversed(edge)], c.near(tone, 0.08))
        c.line(spine, "#b9cf7c", height * 0.008)


def sward(
    c: Canvas, box: Box, count: int, tall: float, tones: Callable[[Point], Sequence[Colour] | None]
) -> None:
    """Blades over `box`, small at its top (far) and `tall` at its bottom (near).

    `tones` gives the colours at a place, or None where nothing grows.
    """
    x0, y0, x1, y1 = box
    for depth in sorted(c.rng.random() ** 0.75 for _ in range(count)):
        size = tall * (0.12 + 0.88 * depth) * c.rng.uniform(0.6, 1.2)
        x, y = c.rng.uniform(x0, x1), y0 + (y1 - y0) * depth
        choice = tones((x, y))
        if choice:
            tone = mix(c.rng.choice(choice), c.rng.choice(choice), c.rng.random())
            c.blade((x, y), (x + c.rng.uniform(-0.4, 0.4) * size, y - size), size * 0.16, tone)


def grass(c: Canvas, box: Box, count: int, tones: Sequence[Colour], tall: float = 40) -> None:
    sward(c, box, count, tall, lambda _: tones)


def leaf(c: Canvas, root: Point, reach: Point, tone: Colour) -> None:
    """A broad pointed leaf with a lighter half; `reach` is its angle from upright and length."""
    petal(c, root, reach, reach[1] * 0.2, mix(tone, "#0c2410", 0.2))
    half = (reach[0] - 0.07, reach[1] * 0.96)
    petal(c, root, half, reach[1] * 0.11, mix(tone, "#e6f0a0", 0.18))
    tip = root[0] + math.sin(reach[0]) * reach[1], root[1] - math.cos(reach[0]) * reach[1]
    c.line([root, tip], mix(tone, "#eef4c0", 0.4), max(1.0, reach[1] * 0.018))


def lotus(c: Canvas, heart: Point, size: float) -> None:
    """An open lotus flower, `size` wide, its heart at the bottom middle."""
    x, y = heart
    ranks = (
        (0.62, (-70, -42, -16, 16, 42, 70), "#e58fae", "#f7d3dd"),
        (0.56, (-88, -56, -28, 0, 28, 56, 88), "#e97fa4", "#fbe3e8"),
        (0.44, (-74, -36, 0, 36, 74), "#f2a3bd", "#fff2f2"),
    )
    c.dot((x, y - size * 0.2), size * 0.13, "#e3c44a", 0.6)
    for length, turns, tip, pale in ranks:
        for turn in turns:
            way = math.radians(turn + c.rng.uniform(-5, 5))
            for share, tone in ((1.0, tip), (0.82, mix(tip, pale, 0.6)), (0.55, pale)):
                petal(
                    c, heart, (way, size * length * share), size * 0.16 * (0.4 + share * 0.6), tone
                )
    c.dot((x, y), size * 0.07, "#7d9a4a", 0.5)


def petal(c: Canvas, root: Point, reach: Point, width: float, tone: Colour) -> None:
    """A pointed petal; `reach` is its angle from upright (radians) and its length."""
    way, length = reach
    ux, uy = math.sin(way), -math.cos(way)
    left, right = [], []
    for i in range(9):
        t = i / 8
        bulge = width * math.sin(math.pi * t**0.8) * (1 - 0.25 * t)
        px, py = root[0] + ux * length * t, root[1] + uy * length * t
        left.append((px + uy * bulge, py - ux * bulge))
        right.append((px - uy * bulge, py + ux * bulge))
    c.poly([*left, *reversed(right)], tone)


def pad(c: Canvas, centre: Point, width: float, flat: float = 0.32) -> None:
    """A lotus leaf lying open, seen at a slant."""
    x, y = centre
    tone = c.near("#4f8a4a", 0.12)
    c.dot((x, y + width * 0.05), width * 0.52, glaze("#0a1f1a", 0.5), flat)
    c.dot(centre, width * 0.5, mix(tone, "#0e3020", 0.25), flat)
    c.dot((x - width * 0.02, y - width * 0.012), width * 0.47, tone, flat)
    c.dot((x - width * 0.1, y - width * 0.03), width * 0.26, glaze("#cfe6a0", 0.16), flat)
    for i in range(14):
        angle = math.tau * i / 14 + 0.2
        rim = (x + math.cos(angle) * width * 0.45, y + math.sin(angle) * width * 0.45 * flat)
        c.line([centre, rim], glaze("#c5dd9a", 0.35), max(1.2, width * 0.008))
    c.dot(centre, width * 0.03, "#c5dd9a", flat)


def blossom(c: Canvas, centre: Point, size: float, tones: Sequence[Colour]) -> None:
    """A five-petalled flower; `tones` are the shaded and the lit colour of its petals."""
    x, y = centre
    turn = c.rng.uniform(0, math.tau)
    squash = c.rng.uniform(0.7, 1)
    for share, tone in ((1.0, tones[0]), (0.82, tones[1])):
        for i in range(5):
            angle = turn + math.tau * i / 5
            place = (
                x + math.cos(angle) * size * 0.27 - size * 0.03 * (1 - share),
                y + math.sin(angle) * size * 0.27 * squash - size * 0.05 * (1 - share),
            )
            c.dot(place, size * 0.25 * share, tone, 0.95)
    c.dot(centre, size * 0.1, mix(tones[0], "#a03a10", 0.5))
    for i in range(11):
        angle = turn + math.tau * i / 11
        tip = x + math.cos(angle) * size * 0.19, y + math.sin(angle) * size * 0.19 * squash
        c.line([centre, tip], "#c9781c", max(1.0, size * 0.014))
        c.dot(tip, size * 0.022, "#a8480f")
