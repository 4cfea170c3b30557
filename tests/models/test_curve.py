"""What a model thinks of an output, against its own logits."""

import torch

from dharma_pl.data.encode import append_completion, load_codec
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.curve import completion_curve


def test_any_model_says_what_its_logits_say(any_model, document):
    codec = load_codec(any_model)
    module = BackboneModule(Backbone(any_model))
    module.configure_model()
    model = module.loaded.train()
    page = document(1, images=int("llama" not in any_model))
    ids = codec.target("feijão 12")
    inputs = append_completion(codec.prompt(page), ids)
    logprobs, entropies = completion_curve(model, inputs)
    assert model.training
    given = {name: value for name, value in inputs.items() if name != "completion_mask"}
    with torch.no_grad():
        logits = model.eval()(**given).logits[0, -len(ids) - 1 : -1].float()
    whole = logits.log_softmax(-1)
    torch.testing.assert_close(
        logprobs, whole.gather(-1, torch.tensor(ids)[:, None])[:, 0], atol=1e-4, rtol=1e-4
    )
    torch.testing.assert_close(entropies, -(whole.exp() * whole).sum(-1), atol=1e-4, rtol=1e-4)
