"""What people make, grow and ride in the demo's pictures."""

import math

from newsroom.demo.canvas import Box, Canvas, Colour, Point, glaze, mix
from newsroom.demo.figures import SKIN, hat, sampan


def heap(c: Canvas, foot: Point, reach: Point, size: float, tone: Colour) -> None:
    """Fruit piled on `foot`: the pile is reach[0] wide and reach[1] high, each piece `size`."""
    x, y = foot
    rows = max(2, round(reach[1] / size / 0.8))
    for row in range(rows - 1, -1, -1):
        wide = reach[0] * (1 - row / rows) ** 0.7
        level = y - row * size * 0.8
        count = max(1, round(wide / size))
        for i in range(count):
            px = x - wide / 2 + wide * (i + 0.5) / count + c.rng.uniform(-0.15, 0.15) * size
            py = level + c.rng.uniform(-0.12, 0.12) * size
            fruit(c, (px, py), size * 0.55, c.near(tone, 0.1))


def fruit(c: Canvas, centre: Point, radius: float, tone: Colour) -> None:
    """A round fruit lit from the upper left; the larger, the softer its shading."""
    x, y = centre
    steps = 3 if radius < 30 else 14
    for i in range(steps):
        t = i / (steps - 1)
        shade = mix(mix(tone, "#14200c", 0.4), mix(tone, "#ffffe0", 0.45), t**1.1)
        c.dot((x - radius * 0.34 * t, y - radius * 0.38 * t), radius * (1 - 0.78 * t), shade)


def basket(c: Canvas, centre: Point, width: float, size: float, tone: Colour) -> None:
    """A round woven basket, its rim at `centre`, heaped with fruit of `size`."""
    x, y = centre
    deep = width * 0.3
    c.dot((x, y + deep), width * 0.52, glaze("#100a06", 0.35), 0.22)
    weave = "#a67c45"
    side = [(x - width * 0.5, y), (x - width * 0.36, y + deep), (x + width * 0.36, y + deep)]
    c.poly([*side, (x + width * 0.5, y)], weave)
    c.dot((x, y + deep), width * 0.36, weave, 0.25)
    c.poly(
        [(x + width * 0.1, y), (x + width * 0.07, y + deep * 1.25), side[2], (x + width * 0.5, y)],
        "#7d5a30",
    )
    for i in range(1, 6):
        t = i / 6
        half = width * (0.5 - 0.14 * t)
        arc = [
            (x + half * (j / 8 - 1), y + deep * t + width * 0.07 * (1 - (j / 8 - 1) ** 2))
            for j in range(17)
        ]
        c.line(arc, glaze("#4a3118", 0.6), width * 0.012)
    c.dot(centre, width * 0.52, "#c49a5c", 0.24)
    c.dot(centre, width * 0.47, "#3a2412", 0.22)
    heap(c, (x, y + width * 0.05), (width * 0.86, width * 0.34), size, tone)


def jar(c: Canvas, foot: Point, height: float, clay: Colour) -> None:
    """A glazed jar with a wide shoulder, lit from the left."""
    x, y = foot
    outline = (
        (0, 0.2),
        (0.1, 0.25),
        (0.35, 0.35),
        (0.6, 0.4),
        (0.78, 0.36),
        (0.9, 0.25),
        (0.95, 0.22),
        (1, 0.25),
    )
    c.dot((x + height * 0.16, y), height * 0.42, glaze("#150b06", 0.4), 0.2)
    strips = 12
    for i in range(strips):
        left, right = -1 + 2 * i / strips, -1 + 2 * (i + 1.15) / strips
        light = 1 - abs((left + 0.35) / 1.25) ** 1.4
        tone = mix(mix(clay, "#120804", 0.62), mix(clay, "#ffe6c2", 0.3), max(0.0, light))
        side = [(x + min(1.0, right) * w * height, y - t * height) for t, w in outline]
        c.poly(
            [*[(x + left * w * height, y - t * height) for t, w in outline], *reversed(side)], tone
        )
    c.dot((x, y - height), height * 0.25, mix(clay, "#ffffff", 0.15), 0.25)
    c.dot((x, y - height * 0.995), height * 0.2, "#1d0f08", 0.22)
    for level in (0.68, 0.72):
        arc = [
            (
                x + height * 0.38 * (j / 8 - 1),
                y - height * level + height * 0.05 * (1 - (j / 8 - 1) ** 2),
            )
            for j in range(17)
        ]
        c.line(arc, glaze("#1a0c06", 0.4), height * 0.012)
    c.blade(
        (x - height * 0.16, y - height * 0.72),
        (x - height * 0.2, y - height * 0.4),
        height * 0.05,
        glaze("#fff4e0", 0.6),
    )


def market_boat(c: Canvas, bow: Point, length: float, paint: Colour, cargo: Colour) -> None:
    """A trading boat with eyes on its bow and a sample of its goods on a pole."""
    x, y = bow
    pole = (x + length * 0.22, y - length * 0.62)
    c.line([(pole[0], y), pole], "#6b5333", max(2.0, length * 0.012))
    for i in range(3):
        fruit(
            c, (pole[0] + length * 0.02, pole[1] + length * (0.03 + i * 0.06)), length * 0.03, cargo
        )
    roof = [
        (x + length * f, y - length * h)
        for f, h in ((0.58, 0.17), (0.62, 0.24), (0.88, 0.25), (0.95, 0.16))
    ]
    c.shape((x, y), length, ((0.6, -0.16), (0.93, -0.15), (0.9, 0.04), (0.6, 0.04)), "#4a3424")
    c.rect((x + length * 0.66, y - length * 0.12, x + length * 0.74, y - length * 0.03), "#1c130d")
    c.poly(roof, "#a58a5e")
    c.poly(
        [
            roof[0],
            roof[3],
            (roof[3][0], roof[3][1] + length * 0.02),
            (roof[0][0], roof[0][1] + length * 0.02),
        ],
        "#6d5836",
    )
    heap(
        c,
        (x + length * 0.38, y + length * 0.02),
        (length * 0.36, length * 0.12),
        length * 0.05,
        cargo,
    )
    sampan(c, bow, length, mix("#6a4a30", paint, 0.3))
    c.shape((x, y), length, ((0, -0.045), (0.15, 0.005), (0.14, 0.09), (0.04, 0.03)), paint)
    eye = (x + length * 0.095, y + length * 0.03)
    c.dot(eye, length * 0.026, "#f5f0e4", 0.8)
    c.dot((eye[0] - length * 0.006, eye[1]), length * 0.013, "#141414")


def machine(c: Canvas, foot: Point, length: float, paint: Colour) -> None:
    x, y = foot
    wheel = length * 0.17
    for px in (x - length * 0.34, x + length * 0.34):
        c.dot((px, y - wheel), wheel, "#17171a")
        c.dot((px, y - wheel), wheel * 0.6, "#8d8f94")
        c.dot((px, y - wheel), wheel * 0.5, "#2c2c31")
    c.line(
        [(x - length * 0.34, y - wheel), (x - length * 0.22, y - length * 0.5)],
        "#3a3a40",
        length * 0.05,
    )
    c.shape(
        (x, y),
        length,
        ((-0.26, -0.42), (-0.12, -0.16), (0.2, -0.16), (0.42, -0.4), (0, -0.4), (-0.1, -0.3)),
        paint,
    )
    c.line(
        [(x - length * 0.04, y - length * 0.42), (x + length * 0.4, y - length * 0.43)],
        "#18181b",
        length * 0.06,
    )


def rider(c: Canvas, foot: Point, length: float, paint: Colour, coat: Colour) -> None:
    x, y = foot
    hip, knee = (x + length * 0.12, y - length * 0.46), (x - length * 0.12, y - length * 0.4)
    c.line([hip, knee], "#2b3348", length * 0.12)
    c.line([knee, (x - length * 0.06, y - length * 0.16)], "#2b3348", length * 0.09)
    neck = (x + length * 0.06, y - length * 0.86)
    c.line([hip, neck], coat, length * 0.2)
    c.line(
        [(neck[0], neck[1] + length * 0.08), (x - length * 0.2, y - length * 0.56)],
        mix(coat, "#000000", 0.2),
        length * 0.07,
    )
    c.dot((neck[0] - length * 0.02, neck[1] - length * 0.1), length * 0.08, SKIN)
    c.dot(
        (neck[0] - length * 0.01, neck[1] - length * 0.13),
        length * 0.1,
        mix(paint, "#ffffff", 0.2),
        0.8,
    )


def motorbike(c: Canvas, foot: Point, length: float, paint: Colour, coat: Colour) -> None:
    """A rider on a motorbike heading left."""
    machine(c, foot, length, paint)
    rider(c, foot, length, paint, coat)


def cyclist(c: Canvas, foot: Point, length: float, coat: Colour) -> None:
    """Someone in a conical hat on a bicycle heading left."""
    x, y = foot
    wheel = length * 0.2
    hub = y - wheel
    for px in (x - length * 0.3, x + length * 0.3):
        box = c.scaled([(px - wheel, hub - wheel), (px + wheel, hub + wheel)])
        c.pen.ellipse(
            [*box[0], *box[1]], outline="#1b1b1e", width=max(1, round(length * 0.025 * c.k))
        )
    seat, bar, crank = (
        (x + length * 0.14, y - length * 0.5),
        (x - length * 0.22, y - length * 0.54),
        (x, y - length * 0.18),
    )
    for a, b in (
        (seat, crank),
        (crank, bar),
        (seat, bar),
        ((x + length * 0.3, hub), crank),
        ((x - length * 0.3, hub), bar),
        ((x + length * 0.3, hub), seat),
    ):
        c.line([a, b], "#3a4a5a", length * 0.022)
    knee = (x - length * 0.06, y - length * 0.4)
    c.line([seat, knee, (x + length * 0.01, y - length * 0.14)], "#e9e6de", length * 0.085)
    neck = (x + length * 0.03, y - length * 0.96)
    c.line([(seat[0], seat[1]), neck], coat, length * 0.17)
    c.poly(
        [
            (seat[0] - length * 0.06, seat[1]),
            (seat[0] + length * 0.08, seat[1] - length * 0.1),
            (x + length * 0.34, y - length * 0.3),
            (x + length * 0.2, y - length * 0.28),
        ],
        mix(coat, "#ffffff", 0.15),
    )
    c.line([(neck[0], neck[1] + length * 0.08), bar], mix(coat, "#000000", 0.12), length * 0.055)
    c.dot((neck[0] - length * 0.01, neck[1] - length * 0.07), length * 0.07, SKIN)
    hat(c, (neck[0] - length * 0.01, neck[1] - length * 0.09), length * 0.4)


def parasol(c: Canvas, top: Point, width: float, tones: tuple[Colour, Colour]) -> None:
    """A market umbrella with panels in two colours."""
    x, y = top
    deep = width * 0.3
    c.line([(x, y), (x, y + width * 0.95)], "#7a7468", width * 0.02)
    edge = [
        (
            x + width * 0.5 * math.sin(math.pi * (i / 8 - 0.5)),
            y + deep + width * 0.05 * math.cos(math.pi * (i / 8 - 0.5)),
        )
        for i in range(9)
    ]
    for i in range(8):
        tone = mix(tones[i % 2], "#1a1020" if i > 3 else "#ffffff", 0.05 + abs(i - 3) * 0.05)
        droop = (
            (edge[i][0] + edge[i + 1][0]) / 2,
            (edge[i][1] + edge[i + 1][1]) / 2 + width * 0.012,
        )
        c.poly([(x, y), edge[i], droop, edge[i + 1]], tone)


def shadow(c: Canvas, box: Box, strength: float = 0.35) -> None:
    """A soft dark ellipse on the ground."""
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    half, flat = (box[2] - box[0]) / 2, (box[3] - box[1]) / (box[2] - box[0])
    for i in range(6):
        c.dot(middle, half * (1 - i * 0.12), glaze("#0c0a10", strength / 4), flat)
