"""Floor 2, the only way to files: YAML in, text edits out, git, cache. In: paths. Out: plain data and models."""
