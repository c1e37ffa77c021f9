// SPDX-License-Identifier: GPL-3.0-or-later
// Prism, started on a free port: `mock` answers by the description, `proxy` hands on to a server and judges both ways.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const kPatienceMs = 120_000;

async function freePort() {
    const server = createServer();
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise(resolve => server.close(resolve));
    return port;
}

/** `words`: the file of the description, and for `proxy` the address. Answers {url, stop}. */
export async function startPrism(packages, mode, words) {
    const port = await freePort();
    const program = join(packages, 'node_modules/@stoplight/prism-cli/dist/index.js');
    const child = spawn(process.execPath, [program, mode, '-h', '127.0.0.1', '-p', String(port), ...words], {
        stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    await new Promise((resolve, reject) => {
        const fail = why => reject(new Error(`${why}: ${said}`));
        const listen = chunk => {
            said += chunk;
            if (said.includes('is listening')) resolve();
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.on('exit', () => fail('Prism ended'));
        setTimeout(() => fail('Prism does not start'), kPatienceMs).unref();
    });
    return { url: `http://127.0.0.1:${port}`, stop: () => child.removeAllListeners('exit').kill() };
}
