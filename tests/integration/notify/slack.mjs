// SPDX-License-Identifier: GPL-3.0-or-later
// Slack on loopback: that of the package `emulate`, with one channel and one incoming webhook.
//
//   node slack.mjs --port PORT [--packages FOLDER]
//
// Prints {"url"} on one line when it is ready, and ends with its standard input. Exit status 3: the npm packages cannot be
// installed here.
import { parseArgs } from 'node:util';
import { install, load } from '../../forge/packages.mjs';

const text = { type: 'string' };
const { values } = parseArgs({ options: { port: text, packages: text } });
const missing = install(values.packages);
if (missing) {
    process.stderr.write(`slack: ${missing}\n`);
    process.exit(3);
}
const { createEmulator } = await load(values.packages, 'emulate/dist/api.js');
const port = Number(values.port);
const emulator = await createEmulator({ service: 'slack', port, seed: { tokens: { tok_ops: { login: 'ops' } } } });
process.stdin
    .on('end', async () => {
        await emulator.close();
        process.exit(0);
    })
    .resume();
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
