"""Settings of deal risks that would change nothing: refused, so that nobody believes what is not so.

In: a valid playbook, and what each code follows beside `from`, `until`, `severity` and `off`, which all follow. Out:
faults. A risk whose colour is that of the work plan takes neither `hard_from` nor `severity`: both stand where the plan
has them, so that plan and finding never differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from winsell.playbook.fault import FactValue, Fault
from winsell.playbook.law import LAW
from winsell.playbook.model import Playbook, RuleSettings

OF_ALL = ("from", "until", "severity", "off")
_OF_COLOUR = ("hard_from", "severity")

MILD: Mapping[str, str] = {
    "WSA101": "warning",
    "WSA103": "warning",
    "WSA104": "warning",
    "WSA105": "warning",
    "WSA106": "hint",
    "WSA107": "hint",
    "WSA108": "warning",
    "WSB102": "warning",
    "WSB103": "hint",
    "WSC102": "warning",
    "WSC103": "error",
    "WSC104": "warning",
    "WSC105": "warning",
    "WSC106": "warning",
    "WSC107": "warning",
    "WSC108": "warning",
    "WSE102": "warning",
    "WSE107": "warning",
    "WSE108": "warning",
    "WSF102": "warning",
    "WSF103": "warning",
    "WSF104": "warning",
    "WSH101": "warning",
    "WSH102": "error",
    "WSH103": "warning",
    "WSL101": "warning",
    "WSL102": "warning",
    "WSL103": "warning",
    "WSN101": "warning",
    "WSN102": "warning",
    "WSN103": "warning",
    "WSN104": "warning",
    "WSN105": "warning",
    "WSN106": "warning",
    "WSP103": "warning",
    "WSP104": "warning",
    "WSP105": "warning",
    "WSP106": "warning",
    "WSP109": "warning",
    "WSP113": "warning",
    "WSP114": "warning",
    "WSP115": "warning",
    "WSP117": "warning",
    "WSP118": "warning",
    "WSR101": "warning",
    "WSR103": "warning",
    "WSS102": "warning",
    "WSS104": "warning",
    "WSV102": "error",
    "WSV103": "hint",
    "WSW102": "error",
    "WSW104": "error",
    "WSW105": "warning",
    "WSY102": "warning",
    "WSY103": "hint",
    "WSY104": "warning",
}
"""How bad a finding is by itself, of the codes for which that is one severity; saying it once more changes nothing."""

ENDS: Mapping[str, Literal["issue", "award"]] = {
    "WSA101": "award",
    "WSA103": "award",
    "WSA104": "issue",
    "WSA106": "award",
    "WSA108": "issue",
    "WSB101": "award",
    "WSB102": "award",
    "WSB103": "award",
    "WSB104": "award",
    "WSB105": "award",
    "WSC101": "award",
    "WSC102": "issue",
    "WSC103": "award",
    "WSC104": "issue",
    "WSC105": "award",
    "WSC106": "issue",
    "WSC107": "award",
    "WSC108": "issue",
    "WSE101": "award",
    "WSE102": "issue",
    "WSE103": "issue",
    "WSE104": "issue",
    "WSE105": "award",
    "WSE106": "award",
    "WSE107": "issue",
    "WSE108": "award",
    "WSF101": "issue",
    "WSF102": "award",
    "WSF103": "issue",
    "WSF104": "issue",
    "WSH102": "award",
    "WSH103": "award",
    "WSL101": "award",
    "WSL102": "award",
    "WSL103": "award",
    "WSN101": "award",
    "WSN102": "award",
    "WSN103": "award",
    "WSN104": "award",
    "WSN105": "award",
    "WSN106": "award",
    "WSP102": "issue",
    "WSP103": "issue",
    "WSP104": "issue",
    "WSP105": "issue",
    "WSP106": "issue",
    "WSP107": "issue",
    "WSP109": "issue",
    "WSP110": "issue",
    "WSP111": "issue",
    "WSP112": "issue",
    "WSP113": "issue",
    "WSP114": "issue",
    "WSP115": "issue",
    "WSP116": "issue",
    "WSP117": "issue",
    "WSP118": "issue",
    "WSS101": "award",
    "WSS102": "issue",
    "WSS103": "award",
    "WSS105": "award",
    "WSV101": "award",
    "WSV102": "award",
    "WSV103": "issue",
    "WSV104": "award",
    "WSW101": "issue",
    "WSW102": "award",
    "WSW103": "award",
    "WSW105": "issue",
}
"""The codes that are silent from the issue of the tender, or from the award, whatever a playbook says. Like MILD they
repeat what the rules declare, floors above, and a test holds that both agree."""


def idle_settings(playbook: Playbook, findings: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    """Find the settings of rules that would change nothing, of the codes that exist."""
    for code, settings in playbook.rules.items():
        if code in findings:
            yield from _foreign(code, settings, findings[code])
            yield from _as_it_is(code, settings)
            yield from _overruled(code, settings)
            yield from _until(playbook, code, settings)


def _said(settings: RuleSettings) -> list[str]:
    return list(settings.model_dump(by_alias=True, exclude_none=True))


def _foreign(code: str, settings: RuleSettings, own: tuple[str, ...]) -> Iterator[Fault]:
    """Find what a rule does not look at, or what another place decides."""
    elsewhere = tuple(one for one in own if "." in one)
    for key in _said(settings):
        facts: dict[str, FactValue] = {"value": key, "finding": code}
        if key in _OF_COLOUR and elsewhere:
            yield Fault(("rules", code, key), "red-from-elsewhere", facts | {"places": elsewhere})
        elif key not in (*OF_ALL, *own):
            yield Fault(("rules", code, key), "setting-without-effect", facts)


def _as_it_is(code: str, settings: RuleSettings) -> Iterator[Fault]:
    """Find what says what is so anyway."""
    if settings.off is False:
        yield Fault(("rules", code, "off"), "setting-as-it-is", {"finding": code, "value": "false"})
    if settings.severity is not None and settings.hard_from is None and settings.severity == MILD.get(code):
        yield Fault(("rules", code, "severity"), "setting-as-it-is", {"finding": code, "value": settings.severity})


def _overruled(code: str, settings: RuleSettings) -> Iterator[Fault]:
    """Find what another setting of the same rule leaves without effect, if the file itself says it."""
    said = _said(settings)
    if settings.off:
        others, by = [key for key in said if key != "off"], "off"
    elif settings.severity is not None:
        others, by = [key for key in said if key == "hard_from"], "severity"
    else:
        return
    facts: dict[str, FactValue] = {"finding": code, "other": by}
    yield from (Fault(("rules", code, key), "setting-overruled", facts | {"value": key}, own=True) for key in others)


def _until(playbook: Playbook, code: str, settings: RuleSettings) -> Iterator[Fault]:
    """Find an `until` that leaves no stage to speak at, or that comes when the rule is silent anyway."""
    until = settings.until
    if until not in playbook.stages or settings.off or code.startswith(LAW):
        return
    rank, where = playbook.stage_rank(until), ("rules", code, "until")
    facts: dict[str, FactValue] = {"finding": code, "value": until or ""}
    begins = {"from": settings.from_ or next(iter(playbook.stages)), "hard_from": settings.hard_from}
    for key, stage in begins.items():
        if stage in playbook.stages and rank <= playbook.stage_rank(stage):
            yield Fault(where, "until-not-later", facts | {"other": key, "stage": stage or ""})
            return
    end = _end(playbook, code)
    if end is not None and rank >= playbook.stage_rank(end):
        yield Fault(where, "until-ends-before", facts | {"stage": end})


def _end(playbook: Playbook, code: str) -> str | None:
    stages = {"issue": playbook.tender.issued_from, "award": playbook.tender.awarded_from}
    return stages.get(ENDS.get(code, ""))
