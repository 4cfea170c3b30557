"""From documents and completions to padded model inputs, for any processor or tokenizer."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import torch
import torch.nn.functional as F
from jinja2 import TemplateError
from PIL import Image
from torch import Tensor
from transformers import (
    AutoConfig,
    GenerationConfig,
    PretrainedConfig,
    PreTrainedTokenizerBase,
    ProcessorMixin,
)

from dharma_pl.artifacts import fingerprint
from dharma_pl.data.images import image_size, load_image
from dharma_pl.data.processor import Encoder, load_processor, resolve
from dharma_pl.errors import DataError
from dharma_pl.records import Document, Prompt

Inputs = dict[str, Tensor]
"""Model inputs by name; `input_ids` [rows, tokens] and whatever else the processor gives."""

PLACEHOLDERS = ("image_token_id", "image_token_index", "video_token_id", "video_token_index")
"""What model configurations call the tokens that stand for pixels."""

OF_IMAGES = ("image_", "video_", "pixel_")
"""How names of inputs begin that have an entry an image or patch, and none a token."""

_MARK = "dharma-content-mark"


@dataclass(frozen=True)
class Codec:
    """One model's way from documents and completions to inputs, and from tokens to text.

    Attributes:
        encoder: processor or tokenizer.
        end_ids: tokens at which generation stops.
        placeholder_ids: tokens that stand for pixels; in a completion they would ask for pixels
            that are not there.
        config: the model's, which says how many tokens it knows and takes.
    """

    encoder: Encoder
    end_ids: tuple[int, ...]
    placeholder_ids: frozenset[int] = frozenset()
    config: PretrainedConfig | None = None

    @property
    def vocab_size(self) -> int:
        """Token ids the model has embeddings for; 0 where it does not say."""
        return self._number("vocab_size")

    @property
    def context(self) -> int:
        """Tokens the model was made to read at most, prompt and completion; 0: it does not say."""
        return self._number("max_position_embeddings")

    def _number(self, name: str) -> int:
        text = self.config.get_text_config() if self.config is not None else None
        value = getattr(text, name, None)
        return value if isinstance(value, int) else 0

    @cached_property
    def template_bytes(self) -> int:
        """What the chat template writes around an empty prompt, such as a system message."""
        return len(render_prompt(self.encoder, "-", 0).encode())

    @cached_property
    def end_id(self) -> int:
        """The token that closes a target."""
        return end_of_turn_id(self.encoder, self.end_ids)

    @cached_property
    def pad_id(self) -> int:
        """What fills rows up; never attended to."""
        pad = tokenizer_of(self.encoder).pad_token_id
        return pad if isinstance(pad, int) else self.end_id

    def prompt(self, document: Document) -> Inputs:
        """Inputs of a document's prompt and images.

        Raises:
            DataError: an image cannot be read, or the prompt does not fit the model.
        """
        images = [load_image(ref) for ref in document.images]
        if images and not isinstance(self.encoder, ProcessorMixin):
            raise DataError(
                f"document {document.id} has images, but the model reads text alone: choose a "
                "vision-language model, or documents without images"
            )
        try:
            inputs = encode_prompt(self.encoder, document.prompt, images)
            if not inputs["input_ids"].shape[1]:
                raise DataError("no token, so that nothing predicts an output's first: give a text")
            check_image_tokens(inputs, self.placeholder_ids, self.config, len(images))
            return inputs
        except (ValueError, LookupError, TemplateError, DataError) as error:
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            raise DataError(
                f"document {document.id}: its prompt and {len(images)} images do not fit the "
                f"model: {reason}"
            ) from error

    def target(self, text: str) -> list[int]:
        """Token ids of a target, closed by the end of the turn."""
        ids = tokenizer_of(self.encoder).encode(text, add_special_tokens=False)
        return [*ids, self.end_id]

    def pad(self, rows: Sequence[Inputs], side: Literal["left", "right"]) -> Inputs:
        """Stack single-row inputs."""
        return pad_rows(rows, self.pad_id, side)

    @cached_property
    def digest(self) -> str:
        """Identifies all that turns a prompt and its images into inputs: 32 hex digits."""
        tokenizer = tokenizer_of(self.encoder)
        vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
        parts: list[Any] = [type(tokenizer).__name__, vocabulary, chat_template(self.encoder)]
        if (backend := getattr(tokenizer, "backend_tokenizer", None)) is not None:
            # Merges, normalizer, ...; padding and truncation are left there by whoever called last.
            parts.append(json.loads(backend.to_str()) | {"padding": None, "truncation": None})
        image_processor = getattr(self.encoder, "image_processor", None)
        if image_processor is not None:
            parts.append(image_processor.to_dict())
        return fingerprint(*parts)


def load_codec(name_or_path: str) -> Codec:
    """Load the processor of a model and the tokens at which it stops.

    Raises:
        DataError: nothing there can be loaded.
    """
    path = resolve(name_or_path)
    encoder = load_processor(path)
    config = AutoConfig.from_pretrained(path)
    try:
        ends = GenerationConfig.from_pretrained(path).eos_token_id
    except OSError:
        ends = None
    if ends is None:
        ends = config.get_text_config().eos_token_id
    if ends is None:
        ends = tokenizer_of(encoder).eos_token_id
    if ends is None:
        raise DataError(
            f"{name_or_path} has no end-of-sequence token: set eos_token_id in its config"
        )
    placeholders = (getattr(config, name, None) for name in PLACEHOLDERS)
    return Codec(
        encoder,
        tuple(ends) if isinstance(ends, list) else (int(ends),),
        frozenset(token for token in placeholders if isinstance(token, int)),
        config,
    )


def tokenizer_of(encoder: Encoder) -> PreTrainedTokenizerBase:
    """The tokenizer inside a processor, or the tokenizer itself."""
    tokenizer = encoder.tokenizer if isinstance(encoder, ProcessorMixin) else encoder
    assert isinstance(tokenizer, PreTrainedTokenizerBase)
    return tokenizer


def chat_template(encoder: Encoder) -> str | None:
    """The template that renders messages; a processor's own comes before its tokenizer's."""
    own = getattr(encoder, "chat_template", None)
    return own or getattr(tokenizer_of(encoder), "chat_template", None)


def messages_of(prompt: Prompt, num_images: int, *, parts: bool) -> list[dict[str, Any]]:
    """Chat messages for a prompt, with a slot for each image before the user's text.

    Args:
        prompt: a user's text or messages; those that have image slots keep them where they are.
        num_images: how many slots there must be.
        parts: write content as a list of parts, as the templates of processors expect it: some
            drop a bare string without a word.

    Raises:
        DataError: slots and images differ in number, or no user's message could take an image.
    """
    given = [{"role": "user", "content": prompt}] if isinstance(prompt, str) else prompt
    messages: list[dict[str, Any]] = [dict(message) for message in given]
    for message in messages:
        if parts and isinstance(message["content"], str):
            message["content"] = [{"type": "text", "text": message["content"]}]
    contents = [m["content"] for m in messages if isinstance(m["content"], list)]
    slots = sum(part.get("type") == "image" for content in contents for part in content)
    if slots == num_images:
        return messages
    if slots:
        raise DataError(f"the messages have {slots} image slots; give as many images, or no slot")
    users = [message for message in messages if message["role"] == "user"]
    if not users:
        raise DataError("no message has the role `user`, which the images would go to")
    users[-1]["content"] = [{"type": "image"}] * num_images + users[-1]["content"]
    return messages


def render_prompt(encoder: Encoder, prompt: Prompt, num_images: int) -> str:
    """The prompt as the model sees it, image placeholders in place, ready to be answered.

    Raises:
        DataError: chat messages, but the model has no chat template.
    """
    if chat_template(encoder) is not None:
        text = encoder.apply_chat_template(
            messages_of(prompt, num_images, parts=isinstance(encoder, ProcessorMixin)),
            add_generation_prompt=True,
            tokenize=False,
        )
        assert isinstance(text, str)
        return text
    if not isinstance(prompt, str):
        raise DataError("the prompt is a list of chat messages, but the model has no chat template")
    token = getattr(encoder, "image_token", "")
    return str(token) * num_images + prompt


def encode_prompt(encoder: Encoder, prompt: Prompt, images: Sequence[Image.Image]) -> Inputs:
    """Model inputs of one prompt; the first dimension of `input_ids` is 1."""
    text = render_prompt(encoder, prompt, len(images))
    add_special = chat_template(encoder) is None  # a template writes its own
    if isinstance(encoder, ProcessorMixin):
        pictures = [list(images)] if images else None
        batch = encoder(
            text=[text], images=pictures, add_special_tokens=add_special, return_tensors="pt"
        )
    else:
        batch = encoder([text], add_special_tokens=add_special, return_tensors="pt")
    # PaliGemma's processor brings labels of its own, one a prompt token.
    return {k: value for k, value in batch.items() if isinstance(value, Tensor) and k != "labels"}


def check_image_tokens(
    inputs: Inputs, placeholder_ids: frozenset[int], config: Any, num_images: int
) -> None:
    """Compare a prompt's image tokens with those that the model will make of its pixels.

    They differ where the prompt's own text spells an image token, or where the processor is not
    the model's. Families whose count is not known here are left to the model itself.

    Raises:
        DataError: they differ.
    """
    have = sum(int((inputs["input_ids"] == token).sum()) for token in placeholder_ids)
    want = image_tokens_of_pixels(inputs, config) if num_images else 0
    if want is not None and placeholder_ids and have != want:
        raise DataError(
            f"the prompt has {have} image tokens, the pixels make {want}: look for an image token "
            "spelled out in the prompt's text, or a processor of another model"
        )


def image_tokens_of_pixels(inputs: Inputs, config: Any) -> int | None:
    """How many tokens a model makes of the pixels of one prompt; None where that is not known."""
    vision = getattr(config, "vision_config", None)
    if "image_grid_thw" in inputs:  # Qwen2-VL and its successors
        merge = getattr(vision, "spatial_merge_size", None)
        return int(inputs["image_grid_thw"].prod(-1).sum()) // merge**2 if merge else None
    if "pixel_values" not in inputs:
        return None
    pixels = inputs["pixel_values"]
    each = getattr(config, "mm_tokens_per_image", None)  # Gemma 3
    if each is not None and pixels.dim() == 4:
        return int(pixels.shape[0]) * int(each)
    scale = getattr(config, "scale_factor", None)  # Idefics3, SmolVLM: [1, tiles, 3, side, side]
    if scale and pixels.dim() == 5:
        tiles = int(pixels.shape[0] * pixels.shape[1])
        side = int(pixels.shape[-1]) // int(getattr(vision, "patch_size", 0) or 1)
        return tiles * side**2 // int(scale) ** 2
    return None


def end_of_turn_id(encoder: Encoder, end_ids: Sequence[int]) -> int:
    """The token the model ends an answer with, as its chat template writes it.

    `tokenizer.eos_token` is not always the one: Gemma ends turns with another token.

    Args:
        encoder: processor or tokenizer.
        end_ids: the tokens at which generation stops.
    """
    tokenizer = tokenizer_of(encoder)
    if chat_template(encoder) is not None:
        for content in (_MARK, [{"type": "text", "text": _MARK}]):
            messages: Any = [{"role": role, "content": content} for role in ("user", "assistant")]
            try:
                text = str(encoder.apply_chat_template(messages, tokenize=False))
            except Exception:  # templates are programs and fail in their own ways
                continue
            tail = text.rpartition(_MARK)[2]
            ids: list[int] = tokenizer.encode(tail, add_special_tokens=False)
            if ends := [token for token in ids if token in end_ids]:
                return ends[0]
    eos = tokenizer.eos_token_id  # one that nothing stops at would be an end to no avail
    return eos if isinstance(eos, int) and eos in end_ids else end_ids[0]


def prompt_length(document: Document) -> int:
    """What a prompt's length grows with, without encoding it: its pixels, then its text."""
    pixels = sum(width * height for width, height in map(image_size, document.images))
    return pixels + len(str(document.prompt))


def append_completion(inputs: Inputs, token_ids: Sequence[int]) -> Inputs:
    """One prompt's inputs followed by a completion; adds `completion_mask` [1, tokens]."""
    length = inputs["input_ids"].shape[1]
    completion = torch.tensor([list(token_ids)], dtype=inputs["input_ids"].dtype)
    result = dict(inputs)
    for name in _sequence_names(inputs):
        result[name] = F.pad(inputs[name], (0, len(token_ids)), value=int(name == "attention_mask"))
    result["input_ids"] = torch.cat([inputs["input_ids"], completion], dim=1)
    mask = torch.zeros(1, length + len(token_ids), dtype=torch.bool)
    mask[:, length:] = True
    return result | {"completion_mask": mask}


def pad_rows(rows: Sequence[Inputs], pad_id: int, side: Literal["left", "right"]) -> Inputs:
    """Stack single-row inputs: token rows are padded on one side, pixels follow one another."""
    length = max(row["input_ids"].shape[1] for row in rows)
    sequences = {name for row in rows for name in _sequence_names(row)}
    batch: Inputs = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        if name in sequences:  # token types are missing where a row has no image
            fill = pad_id if name == "input_ids" else 0
            parts = [row.get(name, torch.zeros_like(row["input_ids"])) for row in rows]
            batch[name] = torch.cat([_pad_to(part, length, fill, side) for part in parts])
        else:
            batch[name] = _cat_padded([row[name] for row in rows if name in row])
    return batch


def is_sequence(inputs: Inputs, name: str) -> bool:
    """Whether one of the inputs has one entry a token.

    Its shape tells, but for what describes images: the grid of one image is as long as a prompt of
    three tokens.
    """
    return not name.startswith(OF_IMAGES) and inputs[name].shape == inputs["input_ids"].shape


def _sequence_names(inputs: Inputs) -> set[str]:
    return {name for name in inputs if is_sequence(inputs, name)}


def _pad_to(part: Tensor, length: int, fill: int, side: str) -> Tensor:
    missing = length - part.shape[1]
    return F.pad(part, (missing, 0) if side == "left" else (0, missing), value=fill)


def _cat_padded(parts: Sequence[Tensor]) -> Tensor:
    """Concatenate pixels; where sizes differ, zeros fill up (with the masks that go with them)."""
    shape = [max(sizes) for sizes in zip(*(part.shape[1:] for part in parts), strict=True)]
    padded = []
    for part in parts:
        missing = [want - have for want, have in zip(shape, part.shape[1:], strict=True)]
        sides = [side for m in reversed(missing) for side in (0, m)]
        padded.append(F.pad(part, sides) if any(missing) else part)
    return torch.cat(padded)
