"""Prints an address with WebKitGTK, whose driver has no command for it: run by the system's own Python, see webkit.py."""

from __future__ import annotations

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

# In milliseconds, for the scripts of the page.
STARTED = 1500
MARGINS = {"top": 10, "bottom": 10, "left": 14, "right": 14}


def print_to(view: WebKit2.WebView, paper: str, file: str) -> None:
    """Print into a file, and leave."""
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


def main(address: str, paper: str, file: str) -> None:
    """Open an address in a window, and print it once its scripts have started."""
    view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
    window = Gtk.Window()
    window.add(view)
    window.show_all()

    def loaded(_: WebKit2.WebView, event: WebKit2.LoadEvent) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            GLib.timeout_add(STARTED, print_to, view, paper, file)

    view.connect("load-changed", loaded)
    view.load_uri(address)
    Gtk.main()


main(*sys.argv[1:])
