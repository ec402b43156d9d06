"""Scenes of village life: school, clinic, road, market."""

import math

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, glaze, mix
from newsroom.demo.figures import SHIRTS, SKIN, cottage, flag, hat, person, tiles, window
from newsroom.demo.goods import basket, cyclist, motorbike, parasol, shadow
from newsroom.demo.land import CLOUD, DAY, bank, cumulus, streaks
from newsroom.demo.plants import areca, foliage, grass, palm, tree

FLAME = ("#5d1510", "#c4301e", "#ff7a48")


def shade_on_ground(c: Canvas, centre: Point, reach: float, colour: Colour = "#1a2418") -> None:
    """The dappled shade of a tree."""
    for _ in range(110):
        angle, far = c.rng.uniform(0, math.tau), math.sqrt(c.rng.random())
        spot = (
            centre[0] + math.cos(angle) * far * reach,
            centre[1] + math.sin(angle) * far * reach * 0.2,
        )
        c.dot(spot, reach * c.rng.uniform(0.05, 0.14), glaze(colour, 0.16), 0.34)


def pupil(c: Canvas, foot: Point, height: float) -> None:
    """A schoolchild in a white shirt and red scarf, facing us."""
    x, y = foot
    shadow(c, (x - height * 0.2, y - 5, x + height * 0.32, y + 6), 0.4)
    for side in (-1, 1):
        c.line(
            [(x + side * height * 0.06, y), (x + side * height * 0.06, y - height * 0.45)],
            "#1f2b4a",
            height * 0.11,
        )
        c.line(
            [
                (x + side * height * 0.13, y - height * 0.72),
                (x + side * height * 0.17, y - height * 0.42),
            ],
            "#dcdcd4",
            height * 0.08,
        )
    c.shape((x, y), height, ((-0.13, -0.4), (-0.15, -0.76), (0.15, -0.76), (0.13, -0.4)), "#f6f4ec")
    c.shape((x, y), height, ((0.03, -0.4), (0.05, -0.76), (0.15, -0.76), (0.13, -0.4)), "#d5d6d4")
    c.poly(
        [
            (x - height * 0.09, y - height * 0.77),
            (x + height * 0.09, y - height * 0.77),
            (x, y - height * 0.58),
        ],
        "#d3202a",
    )
    c.dot((x, y - height * 0.87), height * 0.095, SKIN, 1.15)
    c.dot((x, y - height * 0.93), height * 0.105, "#1b1614", 0.72)


def school_house(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 560), DAY)
    cumulus(c, (980, 210), 640, CLOUD)
    streaks(c, 420, ("#ffffff", "#e6eef2"), 0.35)
    bank(c, 560, ("#4a7048", "#6a9050", "#a6c070"), 60)
    c.gradient((150, 330, 1290, 620), ((0, "#f0d48a"), (1, "#e2bd68")))
    c.rect((150, 462, 1290, 476), "#f8ecc4")
    for floor, top in ((0, 352), (1, 490)):
        c.gradient((150, top, 1290, top + 104), ((0, "#8f6f3c"), (1, "#c49a58")))
        for i in range(11):
            x = 172.0 + i * 104
            if i % 3 == 1:
                c.rect((x + 26, top + 18, x + 72, top + 104), "#3f6a5a")
                c.rect((x + 48, top + 18, x + 50, top + 104), "#2a4a3e")
            else:
                c.gradient((x + 16, top + 26, x + 82, top + 74), ((0, "#5b7f8a"), (1, "#a9c4c0")))
                c.line([(x + 49, top + 26), (x + 49, top + 74)], "#3f6a5a", 4)
                c.line([(x + 16, top + 50), (x + 82, top + 50)], "#3f6a5a", 3)
        for i in range(12):
            x = 150 + i * 103.5
            c.rect((x - 9, top, x + 9, top + 106), "#f3dc9c")
            c.rect((x + 3, top, x + 9, top + 106), "#cfae66")
        if floor == 0:
            c.rect((150, top + 74, 1290, top + 104), glaze("#f3dc9c", 0.9))
            for i in range(76):
                c.rect((154 + i * 15, top + 80, 160 + i * 15, top + 100), glaze("#a8803c", 0.7))
    tiles(c, [(120, 350), (1320, 350), (1240, 252), (200, 252)], "#b5482f", 14)
    c.poly([(620, 352), (720, 236), (820, 352)], "#f3dc9c")
    c.poly([(600, 352), (720, 216), (840, 352), (820, 352), (720, 238), (620, 352)], "#9a3a26")
    c.dot((720, 310), 26, "#8a3a26")
    c.dot((720, 310), 22, "#fbf8ec")
    c.line([(720, 296), (720, 310), (731, 316)], "#2a2420", 4)


def flag_yard(c: Canvas) -> None:
    c.gradient((0, 556, WIDTH, HEIGHT), ((0, "#c9a678"), (0.3, "#d3b48a"), (1, "#b58c5e")))
    c.rect((150, 590, 1290, 606), "#a88a68")
    for i in range(13):
        x = 720 + (i - 6) * 330
        c.line([(720 + (i - 6) * 90, 606), (x, 1000)], glaze("#8a6844", 0.3), 3)
    for i in range(7):
        y = 610 + 390 * (i / 7) ** 1.8
        c.line([(0, y), (WIDTH, y)], glaze("#8a6844", 0.3), 3)
    c.brush((0, 600, WIDTH, HEIGHT), 900, 40, 5)
    c.poly([(560, 700), (640, 680), (720, 700), (640, 724)], "#b8b0a0")
    c.poly([(560, 700), (640, 724), (640, 744), (560, 718)], "#8f887a")
    c.poly([(720, 700), (640, 724), (640, 744), (720, 718)], "#a69e8e")
    flag(c, (640, 702), 640, 210)


def pupils(c: Canvas) -> None:
    shade_on_ground(c, (1230, 850), 330, "#4a1f14")
    tree(c, (1240, 820), 610, FLAME)
    for _ in range(160):
        spot = (c.rng.gauss(1220, 170), 820 + abs(c.rng.gauss(0, 70)))
        c.dot(spot, c.rng.uniform(3, 7), c.near("#d8402c", 0.15), 0.5)
    tree(c, (60, 760), 430)
    for row, (y, tall) in enumerate(((690, 92), (760, 116), (850, 148))):
        for i in range(5 - row):
            pupil(c, (180 + i * (84 + row * 22) + row * 40, y), tall * c.rng.uniform(0.92, 1.06))
    for x, y, tall in ((860, 760, 118), (950, 790, 128), (1010, 740, 110), (820, 920, 170)):
        pupil(c, (x, y), tall)


def school_yard(c: Canvas) -> None:
    school_house(c)
    flag_yard(c)
    pupils(c)


def clinic_grove(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 560), DAY)
    cumulus(c, (420, 240), 560, CLOUD)
    cumulus(c, (1250, 300), 520, CLOUD)
    bank(c, 560, ("#44693f", "#648a4a", "#a2bd6a"), 70)
    for x, tall, lean in (
        (110, 520, -0.08),
        (260, 420, 0.1),
        (1180, 470, 0.12),
        (1330, 560, -0.1),
        (1450, 440, 0.06),
    ):
        palm(c, (x, 640), tall, lean)
    c.gradient((0, 556, WIDTH, 740), ((0, "#5d7f3c"), (1, "#7d9a4a")))


def clinic_house(c: Canvas) -> None:
    c.gradient((280, 420, 1180, 690), ((0, "#f4f4ea"), (1, "#dfe4da")))
    c.rect((280, 640, 1180, 690), "#6fa08f")
    for x in (360, 500, 920, 1060):
        window(c, (x, 500, x + 62, 600), "#9fc2c4", "#3f7a6a")
    c.rect((660, 490, 800, 690), "#3a6a5c")
    c.gradient((672, 502, 728, 690), ((0, "#54786e"), (1, "#88a89a")))
    c.gradient((734, 502, 790, 690), ((0, "#223c36"), (1, "#3f5f54")))
    c.veil((280, 420, 1180, 520), "#3a4a48", ((0, 0.55), (1, 0)))
    tiles(c, [(230, 440), (1230, 440), (1130, 300), (330, 300)], "#b04a32", 16)
    c.poly([(600, 470), (730, 372), (860, 470)], "#f4f4ea")
    c.poly([(570, 474), (730, 350), (890, 474), (858, 474), (730, 380), (602, 474)], "#9c3c28")
    c.dot((730, 440), 30, "#ffffff")
    c.rect((722, 418, 738, 462), "#2f9a6a")
    c.rect((708, 432, 752, 448), "#2f9a6a")
    for x in (610, 838):
        c.rect((x, 470, x + 22, 700), "#f7f6ee")
        c.rect((x + 14, 470, x + 22, 700), "#c9cfc6")
    c.poly([(590, 690), (880, 690), (900, 712), (570, 712)], "#c4bfb2")
    c.poly([(570, 712), (900, 712), (916, 734), (554, 734)], "#a9a496")


def clinic_garden(c: Canvas) -> None:
    c.gradient((0, 690, 570, HEIGHT), ((0, "#7d9a4a"), (1, "#4f7a34")))
    c.gradient((900, 690, WIDTH, HEIGHT), ((0, "#7d9a4a"), (1, "#4f7a34")))
    c.shade([(540, 734), (930, 734), (1230, 1000), (240, 1000)], ((0, "#cfc4ae"), (1, "#d9cdb4")))
    c.brush((300, 736, 1180, HEIGHT), 500, 34, 4)
    for box in ((0, 700, 560, 1010), (910, 700, 1500, 1010)):
        grass(c, box, 900, ("#3f6a2c", "#6f9a3c", "#a3c058"), 40)
    c.poly([(540, 734), (930, 734), (1230, 1000), (240, 1000)], glaze("#d6c9b0", 0.9))
    c.brush((420, 740, 1060, HEIGHT), 500, 30, 4)
    for side in (-1, 1):
        for i in range(6):
            t = (i / 5) ** 1.5
            x, y, size = 735 + side * (220 + 330 * t), 740 + 240 * t, 34 + 60 * t
            c.shape((x, y), size, ((-0.4, -0.4), (0.4, -0.4), (0.28, 0.2), (-0.28, 0.2)), "#a8583a")
            foliage(
                c,
                (x, y - size * 0.75),
                (size * 0.6, size * 0.5),
                ("#23502a", "#4c8a3c", "#8fc058"),
                90,
            )
            for _ in range(12):
                c.dot(
                    (x + c.rng.gauss(0, size * 0.3), y - size * 0.8 + c.rng.gauss(0, size * 0.2)),
                    size * 0.08,
                    c.near("#e0486a" if i % 2 else "#f0b93c", 0.1),
                )


def patients(c: Canvas) -> None:
    for x, y, tall, coat in (
        (640, 780, 150, "#f2f4f2"),
        (560, 830, 168, "#8a4a7a"),
        (840, 900, 200, "#3f6fa8"),
    ):
        shadow(c, (x - tall * 0.2, y - 8, x + tall * 0.4, y + 8), 0.5)
        person(c, (x, y), tall, coat)
    shadow(c, (960, 800, 1140, 828), 0.5)
    motorbike(c, (1050, 815), 150, "#b5322c", "#5f9a7a")


def clinic(c: Canvas) -> None:
    clinic_grove(c)
    clinic_house(c)
    clinic_garden(c)
    patients(c)


def lane(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 520), ((0, "#6aa0c8"), (0.6, "#cfe2dc"), (1, "#fbf0c8")))
    cumulus(c, (520, 260), 520, CLOUD)
    c.glow((760, 470), 460, "#fff2c0", 0.8)
    bank(c, 520, ("#7fa07a", "#9db88a", "#cfdca4"), 30)
    c.gradient((0, 516, WIDTH, HEIGHT), ((0, "#b9c878"), (1, "#56803a")))
    grass(c, (0, 530, WIDTH, 1010), 2600, ("#4f8032", "#7fa845", "#b4cc68"), 40)
    c.shade(
        [(748, 516), (772, 516), (1200, 1000), (250, 1000)],
        ((0, "#e8dfc4"), (0.4, "#c9bda0"), (1, "#a89a80")),
    )
    for i in range(9):
        y = 522 + 478 * ((i + 1) / 9) ** 2.2
        t = (y - 516) / 484
        c.line([(750 - 500 * t, y), (770 + 430 * t, y)], glaze("#6f634c", 0.5), 1 + 3 * t)
    c.brush((560, 600, 960, HEIGHT), 500, 26, 4)


def areca_rows(c: Canvas) -> None:
    for side, x in ((-1, 430), (-1, 120), (1, 1000), (1, 1280)):
        cottage(
            c, (x if side > 0 else x - 110, 590 + abs(x - 760) * 0.12), 110 + abs(x - 760) * 0.2
        )
    for i in range(9):
        t = (i / 8) ** 2.1
        for side in (-1, 1):
            x, y = 760 + side * (34 + 640 * t), 522 + 420 * t
            tone = (
                mix("#8aa884", "#23431f", t**0.6),
                mix("#a6bf8c", "#47752c", t**0.6),
                mix("#d0dca4", "#9dbb4e", t**0.6),
            )
            hedge = (x + side * 70 * t, y - 20 * t)
            foliage(c, hedge, (22 + 80 * t, 10 + 46 * t), tone, 150 + round(150 * t))
            areca(c, (x, y), 120 + 860 * t, tone)
            if i > 2:
                band = [
                    (x - side * 20 * t, y + 8 * t),
                    (760 - side * 60 * t, y + 34 * t),
                    (760 - side * 60 * t, y + 42 * t),
                    (x, y + 18 * t),
                ]
                c.poly(band, glaze("#3a3a2c", 0.22))
    for x, y, size, coat in (
        (730, 660, 96, "#f2f2ee"),
        (800, 690, 110, "#f2f2ee"),
        (660, 850, 250, "#a83f5c"),
    ):
        shadow(c, (x - size * 0.5, y - 8, x + size * 0.7, y + 8), 0.5)
        cyclist(c, (x, y), size, coat)


def village_road(c: Canvas) -> None:
    lane(c)
    areca_rows(c)


def seller(c: Canvas, seat: Point, size: float, coat: Colour) -> None:
    """A woman sitting low behind her baskets; `size` is her height standing."""
    x, y = seat
    c.dot((x, y - size * 0.1), size * 0.24, "#2b2730", 0.55)
    c.shape((x, y), size, ((-0.13, -0.14), (-0.12, -0.44), (0.12, -0.44), (0.14, -0.14)), coat)
    c.line(
        [
            (x - size * 0.11, y - size * 0.4),
            (x - size * 0.22, y - size * 0.2),
            (x - size * 0.05, y - size * 0.14),
        ],
        mix(coat, "#000000", 0.14),
        size * 0.07,
    )
    c.line(
        [
            (x + size * 0.11, y - size * 0.4),
            (x + size * 0.2, y - size * 0.2),
            (x + size * 0.05, y - size * 0.14),
        ],
        mix(coat, "#000000", 0.3),
        size * 0.07,
    )
    c.dot((x, y - size * 0.52), size * 0.075, SKIN, 1.15)
    hat(c, (x, y - size * 0.54), size * 0.42)


def country_market(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 400), ((0, "#8fb8cc"), (1, "#f6e8c4")))
    c.glow((380, 200), 560, "#fff0c0", 0.7)
    bank(c, 390, ("#55764c", "#77955a", "#b4c47c"), 60)
    for x in (120.0, 700.0, 1340.0):
        palm(c, (x, 400), 330, c.rng.uniform(-0.12, 0.12), ("#3f6440", "#62884c", "#a8c070"))
    tiles(c, [(-20, 380), (640, 380), (560, 250), (-20, 250)], "#a8543c", 12)
    tiles(c, [(880, 390), (1520, 390), (1520, 270), (960, 270)], "#8f6a52", 12)
    c.gradient((0, 380, WIDTH, 470), ((0, "#4a3a2c"), (1, "#8a7254")))
    c.gradient((0, 470, WIDTH, HEIGHT), ((0, "#b59a74"), (1, "#8a6c4a")))
    c.brush((0, 470, WIDTH, HEIGHT), 700, 40, 6)
    goods = ("#c8372c", "#6a9a3c", "#e0a62e", "#d9692e", "#8fb04a", "#7a3f6a", "#e6cf5a")
    for i in range(26):
        x, y = c.rng.uniform(0, WIDTH), 480 + i * 2.2
        person(c, (x, y), 96 + i, SHIRTS[i % 8])
    hues: tuple[tuple[Colour, Colour], ...] = (
        ("#c8443c", "#f0e2c0"),
        ("#2f6a9a", "#e9ecec"),
        ("#3f8a5a", "#f2e6a4"),
        ("#d98a2e", "#f6ead0"),
    )
    for row, (y, size, step) in enumerate(((600, 150, 225), (740, 215, 320))):
        for i in range(-1, 8):
            x = 90 + i * step + row * 110
            parasol(c, (x, y - size * 1.5), size * 1.5, hues[(i + row * 2) % 4])
            seller(c, (x + size * 0.2, y - size * 0.1), size, SHIRTS[(i * 3 + row) % 8])
            for j in range(3):
                spot = (x - size * 0.55 + j * size * 0.5, y + size * 0.06 * (j % 2))
                basket(c, spot, size * 0.48, size * 0.085, goods[(i * 2 + j + row) % 7])
    for x, y, tall, coat in ((860, 850, 330, "#7a3f6a"), (1090, 830, 310, "#3f7a8a")):
        shadow(c, (x - tall * 0.2, y - 10, x + tall * 0.3, y + 10), 0.5)
        person(c, (x, y), tall, coat)
    for i, (x, y, width) in enumerate(
        ((130, 850, 290), (440, 900, 310), (760, 930, 280), (1060, 930, 300), (1370, 880, 310))
    ):
        basket(c, (x, y), width, width * 0.1, goods[(i * 3 + 1) % 7])
    c.glow((200, 300), 900, "#fff0c0", 0.28)
