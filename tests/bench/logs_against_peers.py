#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Log scanning and the log viewer beside what else a user would take, in one run. Prints one JSON document.

  logs_against_peers.py --ctl build/dev/bin/signalboxctl --log FILE --patterns FILE [--big FILE] [--repeats 3]

Scanning: ripgrep with the same patterns on one thread, on the file, from a pipe, and on the log with every tenth line
replaced by one that matches. Viewer (with --big): `wc -l`, and glogg under Xvfb until it is quiet. What is missing is
left out. Verdict: the time from the last bytes of the log, written to `classify -` after it has read all others, to its
answer. A ratio is the peer's CPU time by ours, medians of the repeats; both count the whole process but for ours
the compiling of the patterns, which `prepare_cpu_s` holds and a second start does not need.
"""
import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

# One line each for some of the patterns of the reference set.
MATCHING = [b"npm ERR! code ERESOLVE", b"npm ERR! network ETIMEDOUT", b"Error: Cannot find module 'lodash'",
            b"FAILED tests/unit/test_a.py::test_x", b"src/a.cpp:1:2: error: no matching function for call to 'f'",
            b"error TS2304: Cannot find name 'x'.", b"E   AssertionError: 1 != 2",
            b"##[error]Process completed with exit code 137", b"make[2]: *** [Makefile:12: all] Error 2"]


def cpu_of(command, stdin=None):
    """CPU seconds and standard output of a process."""
    process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, env=dict(os.environ, LC_ALL="C"))
    output = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, output


def through_pipe(command, path):
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as source:
        return cpu_of(command, source.stdout)


def median(measure, repeats):
    return statistics.median(measure() for _ in range(repeats))


def ours(arguments, run, repeats):
    cpu_s, rss_mb, matches = [], 0, 0
    for _ in range(repeats + 1):  # the first one compiles
        figures = json.loads(run(arguments)[1])
        cpu_s.append(figures["cpu_s"])
        rss_mb, matches = figures["rss_mb"], figures["matches"]
    return {"cpu_s": statistics.median(cpu_s[1:]), "prepare_cpu_s": figures["prepare_cpu_s"], "rss_mb": rss_mb,
            "matches": matches}


def dense_log(path, folder):
    dense = os.path.join(folder, "dense.log")
    with open(path, "rb") as source, open(dense, "wb") as target:
        for number, line in enumerate(source):
            if number % 10 == 9:
                line = line[:29] + MATCHING[number // 10 % len(MATCHING)] + b"\n"
            target.write(line)
    return dense


def scanning(options, folder):
    cases = {}
    dense = dense_log(options.log, folder)
    for name, log, piped in (("file", options.log, False), ("pipe", options.log, True), ("dense", dense, False)):
        run = (lambda command, log=log: through_pipe(command, log)) if piped else cpu_of
        place = "-" if piped else log
        own = ours([options.ctl, "bench", "classify", place, "--patterns", options.patterns], run, options.repeats)
        case = {"bytes": os.path.getsize(log), "signalbox": own}
        if shutil.which("rg"):
            peer = ["rg", "-j1", "-c", "-f", options.patterns, place]
            case["ripgrep_cpu_s"] = median(lambda: run(peer)[0], options.repeats)
            case["ripgrep_matches"] = int(run(peer)[1] or 0)
            case["times_ripgrep"] = round(case["ripgrep_cpu_s"] / own["cpu_s"], 2)
        cases[name] = case
    return cases


def verdict_ms(options):
    """Milliseconds from the last bytes of a log to the verdict."""
    with open(options.log, "rb") as source:
        text = source.read()
    last = text.rfind(b"\n", 0, -1) + 1
    process = subprocess.Popen([options.ctl, "classify", "-", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdin.write(text[:last])
    process.stdin.flush()
    time.sleep(0.5)  # until what is in the pipe was read
    began = time.monotonic()
    process.stdin.write(text[last:])
    process.stdin.close()
    process.stdout.read(1)
    took = time.monotonic() - began
    process.stdout.read()
    process.wait()
    return round(1000 * took, 2)


def glogg_cpu_s(path, folder):
    """CPU seconds of glogg from its start until it rests."""
    display = ":97"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1600x900x24", "-nolisten", "tcp"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(2)
    viewer = subprocess.Popen(["glogg", "-m", "-n", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env=dict(os.environ, DISPLAY=display, HOME=folder, XDG_RUNTIME_DIR=folder))
    used, quiet, ticks = 0.0, 0, os.sysconf("SC_CLK_TCK")
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and quiet < 30:
        time.sleep(0.1)
        with open(f"/proc/{viewer.pid}/stat", encoding="utf-8") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        now = (int(fields[11]) + int(fields[12])) / ticks
        quiet = quiet + 1 if now - used < 0.002 and fields[0] != "R" and now > 0.3 else 0
        used = now
    for process in (viewer, server):
        process.send_signal(signal.SIGTERM)
        process.wait()
    return used


def viewing(options, folder):
    runs = [json.loads(cpu_of([options.ctl, "bench", "logview", options.big])[1]) for _ in range(options.repeats)]
    own = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    case = {"signalbox": own, "wc_cpu_s": median(lambda: cpu_of(["wc", "-l", options.big])[0], options.repeats)}
    if shutil.which("glogg") and shutil.which("Xvfb"):
        case["glogg_cpu_s"] = glogg_cpu_s(options.big, folder)
        case["times_glogg"] = round(case["glogg_cpu_s"] / own["index_cpu_s"], 1)
    return case


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ctl", required=True)
    parser.add_argument("--log", required=True)
    parser.add_argument("--patterns", required=True)
    parser.add_argument("--big")
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        result = {"scan": scanning(options, folder), "verdict_ms": median(lambda: verdict_ms(options), options.repeats)}
        if options.big:
            result["view"] = viewing(options, folder)
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
