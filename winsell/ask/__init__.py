"""Questions at a terminal: one line of typing each, understood or asked again. It prints nothing but its prompt."""
