#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with the console. scenarios.py NAME CONSOLE CTL FOLDER; exit status 1: a step did not work."""
import datetime
import json
import os
import re
import sqlite3
import subprocess
import sys

import pyatspi
from person import CONTROLS, NotSeen, PATIENCE, Person, display, screen

ROWS = {"list item", "table cell", "tree item"}
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

    def begun(self):
        """The lines that have a run."""
        return {run["line"] for run in self.ask("runs", "list")}

    def running(self):
        return [run for run in self.ask("runs", "list") if run["state"] == "running"]

    def held(self):
        """The lines that the store says are held; everything is ''."""
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            return [line for line, in store.execute("SELECT line FROM hold WHERE released_at IS NULL")]

    def released_at(self):
        """As the command line writes times."""
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            ms, = store.execute("SELECT max(released_at) FROM hold").fetchone()
        whole = datetime.datetime.fromtimestamp(ms // 1000, datetime.timezone.utc)
        return f"{whole:%Y-%m-%dT%H:%M:%S}.{ms % 1000:03}Z"


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
    me.until("the store holds everything", lambda: place.held() == [""])
    me.click("^Release all", "push button")
    me.be_at("^Reason, needed to release")
    me.type("the test is over")
    me.press("Return")
    me.miss("^All lines held")
    expect("the store holds nothing", place.held() == [])

    me.press("ctrl+k")
    me.type("search #1")
    me.see("search #1", "list item")
    me.press("Return")
    me.see("^Go to live", "push button")

    me.press("ctrl+9")
    me.see("entries, chain complete")
    expect("it ends in order", me.leave() in (0, -15))


def approval(place):
    """One approval given with the mouse: a click does nothing, a second of pressing does."""
    subprocess.run([place.ctl, "--store", place.store, "demo", "--json"], stdout=subprocess.DEVNULL, check=True)
    me = place.open()
    me.press("ctrl+2")
    approve = "^Approve: take over"
    me.see(approve, "push button")
    me.until("the prompt takes input", lambda: not any("Ready in" in words for words in me.words()))
    me.click(approve, "push button")
    expect("a click approves nothing", place.ask("approvals", "list")[0]["state"] == "open")
    me.click(approve, "push button", hold_s=1.3)
    me.see("^Take back", "push button")
    me.miss("^Take back")
    me.until("the approval is on the record", lambda: place.ask("approvals", "list")[0]["state"] == "approved")
    me.leave()


class Look:
    """Goes through what is on the screen, and keeps what has no name in words."""

    def __init__(self, me):
        self.me, self.unnamed = me, []

    def at(self, page):
        for node, role, name in self.me.nodes():
            focusable = node.getState().contains(pyatspi.STATE_FOCUSABLE)
            if not name.strip() and (role in ROWS or role in CONTROLS and focusable):
                self.unnamed.append(f"{page}: {role} in {node.parent.name or node.parent.getRoleName()}")

    def go(self, keys, page, *words, role=None):
        self.me.press(*keys)
        self.see(page, *words, role=role)

    def see(self, page, *words, role=None):
        for pattern in words:
            self.me.see(pattern, role)
        self.at(page)


def readers(place):
    """Every control, row, status and node of the graph has a name in words."""
    me = place.open()
    look = Look(me)
    look.see("First run", "^No lines yet", "^Open demo$", "^git")
    me.leave()
    subprocess.run([place.ctl, "--store", place.store, "demo", "--json"], stdout=subprocess.DEVNULL, check=True)
    me = place.open()
    look.me = me
    held = me.see("^parser, held for you for .*, run #1 at (test|build), press Enter to open", "list item")
    expect(f"its last runs are told: {held.description}", re.match("^Last 1 run: 1 held for you", held.description))
    look.see("Overview", "^storefront, clear, run #1", "^1 held for you", "^Review parser #1")
    look.go(["ctrl+2"], "Approvals", "^Approve: take over", "^Reject", "minutes? left, decide by",
            "^held for you$")
    me.press("shift+Return")
    own = me.until("the window of its own", lambda: me.window_of("^Approval: parser #1"))
    main, me.window = me.window, own
    look.see("Own window", "^Approve: take over")
    me.press("ctrl+w")
    me.until("it is closed", lambda: not me.window_of("^Approval: parser #1"))
    me.window = main
    me.come_back()
    look.go(["ctrl+3"], "Runs", "^parser #1, held for you", "^search #1, retried", role="table cell")
    me.click("^storefront #1, healed", "table cell")
    look.see("Runs, beside the table", "^Healed$")
    me.press("Return")
    look.see("Run detail", "^Go to live", "^Checkpoint [0-9]+ of [0-9]+")
    graph = me.see("^Graph, [0-9]+ steps$")
    for words in ("Detect failure, succeeded", "Verify fix, succeeded", "Escalate, (pending|skipped)"):
        expect(f"the graph tells of {words}: {graph.description}", re.search(words, graph.description))
    steps = int(re.search("[0-9]+", graph.name)[0])
    look.go(["ctrl+shift+t"], "Graph as a table", "^Detect failure, succeeded", "^Verify fix, succeeded",
            role="list item")
    told = [name for _, role, name in me.nodes() if role == "list item" and re.match("^[A-Z].*, [a-z]", name)]
    expect(f"each of {steps} steps is told: " + "; ".join(told), len(told) >= steps)
    look.go(["ctrl+7"], "Knowledge", "^[0-9,]+ patterns?, [0-9,]+ acts? on (its|their) own")
    look.go(["ctrl+9"], "Audit", "entries, chain complete")
    look.go(["ctrl+comma"], "Connections", "^No connections")
    for section, words in (("Policy", "^The policy of each line"), ("Appearance", "^Follow system$"),
                           ("Keyboard", "command.* have a key"), ("Language and time", "^Language$"),
                           ("Data", "^Prune|^Keep")):
        me.click(f"^{section}$")
        look.see(section, words)
    look.go(["ctrl+k"], "Palette", "^Search or run a command$")
    me.type(">hold")
    look.see("Palette", "^Hold all", role="list item")
    me.press("Down")
    me.see("^Hold line.*, 2 of [0-9]+$", "notification")
    me.press("Escape")
    me.leave()
    expect("without a name: " + "; ".join(look.unnamed), not look.unnamed)


def states(me):
    """What the rows of Overview say, without how long it has been so."""
    names = (name for _, role, name in me.nodes() if role == "list item" and "press Enter to open" in name)
    return sorted(re.sub(" for .*?,", ",", name) for name in names)


def at_rest(rows):
    """They, once there are all of them and none goes on; else nothing."""
    goes_on = any(re.search(", (queued|running|retrying)", row) for row in rows)
    return rows if len(rows) >= len(LINES) and not goes_on else None


def ended(place, end):
    """The console goes away in mid-run, by `end`; the next one shows what the store knows, and brings it to its end."""
    with display() as server:
        me = place.open()
        me.see("^No lines yet")
        me.be_at("^Open demo$")
        me.press("space")
        me.until("every line has a run, and one goes on", lambda: set(LINES) <= place.begun() and place.running())
        end(me, server)
    begun = {(run["line"], run["id"]) for run in place.ask("runs", "list")}
    expect("it was in the middle of a run", place.running())
    me = place.open()
    me.see("^storefront, clear, run #1", "list item")
    me.see("^parser, held for you", "list item")
    for line in ("search", "catalog"):
        me.see(f"^{line}, clear, run #1", "list item")
    runs = place.ask("runs", "list")
    expect("nothing is lost", begun <= {(run["line"], run["id"]) for run in runs})
    expect("nothing was begun twice", len({run["line"] for run in runs}) == len(runs))
    before = me.until("every line is at rest", lambda: not place.running() and at_rest(states(me)))
    me.vanish()
    me = place.open()
    me.until("the same is shown: " + "; ".join(before), lambda: states(me) == before)
    me.press("ctrl+9")
    me.see("entries, chain complete")
    me.leave()


def killed(place):
    """kill -9 in mid-run."""
    ended(place, lambda me, _: me.vanish())


def blackout(place):
    """The X server ends in mid-run."""
    def end(me, server):
        server.terminate()
        server.wait()
        me.process.wait(PATIENCE)
    ended(place, end)


def held(place):
    """What is asked for while everything is held begins with the release, and not before."""
    me = place.open()
    me.see("^No lines yet")
    me.press("ctrl+shift+h")
    me.until("the store holds everything", lambda: place.held() == [""])
    me.click("^Open demo$", "push button")
    me.until("every line has a run that waits", lambda: set(LINES) <= place.begun())
    me.click("^Release all", "push button")
    me.be_at("^Reason, needed to release")
    me.type("the test is over")
    me.press("Return")
    me.see("^storefront, clear", "list item")
    me.see("^parser, held for you", "list item")
    me.until("every line has come to its end", lambda: {run["state"] for run in place.ask("runs", "list")}
             <= {"succeeded", "waiting"})
    released = place.released_at()
    for run in place.ask("runs", "list"):
        begun = [event["ts"] for event in place.ask("runs", "events", str(run["id"]))
                 if event["type"] == "node_started"]
        expect(f"{run['line']} did something", begun)
        expect(f"{run['line']} began at {min(begun)}, released at {released}", min(begun) >= released)
    me.leave()


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


SCENARIOS = {"day": day, "approval": approval, "readers": readers, "killed": killed, "blackout": blackout,
             "held": held, "notices": notices}


def main():
    name, console, ctl, folder = sys.argv[1:]
    os.environ.update({"HOME": folder, "XDG_CONFIG_HOME": os.path.join(folder, "config"),
                       "XDG_DATA_HOME": os.path.join(folder, "data"), "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    with screen():
        try:
            SCENARIOS[name](Place(console, ctl, folder))
        except NotSeen as problem:
            print(f"not seen: {problem}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
