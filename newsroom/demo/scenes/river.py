"""Scenes on the river."""

import math

from newsroom.demo.canvas import WIDTH, Canvas, Point, glaze, mix
from newsroom.demo.figures import SHIRTS, boatman, flag, person, sampan
from newsroom.demo.goods import basket, market_boat, motorbike, shadow
from newsroom.demo.land import CLOUD, DUSK, bank, cumulus, hill, mist, ridge, streaks
from newsroom.demo.plants import foliage, grass, lotus, pad, palm
from newsroom.demo.water import mirrored, sunpath, water


def river_at_dusk(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 560), DUSK)
    c.glow((980, 500), 760, "#ff9a3c", 0.75)
    streaks(c, 540, ("#ffd9a0", "#8a5a6e"), 0.55)
    c.glow((980, 478), 260, "#fff0b8", 1.0)
    c.dot((980, 478), 36, "#fff6d8")
    hill(c, ridge(c, 512, 24), 600, ((0, "#8d6f88"), (1, "#c98f7c")))
    bank(c, 560, ("#4b4058", "#5b4a5c", "#8a6660"), 15)
    for x, tall in ((90, 120), (150, 150), (240, 105), (1330, 130), (1400, 160), (1460, 120)):
        palm(c, (x, 556), tall, c.rng.uniform(-0.2, 0.2), ("#372f44", "#443850", "#6a5058"))
    water(c, 558, "#2b3a5e")
    sunpath(c, 980, 562, "#ffdf9a")
    for x, y, length in ((1130, 612, 130), (1290, 585, 74)):
        with mirrored(c, (x - 5, y - length * 0.5, x + length + 5, y + length * 0.1), 0.5):
            sampan(c, (x, y), length, "#2c2330", "#17131a")
            boatman(c, (x + length * 0.72, y + length * 0.02), length * 0.4, "#31283a", -1)
    with mirrored(c, (300, 560, 780, 786), 0.6):
        sampan(c, (330, 742), 420, "#33252a", "#181216")
        for x in (420, 465, 512):
            c.dot((x, 738), 26, "#221a1e", 0.7)
            c.dot((x - 6, 731), 18, "#6a4640", 0.6)
        boatman(c, (640, 752), 178, "#4a2f3c", -1)


def market_shore(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 420), ((0, "#7fa6bf"), (0.55, "#e9cfa6"), (1, "#fbe6bd")))
    c.glow((380, 330), 520, "#ffd890", 0.7)
    streaks(c, 380, ("#fff4d8", "#b9a7a0"), 0.45)
    bank(c, 426, ("#5f7a6a", "#7d9479", "#b3b98c"), 20)
    for i in range(9):
        x = 60 + i * 165 + c.rng.uniform(-30, 30)
        palm(
            c,
            (x, 415),
            c.rng.uniform(110, 170),
            c.rng.uniform(-0.2, 0.2),
            ("#4f6d5c", "#6b8768", "#a3b07c"),
        )
    for x in (150, 470, 860, 1180):
        c.rect((x, 384, x + 90, 414), "#8a7a66")
        c.poly([(x - 12, 386), (x + 12, 358), (x + 84, 358), (x + 104, 386)], "#a2604c")
        for leg in range(5):
            c.line([(x + 6 + leg * 20, 412), (x + 6 + leg * 20, 432)], "#57493c", 3)
    mist(c, (0, 330, WIDTH, 450), "#f7e4c4", 0.55)
    water(c, 424, "#6d8276")


def trading_boats(c: Canvas) -> None:
    wares = ("#d9a531", "#5f8f3a", "#d6702e", "#b53a2e", "#e2c64a")
    paints = ("#b5392f", "#2f6a8a", "#b5392f", "#2e7a5a")
    crowd = [
        (c.rng.uniform(-40, 1400), y, length)
        for y, length in (
            (448, 110),
            (452, 120),
            (462, 130),
            (470, 140),
            (490, 175),
            (505, 190),
            (515, 200),
        )
    ]
    crowd += [(c.rng.uniform(0, 1350), 520 + 9 * i, 190 + 12 * i) for i in range(4)]
    crowd += [(940, 560, 300), (80, 570, 320), (1180, 640, 400)]
    for i, (x, y, length) in enumerate(crowd):
        with mirrored(c, (x - 10, y - length * 0.66, x + length + 10, y + length * 0.1), 0.5):
            market_boat(c, (x, y), length, paints[i % 4], wares[i % 5])
            person(c, (x + length * 0.52, y + length * 0.03), length * 0.34, SHIRTS[i % 8])
    with mirrored(c, (330, 520, 1000, 838), 0.6):
        sampan(c, (360, 780), 600, "#6e4c30")
        for i, x in enumerate((500, 590, 680, 760)):
            basket(c, (x, 762), 92, 19, wares[(i * 2) % 5])
        sampan(c, (360, 780), 600, "#6e4c30")
        boatman(c, (850, 792), 235, "#8a3f5c", -1)


def floating_market(c: Canvas) -> None:
    market_shore(c)
    trading_boats(c)


def ferry(c: Canvas, left: Point, length: float) -> None:
    """A flat car ferry seen from the side."""
    x, y = left
    u = length / 100
    c.shape((x, y), u, ((0, 0), (100, 0), (93, 11), (7, 11)), "#2d5f6e")
    c.shape((x, y), u, ((2, 4), (98, 4), (93, 11), (7, 11)), "#8f2f2a")
    c.shape((x, y), u, ((0, 0), (-12, -9), (-10, -10), (4, -1)), "#6a6f70")
    c.shape((x, y), u, ((100, 0), (112, -9), (110, -10), (96, -1)), "#55595a")
    for i, (start, long, high, tone) in enumerate(
        (
            (8, 17, 9, "#c9a23c"),
            (27, 11, 6, "#b8433a"),
            (66, 10, 5.5, "#e4e2da"),
            (78, 15, 9.5, "#3f6fa0"),
        )
    ):
        px = x + start * u
        c.rect((px, y - high * u - 2 * u, px + long * u, y - 2 * u), tone)
        c.rect(
            (px + u, y - high * u - u, px + long * u * 0.4, y - high * 0.55 * u),
            "#20303a" if i % 2 else mix(tone, "#ffffff", 0.2),
        )
        for wheel in (0.2, 0.8):
            c.dot((px + long * u * wheel, y - 1.6 * u), 1.7 * u, "#161616")
    for i in range(11):
        c.line([(x + (4 + i * 9.2) * u, y), (x + (4 + i * 9.2) * u, y - 5 * u)], "#e8e4d8", u * 0.5)
    c.line([(x + 3 * u, y - 4.6 * u), (x + 97 * u, y - 4.6 * u)], "#e8e4d8", u * 0.6)
    c.rect((x + 41 * u, y - 24 * u, x + 62 * u, y), "#efece2")
    c.rect((x + 52 * u, y - 24 * u, x + 62 * u, y), "#cfccc2")
    c.rect((x + 38 * u, y - 13 * u, x + 65 * u, y - 12 * u), "#2d5f6e")
    for i in range(4):
        c.rect(
            (x + (42.5 + 4.8 * i) * u, y - 21.5 * u, x + (46 + 4.8 * i) * u, y - 16.5 * u),
            "#2b4652",
        )
    c.rect((x + 39 * u, y - 25.5 * u, x + 64 * u, y - 23.5 * u), "#b8433a")
    flag(c, (x + 58 * u, y - 25 * u), 13 * u, 9 * u)


def ferry_crossing(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 470), ((0, "#5f93b8"), (0.6, "#bcd0d0"), (1, "#f2e3c0")))
    cumulus(c, (1050, 250), 700, CLOUD)
    cumulus(c, (260, 300), 460, CLOUD)
    bank(c, 468, ("#55765c", "#739062", "#b0bd84"), 20)
    for _ in range(8):
        palm(
            c,
            (c.rng.uniform(0, WIDTH), 462),
            c.rng.uniform(90, 140),
            c.rng.uniform(-0.15, 0.15),
            ("#44674c", "#64885a", "#a5b678"),
        )
    water(c, 466, "#8a8468")
    with mirrored(c, (300, 260, 1340, 640), 0.5):
        ferry(c, (430, 560), 720)
    for _ in range(260):
        c.dot(
            (c.rng.uniform(380, 1250), 640 + c.rng.gauss(0, 5)),
            c.rng.uniform(4, 18),
            glaze("#f4f1e4", 0.5),
            0.16,
        )


def landing(c: Canvas) -> None:
    c.shade(
        [(250, 730), (1050, 730), (1560, 1000), (-160, 1000)],
        ((0, "#7d7668"), (0.12, "#a89f8c"), (1, "#c4b8a0")),
    )
    for i in range(14):
        t = (i / 14) ** 1.6
        y = 738 + 262 * t
        c.line([(250 - 410 * t + 8, y), (1050 + 510 * t, y)], glaze("#5d5648", 0.4), 2 + 3 * t)
    c.brush((100, 740, 1400, 1000), 900, 30, 5)
    for x, y, size, paint, coat in (
        (560, 800, 130, "#b5322c", "#e2dccc"),
        (800, 822, 142, "#2f5f9a", "#d9793f"),
        (1010, 868, 160, "#1f1f22", "#5f9a7a"),
    ):
        shadow(c, (x - size * 0.55, y - 14, x + size * 0.6, y + 14), 0.5)
        motorbike(c, (x, y), size, paint, coat)
    for x, y, tall, coat in (
        (330, 842, 170, "#8a4a7a"),
        (420, 862, 180, "#3f6fa8"),
        (1240, 900, 205, "#c8443c"),
    ):
        shadow(c, (x - tall * 0.2, y - 9, x + tall * 0.35, y + 9), 0.5)
        person(c, (x, y), tall, coat)
        c.dot((x + tall * 0.2, y - tall * 0.12), tall * 0.13, "#a67c45", 0.8)
    grass(c, (-20, 800, 170, 1010), 500, ("#3c5a2a", "#6d8f3c", "#9db85a"), 60)
    foliage(c, (20, 700), (150, 130), ("#1f3d22", "#46703a", "#8fb456"), 500)
    palm(c, (70, 900), 760, 0.16)


def ferry_landing(c: Canvas) -> None:
    ferry_crossing(c)
    landing(c)


def lotus_pond(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 330), ((0, "#9fc4cf"), (0.6, "#dfe8d2"), (1, "#f6ecc8")))
    c.glow((1100, 120), 620, "#fff0c0", 0.6)
    hill(c, ridge(c, 250, 40), 340, ((0, "#9cb8b0"), (1, "#cfdcc4")))
    bank(c, 335, ("#5f8a68", "#84a870", "#bfcf94"), 30)
    c.soften((0, 0, WIDTH, 340), 5)
    water(c, 330, "#2f5a50", count=500)
    with mirrored(c, (930, 280, 1220, 420), 0.5):
        sampan(c, (960, 396), 220, "#5f4430")
        person(c, (1100, 402), 96, "#b0568a")
    rows = sorted(c.rng.random() for _ in range(150))
    for depth in rows:
        y = 350 + 660 * depth**1.5
        size = 26 + 300 * depth**1.5
        x = c.rng.uniform(-60, WIDTH + 60)
        if depth < 0.35 and 900 < x < 1260:
            continue
        pad(c, (x, y), size * c.rng.uniform(0.7, 1.1))
        if c.rng.random() < 0.3:
            stem = size * c.rng.uniform(0.6, 0.95)
            tip = (x + c.rng.uniform(-0.2, 0.2) * size, y - stem)
            c.line([(x, y), tip], "#4f7a3c", max(1.5, size * 0.02))
            lotus(c, tip, size * c.rng.uniform(0.34, 0.5))
    for x, y, size, stem in ((300, 560, 250, 430), (760, 700, 300, 330), (1210, 610, 230, 400)):
        bend = [(x + 40 * math.sin(i / 3), y + stem * i / 6) for i in range(7)]
        c.line([(x, y), *bend[1:]], "#4a7638", 11)
        lotus(c, (x, y), size)
    c.line([(540, 1000), (520, 640)], "#4a7638", 9)
    for turn in (-14, 0, 14):
        lean = math.radians(turn)
        tip = (520 + math.sin(lean) * 120, 655 - math.cos(lean) * 120)
        c.blade((520, 655), tip, 52, c.near("#e58fae", 0.06))
    c.dot((520, 640), 27, "#e58fae", 1.3)
    c.dot((512, 630), 16, "#f2b5c8", 1.5)
