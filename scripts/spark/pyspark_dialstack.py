"""A PySpark data source for lists of the DialStack phone API, read by dialsh.

    spark.read.format("dialstack").option("query", "numbers where status=active").load()

A partition is a shard of the accounts, and a dialsh that reads it. README.md lists the options.
"""
import datetime
import difflib
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass

import pyarrow.json
from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType, BooleanType, LongType, StringType, StructField, StructType, TimestampType)

__all__ = ["DefaultSource", "DialstackDataSource"]

OPTIONS = ["query", "shards", "account", "program", "apiKeyFile", "baseUrl", "rate", "concurrency", "pushdown"]
KEY_IN_VALUE = re.compile(r"sk_(live|test)_", re.IGNORECASE)
KEY_IN_NAME = re.compile(r"key|token|secret|password|credential|authorization", re.IGNORECASE)
WHERE_THE_KEY_GOES = (
    "an option is no place for a key: Spark may show it in its UI and log. Put the key into a file on each executor "
    "and name it by apiKeyFile, or set DIALSTACK_SECRET_KEY in the executors' environment")

HOPELESS = "trying again won't help"
MEANINGS = {
    1: "it failed",
    2: f"it was refused before anything was sent; {HOPELESS}",
    3: "some accounts could not be read",
    4: f"the key was not taken; {HOPELESS}",
    127: f"there is no such program on this machine; {HOPELESS}",
    130: "it was interrupted",
    143: "it was ended by TERM",
}


@dataclass(frozen=True)
class Settings:
    """The options, checked."""

    query: str
    shards: int | None
    accounts: tuple[str, ...]
    program: str
    flags: tuple[str, ...]
    api_key_file: str | None
    pushdown: bool

    @classmethod
    def of(cls, options):
        for name, value in options.items():
            if KEY_IN_VALUE.search(name + " " + value):
                raise ValueError(WHERE_THE_KEY_GOES)
            if name.lower() in map(str.lower, OPTIONS):
                continue
            if KEY_IN_NAME.search(name):
                raise ValueError(f"`{name}`: {WHERE_THE_KEY_GOES}")
            raise ValueError(f"unknown option `{name}`; {hint(name)}")
        given = {name: options[name].strip() for name in OPTIONS if name in options}
        for name, value in given.items():
            if not value or "\0" in value:
                raise ValueError(f"the option {name} has no value")
        flags = {"--base-url": "baseUrl", "--rate": "rate", "--concurrency": "concurrency"}
        return cls(
            query=given.get("query", "numbers"),
            shards=shards(given["shards"]) if "shards" in given else None,
            accounts=accounts(given["account"]) if "account" in given else (),
            program=given.get("program", "dialsh"),
            flags=tuple(f"{flag}={given[name]}" for flag, name in flags.items() if name in given),
            api_key_file=given.get("apiKeyFile"),
            pushdown=truth("pushdown", given.get("pushdown", "false")))

    def command(self, pipeline, *flags):
        """A dialsh that runs a pipeline over the accounts."""
        chosen = [f"--account={account}" for account in self.accounts or ["all"]]
        return [self.program, "-q", *self.flags, *chosen, *flags, "-c", pipeline]

    def described(self, pipeline):
        """What dialsh tells of a pipeline. Rows of a single account don't have the column `account`."""
        account = [f"--account={self.accounts[0]}"] if len(self.accounts) == 1 else []
        return json.loads(said([self.program, "describe", "--json", *account, pipeline]))

    def partitions(self):
        """How many shards to read: 1 where several would give other rows than one dialsh does."""
        description = self.described(self.query)
        if description["scope"] == "platform":
            reason = "a list of the platform"
        elif description["gathers"]:
            reason = f"a query with `{description['gathers']}`"
        else:
            return self.shards or min(8, len(self.accounts) or 8)
        if (self.shards or 1) > 1:
            raise ValueError(
                f"{reason} can't be divided into {self.shards} shards: each would do it for itself; leave the option "
                "shards out")
        return 1


def hint(name):
    near = difflib.get_close_matches(name.lower(), map(str.lower, OPTIONS), 1)
    known = next((option for option in OPTIONS if [option.lower()] == near), None)
    return f"did you mean `{known}`?" if known else "there are " + ", ".join(OPTIONS)


def shards(text):
    if not re.fullmatch("[0-9]{1,4}", text) or not 1 <= int(text) <= 1000:
        raise ValueError(f"shards takes a whole number from 1 to 1000, found `{text}`")
    return int(text)


def accounts(text):
    found = tuple(dict.fromkeys(account.strip() for account in text.split(",")))
    if "" in found:
        raise ValueError(f"account takes ids with commas between them, found `{text}`")
    return () if found == ("all",) else found


def truth(name, text):
    if text.lower() not in ("true", "false"):
        raise ValueError(f"{name} takes true or false, found `{text}`")
    return text.lower() == "true"


class Refused(ValueError):
    """What dialsh said when it refused a query."""


def said(command):
    """What a command that sends nothing prints."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except FileNotFoundError:
        raise FileNotFoundError(
            f"there is no program `{command[0]}` here; the option program says where dialsh is. The driver needs it "
            "to know the columns, the executors to read them") from None
    if done.returncode != 0:
        raise Refused(f"dialsh says: {shown(done.stderr)}")
    return done.stdout.decode()


def shown(errors):
    """The end of what was written to standard error, without what would steer a terminal."""
    text = errors.decode(errors="replace")[-2000:].strip()
    return "".join(one for one in text if one.isprintable() or one == "\n")


def failure(shard, status, errors):
    meaning = f"it was killed by signal {-status}" if status < 0 else MEANINGS.get(status, "nobody knows why")
    return RuntimeError(f"shard {shard}: dialsh ended with status {status}, {meaning}: {shown(errors)}")


class DialstackDataSource(DataSource):
    """Lists of all accounts or some of them. Everything is refused here that can be before a job starts."""

    def __init__(self, options):
        super().__init__(options)
        self.settings = Settings.of(options)

    @classmethod
    def name(cls):
        return "dialstack"

    def schema(self):
        return struct(self.settings.described(self.settings.query)["columns"])

    def reader(self, schema):
        return (FilteringReader if self.settings.pushdown else DialstackReader)(schema, self.settings)


# Spark looks for this name in installed modules that begin with pyspark_, and registers what it finds.
DefaultSource = DialstackDataSource


def struct(columns):
    # All may be null: in place of a value of another kind dialsh writes null.
    return StructType([StructField(column["name"], spark_type(column)) for column in columns])


def spark_type(column):
    kind = column["kind"]
    if kind == "object" and column.get("fields"):
        return struct(column["fields"])
    if kind == "list" and column.get("items"):
        return ArrayType(spark_type({"kind": column["items"]}))
    return {"boolean": BooleanType(), "time": TimestampType(), "integer": LongType(),
            "seconds": LongType()}.get(kind, StringType())


class DialstackReader(DataSourceReader):
    def __init__(self, schema, settings):
        self.schema = schema
        self.settings = settings
        self.conditions = []

    def partitions(self):
        count = self.settings.partitions()
        return [InputPartition(f"{number}/{count}") for number in range(1, count + 1)]

    def read(self, partition):
        """Batches of about 1 MiB of lines. A row that is no row of the schema ends it."""
        parsing = pyarrow.json.ParseOptions(
            explicit_schema=to_arrow_schema(self.schema, timezone="UTC"), unexpected_field_behavior="ignore")
        # Errors go to a file: a pipe that nobody reads would fill and stop the program.
        with tempfile.TemporaryFile() as errors, subprocess.Popen(
                self.command(partition.value), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=errors) as dialsh:
            try:
                while lines := dialsh.stdout.readlines(1 << 20):
                    text = b"".join(lines)
                    reading = pyarrow.json.ReadOptions(use_threads=False, block_size=len(text) + 1)
                    yield from pyarrow.json.read_json(io.BytesIO(text), reading, parsing).to_batches()
                # The end of the rows proves nothing; the status does.
                if dialsh.wait() != 0:
                    errors.seek(0)
                    raise failure(partition.value, dialsh.returncode, errors.read())
            finally:
                if dialsh.poll() is None:
                    dialsh.terminate()

    def command(self, shard):
        where = f"\n| where {' and '.join(self.conditions)}" if self.conditions else ""
        pipeline = f"{self.settings.query}{where}\n| export ndjson typed=yes"
        key = [f"--api-key-file={self.settings.api_key_file}"] if self.settings.api_key_file else []
        # Spark kills Python by -9 when a job is cancelled; dialsh is to end with it.
        bound = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
        return [*bound, *self.settings.command(pipeline, *key, f"--shard={shard}")]


class FilteringReader(DialstackReader):
    """Hands filters to dialsh, which hands those to the API that it can take."""

    def pushFilters(self, filters):
        columns = self.settings.described(self.settings.query)["columns"]
        for each in filters:
            found = condition(each, columns)
            if found and self.is_taken(found):
                self.conditions.append(found)
            # Given back, it is checked by Spark once more: what dialsh keeps may be more.
            yield each

    def is_taken(self, found):
        if len(found) > 10_000:  # an argument has a limit
            return False
        try:
            return bool(self.settings.described(f"{self.settings.query}\n| where {found}"))
        except Refused:
            return False


def condition(filter, columns):
    """What dialsh may be asked for in place of a filter, or None.

    It holds for every row for which the filter does. Spark sees a row after values of another kind have become
    null and times have been cut to microseconds, dialsh before.
    """
    from pyspark.sql import datasource as spark  # filters are there since 4.1

    column = named(filter.attribute, columns) if hasattr(filter, "attribute") else None
    if column is None:
        return None
    name, kind = ".".join(filter.attribute), column["kind"]
    if isinstance(filter, spark.IsNotNull):
        return f"{name} != null" if kind in ("id", "text", "phone", "choice", "time", "boolean", "integer") else None
    if isinstance(filter, spark.In):
        values = [literal(value, column) for value in filter.value if value is not None]
        return f"{name} in ({','.join(values)})" if values and None not in values else None
    if isinstance(filter, spark.StringStartsWith):
        return beginning(name, kind, filter.value)
    sign = {
        spark.EqualTo: "=", spark.LessThan: "<", spark.LessThanOrEqual: "<=", spark.GreaterThan: ">",
        spark.GreaterThanOrEqual: ">="}.get(type(filter))
    if sign is None:
        return None
    if kind == "time":
        return around(name, sign, filter.value)
    value = literal(filter.value, column)
    return f"{name} {sign} {value}" if value and (sign == "=" or kind == "integer") else None


def named(path, columns):
    """The column that a path of names leads to."""
    column = None
    for name in path:
        # What would have to be quoted, or has dots itself, is left to Spark.
        column = next((one for one in columns if one["name"] == name and re.fullmatch(r"\w+", name)), None)
        if column is None:
            return None
        columns = column.get("fields", [])
    return column


def literal(value, column):
    """A value in dialsh's language, or None where dialsh could take it for another."""
    kind = column["kind"]
    if isinstance(value, bool):
        return str(value).lower() if kind == "boolean" else None
    if isinstance(value, int):
        return f'"{value}"' if kind == "integer" else None
    if not isinstance(value, str):
        return None
    return quoted(value) if {
        "id": is_plain(value),
        "text": is_plain(value),
        # Of a number in another form dialsh guesses the country.
        "phone": re.fullmatch(r"\+[0-9]{1,15}", value),
        # The API refuses others.
        "choice": value in column.get("choices", []),
    }.get(kind) else None


def beginning(name, kind, value):
    if kind == "phone":
        return f"{name} in {quoted(value)}" if re.fullmatch(r"\+[0-9]{1,15}", value) else None
    if kind not in ("id", "text", "choice") or not value or not is_plain(value):
        return None
    escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", value)
    return f"{name} ~ {quoted('^' + escaped)}"


def around(name, sign, value):
    if not isinstance(value, datetime.datetime) or value.tzinfo is None:
        return None
    cut = datetime.timedelta(microseconds=1)
    try:
        ends = {">=": utc(value - cut), "<=": utc(value + cut)}
    except OverflowError:
        return None
    wanted = [end for end in ends if sign in ("=", end, end[0])]  # > is asked for as >=
    return " and ".join(f'{name} {end} "{ends[end]}"' for end in wanted)


def utc(time):
    naive = time.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return naive.isoformat(timespec="microseconds") + "Z"


def quoted(text):
    return '"' + re.sub(r'(["$\\])', r"\\\1", text) + '"'


def is_plain(text):
    """Whether a text has neither control characters nor what stands for broken Unicode."""
    return text.isprintable() and "\ufffd" not in text
