import io
import os
from pathlib import Path

import pytest
from PIL import Image

os.environ["HF_HUB_OFFLINE"] = "1"  # before anything imports datasets
os.environ["HF_DATASETS_OFFLINE"] = "1"


def _encode(color="white", size=(8, 6), format="PNG", mode="RGB", **options):
    buffer = io.BytesIO()
    Image.new(mode, size, color).save(buffer, format, **options)
    return buffer.getvalue()


@pytest.fixture
def encode():
    return _encode


@pytest.fixture
def png():
    return _encode()


@pytest.fixture
def pages(tmp_path) -> Path:
    """A folder with eight page images, 0.png to 7.png."""
    for number in range(8):
        (tmp_path / f"{number}.png").write_bytes(_encode((number, 0, 0)))
    return tmp_path
