"""Questions of support engineers, each with the line that answers it, and the answer of Python."""
import collections
import decimal

from answers import (
    at, counts, display, fields, link, mean, middle, missed, month, most_frequent, nearest_rank, seconds,
    spelled, table)

QUESTIONS = []


def question(text, line, **parameters):
    """Enters the function that answers `text` beside what answers it in dialsh.

    A parameter is chosen from the data, so that there is an answer; line and function get it by its name.
    """
    def enter(answer):
        QUESTIONS.append((text, line, parameters, answer))
    return enter


@question("How many numbers are there of each status?", "numbers | count by status")
def _(api):
    return counts("status", [(number["status"],) for number in api.numbers])


@question(
    "Which calls of a number did nobody take?",
    "param number; calls where did=$number and direction=inbound and connected_at=null and ended_at!=null"
    " | select id, started_at, from_number, status",
    number=lambda api: most_frequent(link(call, "did") for call in api.calls if missed(call)))
def _(api, number):
    return fields(
        "id started_at from_number status",
        [call for call in api.calls if missed(call) and link(call, "did") == number])


@question(
    "Which mailboxes have messages that nobody has heard?",
    "voicemails where not is_read | count by owner")
def _(api):
    return counts("owner", [(message["owner"],) for message in api.voicemails if not message["is_read"]])


@question(
    "Who can be dialled by an extension?",
    'extensions where status=active and target ~ "^user_" | uniq target | sort target | select target, number')
def _(api):
    first = {}
    for extension in api.extensions:
        target = extension.get("target")
        if extension["status"] == "active" and target and target.startswith("user_"):
            first.setdefault(target, extension)
    return fields("target number", [first[target] for target in sorted(first)])


@question(
    "Which devices are not registered?",
    "devices where registration_status != registered or registration_status = null"
    " | select id, type, registration_status, last_registered_at")
def _(api):
    return fields(
        "id type registration_status last_registered_at",
        [device for device in api.devices if device.get("registration_status") != "registered"])


@question(
    "What were the ten longest calls?",
    "calls where duration_seconds != null | sort duration_seconds desc, id | limit 10"
    " | select duration_seconds, id, started_at, user")
def _(api):
    known = [call for call in api.calls if call.get("duration_seconds") is not None]
    return fields(
        "duration_seconds id started_at user",
        sorted(known, key=lambda call: (-call["duration_seconds"], call["id"]))[:10])


@question(
    "Who talked for two minutes or more, how often?",
    "calls where connected_at != null and duration_seconds >= 120 and user != null | count by user")
def _(api):
    return counts("user", [
        (link(call, "user"),) for call in api.calls
        if call.get("connected_at") and (call.get("duration_seconds") or 0) >= 120 and link(call, "user")])


@question("Why did faxes fail?", "faxes where status=failed | count by error_code")
def _(api):
    return counts("error_code", [(fax.get("error_code"),) for fax in api.faxes if fax["status"] == "failed"])


@question(
    "Which locations have no E911?",
    "locations where not e911_status = provisioned | select id, name, e911_status, address.city")
def _(api):
    return table("id name e911_status address.city", [
        [place["id"], place["name"], place.get("e911_status"), (place.get("address") or {}).get("city")]
        for place in api.locations if place.get("e911_status") != "provisioned"])


def members(api, queue):
    return api.rows(f"/v1/queues/{queue}/members")


@question(
    "In which order does a queue ring?",
    "param queue; queue_members where queue=$queue | sort penalty, position | select penalty, position, user",
    queue=lambda api: max((queue["id"] for queue in api.queues[:20]), key=lambda id: len(members(api, id))))
def _(api, queue):
    order = sorted(members(api, queue), key=lambda member: (member["penalty"], member["position"]))
    return fields("penalty position user", order)


def busiest(api):
    """The user and the month with the most calls."""
    return most_frequent(
        (link(call, "user"), month(call["started_at"])) for call in api.calls if link(call, "user"))


@question(
    "Which calls did someone have in a month?",
    "param user; param month; calls where user=$user and started_at in $month"
    " | select started_at, direction, from_number, to_number, status, duration_seconds",
    user=lambda api: busiest(api)[0], month=lambda api: busiest(api)[1])
def _(api, user, month):
    return fields("started_at direction from_number to_number status duration_seconds", [
        call for call in api.calls
        if link(call, "user") == user and call["started_at"].startswith(month)])


@question(
    "Which calls came from numbers that are blocked?",
    "calls where from_number in ({blocked}) | sort started_at | select started_at, from_number, direction",
    blocked=lambda api: ", ".join(sorted({number["phone_number"] for number in api.blocked})))
def _(api, blocked):
    calls = [call for call in api.calls if call.get("from_number") in blocked.split(", ")]
    return fields("started_at from_number direction", sorted(calls, key=lambda call: call["started_at"]))


@question(
    "Which active numbers of two area codes lead nowhere?",
    "numbers where status=active and routing_target=null and phone_number in (+1415, +1512)"
    " | format | select display, raw, inbound_routing")
def _(api):
    return table("display raw inbound_routing", [
        [display(number["phone_number"]), number["phone_number"], number["inbound_routing"]]
        for number in api.numbers
        if number["status"] == "active" and not number.get("routing_target")
        and number["phone_number"].startswith(("+1415", "+1512"))])


@question(
    "How did faxes fare in half a year, by way?",
    "faxes where created_at >= 2026-02 and created_at < 2026-08 | count by direction, status")
def _(api):
    return counts("direction status", [
        (fax["direction"], fax["status"]) for fax in api.faxes
        if "2026-02" <= month(fax["created_at"]) < "2026-08"])


@question(
    "How many active numbers does each account have?",
    "use all; numbers where status=active | count by account, account_name")
def _(api):
    return counts("account account_name", [
        (account["id"], account["name"]) for account in api.rows("/v1/accounts")
        for number in api.rows("/v1/phone-numbers", account["id"]) if number["status"] == "active"])


@question(
    "How long did each user talk?",
    "calls where connected_at != null and user != null | with user"
    " | stats count, sum(duration_seconds) as talked by user, user.email as email | sort talked desc, user")
def _(api):
    emails = {user["id"]: user["email"] for user in api.users}
    talks = collections.defaultdict(list)
    for call in api.calls:
        if call.get("connected_at") and link(call, "user"):
            talks[link(call, "user")].append(call.get("duration_seconds"))
    rows = []
    for user, durations in talks.items():
        known = [duration for duration in durations if duration is not None]
        rows.append([user, emails.get(user), len(durations), sum(known) if known else None])
    rows.sort(key=lambda row: (row[3] is None, -(row[3] or 0), row[0]))
    return table("user email count talked", rows)


@question(
    "How fast is a call taken by a person?",
    "calls where direction=inbound and connected_at != null | set wait = .connected_at - .started_at"
    " | stats count, avg(wait) as mean, median(wait) as middle, p95(wait) as slow, max(wait) as slowest")
def _(api):
    waits = [seconds(call["connected_at"], call["started_at"]) for call in api.calls
             if call.get("direction") == "inbound" and call.get("connected_at")]
    return table("count mean middle slow slowest", [
        [len(waits), mean(waits), middle(waits), nearest_rank(waits, 95), spelled(max(waits))]])


@question(
    "When are the busiest hours?",
    "calls | count by weekday(started_at), hour(started_at) | sort count desc, weekday, hour | limit 10")
def _(api):
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    moments = [at(call["started_at"]) for call in api.calls]
    groups = collections.Counter((moment.weekday(), moment.hour) for moment in moments)
    rows = sorted(groups.items(), key=lambda group: (-group[1], group[0]))[:10]
    return table("weekday hour count", [[days[day], hour, count] for (day, hour), count in rows])


@question("Who has no extension?", "users where id not in (extensions | select target) | select id, email")
def _(api):
    targets = {extension.get("target") for extension in api.extensions}
    return fields("id email", [user for user in api.users if user["id"] not in targets])


@question(
    "Which numbers ring a group that is gone?",
    "numbers where routing_target ~ '^rg_' and routing_target not in (ring_groups)"
    " | select phone_number, routing_target")
def _(api):
    groups = {group["id"] for group in api.rows("/v1/ring_groups")}
    return fields("phone_number routing_target", [
        number for number in api.numbers
        if (number.get("routing_target") or "").startswith("rg_") and number["routing_target"] not in groups])


@question(
    "How did each leg of calls sound?",
    "calls | each quality_metrics as q | where q.mos != null"
    " | stats count, min(q.mos) as worst, avg(q.mos) as mean by q.leg as leg | sort leg")
def _(api):
    legs = collections.defaultdict(list)
    for call in api.calls:
        for metric in call.get("quality_metrics") or []:
            if metric.get("mos") is not None:
                legs[metric.get("leg")].append(decimal.Decimal(str(metric["mos"])))
    rows = [[leg, len(values), spelled(min(values)), mean(values)] for leg, values in legs.items()]
    rows.sort(key=lambda row: (row[0] is None, row[0] or ""))
    return table("leg count worst mean", rows)
