"""Two people's edits of one file brought together: by what they say, and by lines only where that cannot be proved."""
