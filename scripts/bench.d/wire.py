"""Reads lists from a server of prepared pages, beside what people would use instead.

    wire.py DIALSH [--rounds N] [--node-sdk FILE] [CASE …]

FILE is a bundled build of the official Node SDK. Cases are letters, all of them unless some are
named. Every program writes the same file, which is compared before anything is timed.
"""
import argparse, filecmp, os, platform, shutil, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
KEY = "sk_test_mVq3ZtX8bRk1LwHf6NcYd0GsJp5TuEa9"
ACCOUNT = "acct_01h2xcejqtf2nbrexx3vqjhp41"
REPORT = ("numbers where status=active | format | select id, raw, display, status, created_at"
          " | export csv ")

arguments = argparse.ArgumentParser()
arguments.add_argument("dialsh")
arguments.add_argument("--rounds", type=int, default=7)
arguments.add_argument("--node-sdk")
arguments.add_argument("cases", nargs="*", default=list("ABCEGHIJKL"))
options = arguments.parse_intermixed_args()
work = tempfile.mkdtemp(prefix="dialsh-bench-")
environment = dict(os.environ, DIALSTACK_API_KEY=KEY, NO_PROXY="127.0.0.1", HOME=work)


def compiled(name):
    program = os.path.join(work, name)
    subprocess.run(["cc", "-O2", "-o", program, os.path.join(HERE, name + ".c")], check=True)
    return program


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


class Cost:
    """What one run cost, in seconds and megabytes."""

    def __init__(self, text):
        wall, cpu, memory, switches, status = map(int, text.split())
        self.wall, self.cpu = wall / 1e6, cpu / 1e6
        self.memory, self.switches, self.status = memory / 1024, switches, status


class Server:
    """A list of so many rows, each page after so many milliseconds; on one processor with its reader
    where that makes runs alike."""

    def __init__(self, rows, latency=0, pinned=True):
        self.rows, self.pinned = rows, pinned
        self.process = subprocess.Popen(
            self.placed([PAGES, "serve", str(rows), str(latency)]), stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())
        self.url = f"http://127.0.0.1:{self.port}"

    def placed(self, command):
        return ["taskset", "-c", "1", *command] if self.pinned else command

    def run(self, command, output=subprocess.DEVNULL):
        cost = os.path.join(work, "cost")
        subprocess.run(
            self.placed([MEASURE, cost, *command]), env=dict(environment, DIALSTACK_API_URL=self.url),
            stdin=subprocess.DEVNULL, stdout=output, check=True)
        with open(cost) as file:
            return Cost(file.read())

    def end(self):
        """How many connections there were."""
        self.process.terminate()
        return int(self.process.communicate()[0].split()[0])


def dialsh(line):
    return [options.dialsh, "-q", "--account", ACCOUNT, "-c", line]


def peers(server):
    """The programs that can write the report, by name: each a function from file to command."""
    peer = lambda name: os.path.join(HERE, "peers", name)
    known = {"dialsh": lambda path: dialsh(REPORT + path)}
    if options.node_sdk and shutil.which("node"):
        known["official Node SDK"] = lambda path: [
            "node", peer("with_sdk.mjs"), os.path.abspath(options.node_sdk), server.url, path]
    for module in ("requests", "aiohttp"):
        if subprocess.run([PYTHON, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0:
            known[f"Python {module}"] = lambda path, module=module: [
                PYTHON, peer(f"with_{module}.py"), server.url, path]
    return known


def python_with_peers():
    """A Python of its own that has requests and aiohttp, or else this one with what it has."""
    own = os.path.join(tempfile.gettempdir(), f"dialsh-bench-python-{os.getuid()}")
    program = os.path.join(own, "bin", "python")
    if not os.path.exists(program):
        subprocess.run([sys.executable, "-m", "venv", own], check=True)
    have = [program, "-c", "import requests, aiohttp"]
    if subprocess.run(have, stderr=subprocess.DEVNULL).returncode == 0:
        return program
    got = subprocess.run(
        [program, "-m", "pip", "install", "-q", "--disable-pip-version-check", "requests", "aiohttp"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if got.returncode == 0:
        return program
    print("pip could not install requests and aiohttp; what this Python has is used")
    return sys.executable


def in_turn(server, commands, rounds=None):
    """The costs of each command: one round to warm up, then rounds in turn."""
    costs = {name: [] for name in commands}
    for turn in range((rounds or options.rounds) + 1):
        for name, command in commands.items():
            cost = server.run(command)
            if cost.status:
                sys.exit(f"{name} ended with status {cost.status}")
            if turn:
                costs[name].append(cost)
    return costs


def compare(server, programs):
    """Has each program write the report, and ends the bench where two differ."""
    paths = {name: os.path.join(work, name.replace(" ", "-") + ".csv") for name in programs}
    for name, command in programs.items():
        if server.run(command(paths[name])).status:
            sys.exit(f"{name} failed")
    first = next(iter(paths))
    for name, path in paths.items():
        if not filecmp.cmp(path, paths[first], shallow=False):
            sys.exit(f"{name} writes another file than {first}: {path}, {paths[first]}")
    return {name: command(paths[name]) for name, command in programs.items()}


def table(title, rows, costs, reference):
    print(f"\n{title}")
    print(f"  {'':24}{'wall ms: median':>16}{'min':>9}{'max':>9}{'CPU ms':>9}{'µs a row':>10}"
          f"{'peak MB':>9}{'switches a page':>17}{'speed':>8}")
    for name, runs in costs.items():
        walls = [run.wall * 1e3 for run in runs]
        cpu = median([run.cpu for run in runs])
        speed = median([b.wall / a.wall for a, b in zip(runs, costs[reference])])
        print(f"  {name:24}{median(walls):16.1f}{min(walls):9.1f}{max(walls):9.1f}{cpu * 1e3:9.1f}"
              f"{cpu * 1e6 / max(rows, 1):10.2f}{median([run.memory for run in runs]):9.1f}"
              f"{median([run.switches for run in runs]) * 100 / max(rows, 1):17.1f}{speed:7.2f}x")


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
        "curl and jq": lambda path: [os.path.join(HERE, "peers", "with_curl.sh"), server.url, path]})
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


def size():
    print(f"\nL. size of the program: {os.path.getsize(options.dialsh) / 1e6:.1f} MB")


def steal():
    with open("/proc/stat") as file:
        fields = list(map(int, file.readline().split()[1:]))
    return fields[7], sum(fields)


def describe():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                  if line.startswith("model name")), platform.machine())
    print(f"{os.cpu_count()} processors, {model}; {platform.platform()}; load {os.getloadavg()[0]:.1f}")


PAGES, MEASURE = compiled("pages"), compiled("measure")
cases = {case.upper() for case in options.cases}
stolen, total = steal()
describe()
PYTHON = python_with_peers() if cases & set("ABCJ") else sys.executable
try:
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
finally:
    shutil.rmtree(work, ignore_errors=True)
late, all_time = steal()
share = 100 * (late - stolen) / max(all_time - total, 1)
print(f"\nload {os.getloadavg()[0]:.1f}, {share:.1f} % of the time was stolen"
      + ("; the machine was busy: do not trust these figures" if share > 5 else ""))
