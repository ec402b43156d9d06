"""Scenes of sport."""

import math

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, glaze, mix
from newsroom.demo.figures import SHIRTS, SKIN
from newsroom.demo.goods import shadow
from newsroom.demo.scenes.towns import NIGHT


def legs(c: Canvas, foot: Point, height: float, shirt: Colour, stride: float) -> None:
    x, y = foot
    for way in (-1.0, 1.0):
        c.poly(
            [
                (x, y),
                (x + way * height * 0.9, y + height * 0.1),
                (x + way * height * 0.95, y + height * 0.16),
                (x + 4, y + height * 0.03),
            ],
            glaze("#04140a", 0.25),
        )
    hip = (x, y - height * 0.48)
    knee = (x + stride * height * 0.2, y - height * 0.3)
    c.line([hip, knee, (knee[0] - stride * height * 0.04, y - height * 0.06)], SKIN, height * 0.08)
    c.line(
        [
            hip,
            (x - stride * height * 0.14, y - height * 0.26),
            (x - stride * height * 0.34, y - height * 0.16),
        ],
        mix(SKIN, "#000000", 0.2),
        height * 0.08,
    )
    c.line(
        [
            (knee[0] - stride * height * 0.04, y - height * 0.16),
            (knee[0] - stride * height * 0.04, y),
        ],
        shirt,
        height * 0.08,
    )
    c.line([hip, (x + stride * height * 0.1, y - height * 0.38)], "#f2f2ee", height * 0.15)
    c.line([hip, (x - stride * height * 0.08, y - height * 0.38)], "#d5d5d0", height * 0.15)


def trunk(c: Canvas, foot: Point, height: float, shirt: Colour, stride: float) -> None:
    x, y = foot
    neck = (x + stride * height * 0.06, y - height * 0.8)
    c.line([(x, y - height * 0.48), neck], shirt, height * 0.21)
    for way in (-1, 1):
        elbow = (neck[0] + way * height * 0.17, neck[1] + height * 0.14)
        c.line(
            [(neck[0] + way * height * 0.06, neck[1] + height * 0.03), elbow],
            mix(shirt, "#000000", 0.15),
            height * 0.08,
        )
        c.line(
            [elbow, (elbow[0] + stride * height * 0.12, elbow[1] + height * 0.06)],
            SKIN,
            height * 0.055,
        )
    c.dot((neck[0] + stride * height * 0.02, neck[1] - height * 0.1), height * 0.075, SKIN, 1.15)
    c.dot((neck[0], neck[1] - height * 0.14), height * 0.08, "#181412", 0.75)


def footballer(c: Canvas, foot: Point, height: float, shirt: Colour, stride: float) -> None:
    """A player running; `stride` from -1 (leftwards) to 1."""
    legs(c, foot, height, shirt, stride)
    trunk(c, foot, height, shirt, stride)


def goal(c: Canvas, left: Point, size: tuple[float, float]) -> None:
    x, y = left
    wide, tall = size
    for i in range(25):
        t = i / 24
        c.line(
            [(x + wide * t, y - tall), (x + wide * t, y - tall * 0.12)], glaze("#ffffff", 0.3), 1.3
        )
        if i < 12:
            c.line(
                [(x, y - tall * i / 12), (x + wide, y - tall * i / 12)], glaze("#ffffff", 0.3), 1.3
            )
    c.line([(x, y), (x, y - tall), (x + wide, y - tall), (x + wide, y)], "#ffffff", 7)


def stand(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 330), NIGHT)
    c.gradient((0, 200, WIDTH, 420), ((0, "#1c2236"), (1, "#343a50")))
    c.poly(
        [
            (-10, 190),
            (430, 150),
            (1070, 150),
            (1510, 190),
            (1510, 214),
            (1070, 172),
            (430, 172),
            (-10, 214),
        ],
        "#8f97a8",
    )
    for i in range(5200):
        y = 216 + 168 * (i / 5200)
        c.dot(
            (c.rng.uniform(0, WIDTH), y),
            3.2 + i / 2600,
            c.near(mix(SHIRTS[c.rng.randrange(8)], "#1c2236", c.rng.uniform(0.2, 0.75)), 0.1),
            1.3,
        )
    c.soften((0, 180, WIDTH, 390), 2)
    for i in range(12):
        c.rect(
            (i * 128, 384, i * 128 + 122, 416), ("#c8282c", "#e9e4d6", "#2f5f9a", "#e0b02e")[i % 4]
        )
    c.rect((0, 416, WIDTH, 424), "#1c3a24")


def turf(c: Canvas) -> None:
    stripes = 12
    for i in range(stripes):
        near, far = [424 + 576 * (j / stripes) ** 1.7 for j in (i + 1, i)]
        c.gradient(
            (0, far, WIDTH, near),
            ((0, "#2f7a34" if i % 2 else "#3c9040"), (1, "#38883c" if i % 2 else "#46a04a")),
        )
    c.brush((0, 424, WIDTH, HEIGHT), 2200, 14, 4)
    chalk = glaze("#ffffff", 0.85)
    c.line([(0, 470), (WIDTH, 470)], chalk, 4)
    c.line([(250, 470), (110, 640), (1390, 640), (1250, 470)], chalk, 6)
    c.line([(480, 470), (430, 540), (1070, 540), (1020, 470)], chalk, 5)
    c.line(
        [(600 + 300 * i / 20, 640 + 52 * math.sin(math.pi * i / 20)) for i in range(21)], chalk, 6
    )
    c.dot((750, 590), 7, "#ffffff", 0.5)
    goal(c, (590, 474), (320, 124))


def floodlights(c: Canvas) -> None:
    for x, y in ((140, 60), (500, 40), (1000, 40), (1360, 60)):
        c.line([(x, y), (x, 210)], "#3a4258", 9)
        c.rect((x - 52, y - 26, x + 52, y + 26), "#c9d2e0")
        for i in range(10):
            c.dot((x - 42 + (i % 5) * 21, y - 12 + i // 5 * 24), 9, "#ffffff")
        c.glow((x, y), 300, "#dfeaff", 0.9)
        c.poly(
            [
                (x - 40, y),
                (x + 40, y),
                (x + (750 - x) * 0.7 + 330, 660),
                (x + (750 - x) * 0.7 - 330, 660),
            ],
            glaze("#eaf2ff", 0.05),
        )


def players(c: Canvas) -> None:
    red, white = "#d0282c", "#2f5fae"
    for x, y, tall, shirt, stride in (
        (750, 492, 92, "#e0b02e", 0.4),
        (520, 560, 122, white, 0.8),
        (940, 590, 132, white, -0.7),
        (1120, 540, 116, red, -0.8),
        (330, 640, 150, red, 0.9),
        (1240, 700, 176, white, -0.8),
        (180, 540, 112, white, 0.6),
    ):
        footballer(c, (x, y), tall, shirt, stride)
    footballer(c, (640, 880), 330, red, 0.9)
    footballer(c, (930, 850), 300, white, -0.8)
    ball = (800, 858)
    shadow(c, (760, 876, 850, 892), 0.5)
    c.dot(ball, 27, "#c9cdd2")
    c.dot((795, 853), 23, "#f6f6f4")
    for angle in range(5):
        way = math.tau * angle / 5 + 0.4
        c.dot((ball[0] - 2 + math.cos(way) * 18, ball[1] - 2 + math.sin(way) * 18), 6, "#22242a")
    c.dot((797, 856), 7, "#22242a")


def football_pitch(c: Canvas) -> None:
    stand(c)
    turf(c)
    floodlights(c)
    players(c)
