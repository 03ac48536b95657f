"""Reads lists from a server of prepared pages, beside what people would use instead.

    wire.py DIALSH [--rounds N] [--node-sdk FILE] [CASE …]

FILE is a bundled build of the official Node SDK. Cases are letters, all of them unless some are
named. Every program writes the same file, which is compared before anything is timed.
"""
import argparse, os, shutil, sys
import measuring
from measuring import compare, compiled, has, median, peer, python_with_peers, table, work

ACCOUNT = "acct_01h2xcejqtf2nbrexx3vqjhp41"
REPORT = ("numbers where status=active | format | select id, raw, display, status, created_at"
          " | export csv ")

arguments = argparse.ArgumentParser()
arguments.add_argument("dialsh")
arguments.add_argument("--rounds", type=int, default=7)
arguments.add_argument("--node-sdk")
arguments.add_argument("cases", nargs="*", default=list("ABCEGHIJKLN"))
options = arguments.parse_intermixed_args()


class Server(measuring.Server):
    """A list of so many rows, each page after so many milliseconds."""

    def __init__(self, rows, latency=0, pinned=True):
        super().__init__([PAGES, "serve", str(rows), str(latency)], pinned)

    def end(self):
        """How many connections there were."""
        return int(super().end().split()[0])


def in_turn(server, commands, rounds=None):
    return measuring.in_turn(server, commands, rounds or options.rounds)


def dialsh(line):
    return [options.dialsh, "-q", "--account", ACCOUNT, "-c", line]


def peers(server):
    """The programs that can write the report, by name: each a function from file to command."""
    known = {"dialsh": lambda path: dialsh(REPORT + path)}
    if options.node_sdk and shutil.which("node"):
        known["official Node SDK"] = lambda path: [
            "node", peer("with_sdk.mjs"), os.path.abspath(options.node_sdk), server.url, path]
    for module in ("requests", "aiohttp"):
        if has(PYTHON, module):
            known[f"Python {module}"] = lambda path, module=module: [
                PYTHON, peer(f"with_{module}.py"), server.url, path]
    return known


def reports(title, rows, rounds=None):
    """Cases A, B, J; C: the report, pinned, beside the peers and the floor."""
    server = Server(rows)
    commands = compare(server, peers(server))
    commands["floor: pages read, in C"] = [PAGES, "read", str(server.port), str(rows)]
    costs = in_turn(server, commands, rounds)
    connections = server.end()
    table(title, rows, costs, "official Node SDK" if options.node_sdk else
          "Python requests" if "Python requests" in costs else "dialsh")
    return connections


def shell_report(rows):
    """Case B: what a shell makes of it; over fewer rows, as it starts three programs a page."""
    if not shutil.which("curl") or not shutil.which("jq"):
        return print("\ncurl and jq are not installed and left out")
    server = Server(rows)
    commands = compare(server, {
        "dialsh": lambda path: dialsh(REPORT + path),
        "curl and jq": lambda path: [peer("with_curl.sh"), server.url, path]})
    costs = in_turn(server, commands, 3)
    server.end()
    table(f"B. the report over {rows:,} rows", rows, costs, "curl and jq")


def over_latency(rows, milliseconds):
    server = Server(rows, milliseconds, pinned=False)
    ideal = -(-rows // 100) * milliseconds
    costs = in_turn(server, {"dialsh": dialsh(REPORT + os.path.join(work, "slow.csv"))}, 3)
    server.end()
    walls = [run.wall * 1e3 for run in costs["dialsh"]]
    print(f"\nE. 1 account of {rows:,} rows at {milliseconds} ms a page: {median(walls):.0f} ms,"
          f" {median(walls) / ideal:.3f} times the {ideal} ms of the pages")


def memory():
    print("\nG, I. peak memory in MB, by rows")
    sizes = [int(size) for size in os.environ.get("ROWS", "10000 100000 1000000").split()]
    lines = {
        "export csv": "numbers | export csv FILE",
        "the report of A": REPORT + "FILE",
        "count by status": "numbers | count by status | export csv FILE",
        "sort created_at": "numbers | sort created_at | export csv FILE",
        "sort phone_number": "numbers | sort phone_number | export csv FILE",
        "uniq phone_number": "numbers | uniq phone_number | export csv FILE"}
    print("  " + " " * 20 + "".join(f"{size:>14,}" for size in sizes))
    shown = {name: [] for name in lines}
    for size in sizes:
        server = Server(size)
        for name, line in lines.items():
            cost = server.run(dialsh(line.replace("FILE", os.path.join(work, "memory.csv"))))
            shown[name].append(f"{cost.memory:8.1f}" if not cost.status else "  failed")
            shown[name][-1] += f" {cost.wall:4.1f}s" if size >= 1_000_000 else " " * 6
        server.end()
    for name, cells in shown.items():
        print(f"  {name:20}" + "".join(f"{cell:>14}" for cell in cells))


def start():
    server = Server(500)
    one = os.path.join(work, "one.csv")
    commands = {
        "dialsh --version": [options.dialsh, "--version"],
        "python3 -c pass": [sys.executable, "-c", "pass"],
        "dialsh, 500 rows": dialsh(REPORT + one),
        "dialsh, one page": dialsh("numbers | limit 100 | export csv " + one),
        "curl, one page": ["curl", "-s", "-o", one, server.url + "/v1/phone-numbers?limit=100"]}
    costs = in_turn(server, commands, 21)
    server.end()
    table("H. start", 0, costs, "curl, one page")


def plans():
    line = "numbers where status=active | sort created_at | export csv x"
    script = os.path.join(work, "long.dial")
    with open(script, "w") as file:
        file.write(f"use {ACCOUNT}\n" + "\n".join([line] * 10_000) + "\n")
    server = Server(1)
    costs = in_turn(server, {
        "check of 10,000 lines": [options.dialsh, "check", script],
        "dialsh --version": [options.dialsh, "--version"]}, 7)
    server.end()
    whole, empty = (median([run.cpu for run in runs]) for runs in costs.values())
    print(f"\nK. parse and plan of 10,000 lines of {len(line)} characters: {(whole - empty) * 1e3:.0f} ms of"
          f" processor time, {(whole - empty) * 1e2:.0f} µs a line")


def stages():
    """Case N: what a row costs in stages that work something out, each line beside `numbers | count`."""
    rows = 100_000
    lasted = "set lasted = .updated_at - .created_at"
    lines = ["count", "count by status", "set area = prefix(.phone_number, 5) | count",
             f"{lasted} | count", "stats count, distinct(number_class) by status",
             f"{lasted} | stats avg(lasted), p95(lasted) by status", "sort phone_number | count",
             f"{lasted} | sort lasted | count"]
    server = Server(rows)
    path = os.path.join(work, "stages.csv")
    costs = in_turn(server, {
        line: dialsh(f"numbers | {line} | export csv {path}") for line in lines})
    server.end()
    bare = median([run.cpu for run in costs["count"]])
    print(f"\nN. processor time a row over {rows:,} rows, and how much more than `count` alone")
    for line, runs in costs.items():
        cpu = median([run.cpu for run in runs])
        print(f"  {line:58} {cpu / rows * 1e6:6.2f} µs {(cpu - bare) / rows * 1e6:+6.2f}")


def size():
    print(f"\nL. size of the program: {os.path.getsize(options.dialsh) / 1e6:.1f} MB")


PAGES = compiled("pages")
cases = {case.upper() for case in options.cases}
machine = measuring.Machine()
PYTHON = python_with_peers() if cases & set("ABCJ") else sys.executable
if cases & set("ABJ"):
    connections = reports("A, B, J. the report over 100,000 rows, on one processor with the server", 100_000)
    print(f"  {connections} connections in all")
if "B" in cases:
    shell_report(2_000)
if "C" in cases:
    reports("C. the report over 1,000,000 rows, on one processor with the server", 1_000_000, 3)
if "E" in cases:
    over_latency(20_000, 20)
if cases & set("GI"):
    memory()
if "H" in cases:
    start()
if "K" in cases:
    plans()
if "L" in cases:
    size()
if "N" in cases:
    stages()
machine.judge()
