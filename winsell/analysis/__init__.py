"""Floor 2, the numbers: pure functions of (deal, playbook, date). No file, no clock, no sentence."""
