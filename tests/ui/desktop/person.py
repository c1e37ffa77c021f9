# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody at a real X server who sees the console as a screen reader does, and uses its keys and mouse.

Runs inside a D-Bus session of its own. What it starts ends with it. Every wait is for a condition, and ends after
PATIENCE seconds with what was on the screen instead.
"""
import contextlib
import os
import re
import subprocess
import time

import pyatspi

PATIENCE = float(os.environ.get("SIGNALBOX_PATIENCE", "60"))
CONTROLS = {"push button", "toggle button", "radio button", "check box", "combo box", "text", "entry", "list item",
            "table cell", "menu item", "slider", "page tab", "link", "spin button", "list", "table", "tree"}


class NotSeen(Exception):
    pass


@contextlib.contextmanager
def display(width=1440, height=900):
    """An X server, which what is started meanwhile uses."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-noreset",
                               "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    before = os.environ.get("DISPLAY")
    try:
        with os.fdopen(reading) as answer:
            os.environ["DISPLAY"] = ":" + answer.readline().strip()
        yield server
    finally:
        if before is not None:
            os.environ["DISPLAY"] = before
        server.terminate()
        server.wait()


@contextlib.contextmanager
def screen():
    """An X server and the accessibility bus."""
    with display():
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        bus = subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            bus.terminate()
            bus.wait()


class Person:
    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, *arguments])
        self.window = self.until("the window", self._find_window)
        xid = self.until("the window on the screen", lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self.process.pid), "--name", ".* Signalbox$"],
            capture_output=True, text=True, check=False).stdout.split())
        self.xid = xid[-1]
        self.come_back()

    def come_back(self):
        """To the main window, as a window manager lets it: there is none here."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self.xid], check=True)

    def leave(self):
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def vanish(self):
        """Without a word: kill -9."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def _find_window(self):
        for program in pyatspi.Registry.getDesktop(0):
            if program and program.name == "Signalbox" and program.childCount:
                return program[0]
        return None

    def window_of(self, pattern):
        """Another window of the program, by its title."""
        for program in pyatspi.Registry.getDesktop(0):
            for window in program if program and program.name == "Signalbox" else ():
                if window and window != self.window and re.search(pattern, window.name or ""):
                    return window
        return None

    def until(self, what, look):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                found = look()
            except Exception:  # the tree changes while it is read
                found = None
            if found:
                return found
            if self.process.poll() is not None:
                raise NotSeen(f"{what}: the program ended with {self.process.returncode}")
            time.sleep(0.05)  # between two looks at a condition
        raise NotSeen(f"{what}; on the screen: " + "; ".join(self.words()))

    def nodes(self, node=None):
        """All that is on the screen, as (node, role, name)."""
        node = node or self.window
        for child in node:
            if child is None or not child.getState().contains(pyatspi.STATE_SHOWING):
                continue
            yield child, child.getRoleName(), child.name or ""
            yield from self.nodes(child)

    def words(self):
        with contextlib.suppress(Exception):
            return [name for _, _, name in self.nodes() if name]
        return []

    def see(self, pattern, role=None):
        """Waits until something on the screen is named so."""
        wanted = re.compile(pattern)
        return self.until(f"{role or 'something'} named {pattern}", lambda: next(
            (node for node, kind, name in self.nodes() if wanted.search(name) and role in (None, kind)), None))

    def be_at(self, pattern):
        """Waits until the keys go to something named so."""
        wanted = re.compile(pattern)
        self.until(f"the focus at {pattern}", lambda: any(
            wanted.search(name) and node.getState().contains(pyatspi.STATE_FOCUSED) for node, _, name in self.nodes()))

    def miss(self, pattern):
        """Waits until nothing on the screen is named so."""
        wanted = re.compile(pattern)
        self.until(f"nothing named {pattern}",
                   lambda: not any(wanted.search(name) for _, _, name in self.nodes()))

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)

    def click(self, pattern, role=None, hold_s=0.0):
        node = self.see(pattern, role)
        place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        subprocess.run(["xdotool", "mousemove", "--sync", str(place.x + place.width // 2),
                        str(place.y + place.height // 2)], check=True)
        subprocess.run(["xdotool", "mousedown", "1", "sleep", str(hold_s), "mouseup", "1"], check=True)
