"""Floor 7, the commands: the only floor that knows the arguments, the clock, the streams and the exit codes."""
