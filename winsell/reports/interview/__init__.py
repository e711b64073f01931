"""Which questions are put to a seller about a deal, in which order, and what the answers say of the deal.

In: an assessment. Out: interviews as generators (`base/question.py`). Nothing here knows a terminal or a file.
"""
