// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what was asked of the forge is what GitHub documents: takes the forge's journal, and puts one request of each
// kind to Prism with GitHub's OpenAPI description.
//
//   node contract.mjs FORGE_URL CACHE_FOLDER
//
// Prints one line for each kind. Exit status: 0 all fit, 1 some do not, 77 npm cannot install what it needs.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../packages.mjs';
import { description, templates, trimmed } from './description.mjs';

const kPatienceMs = 120_000;
const kHere = new URL('.', import.meta.url).pathname;

/** One of each kind: method, template, names of the query and of the body's fields. */
function kinds(journal, known) {
    const found = new Map();
    for (const entry of journal.filter(one => one.origin === 'api' && one.token !== 'wrong')) {
        const fit = known.find(({ path }) => path.test(entry.path));
        const fields = entry.body.startsWith('{') ? Object.keys(JSON.parse(entry.body)).sort() : [];
        const names = [...new URLSearchParams(entry.query).keys()].sort();
        const name = `${entry.method} ${fit?.template ?? entry.path}${names.length > 0 ? `?${names}` : ''}${fields.length > 0 ? ` {${fields}}` : ''}`;
        if (!found.has(name))
            found.set(name, { name, entry, fit });
    }
    return [...found.values()];
}

/** The path with slashes inside of a parameter written as Prism wants them. */
function encoded({ path, fit }) {
    const values = path.match(fit.path).slice(1);
    return fit.template.replace(/\{\w+\}/g, () => values.shift().replaceAll('/', '%2F'));
}

async function freePort() {
    const server = createServer();
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise(resolve => server.close(resolve));
    return port;
}

async function startPrism(packages, file) {
    const port = await freePort();
    const program = join(packages, 'node_modules/@stoplight/prism-cli/dist/index.js');
    const child = spawn(process.execPath, [program, 'mock', '-h', '127.0.0.1', '-p', String(port), file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const ready = new Promise((resolve, reject) => {
        const listen = chunk => {
            said += chunk;
            if (said.includes('is listening'))
                resolve();
        };
        child.stdout.on('data', listen);
        child.stderr.on('data', listen);
        child.on('exit', () => reject(new Error(`Prism ended: ${said}`)));
        setTimeout(() => reject(new Error(`Prism does not start: ${said}`)), kPatienceMs).unref();
    });
    await ready;
    return { child, url: `http://127.0.0.1:${port}` };
}

/** What is wrong with it, or nothing. */
async function violation(prism, { entry, fit }) {
    if (!fit)
        return 'GitHub documents no such path';
    const { accept = 'application/vnd.github+json', 'content-type': type } = entry.headers;
    const response = await fetch(`${prism.url}${encoded({ path: entry.path, fit })}${entry.query ? `?${entry.query}` : ''}`, {
        method: entry.method, redirect: 'manual', body: entry.body || undefined,
        headers: { authorization: 'Bearer x', accept, ...(entry.body ? { 'content-type': type ?? 'none' } : {}) },
    });
    const text = await response.text();
    // GitHub's own examples of answers break its description here and there; what counts is the request.
    const violations = JSON.parse(response.headers.get('sl-violations') ?? '[]').filter(one => one.location[0] === 'request');
    if (violations.length > 0)
        return JSON.stringify(violations);
    return response.status >= 400 ? `${response.status} ${text}` : undefined;
}

const [forgeUrl, cache] = process.argv.slice(2);
const packages = join(cache, 'prism');
const whole = install(packages, kHere) && description(cache);
if (!whole) {
    console.log('skipped: npm cannot install Prism or GitHub’s OpenAPI description here');
    process.exit(77);
}
const journal = await (await fetch(`${forgeUrl}/_forge/journal`)).json();
const asked = kinds(journal, templates(whole));
const file = join(cache, `used-${process.pid}.json`);
const operations = new Set(asked.filter(one => one.fit && whole.paths[one.fit.template][one.entry.method.toLowerCase()])
    .map(one => `${one.entry.method} ${one.fit.template}`));
writeFileSync(file, JSON.stringify(trimmed(whole, operations)));
const prism = await startPrism(packages, file);
let bad = 0;
for (const kind of asked) {
    const wrong = await violation(prism, kind);
    bad += wrong ? 1 : 0;
    console.log(`${wrong ? 'NOT' : 'ok '} ${kind.name}${wrong ? `: ${wrong}` : ''}`);
}
prism.child.removeAllListeners('exit');
prism.child.kill();
rmSync(file);
console.log(`${asked.length} kinds of request, ${bad} not as documented`);
process.exit(bad > 0 ? 1 : 0);
