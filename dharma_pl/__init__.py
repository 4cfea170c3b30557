"""dharma_pl: a model's own failures as its training signal."""
