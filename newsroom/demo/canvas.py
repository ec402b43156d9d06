"""A canvas measured in units of a 1500 × 1000 picture, whatever its size in pixels.

Shapes are drawn at twice the size asked for and reduced at the end, which is what smooths their
edges. Every random number comes from the canvas's own generator, so a picture is the same each
time; `Image.effect_noise` is not used because it cannot be seeded.
"""

import math
import random
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageOps

Colour = str | tuple[int, ...]
Point = tuple[float, float]
Box = tuple[float, float, float, float]
Stops = Sequence[tuple[float, Colour]]

WIDTH, HEIGHT = 1500, 1000
OVERSIZE = 2


def rgb(colour: Colour) -> tuple[int, int, int]:
    values = ImageColor.getrgb(colour) if isinstance(colour, str) else colour
    return values[0], values[1], values[2]


def mix(one: Colour, other: Colour, share: float) -> tuple[int, int, int]:
    """`share` of `other` in `one`: 0 is `one`, 1 is `other`."""
    a, b = rgb(one), rgb(other)
    share = min(1.0, max(0.0, share))
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def glaze(colour: Colour, opacity: float) -> tuple[int, int, int, int]:
    return (*rgb(colour), round(255 * min(1.0, max(0.0, opacity))))


def at(stops: Stops, place: float) -> tuple[int, int, int]:
    """The colour at `place` (0 to 1) along a row of colour stops."""
    before = stops[0]
    for stop in stops:
        if stop[0] >= place:
            span = stop[0] - before[0]
            return mix(before[1], stop[1], (place - before[0]) / span if span else 1.0)
        before = stop
    return rgb(before[1])


def ramp(low: int, high: int, top: int = 255) -> list[int]:
    """A table for `Image.point`: 0 up to `low`, easing to `top` at `high`."""
    table = []
    for value in range(256):
        t = min(1.0, max(0.0, (value - low) / max(1, high - low)))
        table.append(round(top * t * t * (3 - 2 * t)))
    return table


def fractal(rng: random.Random, size: tuple[int, int], cells: tuple[int, int]) -> Image.Image:
    """Cloud-like noise, mode L, stretched over the whole range; `cells` of the coarsest layer."""
    columns, rows = cells
    image = Image.frombytes("L", cells, rng.randbytes(columns * rows))
    weight, total = 1.0, 1.0
    while columns * 2 < size[0] and rows * 2 < size[1] and weight > 0.04:
        columns, rows = columns * 2, rows * 2
        weight *= 0.55
        total += weight
        finer = Image.frombytes("L", (columns, rows), rng.randbytes(columns * rows))
        coarse = image.resize((columns, rows), Image.Resampling.BICUBIC)
        image = Image.blend(coarse, finer, weight / total)
    return ImageOps.autocontrast(image.resize(size, Image.Resampling.BICUBIC), cutoff=1)


class Canvas:
    def __init__(self, key: str, size: tuple[int, int]) -> None:
        # The generator paints pictures; nothing secret comes from it.
        self.rng = random.Random(key)  # noqa: S311
        self.size = size
        self.k = OVERSIZE * max(size[0] / WIDTH, size[1] / HEIGHT)
        self.image = Image.new("RGB", (round(WIDTH * self.k), round(HEIGHT * self.k)))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    # Marks

    def scaled(self, points: Iterable[Point]) -> list[Point]:
        k = self.k
        return [(x * k, y * k) for x, y in points]

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """`box` in whole pixels, at least one wide and high."""
        x0, y0, x1, y1 = (round(v * self.k) for v in box)
        return x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)

    def poly(self, points: Iterable[Point], fill: Colour) -> None:
        self.pen.polygon(self.scaled(points), fill=fill)

    def shape(self, origin: Point, unit: float, points: Iterable[Point], fill: Colour) -> None:
        """A polygon whose `points` are counted from `origin` in lengths of `unit`."""
        x, y = origin
        self.poly([(x + dx * unit, y + dy * unit) for dx, dy in points], fill)

    def rect(self, box: Box, fill: Colour) -> None:
        self.pen.rectangle(self.pixels(box), fill=fill)

    def dot(self, centre: Point, radius: float, fill: Colour, flat: float = 1.0) -> None:
        """An ellipse `radius` wide; `flat` is its height over its width."""
        x, y, k = centre[0], centre[1], self.k
        tall = radius * flat
        self.pen.ellipse(
            ((x - radius) * k, (y - tall) * k, (x + radius) * k, (y + tall) * k), fill=fill
        )

    def line(self, points: Iterable[Point], fill: Colour, width: float = 2.0) -> None:
        self.pen.line(
            self.scaled(points), fill=fill, width=max(1, round(width * self.k)), joint="curve"
        )

    def blade(self, root: Point, tip: Point, width: float, fill: Colour) -> None:
        """A stroke that runs to a point: grass, a leaflet, a spark."""
        dx, dy = tip[0] - root[0], tip[1] - root[1]
        length = math.hypot(dx, dy) or 1.0
        ox, oy = -dy / length * width / 2, dx / length * width / 2
        self.poly([(root[0] - ox, root[1] - oy), (root[0] + ox, root[1] + oy), tip], fill)

    def sample(self, point: Point) -> tuple[int, int, int]:
        """The colour already there; points outside give the nearest edge."""
        x = min(self.image.width - 1, max(0, round(point[0] * self.k)))
        y = min(self.image.height - 1, max(0, round(point[1] * self.k)))
        value = self.image.getpixel((x, y))
        return rgb(value if isinstance(value, tuple) else (0, 0, 0))

    def near(self, colour: Colour, spread: float = 0.08) -> tuple[int, int, int]:
        """`colour` a little lighter or darker, as a brush leaves it."""
        shift = self.rng.uniform(-spread, spread)
        return mix(colour, "#ffffff" if shift > 0 else "#000000", abs(shift))

    # Areas

    def band(self, size: tuple[int, int], stops: Stops) -> Image.Image:
        column = Image.new("RGB", (1, 128))
        column.putdata([at(stops, i / 127) for i in range(128)])
        return column.resize(size, Image.Resampling.BILINEAR)

    def gradient(self, box: Box, stops: Stops) -> None:
        """Fill `box` with colours running from its top to its bottom."""
        x0, y0, x1, y1 = self.pixels(box)
        self.image.paste(self.band((x1 - x0, y1 - y0), stops), (x0, y0))

    def shade(self, points: Sequence[Point], stops: Stops) -> None:
        """A polygon filled with colours running from its top to its bottom."""
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        x0, y0, x1, y1 = self.pixels((min(xs), min(ys), max(xs), max(ys)))
        mask = Image.new("L", (x1 - x0, y1 - y0))
        shifted = [(x - x0, y - y0) for x, y in self.scaled(points)]
        ImageDraw.Draw(mask).polygon(shifted, fill=255)
        self.image.paste(self.band(mask.size, stops), (x0, y0), mask)

    def wash(self, box: Box, colour: Colour, mask: Image.Image) -> None:
        """Lay `colour` over `box` where `mask` (mode L, any size) is light."""
        x0, y0, x1, y1 = self.pixels(box)
        fitted = mask.resize((x1 - x0, y1 - y0), Image.Resampling.BILINEAR)
        self.image.paste(rgb(colour), (x0, y0, x1, y1), fitted)

    def veil(self, box: Box, colour: Colour, opacities: Sequence[tuple[float, float]]) -> None:
        """`colour` over `box`, its opacity running from top to bottom: haze, dusk, shade."""
        grey = [(t, (round(o * 255),) * 3) for t, o in opacities]
        self.wash(box, colour, self.band((1, 128), grey).convert("L"))

    def glow(self, centre: Point, radius: float, colour: Colour, strength: float = 1.0) -> None:
        """Light added around a point, fading to nothing at `radius`."""
        x, y = centre
        x0, y0, x1, y1 = self.pixels((x - radius, y - radius, x + radius, y + radius))
        disc = Image.radial_gradient("L").point(
            [round(255 * strength * max(0.0, 1 - v / 180) ** 2) for v in range(256)]
        )
        clip = (max(0, x0), max(0, y0), min(self.image.width, x1), min(self.image.height, y1))
        if clip[0] >= clip[2] or clip[1] >= clip[3]:
            return
        span = 256 / (x1 - x0), 256 / (y1 - y0)
        part = (
            (clip[0] - x0) * span[0],
            (clip[1] - y0) * span[1],
            (clip[2] - x0) * span[0],
            (clip[3] - y0) * span[1],
        )
        size = clip[2] - clip[0], clip[3] - clip[1]
        disc = disc.resize(size, Image.Resampling.BILINEAR, box=part)
        red, green, blue = rgb(colour)
        light = Image.merge(
            "RGB", [disc.point([v * c // 255 for v in range(256)]) for c in (red, green, blue)]
        )
        self.image.paste(ImageChops.screen(self.image.crop(clip), light), clip[:2])

    def soften(self, box: Box, radius: float) -> None:
        """Put `box` out of focus."""
        left, top, right, bottom = box
        x0, y0, x1, y1 = self.pixels(
            (max(0, left), max(0, top), min(WIDTH, right), min(HEIGHT, bottom))
        )
        part = self.image.crop((x0, y0, x1, y1))
        less = max(1, min(4, round(radius * self.k / 3)))
        small = part.reduce(less).filter(ImageFilter.GaussianBlur(radius * self.k / less))
        self.image.paste(small.resize(part.size, Image.Resampling.BICUBIC), (x0, y0))

    def brush(self, box: Box, count: int, length: float, width: float = 6) -> None:
        """Go over `box` with short level strokes of the colours already there."""
        rng, pen, k = self.rng, self.pen, self.k
        for _ in range(count):
            x, y = rng.uniform(box[0], box[2]), rng.uniform(box[1], box[3])
            reach, tilt = length * rng.uniform(0.4, 1), length * rng.uniform(-0.06, 0.06)
            tone = self.near(self.sample((x, y)), 0.05)
            pen.line(
                ((x - reach) * k, (y + tilt) * k, (x + reach) * k, (y - tilt) * k),
                fill=(*tone, 130),
                width=max(1, round(width * k * rng.uniform(0.4, 1))),
            )

    def tilt(self, sheet: Image.Image, box: Box, near: float = 0.5) -> None:
        """Lay `sheet` on the ground in `box`, far edge at the top; small `near` tilts it more."""
        x0, y0, x1, y1 = self.pixels(box)
        width, height = x1 - x0, y1 - y0
        start = height * near
        pull = sheet.width * start / width
        deep = sheet.height * start * (height + start) / height
        # Both run as 1 / (y + start): across from the middle, and away from the far edge.
        middle = sheet.width / 2
        plane = (
            pull / start,
            middle / start,
            middle - pull * width / 2 / start,
            0,
            deep / start / start,
            0,
            0,
            1 / start,
        )
        flat = sheet.transform(
            (width, height), Image.Transform.PERSPECTIVE, plane, Image.Resampling.BILINEAR
        )
        self.image.paste(flat, (x0, y0))

    # The finished picture

    def finish(self) -> Image.Image:
        """Reduce to the size asked for, bloom the lights, darken the corners, add grain."""
        image = ImageOps.fit(self.image, self.size, Image.Resampling.BOX)
        bloom = image.reduce(4).filter(ImageFilter.GaussianBlur(max(1.0, 4 * self.k / OVERSIZE)))
        bloom = bloom.point(ramp(120, 255, 70) * 3)
        image = ImageChops.screen(image, bloom.resize(image.size, Image.Resampling.BILINEAR))
        width, height = image.size
        grain = Image.frombytes("L", image.size, self.rng.randbytes(width * height))
        corners = Image.radial_gradient("L").point([131 - v * v // 1500 for v in range(256)])
        corners = corners.resize(image.size, Image.Resampling.BILINEAR)
        paper = Image.blend(corners, grain, 0.065)
        return ImageChops.overlay(image, Image.merge("RGB", [paper] * 3))
