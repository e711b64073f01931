"""`winsell explain`: every word, level, number and risk that a screen shows, as a topic that can be asked about."""
