"""The report with Python's aiohttp: URL FILE."""
import asyncio, csv, sys
import aiohttp
from numbers_csv import display

url, path = sys.argv[1:]


async def report():
    headers = {
        "Authorization": "Bearer sk_test_mVq3ZtX8bRk1LwHf6NcYd0GsJp5TuEa9",
        "DialStack-Account": "acct_01h2xcejqtf2nbrexx3vqjhp41"}
    async with aiohttp.ClientSession(headers=headers) as session:
        with open(path, "w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(["id", "raw", "display", "status", "created_at"])
            target = "/v1/phone-numbers?limit=100&status=active"
            while target:
                async with session.get(url + target) as answer:
                    page = await answer.json()
                rows.writerows(
                    (n["id"], n["phone_number"], display(n["phone_number"]), n["status"],
                     n["created_at"])
                    for n in page["data"] if n["status"] == "active")
                target = page["next_page_url"]


asyncio.run(report())
