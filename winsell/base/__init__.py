"""Floor 0, what every floor speaks in: scales, problems, findings, blocks of a result, errors."""
