"""Scenes of work: a factory, a building site."""

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, glaze
from newsroom.demo.figures import SKIN
from newsroom.demo.goods import cyclist, motorbike, shadow
from newsroom.demo.land import bank, smoke, streaks


def chimneys(c: Canvas) -> None:
    c.gradient(
        (0, 0, WIDTH, 640), ((0, "#26345c"), (0.4, "#6f5a84"), (0.72, "#d9806a"), (1, "#ffc988"))
    )
    c.glow((260, 560), 620, "#ffa050", 0.7)
    streaks(c, 600, ("#ffcf9c", "#6a5078"), 0.5)
    bank(c, 640, ("#3a3448", "#4a4054", "#7a5a58"), 20)
    for x, y, tall, wide in ((1080, 600, 430, 46), (1190, 600, 360, 40)):
        smoke(c, (x, y - tall), 260, "#f0cfc0")
        c.poly([(x - wide / 2, y), (x - wide * 0.34, y - tall), (x, y - tall), (x, y)], "#a87a74")
        c.poly([(x + wide / 2, y), (x + wide * 0.34, y - tall), (x, y - tall), (x, y)], "#5d4658")
        for i in range(3):
            c.rect(
                (x - wide * 0.37, y - tall + i * 60, x + wide * 0.37, y - tall + 26 + i * 60),
                glaze("#d9443a", 0.75),
            )
        c.glow((x, y - tall), 36, "#ff5a3a", 0.8)
    for i, x in enumerate((1290, 1380, 1470)):
        c.gradient((x - 42, 330, x, 640), ((0, "#d9b4a4"), (1, "#8f7078")))
        c.gradient((x, 330, x + 42, 640), ((0, "#8f7884"), (1, "#54465c")))
        c.poly([(x - 42, 330), (x - 10, 292), (x + 10, 292), (x + 42, 330)], "#7a6874")
        for level in range(4):
            c.line(
                [(x - 42, 380 + level * 64), (x + 42, 380 + level * 64)],
                glaze("#3a2c3c", 0.4),
                2 + i * 0,
            )


def workshops(c: Canvas) -> None:
    base, top = 690, 480
    c.gradient((40, top, 1120, base), ((0, "#7a6478"), (1, "#4a3c54")))
    for i in range(6):
        x = 40 + i * 180
        c.shade(
            [(x, top + 6), (x + 150, top - 96), (x + 180, top + 6)],
            ((0, "#c9907c"), (1, "#7a5668")),
        )
        c.shade(
            [(x + 150, top - 96), (x + 180, top + 6), (x + 180, top + 2), (x + 156, top - 96)],
            ((0, "#ffdc9a"), (1, "#e0a868")),
        )
        for j in range(1, 9):
            t = j / 9
            c.line(
                [(x + 150 * t, top + 6 - 102 * t), (x + 150 * t + 30 * t, top + 6)],
                glaze("#4a3048", 0.3),
                1.5,
            )
        for j in range(2):
            left = x + 22 + j * 76
            c.gradient((left, top + 46, left + 60, top + 112), ((0, "#fff0b4"), (1, "#ffb85a")))
            for bar in range(1, 4):
                c.line([(left + bar * 15, top + 46), (left + bar * 15, top + 112)], "#5a4050", 3)
            c.line([(left, top + 80), (left + 60, top + 80)], "#5a4050", 3)
            c.glow((left + 30, top + 80), 90, "#ffb45a", 0.35)
    c.gradient((480, 590, 640, base), ((0, "#ffe2a0"), (1, "#d98a4a")))
    for i in range(7):
        c.line([(480, 600 + i * 7), (640, 600 + i * 7)], "#7a5a50", 3)


def factory_yard(c: Canvas) -> None:
    c.gradient((0, 634, WIDTH, HEIGHT), ((0, "#5a4654"), (0.4, "#463a4c"), (1, "#2c2636")))
    c.brush((0, 690, WIDTH, HEIGHT), 700, 50, 6)
    for _ in range(700):
        t = c.rng.random()
        x = 560 + c.rng.gauss(0, 90 + 220 * t)
        c.dot((x, 694 + 300 * t), 6 + 34 * t, glaze("#ffb060", 0.12 * (1.2 - t)), 0.16)
    for x in (150, 760, 1260):
        c.line([(x, 760), (x, 560), (x + 34, 546)], "#2a2230", 7)
        c.dot((x + 36, 550), 9, "#fff2c8")
        c.glow((x + 36, 552), 150, "#ffd890", 0.7)
    c.rect((820, 668, 1010, 772), "#d9d4cc")
    c.rect((940, 668, 1010, 772), "#a8a2a4")
    c.poly([(1014, 772), (1014, 700), (1060, 700), (1086, 738), (1086, 772)], "#b5382f")
    c.poly([(1030, 734), (1030, 708), (1056, 708), (1074, 734)], "#20303c")
    for x in (860, 900, 1052):
        c.dot((x, 776), 17, "#121016")
        c.dot((x, 776), 8, "#77727c")
    c.glow((1090, 758), 110, "#fff2c0", 0.8)
    for x, y, size, coat in (
        (250, 850, 190, "#4a6fa8"),
        (470, 830, 176, "#4a6fa8"),
        (660, 900, 230, "#4a6fa8"),
    ):
        shadow(c, (x - size * 0.5, y - 9, x + size * 0.7, y + 9), 0.5)
        cyclist(c, (x, y), size, coat)
    motorbike(c, (1240, 900), 230, "#b5322c", "#4a6fa8")


def factory(c: Canvas) -> None:
    chimneys(c)
    workshops(c)
    factory_yard(c)


def mast(c: Canvas, foot: Point, tall: float) -> None:
    x, y = foot
    wide = tall * 0.03
    ink = "#a8641e"
    for edge in (-1, 1):
        c.line([(x + edge * wide, y), (x + edge * wide, y - tall)], ink, wide * 0.3)
    steps = 22
    for i in range(steps):
        low, high = y - tall * i / steps, y - tall * (i + 1) / steps
        c.line([(x - wide, low), (x + wide, high)], ink, wide * 0.18)
        c.line([(x + wide, low), (x - wide, high)], ink, wide * 0.18)


def jib(c: Canvas, foot: Point, tall: float, reach: float) -> None:
    x, y = foot
    wide = tall * 0.03
    side = 1 if reach > 0 else -1
    ink = "#a8641e"
    arm, peak = y - tall * 0.94, (x, y - tall * 1.1)
    c.line([(x - side * abs(reach) * 0.36, arm), (x + reach, arm)], ink, wide * 0.4)
    c.line(
        [(x - side * abs(reach) * 0.3, arm - wide * 1.6), (x + reach * 0.97, arm - wide * 1.3)],
        ink,
        wide * 0.22,
    )
    for i in range(26):
        px = x + reach * i / 26
        c.line(
            [(px, arm), (px + reach / 52, arm - wide * 1.4), (px + reach / 26, arm)],
            ink,
            wide * 0.14,
        )
    c.poly(
        [(x - wide * 1.4, y - tall * 0.93), (x, peak[1]), (x + wide * 1.4, y - tall * 0.93)], ink
    )
    c.line([peak, (x + reach * 0.72, arm - wide)], "#3a2a28", wide * 0.14)
    c.line([peak, (x - side * abs(reach) * 0.32, arm - wide)], "#3a2a28", wide * 0.14)
    c.rect(
        (
            x - side * abs(reach) * 0.33 - wide * 2,
            arm - wide,
            x - side * abs(reach) * 0.33 + wide * 2,
            arm + wide * 2.6,
        ),
        "#6a6470",
    )
    hook = x + reach * 0.62
    c.line([(hook, arm), (hook, arm + tall * 0.3)], "#3a2a28", wide * 0.14)
    c.rect((hook - wide * 3, arm + tall * 0.3, hook + wide * 3, arm + tall * 0.33), "#8a8078")


def crane(c: Canvas, foot: Point, tall: float, reach: float) -> None:
    """A tower crane; a negative `reach` turns its arm to the left."""
    mast(c, foot, tall)
    jib(c, foot, tall, reach)


def builder(c: Canvas, foot: Point, height: float, helmet: Colour) -> None:
    """A worker in a bright vest and a helmet."""
    x, y = foot
    for side in (-1, 1):
        c.line(
            [(x + side * height * 0.05, y - height * 0.46), (x + side * height * 0.08, y)],
            "#2b3350",
            height * 0.1,
        )
        c.line(
            [
                (x + side * height * 0.12, y - height * 0.76),
                (x + side * height * 0.18, y - height * 0.46),
            ],
            "#3f5f8a",
            height * 0.075,
        )
    c.shape((x, y), height, ((-0.12, -0.42), (-0.13, -0.8), (0.13, -0.8), (0.12, -0.42)), "#f0832a")
    for level in (0.5, 0.62):
        c.rect(
            (
                x - height * 0.125,
                y - height * level,
                x + height * 0.125,
                y - height * (level - 0.035),
            ),
            "#f4efc0",
        )
    c.dot((x, y - height * 0.88), height * 0.075, SKIN, 1.15)
    c.shape(
        (x, y),
        height,
        ((-0.11, -0.9), (-0.08, -0.98), (0, -1.01), (0.08, -0.98), (0.11, -0.9)),
        helmet,
    )


def frame(c: Canvas) -> None:
    c.gradient(
        (0, 0, WIDTH, 760), ((0, "#4a7aa8"), (0.5, "#c4bcb4"), (0.85, "#fbd49c"), (1, "#ffe4b4"))
    )
    c.glow((1240, 560), 640, "#ffc070", 0.8)
    streaks(c, 640, ("#fff0d4", "#b0a0a0"), 0.5)
    bank(c, 760, ("#6a7460", "#8a8c6c", "#c4b888"), 30)
    crane(c, (1120, 800), 660, -560)
    crane(c, (160, 800), 470, 300)
    base, left, right = 800, 330, 980
    for floor in range(6):
        low = base - floor * 92
        high = low - 92
        c.gradient((left, high + 14, right, low), ((0, "#5a5458"), (1, "#8f8478")))
        if floor < 3:
            for i in range(6):
                x = left + 22 + i * 108
                c.gradient((x, high + 22, x + 90, low), ((0, "#c08a68"), (1, "#a86f50")))
                for row in range(7):
                    c.line(
                        [(x, high + 30 + row * 10), (x + 90, high + 30 + row * 10)],
                        glaze("#5d3424", 0.35),
                        1.5,
                    )
                c.rect((x + 26, high + 34, x + 64, low - 16), "#3a3438")
        for i in range(7):
            x = left + i * 108 - 4
            c.rect((x, high, x + 20, low), "#cfc2b0")
            c.rect((x + 12, high, x + 20, low), "#94887e")
        c.rect((left - 20, high, right + 26, high + 16), "#d9ccb8")
        c.rect((left - 20, high + 10, right + 26, high + 16), "#8f8478")


def scaffold(c: Canvas) -> None:
    base, left, right = 800, 330, 980
    for i in range(14):
        x = left + 8 + i * 50
        for _ in range(3):
            px = x + c.rng.uniform(-8, 8)
            c.line([(px, base - 552), (px + 2, base - 590)], "#7a4a34", 2.5)
    for i in range(9):
        x = left - 56 + i * 10
        if i % 4 == 0:
            c.line([(x, base), (x, base - 470)], "#3a6a9a", 4)
    for i in range(11):
        y = base - 20 - i * 42
        c.line([(left - 56, y), (left - 16, y)], "#3a6a9a", 3.5)
        c.line([(left - 56, y), (left - 16, y - 42)], "#3a6a9a", 2.5)
    c.poly(
        [
            (right + 10, base - 460),
            (right + 60, base - 450),
            (right + 60, base - 10),
            (right + 10, base),
        ],
        glaze("#2f8a5a", 0.7),
    )
    for x, floor in ((420, 6), (640, 6), (860, 6), (720, 3)):
        builder(c, (x, base - floor * 92 + 2), 74, "#f2c42a")


def site_ground(c: Canvas) -> None:
    c.gradient((0, 756, WIDTH, HEIGHT), ((0, "#c4a070"), (1, "#8f6a44")))
    c.brush((0, 792, WIDTH, HEIGHT), 900, 44, 6)
    for x, y, size in ((1180, 860, 210), (1380, 850, 170)):
        c.shape((x, y), size, ((-0.6, 0), (-0.06, -0.44), (0.1, -0.4), (0.62, 0)), "#d9b27a")
        c.poly(
            [(x + size * 0.1, y - size * 0.4), (x + size * 0.62, y), (x + size * 0.06, y)],
            "#a8804c",
        )
    for row in range(5):
        for i in range(9 - row):
            px, py = 60 + i * 38 + row * 19, 930 - row * 22
            c.rect((px, py, px + 36, py + 20), c.near("#b5583a", 0.12))
            c.rect((px, py + 15, px + 36, py + 20), "#7a3424")
    for x, y, tall, helmet in (
        (560, 930, 270, "#f2c42a"),
        (700, 950, 285, "#e9e9e4"),
        (960, 900, 230, "#f2c42a"),
    ):
        shadow(c, (x - tall * 0.2, y - 9, x + tall * 0.4, y + 9), 0.5)
        builder(c, (x, y), tall, helmet)
    c.shade([(590, 800), (650, 792), (690, 830), (628, 842)], ((0, "#eef4f8"), (1, "#b4cede")))


def building_site(c: Canvas) -> None:
    frame(c)
    scaffold(c)
    site_ground(c)
