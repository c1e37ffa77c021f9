#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often `signalboxctl classify` is right on labelled logs. Prints one JSON document.

  classify_train.py --ctl build/dev/bin/signalboxctl [--data FILE.jsonl] [--per-class] [--mistakes]
                    [--write-confidence resources/patterns/catalogue.json]

One process a record reads the log from standard input. "tuned" and "watched" are the two halves of the data by
the SHA-1 of the record's id. Patterns were written while looking at the first half; of the second, class names and
line numbers of mistakes were looked at while mending, so it is kinder than logs that nobody has seen.

--write-confidence stores each pattern's measured precision: (right + W * P) / (chosen + W), where P is the precision
of all patterns together on the watched half and W = 2, so that few samples say little. A pattern that the data never
chose gets P. A record counts as right where the class is right.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
import time

PRIOR_WEIGHT = 2


def watched(record):
    return int(hashlib.sha1(record["id"].encode()).hexdigest(), 16) % 2 == 1


def classify(ctl, record):
    done = subprocess.run([ctl, "classify", "--json", "-"], input=record["log"].encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{record['id']}: exit status {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return json.loads(done.stdout)


def share(right, count):
    return round(right / count, 4) if count else None


def figures(pairs):
    failures = [(r, a) for r, a in pairs if r["class"] != "none"]
    negatives = [(r, a) for r, a in pairs if r["class"] == "none"]
    lines = [(r["root_cause_index"], [c["line"] - 1 for c in a["root_cause"]]) for r, a in failures]
    return {
        "n": len(pairs),
        "class_accuracy": share(sum(a["class"] == r["class"] for r, a in pairs), len(pairs)),
        "class_accuracy_failures": share(sum(a["class"] == r["class"] for r, a in failures), len(failures)),
        "root_cause_first": share(sum(bool(got) and got[0] in want for want, got in lines), len(lines)),
        "root_cause_listed": share(sum(any(g in want for g in got) for want, got in lines), len(lines)),
        "transient_agreement": share(sum(a["transient"] == r["transient"] for r, a in failures), len(failures)),
        "missed": sum(a["class"] == "none" for _, a in failures),
        "unknown": sum(a["class"] == "unknown" for _, a in failures),
        "negatives": len(negatives),
        "false_alarms": sum(a["class"] != "none" for _, a in negatives),
    }


def per_class(pairs):
    table = collections.defaultdict(lambda: {"n": 0, "right": 0, "taken_for": collections.Counter()})
    for record, answer in pairs:
        row = table[record["class"]]
        row["n"] += 1
        if answer["class"] == record["class"]:
            row["right"] += 1
        else:
            row["taken_for"][answer["class"]] += 1
    return {name: table[name] for name in sorted(table)}


def write_confidence(path, pairs):
    right, chosen = collections.Counter(), collections.Counter()
    for record, answer in pairs:
        if answer.get("pattern"):
            chosen[answer["pattern"]] += 1
            right[answer["pattern"]] += answer["class"] == record["class"]
    held = [(r, a) for r, a in pairs if watched(r) and a.get("pattern")]
    prior = sum(a["class"] == r["class"] for r, a in held) / len(held)
    identity, out = None, []
    for line in open(path, encoding="utf-8"):
        found = re.match(r'\s*"id": "([^"]+)"', line)
        identity = found.group(1) if found else identity
        if re.match(r'\s*"confidence": ', line):
            n, k = chosen[identity], right[identity]
            value = round((k + PRIOR_WEIGHT * prior) / (n + PRIOR_WEIGHT), 3)
            line = f'      "confidence": {value}, "measured": {{"right": {k}, "chosen": {n}}}\n'
        out.append(line)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(out)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ctl", required=True, help="path of signalboxctl")
    parser.add_argument("--data", default=os.path.join(here, "../../../shared/data/failures/train.jsonl"))
    parser.add_argument("--per-class", action="store_true")
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--write-confidence", metavar="CATALOGUE")
    args = parser.parse_args()

    with open(args.data, encoding="utf-8") as file:
        records = [json.loads(line) for line in file if line.strip()]
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        pairs = list(zip(records, pool.map(lambda record: classify(args.ctl, record), records)))
    result = {"all": figures(pairs),
              "tuned": figures([p for p in pairs if not watched(p[0])]),
              "watched": figures([p for p in pairs if watched(p[0])]),
              "seconds": round(time.monotonic() - began, 2)}
    if args.per_class:
        result["classes"] = per_class(pairs)
    if args.mistakes:
        result["mistakes"] = [{"id": r["id"], "class": r["class"], "answer": a["class"], "pattern": a.get("pattern")}
                              for r, a in pairs if a["class"] != r["class"]]
    if args.write_confidence:
        write_confidence(args.write_confidence, pairs)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
