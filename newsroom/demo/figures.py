"""People, boats, houses and lamps for the demo's pictures."""

import math
from collections.abc import Sequence

from newsroom.demo.canvas import Box, Canvas, Colour, Point, glaze, mix

SHIRTS = ("#c8443c", "#e0b23e", "#3f6fa8", "#e9e4d6", "#5a8a5a", "#8a4a7a", "#d97a4a", "#48a0a0")


SKIN = "#b98560"


STRAW = ("#f1dfae", "#b99a5f")


def hat(c: Canvas, brim: Point, width: float, light: Colour = STRAW[0]) -> None:
    """A conical hat sitting on `brim`."""
    x, y = brim
    tip = (x, y - width * 0.42)
    c.poly([(x - width / 2, y), tip, (x + width / 2, y), (x, y + width * 0.08)], light)
    dark = mix(light, "#5a4020", 0.42)
    c.poly([(x + width * 0.08, y + width * 0.07), tip, (x + width / 2, y)], dark)


def person(
    c: Canvas, foot: Point, height: float, coat: Colour, trousers: Colour = "#2a2a30"
) -> None:
    """Someone standing in a conical hat."""
    x, y = foot
    sway = c.rng.uniform(-0.02, 0.02) * height
    for side in (-1, 1):
        heel = x + side * height * 0.055
        c.line([(x + side * height * 0.03, y - height * 0.47), (heel, y)], trousers, height * 0.075)
    body = [
        (x - height * 0.1, y - height * 0.42),
        (x - height * 0.115, y - height * 0.76),
        (x - height * 0.05, y - height * 0.82),
        (x + height * 0.05, y - height * 0.82),
        (x + height * 0.115, y - height * 0.76),
        (x + height * 0.1, y - height * 0.42),
    ]
    c.poly(body, coat)
    c.poly([(x + height * 0.01, y - height * 0.8), *body[3:]], mix(coat, "#000000", 0.25))
    for side in (-1, 1):
        hand = (x + side * height * 0.14 + sway, y - height * 0.45)
        sleeve = mix(coat, "#000000", 0.12 if side < 0 else 0.3)
        c.line([(x + side * height * 0.1, y - height * 0.75), hand], sleeve, height * 0.06)
        c.dot(hand, height * 0.025, SKIN)
    c.dot((x, y - height * 0.87), height * 0.06, SKIN, 1.2)
    hat(c, (x, y - height * 0.89), height * 0.36)


def tunic(c: Canvas, foot: Point, height: float, silk: Colour) -> None:
    """A woman walking away in a long split tunic and a conical hat."""
    x, y = foot
    for side in (-1, 1):
        c.line(
            [(x + side * height * 0.03, y - height * 0.45), (x + side * height * 0.05, y)],
            "#efeae2",
            height * 0.09,
        )
    dress = [
        (x - height * 0.085, y - height * 0.8),
        (x - height * 0.1, y - height * 0.72),
        (x - height * 0.065, y - height * 0.58),
        (x - height * 0.13, y - height * 0.12),
        (x + height * 0.12, y - height * 0.1),
        (x + height * 0.065, y - height * 0.58),
        (x + height * 0.1, y - height * 0.72),
        (x + height * 0.085, y - height * 0.8),
    ]
    c.poly(dress, silk)
    shaded = mix(silk, "#1a0c14", 0.28)
    c.poly(
        [(x + height * 0.02, y - height * 0.8), (x + height * 0.02, y - height * 0.1), *dress[4:]],
        shaded,
    )
    for side in (-1, 1):
        hand = (x + side * height * 0.14, y - height * 0.42)
        sleeve = silk if side < 0 else shaded
        c.line([(x + side * height * 0.085, y - height * 0.76), hand], sleeve, height * 0.05)
        c.dot(hand, height * 0.022, SKIN)
    c.dot((x, y - height * 0.76), height * 0.055, "#17120f", 2.1)
    hat(c, (x, y - height * 0.87), height * 0.34)


def stooping(c: Canvas, foot: Point, height: float, coat: Colour, facing: int = 1) -> None:
    """Someone bent over a crop; `height` is what they would measure upright."""
    x, y = foot
    hip = (x, y - height * 0.48)
    shoulder = (x + facing * height * 0.3, y - height * 0.52)
    c.line([(x - height * 0.02, y), hip], "#2a2a30", height * 0.09)
    c.line([(x + facing * height * 0.06, y), hip], "#35353c", height * 0.08)
    c.line([hip, shoulder], coat, height * 0.17)
    c.dot(hip, height * 0.085, coat)
    c.line(
        [shoulder, (shoulder[0] + facing * height * 0.06, y - height * 0.2)], coat, height * 0.06
    )
    head = (shoulder[0] + facing * height * 0.08, shoulder[1])
    c.dot(head, height * 0.06, SKIN)
    hat(c, (head[0] + facing * height * 0.02, head[1] + height * 0.01), height * 0.36)


def bust(c: Canvas, chin: Point, size: float, coat: Colour, hair: Colour = "#1c1917") -> None:
    """Head and shoulders seen from behind; `size` is the height of the head."""
    x, y = chin
    c.dot((x, y + size * 0.95), size * 0.95, coat, 0.78)
    c.rect((x - size * 0.95, y + size * 0.95, x + size * 0.95, y + size * 2.2), coat)
    c.rect(
        (x - size * 0.18, y - size * 0.1, x + size * 0.18, y + size * 0.35),
        mix(SKIN, "#3a2010", 0.3),
    )
    c.dot((x, y - size * 0.36), size * 0.4, mix(SKIN, "#3a2010", 0.2), 1.2)
    c.dot((x, y - size * 0.46), size * 0.43, hair, 1.1)


def sampan(
    c: Canvas, bow: Point, length: float, wood: Colour = "#5b3f2a", inside: Colour = "#2c1d14"
) -> None:
    """A plank boat lying from `bow` (its left end, at the rail) to the right."""
    x, y = bow
    rail, keel = [], []
    for i in range(25):
        t = i / 24
        lift = (2 * t - 1) ** 4 * length * 0.075
        rail.append((x + t * length, y - lift + length * 0.03))
        keel.append((x + length * (0.04 + 0.92 * t), y + length * (0.11 - 0.13 * (2 * t - 1) ** 6)))
    for i in range(14):
        c.dot(
            (x + length / 2, y + length * 0.11),
            length * (0.5 - i * 0.012),
            glaze("#04080a", 0.03),
            0.05,
        )
    c.poly([*rail, *reversed(keel)], wood)
    belly = [
        (px, (py + ky) / 2 + length * 0.012) for (px, py), (_, ky) in zip(rail, keel, strict=True)
    ]
    c.poly([*belly, *reversed(keel)], mix(wood, "#000000", 0.35))
    lip = [
        (px, py - length * 0.022 * math.sin(math.pi * i / 24)) for i, (px, py) in enumerate(rail)
    ]
    c.poly([*rail, *reversed(lip)], inside)
    c.line(rail, mix(wood, "#ffe9c0", 0.4), max(1.0, length * 0.008))
    c.line(lip, mix(wood, "#ffe9c0", 0.15), max(1.0, length * 0.005))


def boatman(c: Canvas, deck: Point, height: float, coat: Colour, facing: int = 1) -> None:
    """Someone standing in a boat, leaning on an oar."""
    x, y = deck
    lean = facing * height * 0.12
    c.line([(x - facing * height * 0.08, y), (x, y - height * 0.46)], "#1d1b1c", height * 0.09)
    c.line([(x + facing * height * 0.1, y), (x, y - height * 0.46)], "#1d1b1c", height * 0.08)
    neck = (x + lean, y - height * 0.82)
    c.line([(x, y - height * 0.42), neck], coat, height * 0.19)
    grip = (x + facing * height * 0.4, y - height * 0.56)
    c.line([(neck[0], neck[1] + height * 0.06), grip], mix(coat, "#000000", 0.2), height * 0.06)
    c.line(
        [
            (grip[0] - facing * height * 0.12, grip[1] - height * 0.2),
            (x + facing * height * 0.8, y + height * 0.3),
        ],
        "#33241a",
        height * 0.03,
    )
    c.dot((neck[0] + lean * 0.2, neck[1] - height * 0.06), height * 0.07, SKIN)
    hat(c, (neck[0] + lean * 0.25, neck[1] - height * 0.08), height * 0.42)


def tiles(c: Canvas, eaves: Sequence[Point], tone: Colour, rows: int = 12) -> None:
    """A tiled roof slope: `eaves` are lower left, lower right, upper right, upper left."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = eaves
    c.shade(eaves, ((0, mix(tone, "#ffffff", 0.12)), (1, mix(tone, "#000000", 0.15))))
    for i in range(rows):
        t = i / rows
        left, right = (
            (ax + (dx - ax) * t, ay + (dy - ay) * t),
            (bx + (cx - bx) * t, by + (cy - by) * t),
        )
        c.line([left, right], glaze("#2a0f08", 0.35), 1.6)
    columns = max(4, round(abs(bx - ax) / 13))
    for i in range(columns + 1):
        t = i / columns
        low, high = (
            (ax + (bx - ax) * t, ay + (by - ay) * t),
            (dx + (cx - dx) * t, dy + (cy - dy) * t),
        )
        c.line([low, high], glaze("#2a0f08", 0.22), 1.6)
    for _ in range(columns * 5):
        t, s = c.rng.random(), c.rng.random()
        x = (ax + (bx - ax) * t) * (1 - s) + (dx + (cx - dx) * t) * s
        y = (ay + (by - ay) * t) * (1 - s) + (dy + (cy - dy) * t) * s
        c.rect((x, y, x + 11, y + 5), glaze(c.near(tone, 0.3), 0.45))


def window(c: Canvas, box: Box, glass: Colour, frame: Colour = "#3f5d4a") -> None:
    """Shutters thrown open on a window."""
    x0, y0, x1, y1 = box
    wide = (x1 - x0) * 0.32
    c.rect((x0 - 3, y0 - 3, x1 + 3, y1 + 3), mix(frame, "#000000", 0.4))
    c.gradient(box, ((0, mix(glass, "#000000", 0.25)), (1, glass)))
    for left in (x0 - wide, x1):
        c.rect((left, y0, left + wide, y1), frame)
        for i in range(1, 8):
            y = y0 + (y1 - y0) * i / 8
            c.line([(left + 3, y), (left + wide - 3, y)], mix(frame, "#000000", 0.3), 2)
    middle = (x0 + x1) / 2
    c.line([(middle, y0), (middle, y1)], frame, 3)
    c.line([(x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2)], frame, 3)


def lantern(c: Canvas, top: Point, size: float, silk: Colour) -> None:
    """A lit silk lantern hanging from `top`; `size` is its width."""
    x, y = top
    middle = (x, y + size * 0.62)
    c.glow(middle, size * 1.9, silk, 0.6)
    c.line([(x, y - size * 0.3), top], "#20140e", size * 0.03)
    c.dot(middle, size * 0.5, mix(silk, "#000000", 0.18), 1.0)
    for i in range(8):
        c.dot(middle, size * (0.44 - i * 0.05), glaze(mix(silk, "#fff3c0", i / 8), 0.42), 1.08)
    for i in range(-3, 4):
        reach = size * 0.48 * i / 3
        arc = [
            (
                x + reach * math.sin(math.pi * t / 12),
                middle[1] - size * 0.5 * math.cos(math.pi * t / 12),
            )
            for t in range(13)
        ]
        c.line(arc, glaze(mix(silk, "#000000", 0.5), 0.55), size * 0.022)
    for level in (y + size * 0.1, y + size * 1.08):
        c.rect((x - size * 0.16, level, x + size * 0.16, level + size * 0.07), "#2b1a10")
    c.blade((x, y + size * 1.12), (x, y + size * 1.65), size * 0.12, mix(silk, "#400000", 0.3))


def flag(c: Canvas, foot: Point, pole: float, width: float) -> None:
    """The national flag on a pole, blowing to the right."""
    x, y = foot
    top = y - pole
    c.line([foot, (x, top)], "#c9c9c4", max(2.0, width * 0.05))
    c.dot((x, top), width * 0.04, "#e8d27a")
    tall = width * 2 / 3
    upper, lower = [], []
    for i in range(21):
        t = i / 20
        wave = math.sin(t * 7.5) * width * 0.045 * (0.3 + t)
        upper.append((x + t * width, top + width * 0.04 + wave))
        lower.append((x + t * width * 0.98, top + width * 0.04 + tall + wave + t * width * 0.02))
    c.poly([*upper, *reversed(lower)], "#d3202a")
    for i in range(20):
        fold = math.cos(i / 20 * 7.5)
        c.poly(
            [upper[i], upper[i + 1], lower[i + 1], lower[i]],
            glaze("#ffffff" if fold > 0 else "#300000", abs(fold) * 0.22),
        )
    centre = x + width * 0.5, top + width * 0.04 + tall / 2 + math.sin(3.75) * width * 0.03
    star = []
    for i in range(10):
        reach = tall * (0.3 if i % 2 == 0 else 0.117)
        angle = math.pi * (i / 5 - 0.5)
        star.append((centre[0] + math.cos(angle) * reach, centre[1] + math.sin(angle) * reach))
    c.poly(star, "#f7d33c")


def cottage(c: Canvas, corner: Point, width: float, roof: Colour = "#a4523a") -> None:
    """A small tiled house; `corner` is its lower left."""
    x, y = corner
    tall = width * 0.36
    c.rect((x, y - tall, x + width, y), "#e6d9b4")
    c.rect((x + width * 0.7, y - tall, x + width, y), "#c4b48c")
    c.rect((x + width * 0.3, y - tall * 0.7, x + width * 0.44, y), "#5a4632")
    for left in (0.08, 0.52):
        c.rect(
            (x + width * left, y - tall * 0.68, x + width * (left + 0.13), y - tall * 0.3),
            "#46606a",
        )
    tiles(
        c,
        [
            (x - width * 0.06, y - tall * 0.95),
            (x + width * 1.06, y - tall * 0.95),
            (x + width * 0.94, y - tall * 1.7),
            (x + width * 0.06, y - tall * 1.7),
        ],
        roof,
        6,
    )
