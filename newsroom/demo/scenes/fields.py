"""Scenes of fields, orchards and the weather over them."""

import math
from collections.abc import Sequence

from PIL import Image

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, at, glaze, mix
from newsroom.demo.figures import boatman, cottage, person, sampan, stooping
from newsroom.demo.goods import fruit, heap
from newsroom.demo.land import CLOUD, DAY, bank, cumulus, hill, mist, ridge, streaks
from newsroom.demo.plants import banana, foliage, grass, leaf, palm, sward
from newsroom.demo.water import mirrored, sunpath, water

GOLD = ("#8a7a22", "#c9a632", "#ecd067", "#a8a23a")


YOUNG = ("#2f5f24", "#4f8a2f", "#86b84a", "#b4d068")


def hamlet(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 430), DAY)
    streaks(c, 420, ("#ffffff", "#dfe8ee"), 0.4)
    cumulus(c, (1080, 270), 760, CLOUD)
    cumulus(c, (260, 320), 520, CLOUD)
    hill(c, ridge(c, 372, 34), 450, ((0, "#8aa6b8"), (1, "#c4d2c8")))
    bank(c, 436, ("#4a6f4c", "#668c54", "#a3bc74"), 24)
    for x in (120, 420, 1240):
        cottage(c, (x, 434), 92)
    for x, tall in (
        (90, 150),
        (240, 180),
        (400, 140),
        (560, 170),
        (1190, 180),
        (1370, 160),
        (1440, 130),
    ):
        palm(c, (x, 436), tall, c.rng.uniform(-0.15, 0.15), ("#335a36", "#557f44", "#9ab862"))


def ripe_rice(c: Canvas) -> None:
    c.gradient((0, 432, WIDTH, HEIGHT), ((0, "#c2bd62"), (0.25, "#bfa63a"), (1, "#8f7a24")))

    def tones(place: Point) -> Sequence[Colour] | None:
        depth = (place[1] - 432) / 568
        edge = 830 - 470 * depth
        if abs(place[0] - edge) < 8 + 74 * depth:
            return None
        plot = math.floor(math.log2(depth + 0.02) * 1.7) + (place[0] > edge)
        return YOUNG if plot % 3 == 0 else GOLD

    c.poly([(820, 432), (840, 432), (470, 1000), (250, 1000)], "#b8976a")
    c.poly([(826, 432), (834, 432), (400, 1000), (330, 1000)], "#cdb184")
    sward(c, (-20, 436, WIDTH + 20, 1040), 9000, 74, tones)
    c.brush((0, 440, WIDTH, 700), 700, 16, 3)


def harvesters(c: Canvas) -> None:
    people = (
        ((1010, 560), 84, "#b5432f", 1),
        ((1090, 575), 88, "#3f6fa8", -1),
        ((1190, 548), 78, "#8a4a7a", 1),
        ((560, 520), 64, "#e2dccc", -1),
    )
    for foot, tall, coat, facing in people:
        stooping(c, foot, tall, coat, facing)
    person(c, (648, 690), 150, "#5f3f7a")
    grass(c, (-20, 900, 330, 1050), 260, GOLD, 120)
    for i in range(46):
        x, y = c.rng.uniform(620, 1520), c.rng.uniform(880, 1010)
        side = c.rng.choice((-1, 1))
        stalk = [(x - side * 10, y + 90), (x, y - 30), (x + side * 10, y - 90)]
        c.line(stalk, c.near("#8f9a3a", 0.1), 4)
        for j in range(22):
            t = j / 21
            px = x + side * (10 + 70 * t)
            py = y - 90 - 40 * t + 120 * t * t
            grain = (px + c.rng.uniform(-6, 6), py + c.rng.uniform(-2, 10))
            tip = (grain[0] + side * 5, grain[1] + 15)
            c.line([grain, tip], c.near("#d9aa3a" if i % 2 else "#ecc95e", 0.14), 6)


def rice_field(c: Canvas) -> None:
    hamlet(c)
    ripe_rice(c)
    harvesters(c)


def plot_map(c: Canvas) -> Image.Image:
    """Plots, canals and a river drawn flat, to be tilted under the sky."""
    flat = Canvas("plots", (round(c.size[0] * 1.3), round(c.size[1] * 1.3)))
    flat.rect((0, 0, WIDTH, HEIGHT), "#6f8f3f")
    crops = (
        "#4f8f35",
        "#76a83f",
        "#a9b94a",
        "#d3b648",
        "#e0c65a",
        "#5d7f45",
        "#8fb7b4",
        "#3f7a38",
        "#b99a4a",
    )
    step = (62.0, 44.0)
    for row in range(-1, 25):
        slide = flat.rng.uniform(0, 60)
        for column in range(-1, 26):
            x, y = column * step[0] + slide, row * step[1] + column * 5 - 60
            wide = step[0] * flat.rng.choice((0.96, 0.96, 0.46))
            plot = [(x, y), (x + wide, y + 5), (x + wide, y + step[1] - 2), (x, y + step[1] - 7)]
            tone = flat.near(flat.rng.choice(crops), 0.07)
            flat.poly(plot, tone)
            for i in range(1, 9):
                t = y + (step[1] - 5) * i / 9
                flat.line(
                    [(x + 2, t), (x + wide - 2, t + 4)], glaze(flat.near(tone, 0.2), 0.5), 1.5
                )
    for x in (260, 1130):
        flat.line([(x, 0), (x + 70, HEIGHT)], "#c9b48c", 7)
    river = [(900 + 190 * math.sin(t / 5.2) - t * 12, t * HEIGHT / 30) for t in range(31)]
    flat.line(river, "#4c7a3c", 118)
    flat.line(river, "#c7b184", 96)
    flat.line(river, "#a8a486", 86)
    flat.line([(x - 8, y) for x, y in river], "#b9bfae", 46)
    flat.line([(260 + 30, 430), (880, 470)], "#97a89a", 12)
    return flat.image


def map_point(u: float, y: float) -> Point:
    """Where the map's column `u` (0 to 1) lies at height `y` on the canvas."""
    return WIDTH / 2 + (u - 0.5) * WIDTH * (y - 150 + 357) / 357, y


def grove(c: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    c.dot((x + size * 0.35, y + size * 0.3), size * 0.7, glaze("#10240c", 0.4), 0.6)
    for j in range(9):
        spot = (x + c.rng.gauss(0, size * 0.3), y - size * 0.3 + c.rng.gauss(0, size * 0.24))
        tone = at(((0, "#1f4522"), (1, "#8bb04e")), j / 9 + c.rng.uniform(-0.1, 0.1))
        c.dot(spot, size * 0.32, tone)


def fields_from_above(c: Canvas) -> None:
    c.tilt(plot_map(c), (0, 150, WIDTH, HEIGHT), 0.42)
    c.gradient((0, 0, WIDTH, 152), ((0, "#8fb9d4"), (1, "#f1e6cb")))
    hill(c, ridge(c, 112, 22), 160, ((0, "#93a9b8"), (1, "#d6d6c6")))
    c.veil((0, 110, WIDTH, 560), "#f0e6cc", ((0, 0.2), (0.1, 0.85), (0.35, 0.4), (1, 0)))
    spots = []
    for _ in range(330):
        depth = c.rng.random() ** 0.7
        y = 210 + 800 * depth
        group = c.rng.choice((0.2, 0.33, 0.47, 0.66, 0.72))
        spots.append((y, *map_point(group + c.rng.gauss(0, 0.018), y)))
    for i, (depth, x, y) in enumerate(sorted(spots)):
        size = 4 + 34 * (depth - 180) / 820
        if i % 6 == 0:
            c.shape((x, y), size, ((-1, 0), (0, -0.9), (1.1, -0.55), (0.2, 0.45)), "#b0563c")
            c.shape((x, y), size, ((-1, 0), (0.2, 0.45), (0.2, 0.7), (-1, 0.3)), "#e8dcc0")
        else:
            grove(c, (x, y), size)
    for x, y, length in ((640, 560, 46), (560, 690, 70)):
        c.dot((x, y), length * 0.5, "#4a3322", 0.2)
        c.dot((x, y - 2), length * 0.34, "#8a6a44", 0.16)
    mist(c, (0, 120, WIDTH, 330), "#f6ecd6", 0.5)


def salt_heap(c: Canvas, foot: Point, width: float) -> None:
    x, y = foot
    tall = width * 0.62
    left, right, top = (x - width / 2, y), (x + width / 2, y), (x + width * 0.02, y - tall)
    c.poly(
        [
            left,
            (x - width * 0.07, y - tall * 0.93),
            top,
            (x + width * 0.09, y - tall * 0.91),
            right,
            (x, y + width * 0.07),
        ],
        "#f4efe8",
    )
    c.poly(
        [
            top,
            (x + width * 0.09, y - tall * 0.91),
            right,
            (x, y + width * 0.07),
            (x + width * 0.1, y - tall * 0.4),
        ],
        "#b3b6c8",
    )
    for _ in range(round(width * 0.9)):
        t = c.rng.random()
        spot = (x + c.rng.uniform(-0.45, 0.45) * width * t, y - tall * (1 - t) * 0.96)
        c.dot(
            spot, width * 0.012 + 0.8, glaze(c.rng.choice(("#ffffff", "#d9d6dc", "#fff3e0")), 0.6)
        )


def salt_dawn(c: Canvas) -> None:
    c.gradient(
        (0, 0, WIDTH, 400), ((0, "#5f86b0"), (0.5, "#c9b0b8"), (0.85, "#f6cfa4"), (1, "#ffe9c0"))
    )
    c.glow((1120, 350), 560, "#ffd090", 0.8)
    streaks(c, 390, ("#fff0d8", "#a58fa8"), 0.6)
    c.dot((1120, 352), 30, "#fff8e0")
    hill(c, ridge(c, 378, 22), 420, ((0, "#8d8aa6"), (1, "#c4a6a4")))
    water(c, 402, "#7f8fae", count=700)
    sunpath(c, 1120, 408, "#ffe8b8")
    for i in range(11):
        y = 408 + 600 * (i / 10) ** 1.9
        c.line([(-10, y), (WIDTH + 10, y + 3)], "#6a5a52", 2 + 13 * (i / 10) ** 1.5)
        c.line([(-10, y - 1 - i * 0.4), (WIDTH + 10, y + 2 - i * 0.4)], "#b59a86", 1 + 4 * (i / 10))
    for i in range(-9, 10):
        c.poly(
            [
                (700 + i * 70 - 1, 408),
                (700 + i * 70 + 1, 408),
                (700 + i * 420 + 9, 1000),
                (700 + i * 420 - 9, 1000),
            ],
            "#75645a",
        )


def salt_rows(c: Canvas) -> None:
    for row in range(9):
        depth = (row / 8) ** 1.8
        y, width = 424 + 470 * depth, 30 + 190 * depth
        for column in range(-8, 9):
            x = 700 + (column + 0.5) * (78 + 370 * depth) * (0.95 + 0.1 * (row % 2))
            if -width < x < WIDTH + width and not (row > 5 and abs(x - 650) < 250):
                with mirrored(
                    c,
                    (
                        max(0, x - width / 2),
                        y - width * 0.7,
                        min(WIDTH, max(1, x + width / 2)),
                        y + 3,
                    ),
                    0.5,
                ):
                    salt_heap(c, (x, y), width * c.rng.uniform(0.85, 1.1))


def salt_carriers(c: Canvas) -> None:
    for x, y, tall, coat in (
        (330, 520, 110, "#3f6fa8"),
        (520, 560, 124, "#8a4a5a"),
        (660, 790, 290, "#a8483c"),
    ):
        with mirrored(c, (x - tall * 0.75, y - tall * 1.05, x + tall * 0.75, y), 0.45):
            for side in (-1, 1):
                end = (x + side * tall * 0.5, y - tall * 0.74)
                c.line([end, (end[0], y - tall * 0.28)], "#4a3a2a", tall * 0.012)
                c.dot((end[0], y - tall * 0.22), tall * 0.13, "#8a6a40", 0.6)
                c.dot((end[0], y - tall * 0.28), tall * 0.12, "#f6f2ea", 0.5)
            person(c, (x, y), tall, coat)
            c.line(
                [
                    (x - tall * 0.52, y - tall * 0.73),
                    (x, y - tall * 0.8),
                    (x + tall * 0.52, y - tall * 0.73),
                ],
                "#8a6a40",
                tall * 0.022,
            )


def salt_field(c: Canvas) -> None:
    salt_dawn(c)
    salt_rows(c)
    salt_carriers(c)


def orchard_rows(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 560), ((0, "#bfe0dc"), (0.5, "#eaf2cf"), (1, "#d6e6a4")))
    c.glow((760, 300), 520, "#fff6cf", 0.8)
    c.gradient((0, 500, WIDTH, HEIGHT), ((0, "#a8c06a"), (1, "#4c6a2c")))
    for row in range(7):
        t = (row / 6) ** 1.7
        for side in (-1, 1):
            x, y = 750 + side * (110 + 640 * t), 520 + 280 * t
            size = 70 + 270 * t
            tones = (
                mix("#8fb088", "#1c3a1a", t),
                mix("#a9c48a", "#3f7030", t),
                mix("#cfdf9c", "#a4c85a", t),
            )
            c.line([(x, y), (x, y - size * 0.8)], mix("#8a8468", "#3c2c1c", t), size * 0.09)
            foliage(c, (x, y - size * 1.05), (size, size * 0.8), tones, 300 + round(1400 * t))
            for _ in range(9):
                spot = (x + c.rng.uniform(-0.6, 0.6) * size, y - size * c.rng.uniform(0.7, 1.4))
                fruit(c, spot, size * 0.075, mix("#d9dc8c", "#e4c23c", t))


def ditch(c: Canvas) -> None:
    c.shade(
        [(722, 520), (778, 520), (1060, 1000), (440, 1000)],
        ((0, "#d9e6c0"), (0.4, "#8aa67c"), (1, "#3c5a48")),
    )
    for _ in range(330):
        t = c.rng.random()
        x, y = 750 + c.rng.uniform(-1, 1) * (24 + 270 * t), 524 + 476 * t
        c.dot(
            (x, y),
            4 + 40 * t,
            glaze(mix(c.sample((x, y - 20)), "#f4f6d8", c.rng.uniform(0, 0.5)), 0.55),
            0.09,
        )
    for side in (-1, 1):
        grass(
            c,
            (750 + min(side * 60, side * 700), 560, 750 + max(side * 60, side * 700), 1010),
            200,
            ("#47702c", "#86a848"),
            46,
        )
    for i in range(60):
        t = (i / 60) ** 1.4
        for side in (-1, 1):
            x, y = 750 + side * (30 + 290 * t), 524 + 480 * t
            c.blade(
                (x, y + 10),
                (x + c.rng.uniform(-20, 20) * t, y - 12 - 60 * t),
                3 + 9 * t,
                c.near("#5d8a36", 0.15),
            )
    c.dot((750, 790), 150, glaze("#14241a", 0.4), 0.12)
    sampan(c, (560, 770), 400, "#6a4a2e")
    heap(c, (720, 775), (230, 86), 38, "#c9c848")
    boatman(c, (890, 778), 170, "#a8485a", -1)


def pomelos(c: Canvas) -> None:
    c.line([(-10, 60), (330, 130), (640, 90)], "#4a3826", 22)
    for _ in range(90):
        x = c.rng.uniform(-20, 690)
        y = 80 + 50 * math.sin(x / 210) + c.rng.gauss(0, 46)
        tone = c.rng.choice(("#24502a", "#3f7532", "#6fa044"))
        leaf(c, (x, y), (c.rng.uniform(1.2, 5.0), c.rng.uniform(70, 120)), c.near(tone, 0.1))
    for x, y, size in ((90, 250, 92), (270, 330, 104), (440, 260, 86), (600, 210, 74)):
        c.line([(x, y - size), (x - 10, 100)], "#4a5a2a", 7)
        fruit(c, (x, y), size, "#c6d048")
        leaf(c, (x, y - size), (1.9, size * 1.1), "#3f7530")
        leaf(c, (x, y - size), (-2.0, size), "#6a9c40")
    banana(c, (1420, 1010), 460)


def orchard(c: Canvas) -> None:
    orchard_rows(c)
    ditch(c)
    pomelos(c)
