"""What the four points are worth: hearsay, one voice, early signs and key persons are told where they are read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.reports.pages import analyzed, cells, notes, planned, screened, under
from tests.strategies import ROOT
from winsell.cli.app import run

TEAM = ROOT / "examples" / "team"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINSELL_TODAY", "2026-11-23")


def shown(capsys: pytest.CaptureFixture[str], deal: str, *options: str) -> list[str]:
    """The lines that `winsell analyze` prints of a deal of the team."""
    run(["analyze", str(TEAM / f"{deal}.yaml"), "--lang", "en", *options])
    out, err = capsys.readouterr()
    assert "" == err
    return [line.strip() for line in out.splitlines()]


def as_json(capsys: pytest.CaptureFixture[str], deal: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("\n".join(shown(capsys, deal, "--json")))
    return found


def row(said: list[str], name: str) -> list[str]:
    """The cells of the row of that name that stands first."""
    return next(cells(line) for line in said if line.startswith(name))


# Hearsay.


def test_what_one_person_told_us_of_the_others_is_told_beside_the_rate_and_in_the_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = shown(capsys, "truck-cab-mes")
    (rate,) = [line for line in said if "key persons (*) known" in line]
    assert rate == "4 of 4 key persons (*) known, 100 % (by weight 100 %); 3 of them only heard, all from IT architect"
    director = row(said, "Managing director *")
    assert director[3] == "for us (heard)"
    assert director[-1] == "likes the idea of one weekend (from IT architect)"
    assert row(said, "IT architect *")[3] == "strongly for us"
    assert row(said, "Insight")[2:] == ["4/4, 3 heard", "4/4, 3 heard"]


def test_a_green_map_that_rests_on_hearsay_is_not_plain_green(capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = [line for line in shown(capsys, "truck-cab-mes") if "Map " in line]
    assert told.startswith("! Map green by hearsay, all from IT architect: ")
    assert told.endswith("(Managing director, Head of production)")
    (told,) = [line for line in shown(capsys, "hospital-supply") if "Map " in line]
    assert told == "Map green: somebody who decides or approves is for us"


def test_one_voice_behind_a_number_is_told_with_the_number_and_not_counted_again_at_the_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = shown(capsys, "truck-cab-mes")
    (told,) = [line for line in said if line.startswith("! By one voice: 14 of 14 confirmed facts come from IT")]
    voice = said.index(told)
    assert voice < said.index("A. Win signs")
    assert not [line for line in said if line.startswith("Who told us")]
    said = shown(capsys, "battery-mes")
    assert not [line for line in said if "By one voice" in line]
    assert [
        line
        for line in said
        if line.startswith("Who told us: of 24 confirmed facts, 7 come from 信息化经理, 3 from 采购经理")
    ]


def test_programs_are_told_what_is_hearsay_and_keep_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "truck-cab-mes")
    chain = found["decision_chain"]
    assert ("green", ["managing-director", "production-head"]) == (chain["map"], sorted(chain["map_heard"]))
    assert ["controller", "managing-director", "production-head"] == sorted(chain["heard"])
    assert {"known": 4, "total": 4, "rate": 1.0, "weighted": 1.0} == chain["insight"]
    assert sorted(chain["heard"]) == sorted(one["id"] for one in chain["people"] if one["heard"])
    assert "it-architect" == found["consistency"]["one_voice"]
    assert {"known": 4, "total": 4, "heard": 3} == found["trend"][-1]["insight_counts"]
    assert [] == as_json(capsys, "hospital-supply")["decision_chain"]["map_heard"]


TWO = """
people:
  cio:
    title: CIO
    role: approver
    attitude: {{2021-08-20: {{is: {cio}, why: a, source: {cio_from}, how: {cio_how}}}}}
  it:
    title: IT head
    role: {it_role}
    attitude: {{2021-08-20: {{is: supporter, why: b, source: liaison, how: {it_how}}}}}
  liaison: {{title: Liaison, role: user}}
"""


def two(**facts: str) -> str:
    usual = {"cio": "supporter", "cio_from": "liaison", "cio_how": "heard", "it_role": "decider", "it_how": "heard"}
    return TWO.format(**(usual | facts))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        pytest.param("! Map green by hearsay, all from Liaison: ", two(), id="all heard from one"),
        pytest.param("! Map green by hearsay: ", two(cio_from="a partner"), id="heard from two"),
        pytest.param("Map green: ", two(it_how="act"), id="one who decides was seen to act"),
        pytest.param("Map green: ", two(cio_how="said"), id="the approver said so"),
        pytest.param(
            "! Map green by hearsay, all from Liaison: ", two(it_role="evaluator", it_how="act"), id="only they decide"
        ),
        pytest.param(
            "! Map amber by hearsay, all from Liaison: ", two(cio="neutral", it_role="evaluator"), id="nobody decides"
        ),
        pytest.param("Map red: ", two(cio="enemy"), id="bad news is never made less"),
        pytest.param("Map green: ", two(cio_from="cio"), id="from the person is no hearsay"),
    ],
)
def test_the_map_says_what_its_colour_rests_on(expected: str, text: str) -> None:
    (told,) = [line for line in analyzed(text) if "Map " in line]
    assert told.startswith(expected)


def test_one_person_of_whom_we_only_heard_is_counted_and_the_teller_named_if_known() -> None:
    (told,) = [line for line in analyzed(two(it_how="act")) if "key persons (*)" in line]
    assert "; one of them only heard, from Liaison;" in f"{told};"
    (told,) = [
        line for line in analyzed(two(it_how="act").replace("source: liaison, ", "")) if "key persons (*)" in line
    ]
    assert "; one of them only heard;" in f"{told};"


def test_who_goes_by_an_alias_is_named_once_and_is_no_hearsay_about_themselves() -> None:
    text = (
        two(cio_from="m", it_how="heard").replace("source: liaison", "source: m") + "sources: {m: {person: liaison}}\n"
    )
    assert [line for line in analyzed(text) if "Map green by hearsay, all from Liaison" in line]
    own = two(cio_from="m", it_how="act") + "sources: {m: {person: cio}}\n"
    assert not [line for line in analyzed(own) if "heard" in line]


# Win signs.

SIGNS = "stage: {stage}\nsigns: {{deepest-exchange: {{2021-08-20: {0}}}, budget-asked: {1}, tender-consulted: {2}}}\n"


@pytest.mark.parametrize(
    ("expected", "stage", "statuses"),
    [
        ("Index 50 %: none due yet; early 1 partly there", "value-proof", ("partly", "absent", "absent")),
        ("Index 75 %: none due yet; early 1 there, 1 partly", "value-proof", ("present", "partly", "absent")),
        ("Index 100 %: due by now 3 of 3 there", "rfp-drafting", ("present", "present", "present")),
        ("Index 50 %: due by now 1 of 3 there, 1 partly", "rfp-drafting", ("present", "partly", "missed")),
        ("Index 0 %: due by now 0 of 3 there", "rfp-drafting", ("absent", "absent", "missed")),
    ],
)
def test_signs_that_are_due_are_counted_apart_from_early_ones(
    expected: str, stage: str, statuses: tuple[str, ...]
) -> None:
    assert expected == under(analyzed(SIGNS.format(*statuses, stage=stage)), "A. Win signs")[0]


def test_an_early_sign_does_not_hide_that_the_one_that_is_due_is_absent(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "hospital-supply")
    assert under(said, "A. Win signs")[0] == "Index 50 %: due by now 0 of 1 there; early 1 there"
    assert [line for line in said if line.endswith("there (since 13 Nov 2026); early, due from Requirements drafted")]
    assert row(said, "Win signs")[2:] == ["0/1 +1 early", "0/1 +1 early"]
    assert cells(said[next(n for n, line in enumerate(said) if line.startswith("2026-11-23"))])[-1] == "0/1 +1"
    found = as_json(capsys, "hospital-supply")
    counts = {"due": 1, "due_present": 0, "due_partly": 0, "early_present": 1, "early_partly": 0}
    assert [counts, counts] == [found["win_signs"]["counts"], found["trend"][-1]["sign_counts"]]
    assert None is found["trend"][0]["sign_counts"]


def test_a_trend_counts_signs_and_key_persons_and_says_what_it_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert row(shown(capsys, "cold-chain-wms"), "Win signs")[2:] == ["1/1", "1/1"]
    said = shown(capsys, "battery-mes")
    assert row(said, "Win signs")[2] == "3.5/4"
    assert "%" not in " ".join(cells(line)[-2] + cells(line)[-1] for line in under(said, "Trend")[1:])
    assert [line for line in said if line.startswith("Insight: key persons known, of all. Win signs: there, of those")]


def test_a_rate_of_key_persons_is_a_count_in_the_trend() -> None:
    people = "people: {cio: {role: approver, attitude: {2021-08-20: {is: supporter, why: a}}}, it: {role: decider}}\n"
    said = analyzed(f"reviews: [{{on: 2021-08-25}}]\n{people}")
    assert row(said, "Insight")[2:] == ["1/2", "1/2"]


def test_while_the_project_is_suspended_no_share_of_signs_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    counted, note, *_ = under(shown(capsys, "cold-chain-wms"), "A. Win signs")
    assert "! On record: due by now 1 of 1 there" == counted
    assert note.startswith("- The project is suspended")


def test_signs_that_nobody_looked_for_are_no_witness(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "battery-energy")
    assert under(said, "A. Win signs")[0] == "1 due by now, and nobody has looked: all unknown"
    assert under(said, "Do the four")[0] == "Nothing contradicts so far; not all four can be judged yet"


# Key persons.


@pytest.mark.parametrize("options", [(), ("--ascii",), ("--format", "markdown")], ids=["plain", "ascii", "markdown"])
def test_key_persons_are_marked_and_come_first(capsys: pytest.CaptureFixture[str], options: tuple[str, ...]) -> None:
    said = [line.replace("\\*", "*") for line in shown(capsys, "cold-chain-wms", *options)]
    start = next(n for n, line in enumerate(said) if "Stands" in line) + 1
    listed = [line for line in said[start : start + 6] if line and "---" not in line][:5]
    marks = [" *" in line for line in listed]
    assert marks == [True, True, True, True, False]
    assert [line for line in said if "2 of 4 key persons (*) known" in line]


def test_a_heavy_outsider_stands_below_a_light_key_person() -> None:
    said = analyzed("""
people:
  boss: {title: Boss, role: approver, key: false}
  user: {title: User, role: user, politics: structure}
""")
    people = under(said, "Person ")
    assert ["User *", "Boss"] == [cells(line)[0] for line in people]


@pytest.mark.parametrize("deal", sorted({path.stem for path in TEAM.glob("*.yaml")} - {"playbook"}))
def test_whoever_is_counted_is_listed(capsys: pytest.CaptureFixture[str], deal: str) -> None:
    chain = as_json(capsys, deal)["decision_chain"]
    said = shown(capsys, deal)
    key = sum(" *  " in line for line in said)
    assert chain["insight"]["total"] == key + len(chain["empty_chairs"])
    chairs = {0: "", 1: "; one empty chair"}.get(
        len(chain["empty_chairs"]), f"; {len(chain['empty_chairs'])} empty chairs"
    )
    counted = [line for line in said if "key persons (*)" in line]
    assert bool(chain["insight"]["total"]) == bool(counted)
    assert all(line.endswith(chairs) for line in counted)


def test_that_no_key_person_is_known_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "furniture-lead")
    assert ["No key person is known: no score, no insight, no map"] == [
        line for line in said if "no key person is known" in line.casefold()
    ]


# What is known of us is no knowledge of them.


def plan_of(capsys: pytest.CaptureFixture[str], deal: str) -> list[str]:
    run(["plan", str(TEAM / f"{deal}.yaml"), "--lang", "en"])
    return [line.strip() for line in capsys.readouterr().out.splitlines()]


def test_a_sign_that_a_competitor_has_is_not_ours(capsys: pytest.CaptureFixture[str]) -> None:
    told = next(line for line in shown(capsys, "pharma-mes") if "consulted our solution" in line)
    assert told.endswith(": no, seen at 国际套件厂商 (since 25 Aug 2026)")
    text = SIGNS.format("{is: partly, at: north}", "absent", "absent", stage="rfp-drafting")
    told = next(line for line in analyzed(text + "competitors: {north: {name: North}}\n") if "deepest" in line)
    assert told.endswith(": no, partly seen at North (since 20 Aug 2021)")


def test_a_reason_that_rests_on_unknown_competitors_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    reckoned = notes(plan_of(capsys, "shoe-partner"), "frontal fits")
    assert [one for one in reckoned if one.startswith("- we are reckoned at least as strong")]
    assert [one for one in reckoned if one.endswith("how close the competitors are is not known of all")]
    known = notes(plan_of(capsys, "truck-cab-mes"), "frontal fits")
    assert "- all in all we are at least as strong as the strongest competitor" in known
    assert "- we are not known to be behind in relations" in known


def test_hearsay_stays_hearsay_in_the_plan_and_at_the_third_question(capsys: pytest.CaptureFixture[str]) -> None:
    said = plan_of(capsys, "truck-cab-mes")
    assert "4 of 4 key persons known; 3 of them only heard, all from IT architect" in said
    (director,) = [cells(line) for line in under(said, "Step 4") if "Managing director" in line]
    assert "for us (heard)" in director
    run(["screen", str(TEAM / "truck-cab-mes.yaml"), "--lang", "en"])
    assert "no opponent with a veto that we know of; of Managing director we only heard it" in capsys.readouterr().out
    run(["screen", str(TEAM / "battery-mes.yaml"), "--lang", "en"])
    assert "no opponent with a veto found: of all who are known to hold one" in capsys.readouterr().out


def test_a_red_map_names_whoever_makes_it_red() -> None:
    (told,) = [line for line in analyzed(two(cio="enemy")) if "Map " in line]
    assert told == "Map red: CIO can stop it alone and is against us"
    nobody = two(cio="neutral", it_role="evaluator").replace("is: supporter", "is: neutral")
    (told,) = [line for line in analyzed(nobody) if "Map " in line]
    assert told == "Map red: no key person is known to be for us"


def test_not_met_is_one_thing_and_not_knowing_is_another() -> None:
    people = "people: {cio: {title: CIO, role: approver, contact: none}, it: {title: IT head, role: decider}}\n"
    said = planned(f"stage: value-proof\n{people}")
    assert "!! Not met yet: CIO" in said
    assert "!! Not known whether we have met: IT head" in said


def test_nothing_found_is_no_promise(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(TEAM, tmp_path / "team")
    flood = tmp_path / "team" / "city-flood.yaml"
    flood.write_text(flood.read_text("utf-8").replace("price_counts: true", "price_counts: false"), "utf-8")
    early = shown(capsys, str(flood.with_suffix("")), "--as-of", "2026-11-12")
    assert "No risks found that could still be dealt with while bids are open" in early
    assert "No risks found yet: too little is known to find any" in shown(capsys, "furniture-lead")
    assert "No risks found" in shown(capsys, "battery-mes")
    run(["check", *(str(TEAM / f"{deal}.yaml") for deal in ("furniture-lead", "battery-mes"))])
    run(["check", str(flood), "--as-of", "2026-11-12"])
    checked = capsys.readouterr().out
    for expected in (
        "dealt with while bids are open",
        "found yet, too little is known to find any",
        "no risks found\n",
    ):
        assert expected in checked


def test_no_aim_of_the_playbook_is_shown_while_bids_are_open(capsys: pytest.CaptureFixture[str]) -> None:
    deal = str(ROOT / "examples" / "sales-digitalisation.yaml")
    for on, aim in (("2021-12-31", True), ("2022-01-15", False)):
        run(["analyze", deal, "--as-of", on, "--lang", "en"])
        assert aim == ("The next aim: above" in capsys.readouterr().out)
    assert [line for line in shown(capsys, "city-flood") if line == "The next aim: above 40 %"]  # the deal's own
    assert [line for line in shown(capsys, "truck-cab-mes") if line == "The next aim: above 55 %"]


def test_steps_that_are_left_out_are_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    fast, suspended = plan_of(capsys, "battery-energy"), plan_of(capsys, "cold-chain-wms")
    assert "Steps 3 and 4 are left out: on the fast lane our offer decides, not work on people" in fast
    assert "Steps 3 and 4 are left out while the project is suspended" in suspended


def test_signs_of_losing_that_the_verdict_counts_are_named_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    run(["screen", str(TEAM / "retail-wms.yaml"), "--lang", "en"])
    said = capsys.readouterr().out.splitlines()
    verdict = next(number for number, line in enumerate(said) if "3 signs of losing show" in line)
    assert 3 == sum(line.startswith("!! a sign of losing: ") for line in said[verdict + 1 : verdict + 7])


def test_what_a_range_is_of_the_former_price_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert [line for line in shown(capsys, "city-flood") if "the amount is 1.63-1.83 times as much" in line]


# What a go hangs on, whom somebody else has, and what is over.


def screen_of(capsys: pytest.CaptureFixture[str], deal: str) -> list[str]:
    run(["screen", str(TEAM / f"{deal}.yaml"), "--lang", "en"])
    return [line.strip() for line in capsys.readouterr().out.splitlines()]


def test_a_condition_of_our_own_approval_is_a_condition_of_the_go(capsys: pytest.CaptureFixture[str]) -> None:
    said = screen_of(capsys, "truck-cab-mes")
    assert notes(said, "+ GO, on 2 conditions: ") == [
        "- Have the customer confirm what only we have, before RFP drafting",
        "- Our own approval asks for it: a local partner for the night shift",
    ]
    assert notes(screen_of(capsys, "hospital-supply"), "! GO, on 2 conditions: ")
    missing = "- Find out who sits there, and where they stand: who installs and runs it, who pays"
    assert notes(screen_of(capsys, "shoe-partner"), "+ GO, on one condition: ") == [missing]


def test_whoever_speaks_for_a_competitor_is_listed_as_theirs(capsys: pytest.CaptureFixture[str]) -> None:
    assert row(shown(capsys, "battery-mes"), "质量部长 *")[3] == "neutral; for 国际套件厂商"
    assert row(shown(capsys, "battery-mes"), "采购经理 *")[3] == "neutral"


def test_empty_chairs_are_counted_once(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "retail-wms")
    assert [line for line in said if line.endswith("; 3 empty chairs")]
    assert [line for line in said if "WSP102 Nobody is listed who approves" in line]
    for deal, empty in (("retail-wms", "2 more chairs"), ("shoe-partner", "2 chairs")):
        run(["check", str(TEAM / f"{deal}.yaml"), "--lang", "en", "--all"])
        assert f"WSP111 {empty} at the decision are empty" in capsys.readouterr().out


def test_nothing_is_asked_of_a_deal_that_has_ended(capsys: pytest.CaptureFixture[str]) -> None:
    said = screen_of(capsys, "steel-energy")
    assert "! NEVER SETTLED: whether the customer had to buy" in said
    for live in ("FIND OUT FIRST", "To find out", "A yes on condition", "not yet due"):
        assert not [line for line in said if live in line]
    dropped = shown(capsys, "bank-core")
    assert "No sign was due before the end, and none showed" in dropped
    assert not [line for line in dropped if "this early" in line]
    won = shown(capsys, "port-yard")
    assert "Awarded: no percentage any more; who can still stop it?" in won
    assert [line for line in won if line.startswith("+ the deepest and longest exchange is with us: there")]


def test_what_was_learned_is_told_and_not_that_a_meeting_was_held(capsys: pytest.CaptureFixture[str]) -> None:
    for deal in ("steel-energy", "pharma-mes", "port-yard"):
        (learned,) = [line for line in shown(capsys, deal) if "What we learned: " in line]
        assert "look-back held" not in learned
        assert "复盘会已开" not in learned


SUSPENDED = """
stage: qualification
events: {project-approved: {status: {2021-03-01: {is: confirmed, source: cio}, 2021-06-01: on-hold}}}
people: {cio: {title: CIO, role: approver}}
"""


@pytest.mark.parametrize(
    ("days", "action"),
    [
        pytest.param(92, "{what: Rehearse the demo, done: 2021-08-01}", id="work at home is no talk"),
        pytest.param(31, "{what: Ask the CIO, for: people.cio, done: 2021-08-01}", id="a visit that was paid"),
        pytest.param(31, "{what: Send the plan, customer: true, done: 2021-08-01}", id="a promise that they kept"),
        pytest.param(92, "{what: Ask the CIO, for: people.cio, due: 2021-08-01}", id="a visit that was not"),
    ],
)
def test_silence_ends_with_what_was_done_together(days: int, action: str) -> None:
    said = screened(f"{SUSPENDED}actions: {{a: {action}}}\n")
    assert [line for line in said if f"Ask now, after {days} days without a talk" in line]
