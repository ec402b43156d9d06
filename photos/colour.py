"""The colours of a picture, made those every screen understands."""

import io

from PIL import Image, ImageCms


def to_srgb(image: Image.Image) -> Image.Image:
    """Give the picture in mode RGB or RGBA, its colours those of sRGB."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits a pixel; converting would cut off all but the darkest 256 shades.
        image = image.convert("F").point(lambda value: value / 257 + 0.5).convert("L")
        image.info.pop("transparency", None)
    if image.mode == "1":
        image = image.convert("L")
    if image.mode in {"P", "PA", "LA", "La", "RGBa"} or "transparency" in image.info:
        image = image.convert("RGBA")
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    if alpha:
        image = image.convert("RGB")
    image = _by_profile(image, profile) or image.convert("RGB")
    if alpha and min(alpha.tobytes()) < 255:
        image.putalpha(alpha)
    return image


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    """Convert by the picture's own ICC profile; None where it has none that fits."""
    if not profile:
        return None
    try:
        return ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except Exception:  # a broken profile, or one of another colour space
        return None


def without_metadata(image: Image.Image) -> Image.Image:
    """A new picture that has only the pixels."""
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    return clean


def on_white(image: Image.Image) -> Image.Image:
    """Give the picture without transparency: paper is white."""
    if image.mode == "RGB":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def dominant_colour(image: Image.Image) -> str:
    """Give the colour of most of the picture as "#rrggbb"."""
    small = on_white(image.resize((48, 48), Image.Resampling.BOX)).quantize(6)
    places = small.tobytes()
    place = max(set(places), key=places.count)
    palette = small.getpalette() or []
    return "#{:02x}{:02x}{:02x}".format(*palette[3 * place : 3 * place + 3])
