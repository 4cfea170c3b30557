"""Every family's processor must come back from a folder, with torchvision or without."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from tokenizers import Regex, Tokenizer, models, pre_tokenizers
from transformers import (
    Gemma3Config,
    Gemma3Processor,
    Idefics3Config,
    Idefics3Processor,
    InternVLProcessor,
    LlamaConfig,
    LlavaConfig,
    LlavaProcessor,
    PreTrainedConfig,
    PreTrainedTokenizerBase,
    PreTrainedTokenizerFast,
    Qwen2_5_VLConfig,
    Qwen2_5_VLProcessor,
    Qwen2VLConfig,
    Qwen2VLProcessor,
    Qwen3VLConfig,
    Qwen3VLProcessor,
)
from transformers.models.clip.image_processing_pil_clip import CLIPImageProcessorPil
from transformers.models.gemma3.image_processing_pil_gemma3 import Gemma3ImageProcessorPil
from transformers.models.got_ocr2.image_processing_pil_got_ocr2 import GotOcr2ImageProcessorPil
from transformers.models.idefics3.image_processing_pil_idefics3 import Idefics3ImageProcessorPil
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

from dharma_pl.data.processor import image_only, load_processor
from dharma_pl.errors import DataError

QWEN = (
    (Qwen2VLProcessor, Qwen2VLConfig),
    (Qwen2_5_VLProcessor, Qwen2_5_VLConfig),
    (Qwen3VLProcessor, Qwen3VLConfig),
)
TEMPLATE = (
    "{% for m in messages %}{% for part in m['content'] %}"
    "{% if part['type'] == 'image' %}IMAGE{% else %}{{ part['text'] }}{% endif %}"
    "{% endfor %}{% endfor %}"
)


def tokenizer(**special: str) -> PreTrainedTokenizerFast:
    """Characters as tokens, and `special` as attributes and single tokens."""
    tokens = ["<pad>", "<eos>", *special.values()]
    letters = [chr(c) for c in range(32, 127)] + ["\n"]
    vocab = {token: i for i, token in enumerate(dict.fromkeys(tokens + letters))}
    inner = Tokenizer(models.WordLevel(vocab, unk_token="<pad>"))
    inner.pre_tokenizer = pre_tokenizers.Split(Regex(r"[\s\S]"), "isolated")
    return PreTrainedTokenizerFast(
        tokenizer_object=inner, pad_token="<pad>", eos_token="<eos>", extra_special_tokens=special
    )


def page(width: int = 64, height: int = 32) -> Image.Image:
    """Grey noise."""
    noise = np.random.default_rng(0).integers(0, 256, (height, width), dtype=np.uint8)
    return Image.fromarray(noise)


def ask(processor: Any) -> Any:
    """Template, tokenize and process one page with the prompt `hi`."""
    content = [{"type": "image", "image": page()}, {"type": "text", "text": "hi"}]
    return processor.apply_chat_template(
        [{"role": "user", "content": content}],
        tokenize=True,
        return_dict=True,
        return_tensors="pt",
    )


def save(folder: Path, config: PreTrainedConfig, processor: Any) -> str:
    """Lay out a model's folder, weights aside."""
    config.save_pretrained(folder)
    processor.save_pretrained(folder)
    return str(folder)


@pytest.mark.parametrize(("kind", "config"), QWEN)
def test_qwen_reads_images_without_torchvision(
    kind: Any, config: type[PreTrainedConfig], tmp_path: Path
) -> None:
    words = tokenizer(
        image_token="<|image_pad|>",
        video_token="<|video_pad|>",
        vision_start_token="<|vision_start|>",
        vision_end_token="<|vision_end|>",
    )
    built = image_only(kind)(
        Qwen2VLImageProcessorPil(
            patch_size=16, merge_size=1, size={"shortest_edge": 256, "longest_edge": 65536}
        ),
        words,
        chat_template=TEMPLATE.replace("IMAGE", "<|image_pad|>"),
    )
    loaded = load_processor(save(tmp_path, config(), built))
    assert isinstance(loaded, kind)
    inputs = ask(loaded)
    assert inputs["image_grid_thw"].tolist() == [[1, 2, 4]]
    token = words.convert_tokens_to_ids("<|image_pad|>")
    assert (inputs["input_ids"] == token).sum() == 8
    assert (inputs["mm_token_type_ids"] == 1).sum() == 8


def test_gemma3(tmp_path: Path) -> None:
    words = tokenizer(image_token="<img>", boi_token="<boi>", eoi_token="<eoi>")
    images = Gemma3ImageProcessorPil(size={"height": 28, "width": 28}, do_pan_and_scan=False)
    template = TEMPLATE.replace("IMAGE", "<boi>")
    built = Gemma3Processor(images, words, chat_template=template, image_seq_length=4)
    loaded = load_processor(save(tmp_path, Gemma3Config(), built))
    inputs = ask(loaded)
    assert (inputs["input_ids"] == words.convert_tokens_to_ids("<img>")).sum() == 4
    assert inputs["pixel_values"].shape == (1, 3, 28, 28)


def test_idefics3(tmp_path: Path) -> None:
    words = tokenizer(
        image="<image>",
        fake="<fake_token_around_image>",
        whole="<global-img>",
        end="<end_of_utterance>",
    )
    images = Idefics3ImageProcessorPil(
        do_image_splitting=False, size={"longest_edge": 32}, max_image_size={"longest_edge": 32}
    )
    template = TEMPLATE.replace("IMAGE", "<image>")
    built = Idefics3Processor(images, words, image_seq_len=4, chat_template=template)
    loaded = load_processor(save(tmp_path, Idefics3Config(), built))
    inputs = ask(loaded)
    assert (inputs["input_ids"] == words.convert_tokens_to_ids("<image>")).sum() == 4
    assert inputs["pixel_values"].shape[-2:] == (32, 32)


def test_llava(tmp_path: Path) -> None:
    images = CLIPImageProcessorPil(
        size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28}
    )
    built = LlavaProcessor(
        images,
        tokenizer(image_token="<image>"),
        patch_size=14,
        vision_feature_select_strategy="full",
        chat_template=TEMPLATE.replace("IMAGE", "<image>"),
    )
    loaded = load_processor(save(tmp_path, LlavaConfig(), built))
    inputs = ask(loaded)
    assert (inputs["input_ids"] == loaded.tokenizer.convert_tokens_to_ids("<image>")).sum() == 4


def test_a_text_model_has_a_tokenizer(tmp_path: Path) -> None:
    loaded = load_processor(save(tmp_path, LlamaConfig(), tokenizer()))
    assert isinstance(loaded, PreTrainedTokenizerBase)
    assert loaded.decode(loaded("hi there")["input_ids"]).replace(" ", "").startswith("hi")


def test_nothing_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="expected the processor or tokenizer") as caught:
        load_processor(str(tmp_path / "nowhere"))
    assert "\n" not in str(caught.value)


def test_the_image_only_class_keeps_its_name() -> None:
    kind = image_only(Qwen2_5_VLProcessor)
    assert kind.__name__ == "Qwen2_5_VLProcessor"
    assert kind.get_attributes() == ["image_processor", "tokenizer"]


def test_settings_of_a_processor_without_its_video_half_come_back(tmp_path):
    """InternVL's number of tokens an image is a setting of the processor, beside its parts."""
    names = ("start_image_token", "end_image_token", "context_image_token", "video_token")
    text = tokenizer(**{name: f"<{name}>" for name in names})
    kind = image_only(InternVLProcessor)
    kind(GotOcr2ImageProcessorPil(), text, image_seq_length=7).save_pretrained(tmp_path)
    assert kind.from_pretrained(tmp_path).image_seq_length == 7
