"""What scripts/singer/test holds messages and rows against.

checks.py NAME ARGUMENT …   says why, and ends with 1, where they are not as they should be. `export` is the
folder of the exports that they are compared with, `numbers.ndjson` and `accounts.ndjson`.
"""

import csv
import datetime
import json
import re
import sys

KEYS = {"accounts": ["id"], "numbers": ["account", "id"]}
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z"
TYPES = {"SCHEMA", "RECORD", "STATE", "ACTIVATE_VERSION"}


def members(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a key is there twice: {names}"
    return dict(pairs)


def read_messages(path, is_cut=False):
    """All messages of a file, which has nothing else; `kill -9` may have cut off the last one."""
    *lines, rest = open(path, "rb").read().split(b"\n")
    assert is_cut or not rest, f"the last line has no end: {rest[:80]}"
    messages = [json.loads(line.decode(), object_pairs_hook=members) for line in lines]
    schemas = {}
    for message in messages:
        assert message["type"] in TYPES, message
        if message["type"] == "SCHEMA":
            schemas[message["stream"]] = message["schema"]["properties"]
            assert message["key_properties"] == KEYS[message["stream"]], message
        if message["type"] == "RECORD":
            declared = schemas[message["stream"]]
            assert list(message["record"]) == list(declared), "a record has other fields than its schema"
            assert re.fullmatch(TIME, message["time_extracted"]), message
    assert is_cut or not messages or messages[-1]["type"] in ("STATE", "SCHEMA"), "a record comes last"
    return messages


def read_lines(path):
    return [json.loads(line) for line in open(path)]


def read_export(folder, stream):
    return read_lines(f"{folder}/{stream}.ndjson")


def records(messages, stream):
    return [m["record"] for m in messages if m["type"] == "RECORD" and m["stream"] == stream]


def last_state(messages):
    return [m["value"] for m in messages if m["type"] == "STATE"][-1]


def same(found, wanted, stream):
    """Whether rows are the same, in any order."""
    key = lambda row: [row[name] for name in KEYS[stream]]
    assert len(found) == len(wanted), f"{stream}: {len(found)} rows, should be {len(wanted)}"
    for one, other in zip(sorted(found, key=key), sorted(wanted, key=key)):
        names = [name for name in {**one, **other} if one.get(name) != other.get(name)]
        assert one.keys() == other.keys() and not names, (
            f"{stream}: {key(one)}, should be {key(other)}: " +
            ", ".join(f"{name} {one.get(name)!r}, should be {other.get(name)!r}" for name in names))


def moment(value):
    """The time that a text says; what is none stays as it is."""
    if isinstance(value, str) and re.fullmatch(TIME, value):
        return datetime.datetime.fromisoformat(value)
    return value


def complete(path, export):
    """The messages of a run that read everything, in the order of the export."""
    messages = read_messages(path)
    for stream in KEYS:
        assert records(messages, stream) == read_export(export, stream), f"{stream}: other records"
    assert messages[-1] == {"type": "STATE", "value": {"bookmarks": {}}}, messages[-1]


def only_messages(path):
    read_messages(path)


def cut_messages(path):
    read_messages(path, is_cut=True)


def same_messages(one, other):
    """Those of two runs are the same but for times."""
    def plain(path):
        text = re.sub(r'"(time_extracted|began)":("[^"]*"|\d+)', r'"\1":0', open(path).read())
        assert '"RECORD"' in text
        return text
    assert plain(one) == plain(other), "other messages"


def catalog(path):
    """Every field of each schema has metadata that says whether it can be left out, and nothing else has."""
    def ways(schema, way=()):
        for name, inner in schema.get("properties", {}).items():
            yield (*way, "properties", name)
            yield from ways(inner, (*way, "properties", name))

    streams = json.load(open(path), object_pairs_hook=members)["streams"]
    assert [stream["tap_stream_id"] for stream in streams][:2] == list(KEYS)
    for stream in streams:
        keys, name, by = stream["key_properties"], stream["stream"], stream.get("replication_key")
        assert keys == KEYS.get(name, keys) and len(keys) in (1, 2) and keys[:-1] in ([], ["account"]), keys
        assert (stream["replication_method"], by) == (
            ("INCREMENTAL", "started_at") if name == "calls" else ("FULL_TABLE", None)), name
        found = {tuple(item["breadcrumb"]): item["metadata"] for item in stream["metadata"]}
        assert len(found) == len(stream["metadata"]), "a breadcrumb is there twice"
        assert set(found) == {(), *ways(stream["schema"])}
        automatic = {way[1] for way, metadata in found.items() if metadata["inclusion"] == "automatic"}
        assert automatic == {*keys, by} - {None}, automatic
        for name, kind in stream["schema"]["properties"].items():
            assert isinstance(kind["type"], str) == (name in keys), f"{name} has the type {kind['type']}"


def jsonl(folder, export):
    """The target adds to its files; what comes again after an interruption takes the place of what was there."""
    for stream, keys in KEYS.items():
        rows = {tuple(row[name] for name in keys): row for row in read_lines(f"{folder}/{stream}.jsonl")}
        same(list(rows.values()), read_export(export, stream), stream)


def duckdb(path, export):
    """The target stores null for an empty text, and times without a zone."""
    import duckdb

    def as_stored(value):
        value = moment(value)
        if isinstance(value, datetime.datetime):
            return value.replace(tzinfo=None)
        return None if value == "" else value

    for stream in KEYS:
        rows = duckdb.connect(path, read_only=True).execute(f"FROM main.{stream}")
        names = [column[0] for column in rows.description]
        found = [dict(zip(names, row)) for row in rows.fetchall()]
        for row in found:
            row["config"] = row["config"] and json.loads(row["config"])
        wanted = [{name: as_stored(value) for name, value in row.items()} for row in read_export(export, stream)]
        same(found, wanted, stream)


def csv_files(folder, export):
    """All values are text as Python spells them."""
    for stream in KEYS:
        wanted = [{name: "" if value is None else str(moment(value)) for name, value in row.items()}
                  for row in read_export(export, stream)]
        same(list(csv.DictReader(open(f"{folder}/{stream}.csv", newline=""))), wanted, stream)


def resumed(state, messages, log, export):
    """A run left out the accounts that its state calls done, and read the others."""
    bookmarks = json.load(open(state))["bookmarks"]
    done = set(bookmarks["numbers"]["done"])
    rows = read_export(export, "numbers")
    others = {row["account"] for row in rows} - done
    assert len(done) >= 3 and len(others) >= 3, f"{len(done)} done, {len(others)} left"
    messages = read_messages(messages)
    accounts = [] if bookmarks.get("accounts", {}).get("whole") else read_export(export, "accounts")
    assert records(messages, "accounts") == accounts, "other accounts"
    wanted = [row for row in rows if row["account"] in others]
    assert records(messages, "numbers") == wanted, "other records than those of the rest"
    assert last_state(messages) == {"bookmarks": {}}, last_state(messages)
    asked = re.findall(r"phone-numbers\S* for (acct_\w+)", open(log).read())
    assert set(asked) == others, f"it asked for {set(asked) ^ others} wrongly"


def ends_with_state(path):
    """An interrupted run's last line says where the next one goes on."""
    assert read_messages(path)[-1]["type"] == "STATE"


def select(catalog, edited, edits):
    """Writes a catalog with other metadata: `{"stream": …, "stream/field/inner": {"selected": false}}`."""
    entries = json.load(open(catalog))
    for way, changes in json.loads(edits).items():
        name, *fields = way.split("/")
        breadcrumb = [word for field in fields for word in ("properties", field)]
        for stream in entries["streams"]:
            if stream["tap_stream_id"] == name:
                found = [item for item in stream["metadata"] if item["breadcrumb"] == breadcrumb]
                assert len(found) == 1, way
                found[0]["metadata"].update(changes)
    json.dump(entries, open(edited, "w"))


def selected(path, export, stream, *left_out):
    """Messages have one stream alone, without some fields: `status`, `config/fax_notifications`."""
    def remove(row, first, *rest):
        if row is not None:
            remove(row[first], *rest) if rest else row.pop(first)

    def remove_declared(schema, first, *rest):
        inner = schema["properties"]
        remove_declared(inner[first], *rest) if rest else inner.pop(first)

    messages = read_messages(path)
    wanted = read_export(export, stream)
    schemas = {s["stream"]: s["schema"] for s in json.load(open("catalog.json"))["streams"]}
    for way in left_out:
        for row in wanted:
            remove(row, *way.split("/"))
        remove_declared(schemas[stream], *way.split("/"))
    assert {m["stream"] for m in messages if "stream" in m} == {stream}
    assert messages[1]["schema"] == schemas[stream], messages[1]
    assert records(messages, stream) == wanted, "other records"


def versions(path, *activated):
    """Records of a stream have one version, and it is activated behind the last, for these streams alone."""
    messages = read_messages(path)
    activations = [(i, m) for i, m in enumerate(messages) if m["type"] == "ACTIVATE_VERSION"]
    assert [m["stream"] for _, m in activations] == list(activated), activations
    for stream in {m["stream"] for m in messages if m["type"] == "RECORD"}:
        found = [(i, m) for i, m in enumerate(messages) if m["type"] == "RECORD" and m["stream"] == stream]
        version = found[0][1]["version"]
        assert isinstance(version, int) and {m["version"] for _, m in found} == {version}, stream
        for place, message in activations:
            if message["stream"] == stream:
                assert message["version"] == version and place > found[-1][0], message


def same_version(one, other, stream):
    """What an interrupted run wrote has the version of the run that went on."""
    def found(path, is_cut):
        return {m["version"] for m in read_messages(path, is_cut)
                if m["type"] != "SCHEMA" and m.get("stream") == stream}
    before, after = found(one, True), found(other, False)
    assert len(before) == 1 and before == after, f"{before}, then {after}"


def lacks(path, export, account):
    """All records but the numbers of an account."""
    messages = read_messages(path)
    assert records(messages, "accounts") == read_export(export, "accounts"), "other accounts"
    wanted = [row for row in read_export(export, "numbers") if row["account"] != account]
    assert records(messages, "numbers") == wanted, "other numbers"


def write_state(state, path):
    json.dump(state, open(path, "w"))


def state_of(path, state, accounts):
    """Writes the state of a run that had read so many lists of numbers."""
    states = [m["value"] for m in read_messages(path) if m["type"] == "STATE"]
    done = lambda value: value["bookmarks"].get("numbers", {}).get("done", [])
    write_state([value for value in states if len(done(value)) == int(accounts)][-1], state)


def state_before(path, state, stream):
    """Writes the last state before a stream was begun; for none, that before the end of the run."""
    states = []
    for message in read_messages(path):
        if message["type"] == "SCHEMA" and message["stream"] == stream:
            return write_state(states[-1], state)
        if message["type"] == "STATE":
            states.append(message["value"])
    write_state(states[-2], state)


def last_state_of(path, state):
    write_state(last_state(read_messages(path)), state)


if __name__ == "__main__":
    try:
        globals()[sys.argv[1]](*sys.argv[2:])
    except AssertionError as error:
        line = error.__traceback__
        while line.tb_next:
            line = line.tb_next
        sys.exit(f"{' '.join(sys.argv[1:])}: {error or 'not so'} (line {line.tb_lineno})")
