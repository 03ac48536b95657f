"""Reads the numbers of many accounts from a server that plays a platform, and holds what was written
against the books of the server.

    fleet.py DIALSH [--full] [--rounds N] [CASE …]

Cases are letters, all of them unless some are named. Where the books are wrong the bench says so, goes
on, and ends with status 1.
"""
import argparse, concurrent.futures, csv, filecmp, itertools, json, os, random, re, subprocess, sys, time
import measuring
from measuring import compare, compiled, has, in_turn, peer, python_with_peers, work

REPORT = ("use all; numbers where status=active | format | select id, raw, display, status, created_at"
          " | export csv ")
ROWS = "use all; numbers | select account, id | export csv FILE errors=LEDGER"
COUNTS = "use all; numbers | count by account, status | export csv FILE errors=LEDGER"
LEDGER = {"account", "resource", "page", "kind", "status", "request_id", "message", "attempts"}

arguments = argparse.ArgumentParser()
arguments.add_argument("dialsh")
arguments.add_argument("--full", action="store_true")
arguments.add_argument("--rounds", type=int, default=7)
arguments.add_argument("cases", nargs="*", default=list("DFKMRS"))
options = arguments.parse_intermixed_args()
wrongs = []


def wrong(what):
    wrongs.append(what)
    print(f"    WRONG: {what}", flush=True)


def check(name, is_value, should_be):
    if is_value != should_be:
        wrong(f"{name}: {is_value}, should be {should_be}")


class Fleet(measuring.Server):
    """A platform of so many accounts of so many rows; `how` are the options of the server."""

    def __init__(self, accounts, rows, *how):
        program = compiled("fleet")
        super().__init__([program, str(accounts), str(rows), *how])
        broken = [word for word in how if word.startswith("broken=")]
        listed = subprocess.run(
            [program, "list", str(accounts), *broken], stdout=subprocess.PIPE, text=True, check=True)
        self.accounts = dict(line.split() for line in listed.stdout.splitlines())
        self.good = [account for account, status in self.accounts.items() if status == "200"]
        self.broken = {account: int(status) for account, status in self.accounts.items() if status != "200"}
        self.place = {account: place for place, account in enumerate(self.accounts)}
        self.rows = rows
        self.pages = max(1, -(-rows // 100))

    def end(self):
        return json.loads(super().end())


class Part:
    """One program that runs against a fleet, and what it left behind."""

    numbers = itertools.count()

    def __init__(self, fleet, line, words):
        number = next(self.numbers)
        self.fleet = fleet
        self.columns = ["account", "status", "count"] if line == COUNTS else ["account", "id"]
        self.csv, self.ledger, self.errors = (
            os.path.join(work, f"{number}.{end}") for end in ("csv", "errors", "stderr"))
        line = line.replace("FILE", self.csv).replace("LEDGER", self.ledger)
        self.command = [options.dialsh, "-q", *words, "-c", line]

    def run(self):
        with open(self.errors, "w") as errors:
            self.cost = self.fleet.run(self.command, errors=errors)
        self.status = os.waitstatus_to_exitcode(self.cost.status)
        with open(self.errors) as errors:
            self.said = errors.read()
        return self

    def lines(self):
        if not os.path.exists(self.csv):
            return
        with open(self.csv, newline="") as file:
            lines = csv.DictReader(file)
            if lines.fieldnames == self.columns:
                yield from lines
            else:
                wrong(f"the file has the columns {lines.fieldnames}, should have {self.columns}")

    def read_rows(self):
        """The accounts in the order of the file; each must have all its rows in their order."""
        seen, account, had = [], None, 0
        for line in self.lines():
            if line["account"] != account:
                if account is not None and had != self.fleet.rows:
                    return wrong(f"{account} has {had} rows, should have {self.fleet.rows}")
                account, had = line["account"], 0
                seen.append(account)
                if account not in self.fleet.place:
                    return wrong(f"{account} is no account")
            number = self.fleet.place[account] * self.fleet.rows + had
            if line["id"] != f"did_01y3zx5cvad0x3s{number:012}":
                return wrong(f"row {had} of {account} is {line['id']}, should end in {number:012}")
            had += 1
        if account is not None and had != self.fleet.rows:
            return wrong(f"{account} has {had} rows, should have {self.fleet.rows}")
        return seen

    def read_counts(self):
        """The accounts, each with all its rows; their order in the file is that of `count`."""
        seen = []
        for line in self.lines():
            if (line["status"], line["count"]) != ("active", str(self.fleet.rows)):
                return wrong(f"{line} should count {self.fleet.rows} active rows")
            if line["account"] not in self.fleet.place:
                return wrong(f"{line['account']} is no account")
            seen.append(line["account"])
        return sorted(seen, key=self.fleet.place.get)

    def read_ledger(self):
        """The status of each account that failed."""
        failed = {}
        if not os.path.exists(self.ledger):
            return failed
        with open(self.ledger) as file:
            for line in file:
                entry = json.loads(line)
                missing = LEDGER - entry.keys()
                if missing:
                    return wrong(f"the ledger has no {', '.join(sorted(missing))} in {line.strip()}")
                if entry["account"] in failed:
                    return wrong(f"the ledger has {entry['account']} twice")
                if entry["resource"] != "numbers" or not entry["kind"] or not entry["message"]:
                    wrong(f"the ledger says {line.strip()}")
                if not re.fullmatch(r"req_\d{10}", entry["request_id"] or "") or entry["attempts"] < 1:
                    wrong(f"the ledger says {line.strip()}")
                failed[entry["account"]] = entry["status"]
        return failed

    def check(self, good, failed):
        """Whether it told what the files show."""
        check("exit status", self.status, 3 if failed else 0)
        partial = re.findall(r"partial: ([\d,]+) of ([\d,]+) accounts", self.said)
        told = [tuple(int(number.replace(",", "")) for number in pair) for pair in partial]
        check("notice of a partial result", told, [(good, good + failed)] if failed else [])
        if self.status not in (0, 3):
            print("    " + self.said.strip()[-500:].replace("\n", "\n    "))


def head(title):
    print(f"\n{title}\n  {'':28}{'wall s':>9}{'ideal':>9}{'ratio':>8}{'requests':>10}{'429s':>7}"
          f"{'peak MB':>9}{'rows':>11}{'failed':>8}{'exit':>6}")


def show(name, fleet, runs, ideal=None, line=ROWS, in_flight=None, lists=True):
    """Runs programs at once, a list of words for each, prints what they took and checks the books.

    `ideal` is a number of seconds, or a function that has it from the books."""
    parts = [Part(fleet, line, words) for words in runs]
    with concurrent.futures.ThreadPoolExecutor(len(parts)) as pool:
        list(pool.map(Part.run, parts))
    books = fleet.end()
    wall = max(part.cost.wall for part in parts)
    ideal = ideal(books) if callable(ideal) else ideal
    rows = [sum(int(row["count"]) if line == COUNTS else 1 for row in part.lines()) for part in parts]
    ledgers = [part.read_ledger() or {} for part in parts]
    refused = books["answers"].get("429", 0)
    print(f"  {name:28}{wall:9.2f}" + (f"{ideal:9.2f}{wall / ideal:8.3f}" if ideal else f"{'-':>9}{'-':>8}")
          + f"{books['requests']:10,}{refused:7,}{max(part.cost.memory for part in parts):9.1f}"
          f"{sum(rows):11,}{sum(map(len, ledgers)):8,}{','.join(str(part.status) for part in parts):>6}", flush=True)

    check("rows", sum(rows), len(fleet.good) * fleet.rows)
    seen, failed = [], {}
    for part, ledger in zip(parts, ledgers):
        accounts = part.read_counts() if line == COUNTS else part.read_rows()
        if accounts is not None:
            if accounts != sorted(accounts, key=fleet.place.get):
                wrong("the accounts are not in the order of the list")
            part.check(len(accounts), len(ledger))
            seen += accounts
        failed |= ledger
    if len(parts) > 1 and not all(rows):
        wrong("a shard has no rows")
    if fleet.rows and sorted(seen) != sorted(fleet.good):
        wrong(f"{len(seen)} accounts have rows, {len(set(seen))} once, of {len(fleet.good)} good ones")
    if failed != fleet.broken or sum(map(len, ledgers)) != len(failed):
        wrong(f"the ledger has {sum(map(len, ledgers))} accounts with {count(failed)}, "
              f"should have {len(fleet.broken)} with {count(fleet.broken)}")
    check("pages of numbers", books["number_pages"], len(fleet.good) * fleet.pages)
    if lists:
        check("pages of accounts", books["account_pages"], len(runs) * -(-len(fleet.accounts) // 100))
    for status in (403, 404):
        check(f"answers with {status}", books["answers"].get(str(status), 0),
              count(fleet.broken).get(status, 0))
    # One more asks which accounts there are.
    if in_flight and books["most_in_flight"] > in_flight + 1:
        wrong(f"{books['most_in_flight']} requests in flight, should be {in_flight + 1} at most")
    for part in parts:
        for path in (part.csv, part.ledger):
            if os.path.exists(path):
                os.truncate(path, 0)
    return books


def count(statuses):
    return {status: list(statuses.values()).count(status) for status in sorted(set(statuses.values()), key=str)}


def beside_aiohttp():
    accounts, rows = 200, 500
    head(f"D. {accounts} accounts of {rows} rows, 16 in flight")
    show("dialsh, account and id", Fleet(accounts, rows), [["--concurrency", "16"]], in_flight=16)
    fleet = Fleet(accounts, rows)
    programs = {"dialsh": lambda path: [options.dialsh, "-q", "--concurrency", "16", "-c", REPORT + path]}
    python = python_with_peers()
    if has(python, "aiohttp"):
        programs["Python aiohttp"] = lambda path: [python, peer("fleet_aiohttp.py"), fleet.url, path, "16"]
    else:
        print("aiohttp is not installed and left out")
    commands = compare(fleet, programs)
    with open(os.path.join(work, "dialsh.csv")) as file:
        check("rows of the report", sum(1 for _ in file) - 1, accounts * rows)
    costs = in_turn(fleet, commands, options.rounds)
    books = fleet.end()
    check("pages of numbers", books["number_pages"],
          accounts * fleet.pages * len(commands) * (options.rounds + 2))
    measuring.table("D. the report over them, in turn", accounts * rows, costs, list(costs)[-1])


def over_latency():
    accounts, rows, latency = 200, 500, 20
    head(f"F. {accounts} accounts of {rows} rows at {latency} ms a page")
    for in_flight in (8, 16, 32, 200):
        fleet = Fleet(accounts, rows, f"latency={latency}")
        show(f"{in_flight} in flight", fleet, [["--concurrency", str(in_flight)]], in_flight=in_flight,
             ideal=-(-accounts // in_flight) * fleet.pages * latency / 1e3)


def killed():
    """Ends exports by `kill -9` at random moments, starts them again, and compares what comes of them with
    the file of a run that nobody has disturbed."""
    kills_wanted = 100
    fleet = Fleet(40, 2_000, "latency=4", "broken=50")
    line = "use all; numbers where status=active | format | select account, id, display | export csv "
    whole, resumed = (os.path.join(work, name) for name in ("whole.csv", "resumed.csv"))
    command = [options.dialsh, "-q", "--concurrency", "3", "-c"]
    environment = dict(measuring.environment, DIALSTACK_API_URL=fleet.url)
    start = time.monotonic()
    subprocess.run([*command, line + whole], env=environment, stderr=subprocess.DEVNULL)
    takes = time.monotonic() - start
    chance = random.Random(1)
    kills = files = 0
    while kills < kills_wanted:
        process = subprocess.Popen(
            [*command, f"{line}{resumed} resume=yes"], env=environment, stderr=subprocess.DEVNULL)
        try:
            status = process.wait(chance.uniform(0.05, takes / 2))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
            continue
        files += 1
        check("exit status", status, 3)
        if not filecmp.cmp(whole, resumed, shallow=False):
            wrong(f"file {files} differs after {kills} kills")
        os.remove(resumed)
    fleet.end()
    print(f"\nK. {kills} times `kill -9` at random moments of an export of 40 accounts of 2,000 rows, 2 of them"
          f" broken: {files} files, each compared with that of an undisturbed run")


def memory():
    head("M. memory: accounts of 100 rows at 5 ms a page, 16 in flight")
    words = ["--concurrency", "16"]

    def ideal(accounts):
        return -(-accounts // 16) * 0.005
    fleet = Fleet(10, 100, "latency=5")
    show("10 accounts, named", fleet, [words], ideal(10), in_flight=16, lists=False,
         line=ROWS.replace("use all", "use " + ", ".join(fleet.accounts)))
    for accounts in (10, 200, 2_000, 20_000):
        show(f"{accounts:,} accounts", Fleet(accounts, 100, "latency=5"), [words], ideal(accounts),
             in_flight=16)
    show("2,000, the first takes 250 ms", Fleet(2_000, 100, "latency=5", "slow=0:50"), [words], ideal(2_000),
         in_flight=16)
    show("20,000, counted by account", Fleet(20_000, 100, "latency=5"), [words], ideal(20_000), line=COUNTS,
         in_flight=16)


def under_rate():
    accounts, rate = 500, 50
    head(f"R. {accounts} accounts of 100 rows where {rate} requests a second are taken")
    pages = accounts + accounts // 100
    shards = [["--shard", "1/2"], ["--shard", "2/2"]]
    show("as it comes", Fleet(accounts, 100, f"rate={rate}"), [[]], pages / rate)
    show(f"--rate {rate}/s", Fleet(accounts, 100, f"rate={rate}"), [["--rate", f"{rate}/s"]], pages / rate)
    pages += accounts // 100
    show("2 shards, as they come", Fleet(accounts, 100, f"rate={rate}"), shards, pages / rate)
    show(f"2 shards, --rate {rate}/s", Fleet(accounts, 100, f"rate={rate}"),
         [[*shard, "--rate", f"{rate}/s"] for shard in shards], pages / rate)


def at_scale():
    rate, in_flight = 2_000, 64
    head(f"S. accounts of 20 rows at some 20 ms a page, 1 % broken, {rate:,} requests a second, "
         f"{in_flight} in flight")

    def ideal(books):
        # A request that was taken counts for the rate, and all that waited for what is in flight.
        taken = books["requests"] - books["answers"].get("429", 0)
        return max(taken / rate, books["waited_ms"] / 1e3 / in_flight)
    for accounts in (10_000, 100_000) if options.full else (10_000,):
        for name, line in (("rows", ROWS), ("counted", COUNTS)):
            fleet = Fleet(accounts, 20, f"rate={rate}", "latency=20", "tail=yes", "broken=10")
            books = show(f"{accounts:,} accounts, {name}", fleet, [["--concurrency", str(in_flight)]], ideal,
                         line=line, in_flight=in_flight)
            print(f"    {json.dumps(books)}")


cases = {case.upper() for case in options.cases}
machine = measuring.Machine()
if "D" in cases:
    beside_aiohttp()
if "F" in cases:
    over_latency()
if "K" in cases:
    killed()
if "M" in cases:
    memory()
if "R" in cases:
    under_rate()
if "S" in cases:
    at_scale()
machine.judge()
if wrongs:
    sys.exit(f"{len(wrongs)} {'thing is' if len(wrongs) == 1 else 'things are'} wrong")
