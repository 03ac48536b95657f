"""The report over all accounts with Python's aiohttp: URL FILE IN_FLIGHT."""
import asyncio, csv, sys
import aiohttp
from numbers_csv import display

url, path, in_flight = sys.argv[1:]


async def report():
    headers = {"Authorization": "Bearer sk_test_mVq3ZtX8bRk1LwHf6NcYd0GsJp5TuEa9"}
    places = asyncio.Semaphore(int(in_flight))
    async with aiohttp.ClientSession(
            headers=headers, connector=aiohttp.TCPConnector(limit=int(in_flight))) as session:

        async def items(target, **headers):
            found = []
            while target:
                async with session.get(url + target, headers=headers) as answer:
                    answer.raise_for_status()
                    page = await answer.json()
                found += page["data"]
                target = page["next_page_url"]
            return found

        async def lines(account):
            async with places:
                numbers = await items(
                    "/v1/phone-numbers?limit=100&status=active", **{"DialStack-Account": account["id"]})
            return [(n["id"], n["phone_number"], display(n["phone_number"]), n["status"], n["created_at"])
                    for n in numbers if n["status"] == "active"]

        with open(path, "w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(["id", "raw", "display", "status", "created_at"])
            accounts = await items("/v1/accounts?limit=100")
            tasks = [asyncio.create_task(lines(account)) for account in accounts]
            for task in tasks:
                rows.writerows(await task)


asyncio.run(report())
