"""The checks of scripts/spark/test, in one Spark session: checks.py [NAME]"""
import contextlib
import datetime
import http.server
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import time
import traceback

import pyarrow.parquet
from pyspark.sql import SparkSession
from pyspark.sql.datasource import (
    EqualTo, GreaterThan, GreaterThanOrEqual, In, IsNotNull, IsNull, LessThan, LessThanOrEqual, Not, StringContains,
    StringStartsWith)

import pyspark_dialstack
from pyspark_dialstack import DialstackDataSource

WORK = pathlib.Path.cwd()
STEADY, ODD, BARE, SLOW = ((WORK / f"{name}.url").read_text().strip() for name in ("steady", "odd", "bare", "slow"))
KEY = os.environ["DIALSTACK_API_KEY"]
KEY_IN_OPTION = "sk_live_thatnooneshouldseeeither"
UTC = datetime.timezone.utc


def start_spark():
    (WORK / "events").mkdir()
    session = SparkSession.builder.master("local[2,4]").appName("checks")
    for name, value in {
            "spark.ui.enabled": "false", "spark.driver.memory": "1g", "spark.sql.session.timeZone": "UTC",
            "spark.sql.parquet.outputTimestampType": "TIMESTAMP_MICROS",
            "spark.sql.python.filterPushdown.enabled": "true", "spark.eventLog.enabled": "true",
            "spark.eventLog.dir": f"file://{WORK}/events", "spark.eventLog.compress": "false"}.items():
        session = session.config(name, value)
    spark = session.getOrCreate()
    spark.sparkContext.setLogLevel("INFO")
    return spark


def load(query="numbers", schema=None, **options):
    reader = spark.read.format("dialstack").option("query", query)
    return (reader.schema(schema) if schema else reader).options(**options).load()


def dialsh(*arguments, url=STEADY):
    done = subprocess.run(
        ["dialsh", *arguments], capture_output=True, text=True, env=os.environ | {"DIALSTACK_API_URL": url})
    assert done.returncode == 0, done.stderr
    return done.stdout


def columns(query):
    return json.loads(dialsh("describe", "--json", query))["columns"]


def value(raw, column):
    """What a value of the API is in a table."""
    kind = column["kind"]
    if raw is None:
        return None
    if kind == "time":
        return datetime.datetime.fromisoformat(raw).astimezone(UTC)
    if kind == "object" and column.get("fields"):
        return {field["name"]: value(raw.get(field["name"]), field) for field in column["fields"]}
    return raw


def rows(query="numbers", url=STEADY):
    """The rows of one dialsh, in the order of their text."""
    lines = dialsh("-o", "ndjson", "-c", f"use all; {query}", url=url).splitlines()
    described = columns(query)
    return ordered(
        {column["name"]: value(row.get(column["name"]), column) for column in described}
        for row in map(json.loads, lines))


def ordered(found):
    return sorted(found, key=repr)


def stored(table, name):
    """The rows of a table, by way of Parquet."""
    table.write.parquet(f"{WORK}/{name}")
    assert (WORK / name / "_SUCCESS").exists()
    return ordered(pyarrow.parquet.read_table(WORK / name).to_pylist())


def same(found, wanted):
    assert len(found) == len(wanted), f"{len(found)} rows, should be {len(wanted)}"
    for one, other in zip(found, wanted):
        assert one == other, f"{one}, should be {other}"


def failing(action, *words):
    """What the error of an action says, which has all the words."""
    try:
        action()
    except Exception as error:
        text = str(error)
        for word in words:
            assert word in text, f"`{word}` isn't in: {text}"
        return text
    raise AssertionError("it didn't fail")


def program(name, text):
    """A program that takes the place of dialsh in shards; `$shard` is 3 in the third."""
    path = WORK / name
    path.write_text(f"""#!/usr/bin/env bash
shard=
for argument; do case "$argument" in --shard=*) shard=${{argument#--shard=}} shard=${{shard%/*}};; esac; done
[ -n "$shard" ] || exec dialsh "$@"
{text}
exec dialsh "$@"
""")
    path.chmod(0o755)
    return str(path)


def running(command):
    return subprocess.run(["pgrep", "-f", f"^{command}"], capture_output=True, text=True).stdout.split()


@contextlib.contextmanager
def platform_of(numbers):
    """The address of a platform of one account that has these numbers."""
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            data = [{"id": "acct_1"}] if self.path.startswith("/v1/accounts") else numbers
            body = json.dumps({"object": "list", "next_page_url": None, "previous_page_url": None, "data": data}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def within(seconds, holds):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


# The checks, in their order.

def schema_is_that_of_describe():
    fax = "struct<recipients:array<string>,delete_documents:boolean,attach_pdf:boolean>"
    texts = ["account", "id", "phone_number", "status", "number_class", "inbound_routing", "routing_target",
             "location"]
    listing = ["caller_id_name", "caller_id_prefix", "caller_id_visibility", "directory_listing_name",
               "directory_listing_type", "directory_listing_location"]
    kinds = {name: "string" for name in texts} | {"outbound_enabled": "boolean", "fax_enabled": "boolean"}
    kinds |= {name: "string" for name in listing} | {"expires_at": "timestamp", "disconnected_at": "timestamp"}
    kinds |= {"config": f"struct<fax_notifications:{fax}>", "created_at": "timestamp", "updated_at": "timestamp"}
    assert dict(load().dtypes) == kinds, load().dtypes
    assert load().columns == list(kinds)
    assert all(field.nullable for field in load().schema.fields)
    assert dict(load("numbers | count by status").dtypes) == {"status": "string", "count": "bigint"}
    assert load("numbers | select id as x, config").columns == ["x", "config"]


def kinds_have_types():
    kinds = ["id", "text", "phone", "choice", "decimal", "any", "boolean", "time", "integer", "object", "list"]
    described = [{"name": kind, "kind": kind} for kind in kinds]
    described += [{"name": "times", "kind": "list", "items": "time"},
                  {"name": "inner", "kind": "object", "fields": [{"name": "n", "kind": "integer"}]}]
    assert pyspark_dialstack.struct(described).simpleString() == (
        "struct<id:string,text:string,phone:string,choice:string,decimal:string,any:string,boolean:boolean,"
        "time:timestamp,integer:bigint,object:string,list:string,times:array<timestamp>,inner:struct<n:bigint>>")


def eight_shards_have_the_rows():
    table = load(shards=8)
    assert table.rdd.getNumPartitions() == 8
    found = stored(table, "eight")
    assert len(found) == 12000
    assert any(row["config"] and row["config"]["fax_notifications"] for row in found), "no row has an inner field"
    same(found, rows())
    same(stored(load(baseUrl=ODD), "odd"), rows(url=ODD))
    same(stored(load(baseUrl=BARE), "bare-rows"), rows(url=BARE))


def it_may_be_registered():
    spark.dataSource.register(DialstackDataSource)
    table = spark.read.format("dialstack").option("QUERY", "accounts | select id, config").load()
    same(stored(table, "accounts"), rows("accounts | select id, config"))


def columns_may_be_given():
    found = stored(load(schema="id string, account string"), "given")
    same(found, ordered({"id": row["id"], "account": row["account"]} for row in rows()))


def accounts_may_be_chosen():
    every = rows()
    some = sorted({row["account"] for row in every})[5:8]
    table = load(account=", ".join(some))
    assert table.rdd.getNumPartitions() == 3
    same(stored(table, "some"), [row for row in every if row["account"] in some])
    # All shards but one are empty, and rows of one account don't name it.
    table = load(account=some[0], shards=4)
    assert table.rdd.getNumPartitions() == 4
    wanted = [{name: row[name] for name in row if name != "account"} for row in every if row["account"] == some[0]]
    same(stored(table, "one"), ordered(wanted))
    table = load(f'use (accounts where id="{some[0]}"); numbers')
    same(stored(table, "by-use"), [row for row in every if row["account"] == some[0]])


def queries_over_all_rows_are_one_shard():
    for number, query in enumerate(["numbers | count", "numbers | count by account", "accounts",
                                    "numbers | sort created_at, id | limit 5 | select account, id"]):
        table = load(query)
        assert table.rdd.getNumPartitions() == 1, query
        same(stored(table, f"gathered-{number}"), rows(query))
        failing(load(query, shards=2).count, "can't be divided into 2 shards")
        assert load(query, shards=1).count() == table.count()
    failing(lambda: load("numbers; accounts"), "one pipeline is described at a time")
    # A comment doesn't swallow what is put behind the query.
    assert load("numbers where status=released # it's over").count() == len(rows("numbers where status=released"))


def what_fails_is_read_again():
    once = program("once", f"""
first() {{ mkdir "{WORK}/first-$shard" 2>/dev/null; }}
case "$shard" in
  2) if first; then dialsh "$@" | head -n 700; exit 3; fi ;;
  5) if first; then dialsh "$@" | head -n 700; kill -9 $$; fi ;;
esac""")
    same(stored(load(program=once, shards=8), "again"), rows())
    assert sorted(path.name for path in WORK.glob("first-*")) == ["first-2", "first-5"]
    text = (WORK / "spark.log").read_text()
    assert "dialsh ended with status 3, some accounts could not be read" in text
    assert "dialsh ended with status -9, it was killed by signal 9" in text


def what_always_fails_fails_the_job():
    always = program("always", f"""
if [ "$shard" = 2 ]; then
  echo >>"{WORK}/attempts"
  dialsh "$@"
  printf 'dialsh: partial: \\033[31m11 of 12\\033[0m accounts\\n' >&2
  exit 3
fi""")
    table = load(program=always, shards=3)
    text = failing(lambda: table.write.parquet(f"{WORK}/always-out"),
                   "shard 2/3: dialsh ended with status 3, some accounts could not be read: dialsh: partial:")
    assert "\033" not in text
    assert len((WORK / "attempts").read_text().splitlines()) == 4
    assert not (WORK / "always-out" / "_SUCCESS").exists()
    key = WORK / "wrong-key"
    key.write_text("nonsense\n")
    key.chmod(0o600)
    failing(load(apiKeyFile=str(key), baseUrl=STEADY, shards=1).count,
            "ended with status 4, the key was not taken; trying again won't help: dialsh: ")
    failing(load(apiKeyFile=str(WORK / "no-key"), baseUrl=STEADY, shards=1).count,
            "ended with status 2, it was refused before anything was sent; trying again won't help: dialsh: ")


def key_may_stand_in_a_file():
    path = WORK / "key"
    path.write_text("sk_test_2\n")
    path.chmod(0o600)
    # Without the file it would be the wrong key that is sent.
    keyless = program("keyless", "export DIALSTACK_API_KEY=nonsense")
    assert load(program=keyless, apiKeyFile=str(path), baseUrl=STEADY, concurrency=4, rate="500/s").count() == 12000
    failing(load(program=keyless, shards=1).count, "ended with status 4")


def wrong_types_fail_the_partition():
    row = {"account": "a", "id": "b", "outbound_enabled": True, "created_at": "2026-09-01T00:00:00.000001Z"}
    for number, wrong in enumerate([{}, {"account": 5}, {"outbound_enabled": "true"}, {"created_at": ""},
                                    {"created_at": "2026-09-01T00:00:00.0000001Z"}, {"config": "text"},
                                    {"config": {"fax_notifications": {"recipients": [1]}}}]):
        path = program(f"wrong-{number}", f"echo '{json.dumps(row)}'; echo '{json.dumps(row | wrong)}'; exit 0")
        table = load(program=path, shards=1)
        if wrong:
            failing(table.collect, "ArrowInvalid")
        else:
            assert [line.created_at for line in table.select(table.created_at.cast("string")).collect()] == (
                [row["created_at"].replace("T", " ").strip("Z")] * 2)
    cut = program("cut", f"""printf '%s\\n%s' '{json.dumps(row)}' '{json.dumps(row)[:40]}'; exit 0""")
    failing(load(program=cut, shards=1).collect, "ArrowInvalid")


def values_of_another_kind_are_null():
    others = [5, True, "x", "", {"a": 1}, ["a"], "2026-09-01T00:00:00Z"]
    right = {
        "caller_id_name": lambda raw: raw if isinstance(raw, str) else None,
        "phone_number": lambda raw: raw if isinstance(raw, str) else None,
        "status": lambda raw: raw if isinstance(raw, str) else None,
        "outbound_enabled": lambda raw: raw if isinstance(raw, bool) else None,
        "expires_at": lambda raw: datetime.datetime(2026, 9, 1, tzinfo=UTC) if raw == others[-1] else None,
        "config": lambda raw: {"fax_notifications": None} if isinstance(raw, dict) else None}
    items = [{"id": f"did_{name}_{number}", name: raw} for name in right for number, raw in enumerate(others)]
    with platform_of(items) as url:
        wanted = ordered({"id": item["id"]} | {name: right[name](item.get(name)) for name in right} for item in items)
        same(stored(load(f"numbers | select id, {', '.join(right)}", baseUrl=url, shards=1), "others"), wanted)
        for test in ["status = 'x'", "phone_number like '+%'", "caller_id_name like '5%'", "caller_id_name = ''",
                     "caller_id_name in ('5', 'true', 'x')", "outbound_enabled", "outbound_enabled = false",
                     "expires_at > timestamp '2000-01-01 00:00:00'", "expires_at is not null", "status is not null",
                     "outbound_enabled is not null", "caller_id_name is null"]:
            plain, pushed = ([row.id for row in load(baseUrl=url, shards=1, pushdown=pushdown).where(test).collect()]
                             for pushdown in ("false", "true"))
            assert sorted(plain) == sorted(pushed), f"{test}: {pushed}, should be {plain}"


def filters_become_conditions():
    described = columns("numbers") + [{"name": "n", "kind": "integer"}, {"name": "any", "kind": "any"}]
    noon = datetime.datetime(2026, 9, 1, 12, tzinfo=UTC)
    after, before = '"2026-09-01T11:59:59.999999Z"', '"2026-09-01T12:00:00.000001Z"'
    for filter, wanted in [
            (EqualTo(("status",), "active"), 'status = "active"'),
            (EqualTo(("status",), "brand_new"), None),
            (EqualTo(("id",), 'a"b\\c$d'), 'id = "a\\"b\\\\c\\$d"'),
            (EqualTo(("id",), "a\nb"), None),
            (EqualTo(("id",), "\ufffd"), None),
            (EqualTo(("id",), 5), None),
            (EqualTo(("phone_number",), "+14155550100"), 'phone_number = "+14155550100"'),
            (EqualTo(("phone_number",), "4155550100"), None),
            (EqualTo(("outbound_enabled",), True), "outbound_enabled = true"),
            (EqualTo(("outbound_enabled",), "true"), None),
            (EqualTo(("n",), -5), 'n = "-5"'),
            (EqualTo(("n",), True), None),
            (EqualTo(("any",), "x"), None),
            (EqualTo(("nowhere",), "x"), None),
            (EqualTo(("config", "fax_notifications", "attach_pdf"), False),
             "config.fax_notifications.attach_pdf = false"),
            (EqualTo(("config",), "x"), None),
            (In(("status",), ("active", None, "released")), 'status in ("active","released")'),
            (In(("status",), ("active", "brand_new")), None),
            (In(("status",), (None,)), None),
            (StringStartsWith(("phone_number",), "+1415"), 'phone_number in "+1415"'),
            (StringStartsWith(("phone_number",), "1415"), None),
            (StringStartsWith(("caller_id_name",), "A.b é$"), 'caller_id_name ~ "^A\\\\.b é\\\\\\$"'),
            (StringStartsWith(("caller_id_name",), ""), None),
            (StringContains(("caller_id_name",), "A"), None),
            (GreaterThan(("id",), "x"), None),
            (GreaterThan(("n",), 5), 'n > "5"'),
            (LessThanOrEqual(("n",), 5), 'n <= "5"'),
            (EqualTo(("created_at",), noon), f"created_at >= {after} and created_at <= {before}"),
            (GreaterThan(("created_at",), noon), f"created_at >= {after}"),
            (GreaterThanOrEqual(("created_at",), noon), f"created_at >= {after}"),
            (LessThan(("created_at",), noon), f"created_at <= {before}"),
            (LessThanOrEqual(("created_at",), noon), f"created_at <= {before}"),
            (LessThan(("created_at",), datetime.datetime.max.replace(tzinfo=UTC)), None),
            (EqualTo(("created_at",), noon.replace(tzinfo=None)), None),
            (IsNotNull(("expires_at",)), "expires_at != null"),
            (IsNotNull(("config",)), None),
            (IsNull(("expires_at",)), None),
            (Not(EqualTo(("status",), "active")), None)]:
        found = pyspark_dialstack.condition(filter, described)
        assert found == wanted, f"{filter}: {found}, should be {wanted}"
        assert not found or found[0] == "n" or dialsh("describe", "--json", f"numbers\n| where {found}")


def pushdown_gives_the_same_rows():
    log = WORK / "requests"
    verbose = program("verbose", f'printf "%s\\n" "$*" >>"{log}.asked"; exec dialsh -v "$@" 2>>"{log}"')
    odd = rows(url=ODD)
    moment = next(row["created_at"] for row in odd if row["created_at"].microsecond == 123456)
    late = next(row["expires_at"] for row in odd if row["expires_at"])
    at = lambda time: f"timestamp '{time:%Y-%m-%d %H:%M:%S.%f}'"
    name = next(row["caller_id_name"] for row in odd if row["caller_id_name"])
    both = 0
    for url in (STEADY, ODD, BARE):
        for test, asked in {
                "status = 'active'": 'status = "active"',
                "status in ('active', 'released')": 'status in ("active","released")',
                "status = 'brand_new' or status = 'active'": "numbers\n| export",
                "phone_number like '+1%'": 'phone_number in "+1"',
                f"caller_id_name = '{name}'": f'caller_id_name = "{name}"',
                f"caller_id_name like '{name[:2]}%'": f'caller_id_name ~ "^{name[:2]}"',
                "caller_id_name like '%e%' and outbound_enabled": "outbound_enabled = true",
                f"created_at = {at(moment)}": "created_at >= ",
                f"created_at >= {at(moment)}": "created_at >= ",
                f"created_at > {at(moment)}": "created_at >= ",
                f"created_at <= {at(moment)}": "created_at <= ",
                f"created_at < {at(moment)}": "created_at <= ",
                f"expires_at between {at(late)} and {at(late + datetime.timedelta(days=30))}": "expires_at >= ",
                "expires_at is not null": "expires_at != null",
                "expires_at is null": "numbers\n| export",
                "status != 'active'": "| where status != null\n| export",
                "config.fax_notifications.attach_pdf = true": "config.fax_notifications.attach_pdf = true",
                "id = '\\'\"\\\\$x'": 'id = "\'\\"\\\\\\$x"'}.items():
            log.unlink(missing_ok=True)
            pathlib.Path(f"{log}.asked").unlink(missing_ok=True)
            plain = [row.asDict(True) for row in load(baseUrl=url, shards=2).where(test).collect()]
            pushed = [row.asDict(True) for row in load(
                baseUrl=url, shards=2, program=verbose, pushdown="true").where(test).collect()]
            same(ordered(pushed), ordered(plain))
            both += len(plain)
            text = pathlib.Path(f"{log}.asked").read_text()
            assert asked in text, f"{test}: {text}"
            if test == "status = 'active'":
                requests = set(re.findall(r"GET /v1/phone-numbers\?limit\S*", log.read_text()))
                assert requests == {"GET /v1/phone-numbers?limit=100&status=active"}, requests
    assert both > 12000, f"the tests leave {both} rows only"
    # A column may have another name, and stages stand before the condition.
    query = "numbers | select account, id as x, status as s"
    found = load(query, program=verbose, pushdown="true").where("s = 'released'").collect()
    assert len(found) == len(rows("numbers where status=released")) > 0
    assert load("accounts", pushdown="true").where("config.max_phone_numbers >= 1").count() == load(
        "accounts").where("config.max_phone_numbers >= 1").count()
    # Conditions stay behind a limit.
    assert load("numbers | limit 7", pushdown="true").where("status = 'released'").count() <= 7


def other_options_are_refused():
    failing(lambda: load(shard=8), "unknown option `shard`; did you mean `shards`?")
    failing(lambda: spark.read.format("dialstack").load("numbers"), "unknown option `path`; there are query, ")
    failing(lambda: load(shards=0), "shards takes a whole number from 1 to 1000, found `0`")
    failing(lambda: load(shards=1001), "found `1001`")
    failing(lambda: load(pushdown="perhaps"), "pushdown takes true or false")
    failing(lambda: load(account="a,,b"), "account takes ids")
    failing(lambda: load(rate=" "), "rate has no value")
    failing(lambda: load("nubmers"), "did you mean `numbers`?")
    failing(lambda: load(program="/nowhere/dialsh"), "there is no program `/nowhere/dialsh` here")
    failing(load(rate="fast").count, "--rate takes a number of requests")
    for options in ({"apiKey": KEY_IN_OPTION}, {"token": KEY_IN_OPTION[8:]}, {"baseUrl": f"http://{KEY_IN_OPTION}@x"},
                    {KEY_IN_OPTION: "x"}, {"apiKeyFile": KEY_IN_OPTION}):
        text = failing(lambda: load(**options), "an option is no place for a key", "apiKeyFile")
        assert KEY_IN_OPTION[8:] not in text.lower(), text


def cancelled_jobs_leave_no_dialsh():
    table = load(baseUrl=SLOW, concurrency=1, shards=2)
    failed = []

    def run():
        spark.sparkContext.setJobGroup("slow", "slow", interruptOnCancel=True)
        try:
            table.count()
        except Exception as error:
            failed.append(str(error))

    thread = threading.Thread(target=run)
    thread.start()
    reading = f"dialsh .*--base-url={SLOW}"
    within(20, lambda: len(running(reading)) == 2)
    spark.sparkContext.cancelJobGroup("slow")
    thread.join(20)
    assert failed and "cancel" in failed[0].lower(), failed
    within(10, lambda: not running(reading))


def what_is_enough_ends_dialsh():
    endless = program("endless", 'dialsh "$@"; exec sleep 61.5')
    assert len(load(program=endless, shards=1).limit(5).collect()) == 5
    within(10, lambda: not running("sleep 61.5"))


def key_is_in_no_log():
    plan = io.StringIO()
    with contextlib.redirect_stdout(plan):
        load(apiKeyFile=str(WORK / "key")).explain("extended")
    assert "dialstack" in plan.getvalue() and str(WORK) not in plan.getvalue(), plan.getvalue()
    spark.stop()
    found = [*(WORK / "events").rglob("*"), WORK / "spark.log"]
    texts = {path: path.read_text(errors="replace") for path in found if path.is_file() and path.suffix != ".crc"}
    assert any("SparkListenerSQLExecutionStart" in text for text in texts.values()), "there is no event log"
    for path, text in texts.items():
        for key in (KEY, KEY_IN_OPTION):
            assert key not in text, f"{path} has the key"


CHECKS = [
    schema_is_that_of_describe, kinds_have_types, eight_shards_have_the_rows, it_may_be_registered,
    columns_may_be_given, accounts_may_be_chosen, queries_over_all_rows_are_one_shard, what_fails_is_read_again,
    what_always_fails_fails_the_job, key_may_stand_in_a_file, wrong_types_fail_the_partition,
    values_of_another_kind_are_null, filters_become_conditions, pushdown_gives_the_same_rows, other_options_are_refused,
    cancelled_jobs_leave_no_dialsh, what_is_enough_ends_dialsh, key_is_in_no_log]

if __name__ == "__main__":
    spark = start_spark()
    failures = 0
    for check in CHECKS:
        if sys.argv[1] not in check.__name__:
            continue
        begun = time.monotonic()
        try:
            check()
            print(f"passed  {check.__name__.replace('_', ' ')} ({time.monotonic() - begun:.0f} s)", flush=True)
        except Exception:
            failures += 1
            print(f"FAILED  {check.__name__.replace('_', ' ')}", flush=True)
            lines = [line for line in traceback.format_exc().splitlines() if not line.startswith("\tat ")]
            print("\n".join("        " + line for line in lines[-20:]), flush=True)
    sys.exit(1 if failures else 0)
