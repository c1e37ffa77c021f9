#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the console. scenarios.py NAME CONSOLE CTL FOLDER; exit status 1: a step did not work."""
import json
import os
import subprocess
import sys

import pyatspi
from person import CONTROLS, NotSeen, Person, screen

LINES = ("storefront", "parser", "search", "catalog")


class Place:
    def __init__(self, console, ctl, folder):
        self.console, self.ctl, self.store = console, ctl, os.path.join(folder, "signalbox.sqlite")

    def open(self):
        return Person(self.console, "--store", self.store, "--theme", "dark")

    def ask(self, *words):
        done = subprocess.run([self.ctl, "--store", self.store, *words, "--json"], capture_output=True, text=True,
                              check=False)
        return json.loads(done.stdout)


def expect(what, holds):
    if not holds:
        raise NotSeen(what)


def day(place):
    """First run, a healing watched, back in time, a fork, an escalation decided and taken back, hold, palette, audit."""
    me = place.open()
    me.see("^No lines yet")
    me.be_at("^Open demo$")
    me.press("space")
    for line in LINES:
        me.see(f"^{line},", "list item")
    me.see("^1 held for you")
    me.see("^storefront, clear", "list item")

    me.press("ctrl+3")
    me.click("^storefront #1, healed", "table cell")
    me.press("Return")
    me.see("^Go to live", "push button")
    me.press("comma", "comma")
    me.see("^Checkpoint [0-9]+ of [0-9]+$")
    me.press("f")
    me.see("^Rehearse$", "push button")
    me.press("ctrl+Return")
    me.see("[Rr]ehearsal of run [0-9]+")
    forks = [run for run in place.ask("runs", "list") if run["rehearsal"]]
    expect("the fork is on the record", len(forks) == 1)

    me.press("ctrl+j")
    me.see("^parser #1")
    me.until("the prompt takes input", lambda: not any("Ready in" in words for words in me.words()))
    me.press("Return")  # does nothing
    me.press("x")
    me.type("not in this release")
    me.press("Return")
    me.click("^Take back", "push button")
    me.miss("^Take back$")
    expect("taken back, it is open", place.ask("approvals", "list")[0]["state"] == "open")
    me.until("the prompt takes input", lambda: not any("Ready in" in words for words in me.words()))
    me.press("x")
    me.type("not in this release")
    me.press("Return")
    me.miss("^Take back$")
    me.until("the rejection is on the record", lambda: place.ask("approvals", "list")[0]["state"] == "rejected")

    me.press("ctrl+shift+h")
    me.see("^All lines held")
    expect("everything is held", place.ask("doctor") is not None)
    me.click("^Release all", "push button")
    me.see("^Reason, needed to release", "text")
    me.type("the test is over")
    me.press("Return")
    me.miss("^All lines held")

    me.press("ctrl+k")
    me.type("search #1")
    me.see("search #1", "list item")
    me.press("Return")
    me.see("^Go to live", "push button")

    me.press("ctrl+9")
    me.see("entries, chain complete")
    expect("it ends in order", me.leave() in (0, -15))


def readers(place):
    """Every control, row, status and node of the graph has a name in words."""
    subprocess.run([place.ctl, "--store", place.store, "demo", "--json"], stdout=subprocess.DEVNULL, check=True)
    me = place.open()
    unnamed = []

    def look(page):
        for node, role, name in me.nodes():
            if role in CONTROLS and not name.strip() and node.getState().contains(pyatspi.STATE_FOCUSABLE):
                unnamed.append(f"{page}: {role} in {node.parent.name or node.parent.getRoleName()}")

    me.see("^parser, held for you", "list item")
    look("Overview")
    me.press("ctrl+2")
    me.see("^Approve: take over", "push button")
    look("Approvals")
    me.press("ctrl+3")
    me.click("^storefront #1, healed", "table cell")
    look("Runs")
    me.press("Return")
    me.see("^Go to live", "push button")
    look("Run detail")
    me.press("ctrl+7")
    me.see("^[0-9,]+ patterns?, [0-9,]+ acts? on (its|their) own")
    look("Knowledge")
    me.press("ctrl+9")
    me.see("entries, chain complete")
    look("Audit")
    me.press("ctrl+comma")
    me.see("^No connections")
    look("Connections")
    me.click("^Policy$")
    me.see("^The policy of each line")
    look("Policy")
    me.leave()
    expect("without a name: " + "; ".join(unnamed), not unnamed)


def notices(place):
    """The desktop's own service shows who waits, and what it can do is open the evidence."""
    service = subprocess.Popen(["dunst"])
    ask = lambda *words: subprocess.run(["dunstctl", *words], capture_output=True, text=True, check=False).stdout
    try:
        me = place.open()
        me.see("^No lines yet")
        me.be_at("^Open demo$")
        me.press("space")
        me.see("^1 held for you")
        me.until("the notice is shown", lambda: ask("count", "displayed").strip() == "1")
        ask("action", "0")
        me.see("^Approve: take over", "push button")
        expect("it is open still", place.ask("approvals", "list")[0]["state"] == "open")
        ask("close-all")
        told = json.loads(ask("history"))["data"][0][0]
        expect(f"it says who waits: {told['summary']['data']}", "parser" in told["summary"]["data"])
        expect("nothing is approved from it", "pprove" not in json.dumps(told))
        me.leave()
    finally:
        service.terminate()
        service.wait()


def main():
    name, console, ctl, folder = sys.argv[1:]
    os.environ.update({"HOME": folder, "XDG_CONFIG_HOME": os.path.join(folder, "config"),
                       "XDG_DATA_HOME": os.path.join(folder, "data"), "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    with screen():
        try:
            {"day": day, "readers": readers, "notices": notices}[name](Place(console, ctl, folder))
        except NotSeen as problem:
            print(f"not seen: {problem}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
