"""What a review shows: which deals to look at first, the page of a deal, the pre-read of a meeting, the forecast."""
