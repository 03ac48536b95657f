#!/usr/bin/env bash
# The report with curl and jq: URL FILE.
set -euo pipefail
target='/v1/phone-numbers?limit=100&status=active'
echo id,raw,display,status,created_at >"$2"
while [ "$target" != null ]; do
  page=$(curl -s -H 'Authorization: Bearer sk_test_mVq3ZtX8bRk1LwHf6NcYd0GsJp5TuEa9' \
    -H 'DialStack-Account: acct_01h2xcejqtf2nbrexx3vqjhp41' "$1$target")
  jq -r '.data[] | select(.status == "active") | [.id, .phone_number,
    (.phone_number | "+1 (\(.[2:5])) \(.[5:8])-\(.[8:])"), .status, .created_at] | join(",")' \
    <<<"$page" >>"$2"
  target=$(jq -r .next_page_url <<<"$page")
done
