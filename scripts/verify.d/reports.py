"""The reports of scripts/examples once more: what each must say, from the lists as the API has them.

A function is called as its script, with what the example in the script's comment gives its parameters.
"""
import collections
import datetime
import decimal
import re
import zoneinfo

from answers import at, fields, link, mean, middle, missed, nearest_rank, rounded, seconds, spelled, table
from api import ACCOUNT

REPORTS = {}

# The lists that a target may be of, by what its id begins with.
TARGETS = {
    "user": "/v1/users", "rg": "/v1/ring_groups", "qu": "/v1/queues", "dp": "/v1/dialplans",
    "va": "/v1/voice-apps", "vapp": "/v1/voice-apps", "svm": "/v1/shared_voicemail_boxes"}


def report(answer):
    REPORTS[answer.__name__.replace("_", "-")] = answer
    return answer


def by_id(rows):
    return {row["id"]: row for row in rows}


def followed(api, id):
    """What an id of a target leads to; nothing in it where that is gone."""
    if not id:
        return {}
    path = TARGETS.get(id.rpartition("_")[0])
    return by_id(api.rows(path)).get(id, {}) if path else {}


def start(text, zone=datetime.timezone.utc):
    """When a year, a month or a day begins."""
    parts = [int(part) for part in text.split("-")] + [1, 1]
    return datetime.datetime(*parts[:3], tzinfo=zone)


def between(rows, since, until=None, field="created_at"):
    return [row for row in rows if start(since) <= at(row[field]) and (not until or at(row[field]) < start(until))]


def calls_between(api, since, until=None):
    return between(api.calls, since, until, "started_at")


def is_taken(call):
    return bool(call.get("connected_at"))


def grouped(rows, key):
    groups = collections.defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def latest(rows, field):
    return max((row[field] for row in rows), key=at)


def last_if_empty(text):
    """Sorts null behind everything."""
    return (text is None, text or "")


def newest_first(time):
    return -at(time).timestamp()


def phones(api):
    """The phone number of a number by its id."""
    return {number["id"]: number["phone_number"] for number in api.numbers}


def account_zone(api):
    account = by_id(api.rows("/v1/accounts"))[ACCOUNT]
    return zoneinfo.ZoneInfo(account["config"]["timezone"])


@report
def number_inventory(api, since):
    places = by_id(api.locations)
    rows = []
    for number in between(api.numbers, since):
        if number["status"] == "released":
            continue
        target = number.get("routing_target")
        nobody = number["inbound_routing"] == "drop"
        rows.append([
            number["phone_number"], number["status"], number.get("number_class"),
            target or ("nobody" if nobody else "everyone"), followed(api, target).get("name"),
            places.get(number.get("location"), {}).get("name"), number.get("fax_enabled"),
            number.get("outbound_enabled"), number.get("caller_id_name"), number.get("expires_at"),
            number["created_at"], number["id"]])
    return table(
        "phone_number status number_class rings name location fax_enabled outbound_enabled caller_id_name"
        " expires_at created_at id", rows)


@report
def idle_numbers(api, since):
    used = {link(call, "did") for call in calls_between(api, since) if call.get("direction") == "inbound"}
    used |= {link(fax, "did") for fax in between(api.faxes, since) if fax["direction"] == "inbound"}
    idle = [number for number in api.numbers if number["status"] == "active" and number["id"] not in used
            and at(number["created_at"]) < start(since)]
    idle.sort(key=lambda number: (at(number["created_at"]), number["id"]))
    return table("phone_number created_at number_class fax_enabled routing_target routing_target.name id", [
        [number["phone_number"], number["created_at"], number.get("number_class"), number.get("fax_enabled"),
         number.get("routing_target"), followed(api, number.get("routing_target")).get("name"), number["id"]]
        for number in idle])


@report
def missed_calls(api, since, until):
    rows = []
    calls = [call for call in calls_between(api, since, until) if missed(call)]
    for did, calls in grouped(calls, lambda call: link(call, "did")).items():
        callers = {call["from_number"] for call in calls}
        rows.append([phones(api).get(did), did, len(calls), len(callers), latest(calls, "started_at")])
    rows.sort(key=lambda row: (-row[2], newest_first(row[4]), last_if_empty(row[1])))
    return table("number did missed callers latest", rows)


@report
def answer_rate(api, since, until, least):
    rows = []
    calls = [call for call in calls_between(api, since, until)
             if call.get("direction") == "inbound" and call.get("ended_at")]
    for did, calls in grouped(calls, lambda call: link(call, "did")).items():
        taken = sum(map(is_taken, calls))
        if len(calls) >= int(least):
            rate = rounded(decimal.Decimal(taken * 100) / len(calls))
            rows.append([phones(api).get(did), did, len(calls), taken, rate])
    rows.sort(key=lambda row: (row[4], -row[2], last_if_empty(row[1])))
    return table("number did calls answered rate", [[*row[:4], spelled(row[4])] for row in rows])


@report
def speed_to_answer(api, since, until, least):
    rows = []
    calls = [call for call in calls_between(api, since, until)
             if call.get("direction") == "inbound" and is_taken(call)]
    for did, calls in grouped(calls, lambda call: link(call, "did")).items():
        waits = [seconds(call["connected_at"], call["started_at"]) for call in calls]
        if len(waits) >= int(least):
            rows.append([
                phones(api).get(did), did, len(waits), spelled(rounded(decimal.Decimal(mean(waits)))),
                middle(waits), nearest_rank(waits, 95), spelled(max(waits))])
    rows.sort(key=lambda row: (-decimal.Decimal(row[5]), -row[2], last_if_empty(row[1])))
    return table("number did calls average median p95 longest", rows)


@report
def busiest_hours(api, since, until, top):
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    zone = account_zone(api)
    calls = [call for call in api.calls if call.get("direction") == "inbound"
             and start(since, zone) <= at(call["started_at"]) < start(until, zone)]

    def hour(call):
        moment = at(call["started_at"]).astimezone(zone)
        return moment.weekday(), moment.hour

    rows = [[*key, len(calls), sum(map(is_taken, calls))] for key, calls in grouped(calls, hour).items()]
    rows.sort(key=lambda row: (-row[2], row[0], row[1]))
    return table("weekday hour calls answered", [[days[row[0]], *row[1:]] for row in rows[:int(top)]])


@report
def voicemail_backlog(api, before):
    rows = []
    messages = [message for message in api.voicemails
                if not message["is_read"] and at(message["created_at"]) < start(before)]
    for owner, messages in grouped(messages, lambda message: message["owner"]).items():
        times = sorted((message["created_at"] for message in messages), key=at)
        rows.append([
            followed(api, owner).get("name"), owner, len(messages), times[0], times[-1],
            sum(message["duration_seconds"] for message in messages)])
    rows.sort(key=lambda row: (at(row[3]), row[1]))
    return table("mailbox owner unread oldest newest seconds", rows)


@report
def talk_time(api, since, until):
    users, rows = by_id(api.users), []
    calls = [call for call in calls_between(api, since, until)
             if is_taken(call) and call.get("ended_at") and link(call, "user")]
    for id, calls in grouped(calls, lambda call: link(call, "user")).items():
        talks = [seconds(call["ended_at"], call["connected_at"]) for call in calls]
        user = users.get(id, {})
        rows.append([
            user.get("name"), user.get("email"), id, len(talks), sum(talks),
            rounded(decimal.Decimal(mean(talks))), max(talks)])
    rows.sort(key=lambda row: (-row[4], row[2]))
    return table("name email user calls talked average longest", [
        [*row[:4], *map(spelled, row[4:])] for row in rows])


@report
def failure_causes(api, since, until):
    calls = [call for call in calls_between(api, since, until) if call.get("status") in ("failed", "busy")]
    causes = grouped(calls, lambda call: (call["direction"], call["status"], call.get("hangup_cause")))
    rows = [
        [*cause, len(some), spelled(rounded(decimal.Decimal(len(some) * 100) / len(calls))),
         latest(some, "started_at")]
        for cause, some in causes.items()]
    rows.sort(key=lambda row: (-row[3], newest_first(row[5])))
    return table("direction status hangup_cause calls percent latest", rows)


@report
def unreturned_callers(api, since):
    known, rows = set(), []
    for call in calls_between(api, since):
        side = {"inbound": "from_number", "outbound": "to_number"}.get(call["direction"])
        other = (call.get(side) or "") if side else ""
        if not other.startswith("+") or other in known:
            continue
        known.add(other)
        if missed(call):
            rows.append([
                other, call["started_at"], call["status"], call.get("from_label"),
                phones(api).get(link(call, "did")), call["id"]])
    return table("caller started_at status from_label called id", rows)


@report
def users_without_extension(api):
    targets = {extension.get("target") for extension in api.extensions}
    users = [user for user in api.users if user["id"] not in targets]
    users.sort(key=lambda user: (last_if_empty(user.get("name")), user["id"]))
    return fields("name email created_at id", users)


@report
def unregistered_devices(api):
    devices, places, rows = by_id(api.devices), by_id(api.locations), []
    for device in api.devices:
        if device.get("registration_status") == "registered":
            continue
        base = devices.get(device.get("base"), {})
        place = places.get(link(device, "location")) or places.get(link(base, "location"), {})
        rows.append([
            device["type"], device.get("name") or device.get("display_name"), device.get("vendor"),
            device.get("model"), device.get("mac_address") or device.get("ipei"), place.get("name"), base.get("name"),
            device.get("last_call_at"), device.get("last_provisioned_at"), device["id"]])
    rows.sort(key=lambda row: (row[7] is None, newest_first(row[7]) if row[7] else 0, row[9]))
    return table("type name vendor model hardware location base last_call_at last_provisioned_at id", rows)


@report
def locations_without_e911(api):
    under_way = ("provisioned", "pending", "binding")
    places = [place for place in api.locations if place.get("e911_status") not in under_way]
    places.sort(key=lambda place: (last_if_empty(place["name"]), place["id"]))
    return table("name city state e911_status number updated_at id", [
        [place["name"], place["address"].get("city"), place["address"].get("state"), place.get("e911_status"),
         phones(api).get(place.get("primary_did")), place["updated_at"], place["id"]]
        for place in places])


@report
def dangling_targets(api):
    return fields("phone_number status routing_target updated_at id", [
        number for number in api.numbers
        if number["status"] != "released" and number.get("routing_target")
        and number["routing_target"].rpartition("_")[0] in TARGETS
        and not followed(api, number["routing_target"])])


@report
def expiring_numbers(api, **period):
    numbers = between(
        [number for number in api.numbers if number.get("expires_at") and number["status"] != "released"],
        period["from"], period["until"], "expires_at")
    numbers.sort(key=lambda number: (at(number["expires_at"]), number["id"]))
    return table("phone_number expires_at status number_class routing_target routing_target.name id", [
        [number["phone_number"], number["expires_at"], number["status"], number.get("number_class"),
         number.get("routing_target"), followed(api, number.get("routing_target")).get("name"), number["id"]]
        for number in numbers])


@report
def porting_status(api, since):
    rows = []
    for order in between(api.rows("/v1/port-orders"), since):
        details = order["details"]
        if order["status"] in ("complete", "cancelled"):
            continue
        for number in details["phone_numbers"]:
            rows.append([
                number, order["status"], (details.get("losing_carrier") or {}).get("name"), order["submitted_at"],
                details.get("requested_foc_date"), details.get("actual_foc_date"),
                details.get("requested_foc_timezone"), (details.get("rejection") or {}).get("message"),
                order["updated_at"], order["id"]])
    return table("number status carrier submitted_at wanted fixed zone reason updated_at id", rows)


@report
def worst_quality(api, since, until, below, top):
    users, rows = by_id(api.users), []
    for call in calls_between(api, since, until):
        for leg in call.get("quality_metrics") or []:
            mos = leg.get("mos")
            if is_taken(call) and mos is not None and decimal.Decimal(str(mos)) < decimal.Decimal(below):
                rows.append((call, leg))
    rows.sort(key=lambda row: (row[1]["mos"], at(row[0]["started_at"]), row[0]["id"]))
    return table(
        "mos leg loss jitter rtt started_at direction from_number to_number user endpoint id", [
            [leg["mos"], leg.get("leg"), leg.get("packet_loss_pct"), leg.get("jitter_ms"), leg.get("rtt_ms"),
             call["started_at"], call["direction"], call["from_number"], call.get("to_number"),
             users.get(link(call, "user"), {}).get("name"), leg.get("endpoint"), call["id"]]
            for call, leg in rows[:int(top)]])


@report
def fax_failures(api, since, until):
    return table("created_at direction number from_number to_number error_code attempts pages id", [
        [fax["created_at"], fax["direction"], phones(api).get(link(fax, "did")), fax.get("from_number"),
         fax.get("to_number"), fax.get("error_code"), fax["attempts"], fax.get("pages"), fax["id"]]
        for fax in between(api.faxes, since, until) if fax["status"] == "failed"])


@report
def queue_members(api, named):
    users, rows = by_id(api.users), []
    for queue in api.queues:
        if named in queue["name"]:
            rows += [(queue, member) for member in api.rows(f"/v1/queues/{queue['id']}/members")]

    def place(row):
        queue, member = row
        return queue["name"], queue["id"], member["penalty"], member["position"], member["id"]

    return table("queue strategy penalty position name email user id", [
        [queue["name"], queue["strategy"], member["penalty"], member["position"],
         users.get(link(member, "user"), {}).get("name"), users.get(link(member, "user"), {}).get("email"),
         link(member, "user"), queue["id"]]
        for queue, member in sorted(rows, key=place)])


@report
def empty_queues(api):
    empty = [queue for queue in api.queues if not api.rows(f"/v1/queues/{queue['id']}/members")]
    empty.sort(key=lambda queue: (queue["name"], queue["id"]))
    return table("name timeout_seconds then join_empty id", [
        [queue["name"], queue["timeout_seconds"], (queue.get("timeout") or {}).get("type"), queue["join_empty"],
         queue["id"]] for queue in empty])


@report
def monthly_calls(api, month, file):
    assert file == "-", "what is compared goes to standard output"
    users, zone = by_id(api.users), account_zone(api)

    def guarded(text):
        return "'" + text if text and re.match("[=+@\t\r-]", text) else text

    def took(later, earlier):
        return spelled(seconds(later, earlier)) if later and earlier else None

    rows = []
    for call in api.calls:
        if at(call["started_at"]).astimezone(zone).strftime("%Y-%m") != month:
            continue
        user = users.get(link(call, "user"), {})
        taken = call.get("connected_at")
        rows.append([
            call["started_at"], call["direction"], call["from_number"], guarded(call.get("from_label")),
            call.get("to_number"), guarded(call.get("to_label")), phones(api).get(link(call, "did")),
            guarded(user.get("name")), guarded(user.get("email")), call.get("status"),
            took(taken, call["started_at"]), took(call.get("ended_at"), taken), call.get("duration_seconds"),
            call.get("hangup_cause"), call.get("related_call"), call["id"]])
    return table(
        "started_at direction from_number from_label to_number to_label number user email status wait talk"
        " duration_seconds hangup_cause related_call id", rows)
