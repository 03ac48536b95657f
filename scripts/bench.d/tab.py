"""Tab behind `use` with many accounts known: from the key to the list."""
import subprocess, sys, time
from terminal import Terminal, median

ACCOUNTS, ROUNDS = 10000, 21
sandbox = subprocess.Popen(
    [sys.argv[1], "sandbox", "--port", "0", "--accounts", str(ACCOUNTS), "--numbers", "0"],
    stderr=subprocess.PIPE)
url = sandbox.stderr.readline().decode().split("on ")[1].split(";")[0]
terminal = Terminal(sys.argv[1], "--no-rc", "--base-url", url, DIALSTACK_API_KEY="sk_test_1")
terminal.read(until=b"> ")
terminal.type("accounts | export csv /dev/null\r")
terminal.read(until=b"rows written")
terminal.read(quiet=0.2)
for typed in ("acct_01", "vet"):
    walls, cpus = [], []
    for _ in range(ROUNDS):
        terminal.type("use " + typed)
        terminal.read(quiet=0.1)
        before, start = terminal.cpu(), time.perf_counter()
        terminal.type("\t")
        terminal.read(until=b"more")
        walls.append(time.perf_counter() - start)
        terminal.read(quiet=0.05)
        cpus.append(terminal.cpu() - before)
        terminal.type("\x03")
        terminal.read(quiet=0.05)
    print(f"{ACCOUNTS} accounts, `use {typed}` Tab: {median(walls) * 1e3:.1f} ms to the list, "
          f"{median(cpus) * 1e3:.1f} ms processor with the drawing (medians of {ROUNDS})")
terminal.end()
sandbox.kill()
