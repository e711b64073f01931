"""Floor 6, rendering: a report and its words in; terminal, markdown or JSON text out. Knows blocks, not deals."""
