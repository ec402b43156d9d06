"""Water for the demo's pictures: mirrors, ripples, glints."""

from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageFilter

from newsroom.demo.canvas import HEIGHT, WIDTH, Box, Canvas, Colour, glaze, mix, ramp


def water(c: Canvas, top: float, tint: Colour, bottom: float = HEIGHT, count: int = 1500) -> None:
    """Water from `top` down that mirrors what is painted above it, broken into ripples."""
    x0, y0, x1, y1 = c.pixels((0, top, WIDTH, bottom))
    above = c.image.crop((0, max(0, y0 - (y1 - y0)), x1, y0))
    small = above.reduce(2).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    small = small.filter(ImageFilter.GaussianBlur(2.5 * c.k / 2))
    mirrored = small.resize((x1 - x0, y1 - y0), Image.Resampling.BILINEAR)
    c.image.paste(mirrored, (x0, y0))
    c.veil((0, top, WIDTH, bottom), tint, ((0, 0.12), (0.25, 0.25), (1, 0.6)))
    ripples(c, (0, top, WIDTH, bottom), count)


def ripples(c: Canvas, box: Box, count: int, light: float = 0.05) -> None:
    """Level strokes that carry colour up and down, longer and thicker towards the viewer."""
    x0, y0, x1, y1 = box
    rng, tall = c.rng, y1 - y0
    for _ in range(count):
        depth = rng.random() ** 1.25
        x, y = rng.uniform(x0, x1), y0 + tall * depth
        reach, thick = (
            (8 + 75 * depth) * rng.uniform(0.3, 1),
            (0.7 + 3.6 * depth) * rng.uniform(0.5, 1),
        )
        source = min(y1 - 1, max(y0 + 1, y + rng.gauss(0, 4 + 45 * depth)))
        tone = mix(c.sample((x, source)), "#ffffff", rng.uniform(-0.01, light))
        c.dot((x, y), reach, glaze(tone, 0.75), thick / reach * 0.7)


@contextmanager
def mirrored(c: Canvas, box: Box, strength: float = 0.55) -> Iterator[None]:
    """Throw the reflection of what is drawn inside the block below the foot of `box`."""
    x0, y0, x1, y1 = c.pixels(box)
    before = c.image.crop((x0, y0, x1, y1))
    yield
    part = c.image.crop((x0, y0, x1, y1))
    changed = ImageChops.difference(before, part).convert("L").point(ramp(2, 14))
    fade = Image.linear_gradient("L").resize(part.size)
    fade = fade.point([round(v * strength) for v in range(256)])
    mask = ImageChops.multiply(changed, fade)
    # Halving and doubling again blurs the reflection a little, which is all it needs.
    upside, size = Image.Transpose.FLIP_TOP_BOTTOM, part.size
    part = part.reduce(2).transpose(upside).resize(size, Image.Resampling.BILINEAR)
    mask = mask.reduce(2).transpose(upside).resize(size, Image.Resampling.BILINEAR)
    c.image.paste(part, (x0, y1), mask)
    low = min(HEIGHT, box[3] * 2 - box[1])
    ripples(c, (box[0], box[3], box[2], low), round((box[2] - box[0]) * 0.25), 0.02)


def sunpath(c: Canvas, x: float, box_top: float, colour: Colour, bottom: float = HEIGHT) -> None:
    """Glints under a low sun at `x`."""
    tall = bottom - box_top
    for _ in range(420):
        depth = c.rng.random()
        y = box_top + tall * depth
        reach = (5 + 42 * depth) * c.rng.uniform(0.3, 1)
        thick = (1.2 + 4 * depth) * c.rng.uniform(0.5, 1)
        centre = x + c.rng.gauss(0, 14 + 62 * depth)
        shine = glaze(colour, c.rng.uniform(0.25, 0.8) * (1 - 0.5 * depth))
        c.dot((centre, y), reach, shine, thick / reach * 0.6)
