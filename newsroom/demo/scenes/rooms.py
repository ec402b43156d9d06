"""Scenes indoors: library, meeting hall."""

import math

from newsroom.demo.canvas import HEIGHT, WIDTH, Canvas, Point, glaze, mix
from newsroom.demo.figures import SKIN, bust, flag
from newsroom.demo.plants import foliage

PAGES = ((0, "#fdf6e2"), (1, "#e0d6ba"))


COVERS = (
    "#8a2f2a",
    "#2f4f7a",
    "#c9a24a",
    "#3f6a4a",
    "#e6dcc4",
    "#6a3a5a",
    "#b5643a",
    "#37424a",
    "#a88a5c",
)


def aisle(side: int, box: tuple[float, float, float, float]) -> list[Point]:
    """The upright `box` (near, high, far, low) on one side of the library's aisle."""
    near, high, far, low = box
    corners = ((near, high), (far, high), (far, low), (near, low))
    return [(750 + side * 640 * depth, 470 - height * depth) for depth, height in corners]


def bookcase(c: Canvas, side: int) -> None:
    """Shelves along one side of the aisle, running away from us."""
    c.poly(aisle(side, (1.4, 480, 0.2, -420)), "#5a3a22")
    for shelf in range(6):
        low = -400 + shelf * 142
        depth = 0.2
        while depth < 1.4:
            deeper = depth * c.rng.uniform(1.018, 1.04)
            tall = c.rng.uniform(92, 122)
            lamp = max(0.0, 1 - abs(depth - 0.25) * 0.75)
            tone = mix("#1c120c", c.near(c.rng.choice(COVERS), 0.1), 0.42 + 0.55 * lamp)
            if c.rng.random() > 0.05:
                c.poly(aisle(side, (depth, low + tall, deeper, low)), tone)
                band = low + tall * 0.75
                c.poly(aisle(side, (depth, band + 7, deeper, band)), mix(tone, "#f0d890", 0.45))
            depth = deeper
        c.poly(aisle(side, (1.4, low, 0.2, low - 14)), "#a8764a")
        c.poly(aisle(side, (1.4, low - 14, 0.2, low - 20)), "#3a2414")
    for post in (0.2, 0.3, 0.46, 0.7, 1.06):
        c.poly(aisle(side, (post, 480, post * 1.03, -420)), "#94643c")


def open_book(c: Canvas, spine: Point) -> None:
    x, y = spine
    c.shade([(x - 74, y - 10), (x, y), (x, y + 34), (x - 92, y + 22)], PAGES)
    c.shade([(x, y), (x + 74, y - 10), (x + 92, y + 22), (x, y + 34)], PAGES)
    for i in range(4):
        line = y + 2 + i * 7
        c.line([(x - 72, line - 5), (x - 12, line + 3)], glaze("#6a5f50", 0.5), 2)
        c.line([(x + 12, line + 3), (x + 72, line - 5)], glaze("#6a5f50", 0.5), 2)


def library(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 500), ((0, "#c9b48c"), (1, "#e6d4ac")))
    c.shade(
        [(622, 554), (878, 554), (1690, 1060), (-190, 1060)],
        ((0, "#e6c48c"), (0.4, "#b5804c"), (1, "#6a4226")),
    )
    for i in range(-9, 10):
        c.line([(750 + i * 14, 554), (750 + i * 104, 1000)], glaze("#4a2c14", 0.35), 3)
    c.rect((622, 374, 878, 556), "#efe2c0")
    c.gradient((644, 380, 856, 540), ((0, "#fffdf0"), (1, "#d9ecd0")))
    foliage(c, (700, 520), (70, 44), ("#6a9a5c", "#9cc47c", "#dcecb0"), 220)
    foliage(c, (820, 530), (60, 40), ("#6a9a5c", "#9cc47c", "#dcecb0"), 200)
    for i in range(5):
        c.line([(644 + i * 53, 378), (644 + i * 53, 540)], "#8a6a44", 6)
    c.line([(640, 446), (860, 446)], "#8a6a44", 6)
    bookcase(c, -1)
    bookcase(c, 1)
    c.glow((750, 450), 420, "#fff4d0", 0.75)
    c.poly([(644, 400), (856, 400), (1180, 1000), (320, 1000)], glaze("#fff2c8", 0.12))
    c.poly([(690, 400), (810, 400), (960, 1000), (540, 1000)], glaze("#fff2c8", 0.14))
    c.shade([(520, 700), (1060, 700), (1180, 840), (400, 840)], ((0, "#c48f58"), (1, "#9a6636")))
    c.poly([(400, 840), (1180, 840), (1180, 872), (400, 872)], "#5d3a1e")
    for x in (430, 1130):
        c.rect((x, 872, x + 26, 1000), "#4a2c16")
    for x in (640, 940):
        open_book(c, (x, 758))
    for i, tone in enumerate(("#8a2f2a", "#2f4f7a", "#c9a24a", "#3f6a4a")):
        c.rect((1000 + i * 3, 780 - i * 22, 1120 - i * 5, 802 - i * 22), tone)
        c.rect((1004 + i * 3, 796 - i * 22, 1116 - i * 5, 801 - i * 22), "#f0e6cc")
    for _ in range(90):
        spot = (c.rng.gauss(750, 150), c.rng.uniform(420, 900))
        c.dot(spot, c.rng.uniform(1.2, 3), glaze("#fff8dc", 0.5))
    for x, size, tone in ((610, 118, "#f4f2ea"), (900, 112, "#5a86b0")):
        bust(c, (x, 790), size, tone)
        c.dot((x, 772), size * 0.37, "#1c1917", 1.3)
        c.glow((x, 690), size * 1.3, "#fff0c8", 0.2)
        c.rect((x - size * 1.2, 900, x + size * 1.2, 1000), "#7a4c28")
        c.rect((x - size * 1.2, 900, x + size * 1.2, 914), "#b0783f")


def curtain(c: Canvas) -> None:
    c.gradient((0, 0, WIDTH, 620), ((0, "#6a1014"), (0.5, "#a81c20"), (1, "#7a1418")))
    for i in range(44):
        x = i * 35 - 8
        c.gradient((x, 90, x + 12, 600), ((0, "#5a0c10"), (0.5, "#8f161a"), (1, "#5a0c10")))
        c.gradient((x + 18, 90, x + 27, 600), ((0, "#b52a2c"), (0.5, "#d9403c"), (1, "#a82426")))
    for i in range(10):
        x = i * 160 - 40
        for ring in range(4):
            drop = [
                (x + 160 * t / 14, 92 + (58 - ring * 15) * math.sin(math.pi * t / 14))
                for t in range(15)
            ]
            c.poly([(x, 0), *drop, (x + 160, 0)], mix("#e0a83c", "#8a1418", ring / 3.5))
    c.rect((0, 0, WIDTH, 30), "#3a0a0c")
    star = []
    for i in range(10):
        reach = 92 if i % 2 == 0 else 36
        angle = math.pi * (i / 5 - 0.5)
        star.append((750 + math.cos(angle) * reach, 268 + math.sin(angle) * reach))
    c.glow((750, 268), 230, "#ffd860", 0.6)
    c.poly(star, "#f7d33c")
    for x in (190, 290, 1210, 1310):
        flag(c, (x, 590), 400, 1)
        c.shade(
            [(x - 4, 196), (x + 76, 250), (x + 64, 470), (x - 4, 500)],
            ((0, "#e0282c"), (0.6, "#b51c20"), (1, "#8a1216")),
        )
        c.line([(x + 26, 226), (x + 20, 486)], glaze("#4a0608", 0.4), 8)


def presidium(c: Canvas) -> None:
    c.gradient((0, 590, WIDTH, 680), ((0, "#b57c48"), (1, "#7a4c28")))
    c.rect((0, 680, WIDTH, 720), "#4a2c18")
    for i in range(7):
        x = 480 + i * 90
        bust(c, (x, 512), 46, "#27304a" if i % 3 else "#e6e2d8", "#17120f")
        c.dot((x, 497), 18, SKIN, 1.25)
        c.dot((x, 480), 20, "#17120f", 0.6)
        c.poly([(x - 9, 528), (x + 9, 528), (x, 560)], "#f4f2ea")
    c.gradient((430, 560, 1070, 650), ((0, "#d0282c"), (1, "#8a161a")))
    c.rect((420, 548, 1080, 564), "#f2ead8")
    for i in range(30):
        c.line([(436 + i * 22, 566), (436 + i * 22, 648)], glaze("#4a0608", 0.3), 5)
    for x in (520, 640, 860, 980):
        foliage(c, (x, 536), (26, 16), ("#2f6a3a", "#d9486a", "#ffe0e0"), 60)


def lectern(c: Canvas) -> None:
    c.shade([(160, 500), (300, 500), (284, 668), (176, 668)], ((0, "#b57a3c"), (1, "#6a3f1c")))
    c.poly([(146, 486), (314, 486), (304, 506), (156, 506)], "#d9a05c")
    foliage(c, (230, 500), (74, 26), ("#2f6a3a", "#e0486a", "#fff0d0"), 170)
    bust(c, (230, 408), 58, "#22304f")
    c.dot((230, 389), 22, SKIN, 1.25)
    c.dot((230, 368), 25, "#17120f", 0.6)
    c.poly([(219, 430), (241, 430), (230, 470)], "#f4f2ea")
    c.line([(250, 486), (262, 446)], "#17120f", 4)


def audience(c: Canvas) -> None:
    c.gradient((0, 716, WIDTH, HEIGHT), ((0, "#5a2c20"), (1, "#24100e")))
    for lamp in (230, 750, 1270):
        beam = [(lamp - 50, 0), (lamp + 50, 0), (lamp + 250, 700), (lamp - 250, 700)]
        c.poly(beam, glaze("#fff0c8", 0.05))
    coats = ("#e9e6de", "#2b3854", "#cfd8e0", "#7a8a6a", "#f4f2ec", "#4a3448", "#b5c0cc")
    for row in range(4):
        size = 50 + row * 26
        gap = size * 2.1
        for i in range(-1, round(WIDTH / gap) + 2):
            x = i * gap + (row % 2) * gap / 2 + c.rng.uniform(-6, 6)
            y = 742 + row * 68 + row * row * 6
            bust(
                c,
                (x, y),
                size * c.rng.uniform(0.95, 1.05),
                mix(c.rng.choice(coats), "#1c0c0c", 0.36 - row * 0.04),
            )
        c.veil((0, 716, WIDTH, HEIGHT), "#2a0c0c", ((0, 0.1), (1, 0.1)))


def meeting_hall(c: Canvas) -> None:
    curtain(c)
    presidium(c)
    lectern(c)
    audience(c)
