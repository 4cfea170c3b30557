"""Bases in 4 and 8 bits under an adapter (QLoRA): the whole way where bitsandbytes is present."""

import math

import pytest
import torch
from transformers.utils.import_utils import is_bitsandbytes_available

from dharma_pl.errors import UsageError
from dharma_pl.models import Backbone, BackboneModule

present = pytest.mark.skipif(not is_bitsandbytes_available(), reason="bitsandbytes is absent")
absent = pytest.mark.skipif(is_bitsandbytes_available(), reason="bitsandbytes is present")


@absent
@pytest.mark.parametrize("bits", ["nf4", "int8"])
def test_without_bitsandbytes_it_is_refused_in_one_line(llama, bits):
    module = BackboneModule(Backbone(llama, quantize=bits))
    with pytest.raises(UsageError, match=rf"quantize={bits} needs bitsandbytes.*pip install") as e:
        module.configure_model()
    assert "\n" not in str(e.value)


@present
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("bits", ["nf4", "int8"])
def test_the_reference_of_a_quantized_base(fit, builders, text_documents, pairs_of, write_pairs,
                                           tmp_path, bits):  # fmt: skip
    model = builders.llama(tmp_path / "model", hidden_size=64, intermediate_size=128, head_dim=32)
    pairs = write_pairs(tmp_path / "pairs", pairs_of(model))
    with pytest.raises(UsageError, match="cannot be trained"):
        fit(model, pairs, text_documents, backbone={"quantize": bits})
    losses, weights = [], set()
    for seed in (1, 2):  # of the adapter's A
        torch.manual_seed(seed)
        module, seen = fit(model, pairs, text_documents, kind="lora", verify_rows=8,
                           backbone={"quantize": bits})  # fmt: skip
        losses.append(seen.column("train/loss")[0])
        weights.add(module.weights)
    assert losses == pytest.approx([math.log(2)] * 2, abs=1e-4)
    assert len(weights) == 1
    fit(model, pairs, text_documents, kind="lora")
    assert len(list((tmp_path / "reference").iterdir())) == 2  # the base as it is, is another model
