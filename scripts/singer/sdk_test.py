"""The tests that the Singer SDK has for taps, run on the records of `tap-dialstack`."""

import json
import subprocess

from singer_sdk import Stream, Tap
from singer_sdk.testing import get_tap_test_class
from singer_sdk.testing.templates import AttributeTestTemplate

# The SDK keeps the values of the first field of a kind, and judges all others by them.
AttributeTestTemplate.non_null_attribute_values = property(
    AttributeTestTemplate.non_null_attribute_values.func)

catalog = json.loads(subprocess.check_output(["tap-dialstack", "--discover"]))


class ForeignStream(Stream):
    def get_records(self, context):
        with subprocess.Popen(["tap-dialstack", "--quiet"], stdout=subprocess.PIPE) as tap:
            for message in map(json.loads, tap.stdout):
                if message["type"] == "RECORD" and message["stream"] == self.name:
                    yield message["record"]
        assert tap.returncode == 0


class ForeignTap(Tap):
    name = "tap-dialstack"
    config_jsonschema = {"type": "object", "properties": {}}

    def discover_streams(self):
        for entry in catalog["streams"]:
            stream = ForeignStream(self, name=entry["tap_stream_id"], schema=entry["schema"])
            stream.primary_keys = entry["key_properties"]
            yield stream


TestTap = get_tap_test_class(ForeignTap, config={})
