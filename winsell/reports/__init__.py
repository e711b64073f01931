"""Floor 4, which facts, in which order, for which reader. In: results and findings. Out: blocks, without sentences."""
