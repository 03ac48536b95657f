"""Processor time from a key to the screen, all threads of the program together."""
import sys
from terminal import Terminal

LINE = (
    "use acct_01h2xcejqtf2nbrexx3vqjhp41; numbers where status=active and created_at >= -30d "
    "and not fax_enabled and phone_number in +1415 | select id, phone_number, status, "
    "created_at | sort created_at desc | limit 50 "
)
LINE = LINE[:200].ljust(200, "x")
KEYS = 2000

print(f"{KEYS} keys at the end of a line of {len(LINE)} characters, 100 columns")
for name, variables in (("colours on", {}), ("colours off", {"NO_COLOR": "1"})):
    terminal = Terminal(sys.argv[1], "--sandbox", "--no-rc", **variables)
    terminal.read(until=b"> ")
    terminal.type(LINE)
    terminal.read(quiet=0.3)
    before = terminal.cpu()
    sent = 0
    for index in range(KEYS):
        terminal.type("y" if index % 2 == 0 else "\x7f")
        sent += len(terminal.read())
    spent = terminal.cpu() - before
    terminal.end()
    print(f"{name:12} {spent / KEYS * 1e3:6.3f} ms a key, {sent / KEYS:5.0f} bytes a key")
