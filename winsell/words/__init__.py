"""Floor 5, the sentences. In: code and facts. Out: text in one language; English is here, others are catalogues."""
