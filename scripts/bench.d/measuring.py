"""What the benches of lists share."""
import atexit, filecmp, os, platform, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
KEY = "sk_test_mVq3ZtX8bRk1LwHf6NcYd0GsJp5TuEa9"

work = tempfile.mkdtemp(prefix="dialsh-bench-")
atexit.register(shutil.rmtree, work, ignore_errors=True)
environment = dict(os.environ, DIALSTACK_API_KEY=KEY, NO_PROXY="127.0.0.1", HOME=work)


def compiled(name):
    program = os.path.join(work, name)
    if not os.path.exists(program):
        source = os.path.join(HERE, name + ".c")
        subprocess.run(["cc", "-O2", "-o", program, source, "-lm"], check=True)
    return program


def peer(name):
    return os.path.join(HERE, "peers", name)


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
    """A server that prints its port first; on one processor with its readers where that makes runs
    alike."""

    def __init__(self, command, pinned=False):
        self.pinned = pinned
        self.process = subprocess.Popen(self.placed(command), stdout=subprocess.PIPE, text=True)
        atexit.register(self.process.terminate)
        self.port = int(self.process.stdout.readline())
        self.url = f"http://127.0.0.1:{self.port}"

    def placed(self, command):
        return ["taskset", "-c", "1", *command] if self.pinned else command

    def run(self, command, output=subprocess.DEVNULL, errors=None):
        handle, cost = tempfile.mkstemp(dir=work)
        os.close(handle)
        subprocess.run(
            self.placed([compiled("measure"), cost, *command]),
            env=dict(environment, DIALSTACK_API_URL=self.url), stdin=subprocess.DEVNULL,
            stdout=output, stderr=errors, check=True)
        with open(cost) as file:
            return Cost(file.read())

    def end(self):
        """What it prints at its end."""
        self.process.terminate()
        return self.process.communicate()[0]


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


def has(python, module):
    return subprocess.run([python, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0


def in_turn(server, commands, rounds):
    """The costs of each command: one round to warm up, then rounds in turn."""
    costs = {name: [] for name in commands}
    for turn in range(rounds + 1):
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


class Machine:
    """Says what is measured on, and at the end whether it was quiet."""

    def __init__(self):
        self.stolen, self.total = self.times()
        model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo")
                      if line.startswith("model name")), platform.machine())
        print(f"{os.cpu_count()} processors, {model}; {platform.platform()}; load {os.getloadavg()[0]:.1f}")

    @staticmethod
    def times():
        with open("/proc/stat") as file:
            fields = list(map(int, file.readline().split()[1:]))
        return fields[7], sum(fields)

    def judge(self):
        stolen, total = self.times()
        share = 100 * (stolen - self.stolen) / max(total - self.total, 1)
        print(f"\nload {os.getloadavg()[0]:.1f}, {share:.1f} % of the time was stolen"
              + ("; the machine was busy: do not trust these figures" if share > 5 else ""))
