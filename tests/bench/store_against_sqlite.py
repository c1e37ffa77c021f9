#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The store's reads beside those of the plain C API on a store of the same size, in one run. Prints one JSON document.

  store_against_sqlite.py --ctl build/dev/bin/signalboxctl [--runs 1000000] [--queries 2000] [--dir FOLDER]

Needs g++, libsqlite3-dev and ../shared/bench/store. FOLDER keeps both stores for the next time. Wall times are noisy
where other work goes on: `ratio` is ours over theirs, medians, one after the other.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

PAIRS = {  # ours: theirs
    "latest_100_of_line": "latest100_of_repo",
    "events_of_run": "events_of_run",
    "90_days_of_all": "daily_90d_rollup",
    "90_days_of_line": "daily_90d_rollup",
}


def answer(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: exit status {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ctl", required=True)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("--dir")
    asked = parser.parse_args()
    source = pathlib.Path(__file__).resolve().parents[3] / "shared/bench/store/store.cpp"
    if not source.exists():
        sys.exit(f"{source} is not here")

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(asked.dir or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        peer = folder / "peer"
        answer("g++", "-O2", "-std=c++20", source, "-o", peer, "-lsqlite3", "-lpthread")
        if not (folder / "peer.db").exists():
            answer(peer, "build", folder / "peer.db", asked.runs)
        theirs = answer(peer, "query", folder / "peer.db", asked.runs, asked.queries)
        ours = answer(asked.ctl, "bench", "store", "--json", "--runs", asked.runs, "--queries", asked.queries,
                      "--dir", folder)

    ratios = {mine: round(ours["queries"][mine]["p50_us"] / theirs[other]["p50_us"], 2) for mine, other in PAIRS.items()}
    print(json.dumps({"ours": ours, "theirs": theirs, "ratio": ratios}, indent=1))


if __name__ == "__main__":
    main()
