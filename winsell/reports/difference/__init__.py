"""What changed between two states of a deal, and the story that such changes make."""
