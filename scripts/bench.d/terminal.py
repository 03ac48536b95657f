"""A program on a pseudo-terminal, and what it costs."""
import fcntl, glob, os, pty, select, shutil, struct, tempfile, termios, time


class Terminal:
    def __init__(self, *command, columns=100, rows=40, **variables):
        self.home = tempfile.mkdtemp()
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            names = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
            own = dict.fromkeys(names, self.home) | {"TERM": "xterm-256color"}
            kept = {n: v for n, v in os.environ.items() if not n.startswith("DIALSTACK")}
            os.execvpe(command[0], command, kept | own | variables)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, until=None, quiet=0.002):
        """Reads until a text came, or until nothing has come for a moment."""
        seen = b""
        while True:
            ready, _, _ = select.select([self.fd], [], [], 20 if until else quiet)
            if not ready:
                if until:
                    raise SystemExit(f"waited in vain for {until!r}; last came {seen[-200:]!r}")
                return seen
            try:
                chunk = os.read(self.fd, 65536)
            except OSError:
                return seen
            seen += chunk
            if until and until in seen:
                return seen

    def type(self, text):
        os.write(self.fd, text.encode())

    def cpu(self):
        """Seconds of processor time of all threads so far."""
        total = 0
        for path in glob.glob(f"/proc/{self.pid}/task/*/schedstat"):
            try:
                total += int(open(path).read().split()[0])
            except OSError:
                pass
        return total / 1e9

    def resident(self):
        """Resident memory in kilobytes."""
        for line in open(f"/proc/{self.pid}/status"):
            if line.startswith("VmRSS:"):
                return int(line.split()[1])

    def end(self):
        """Ends the program; the processor time that it took in all."""
        os.kill(self.pid, 9)
        _, _, usage = os.wait4(self.pid, 0)
        os.close(self.fd)
        shutil.rmtree(self.home, ignore_errors=True)
        return usage.ru_utime + usage.ru_stime


def median(values):
    return sorted(values)[len(values) // 2]
