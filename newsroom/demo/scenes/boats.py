"""Scenes of boats: a race, a fishing harbour."""

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Colour, Point, glaze, mix
from newsroom.demo.figures import SHIRTS, SKIN, boatman
from newsroom.demo.land import CLOUD, DAY, bank, cumulus, hill, mist, ridge, streaks
from newsroom.demo.plants import palm
from newsroom.demo.water import mirrored, ripples, sunpath, water


def paddlers(c: Canvas, bow: Point, length: float, team: Colour) -> None:
    x, y = bow
    tall = length * 0.085
    crew = 17
    for i in range(crew):
        px = x + length * (0.12 + 0.78 * i / crew)
        lean = -tall * 0.45
        c.line([(px, y), (px + lean, y - tall * 0.72)], team, tall * 0.42)
        c.line(
            [(px + lean * 0.8, y - tall * 0.6), (px + lean * 1.5, y - tall * 0.1)],
            SKIN,
            tall * 0.14,
        )
        c.dot((px + lean * 1.2, y - tall * 0.93), tall * 0.13, SKIN, 1.15)
        c.dot((px + lean * 1.15, y - tall * 1.0), tall * 0.135, "#1d1714", 0.8)
        c.line(
            [(px + lean * 1.5, y - tall * 0.98), (px + lean * 0.9, y - tall * 1.0)],
            mix(team, "#ffffff", 0.5),
            tall * 0.06,
        )
        c.line(
            [(px + lean * 0.9, y - tall * 0.5), (px + lean * 1.9, y + tall * 0.5)],
            "#e8c98a",
            tall * 0.07,
        )


def racing_hull(c: Canvas, bow: Point, length: float) -> None:
    x, y = bow
    tall = length * 0.085
    crew = 17
    hull = [
        (x, y - tall * 0.8),
        (x + length * 0.08, y - tall * 0.16),
        (x + length * 0.9, y - tall * 0.16),
        (x + length, y - tall * 1.0),
        (x + length * 0.985, y),
        (x + length * 0.9, y + tall * 0.3),
        (x + length * 0.08, y + tall * 0.3),
        (x + length * 0.02, y),
    ]
    c.poly(hull, "#7a2a1e")
    c.line([hull[0], hull[1], hull[2], hull[3]], "#f0c24a", tall * 0.1)
    c.line(
        [(x + length * 0.08, y + tall * 0.2), (x + length * 0.9, y + tall * 0.2)],
        "#2c0f0a",
        tall * 0.14,
    )
    for i in range(9):
        px = x + length * (0.12 + 0.09 * i)
        c.dot((px, y + tall * 0.05), tall * 0.08, "#f0c24a")
    for i in range(crew * 12):
        px = x + length * (0.05 + 0.82 * (i % crew) / crew) + c.rng.gauss(0, tall * 0.2)
        drop = (px, y + tall * 0.4 - abs(c.rng.gauss(0, tall * 0.24)))
        c.dot(drop, tall * c.rng.uniform(0.012, 0.045), glaze("#ffffff", 0.75))


def long_boat(c: Canvas, bow: Point, length: float, team: Colour) -> None:
    """A racing boat heading left with its crew bent to the paddles."""
    paddlers(c, bow, length, team)
    racing_hull(c, bow, length)


def crowded_bank(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 420), DAY)
    cumulus(c, (320, 240), 560, CLOUD)
    cumulus(c, (1120, 200), 640, CLOUD)
    bank(c, 400, ("#4d7050", "#6b9055", "#a9c078"), 26)
    for _ in range(10):
        palm(
            c,
            (c.rng.uniform(0, WIDTH), 392),
            c.rng.uniform(120, 190),
            c.rng.uniform(-0.15, 0.15),
            ("#365a3a", "#577f48", "#9dba66"),
        )
    c.gradient((0, 392, WIDTH, 470), ((0, "#b09a72"), (1, "#7d6a4c")))
    for i in range(900):
        depth = c.rng.random()
        x, y = c.rng.uniform(0, WIDTH), 398 + 52 * (i / 900)
        c.dot((x, y), 5 + 3 * depth, c.near(SHIRTS[i % 8], 0.2), 1.5)
        c.dot((x, y - 10), 3.6, SKIN if i % 3 else "#efe0b4")
    for i in range(16):
        x = 40 + i * 95 + c.rng.uniform(-20, 20)
        c.line([(x, 450), (x, 340)], "#e6e0d0", 2.5)
        c.poly(
            [(x, 342), (x + 44, 348 + c.rng.uniform(-5, 5)), (x + 42, 374), (x, 370)],
            ("#d3202a", "#e9b93a", "#3a6fb0")[i % 3],
        )


def racing_boats(c: Canvas) -> None:
    c.gradient((0, 456, WIDTH, HEIGHT), ((0, "#8fa08c"), (0.4, "#6f8f92"), (1, "#3f6670")))
    ripples(c, (0, 458, WIDTH, HEIGHT), 1400, 0.16)
    for x, y, length, team in (
        (520, 530, 760, "#e0b23e"),
        (120, 640, 1020, "#3f6fa8"),
        (190, 830, 1240, "#d0463a"),
    ):
        with mirrored(
            c, (max(0, x - 10), y - length * 0.12, min(WIDTH, x + length), y + length * 0.026), 0.45
        ):
            long_boat(c, (x, y), length, team)
        wake = y + length * 0.05
        for _ in range(260):
            place = (x + length * c.rng.uniform(0, 1), wake + c.rng.gauss(0, length * 0.011))
            c.dot(place, length * c.rng.uniform(0.004, 0.02), glaze("#f4fafa", 0.5), 0.14)


def boat_race(c: Canvas) -> None:
    crowded_bank(c)
    racing_boats(c)


def fishing_boat(c: Canvas, stem: Point, length: float, paint: Colour) -> None:
    """A sea-going wooden boat at its mooring, bow to the left."""
    x, y = stem
    u = length / 100
    c.line([(x + 36 * u, y), (x + 36 * u, y - 58 * u)], "#8a7048", u * 1.2)
    c.line([(x + 36 * u, y - 52 * u), (x + 4 * u, y - 10 * u)], "#6a5a48", u * 0.4)
    c.line([(x + 36 * u, y - 52 * u), (x + 92 * u, y - 12 * u)], "#6a5a48", u * 0.4)
    c.line([(x + 36 * u, y - 16 * u), (x + 66 * u, y - 46 * u)], "#8a7048", u * 0.9)
    c.rect((x + 55 * u, y - 26 * u, x + 86 * u, y + 2 * u), "#d9dccf")
    c.rect((x + 72 * u, y - 26 * u, x + 86 * u, y + 2 * u), "#aab3a8")
    c.rect((x + 52 * u, y - 29 * u, x + 89 * u, y - 25.5 * u), mix(paint, "#000000", 0.2))
    for i in range(4):
        c.rect((x + (57.5 + 7 * i) * u, y - 22 * u, x + (62 + 7 * i) * u, y - 14 * u), "#28404a")
    hull = [
        (x, y - 15 * u),
        (x + 20 * u, y - 5 * u),
        (x + 50 * u, y),
        (x + 85 * u, y - 2 * u),
        (x + 101 * u, y - 8 * u),
        (x + 97 * u, y + 14 * u),
        (x + 20 * u, y + 14 * u),
        (x + 9 * u, y + 6 * u),
    ]
    c.poly(hull, paint)
    c.shape((x, y), u, ((9, 6), (20, 8.5), (98, 8), (97, 14), (20, 14)), "#7c2b22")
    c.line(hull[:5], "#d8432f", u * 2.4)
    c.line([(px, py + 3 * u) for px, py in hull[:5]], "#f0e6d0", u * 0.9)
    c.dot((x + 11.5 * u, y - 2.4 * u), 2.6 * u, "#f5f0e4", 0.7)
    c.dot((x + 11 * u, y - 2.4 * u), 1.3 * u, "#101010")
    for i in range(7):
        c.dot(
            (x + (26 + 3.6 * i) * u, y - 3 * u - (i % 2) * 2 * u),
            3 * u,
            c.near(("#3a7a5a", "#c8742e")[i % 2], 0.2),
            0.8,
        )
    c.line([(x + 90 * u, y - 28 * u), (x + 90 * u, y - 44 * u)], "#ddd", u * 0.5)
    c.shape((x, y), u, ((90, -44), (101, -42.5), (101, -35.5), (90, -37)), "#d3202a")


def fishing_harbour(c: Canvas) -> None:
    c.gradient(
        (0, 0, WIDTH, 520), ((0, "#3c5f8f"), (0.45, "#a98fa8"), (0.75, "#f0b893"), (1, "#ffe0b0"))
    )
    c.glow((300, 460), 620, "#ffc080", 0.7)
    streaks(c, 500, ("#ffe3c0", "#8f7a9a"), 0.5)
    hill(c, ridge(c, 400, 70), 540, ((0, "#7b83a4"), (1, "#d0a9a0")))
    hill(c, ridge(c, 460, 40), 540, ((0, "#5d6c8c"), (1, "#a58f98")))
    mist(c, (0, 400, WIDTH, 540), "#f3c9ae", 0.6)
    water(c, 520, "#34507a")
    sunpath(c, 300, 526, "#ffe0ae")
    paints = ("#2f6f9f", "#2f8a8a", "#28588a", "#3a7fae")
    fleet = [(60 + i * 150 + c.rng.uniform(-20, 20), 536, 130) for i in range(9)]
    fleet += [(620, 590, 270), (930, 600, 290), (1210, 606, 300), (150, 640, 340), (880, 720, 520)]
    for i, (x, y, length) in enumerate(fleet):
        with mirrored(c, (x - 4, y - length * 0.6, x + length * 1.03, y + length * 0.14), 0.6):
            fishing_boat(c, (x, y), length, paints[i % 4])
    for x, y, size in ((210, 850, 150), (420, 900, 190)):
        c.dot((x, y + size * 0.2), size * 0.56, glaze("#0a1420", 0.5), 0.3)
        c.dot((x, y + size * 0.1), size * 0.52, "#5a432c", 0.5)
        c.dot((x, y), size * 0.52, "#a5824f", 0.36)
        c.dot((x, y + size * 0.02), size * 0.45, "#3a2a1a", 0.33)
    boatman(c, (420, 925), 200, "#3c3a50", 1)
