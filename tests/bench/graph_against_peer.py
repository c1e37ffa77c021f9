#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph engine beside LangGraph.js and raw SQLite, in one go: prints ratios as JSON.

Runs ../shared/bench/graph/bench.mjs and limit.cpp by turns with `signalboxctl bench graph`, so that both
sides have the same machine; each figure is the median of the repeats. Needs node, npm and g++ with
SQLite's header; the first time it installs the peer into --work, which compiles better-sqlite3.
"""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def run(command, folder=None):
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr.strip()}")
    return done.stdout


class Sides:
    def __init__(self, options):
        self.work = options.work.resolve()
        self.ctl = options.signalboxctl.resolve()
        self.peer = options.peer.resolve()

    def prepare(self):
        self.work.mkdir(parents=True, exist_ok=True)
        for name in ("bench.mjs", "package.json"):
            shutil.copy(self.peer / name, self.work / name)
        if not (self.work / "node_modules/@langchain/langgraph").exists():
            run(["npm", "install", "--no-audit", "--no-fund"], self.work)
        run(["g++", "-O2", "-std=c++20", self.peer / "limit.cpp", "-o", self.work / "limit", "-lsqlite3"])

    def theirs(self, *arguments):
        for leftover in self.work.glob("peer.db*"):
            leftover.unlink()
        return json.loads(run(["node", "bench.mjs", *arguments], self.work))

    def ours(self, *flags, **options):
        arguments = [part for name, value in options.items() for part in ("--" + name.replace("_", "-"), value)]
        return json.loads(run([self.ctl, "bench", "graph", *arguments, *flags, "--json"]))

    def limits(self):
        return json.loads(run([self.work / "limit", self.work, "0.1"]))


def once(sides, options):
    """Every pair side by side; a figure is better the larger it is."""
    db = sides.work / "peer.db"
    steps, large, rounds = options.steps, options.steps // 2, 20
    figures = {}

    def pair(name, theirs, ours, unit="cpu_us_per_step"):
        figures[name] = theirs[unit] / ours[unit]
        figures[name + "_peer_us"] = theirs[unit]
        figures[name + "_us"] = ours[unit]

    pair("none_300B", sides.theirs("cycle", "none", "async", 300, steps),
         sides.ours(steps=50 * steps, state_bytes=300, durability="none"))
    pair("memory_300B", sides.theirs("cycle", "memory", "async", 300, steps),
         sides.ours(steps=10 * steps, state_bytes=300, durability="memory"))
    pair("normal_300B", sides.theirs("cycle", "sqlite", "sync", 300, steps, db),
         sides.ours(steps=5 * steps, state_bytes=300, durability="normal"))
    # Both files count with their write-ahead log, of which ours is 4 MB however short the run.
    peer = sides.theirs("cycle", "sqlite", "sync", 50000, large, db)
    ours = sides.ours(steps=large, state_bytes=50000, durability="normal")
    pair("normal_50KB", peer, ours)
    figures["normal_50KB_file"] = peer["db_mb"] * 1e6 / ours["db_bytes"]
    ours = sides.ours("--whole", steps=large, state_bytes=50000, durability="normal")
    pair("normal_50KB_returned_whole", peer, ours)
    figures["normal_50KB_returned_whole_file"] = peer["db_mb"] * 1e6 / ours["db_bytes"]

    for name, saver, durability in (("fan_none", "none", "none"), ("fan_normal", "sqlite", "normal")):
        peer = sides.theirs("fanout", saver, "sync", 100, rounds, db, "send")
        ours = sides.ours(steps=rounds, fan_out=100, durability=durability)
        figures[name] = peer["ms_per_round"] * rounds / (1000 * ours["wall_s"])

    def rate(**plan):
        measured = sides.ours(state_bytes=300, **plan)
        return measured["steps"] / measured["wall_s"]

    limits = sides.limits()
    figures["normal_of_raw_sqlite"] = (rate(steps=5000, durability="normal")
                                       / limits["sqlite_wal_normal_300B_per_s"]["med"])
    figures["normal_of_raw_sqlite_cpu"] = limits["cpu_us"] / figures["normal_300B_us"]
    figures["full_of_raw_sqlite"] = rate(steps=500, durability="full") / limits["sqlite_wal_full_300B_per_s"]["med"]
    figures["full_64_of_fdatasync"] = (rate(steps=100, durability="full", runs=64)
                                       / limits["fdatasync_append_4K_per_s"]["med"])
    return figures


def after_10000_steps(sides, repeats):
    """What grows with a run's history."""
    def load(**plan):
        return round(statistics.median(sides.ours(**plan)["load_ms"] for _ in range(repeats)), 3)

    peer = sides.theirs("cycle", "sqlite", "sync", 50000, 10000, sides.work / "peer.db")
    large = sides.ours(steps=10000, state_bytes=50000, durability="normal")
    return {"normal_50KB_10000_steps": round(peer["cpu_us_per_step"] / large["cpu_us_per_step"], 1),
            "normal_50KB_10000_steps_file": round(peer["db_mb"] * 1e6 / large["db_bytes"], 1),
            "load_ms_50KB": load(steps=10000, state_bytes=50000, durability="normal"),
            "load_ms_300B": load(steps=10000, state_bytes=300, durability="normal")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--signalboxctl", type=pathlib.Path, default=SOURCE / "build/dev/bin/signalboxctl")
    parser.add_argument("--peer", type=pathlib.Path, default=SOURCE.parent / "shared/bench/graph")
    parser.add_argument("--work", type=pathlib.Path, default=SOURCE / "build/bench-peer", help="keeps the peer")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--waiting", type=int, default=100_000, help="runs left waiting, for their memory")
    options = parser.parse_args()
    if not options.peer.is_dir():
        sys.exit(f"the peer's scripts are not at {options.peer}; name their folder with --peer")
    sides = Sides(options)
    sides.prepare()
    tries = [once(sides, options) for _ in range(options.repeats)]
    figures = {name: round(statistics.median(each[name] for each in tries), 3) for name in tries[0]}
    figures.update(after_10000_steps(sides, options.repeats))
    if options.waiting > 0:
        waiting = sides.ours(steps=1, durability="normal", waiting=options.waiting)
        figures["waiting_mb"] = round(waiting["waiting_mb"], 1)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
