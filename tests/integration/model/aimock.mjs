// SPDX-License-Identifier: GPL-3.0-or-later
// A language model on loopback: that of the package `@copilotkit/aimock`, which gives every prompt one answer and keeps
// what it was asked.
//
//   node aimock.mjs --port PORT --answer TEXT [--packages FOLDER]
//
// Prints {"url"} on one line when it is ready, and ends with its standard input. POST /__aimock/chaos makes it fail,
// GET /__aimock/journal tells what it was asked. Exit status 3: the npm package cannot be installed here.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { install, load } from '../../forge/packages.mjs';

const text = { type: 'string' };
const { values } = parseArgs({ options: { port: text, packages: text, answer: text } });
const missing = install(values.packages, dirname(fileURLToPath(import.meta.url)));
if (missing) {
    process.stderr.write(`aimock: ${missing}\n`);
    process.exit(3);
}
const { LLMock } = await load(values.packages, '@copilotkit/aimock/dist/index.js');
const port = Number(values.port);
const mock = new LLMock({ port, host: '127.0.0.1', strict: true });
mock.addFixture({ match: { predicate: () => true }, response: { content: values.answer } });
await mock.start();
process.stdin
    .on('end', async () => {
        await mock.stop();
        process.exit(0);
    })
    .resume();
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
