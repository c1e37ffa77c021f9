#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often the classifier is right on labelled logs. Prints one JSON document.

  ninja -C build/dev classify_records
  classify_train.py [--tool build/dev/tests/bench/classify_records] [--data FILE.jsonl] [--per-class] [--mistakes]
                    [--write] [--calibration tests/bench/calibration.md]

Three views, because they say different things:

  folds       five fixed folds, stratified by class, by the SHA-1 of the record's id. The patterns stay as they are; the
              confidence that an answer is judged by comes from the other four folds. Patterns were written looking at
              these records, so this is kinder than logs that nobody has seen.
  unseen      tests/data/unseen_logs.jsonl, labelled before the program was asked. "first_sight" counts the answers of
              the program as it was on that day, kept in the record: the honest figure. Then the patterns were mended.

A confidence is a posterior mean: (right + W * p) / (chosen + W), over all labelled records on which the pattern was
chosen. The prior p is the precision of all patterns together at first sight, W = 4, so that one example says little
and none ever gives 1. --write stores it in the catalogue; --calibration writes the table. Neither is ever by hand.
"""
import argparse
import collections
import hashlib
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../.."))
FOLDS = 5
PRIOR_WEIGHT = 4
BUCKETS = [0.0, 0.8, 0.85, 0.9, 0.95, 1.0]


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def classify(tool, catalogue, records):
    text = "".join(json.dumps(record) + "\n" for record in records)
    done = subprocess.run([tool, catalogue], input=text.encode(), capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{tool}: exit status {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return [(r, json.loads(line)) for r, line in zip(records, done.stdout.decode().splitlines())]


def in_folds(pairs):
    """Five lists; each class is dealt out evenly, in an order that no one chose."""
    folds = [[] for _ in range(FOLDS)]
    key = lambda pair: (pair[0]["class"], hashlib.sha1(pair[0]["id"].encode()).hexdigest())
    for place, pair in enumerate(sorted(pairs, key=key)):
        folds[place % FOLDS].append(pair)
    return folds


def is_right(pair):
    return pair[0]["class"] == pair[1]["class"]


def share(right, count):
    return round(right / count, 4) if count else None


def figures(pairs):
    failures = [p for p in pairs if p[0]["class"] != "none"]
    negatives = [p for p in pairs if p[0]["class"] == "none"]
    lines = [(r["root_cause_index"], [line - 1 for line in a["lines"]]) for r, a in failures]
    return {
        "failures": len(failures),
        "class": share(sum(map(is_right, failures)), len(failures)),
        "root_cause_exact": share(sum(got[:1] != [] and got[0] in want for want, got in lines), len(lines)),
        "root_cause_within_one": share(
            sum(any(abs(got[0] - w) <= 1 for w in want) for want, got in lines if got), len(lines)),
        "transient": share(sum(a["transient"] == r["transient"] for r, a in failures), len(failures)),
        "missed": sum(a["class"] == "none" for _, a in failures),
        "unknown": sum(a["class"] == "unknown" for _, a in failures),
        "without_failure": len(negatives),
        "none": share(sum(map(is_right, negatives)), len(negatives)),
    }


def first_sight(records):
    """The answers kept in the records, as pairs; the line is not kept."""
    return [(r, {"class": r["first_sight"], "pattern": r["first_pattern"]}) for r in records]


def prior_of(records):
    answered = [p for p in first_sight(records) if p[1]["class"] not in ("none", "unknown")]
    return sum(map(is_right, answered)) / len(answered)


def confidences(pairs, prior):
    """Pattern to (confidence, right, chosen); a pattern that was never chosen has the prior."""
    counts = collections.defaultdict(lambda: [0, 0])
    for pair in pairs:
        if pair[1]["pattern"]:
            counts[pair[1]["pattern"]][0] += is_right(pair)
            counts[pair[1]["pattern"]][1] += 1
    table = collections.defaultdict(lambda: (prior, 0, 0))
    for pattern, (right, chosen) in counts.items():
        table[pattern] = ((right + PRIOR_WEIGHT * prior) / (chosen + PRIOR_WEIGHT), right, chosen)
    return table


def bucket_of(confidence):
    return max(i for i in range(len(BUCKETS) - 1) if confidence >= BUCKETS[i])


def calibration(judged):
    """Rows of (from, to, answers, mean confidence, share right) of pairs (confidence, right)."""
    rows = []
    for i in range(len(BUCKETS) - 1):
        held = [(c, right) for c, right in judged if bucket_of(c) == i]
        if held:
            rows.append((BUCKETS[i], BUCKETS[i + 1], len(held), sum(c for c, _ in held) / len(held),
                         sum(right for _, right in held) / len(held)))
    return rows


def judged_by_others(folds, prior):
    """Every answer of a fold with the confidence that the other folds give it."""
    judged = []
    for held in folds:
        table = confidences([p for fold in folds if fold is not held for p in fold], prior)
        judged += [(table[p[1]["pattern"]][0], is_right(p)) for p in held if p[1]["pattern"]]
    return judged


def judged_at_first_sight(records, pairs):
    """The first answers to a set, with the confidence of the training data and the prior of the other sets."""
    judged = []
    for name in sorted({r["set"] for r in records}):
        table = confidences(pairs, prior_of([r for r in records if r["set"] != name]))
        judged += [(table[p[1]["pattern"]][0], is_right(p))
                   for p in first_sight(records) if p[0]["set"] == name and p[1]["pattern"]]
    return judged


def per_class(pairs):
    table = collections.defaultdict(lambda: {"n": 0, "right": 0, "taken_for": collections.Counter()})
    for pair in pairs:
        row = table[pair[0]["class"]]
        row["n"] += 1
        row["right"] += is_right(pair)
        if not is_right(pair):
            row["taken_for"][pair[1]["class"]] += 1
    return {name: table[name] for name in sorted(table)}


def mistakes(pairs):
    return [{"id": r["id"], "class": r["class"], "answer": a["class"], "pattern": a["pattern"]}
            for r, a in pairs if not is_right((r, a))]


def write_confidence(path, table):
    identity, out = None, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            found = re.match(r'\s*"id": "([^"]+)"', line)
            identity = found.group(1) if found else identity
            if re.match(r'\s*"confidence": ', line):
                value, right, chosen = table[identity]
                line = (f'      "confidence": {round(value, 3)}, '
                        f'"measured": {{"right": {right}, "chosen": {chosen}}}\n')
            out.append(line)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(out)


def write_calibration(path, result, tables):
    text = ["# Calibration of the confidence", "",
            "Written by `tests/bench/classify_train.py --calibration`, never by hand. A confidence is computed from",
            "records other than those that it is measured on: the other four folds, or for the unseen logs the training",
            "data and the prior of the other set. The patterns were written looking at the training data, so the folds",
            "are kinder than new logs; the unseen logs at first sight are what to expect.", ""]
    for title, rows in tables:
        text += [f"## {title}", "", "| confidence | answers | mean confidence | right |", "|---|---|---|---|"]
        text += [f"| {low:.2f} to {high:.2f} | {count} | {mean:.3f} | {right:.3f} |"
                 for low, high, count, mean, right in rows] + [""]
    names = ["failures", "class", "root_cause_exact", "root_cause_within_one", "transient", "without_failure", "none"]
    text += ["## Figures", "", "| records | " + " | ".join(n.replace("_", " ") for n in names) + " |",
             "|---" * (len(names) + 1) + "|"]
    for title, row in result:
        text.append(f"| {title} | " + " | ".join("" if row.get(n) is None else str(row[n]) for n in names) + " |")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(text) + "\n")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", default=os.path.join(ROOT, "build/dev/tests/bench/classify_records"))
    parser.add_argument("--catalogue", default=os.path.join(ROOT, "resources/patterns/catalogue.json"))
    parser.add_argument("--data", default=os.path.join(ROOT, "../shared/data/failures/train.jsonl"))
    parser.add_argument("--unseen", default=os.path.join(ROOT, "tests/data/unseen_logs.jsonl"))
    parser.add_argument("--per-class", action="store_true")
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--write", action="store_true", help="store the confidences in the catalogue")
    parser.add_argument("--calibration", metavar="FILE", help="write the table of confidence against accuracy")
    return parser.parse_args()


def main():
    args = parse_arguments()
    unseen_records = read(args.unseen)
    pairs = classify(args.tool, args.catalogue, read(args.data))
    unseen = classify(args.tool, args.catalogue, unseen_records)
    prior = prior_of(unseen_records)
    folds = in_folds(pairs)
    sets = sorted({r["set"] for r in unseen_records})
    rows = [(f"fold {i + 1}", figures(fold)) for i, fold in enumerate(folds)] + [("all folds", figures(pairs))]
    for name in sets:
        seen = figures([(r, dict(a, transient="", lines=[])) for r, a in first_sight(unseen_records) if r["set"] == name])
        rows.append((f"unseen, set {name}, at first sight",
                     {k: seen[k] for k in ("failures", "class", "without_failure", "none")}))
        rows.append((f"unseen, set {name}, after mending", figures([p for p in unseen if p[0]["set"] == name])))
    tables = [("Five folds", calibration(judged_by_others(folds, prior))),
              ("Unseen logs, at first sight", calibration(judged_at_first_sight(unseen_records, pairs)))]
    result = {"prior": round(prior, 4), "figures": dict(rows), "calibration": dict(tables)}
    if args.per_class:
        result["classes"] = per_class(pairs + unseen)
    if args.mistakes:
        result["mistakes"] = mistakes(pairs + unseen)
    if args.write:
        write_confidence(args.catalogue, confidences(pairs + unseen, prior))
    if args.calibration:
        write_calibration(args.calibration, rows, tables)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
