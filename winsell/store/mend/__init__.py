"""Mending what is wrong with a file in one way only: marks, days, ids, numbers. No words, no question."""
