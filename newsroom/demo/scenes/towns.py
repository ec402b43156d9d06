"""Scenes of the town: bridge, lantern street, skyline."""

from newsroom.demo.canvas import WIDTH, Canvas, Colour, Point, glaze, mix
from newsroom.demo.figures import SHIRTS, lantern, person, sampan, tunic
from newsroom.demo.goods import shadow
from newsroom.demo.land import bank, hill, mist, ridge, streaks
from newsroom.demo.plants import foliage, palm
from newsroom.demo.water import mirrored, sunpath, water

LORRIES = (
    (150, 74, "#c8443c"),
    (300, 44, "#e9e4d6"),
    (560, 58, "#3f6fa8"),
    (720, 34, "#e0b23e"),
    (860, 30, "#b5432f"),
)


NIGHT = ((0, "#0a1024"), (0.6, "#1a2444"), (1, "#3a3a5c"))


def pylon(c: Canvas, foot: Point, size: tuple[float, float], deck: float) -> None:
    """An A-shaped bridge tower: `size` is its height and width; `deck` the road's height."""
    x, y = foot
    tall, wide = size
    for side in (-1, 1):
        leg = wide * 0.13
        lower, upper = x + side * wide * 0.36, x + side * wide * 0.1
        tone = "#d9cfc4" if side < 0 else "#9a8f92"
        c.poly(
            [
                (lower - leg, y),
                (lower + leg, y),
                (upper + leg * 0.7, y - tall * 0.7),
                (upper - leg * 0.7, y - tall * 0.7),
            ],
            tone,
        )
    c.poly(
        [
            (x - wide * 0.18, y - tall * 0.68),
            (x, y - tall * 0.68),
            (x, y - tall),
            (x - wide * 0.09, y - tall),
        ],
        "#e3d9cc",
    )
    c.poly(
        [
            (x + wide * 0.18, y - tall * 0.68),
            (x, y - tall * 0.68),
            (x, y - tall),
            (x + wide * 0.09, y - tall),
        ],
        "#a49a9c",
    )
    c.rect((x - wide * 0.36, deck, x + wide * 0.36, deck + wide * 0.14), "#7d7480")
    c.shape((x, y), wide, ((-0.62, 0.12), (-0.56, -0.1), (0.56, -0.1), (0.62, 0.12)), "#8a8088")
    c.dot((x, y - tall - 3), wide * 0.05, "#ff6a4a")
    c.glow((x, y - tall - 3), wide * 0.5, "#ff6a4a", 0.7)


def deck(x: float) -> float:
    """The height of the bridge's road at `x`."""
    return 470 + 170 * max(0.0, (x + 40) / 1540) ** 0.8


def piers(c: Canvas) -> None:
    """What carries the road: piers, two towers and their cables."""
    for x, y, wide in (
        (1290, 696, 22),
        (1190, 698, 24),
        (770, 708, 46),
        (650, 712, 52),
        (90, 726, 84),
    ):
        c.rect((x - wide / 2, deck(x), x, y), "#b9aaa8")
        c.rect((x, deck(x), x + wide / 2, y), "#857a86")
    for (x, y), size in (((1020, 704), (330, 96)), ((390, 722), (620, 190))):
        top, width = y - size[0], 1.4 if size[0] < 500 else 2.2
        pylon(c, (x, y), size, deck(x))
        for side in (-1, 1):
            for i in range(1, 15):
                reach = x + side * size[0] * 0.068 * i * (0.9 if side > 0 else 1.15)
                anchor = (x, top + size[0] * 0.25 * (1 - i / 15))
                c.line([anchor, (reach, deck(reach))], glaze("#fff0dc", 0.75), width)


def roadway(c: Canvas) -> None:
    line = [(x, deck(x)) for x in range(-20, WIDTH + 40, 40)]
    thick = [34 - 24 * (x + 20) / 1540 for x, _ in line]
    for share, tone in ((1.0, "#6f6474"), (0.4, "#e0d0c0")):
        edge = [(x, y + deep * share) for (x, y), deep in zip(line, thick, strict=True)]
        c.poly([*line, *reversed(edge)], tone)
    for i in range(30):
        x = -10 + i * 1520 / 30
        size = 34 - 24 * i / 30
        c.line([(x, deck(x)), (x, deck(x) - size)], "#5a5060", 2)
        c.dot((x, deck(x) - size), 2.6, "#fff2c8")
    for x, long, tone in LORRIES:
        road, tall = deck(x), long * 0.42
        c.rect((x, road - tall, x + long, road - 3), tone)
        cab = (x + long * 0.7, road - tall * 0.9, x + long * 0.95, road - tall * 0.5)
        c.rect(cab, "#2b3a46")


def new_bridge(c: Canvas) -> None:
    c.gradient(
        (0, 0, WIDTH, 700),
        ((0, "#35568a"), (0.4, "#9a8fae"), (0.7, "#f0a888"), (0.92, "#ffd8a0"), (1, "#ffe6bc")),
    )
    c.glow((1130, 640), 700, "#ffb464", 0.8)
    streaks(c, 640, ("#ffe0bc", "#8a7296"), 0.5)
    c.dot((1130, 640), 44, "#fff4d4")
    c.glow((1130, 640), 240, "#fff0c0", 0.9)
    hill(c, ridge(c, 668, 22), 700, ((0, "#8f7f98"), (1, "#c99a94")))
    bank(c, 702, ("#5d5268", "#75627a", "#a88478"), 16)

    mist(c, (0, 600, WIDTH, 730), "#ffd9b4", 0.55)
    water(c, 700, "#4a5078")
    sunpath(c, 1130, 704, "#ffe4b0")
    with mirrored(c, (0, 90, WIDTH, 716), 0.4):
        piers(c)
        roadway(c)
    for x, y, length in ((720, 800, 190), (1220, 770, 110)):
        with mirrored(c, (x - 5, y - length * 0.5, x + length + 5, y + length * 0.1), 0.5):
            sampan(c, (x, y), length, "#3a2c34", "#1a1418")
            person(c, (x + length * 0.7, y + length * 0.04), length * 0.42, "#4a3048")


def old_house(c: Canvas, near: float, far: float, side: int, key: int) -> None:
    """A shop-house on one side of the lantern street, between two depths (1 is the frame)."""

    def spot(depth: float, height: float) -> Point:
        return 750 + side * 760 * depth, 560 - height * depth

    wall = ("#d9a53c", "#c98f34", "#e0b456", "#b8803a")[key % 4]
    dim = mix("#2a1a24", wall, 0.45 + 0.2 * (key % 2))
    c.poly([spot(near, 430), spot(far, 430), spot(far, -300), spot(near, -300)], dim)
    c.poly(
        [spot(near, 60), spot(far, 60), spot(far, -300), spot(near, -300)],
        mix(dim, "#ffb04a", 0.35),
    )
    for start, end, low, high, tone in (
        (0.18, 0.44, -290, 0, "#ffcf7a"),
        (0.56, 0.84, -290, 0, "#ffb45a"),
        (0.2, 0.42, 170, 340, "#3f4a3a"),
        (0.58, 0.8, 170, 340, "#ffd98a"),
    ):
        a, b = far + (near - far) * start, far + (near - far) * end
        c.poly([spot(a, high), spot(b, high), spot(b, low), spot(a, low)], tone)
        for i in range(1, 4):
            bar = a + (b - a) * i / 4
            c.line([spot(bar, high), spot(bar, low)], "#4a2c18", max(1.0, 5 * near))
    c.poly(
        [spot(near, 100), spot(far, 100), spot(far * 0.94, 50), spot(near * 0.94, 50)], "#5d2c20"
    )
    c.poly(
        [spot(near, 470), spot(far, 470), spot(far * 0.93, 410), spot(near * 0.93, 410)], "#4a241c"
    )
    c.line([spot(near, 430), spot(near, -300)], glaze("#180c10", 0.6), 4 * near)


def stroller(c: Canvas, foot: Point, height: float, coat: Colour) -> None:
    """Someone walking bare-headed at night, half in shadow."""
    x, y = foot
    for side in (-1, 1):
        c.line(
            [(x + side * height * 0.04, y - height * 0.46), (x + side * height * 0.09, y)],
            "#17131c",
            height * 0.09,
        )
    c.shape((x, y), height, ((-0.12, -0.38), (-0.14, -0.8), (0.14, -0.8), (0.12, -0.38)), coat)
    c.shape(
        (x, y),
        height,
        ((0.04, -0.38), (0.04, -0.8), (0.14, -0.8), (0.12, -0.38)),
        mix(coat, "#ffb45a", 0.3),
    )
    c.dot((x, y - height * 0.88), height * 0.065, "#1b1418", 1.2)


def old_street(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 600), ((0, "#0c1230"), (0.7, "#2a2a58"), (1, "#6a4458")))
    c.glow((750, 540), 420, "#ffa04a", 0.7)
    edges = [0.1, 0.16, 0.24, 0.35, 0.5, 0.72, 1.04]
    for i in range(6):
        for side in (-1, 1):
            old_house(c, edges[i + 1], edges[i], side, i + (side > 0) * 2)
    c.shade(
        [(674, 586), (826, 586), (1510, 850), (1510, 1010), (-10, 1010), (-10, 850)],
        ((0, "#e0a05a"), (0.3, "#8f5f48"), (1, "#3a2a34")),
    )
    for _ in range(900):
        t = c.rng.random() ** 0.8
        y = 592 + 410 * t
        x = 750 + c.rng.uniform(-1, 1) * (76 + 780 * t)
        c.dot((x, y), 4 + 30 * t, glaze(mix("#2a1c24", "#ffb85a", c.rng.random() ** 2), 0.4), 0.2)


def street_crowd(c: Canvas) -> None:
    silks = ("#ff5a2a", "#ffb42a", "#e82a4a", "#ff8a2a", "#c83ac8", "#5ac84a", "#3a9ae0")
    hanging = []
    for depth in (0.14, 0.2, 0.29, 0.42, 0.62):
        sag = [
            (750 + 760 * depth * s, 560 - 470 * depth + 130 * depth * (1 - s * s))
            for s in (-1, -0.6, -0.2, 0.2, 0.6, 1)
        ]
        c.line(sag, "#1c1420", max(1.0, 4 * depth))
        hanging += [(depth, x, y) for x, y in sag[1:-1]]
    crowd = [(c.rng.uniform(0.13, 0.5), c.rng.uniform(-0.8, 0.8)) for _ in range(46)]
    for depth, across in sorted(crowd):
        spot = (750 + 620 * depth * across, 560 + 300 * depth)
        shadow(c, (spot[0] - 60 * depth, spot[1] - 6, spot[0] + 60 * depth, spot[1] + 8), 0.6)
        stroller(c, spot, 260 * depth, mix(SHIRTS[c.rng.randrange(8)], "#2a1a28", 0.55))
    for i, (depth, x, y) in enumerate(hanging):
        lantern(c, (x, y), 120 * depth, silks[i % 7])
    for x, y, size, silk in (
        (70, 210, 150, "#ff5a2a"),
        (260, 120, 120, "#ffb42a"),
        (1440, 190, 160, "#e82a4a"),
        (1250, 110, 118, "#ff8a2a"),
    ):
        lantern(c, (x, y), size, silk)
    for x, height, coat in ((520, 360, "#e2d9d0"), (980, 380, "#a83f5c")):
        shadow(c, (x - 70, 930, x + 90, 962), 0.6)
        tunic(c, (x, 950), height, mix(coat, "#5a2a28", 0.3))


def lantern_street(c: Canvas) -> None:
    old_street(c)
    street_crowd(c)


def tower(c: Canvas, box: tuple[float, float, float, float], tone: Colour) -> None:
    x0, y0, x1, y1 = box
    c.gradient(box, ((0, tone), (1, mix(tone, "#c88a6a", 0.25))))
    c.gradient(
        (x0 + (x1 - x0) * 0.7, y0, x1, y1),
        ((0, mix(tone, "#000000", 0.35)), (1, mix(tone, "#000000", 0.2))),
    )
    step = max(9.0, (x1 - x0) / 9)
    y = y0 + step
    while y < y1 - step:
        x = x0 + step * 0.5
        while x < x1 - step * 0.6:
            if c.rng.random() < 0.55:
                lamp = c.rng.choice(("#ffd98a", "#ffb85a", "#fff0c8", "#bfe0ff"))
                c.rect(
                    (x, y, x + step * 0.5, y + step * 0.55), mix(tone, lamp, c.rng.uniform(0.4, 1))
                )
            x += step
        y += step * 1.15


def skyline(c: Canvas) -> None:
    c.gradient(
        (0, 0, WIDTH, 620), ((0, "#0c1434"), (0.5, "#27305f"), (0.8, "#6a4a78"), (1, "#d9826a"))
    )
    for _ in range(160):
        c.dot(
            (c.rng.uniform(0, WIDTH), c.rng.uniform(0, 360)),
            c.rng.uniform(0.8, 2),
            glaze("#ffffff", 0.7),
        )
    streaks(c, 600, ("#8a6a98", "#2f2a54"), 0.45)
    c.dot((330, 150), 42, "#fff6dc")
    c.glow((330, 150), 240, "#fff0c8", 0.5)
    for layer, tone in ((0, "#3c3a68"), (1, "#2a2c54"), (2, "#1c2042")):
        x = -30.0
        while x < WIDTH:
            wide = c.rng.uniform(54, 120) + layer * 10
            tall = c.rng.uniform(90, 330) * (1.0 - 0.2 * layer) * (1.2 if 500 < x < 1150 else 0.7)
            tower(c, (x, 610 - tall, x + wide, 612), tone)
            if c.rng.random() < 0.3:
                c.line([(x + wide / 2, 610 - tall), (x + wide / 2, 570 - tall)], tone, 4)
                c.glow((x + wide / 2, 570 - tall), 20, "#ff5a4a", 0.9)
            x += wide * c.rng.uniform(0.8, 1.25)
    c.rect((0, 602, WIDTH, 618), "#141833")
    for i in range(60):
        x = 12 + i * 25.4
        c.dot((x, 600), 3.6, "#ffe6a8")
        if i % 3 == 0:
            c.glow((x, 600), 46, "#ffc46a", 0.6)
            foliage(c, (x + 12, 592), (14, 11), ("#12233a", "#1f3a3a", "#5d6a4a"), 40)


def lit_river(c: Canvas) -> None:
    water(c, 616, "#0f1838", count=1800)
    for _ in range(420):
        x = c.rng.uniform(0, WIDTH)
        tone = c.rng.choice(("#ffd98a", "#ffb85a", "#ff8a5a", "#bfe0ff"))
        depth = c.rng.random()
        c.dot(
            (x, 622 + 300 * depth**1.6), 4 + 22 * depth, glaze(tone, 0.35 * (1 - depth * 0.7)), 0.14
        )
    for x, y, length in ((420, 740, 260), (980, 690, 170)):
        c.shape((x, y), length, ((0, 0), (1, 0), (0.92, 0.1), (0.08, 0.1)), "#0c1026")
        c.rect((x + length * 0.14, y - length * 0.16, x + length * 0.84, y), "#171c3a")
        for i in range(9):
            px = x + length * (0.17 + 0.075 * i)
            c.rect((px, y - length * 0.12, px + length * 0.045, y - length * 0.04), "#ffe0a0")
            c.dot((px, y - length * 0.19), length * 0.012, ("#ff6a4a", "#ffd24a", "#5ad08a")[i % 3])
        c.glow((x + length / 2, y - length * 0.06), length * 0.7, "#ffb85a", 0.45)


def embankment(c: Canvas) -> None:
    night = ("#070b18", "#0c1424", "#1c2a38")
    palm(c, (1330, 1010), 560, 0.08, night)
    palm(c, (1450, 1010), 440, -0.1, night)
    palm(c, (70, 1010), 480, 0.12, night)
    c.poly([(-10, 960), (400, 976), (1510, 956), (1510, 1010), (-10, 1010)], "#080c18")
    for i, x in enumerate((520, 590, 860, 905)):
        tall = 150 + 10 * (i % 2)
        c.dot((x, 974 - tall * 0.86), tall * 0.08, "#0a0e1c", 1.15)
        c.poly(
            [
                (x - tall * 0.12, 976),
                (x - tall * 0.13, 974 - tall * 0.72),
                (x + tall * 0.13, 974 - tall * 0.72),
                (x + tall * 0.12, 976),
            ],
            "#0a0e1c",
        )


def city_at_night(c: Canvas) -> None:
    skyline(c)
    lit_river(c)
    embankment(c)
