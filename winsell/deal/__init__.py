"""Floor 1, the model of one deal and one account: dated facts, frozen. In: plain data. Out: a deal, or problems."""
