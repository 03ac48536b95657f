// The report with the official Node SDK: BUNDLE URL FILE.
import { createWriteStream } from "node:fs";
import { pathToFileURL } from "node:url";

const [bundle, url, path] = process.argv.slice(2);
const sdk = await import(pathToFileURL(bundle));
const DialStack = sdk.DialStack ?? sdk.default;
const dialstack = new DialStack("sk_test_mVq3ZtX8bRk1LwHf6NcYd0GsJp5TuEa9", { apiUrl: url });

const display = (number) =>
  number.length === 12 && number.startsWith("+1")
    ? `+1 (${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}` : number;

const file = createWriteStream(path);
let lines = ["id,raw,display,status,created_at\n"];
const list = dialstack.phoneNumbers.list(
  { limit: 100, status: "active" }, { dialstackAccount: "acct_01h2xcejqtf2nbrexx3vqjhp41" });
for await (const n of list.autoPagingEach()) {
  if (n.status !== "active") continue;
  lines.push(`${n.id},${n.phone_number},${display(n.phone_number)},${n.status},${n.created_at}\n`);
  if (lines.length === 1000) {
    file.write(lines.join(""));
    lines = [];
  }
}
file.end(lines.join(""));
