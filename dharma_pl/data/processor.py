"""Load what turns prompts and images into model inputs, for any transformers model."""

from inspect import signature
from pathlib import Path
from typing import Any, cast

from transformers import (
    AutoConfig,
    AutoProcessor,
    AutoTokenizer,
    PreTrainedTokenizerBase,
    ProcessorMixin,
)
from transformers.models.auto.processing_auto import PROCESSOR_MAPPING
from transformers.utils.import_utils import is_torchvision_available

from dharma_pl.errors import DataError

Encoder = ProcessorMixin | PreTrainedTokenizerBase
"""A model's processor, or its tokenizer where the model reads text alone."""

DEMO = {"demo:base": "base", "demo:text_base": "text_base"}
"""Names of the models that come with this package."""


def resolve(name_or_path: str) -> str:
    """Turn the demo's names into folders of this package; leave others as they are."""
    if name_or_path in DEMO:
        return str(Path(__file__).parent.parent / "demo" / DEMO[name_or_path])
    return name_or_path


def load_processor(name_or_path: str) -> Encoder:
    """Load a model's processor, or its tokenizer where the model reads text alone.

    Without torchvision transformers falls back to image processors on Pillow by itself, but has
    no such video processors, and so refuses the processors of Qwen2-VL, Qwen2.5-VL and Qwen3-VL
    altogether. Those are loaded without their video half.

    Args:
        name_or_path: a folder, or a name on the Hugging Face Hub.

    Raises:
        DataError: nothing there can be loaded.
    """
    try:
        config = AutoConfig.from_pretrained(name_or_path)
        kind: Any = PROCESSOR_MAPPING.get(type(config), None)
        if kind is None:
            return cast(Encoder, AutoTokenizer.from_pretrained(name_or_path))
        if "video_processor" in kind.get_attributes() and not is_torchvision_available():
            return image_only(kind).from_pretrained(name_or_path)
        return cast(Encoder, AutoProcessor.from_pretrained(name_or_path))
    except (ImportError, OSError, TypeError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        message = f"{name_or_path}: expected the processor or tokenizer of a model, got: {reason}"
        raise DataError(message) from error


def image_only(kind: type[ProcessorMixin]) -> type[ProcessorMixin]:
    """Derive a processor class that has no video half.

    Transformers reads the names of a processor's parts and settings from the signature of its
    `__init__`, so leaving one out there is enough. The class keeps its name, since that is what is
    saved.
    """

    def __init__(
        self: ProcessorMixin,
        image_processor: Any = None,
        tokenizer: Any = None,
        chat_template: Any = None,
        **kwargs: Any,
    ) -> None:
        kind.__init__(
            self,
            image_processor=image_processor,
            tokenizer=tokenizer,
            video_processor=None,
            chat_template=chat_template,
            **kwargs,
        )

    def validate(processor_config: Any, valid_kwargs: Any) -> Any:
        """Saved settings that the constructor takes: this one takes those of `kind`."""
        return kind.validate_init_kwargs(processor_config, list(own.parameters)[1:])

    own = signature(kind.__init__)
    kept = [p for name, p in own.parameters.items() if name != "video_processor"]
    own = own.replace(parameters=kept)
    __init__.__signature__ = own  # type: ignore[attr-defined]
    members = {"__init__": __init__, "validate_init_kwargs": staticmethod(validate)}
    return type(kind.__name__, (kind,), members | {"__module__": kind.__module__})
