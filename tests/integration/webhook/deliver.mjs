// SPDX-License-Identifier: GPL-3.0-or-later
// Posts every example payload of GitHub, signed by GitHub's own library, and prints what each was answered:
//   node deliver.mjs URL SECRET
// One JSON object a line: {"event", "id", "status"}.
import { createRequire } from "node:module";
import { sign } from "@octokit/webhooks-methods";

const require = createRequire(import.meta.url);
const [url, secret] = process.argv.slice(2);
let number = 0;
for (const { name, examples } of require("@octokit/webhooks-examples")) {
  for (const example of examples) {
    const body = JSON.stringify(example);
    const id = `example-${++number}`;
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/json",
        "X-GitHub-Event": name,
        "X-GitHub-Delivery": id,
        "X-Hub-Signature-256": await sign(secret, body),
      },
    });
    await response.text();
    console.log(JSON.stringify({ event: name, id, status: response.status }));
  }
}
