from datetime import date

import pytest

from core.review.next_up.queue import by_lot
from core.review.reporting import Step, Tally, report_of
from core.review.reporting.charts import Unit
from core.review.reporting.effort import DRAW_S, OWN_LEAST, PAUSE_S
from core.review.reporting.figures import figures_of, tiles_of
from core.review.reporting.looking import at_once_words
from core.review.reporting.page import as_html
from core.review.reporting.values import ENOUGH
from core.review.store import Doing, Verdict, Work
from tests.core.review.reporting.days import DAY, Days


def test_a_dataset_without_a_log_gives_an_empty_report(days: Days) -> None:
    report = report_of("parts", days.store)
    assert report.is_empty
    assert (report.total, report.periods, report.by_version) == (Tally(), (), {})
    assert not days.store.path.exists()


def test_verdicts_are_counted_by_day_version_band_and_label(days: Days) -> None:
    dents = days.predict("a", ["dent", "dent", "dent"], score=0.95)
    days.say(dents[:2], Verdict.ACCEPTED)
    days.say(dents[2:], Verdict.REJECTED)
    days.wait(2 * DAY)
    others = days.predict("b", ["dent", "scratch"], "parts@2", score=0.32)
    days.say(others[:1], Verdict.CORRECTED, iou=0.8)
    days.say(others[1:], Verdict.CORRECTED, iou=1.0, label="dent")
    days.draw("b", "scratch", missed_by="parts@2")
    report = report_of("parts", days.store)
    assert report.step is Step.DAY
    assert report.periods == (date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4))
    assert report.over_time[1] == Tally()
    assert report.by_version["parts@1"] == Tally(accepted=2, rejected=1)
    assert report.by_version["parts@2"] == Tally(
        corrected=1, relabelled=1, missed=1, mistaken=1, overlap=0.8, measured=1
    )  # fmt: skip
    assert [band.judged for band in report.by_band] == [0, 0, 0, 2, 0, 0, 0, 0, 0, 3]
    assert report.by_label["dent"] == Tally(accepted=2, corrected=1, rejected=1, missed=1, overlap=0.8, measured=1)
    assert report.by_label["scratch"] == Tally(relabelled=1, missed=1)
    assert report.total.precision == pytest.approx(3 / 5)
    # Five things are there, one of which was called something else and one not suggested: so the labels say as well.
    assert report.total.recall == pytest.approx(3 / 5)
    assert (report.by_label["dent"].recall, report.by_label["scratch"].recall) == (pytest.approx(3 / 4), 0)
    assert report.total.mean_overlap == pytest.approx(0.8)


def test_images_drawn_by_lot_are_counted_by_themselves(days: Days) -> None:
    names = [f"part_{number:03d}" for number in range(100)]
    lot = [name for name in names if by_lot(name)][:3]
    assert 0 < len(lot) < 20
    picked = next(name for name in names if not by_lot(name))
    days.say(days.predict(picked, ["dent", "dent"]), Verdict.REJECTED)
    assert report_of("parts", days.store).by_lot == {}
    days.wait(1)
    days.say(days.predict(lot[0], ["dent", "dent"]), Verdict.ACCEPTED)
    days.wait(1)
    days.say(days.predict(lot[1], ["dent"], "parts@2"), Verdict.REJECTED)
    days.wait(1)
    days.say([*days.predict(lot[2], ["dent"]), *days.predict("other", ["dent"])], Verdict.ACCEPTED)
    days.draw(lot[1], "scratch", missed_by="parts@2")
    report = report_of("parts", days.store)
    assert report.by_lot == {"parts@1": Tally(accepted=2), "parts@2": Tally(rejected=1, missed=1)}
    assert report.by_version["parts@1"] == Tally(accepted=4, accepted_at_once=2, rejected=2)
    shown = {figure.name: figure for figure in figures_of(report)}["lot"]
    assert shown.chart.ticks == ("parts@1", "parts@2")
    assert "by lot" in as_html(report)


def judge_one_by_one(days: Days, accepted: int, rejected: int, model: str = "parts@1") -> None:
    for place in range(accepted + rejected):
        days.wait(1)
        one = days.predict(f"{model} {place}", ["dent"], model)
        days.say(one, Verdict.ACCEPTED if place < accepted else Verdict.REJECTED)


def accept_everywhere(days: Days, count: int) -> None:
    days.wait(1)
    days.say([id_ for place in range(count) for id_ in days.predict(f"unseen {place}", ["dent"])], Verdict.ACCEPTED)


def test_what_was_accepted_at_once_is_told_apart_from_what_was_looked_at(days: Days) -> None:
    judge_one_by_one(days, accepted=ENOUGH - 6, rejected=6)
    accept_everywhere(days, 470)
    report = report_of("parts", days.store)
    assert report.total == Tally(accepted=494, rejected=6, accepted_at_once=470)
    assert (report.total.precision, report.total.precision_looked_at) == (pytest.approx(0.988), pytest.approx(0.8))
    assert at_once_words(report.total) == (
        "470 of the 494 counted as right were accepted on several images at once: nobody need have looked at each, so "
        "precision and recall are upper bounds. Of the 30 judged one by one, or with their image open, 80\u00a0% were "
        "right."
    )
    tile = tiles_of(report)[2]
    assert tile.value == "≤\u00a099\u00a0%"
    assert tile.note == "80\u00a0% of what was looked at; ≤\u00a0100\u00a0% of what is there was suggested"
    figures = {figure.name: figure for figure in figures_of(report)}
    assert figures["versions"].table.columns[:5] == (
        "Version", "Precision", "Looked at", "Recall", "At once",
    )  # fmt: skip
    assert figures["versions"].table.rows[0][1:5] == ("99\u00a0%", "80\u00a0%", "100\u00a0%", "470")
    assert [row.name for row in figures["accuracy"].chart.rows] == ["Precision", "Precision, looked at", "Recall"]
    assert "says nothing of that" in figures["bands"].note
    assert [(row.name, sum(value or 0 for value in row.values)) for row in figures["bands"].chart.rows] == [
        ("Accepted", 24), ("Accepted at once", 470), ("Corrected", 0), ("Rejected", 6),
    ]  # fmt: skip


def test_of_too_few_that_were_looked_at_no_share_is_told(days: Days) -> None:
    judge_one_by_one(days, accepted=ENOUGH - 1, rejected=0)
    accept_everywhere(days, 5)
    report = report_of("parts", days.store)
    assert report.total.precision_looked_at is None
    assert "looked at:" not in at_once_words(report.total).partition("bounds.")[2]
    versions = next(figure for figure in figures_of(report) if figure.name == "versions")
    assert [row.name for row in versions.chart.rows] == ["Precision", "Recall"]
    assert versions.table.columns[:4] == ("Version", "Precision", "Recall", "At once")


def test_where_some_was_called_wrong_at_once_nothing_is_said_to_be_a_bound(days: Days) -> None:
    accept_everywhere(days, 3)
    days.wait(1)
    days.say([*days.predict("x", ["dent"]), *days.predict("y", ["dent"])], Verdict.REJECTED)
    days.wait(1)
    days.say([*days.predict("z", ["dent"]), *days.predict("w", ["dent"])], Verdict.CORRECTED, iou=1.0, label="stain")
    total = report_of("parts", days.store).total
    assert (total.accepted_at_once, total.wrong_at_once, total.looked_at) == (3, 4, 0)
    assert at_once_words(total).startswith("7 of the 7 verdicts were given on several images at once")
    assert "≤" not in tiles_of(report_of("parts", days.store))[2].value


def test_all_that_is_shown_on_one_image_was_looked_at(days: Days) -> None:
    days.say(days.predict("a", ["dent"] * 9), Verdict.ACCEPTED)
    report = report_of("parts", days.store)
    assert (report.total, at_once_words(report.total)) == (Tally(accepted=9), "")
    assert "At once" not in as_html(report)
    assert tiles_of(report)[2].value == "100\u00a0%"


def test_the_last_word_on_each_counts(days: Days) -> None:
    ids = [*days.predict("a", ["dent"]), *days.predict("b", ["dent"]), *days.predict("c", ["dent"])]
    days.say(ids, Verdict.ACCEPTED)
    days.wait(1)
    days.store.reopen(ids)
    days.wait(1)
    days.say(ids[:1], Verdict.ACCEPTED)
    days.wait(1)
    days.say(ids[1:2], Verdict.REJECTED)
    assert report_of("parts", days.store).total == Tally(accepted=1, rejected=1)


def test_a_gesture_on_two_images_stays_one_when_one_of_them_is_judged_anew(days: Days) -> None:
    ids = [*days.predict("a", ["dent"]), *days.predict("b", ["dent"])]
    days.say(ids, Verdict.ACCEPTED)
    days.wait(1)
    days.say(ids[:1], Verdict.REJECTED)
    assert report_of("parts", days.store).total == Tally(accepted=1, rejected=1, accepted_at_once=1)


def test_one_is_one_and_more_are_many(days: Days) -> None:
    days.predict("a", ["dent"])
    days.draw("a", "dent")
    assert [tile.note for tile in tiles_of(report_of("parts", days.store))[:2]] == [
        "1 suggestion", "1 object drawn by hand",
    ]  # fmt: skip
    days.predict("b", ["dent"] * 3)
    days.draw("a", "dent")
    assert [tile.note for tile in tiles_of(report_of("parts", days.store))[:2]] == [
        "4 suggestions", "2 objects drawn by hand",
    ]  # fmt: skip


def test_what_was_taken_back_counts_by_what_was_said_last(days: Days) -> None:
    [one, other] = days.predict("a", ["dent", "dent"])
    days.say([one, other], Verdict.ACCEPTED)
    days.store.reopen([one, other])
    days.say([one], Verdict.REJECTED)
    report = report_of("parts", days.store)
    assert report.total == Tally(rejected=1)
    assert (report.total_use.verdicts, report.use[0].verdicts) == (1, 1)


def test_use_counts_each_image_once_and_each_look(days: Days) -> None:
    days.say(days.predict("a", ["dent"]), Verdict.ACCEPTED)
    days.predict("b", [])
    days.wait(DAY)
    days.predict("a", ["dent", "dent"], "parts@2")
    report = report_of("parts", days.store)
    assert [(use.looks, use.images, use.found, use.verdicts) for use in report.use] == [(2, 2, 1, 1), (1, 1, 2, 0)]
    assert (report.total_use.looks, report.total_use.images, report.total_use.found) == (3, 2, 3)


@pytest.mark.parametrize(("length", "step", "first"), [
    (30, Step.DAY, date(2026, 3, 4)), (60, Step.WEEK, date(2026, 3, 2)), (500, Step.MONTH, date(2026, 3, 1)),
])  # fmt: skip
def test_a_long_log_is_told_in_longer_steps_without_gaps(days: Days, length: int, step: Step, first: date) -> None:
    days.wait(2 * DAY)
    days.predict("a", ["dent"])
    days.wait((length - 1) * DAY)
    days.predict("b", ["dent"])
    report = report_of("parts", days.store)
    assert (report.step, report.periods[0]) == (step, first)
    assert list(report.periods) == sorted(set(report.periods))
    assert (report.use[0].looks, report.use[-1].looks, sum(use.looks for use in report.use)) == (1, 1, 2)


def test_accepting_all_at_once_is_one_action_and_drawing_is_two(days: Days) -> None:
    found = days.predict("a", ["dent"] * 5)
    days.wait(3)
    days.say(found[:3], Verdict.ACCEPTED)
    days.wait(2)
    days.say(found[3:4], Verdict.CORRECTED, iou=0.7)
    days.wait(1)
    days.say(found[4:], Verdict.REJECTED)
    days.wait(10)
    days.draw("a", "dent", missed_by="parts@1")
    effort = report_of("parts", days.store).effort
    assert (effort.objects, effort.hand_actions, effort.actions) == (5, 10, 1 + 2 + 1 + 2)
    assert effort.saved_actions == pytest.approx(0.4)
    # The first act has no gap before it: it stands for what accepting takes by default.
    assert effort.seconds == pytest.approx(2.0 + 2 + 1 + 10)
    assert effort.hand_seconds == pytest.approx(5 * DRAW_S)


def test_pauses_are_left_out(days: Days) -> None:
    found = days.predict("a", ["dent"] * 3)
    for place, gap in enumerate((5, PAUSE_S + 1, 3)):
        days.wait(gap)
        days.say(found[place : place + 1], Verdict.ACCEPTED)
    # Known is one gap of 3 s; the first and the one after the pause stand for the mean of their kind.
    assert report_of("parts", days.store).effort.seconds == pytest.approx(9)


def test_a_persons_own_pace_is_taken_from_enough_objects(days: Days) -> None:
    for _ in range(OWN_LEAST):
        days.wait(4)
        days.draw("nobody looked", "dent")
    assert report_of("parts", days.store).object_pace.measured == 0
    days.wait(4)
    days.draw("nobody looked", "dent")
    report = report_of("parts", days.store)
    assert (report.object_pace.seconds, report.object_pace.measured) == (pytest.approx(4), OWN_LEAST)
    assert report.effort.objects == 0  # no model had a part in it


def test_drawing_counts_for_the_version_that_had_looked_last(days: Days) -> None:
    days.predict("a", [], "parts@1")
    days.wait(5)
    days.draw("a", "dent")
    days.wait(5)
    days.predict("a", [], "parts@2")
    days.wait(5)
    days.draw("a", "dent")
    by_version = report_of("parts", days.store).effort_by_version
    assert {model: effort.objects for model, effort in by_version.items()} == {"parts@1": 1, "parts@2": 1}


def test_a_tag_costs_one_action_by_hand(days: Days) -> None:
    days.say(days.predict("a", ["NG"], tags=True), Verdict.ACCEPTED)
    days.store.add_work([Work(image="a", what=Doing.TAGGED, label="OK")])
    effort = report_of("parts", days.store).effort
    assert (effort.objects, effort.tags, effort.hand_actions, effort.actions) == (0, 2, 2, 2)


def test_the_time_is_told_only_of_enough_looks_that_were_timed(days: Days) -> None:
    accept_everywhere(days, 120)
    report = report_of("parts", days.store)
    assert (report.effort.actions, report.effort.hand_actions) == (1, 240)
    assert (report.effort.seconds, report.effort.hand_seconds, report.effort.looks) == (0, 0, 0)
    assert report.effort.saved_seconds is None
    tile = tiles_of(report)[4]
    assert (tile.value, tile.note) == ("–", "Timed on 0 of the 30 looks that it takes to tell")
    shown = {figure.name: figure for figure in figures_of(report)}["effort_versions"]
    assert shown.chart.unit is Unit.COUNT
    assert shown.table.columns[-1] == "Saved"
    judge_one_by_one(days, accepted=ENOUGH - 1, rejected=1, model="parts@2")
    report = report_of("parts", days.store)
    # one second each; the 120 that were accepted at once are left out on both sides
    assert (report.effort.seconds, report.effort.looks) == (pytest.approx(ENOUGH), ENOUGH)
    assert report.effort.hand_seconds == pytest.approx((ENOUGH - 1) * DRAW_S)
    assert report.effort.objects == 120 + ENOUGH - 1
    assert tiles_of(report)[4].note == "30 s instead of 3 min"
    shown = {figure.name: figure for figure in figures_of(report)}["effort_versions"]
    assert shown.chart.unit is Unit.MINUTES
    assert [row.values[0] for row in shown.chart.rows] == [None, None]
    assert [row[-3:] for row in shown.table.rows] == [("–", "–", "–"), ("30 s", "3 min", "3 min")]
