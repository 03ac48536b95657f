"""What answers are made of: figures of rows, and CSV."""
import collections
import datetime
import decimal
import re


def link(row, name):
    """An id, which older servers send under another key alone: `did`, else `did_id`."""
    return row[name] if name in row else row.get(f"{name}_id")


def missed(call):
    """Whether nobody took it; `answered_at` may be a greeting."""
    return call.get("direction") == "inbound" and not call.get("connected_at") and call.get("ended_at")


def at(time):
    """The moment of a time; a day alone is its midnight in UTC."""
    moment = datetime.datetime.fromisoformat(time.replace("Z", "+00:00"))
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)


def month(time):
    """`2026-08` of a time."""
    return at(time).astimezone(datetime.timezone.utc).strftime("%Y-%m")


def most_frequent(values):
    return collections.Counter(value for value in values if value).most_common(1)[0][0]


def display(number):
    """`+1 (415) 555-1234`; a number of elsewhere is left as it is."""
    parts = re.fullmatch(r"\+1([0-9]{3})([0-9]{3})([0-9]{4})", number)
    return "+1 ({}) {}-{}".format(*parts.groups()) if parts else number


def cell(value):
    # The csv module writes null and the empty text alike.
    if value is None:
        return ""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    return '"' + text.replace('"', '""') + '"' if re.search(r'^$|^ | $|[,"\r\n]', text) else text


def table(columns, rows):
    """A CSV: the columns, separated by spaces, and under them the rows, each a list."""
    lines = [columns.split(), *rows]
    return "".join(",".join(map(cell, line)) + "\n" for line in lines)


def fields(columns, rows):
    """The columns of rows as they are."""
    return table(columns, [[link(row, name) for name in columns.split()] for row in rows])


def counts(columns, values):
    """How often each value occurs, the most frequent first, equals in the order of their first rows."""
    groups = collections.Counter(values).most_common()
    return table(f"{columns} count", [[*value, count] for value, count in groups])


def seconds(later, earlier):
    """The exact seconds between two times."""
    return decimal.Decimal((at(later) - at(earlier)) // datetime.timedelta(microseconds=1)).scaleb(-6)


def spelled(number):
    """A decimal without zeros at the end of its fraction."""
    return format(number.normalize(), "f") if number else "0"


def mean(numbers):
    return spelled(decimal.Context(prec=20).divide(sum(numbers), decimal.Decimal(len(numbers))))


def middle(numbers):
    numbers = sorted(numbers)
    half = len(numbers) // 2
    return spelled(numbers[half] if len(numbers) % 2 else (numbers[half - 1] + numbers[half]) / 2)


def nearest_rank(numbers, percent):
    return spelled(sorted(numbers)[max(1, -(-len(numbers) * percent // 100)) - 1])


def rounded(number):
    """A decimal with one digit behind the point; a half goes away from zero."""
    return number.quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP)
