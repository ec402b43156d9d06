"""Scenes of crafts and of spring: kilns, mats, blossom."""

import math

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, glaze, mix
from newsroom.demo.figures import cottage, person
from newsroom.demo.goods import jar, shadow
from newsroom.demo.land import CLOUD, DAY, bank, cumulus, smoke, streaks
from newsroom.demo.plants import blossom, leaf, palm


def kiln(c: Canvas, foot: Point, height: float) -> None:
    """A beehive kiln of bare brick with its fire door."""
    x, y = foot
    half = height * 0.46
    for i in range(16):
        left, right = -1 + 2 * i / 16, min(1.0, -1 + 2 * (i + 1.2) / 16)
        light = max(0.0, 1 - abs(left + 0.4) ** 1.4 * 0.75)
        tone = mix("#3d1a10", "#c8744a", light)
        profile = [(h / 10, (1 - (h / 10) ** 2.6 * 0.84)) for h in range(11)]
        side = [(x + right * half * w, y - height * t) for t, w in reversed(profile)]
        c.poly([*[(x + left * half * w, y - height * t) for t, w in profile], *side], tone)
    for row in range(30):
        t = row / 30
        wide = half * (1 - t**2.6 * 0.84)
        arc = [
            (x + wide * (j / 8 - 1), y - height * t + height * 0.03 * (1 - (j / 8 - 1) ** 2))
            for j in range(17)
        ]
        c.line(arc, glaze("#2a0f08", 0.3), 1.6)
        for _ in range(7):
            spot = x + c.rng.uniform(-0.9, 0.9) * wide
            c.rect(
                (spot, y - height * t, spot + height * 0.045, y - height * t + height * 0.02),
                glaze(c.near("#a8583a", 0.25), 0.5),
            )
    door = [
        (
            x + height * 0.12 * math.cos(math.pi * i / 12),
            y - height * 0.18 - height * 0.12 * math.sin(math.pi * i / 12),
        )
        for i in range(13)
    ]
    c.poly([(x + height * 0.12, y), *door, (x - height * 0.12, y)], "#1c0a06")
    c.glow((x, y - height * 0.1), height * 0.4, "#ff7a28", 0.9)
    c.dot((x, y - height * 0.06), height * 0.07, "#ffc46a", 0.7)


def pottery(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 520), ((0, "#6f8fae"), (0.5, "#e0bfa0"), (1, "#fbdca8")))
    streaks(c, 480, ("#fff0d8", "#b99a94"), 0.45)
    c.glow((1220, 400), 560, "#ffd08a", 0.7)
    bank(c, 520, ("#5c6a4c", "#7d8358", "#bdb47c"), 40)
    for x in (60.0, 640.0, 1400.0):
        palm(c, (x, 530), 270, c.rng.uniform(-0.12, 0.12), ("#4a5a3c", "#6b7a48", "#a8a868"))
    c.gradient((0, 510, WIDTH, HEIGHT), ((0, "#c99a6a"), (0.4, "#b07c50"), (1, "#7a4c30")))
    c.brush((0, 520, WIDTH, HEIGHT), 900, 50, 6)
    for x, y, height in ((820.0, 560.0, 250.0), (1130.0, 590.0, 330.0), (400.0, 640.0, 470.0)):
        smoke(c, (x, y - height * 0.98), height * 0.95, "#f2e6da")
        shadow(c, (x - height * 0.4, y - 26, x + height * 0.9, y + 26), 0.6)
        kiln(c, (x, y), height)
    clays = ("#8f4a2c", "#6a3a26", "#a8643a", "#4f3426", "#b57a48")
    for row in range(5):
        t = row / 4
        y, height = 660 + 300 * t**1.3, 88 + 150 * t
        for i in range(12):
            x = 620 - 560 * t + i * (80 + 130 * t) + c.rng.uniform(-6, 6)
            if not -100 < x < WIDTH + 100 or (row > 2 and 560 < x < 800):
                continue
            jar(c, (x, y), height * c.rng.uniform(0.94, 1.06), clays[(i + row * 2) % 5])
    shadow(c, (590, 880, 810, 920), 0.5)
    person(c, (680, 900), 330, "#3f5f7a")
    jar(c, (690, 770), 120, "#b06a40")
    c.veil((0, 430, WIDTH, 640), "#f6d4a4", ((0, 0), (0.5, 0.3), (1, 0)))


def sedge_fan(c: Canvas, foot: Point, size: float, tone: Colour) -> None:
    """A bundle of dyed sedge stood up to dry, tied at the waist and spread like a skirt."""
    x, y = foot
    shadow(c, (x - size * 0.5, y - size * 0.1, x + size * 0.75, y + size * 0.12), 0.45)
    for i in range(130):
        s = c.rng.uniform(-1, 1)
        light = 0.45 - 0.4 * s + c.rng.uniform(-0.2, 0.2)
        shade = mix(mix(tone, "#140808", 0.5), mix(tone, "#fff4d8", 0.35), light)
        waist = (x + s * size * 0.05, y - size * 0.62)
        base = (x + s * size * 0.5, y + math.sqrt(1 - s * s) * size * 0.11)
        c.line([base, waist], shade, size * 0.014)
        if i % 2:
            top = (x + s * size * 0.24, y - size * (0.98 + c.rng.uniform(-0.06, 0.06)))
            c.blade(waist, top, size * 0.02, shade)
    c.rect((x - size * 0.065, y - size * 0.66, x + size * 0.065, y - size * 0.61), "#e6d6a4")


def mat_sheet(c: Canvas) -> Canvas:
    """A woven mat seen flat: borders, lozenges and the grain of the weave."""
    flat = Canvas("mat", c.size)
    flat.rect((0, 0, WIDTH, HEIGHT), "#7a6248")
    for left, tone, other in ((60, "#b5302c", "#2f7a4a"), (800, "#6a2f7a", "#c8862a")):
        box = (left, 20, left + 640, 980)
        flat.rect(box, "#e6cf94")
        for inset, width, colour in ((18, 26, tone), (54, 12, other), (76, 8, tone)):
            for a, b in (((0, 0), (1, 0)), ((1, 0), (1, 1)), ((1, 1), (0, 1)), ((0, 1), (0, 0))):
                ends = [
                    (box[0] + inset + (640 - 2 * inset) * u, box[1] + inset + (960 - 2 * inset) * v)
                    for u, v in (a, b)
                ]
                flat.line(ends, colour, width)
        for row in range(6):
            for column in range(4):
                x, y = left + 155 + column * 110, 165 + row * 134
                for size, colour in ((54, tone), (40, "#e6cf94"), (28, other), (14, "#f2e2b4")):
                    flat.shape((x, y), size, ((-1, 0), (0, -1.2), (1, 0), (0, 1.2)), colour)
        for i in range(240):
            y = 20 + i * 4
            flat.line(
                [(left, y), (left + 640, y)], glaze("#4a2f18" if i % 2 else "#fff6d8", 0.16), 1.5
            )
    return flat


def mat_weaving(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 380), DAY)
    cumulus(c, (1060, 220), 520, CLOUD)
    bank(c, 400, ("#4c7048", "#6c9050", "#a8c070"), 50)
    for x in (80.0, 560.0, 1420.0):
        palm(c, (x, 400), 330, c.rng.uniform(-0.12, 0.12), ("#33593a", "#557f44", "#9ab862"))
    cottage(c, (250, 400), 230)
    cottage(c, (1010, 400), 260, "#8a5a44")
    c.gradient((0, 396, WIDTH, HEIGHT), ((0, "#d9c096"), (1, "#b5946a")))
    c.brush((0, 400, WIDTH, 720), 700, 40, 6)
    dyes = ("#c8282c", "#e0b02e", "#2f8a4a", "#7a2f8a", "#d9682a", "#e6d6a0", "#c42f6a")
    for row in range(5):
        t = row / 4
        size = 74 + 130 * t
        for i in range(-1, 15):
            x = 20 + i * (size * 1.12) + (row % 2) * size * 0.55
            if -90 < x < WIDTH + 90 and not (row == 3 and 600 < x < 900):
                sedge_fan(c, (x, 436 + 240 * t**1.25), size, dyes[(i + row * 3) % 7])
        if row == 3:
            person(c, (700, 620), 230, "#2f5f8a")
            person(c, (820, 630), 215, "#e2dccc")
    c.tilt(mat_sheet(c).image, (0, 724, WIDTH, HEIGHT), 0.9)
    c.veil((0, 724, WIDTH, HEIGHT), "#2a1608", ((0, 0.35), (0.2, 0), (1, 0)))
    c.glow((200, 200), 900, "#fff0c0", 0.25)


def spring_blossom(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, HEIGHT), ((0, "#7a1f1c"), (0.5, "#a8352a"), (1, "#5a1a1a")))
    for _ in range(70):
        spot = (c.rng.uniform(0, WIDTH), c.rng.uniform(0, HEIGHT))
        tone = c.rng.choice(("#f0b93c", "#e86a3c", "#ffd98a", "#c8442c"))
        c.dot(spot, c.rng.uniform(16, 62), glaze(tone, c.rng.uniform(0.12, 0.32)))
    c.soften((0, 0, WIDTH, HEIGHT), 9)
    c.glow((1150, 260), 620, "#ffb84a", 0.6)
    boughs: list[tuple[Point, Point, float]] = []

    def grow(root: Point, way: float, length: float, width: float) -> None:
        tip = root[0] + math.cos(way) * length, root[1] - math.sin(way) * length
        boughs.append((root, tip, width))
        if width < 7:
            return
        for turn in (c.rng.uniform(0.25, 0.7), -c.rng.uniform(0.2, 0.65)):
            grow(tip, way + turn, length * c.rng.uniform(0.62, 0.84), width * 0.68)

    grow((-40, 1010), 0.62, 400, 36)
    grow((-40, 330), -0.1, 300, 22)
    grow((1540, 960), 2.75, 330, 24)
    for root, tip, width in boughs:
        c.line([root, tip], "#33201a", width)
        c.line(
            [
                (root[0] - width * 0.15, root[1] - width * 0.24),
                (tip[0] - width * 0.1, tip[1] - width * 0.2),
            ],
            "#7a5a48",
            width * 0.3,
        )
        c.dot(tip, width * 0.42, "#33201a")
    places = [tip for _, tip, width in boughs if width < 16]
    for tip in places:
        for _ in range(2):
            spot = tip[0] + c.rng.gauss(0, 42), tip[1] + c.rng.gauss(0, 42)
            bud_or_flower(c, spot)


def bud_or_flower(c: Canvas, spot: Point) -> None:

    choice = c.rng.random()
    if choice < 0.62:
        c.dot((spot[0] + 6, spot[1] + 10), 40, glaze("#2a0a08", 0.25))
        blossom(c, spot, c.rng.uniform(80, 130), ("#e0a41e", "#fbd646"))
    elif choice < 0.8:
        c.dot(spot, 14, "#b9c04a", 1.2)
        c.dot((spot[0] - 3, spot[1] - 4), 9, "#f2d048", 1.2)
    else:
        leaf(c, spot, (c.rng.uniform(-1.4, 1.4), c.rng.uniform(50, 84)), "#7fa83c")
