"""From documents to inputs, for a text model and three vision families."""

import json
import shutil
from pathlib import Path

import pytest
import torch
from PIL import Image
from transformers import AutoTokenizer, GenerationConfig

from dharma_pl.data.encode import (
    append_completion,
    encode_prompt,
    load_codec,
    pad_rows,
    tokenizer_of,
)
from dharma_pl.errors import DataError
from dharma_pl.records import Document


def text_of(codec, inputs):
    ids = inputs["input_ids"][0]
    return tokenizer_of(codec.encoder).decode(ids[ids != codec.pad_id])


def rewrite(model: str, folder: Path, file: str, change) -> str:
    """A copy of a model's folder with one JSON file changed."""
    shutil.copytree(model, folder)
    values = json.loads((folder / file).read_text())
    change(values)
    (folder / file).write_text(json.dumps(values))
    return str(folder)


def test_the_prompt_is_the_chat_template_ready_to_be_answered(llama, document):
    codec = load_codec(llama)
    assert text_of(codec, codec.prompt(document(3))) == (
        "<|im_start|>user\nRead page 3.<|im_end|>\n<|im_start|>assistant\n"
    )


def test_chat_messages_keep_their_roles(llama, document):
    codec = load_codec(llama)
    prompt = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": [{"type": "text", "text": "Read."}]},
    ]
    assert text_of(codec, codec.prompt(document(prompt=prompt))) == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nRead.<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_without_a_template_the_prompt_is_the_text(builders, tmp_path, document):
    codec = load_codec(builders.llama(tmp_path / "bare", template=None))
    assert text_of(codec, codec.prompt(document(3))) == "Read page 3."
    with pytest.raises(DataError, match="no chat template"):
        codec.prompt(document(prompt=[{"role": "user", "content": "Read."}]))


def test_prompts_reach_every_family_whole(vision_model, document):
    """Also without an image: some templates know lists of parts alone and drop a bare string."""
    codec = load_codec(vision_model)
    for images in (0, 1, 2):
        assert "Read page 4." in text_of(codec, codec.prompt(document(4, images)))


def test_chat_messages_of_a_vision_model_keep_their_text(vision_model, document):
    codec = load_codec(vision_model)
    bare = [{"role": "user", "content": "Read page 4."}]
    for images in (0, 1):
        assert "Read page 4." in text_of(codec, codec.prompt(document(4, images, bare)))


def test_images_in_messages_stay_where_they_are(qwen, document):
    codec = load_codec(qwen)
    content = [
        {"type": "text", "text": "Page 1:"},
        {"type": "image"},
        {"type": "text", "text": "Page 2:"},
        {"type": "image"},
    ]
    text = text_of(codec, codec.prompt(document(0, 2, [{"role": "user", "content": content}])))
    assert text.index("Page 1:") < text.index("<|image_pad|>") < text.index("Page 2:")
    assert text.rindex("<|image_pad|>") > text.index("Page 2:")


def test_fewer_slots_than_images_is_one_line(vision_model, document):
    codec = load_codec(vision_model)
    prompt = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "Read."}]}]
    with pytest.raises(DataError, match="page-05") as caught:
        codec.prompt(document(5, 2, prompt))
    assert "\n" not in str(caught.value)


def test_messages_without_a_user_cannot_take_an_image(qwen, document):
    prompt = [{"role": "system", "content": "Be brief."}]
    with pytest.raises(DataError, match="page-05"):
        load_codec(qwen).prompt(document(5, 1, prompt))


def test_a_text_model_refuses_images(llama, document):
    with pytest.raises(DataError, match="page-00 has images, but the model reads text alone"):
        load_codec(llama).prompt(document(images=1))


def test_a_broken_image_is_one_line(qwen, document):
    page = document(images=1)
    Path(page.images[0].path).write_bytes(b"not an image")
    with pytest.raises(DataError):
        load_codec(qwen).prompt(page)


def test_the_target_ends_with_the_end_of_turn_and_nothing_else(any_model):
    codec = load_codec(any_model)
    ids = codec.target("feijão €")
    assert ids[-1] == codec.end_id
    assert codec.end_id in codec.end_ids
    assert tokenizer_of(codec.encoder).decode(ids[:-1]) == "feijão €"
    assert not set(ids[:-1]) & set(codec.end_ids)


def test_the_end_is_what_the_template_writes_not_eos_token(gemma):
    codec = load_codec(gemma)
    tokenizer = tokenizer_of(codec.encoder)
    assert tokenizer.eos_token == "<eos>"
    assert tokenizer.decode([codec.end_id]) == "<end_of_turn>"
    assert set(codec.end_ids) == {tokenizer.eos_token_id, codec.end_id}


def test_the_end_is_one_that_generation_stops_at(llama, tmp_path):
    """A tokenizer with another eos_token must not teach an end that nothing stops at."""
    shutil.copytree(llama, tmp_path / "other")
    tokenizer = AutoTokenizer.from_pretrained(llama)
    tokenizer.eos_token = "<|im_start|>"
    tokenizer.chat_template = None
    tokenizer.save_pretrained(tmp_path / "other")
    codec = load_codec(str(tmp_path / "other"))
    assert codec.end_ids == (tokenizer.convert_tokens_to_ids("<|im_end|>"),)
    assert codec.end_id in codec.end_ids


def test_the_ends_come_from_generation_config_config_or_tokenizer(llama, tmp_path):
    eos = load_codec(llama).end_ids
    two = tmp_path / "two"
    shutil.copytree(llama, two)
    GenerationConfig(eos_token_id=[*eos, 7]).save_pretrained(two)
    assert load_codec(str(two)).end_ids == (*eos, 7)
    (two / "generation_config.json").unlink()
    assert load_codec(str(two)).end_ids == eos
    none = rewrite(
        str(two), tmp_path / "none", "config.json", lambda c: c.update(eos_token_id=None)
    )
    assert load_codec(none).end_ids == eos  # the tokenizer's
    tokenizer = AutoTokenizer.from_pretrained(none)
    tokenizer.eos_token = None
    tokenizer.save_pretrained(none)
    with pytest.raises(DataError, match="no end-of-sequence token"):
        load_codec(none)


def test_a_completion_is_marked_token_by_token(any_model, document):
    codec = load_codec(any_model)
    prompt = codec.prompt(document(1, 0 if "llama" in any_model else 1))
    before = {name: value.clone() for name, value in prompt.items()}
    length = prompt["input_ids"].shape[1]
    row = append_completion(prompt, [9, 8, codec.end_id])
    assert row["input_ids"][0, length:].tolist() == [9, 8, codec.end_id]
    assert row["completion_mask"][0].tolist() == [False] * length + [True] * 3
    assert row["attention_mask"].all()
    for name in ("token_type_ids", "mm_token_type_ids"):
        if name in row:
            assert row[name][0, length:].tolist() == [0] * 3
            assert row[name][0, :length].equal(prompt[name][0])
    for name, value in before.items():  # the prompt's own inputs serve both sides of a pair
        assert prompt[name].equal(value)


def test_the_grid_of_an_image_is_no_row_of_three_tokens():
    """A page and nothing else, without a template: start, one patch, end."""
    row = {
        "input_ids": torch.tensor([[62, 60, 63]]),
        "attention_mask": torch.ones(1, 3, dtype=torch.long),
        "image_grid_thw": torch.tensor([[1, 2, 2]]),
        "pixel_values": torch.randn(4, 12),
    }
    longer = row | {"input_ids": torch.tensor([[62, 60, 63, 5, 6]]),
                    "attention_mask": torch.ones(1, 5, dtype=torch.long)}  # fmt: skip
    batch = pad_rows([row, longer], 0, "right")
    assert batch["input_ids"].shape == (2, 5)
    assert batch["image_grid_thw"].tolist() == [[1, 2, 2], [1, 2, 2]]
    assert append_completion(row, [7, 8])["image_grid_thw"].shape == (1, 3)


def test_a_prompt_without_a_token_is_refused(builders, tmp_path):
    codec = load_codec(builders.llama(tmp_path / "model", template=None))
    with pytest.raises(DataError, match=r"document a: .* no token"):
        codec.prompt(Document("a", ""))


@pytest.mark.parametrize("side", ["left", "right"])
def test_rows_are_padded_on_one_side(any_model, document, side):
    codec = load_codec(any_model)
    images = (0, 0) if "llama" in any_model else (2, 1)
    rows = [
        append_completion(codec.prompt(document(1, images[0])), [9] * 3),
        append_completion(codec.prompt(document(2, images[1])), [9] * 12),
    ]
    batch = codec.pad(rows, side)
    lengths = [row["input_ids"].shape[1] for row in rows]
    assert batch["input_ids"].shape == (2, max(lengths))
    for index, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        real = slice(max(lengths) - length, None) if side == "left" else slice(0, length)
        for name in batch.keys() & {"input_ids", "attention_mask", "token_type_ids",
                                    "mm_token_type_ids", "completion_mask"}:  # fmt: skip
            assert batch[name][index, real].equal(row[name][0]), name
            rest = torch.ones(max(lengths), dtype=torch.bool)
            rest[real] = False
            fill = codec.pad_id if name == "input_ids" else 0
            assert (batch[name][index, rest] == fill).all(), name


def test_qwen_pixels_of_several_images_follow_one_another(qwen, document):
    codec = load_codec(qwen)
    rows = [codec.prompt(document(1, 2)), codec.prompt(document(2, 1))]
    batch = codec.pad(rows, "left")
    assert batch["image_grid_thw"].shape == (3, 3)
    assert len(batch["pixel_values"]) == sum(len(row["pixel_values"]) for row in rows)
    image = tokenizer_of(codec.encoder).convert_tokens_to_ids("<|image_pad|>")
    assert (batch["input_ids"] == image).sum() == batch["image_grid_thw"].prod(-1).sum()


def test_idefics_images_are_padded_with_their_mask(idefics, document):
    codec = load_codec(idefics)
    rows = [codec.prompt(document(1, 2)), codec.prompt(document(2, 1))]
    batch = codec.pad(rows, "right")
    assert batch["pixel_values"].shape[:2] == (2, 2)
    assert not batch["pixel_values"][1, 1].any()
    assert not batch["pixel_attention_mask"][1, 1].any()
    assert batch["pixel_values"][1, 0].equal(rows[1]["pixel_values"][0, 0])


def test_documents_with_and_without_images_share_a_batch(vision_model, document):
    codec = load_codec(vision_model)
    for order in ((0, 2), (2, 0)):
        rows = [codec.prompt(document(number, number)) for number in order]
        batch = codec.pad(rows, "left")
        for name in ("token_type_ids", "mm_token_type_ids"):
            if name in batch:
                assert batch[name].shape == batch["input_ids"].shape, name


def test_a_missing_row_of_token_types_is_text():
    bare = {"input_ids": torch.ones(1, 2, dtype=torch.long)}
    typed = {"input_ids": torch.ones(1, 3, dtype=torch.long), "token_type_ids": torch.ones(1, 3)}
    for rows in ((bare, typed), (typed, bare)):
        batch = pad_rows(rows, 0, "right")
        assert batch["token_type_ids"].shape == (2, 3)
        assert batch["token_type_ids"].sum() == 3


def test_prompts_are_never_truncated(builders, tmp_path, document):
    """Not even where the tokenizer was saved with a limit."""
    model = builders.llama(tmp_path / "short")
    tokenizer = AutoTokenizer.from_pretrained(model)
    tokenizer.model_max_length = 8
    tokenizer.save_pretrained(model)
    codec = load_codec(model)
    assert "Read page 3. " + "word " * 50 in text_of(
        codec, codec.prompt(document(prompt="Read page 3. " + "word " * 50))
    )


def test_the_digest_knows_template_vocabulary_and_image_settings(qwen, tmp_path):
    digest = load_codec(qwen).digest
    assert load_codec(qwen).digest == digest
    file = "processor_config.json"

    def resize(config):
        config["image_processor"]["size"]["longest_edge"] = 1024

    assert load_codec(rewrite(qwen, tmp_path / "size", file, resize)).digest != digest
    other = tmp_path / "template"
    shutil.copytree(qwen, other)
    template = other / "chat_template.jinja"
    template.write_text(template.read_text().replace("assistant", "model"))
    assert load_codec(str(other)).digest != digest


def test_the_digest_knows_how_text_becomes_tokens(llama, tmp_path):
    """Merges and normalizers change a prompt's ids under one and the same vocabulary."""
    digest = load_codec(llama).digest

    def forget(config):
        config["model"]["merges"] = config["model"]["merges"][:-5]

    changed = rewrite(llama, tmp_path / "merges", "tokenizer.json", forget)
    assert load_codec(changed).digest != digest


def test_the_digest_does_not_depend_on_use_or_place(llama, tmp_path, document):
    codec = load_codec(llama)
    tokenizer_of(codec.encoder)(["a", "b b b"], padding=True)  # leaves its mark on the backend
    copy = tmp_path / "elsewhere"
    shutil.copytree(llama, copy)
    assert codec.digest == load_codec(str(copy)).digest


def test_a_white_page_and_a_black_one_differ_in_pixels_alone(qwen):
    codec = load_codec(qwen)
    black, white = (
        encode_prompt(codec.encoder, "Read.", [Image.new("RGB", (16, 16), color)])
        for color in ("black", "white")
    )
    assert black["input_ids"].equal(white["input_ids"])
    assert not black["pixel_values"].equal(white["pixel_values"])
