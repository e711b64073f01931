"""Which of a deal's findings are shown: those of the codes and the severity that were asked for.

In: what was asked. Out: yes or no for each finding. Of two beginnings that name a code the longer one decides, so that
one rule of a family can be ignored, or the only one kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from winsell.base.finding import Finding, Severity

EVERY: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Sieve:
    """What to show."""

    select: tuple[str, ...] = ()
    """Codes or their beginnings; none: all."""
    ignore: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = EVERY

    def lets(self, finding: Finding) -> bool:
        """Tell whether a finding is to be shown."""
        return finding.severity in self.severities and self.names(finding.code)

    def names(self, code: str) -> bool:
        """Tell whether a code is among those asked for."""
        wanted = _longest(code, self.select) if self.select else 0
        return wanted is not None and wanted > (_longest(code, self.ignore) or -1)


def _longest(code: str, beginnings: tuple[str, ...]) -> int | None:
    """Return how long the longest beginning is that names a code; None if none does."""
    return max((len(one) for one in beginnings if code.startswith(one)), default=None)
