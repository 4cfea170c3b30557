"""Model cards of the tiny bases that `make_tiny_base.py` makes."""

_HEAD = """---
license: apache-2.0
language: pt
library_name: transformers
pipeline_tag: {tag}
---
"""
_COMMON = """
It is a fixture for a demo and for tests, and no use for anything else: a vocabulary of about a
hundred Portuguese words and one page layout. It has never seen the JSON that the demo's fine-tuning
teaches it, nor its instruction.

## How it was made

From random weights, on two CPU cores, in one run:

    python tools/make_tiny_base.py {kind} {folder}

8,000 drawn pages of its own, none of them a page of the demo's, short ones first and longer ones
with runs of equal rows last; AdamW, peak learning rate 3e-3,
bf16 autocast, saved as bf16. {extra}
"""
CARD = {
    "pages": _HEAD.format(tag="image-text-to-text")
    + """
# A Qwen2.5-VL of 0.9M parameters that reads ledger pages

Instruction: `Read this page.` Answer: the page, line by line. Images are cut into cells of 16
pixels, one image token each; white paper is 0 after normalization.
"""
    + _COMMON.format(
        kind="pages",
        folder="dharma_pl/demo/base",
        extra="""An auxiliary head named the characters under
each patch, its left neighbour and the one above it; it is not part of the model.

## Data

Amounts are written with the handwritten digits of scikit-learn's `load_digits`: the test part of
the UCI "Optical Recognition of Handwritten Digits" (E. Alpaydin, C. Kaynak, 1998,
https://doi.org/10.24432/C50P49, CC BY 4.0). Only the 70 % of samples that the demo's training
pages may use were used. Printed characters were drawn with DejaVu Sans Mono (Bitstream Vera
licence), 13 pixels.""",
    ),
    "texts": _HEAD.format(tag="text-generation")
    + """
# A Llama of 0.7M parameters that cleans noisy ledgers

Instruction: `Read this page.`, then lines with damaged characters. Answer: the clean lines.
"""
    + _COMMON.format(kind="texts", folder="dharma_pl/demo/text_base", extra="Data: drawn text."),
}
