"""Scenes of bad weather."""

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Point, glaze
from newsroom.demo.figures import cottage, person
from newsroom.demo.goods import shadow
from newsroom.demo.land import bank, streaks
from newsroom.demo.plants import grass, palm
from newsroom.demo.water import ripples


def bent_palm(c: Canvas, foot: Point, height: float) -> None:
    palm(c, foot, height, 0.28, ("#1f2f2a", "#33473a", "#5d7058"))


def flooded_plain(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 470), ((0, "#2b3540"), (0.6, "#566470"), (1, "#98a29c")))
    streaks(c, 460, ("#8f9a9c", "#1f2830"), 0.85)
    c.glow((1000, 470), 420, "#d9dccc", 0.35)
    bank(c, 474, ("#37474a", "#44565a", "#62726c"), 16)
    c.gradient((0, 470, WIDTH, HEIGHT), ((0, "#8d9186"), (0.3, "#6d6c5c"), (1, "#4a473c")))
    ripples(c, (0, 474, WIDTH, HEIGHT), 1800, 0.3)
    for x in (850, 1080, 1290):
        cottage(c, (x, 560), 130, "#7a4a40")
        c.gradient((x - 12, 536, x + 150, 575), ((0, "#7c7d70"), (1, "#75766a")))
    ripples(c, (800, 534, 1480, 620), 260, 0.2)
    for x in (830, 1010, 1240, 1430):
        bent_palm(c, (x, 552), c.rng.uniform(150, 210))


def dyke_road(c: Canvas) -> None:
    dyke = [(560, 470), (600, 470), (700, 1000), (-160, 1000)]
    c.poly([(600, 470), (860, 1000), (690, 1000)], "#3c4a2e")
    c.poly([(560, 470), (-500, 1000), (-140, 1000)], "#46552f")
    c.shade(dyke, ((0, "#8a8478"), (0.5, "#7a6f60"), (1, "#5d5246")))
    grass(c, (640, 560, 860, 1020), 420, ("#2d3d24", "#4c5f34", "#6b7a44"), 54)
    grass(c, (-40, 620, 200, 1020), 700, ("#2d3d24", "#4c5f34", "#6b7a44"), 60)
    for _ in range(12):
        t = c.rng.random()
        place = (570 - 320 * t + c.rng.uniform(-40, 60) * t, 490 + 480 * t)
        c.dot(place, 8 + 80 * t, glaze("#a9b2b4", 0.55), 0.16)


def dyke_watch(c: Canvas) -> None:
    for i in range(7):
        t = (i / 6) ** 2
        x, y, tall = 545 - 620 * t, 480 + 420 * t, 60 + 620 * t
        c.line([(x, y), (x + tall * 0.03, y - tall)], "#22211f", 3 + 12 * t)
        c.line(
            [(x - tall * 0.1, y - tall * 0.93), (x + tall * 0.16, y - tall * 0.96)],
            "#22211f",
            2 + 7 * t,
        )
    for level in range(2):
        for i in range(26):
            t = ((i + 0.5 * level) / 26) ** 1.5
            size = 9 + 44 * t
            place = (604 + 72 * t, 505 + 470 * t - level * size * 0.75)
            place = (place[0] + c.rng.uniform(-0.3, 0.3) * size, place[1])
            c.dot((place[0] + 3, place[1] + size * 0.3), size, "#38322a", 0.52)
            c.dot(place, size * 0.96, c.near("#a89b7c", 0.1), 0.5)
            high = (place[0] - size * 0.2, place[1] - size * 0.14)
            c.dot(high, size * 0.6, glaze("#d9d0b4", 0.5), 0.3)
    for x, y, tall, coat in (
        (480, 700, 150, "#c9a02c"),
        (395, 770, 190, "#2f6a8a"),
        (560, 760, 180, "#b5482f"),
    ):
        shadow(c, (x - 40, y - 8, x + 40, y + 8), 0.5)
        c.shape((x, y), tall, ((-0.2, -0.25), (-0.1, -0.8), (0.1, -0.8), (0.22, -0.25)), coat)
        person(c, (x, y), tall, coat)
    for _ in range(1500):
        x, y, reach = c.rng.uniform(-100, 1500), c.rng.uniform(-60, 1000), c.rng.uniform(24, 90)
        c.line(
            [(x, y), (x + reach * 0.34, y + reach)], glaze("#dfe8ea", c.rng.uniform(0.1, 0.42)), 1.2
        )
    c.veil((0, 380, WIDTH, 700), "#a3adae", ((0, 0), (0.4, 0.3), (1, 0)))


def storm_dyke(c: Canvas) -> None:
    flooded_plain(c)
    dyke_road(c)
    dyke_watch(c)
