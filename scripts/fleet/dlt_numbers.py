"""Loads the numbers of all accounts into a DuckDB file by dlt, and merges them with those that are there.

    dlt_numbers.py FILE [RATE]

RATE is the most requests a second. A load of which an account is missing is not stored: dialsh ends with
another status than 0 then, and that comes after the last row. Numbers that the API no longer lists stay.
What dlt remembers is in the folder FILE.dlt.
"""
import io
import os
import subprocess
import sys
import tempfile

import dlt
import pyarrow as pa
import pyarrow.json

text, flag, time = pa.string(), pa.bool_(), pa.timestamp("us", "UTC")
fax = pa.struct({"recipients": pa.list_(text), "delete_documents": flag, "attach_pdf": flag})

# Types are declared, since a guess sees only the first rows: a column that is null in them would get none. A
# value of another type ends the load.
KEY = ["account", "id"]
KINDS = {
    "phone_number": text, "status": text, "number_class": text, "inbound_routing": text,
    "routing_target": text, "outbound_enabled": flag, "fax_enabled": flag, "caller_id_name": text,
    "caller_id_prefix": text, "caller_id_visibility": text, "directory_listing_name": text,
    "directory_listing_type": text, "directory_listing_location": text, "expires_at": time,
    "disconnected_at": time, "config": pa.struct({"fax_notifications": fax}), "created_at": time,
    "updated_at": time,
}
SCHEMA = pa.schema([*(pa.field(name, text, nullable=False) for name in KEY), *KINDS.items()])


def table(lines):
    """The rows of some lines. Fields that SCHEMA doesn't name are left out."""
    whole = b"".join(lines)
    return pyarrow.json.read_json(
        io.BytesIO(whole), pyarrow.json.ReadOptions(block_size=len(whole) + 1),
        pyarrow.json.ParseOptions(explicit_schema=SCHEMA, unexpected_field_behavior="ignore")).cast(SCHEMA)


@dlt.resource(name="numbers", primary_key=KEY, write_disposition="merge")
def numbers(rate=None):
    """Tables of about 1 MiB of lines each; five times as fast as a dict a row."""
    command = ["dialsh", "-q", "-o", "ndjson", *(["--rate", f"{rate}/s"] if rate else [])]
    # Errors go to a file: a pipe that nobody reads would fill and stop the program.
    with tempfile.TemporaryFile() as errors, subprocess.Popen(
            [*command, "-c", "use all; numbers"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=errors) as dialsh:
        try:
            while lines := dialsh.stdout.readlines(1 << 20):
                yield table(lines)
            if dialsh.wait() != 0:
                errors.seek(0)
                message = errors.read().decode(errors="replace")[-2000:]
                raise RuntimeError(f"dialsh ended with status {dialsh.returncode}: {message}")
        finally:
            if dialsh.poll() is None:
                dialsh.terminate()


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    os.environ.setdefault("RUNTIME__DLTHUB_TELEMETRY", "false")
    file = os.path.abspath(sys.argv[1])
    pipeline = dlt.pipeline(
        "dialsh", destination=dlt.destinations.duckdb(file), dataset_name="fleet", pipelines_dir=file + ".dlt")
    # What an earlier load couldn't put into the file would be taken in place of new rows.
    if pipeline.has_pending_data:
        print(pipeline.run())
    print(pipeline.run(numbers(*sys.argv[2:])))
