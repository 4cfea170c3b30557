"""Reading page images: what a user's folder holds, made into RGB or refused in one line."""

import hashlib
import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from dharma_pl.data.base import BadRow, short, shown
from dharma_pl.errors import DataError
from dharma_pl.records import ImageRef


def load_image(ref: ImageRef) -> Image.Image:
    """Decode an image upright and in RGB; transparent parts become white, as paper is.

    Raises:
        DataError: missing, not an image, truncated, of several pages, or with more pixels than
            `PIL.Image.MAX_IMAGE_PIXELS` (a decompression bomb).
    """
    try:
        with _open(ref) as file, _decoder(ref, file) as image:
            return _upright_rgb(image)
    except BadRow as error:
        raise DataError(error.message) from error
    except Exception as error:  # decoders raise anything on damaged files
        raise DataError(_unreadable(ref, error).message) from error


def image_digest(ref: ImageRef) -> str:
    """SHA-256 of the encoded bytes, in hexadecimal.

    Raises:
        DataError: the file is missing.
    """
    try:
        with _open(ref) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except BadRow as error:
        raise DataError(error.message) from error


def verify_image(ref: ImageRef, *, full: bool = False) -> None:
    """Check that an image is there and its header decodes; with `full` that all of it does.

    Raises:
        BadRow: `missing_image` or `unreadable_image`.
    """
    try:
        with _open(ref) as file, _decoder(ref, file) as image:
            if full:
                image.load()
    except BadRow:
        raise
    except Exception as error:  # as above
        raise _unreadable(ref, error) from error


def _open(ref: ImageRef) -> io.BufferedReader | io.BytesIO:
    if ref.bytes is not None:
        return io.BytesIO(ref.bytes)
    if ref.path is None:
        raise BadRow("missing_image", "an image has neither a path nor bytes: give one of them")
    try:
        return Path(ref.path).open("rb")
    except FileNotFoundError as error:
        message = (
            f"image {shown(ref.path)} does not exist: correct the path "
            "(relative paths start at the data file's folder)"
        )
        raise BadRow("missing_image", message) from error
    except (OSError, ValueError) as error:  # a folder, no permission, a NUL in the path
        message = f"image {shown(ref.path)} cannot be opened ({error})"
        raise BadRow("missing_image", message) from error


def _decoder(ref: ImageRef, file: io.BufferedReader | io.BytesIO) -> Image.Image:
    """Read the header and refuse what would not become one page."""
    image = Image.open(file)
    limit = Image.MAX_IMAGE_PIXELS
    if limit is not None and image.width * image.height > limit:
        raise BadRow(
            "unreadable_image",
            f"image {_name(ref)} has {image.width} x {image.height} pixels, more than the "
            f"{limit} that Pillow takes for safe: scale it down, or set PIL.Image.MAX_IMAGE_PIXELS",
        )
    # Only TIFF: a phone's JPEG holds a preview, and an animation's first frame is the image.
    frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if frames > 1:
        raise BadRow(
            "unreadable_image",
            f"image {_name(ref)} has {frames} pages, expected one: split it into single images",
        )
    return image


def _upright_rgb(image: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # 16-bit scans: Pillow's own conversion would clip to white
        upright = upright.convert("I").point(lambda value: value / 256).convert("L")
    if upright.has_transparency_data:
        layer = upright.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return upright.convert("RGB")


def _name(ref: ImageRef) -> str:
    return shown(ref.path) if ref.path else f"of {len(ref.bytes or b'')} bytes"


def _unreadable(ref: ImageRef, error: Exception) -> BadRow:
    if isinstance(error, UnidentifiedImageError):
        detail = "not an image of a known format"
    else:
        detail = short(str(error), 120)[1:-1] or type(error).__name__
    message = f"image {_name(ref)} is unreadable ({detail}): replace it or leave the row out"
    return BadRow("unreadable_image", message)


def image_size(ref: ImageRef) -> tuple[int, int]:
    """Width and height in pixels, from the header alone.

    Raises:
        DataError: missing, or not an image.
    """
    try:
        with _open(ref) as file, _decoder(ref, file) as image:
            return image.size
    except BadRow as error:
        raise DataError(error.message) from error
    except Exception as error:  # as above
        raise DataError(_unreadable(ref, error).message) from error
