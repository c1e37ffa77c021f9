// SPDX-License-Identifier: GPL-3.0-or-later
// What a test program of this folder does around its service: options, packages, ports, one line when it is ready, and
// an end that leaves nothing behind.
//
//   node PROGRAM --port 0 --seed FILE.json [--packages FOLDER] [--cert FILE.pem --key FILE.pem]
//
// Prints {"url", "logs_url", "pid"} on one line when it is ready. Ends on SIGTERM, SIGINT, and when its standard input
// is closed. Exit status: 0 ended as asked, 2 bad usage or seed, 3 the npm packages cannot be installed here.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { install } from './packages.mjs';
import { Server } from './server.mjs';

function fail(status, text) {
    process.stderr.write(`forge: ${text}\n`);
    process.exit(status);
}

function options() {
    try {
        const text = { type: 'string' };
        const { values } = parseArgs({
            options: { port: { ...text, default: '0' }, seed: text, packages: text, cert: text, key: text },
        });
        const seed = values.seed ? JSON.parse(readFileSync(values.seed, 'utf8')) : {};
        const packages =
            values.packages ??
            process.env.SIGNALBOX_FORGE_PACKAGES ??
            new URL('../../build/forge', import.meta.url).pathname;
        const tls = values.cert && { cert: readFileSync(values.cert), key: readFileSync(values.key) };
        return { port: Number(values.port), seed, packages, tls };
    } catch (error) {
        return fail(2, error.message);
    }
}

/** Runs until it is told to end. `service`: {open, close}, and what Server asks of it. */
export async function runProgram(service) {
    const { port, seed, packages, tls } = options();
    const missing = install(packages);
    if (missing) fail(3, missing);

    const server = new Server();
    let isEnding = false;

    async function end(status) {
        if (isEnding) return;
        isEnding = true;
        server.close();
        await service.close();
        process.exit(status);
    }

    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => end(0));
    process.stdin
        .on('end', () => end(0))
        .on('error', () => end(0))
        .resume();

    try {
        const addresses = await server.open(port, tls);
        await service.open({ packages, seed, addresses });
        server.start(service);
        process.stdout.write(`${JSON.stringify({ url: addresses.api, logs_url: addresses.logs, pid: process.pid })}\n`);
    } catch (error) {
        process.stderr.write(`forge: ${error.code ? error.message : error.stack}\n`); // without a code it is our mistake
        await end(2);
    }
}
