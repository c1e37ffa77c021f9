// SPDX-License-Identifier: GPL-3.0-or-later
// Reads samples as JSON lines {"text"} and answers each with {"rules": [...]}: what secretlint finds in it.
// The last line names every rule of the preset: {"preset": [...]}.
import { createInterface } from "node:readline";
import { lintSource } from "@secretlint/core";
import { creator, rules } from "@secretlint/secretlint-rule-preset-recommend";

const preset = "@secretlint/secretlint-rule-preset-recommend";
const short = (id) => id.replace("@secretlint/secretlint-rule-", "");

async function rulesThatFind(text) {
  const found = await lintSource({
    source: { filePath: "/job.json", content: text, ext: ".json", contentType: "text" },
    options: { config: { rules: [{ id: preset, rule: creator }] } },
  });
  return [...new Set(found.messages.map((message) => short(message.ruleId)))];
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify({ rules: await rulesThatFind(JSON.parse(line).text) }));
}
console.log(JSON.stringify({ preset: rules.map((rule) => short(rule.meta.id)) }));
