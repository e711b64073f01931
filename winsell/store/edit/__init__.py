"""Edits of a deal file's text: the few lines that change, and no byte beside them. No files, no words."""
