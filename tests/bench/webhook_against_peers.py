#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The receiver of webhooks beside servers that store nothing, in one run. Prints one JSON document.

  webhook_against_peers.py --ctl build/dev/bin/signalboxctl [--rounds 3] [--seconds 2] [--connections 32]

Needs wrk, gunicorn, python3-flask, g++, libboost-dev, libssl-dev and ../shared/bench/webhook. Every server gets signed
bodies of 25,000 bytes over connections that stay; ours a new delivery each time. CPU time of a server is from /proc;
`ratio` is theirs over ours for it, ours over theirs for requests a second, by medians. `half_open` holds 5,000 requests
that never end while others are timed.
"""
import argparse
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import re
import resource
import select
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

SECRET = "s3cret"
HALF_OPEN = 5000
LUA = """
local prefix, thread, count = os.getenv("HOOK_PREFIX"), 0, 0
local body = io.open(os.getenv("HOOK_BODY"), "rb"):read("*a")
local fields = {["Content-Type"] = "application/json", ["X-GitHub-Event"] = "workflow_run",
                ["X-Hub-Signature-256"] = os.getenv("HOOK_SIG")}
function setup(t) thread = thread + 1; t:set("number", thread) end
function request()
  count = count + 1
  fields["X-GitHub-Delivery"] = os.getenv("HOOK_NEW") == "1" and prefix .. "-" .. number .. "-" .. count or prefix
  return wrk.format("POST", nil, fields, body)
end
function done(s, l, r)
  io.write(string.format('WRK {"requests":%d,"per_second":%.1f,"p50_ms":%.3f,"p99_ms":%.3f,"refused":%d,"broken":%d}\\n',
    s.requests, s.requests / (s.duration / 1e6), l:percentile(50) / 1e3, l:percentile(99) / 1e3, s.errors.status,
    s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout))
end
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children_of(pid):
    listed = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout
    return [int(child) for child in listed.split()]


def cpu_seconds(pid):
    ticks = 0
    for process in [pid, *children_of(pid)]:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(int(fields[i]) for i in (11, 12))
    return ticks / os.sysconf("SC_CLK_TCK")


def peak_mb(pid):
    total = 0
    for process in [pid, *children_of(pid)]:
        found = re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{process}/status").read_text())
        total += int(found.group(1))
    return round(total / 1024, 1)


class Server:
    def __init__(self, name, command, environment, path="/webhook/github"):
        self.name, self.path, self.port = name, path, free_port()
        command = [str(part).replace("PORT", str(self.port)) for part in command]
        self.process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        sys.exit(f"{name} does not listen")

    def load(self, asked, script, environment):
        before = cpu_seconds(self.process.pid)
        done = subprocess.run(["wrk", "-t1", f"-c{asked.connections}", f"-d{asked.seconds}s", "-s", script,
                               f"http://127.0.0.1:{self.port}{self.path}"], capture_output=True, text=True,
                              env={**os.environ, **environment})
        found = re.search(r"^WRK (.*)$", done.stdout, re.M)
        if not found:
            sys.exit(f"wrk on {self.name}: {done.stdout}{done.stderr}")
        figures = json.loads(found.group(1))
        spent = cpu_seconds(self.process.pid) - before
        figures["cpu_us"] = round(spent / max(1, figures["requests"]) * 1e6, 1)
        return figures

    def end(self):
        self.process.terminate()
        self.process.wait()


def median_of(rounds):
    return {key: round(statistics.median(one[key] for one in rounds), 2) for key in rounds[0]}


def half_open(server, body, signature):
    held = []
    for _ in range(HALF_OPEN):
        one = socket.create_connection(("127.0.0.1", server.port), 5)
        one.sendall(b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                    % (server.path.encode(), len(body), body[:1000]))
        held.append(one)
    begun = time.monotonic()
    took = []
    for i in range(200):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        start = time.monotonic()
        connection.request("POST", server.path, body, {
            "Content-Type": "application/json", "X-GitHub-Event": "push", "X-GitHub-Delivery": f"half-{i}",
            "X-Hub-Signature-256": signature})
        status = connection.getresponse().status
        took.append((time.monotonic() - start) * 1000)
        connection.close()
        if status != 202:
            sys.exit(f"{server.name} answers {status} while others are held")
    poll = select.poll()
    by_descriptor = {one.fileno(): one for one in held}
    for descriptor in by_descriptor:
        poll.register(descriptor, select.POLLIN)
    while by_descriptor and time.monotonic() - begun < 15:
        for descriptor, _ in poll.poll(200):
            if not by_descriptor[descriptor].recv(4096):
                poll.unregister(descriptor)
                by_descriptor.pop(descriptor).close()
    took.sort()
    return {"held": HALF_OPEN, "p50_ms": round(took[100], 2), "p99_ms": round(took[197], 2),
            "still_open": len(by_descriptor), "last_closed_s": round(time.monotonic() - begun, 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ctl", required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=2)
    parser.add_argument("--connections", type=int, default=32)
    asked = parser.parse_args()
    source = pathlib.Path(__file__).resolve().parents[3] / "shared/bench/webhook"
    if not source.exists():
        sys.exit(f"{source} is not here")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        body = subprocess.run([sys.executable, source / "gen_body.py"], capture_output=True, check=True).stdout
        (folder / "body.json").write_bytes(body)
        (folder / "load.lua").write_text(LUA)
        subprocess.run(["g++", "-O2", "-std=c++20", source / "beast.cpp", "-o", folder / "beast", "-lcrypto", "-lpthread"],
                       check=True)
        signature = "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        secrets = {"GITHUB_WEBHOOK_SECRET": SECRET, "HOOK_SECRET": SECRET, "PYTHONPATH": str(source),
                   "PYTHONDONTWRITEBYTECODE": "1"}
        gunicorn = ["/usr/bin/python3", "-m", "gunicorn", "-w", "2", "-b", "127.0.0.1:PORT"]
        servers = [
            Server("ours", [asked.ctl, "serve", "--listen", "127.0.0.1:PORT", "--store", folder / "store.sqlite"], secrets),
            Server("gunicorn_sync2", [*gunicorn, "flask_app:app"], secrets),
            Server("gunicorn_gthread", [*gunicorn, "-k", "gthread", "--threads", "8", "flask_app:app"], secrets),
            Server("beast_storing_nothing", [folder / "beast", "PORT", SECRET], secrets),
        ]
        sent = {"HOOK_BODY": str(folder / "body.json"), "HOOK_SIG": signature}
        rounds = {server.name: [] for server in servers}
        again = []
        for _ in range(asked.rounds):
            for server in servers:
                fresh = {**sent, "HOOK_PREFIX": uuid.uuid4().hex, "HOOK_NEW": "1"}
                rounds[server.name].append(server.load(asked, folder / "load.lua", fresh))
            again.append(servers[0].load(asked, folder / "load.lua", {**sent, "HOOK_PREFIX": "same", "HOOK_NEW": "0"}))
        figures = {name: median_of(all_of) for name, all_of in rounds.items()}
        for server in servers:
            figures[server.name]["peak_mb"] = peak_mb(server.process.pid)
        silent = half_open(servers[0], body, signature)
        silent["peak_mb"] = peak_mb(servers[0].process.pid)
        for server in servers:
            server.end()

    ours = figures["ours"]
    ratios = {name: {"requests": round(ours["per_second"] / theirs["per_second"], 2),
                     "cpu": round(theirs["cpu_us"] / ours["cpu_us"], 2)}
              for name, theirs in figures.items() if name != "ours"}
    print(json.dumps({"body_bytes": len(body), "servers": figures, "ours_repeated": median_of(again),
                      "half_open": silent, "ratio": ratios}, indent=1))


if __name__ == "__main__":
    main()
