"""Whether memory grows with the lines that were typed."""
import sys
from terminal import Terminal

terminal = Terminal(sys.argv[1], "--sandbox", "--no-rc")
terminal.read(until=b"> ")
sizes = {}
for number in range(1, 5001):
    terminal.type(f"accounts where name ~ n{number} | count\r")
    terminal.read(until=b"complete")
    terminal.read(quiet=0.004)
    if number in (1000, 2000, 3000, 4000, 5000):
        sizes[number] = terminal.resident()
        print(f"after {number} lines: {sizes[number] / 1024:.1f} MB resident", flush=True)
print(f"growth from line 1000 to 5000: {(sizes[5000] - sizes[1000]) / 4000 * 1024:.0f} bytes a line")
terminal.end()
