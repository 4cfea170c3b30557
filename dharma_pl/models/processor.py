"""Load what turns prompts and images into model inputs, for any transformers model."""

from typing import Any, cast

from transformers import AutoConfig, AutoProcessor, AutoTokenizer, PreTrainedTokenizerBase
from transformers import ProcessorMixin as Processor
from transformers.models.auto.processing_auto import PROCESSOR_MAPPING
from transformers.utils import is_torchvision_available

from dharma_pl.errors import DataError


def load_processor(name_or_path: str) -> Processor | PreTrainedTokenizerBase:
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
        kind = PROCESSOR_MAPPING.get(type(config), None)
        if kind is None:
            tokenizer = AutoTokenizer.from_pretrained(name_or_path)
            return cast(PreTrainedTokenizerBase, tokenizer)
        if "video_processor" in kind.get_attributes() and not is_torchvision_available():
            return cast(Processor, image_only(kind).from_pretrained(name_or_path))
        return cast(Processor, AutoProcessor.from_pretrained(name_or_path))
    except (ImportError, OSError, TypeError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        message = f"{name_or_path}: expected the processor or tokenizer of a model, got: {reason}"
        raise DataError(message) from error


def image_only(kind: type[Processor]) -> type[Processor]:
    """Derive a processor class that has no video half.

    Transformers reads the names of a processor's parts from the signature of its `__init__`, so
    leaving one out there is enough. The class keeps its name, since that is what is saved.
    """

    def __init__(
        self: Processor,
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

    return type(kind.__name__, (kind,), {"__init__": __init__, "__module__": kind.__module__})
