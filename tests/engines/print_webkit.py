"""Prints an address with WebKitGTK, whose driver has no command for it. webkit.py runs it with the system's Python."""

from __future__ import annotations

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, GLib, Gtk, WebKit2  # noqa: E402

# Whether the scripts of the page run.
ALIVE = "customElements.get('page-alive') !== undefined"
# In milliseconds: how often to check that, and how long scripts may run from then on.
AGAIN, STARTED = 100, 1500
MARGINS = {"top": 10, "bottom": 10, "left": 14, "right": 14}


def print_to(view: WebKit2.WebView, paper: str, file: str) -> None:
    """Print to a file, and quit."""
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f"file://{file}")
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new(paper))
    for side, width in MARGINS.items():
        getattr(setup, f"set_{side}_margin")(width, Gtk.Unit.MM)
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", lambda _: Gtk.main_quit())
    operation.connect("failed", lambda _, error: sys.exit(error.message))
    operation.print_()


def ask_for_scripts(view: WebKit2.WebView, *printing: str) -> None:
    """Print once the scripts of the page have started."""

    def answered(_: WebKit2.WebView, answer: Gio.AsyncResult) -> None:
        if view.evaluate_javascript_finish(answer).to_boolean():
            GLib.timeout_add(STARTED, print_to, view, *printing)
        else:
            GLib.timeout_add(AGAIN, ask_for_scripts, view, *printing)

    view.evaluate_javascript(ALIVE, -1, None, None, None, answered)


def main(address: str, paper: str, file: str) -> None:
    """Open an address in a window, and print it once its scripts have started."""
    view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
    window = Gtk.Window()
    window.add(view)
    window.show_all()

    def loaded(_: WebKit2.WebView, event: WebKit2.LoadEvent) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            ask_for_scripts(view, paper, file)

    view.connect("load-changed", loaded)
    view.load_uri(address)
    Gtk.main()


main(*sys.argv[1:])
