"""What one rank alone finds wrong ends all ranks, with one message and one exit code."""

import os
import subprocess
import sys

import pytest
import yaml

pytestmark = [pytest.mark.ddp, pytest.mark.slow]


def fit(folder, model, pairs, documents, **options):
    config = {
        "model": {"class_path": "DPOModule",
                  "init_args": {"backbone": {"name_or_path": model},
                                "cache_dir": str(folder / "reference"), **options}},
        "data": {"class_path": "PreferenceData",
                 "init_args": {"pairs": pairs, "documents": str(documents), "batch_size": 1}},
        "trainer": {"accelerator": "cpu", "devices": 2, "strategy": "ddp", "max_steps": 1,
                    "enable_progress_bar": False, "enable_model_summary": False, "logger": False,
                    "enable_checkpointing": False, "default_root_dir": str(folder)},
    }  # fmt: skip
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump(config))
    return subprocess.run(
        [sys.executable, "-m", "dharma_pl", "fit", "--config", str(path)], cwd=folder,
        capture_output=True, text=True, check=False, timeout=120,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )  # fmt: skip


TEMPLATE = (
    "{% for m in messages %}{% if 'page 5' in m['content'] %}{{ raise_exception('not page 5') }}"
    "{% endif %}<|im_start|>{{ m['role'] }} {{ m['content'] }}<|im_end|>\n{% endfor %}"
)


@pytest.mark.parametrize("loss", ["simpo", "sigmoid"], ids=["no reference", "reference"])
def test_what_one_rank_alone_finds_ends_both(builders, pairs_of, write_pairs, text_documents,
                                             tmp_path, loss):  # fmt: skip
    """The template refuses one prompt, which ranks encode in turns."""
    model = builders.llama(tmp_path / "model", template=TEMPLATE, max_position_embeddings=2048)
    pairs = write_pairs(tmp_path / "pairs", pairs_of(model))
    done = fit(tmp_path, model, pairs, text_documents, loss=loss)
    assert error(done) == (
        "pair page-05/0: document page-05: its prompt and 0 images do not fit the model: not page 5"
    )


def test_what_both_ranks_find_is_said_once(llama, llama_pairs, tmp_path):
    done = fit(tmp_path, llama, llama_pairs, tmp_path / "missing.jsonl")
    assert "missing.jsonl" in error(done)


def error(done):
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    _, said = done.stderr.split("error: ")  # both ranks write here, at once
    return said.strip()
