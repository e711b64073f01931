"""The deal names an account, and there is no such file.

What it finds. `account: x` where no file accounts/x.yaml stands beside the deal.

Why it loses deals. Whatever the company knows of this customer from before is not there, and nobody notices: past
prices, who reports to whom, who sat at the table.

What clears it. The right id, or the file; leave `account` out where there is nothing to share.

Source: DESIGN 3.6, METHOD 14.
"""

from __future__ import annotations

from collections.abc import Iterator

from winsell.analysis.assessment import Assessment
from winsell.base.finding import Finding

CODE = "WSY104"
UNTIL = "ever"
ABOUT = "file"
ALSO = ("fast", "suspended")
SHOWN = ("warning",)
SETTINGS = ()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Yield one finding."""
    dossier = assessment.moment.dossier
    if dossier.deal.account is not None and dossier.account is None:
        yield Finding(CODE, "warning", ("account",), {"id": dossier.deal.account})
