"""Bytes to disk: compare-and-swap saving, new files, undo records and drafts. No YAML, no words."""
