"""Make the demo's tiny base models from scratch on a CPU, in minutes.

    python tools/make_tiny_base.py pages dharma_pl/demo/base
    python tools/make_tiny_base.py texts dharma_pl/demo/text_base
    python tools/make_tiny_base.py glyphs dharma_pl/demo/glyphs.png

`pages` is a Qwen2.5-VL that reads ledger pages line by line, `texts` a Llama that cleans noisy
ledgers line by line. Neither has seen the demo's JSON, or its instruction.

Next-token loss alone hardly teaches a vision tower this small to see. So an auxiliary head, thrown
away afterwards, names the characters under each patch, under its left neighbour and under the one
above it: first alone, then beside the next-token loss, on pages of three rows and later of seven.
"""

import argparse
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from tiny_base_card import CARD
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import (
    GenerationConfig,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2_5_VLProcessor,
)
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

from dharma_pl.data.processor import image_only
from dharma_pl.demo import LedgerTexts
from dharma_pl.demo.corpus import Ledger, draw_ledger, draw_page
from dharma_pl.demo.render import ALPHABET, CELL, GLYPHS, Page

PROMPT = "Read this page."
SPECIAL = (
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>",
    "<|image_pad|>", "<|video_pad|>",
)  # fmt: skip
END, PAD = "<|im_end|>", "<|endoftext|>"
VISION = "<|vision_start|><|image_pad|><|vision_end|>"
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}"
    "{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}" + VISION + "{% elif part['type'] == 'text' %}"
    "{{ part['text'] }}{% endif %}{% endfor %}{% endif %}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
PIECES = r"""\\n| ?\d|[{",:}]+ ?"?| ?\p{L}+| ?[^\s\p{L}\d\\{",:}]+|\s+|\\"""
"""How text is cut before byte pairs merge: an escaped line break, one digit, JSON punctuation,
a word, other punctuation, space."""

HIDDEN = 128
CHARS = Page.HAND + 1


@dataclass(frozen=True, slots=True)
class Example:
    """One page to train on.

    Attributes:
        prompt: token ids of the templated prompt, image tokens included.
        completion: token ids of the answer, end of turn included.
        patches: pixels, (cells, 3 * 16 * 16), empty for texts.
        grid: (1, rows, columns) of cells.
        chars: (cells, 6), what the auxiliary head has to name.
    """

    prompt: list[int]
    completion: list[int]
    patches: Tensor
    grid: tuple[int, int, int]
    chars: Tensor


def make_tokenizer(vocab_size: int = 640) -> PreTrainedTokenizerFast:
    """Train a byte-level BPE tokenizer on ledgers, single digits, Qwen's special tokens."""
    texts = ["user\nassistant\n", PROMPT, "Transcribe this page as JSON."] * 500
    for i in range(3000):
        ledger = draw_ledger(Random(f"tokenizer/{i}"), (3, 20), 0.4)
        texts += [ledger.json(), ledger.plain()]
    tokenizer = Tokenizer(models.BPE())
    split = pre_tokenizers.Split(Regex(PIECES), "isolated")
    as_bytes = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([split, as_bytes])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        special_tokens=list(SPECIAL),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token=END,
        pad_token=PAD,
        additional_special_tokens=[t for t in SPECIAL if t not in (END, PAD)],
        chat_template=TEMPLATE,
        padding_side="left",
    )


def make_processor(tokenizer: PreTrainedTokenizerFast) -> Qwen2_5_VLProcessor:
    """One image token a cell of 16 pixels; white paper is 0, ink is -2."""
    images = Qwen2VLImageProcessorPil(
        patch_size=CELL,
        merge_size=1,
        temporal_patch_size=1,
        size={"shortest_edge": CELL * CELL, "longest_edge": CELL * CELL * 1024},
        image_mean=[1.0] * 3,
        image_std=[0.5] * 3,
    )
    return image_only(Qwen2_5_VLProcessor)(images, tokenizer, chat_template=TEMPLATE)


def page_model(tokenizer: PreTrainedTokenizerFast) -> Qwen2_5_VLForConditionalGeneration:
    """A Qwen2.5-VL of 0.9M parameters.

    Rope turns fast (theta 100) and its sections favour height and width, since pages are small
    and every row and column counts. All vision blocks attend to the whole page.
    """
    token = tokenizer.convert_tokens_to_ids
    rope = {"rope_type": "default", "rope_theta": 100.0, "mrope_section": [2, 6, 8]}
    config = Qwen2_5_VLConfig(
        text_config=_language(tokenizer, rope) | {"bos_token_id": None},
        vision_config={
            "depth": 2,
            "hidden_size": 96,
            "intermediate_size": 192,
            "num_heads": 3,
            "patch_size": CELL,
            "spatial_merge_size": 1,
            "temporal_patch_size": 1,
            "window_size": 4096,
            "fullatt_block_indexes": [0, 1],
            "out_hidden_size": HIDDEN,
        },
        image_token_id=token("<|image_pad|>"),
        video_token_id=token("<|video_pad|>"),
        vision_start_token_id=token("<|vision_start|>"),
        vision_end_token_id=token("<|vision_end|>"),
        tie_word_embeddings=True,
        eos_token_id=token(END),
        pad_token_id=token(PAD),
    )
    return Qwen2_5_VLForConditionalGeneration._from_config(config, attn_implementation="eager")


def text_model(tokenizer: PreTrainedTokenizerFast) -> LlamaForCausalLM:
    """A Llama of 0.7M parameters."""
    rope = {"rope_type": "default", "rope_theta": 1000.0}
    settings = _language(tokenizer, rope) | {"bos_token_id": None, "tie_word_embeddings": True}
    return LlamaForCausalLM._from_config(LlamaConfig(**settings), attn_implementation="eager")


def _language(tokenizer: PreTrainedTokenizerFast, rope: dict[str, Any]) -> dict[str, Any]:
    return {
        "vocab_size": len(tokenizer),
        "hidden_size": HIDDEN,
        "intermediate_size": 3 * HIDDEN,
        "num_hidden_layers": 3,
        "num_attention_heads": 4,
        "num_key_value_heads": 1,
        "max_position_embeddings": 4096,
        "rms_norm_eps": 1e-6,
        "rope_parameters": rope,
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.pad_token_id,
    }


def make_examples(
    kind: str,
    tokenizer: PreTrainedTokenizerFast,
    count: int,
    rows: tuple[int, int],
    repeat_share: float = 0.2,
    longest: int = 8,
) -> list[Example]:
    """Draw pages of the base's own task: answered line by line."""
    examples = []
    for i in range(count):
        rng = Random(f"base/{rows}/{i}")
        ledger = draw_ledger(rng, rows, repeat_share, run=8.0, longest=longest)
        examples.append(_example(kind, tokenizer, ledger, rng))
    return examples


def _example(kind: str, tokenizer: PreTrainedTokenizerFast, ledger: Ledger, rng: Random) -> Example:
    page = draw_page(ledger, rng, "train")
    height, width = page.chars.shape[:2]
    prompt = LedgerTexts(prompt=PROMPT).present(ledger, rng, "train")[0]
    if kind == "pages":
        prompt = VISION.replace("<|image_pad|>", "<|image_pad|>" * height * width) + PROMPT
    text = f"<|im_start|>user\n{prompt}<|im_end|>\n<|im_start|>assistant\n"
    ink = page.ink.reshape(height, CELL, width, CELL).swapaxes(1, 2).reshape(-1, 1, CELL * CELL)
    own = torch.from_numpy(page.chars)
    left, above = torch.zeros_like(own), torch.zeros_like(own)
    left[:, 1:], above[1:] = own[:, :-1], own[:-1]
    return Example(
        prompt=tokenizer(text)["input_ids"],
        completion=[*tokenizer(ledger.plain())["input_ids"], tokenizer.eos_token_id],
        patches=-2 * torch.from_numpy(ink.repeat(3, axis=1)).flatten(1).float() / 15,
        grid=(1, height, width),
        chars=torch.cat([own, left, above], -1).flatten(0, 1),
    )


def collate(
    examples: Sequence[Example], model: PreTrainedModel
) -> tuple[dict[str, Tensor], Tensor]:
    """Pad on the right: model inputs, and labels (batch, length) with -100 outside answers."""
    sequences = [e.prompt + e.completion for e in examples]
    length = max(map(len, sequences))
    pad = int(model.config.pad_token_id)
    ids = torch.tensor([s + [pad] * (length - len(s)) for s in sequences])
    places = torch.arange(length)
    ends = torch.tensor([[len(s)] for s in sequences])
    starts = torch.tensor([[len(e.prompt)] for e in examples])
    labels = ids.masked_fill((places < starts) | (places >= ends), -100)
    inputs = {"input_ids": ids, "attention_mask": (places < ends).long()}
    if isinstance(model, Qwen2_5_VLForConditionalGeneration):
        inputs["mm_token_type_ids"] = (ids == model.config.image_token_id).int()
        inputs["pixel_values"] = torch.cat([e.patches for e in examples])
        inputs["image_grid_thw"] = torch.tensor([e.grid for e in examples])
    return inputs, labels


def batches(examples: list[Example], size: int, steps: int, rng: Random) -> Iterator[list[Example]]:
    """Draw `steps` random batches."""
    return (rng.sample(examples, size) for _ in range(steps))


class CharacterHead(nn.Module):
    """Names the characters of a patch, its left neighbour and the one above, two each."""

    def __init__(self, model: Qwen2_5_VLForConditionalGeneration) -> None:
        super().__init__()
        self.linear = nn.Linear(HIDDEN, 6 * CHARS)
        self.seen: Tensor | None = None
        model.model.visual.register_forward_hook(self._catch)

    def _catch(self, _module: nn.Module, _args: object, output: object) -> None:
        self.seen = output.pooler_output  # type: ignore[attr-defined]

    def loss(self, examples: Sequence[Example]) -> Tensor:
        """Cross-entropy over the characters of the last batch that the tower saw."""
        assert self.seen is not None
        logits = self.linear(self.seen).float().view(-1, CHARS)
        return F.cross_entropy(logits, torch.cat([e.chars for e in examples]).flatten())


def schedule(step: int, steps: int, peak: float, warmup: int) -> float:
    """Linear warm-up, then a cosine down to 2 % of the peak."""
    if step < warmup:
        return peak * (step + 1) / warmup
    return peak * (
        0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup)))
    )


def train(
    kind: str, tokenizer: PreTrainedTokenizerFast, steps: int, look: int, longer: int
) -> PreTrainedModel:
    """Train a base from random weights.

    `look` steps of vision alone, `steps` of reading short pages, `longer` of reading longer ones,
    the vision tower frozen, so that the model has seen a run of equal rows and long pages.
    """
    model: PreTrainedModel = (page_model if kind == "pages" else text_model)(tokenizer)
    easy = make_examples(kind, tokenizer, 2000, (1, 3))
    full = make_examples(kind, tokenizer, 3000, (1, 7))
    head = None
    if isinstance(model, Qwen2_5_VLForConditionalGeneration):
        head = CharacterHead(model)
        # The same numbers as its convolution, whose backward pass is slow on a CPU.
        embed = model.model.visual.patch_embed
        embed.forward = lambda pixels: F.linear(pixels, embed.proj.weight.flatten(1))
    parameters = [*model.parameters(), *(head.parameters() if head else ())]
    matrices = [p for p in parameters if p.ndim > 1]
    vectors = [p for p in parameters if p.ndim < 2]
    groups = [{"params": matrices, "weight_decay": 0.05}, {"params": vectors, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))

    def update(loss: Tensor, rate: float) -> None:
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()

    rng = Random(0)
    began = time.monotonic()
    for step, batch in enumerate(batches(full, 32, look if head else 0, rng)):
        inputs, _ = collate(batch, model)
        with torch.autocast("cpu", torch.bfloat16):
            model.model.visual(inputs["pixel_values"], grid_thw=inputs["image_grid_thw"])
            loss = head.loss(batch)  # type: ignore[union-attr]
        update(loss, schedule(step, look, 4e-3, 20))
    warm = steps * 5 // 14
    curriculum = [*batches(easy, 64, warm, rng), *batches(full, 32, steps - warm, rng)]
    for step, batch in enumerate(curriculum):
        inputs, labels = collate(batch, model)
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(**inputs).logits[:, :-1].float()
            reading = F.cross_entropy(logits.flatten(0, 1), labels[:, 1:].flatten())
            seeing = head.loss(batch) if head else torch.zeros(())
        update(reading + seeing, schedule(step, steps, 3e-3, 50))
        if step % 25 == 0 or step == steps - 1:
            seconds = time.monotonic() - began
            print(f"{step:5} reading {reading:.3f} seeing {seeing:.3f} {seconds:.0f} s", flush=True)
    pages = make_examples(kind, tokenizer, 3000, (3, 9), repeat_share=0.5, longest=34)
    for name, parameter in model.named_parameters():
        parameter.requires_grad_("visual" not in name)
    for step, batch in enumerate(batches(pages, 32, longer, rng)):
        inputs, labels = collate(batch, model)
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(**inputs).logits[:, :-1].float()
            reading = F.cross_entropy(logits.flatten(0, 1), labels[:, 1:].flatten())
        update(reading, schedule(step, longer, 2.5e-3, 20))
        if step % 25 == 0 or step == longer - 1:
            seconds = time.monotonic() - began
            print(f"{step:5} reading {reading:.3f} {seconds:.0f} s", flush=True)
    return model


def make_glyphs(path: Path) -> None:
    """Draw the printed characters, 8 by 16 pixels and 16 greys, side by side."""
    import matplotlib
    from PIL import Image, ImageDraw, ImageFont

    file = Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSansMono.ttf"
    font = ImageFont.truetype(str(file), 13)
    strip = Image.new("L", (8 * len(ALPHABET), CELL), 0)
    for i, char in enumerate(ALPHABET):
        glyph = Image.new("L", (8, CELL), 0)
        ImageDraw.Draw(glyph).text((0, 0), char, font=font, fill=255)
        strip.paste(glyph.point(lambda grey: (grey + 8) // 17 * 17), (8 * i, 0))
    strip.save(path, optimize=True)


def main() -> None:
    """Make what is asked for and write it to a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("kind", choices=("pages", "texts", "glyphs"))
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=700)
    parser.add_argument("--longer", type=int, default=200, help="steps on longer pages")
    parser.add_argument("--look", type=int, default=150, help="steps of vision alone")
    args = parser.parse_args()
    if args.kind == "glyphs":
        return make_glyphs(args.out)
    torch.manual_seed(0)
    tokenizer = make_tokenizer()
    model = train(args.kind, tokenizer, args.steps, args.look, args.longer).to(torch.bfloat16)
    model.generation_config = GenerationConfig(
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id
    )
    model.save_pretrained(args.out)
    (make_processor(tokenizer) if args.kind == "pages" else tokenizer).save_pretrained(args.out)
    (args.out / "README.md").write_text(CARD[args.kind], encoding="utf-8")
    return None


if __name__ == "__main__":
    assert GLYPHS.name
    main()
