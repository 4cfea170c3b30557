import hashlib
import io

import pytest
from PIL import Image

from dharma_pl.data.base import BadRow
from dharma_pl.data.images import image_digest, image_size, load_image, verify_image
from dharma_pl.errors import DataError
from dharma_pl.records import ImageRef


def test_bytes_win_over_path(png):
    image = load_image(ImageRef("no/such/file.png", png))
    assert (image.mode, image.size) == ("RGB", (8, 6))


def test_exif_orientation_is_applied(encode):
    exif = Image.Exif()
    exif[0x0112] = 6  # rotate by 90 degrees to be upright
    image = load_image(ImageRef(bytes=encode(size=(8, 6), format="JPEG", exif=exif)))
    assert image.size == (6, 8)


def test_transparent_parts_become_paper(encode):
    ref = ImageRef(bytes=encode((0, 0, 0, 0), mode="RGBA"))
    assert load_image(ref).getpixel((0, 0)) == (255, 255, 255)


def test_transparent_palette_becomes_paper(encode):
    ref = ImageRef(bytes=encode(0, mode="P", format="GIF", transparency=0))
    assert load_image(ref).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (32768, 128), (65535, 255)])
def test_16_bit_scans_keep_their_greys(value, expected, encode):
    ref = ImageRef(bytes=encode(value, mode="I;16"))
    assert load_image(ref).getpixel((0, 0)) == (expected,) * 3


def test_a_bomb_is_refused(png, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 40)  # 8 x 6 is in Pillow's own warning range
    with pytest.raises(DataError, match="unreadable"):
        load_image(ImageRef(bytes=png))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    with pytest.raises(DataError, match="unreadable"):
        load_image(ImageRef(bytes=png))


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_refused_where_pillow_only_warns(png, monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 40)
    with pytest.raises(DataError, match="8 x 6 pixels, more than the 40"):
        load_image(ImageRef(bytes=png))


def test_many_pages_in_a_tiff_are_not_dropped():
    buffer = io.BytesIO()
    first, second = Image.new("RGB", (4, 4)), Image.new("RGB", (4, 4))
    first.save(buffer, "TIFF", save_all=True, append_images=[second])
    with pytest.raises(DataError, match="has 2 pages, expected one"):
        load_image(ImageRef(bytes=buffer.getvalue()))


@pytest.mark.parametrize("data", [b"", b"no image", b"\x89PNG\r\n\x1a\n"])
def test_damaged_bytes_are_one_line(data):
    with pytest.raises(DataError, match=r"^image of \d+ bytes is unreadable [^\n]*$"):
        load_image(ImageRef(bytes=data))


def test_a_cut_body_shows_only_when_decoded_in_full():
    noise = Image.effect_noise((64, 64), 50)
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    ref = ImageRef(bytes=buffer.getvalue()[:1000])
    verify_image(ref)
    with pytest.raises(BadRow, match="unreadable") as caught:
        verify_image(ref, full=True)
    assert caught.value.kind == "unreadable_image"
    with pytest.raises(DataError, match="unreadable"):
        load_image(ref)


@pytest.mark.parametrize("path", ["no.png", "nul\0.png", ".", "a" * 5000])
def test_paths_that_do_not_open(path):
    with pytest.raises(DataError, match="image"):
        load_image(ImageRef(path))
    with pytest.raises(DataError, match="image"):
        image_digest(ImageRef(path))


def test_a_reference_without_anything():
    with pytest.raises(DataError, match="neither a path nor bytes"):
        load_image(ImageRef())


def test_digest_is_of_the_encoded_bytes(tmp_path, png):
    (tmp_path / "a.png").write_bytes(png)
    expected = hashlib.sha256(png).hexdigest()
    assert image_digest(ImageRef(str(tmp_path / "a.png"))) == expected
    assert image_digest(ImageRef("elsewhere.png", png)) == expected


def test_size_comes_from_the_header(png):
    assert image_size(ImageRef(bytes=png)) == (8, 6)
    with pytest.raises(DataError, match="unreadable"):
        image_size(ImageRef(bytes=b"no image"))
