"""The report with Python's requests: URL FILE."""
import csv, sys
import requests
from numbers_csv import display

url, path = sys.argv[1:]

with requests.Session() as session, open(path, "w", newline="") as file:
    session.headers.update({
        "Authorization": "Bearer sk_test_mVq3ZtX8bRk1LwHf6NcYd0GsJp5TuEa9",
        "DialStack-Account": "acct_01h2xcejqtf2nbrexx3vqjhp41"})
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["id", "raw", "display", "status", "created_at"])
    target = "/v1/phone-numbers?limit=100&status=active"
    while target:
        page = session.get(url + target).json()
        rows.writerows(
            (n["id"], n["phone_number"], display(n["phone_number"]), n["status"], n["created_at"])
            for n in page["data"] if n["status"] == "active")
        target = page["next_page_url"]
