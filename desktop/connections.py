"""Who hears whom: the connections between the parts that :mod:`desktop.app` built, part by part."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.voc.search import term
from desktop.actions import share_tip
from desktop.interchange import mask_pngs
from desktop.interchange.too_deep import TooDeepDialog
from desktop.main_window import page_spec

if TYPE_CHECKING:
    from desktop.app import App


def _tr(text: str) -> str:
    return QCoreApplication.translate("App", text)


def connect(app: "App") -> None:
    """Add the pages and actions of all parts, and connect them; the menus are built afterwards."""
    _opening(app)
    _drawing(app)
    _menus(app)
    _training(app)
    _advising(app)
    _versions(app)
    _evaluating(app)
    _reviewing(app)
    _whole_dataset(app)
    _browsing(app)
    _checking(app)
    _watching(app)
    _bulk_review(app)
    _proposing(app)
    _reporting(app)


def _opening(app: "App") -> None:
    opening, window, news = app.opening, app.window, app.news
    window.may_close = app.may_close
    window.closing.connect(app.shutdown)
    opening.opened.connect(app.show_project)
    opening.failed.connect(news.tell_error)
    opening.too_deep.connect(lambda name, folders: TooDeepDialog(name, folders, window).open())
    opening.left_out.connect(news.tell_left_out)
    opening.foreign_found.connect(lambda root, title: _offer_import(app, root, title))
    opening.locked_found.connect(lambda root, reason: _tell_locked(app, root, reason))
    news.import_wanted.connect(app.interchange.import_dataset)
    app.interchange.open_asked.connect(app.open_folder)


def _offer_import(app: "App", root: Path, title: str) -> None:
    if root == app.root():
        app.news.offer_import(root, title)


def _tell_locked(app: "App", root: Path, reason: str) -> None:
    if root == app.root():
        app.news.tell_locked(reason)


def _drawing(app: "App") -> None:
    page, settings = app.annotate, app.settings
    page.canvas.set_options(settings.tool_options)
    page.canvas.set_display(settings.display)
    page.set_asking(settings.ask_label)
    page.asking_changed.connect(lambda ask: setattr(settings, "ask_label", ask))
    page.status.connect(app.window.show_message)
    page.hint.connect(app.window.show_hint)
    page.annotation_saved.connect(app.refresh)
    page.labels_changed.connect(app.keep_labels)
    page.counted.connect(app.news.tell_count)
    app.prompting.files_wanted.connect(lambda: app.comfort.show_preferences())


def _menus(app: "App") -> None:
    window, actions = app.window, app.window.actions_by_name
    actions["close"].triggered.connect(app.close_project)
    actions["quit"].triggered.connect(window.close)
    actions["start_run"].triggered.connect(lambda: (window.show_train(), app.train.start()))
    actions["stop_run"].triggered.connect(app.train.stop)
    actions["resume_run"].triggered.connect(app.train.resume)
    actions["prelabel"].triggered.connect(lambda: (window.show_annotate(), app.bar.start_prelabel()))
    share_tip(app.bar.prelabel_button, actions["prelabel"])
    app.train.add_actions(actions)
    view = app.train.view
    for button, name in (
        (app.train.new_run.train_button, "start_run"), (view.stop_button, "stop_run"),
        (view.pause_button, "pause_run"), (view.resume_button, "resume_run"),
    ):  # fmt: skip
        share_tip(button, actions[name])


def _training(app: "App") -> None:
    app.runs.begun.connect(app.news.tell_begun)
    app.runs.queued.connect(app.news.tell_queued)
    app.runs.models_found.connect(app.bar.set_models)
    app.runs.failed.connect(app.news.tell_error)
    app.monitor.runs_changed.connect(app.news.tell_running)
    app.monitor.run_ended.connect(app.news.tell_ended)
    app.news.prelabel_wanted.connect(app.prelabel_with)
    app.train.check_asked.connect(lambda: app.window.show_page("check"))
    for spec, call in app.tuning.offers():
        app.window.actions_by_name.add(spec, call)
    for told in (app.runs.begun, app.runs.queued):
        told.connect(app.split_report.compare)
    app.window.page_shown.connect(app.split_report.note_page)
    app.split_report.images_asked.connect(lambda names: app.browse.show(term("name", *names)))
    for part in (app.tuning, app.split_report):
        part.failed.connect(app.news.tell_error)


def _advising(app: "App") -> None:
    train, advising = app.train, app.advising
    train.add_view("advice", _tr("Advice"), app.advice)
    train.add_view("compare", _tr("Compare"), app.compare)
    app.monitor.news.connect(advising.add_news)
    train.run_chosen.connect(advising.forget)
    advising.advised.connect(lambda advice: train.view.set_view_title("advice", _titled(_tr("Advice"), len(advice))))
    advising.spec_asked.connect(train.show_spec)
    for part in (advising, app.run_comparing):
        part.failed.connect(app.news.tell_error)


def _titled(words: str, count: int) -> str:
    return f"{words} ({count})" if count else words


def _versions(app: "App") -> None:
    window, versions = app.window, app.versions
    spec = page_spec("models", _tr("&Models"), "Alt+9", _tr("The published versions: read, compare, use, delete them"))
    window.add_page(spec, app.models, _tr("Models"))
    app.runs.models_found.connect(versions.show_models)
    versions.in_use_changed.connect(app.bar.prefer)
    versions.changed.connect(app.runs.read_models)
    versions.spec_asked.connect(lambda spec: (window.show_train(), app.train.show_spec(spec)))
    versions.worse_found.connect(lambda better: app.news.tell_worse(better, versions.use))
    versions.said.connect(window.show_message)
    versions.failed.connect(app.news.tell_error)
    benchmarks = app.benchmarks
    app.runs.models_found.connect(benchmarks.show_models)
    app.annotate.annotation_saved.connect(lambda _name: benchmarks.note_change())
    window.page_shown.connect(benchmarks.note_page)
    benchmarks.images_asked.connect(lambda names: app.browse.show(term("name", *names)))
    benchmarks.said.connect(window.show_message)
    benchmarks.warned.connect(window.banner.show_problem)
    benchmarks.failed.connect(app.news.tell_error)


def _watching(app: "App") -> None:
    watching, window = app.watching, app.window
    window.add_status(watching.status)
    app.runs.models_found.connect(watching.show_models)
    watching.grown.connect(app.grow)
    watching.predicted.connect(app.suggestions.reload)
    watching.image_asked.connect(app.show_suggestion)
    for changed in (app.suggestions.counts_changed, app.annotate.annotation_saved):
        changed.connect(lambda *_what: watching.recount())
    watching.said.connect(window.show_message)
    watching.failed.connect(app.news.tell_error)


def _evaluating(app: "App") -> None:
    window, evaluation = app.window, app.evaluation
    tip = _tr("How good a model is: its mistakes, probable label errors, speed")
    window.add_page(
        page_spec("evaluate", _tr("&Evaluate"), "Alt+8", tip), evaluation.place, _tr("Evaluate"), before="models"
    )
    window.page_shown.connect(evaluation.note_page)
    app.runs.models_found.connect(evaluation.set_models)
    app.annotate.annotation_saved.connect(evaluation.note_change)
    evaluation.image_asked.connect(app.show_object)
    evaluation.images_asked.connect(lambda names: app.browse.show(term("name", *names)))
    evaluation.use_changed.connect(lambda _model: app.runs.read_models())
    evaluation.said.connect(window.show_message)
    evaluation.warned.connect(window.banner.show_problem)
    evaluation.failed.connect(app.news.tell_error)


def _reviewing(app: "App") -> None:
    banner, bulk = app.window.banner, app.review.bulk
    app.window.actions_by_name.include(app.review.actions)
    bulk.selected_names = lambda: app.browse.gallery.selected_names
    app.bar.prelabel_asked.connect(banner.hide)
    app.bar.refused.connect(banner.show_problem)
    bulk.said.connect(app.window.show_message)
    bulk.warned.connect(banner.show_problem)
    bulk.change_asked.connect(app.batches.do)
    app.review.failed.connect(app.news.tell_error)


def _whole_dataset(app: "App") -> None:
    batches, work, book = app.batches, app.dataset_work, app.window.actions_by_name
    for spec, call in work.offers():
        book.add(spec, call)
    book.add(mask_pngs.spec(), app.mask_pngs.take)
    batches.said.connect(app.window.show_message)
    batches.done.connect(app.news.offer_undo)
    batches.files_changed.connect(app.suggestions.reload)  # what waits follows a label to its new name
    work.reopen_asked.connect(app.open_folder)
    for part in (batches, app.mask_pngs):
        part.warned.connect(app.window.banner.show_problem)
    for part in (batches, work):
        part.failed.connect(app.news.tell_error)


def _browsing(app: "App") -> None:
    window, browse = app.window, app.browse
    pages = (
        ("gallery", browse.gallery, _tr("&Images"), "Alt+4", _tr("All images at a glance"), _tr("Images")),
        ("statistics", browse.statistics, _tr("&Statistics"), "Alt+5", _tr("What is labelled, how large and where"),
         _tr("Statistics")),
    )  # fmt: skip
    for name, page, text, keys, tip, short in pages:
        window.add_page(page_spec(name, text, keys, tip), page, short, before="train")
    browse.page_asked.connect(window.show_page)
    window.page_shown.connect(browse.note_page)
    browse.batch_asked.connect(app.batches.do)
    browse.failed.connect(app.news.tell_error)
    app.suggestions.counts_changed.connect(browse.searching.note_change)


def _checking(app: "App") -> None:
    window, checking = app.window, app.checking
    spec = page_spec("check", _tr("&Check"), "Alt+6", _tr("What is wrong with the dataset, with a remedy each"))
    window.add_page(spec, app.check, _tr("Check"), before="train")
    window.page_shown.connect(checking.note_page)
    app.annotate.annotation_saved.connect(checking.note_change)
    checking.counted.connect(lambda count, _serious: window.set_badge("check", count))
    checking.counted.connect(lambda _count, serious: app.train.set_serious_problems(serious))
    checking.image_asked.connect(app.show_object)
    checking.images_asked.connect(app.browse.show)
    checking.failed.connect(app.news.tell_error)
    app.check.card.settings_asked.connect(app.dataset_work.open_settings)


def _bulk_review(app: "App") -> None:
    window, review = app.window, app.bulk_review
    tip = _tr("Many suggestions at once: filter them, accept, reject, tag, set images aside")
    window.add_page(page_spec("review", _tr("&Review"), "Alt+3", tip), review.place, _tr("Review"), before="gallery")
    window.actions_by_name.include(review.book)
    window.actions_by_name.add(review.list_spec(), review.show_aside)
    window.page_shown.connect(review.note_page)
    for changed in (app.suggestions.counts_changed, app.annotate.annotation_saved, app.batches.files_changed):
        changed.connect(review.note_change)
    review.image_asked.connect(app.show_suggestion)
    review.page_asked.connect(window.show_page)
    review.reopen_asked.connect(app.open_anew)
    for changing in (review, app.batches):
        changing.ended.connect(app.go_on)
    review.verdicts_given.connect(app.suggestions.reload)
    review.said.connect(window.show_message)
    review.warned.connect(window.banner.show_problem)
    review.done.connect(app.news.offer_undo)
    review.failed.connect(app.news.tell_error)


def _proposing(app: "App") -> None:
    window, proposing = app.window, app.proposing
    tip = _tr("The images that teach most, each with its reasons")
    spec = page_spec("label_next", _tr("Label &next"), "Alt+2", tip)
    window.add_page(spec, app.next_page, _tr("Label next"), before="review")
    window.actions_by_name.add(proposing.spec(), proposing.go_to_next)
    window.page_shown.connect(proposing.note_page)
    for changed in (app.annotate.annotation_saved, app.suggestions.counts_changed, app.runs.models_found,
                    app.batches.files_changed):  # fmt: skip
        changed.connect(proposing.note_change)
    proposing.image_asked.connect(lambda name: app.show_object(name, None))
    app.next_page.prelabel_asked.connect(window.actions_by_name["prelabel"].trigger)
    proposing.said.connect(window.show_message)
    proposing.failed.connect(app.news.tell_error)


def _reporting(app: "App") -> None:
    window, reports = app.window, app.reports
    tip = _tr("What models brought, whether the camera has changed, when to train again")
    window.add_page(page_spec("reports", _tr("Re&ports"), "Alt+0", tip), reports.place, _tr("Reports"))
    window.page_shown.connect(reports.note_page)
    reports.image_asked.connect(lambda name: app.show_object(name, None))
    reports.said.connect(window.show_message)
    reports.failed.connect(app.news.tell_error)
    retraining = reports.retraining
    app.runs.models_found.connect(retraining.think_soon)
    retraining.due.connect(lambda due: app.news.tell_due(due, retraining.ask_run))
    retraining.spec_asked.connect(lambda spec: (window.show_train(), app.train.show_spec(spec)))
