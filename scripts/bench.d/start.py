"""From the start to the first prompt, in turn with programs that only start and end."""
import os, shutil, subprocess, sys, time
from terminal import Terminal, median

ROUNDS = 21


def prompt(*command, until):
    def run():
        terminal = Terminal(*command)
        terminal.read(until=until)
        wall = time.perf_counter() - terminal.started
        return wall, terminal.end()
    return run


def whole(*command):
    def run():
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
        return time.perf_counter() - start, usage.ru_utime + usage.ru_stime
    return run


programs = {
    "dialsh --sandbox, to the prompt": prompt(sys.argv[1], "--sandbox", until=b"dialsh> "),
    "dialsh without a key, to the prompt": prompt(sys.argv[1], until=b"dialsh> "),
    "dialsh --version": whole(sys.argv[1], "--version"),
    "python3 -c pass": whole(sys.executable, "-c", "pass"),
}
if shutil.which("node"):
    programs["node -e 0"] = whole("node", "-e", "0")
if shutil.which("sqlite3"):
    programs["sqlite3, to the prompt"] = prompt("sqlite3", until=b"sqlite> ")
else:
    print("sqlite3 is not installed and left out")
results = {name: [] for name in programs}
for run in programs.values():
    run()
for _ in range(ROUNDS):
    for name, run in programs.items():
        results[name].append(run())
print(f"medians of {ROUNDS} rounds in turn; load {os.getloadavg()[0]:.1f}")
for name, times in results.items():
    wall, cpu = median([t[0] for t in times]), median([t[1] for t in times])
    print(f"{name:36} {wall * 1e3:7.1f} ms wall {cpu * 1e3:7.1f} ms processor")
