"""Scenes of hills: terraces, mist, tea."""

import math
from collections.abc import Sequence
from itertools import pairwise

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, at, glaze, mix
from newsroom.demo.figures import cottage, person, stooping
from newsroom.demo.land import hill, mist, ridge, streaks, treeline
from newsroom.demo.plants import foliage

STEPS = 40


FLOODED = "#b9cfd2"


CROPS = ("#d9b83c", "#e6c94e", "#a9b83f", "#7fa83c", "#c4b244", FLOODED, "#e2cc60")


def mountain_dawn(c: Canvas) -> None:
    c.gradient(
        (0, 0, WIDTH, HEIGHT), ((0, "#6d93b8"), (0.35, "#d9cfc8"), (0.6, "#f6dcb8"), (1, "#dfe4e0"))
    )
    c.glow((1060, 330), 560, "#ffdf9c", 0.8)
    c.dot((1060, 330), 40, "#fff6dc")
    streaks(c, 360, ("#fff4e0", "#c2b2b8"), 0.4)


def mountain_layers(c: Canvas) -> None:
    layers = 8
    for i in range(layers):
        t = i / (layers - 1)
        level = 330 + 560 * t**1.15
        line = ridge(c, level, 74 + 30 * t, 0.53)
        tone = at(((0, "#a9b4c4"), (0.4, "#7f98a8"), (0.75, "#41636c"), (1, "#16322f")), t)
        if i > 4:
            size = 5 + 12 * (t - 0.5)
            for x, y in line[:: 1 if i > 5 else 2]:
                top = y - size * c.rng.uniform(1, 3.2)
                c.blade(
                    (x, y + size),
                    (x, top),
                    size * 0.95,
                    mix(tone, "#000000", c.rng.uniform(0, 0.2)),
                )
        haze = mix(tone, "#f3e3cc", 0.72 - 0.66 * t)
        hill(
            c, line, min(HEIGHT, level + 260), ((0, tone), (0.3, mix(tone, haze, 0.35)), (1, haze))
        )
        if i > 4:
            for _ in range(500):
                x, y = line[c.rng.randrange(len(line))]
                y += 260 * c.rng.random() ** 1.4
                far = (y - level + 60) / 400
                c.blade(
                    (x, y + size),
                    (x, y - size * 1.6),
                    size * 0.8,
                    glaze(c.near(mix(tone, haze, far), 0.1), 0.6),
                )
        if i < layers - 1:
            mist(c, (0, level + 10, WIDTH, level + 190), mix("#fff0da", "#dfe8ea", t), 0.85)
    for i in range(4):
        x, y = 760 + i * 46, 210 + 14 * math.sin(i * 2.0)
        c.line([(x - 13, y - 5), (x, y + 3), (x + 13, y - 6)], "#3c4a58", 3)


def morning_mist(c: Canvas) -> None:
    mountain_dawn(c)
    mountain_layers(c)


def lip(drift: Sequence[float], step: float, x: float) -> float:
    """How far down the picture the edge of terrace `step` runs at `x`."""
    t = step / STEPS
    swell = (16 + 95 * t) * math.sin(x / 330 + drift[0] + step * 0.075)
    swell += (7 + 30 * t) * math.sin(x / 140 + drift[1] - step * 0.13)
    swell += (3 + 8 * t) * math.sin(x / 43 + drift[2] + step * 0.4)
    slope = 120 * (1 - t) * ((x - 900) / 900) ** 2
    spur = (26 + 150 * t) * abs(math.sin(x / 520 + drift[3] + step * 0.03)) ** 1.5
    return 345 + 900 * t**1.5 + swell + slope - spur


def terrace(c: Canvas, step: int, drift: Sequence[float]) -> None:
    t = step / STEPS
    upper: list[Point] = [(x, lip(drift, step, x)) for x in range(-10, WIDTH + 30, 12)]
    lower = [(x, max(y + 3, lip(drift, step + 1, x))) for x, y in upper]
    crop = CROPS[(step * 5 + step // 3) % 7]
    tone = mix(crop, "#c8d8c4", 0.45 * (1 - t) ** 2)
    for j, ((x, _), _) in enumerate(pairwise(upper)):
        slope = (lip(drift, step, x + 30) - lip(drift, step, x - 30)) / 60
        light = mix(tone, "#fff2b0" if slope < 0 else "#1d3a2c", min(0.42, abs(slope) * 0.5))
        c.poly([upper[j], upper[j + 1], lower[j + 1], lower[j]], light)
    for _ in range(round(90 + 260 * t)):
        j = c.rng.randrange(len(upper) - 1)
        (x, top), bottom = upper[j], lower[j][1]
        place = (x, top + (bottom - top) * c.rng.uniform(0.15, 0.75))
        crop_mark(c, place, t, (tone, crop == FLOODED))
    riser = [(x, y - (y - u) * 0.24 - 1) for (x, y), (_, u) in zip(lower, upper, strict=True)]
    c.poly([*riser, *reversed(lower)], mix("#3d4a22", "#8a9a78", 0.5 * (1 - t)))
    c.line(riser, mix("#f0e6a8", tone, 0.3), 1.2 + 3 * t)
    for _ in range(round(40 + 60 * t)):
        j = c.rng.randrange(len(lower))
        x, y = lower[j][0] + c.rng.uniform(-8, 8), (lower[j][1] + riser[j][1]) / 2
        c.dot((x, y), 2 + 5 * t, c.near("#56702f", 0.2))


def crop_mark(c: Canvas, place: Point, t: float, ground: tuple[Colour, bool]) -> None:
    """A tuft of rice, or a glint where the terrace (`ground`: its colour) is under water."""
    tone, flooded = ground
    x, y = place
    mark = mix(tone, "#ffffff" if flooded else "#fff0a0", c.rng.uniform(-0.1, 0.4))
    if flooded:
        c.dot(place, 8 + 26 * t, glaze(mark, 0.4), 0.08)
        return
    tall = 3 + 17 * t
    tip = (x + c.rng.uniform(-4, 4), y - tall / 2)
    c.blade((x, y + tall / 2), tip, 2 + 4 * t, c.near(mark, 0.12))


def terraces(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 420), ((0, "#6f9fc4"), (0.6, "#cddcdc"), (1, "#f7ecd0")))
    streaks(c, 330, ("#ffffff", "#d5dde0"), 0.5)
    c.glow((250, 220), 480, "#fff2c8", 0.6)
    for level, tall, tone in ((250, 70, "#8fabbc"), (310, 60, "#7397a0"), (370, 44, "#587f72")):
        hill(c, ridge(c, level, tall), 480, ((0, tone), (1, mix(tone, "#e6ecd8", 0.6))))
        mist(c, (0, level + 10, WIDTH, level + 130), "#f7f2e2", 0.75)
    drift = [c.rng.uniform(0, math.tau) for _ in range(4)]
    tread = [(x, lip(drift, 0, x)) for x in range(-10, WIDTH + 30, 12)]
    treeline(c, tread[::2], 20, ("#34583a", "#52794a", "#94b068"))
    for step in range(STEPS + 12):
        terrace(c, step, drift)
    for x, y, width in ((1010, 480, 70), (1090, 500, 80), (300, 560, 90)):
        cottage(c, (x, y), width, "#7d6248")
        foliage(
            c,
            (x + width * 1.25, y - width * 0.3),
            (width * 0.36, width * 0.4),
            ("#23452a", "#46703a", "#86a858"),
            120,
        )
    for x, y, tall, coat in (
        (640, 760, 96, "#8a2f4a"),
        (735, 770, 100, "#2f4a7a"),
        (1180, 880, 140, "#a83a4a"),
    ):
        stooping(c, (x, y), tall, coat, 1 if x < 700 else -1)
    c.veil((0, 230, WIDTH, 640), "#f6efd8", ((0, 0), (0.35, 0.32), (1, 0)))


def tea_rows(c: Canvas, crown: Point, width: float, t: float) -> None:
    """One rounded hill of tea bushes; `t` is its nearness, 0 to 1."""
    cx, top = crown
    gap = 15 + 24 * t
    base = mix("#a9c4a4", "#3f6a2c", 0.35 + 0.65 * t)

    def brow(s: float) -> float:
        return top + 0.5 * width * s * s * (1.25 - 0.25 * abs(s))

    edge = [(cx + width * (i / 20 - 1), brow(i / 20 - 1)) for i in range(41)]
    ends = [(edge[-1][0], HEIGHT + 200), (edge[0][0], HEIGHT + 200)]
    c.shade([*edge, *ends], ((0, mix(base, "#000000", 0.12)), (1, mix(base, "#000000", 0.45))))
    drop = 0.0
    while top + drop < HEIGHT + 20:
        size = gap * (0.62 + drop / 1500)
        count = round(width * 2 / size * 0.85)
        for i in range(count):
            s = -1 + 2 * (i + 0.7 * c.rng.random()) / count
            x, y = cx + s * width, brow(s) + drop + gap * 0.5
            if not -30 < x < WIDTH + 30 or y > HEIGHT + 30:
                continue
            light = 0.55 - 0.5 * s + c.rng.uniform(-0.2, 0.2)
            tone = mix(mix("#39682c", "#bdd65e", light), "#c8d8c0", 0.5 * (1 - t))
            c.dot((x, y + size * 0.35), size * 0.8, mix(base, "#10240e", 0.6), 0.55)
            c.dot((x, y), size * 0.76, mix(tone, "#1d3a16", 0.3), 0.6)
            c.dot((x - size * 0.12, y - size * 0.14), size * 0.5, tone, 0.55)
        drop += gap * (1 + drop / 700)


def tea_hills(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 460), ((0, "#7fb0d0"), (0.6, "#dbe8e0"), (1, "#faf0cf")))
    streaks(c, 380, ("#ffffff", "#dbe4e6"), 0.5)
    c.glow((1180, 260), 460, "#fff0bc", 0.8)
    hill(c, ridge(c, 330, 60), 480, ((0, "#9db6bc"), (1, "#dbe4d0")))
    c.gradient((0, 420, WIDTH, HEIGHT), ((0, "#dbe4d0"), (1, "#8fae7c")))
    mist(c, (0, 330, WIDTH, 470), "#fbf4e0", 0.8)
    for crown, width, t in (((300, 400), 520, 0.1), ((1150, 420), 560, 0.2)):
        tea_rows(c, crown, width, t)
    mist(c, (0, 430, WIDTH, 600), "#f8f2dc", 0.5)
    tea_rows(c, (760, 520), 720, 0.5)
    tea_rows(c, (1400, 600), 620, 0.75)
    tea_rows(c, (180, 640), 760, 1.0)
    for x, y, tall, coat in (
        (700, 660, 110, "#b5432f"),
        (860, 650, 106, "#7a3f8a"),
        (380, 810, 200, "#c8443c"),
        (560, 880, 220, "#2f5f9a"),
    ):
        person(c, (x, y), tall, coat)
        c.dot((x - tall * 0.18, y - tall * 0.42), tall * 0.12, "#8a6538", 1.2)
        c.dot((x - tall * 0.18, y - tall * 0.52), tall * 0.11, "#9cc04a", 0.5)
        for _ in range(26):
            spot = (x + c.rng.gauss(0, tall * 0.22), y + c.rng.uniform(-tall * 0.24, 4))
            c.dot(
                spot,
                tall * 0.075,
                c.near(c.rng.choice(("#2c5a22", "#3c6a2a", "#6a9a3c")), 0.1),
                0.7,
            )
