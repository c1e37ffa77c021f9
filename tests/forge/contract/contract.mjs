// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what was asked of the forge is what GitHub or GitLab documents: takes the forge's journal, and puts one
// request of each kind to Prism with its OpenAPI description.
//
//   node contract.mjs FORGE_URL CACHE_FOLDER [TOKEN]
//   node contract.mjs FORGE_URL CACHE_FOLDER --gitlab
//
// With a token, what was read is read again through Prism, and the forge's own answers are judged too.
// An empty body that was refused asks only whether the token may: what it lacks is no fault, the rest of it is.
// Prints one line for each kind. Exit status: 0 all fit, 1 some do not, 77 npm cannot install what it needs.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../packages.mjs';
import { description, queryNames, templates, trimmed } from './description.mjs';
import { gitlabDescription } from './gitlab.mjs';
import { startPrism } from './prism.mjs';

const kHere = new URL('.', import.meta.url).pathname;

// What the forge answers itself; emulate's answers leave some fields out.
const kOwnAnswers =
    /^\/repos\/[^/]+\/[^/]+\/(actions|environments|deployments|commits\/[^/]+\/status|hooks\/\d+\/deliveries)/;

const kGitHub = { name: 'GitHub', prefix: '', accept: 'application/vnd.github+json', description };
const kGitLab = { name: 'GitLab', prefix: '/api/v4', accept: 'application/json', description: gitlabDescription };

/** One of each kind: method, template, names of the query and of the body's fields. */
function kinds(journal, { prefix }, whole) {
    const known = templates(whole);
    const found = new Map();
    for (const logged of journal.filter(one => one.origin === 'api' && one.token !== 'wrong')) {
        const entry = { ...logged, path: prefix + logged.path };
        const method = entry.method.toLowerCase();
        const fit = known.find(({ path, template }) => path.test(entry.path) && whole.paths[template][method]);
        const fields = entry.body.startsWith('{') ? ` {${Object.keys(JSON.parse(entry.body)).sort()}}` : '';
        const names = [...new Set(new URLSearchParams(entry.query).keys())].sort();
        const name = `${entry.method} ${fit?.template ?? entry.path}${names.length > 0 ? `?${names}` : ''}${fields}`;
        const documented = fit ? queryNames(whole, fit.template, entry.method) : [];
        const unknown = names.filter(one => !documented.includes(one));
        if (!found.has(name)) found.set(name, { name, entry, fit, unknown });
    }
    return [...found.values()];
}

/** What Prism finds: in a header, or where no answer of the kind is described, of the request, in the body. */
function violationsIn(response, text) {
    const header = response.headers.get('sl-violations');
    if (header) return JSON.parse(header);
    const isProblem = response.headers.get('content-type')?.includes('problem+json');
    const found = (isProblem && JSON.parse(text).validation) || [];
    return found.map(one => ({ ...one, location: ['request', ...one.location] }));
}

/** Whether it is the lack that a refused empty body is sent with. */
function isMeant(entry, { location, code }) {
    return entry.body === '{}' && entry.status >= 400 && location.join() === 'request,body' && code === 'required';
}

/** The path with slashes inside of a parameter written as Prism wants them. */
function encoded({ path, fit }) {
    const values = path.match(fit.path).slice(1);
    return fit.template.replace(/\{\w+\}/g, () => values.shift().replaceAll('/', '%2F'));
}

/** What is wrong with it, or nothing. `side`: whether requests or answers are looked at. */
async function violation({ forge, prism, token, side }, { entry, fit, unknown }) {
    if (!fit) return `${forge.name} documents no such request`;
    if (side === 'request' && unknown.length > 0) return `${forge.name} documents no ${unknown} in its query`;
    const { accept = forge.accept, 'content-type': type } = entry.headers;
    const response = await fetch(
        `${prism.url}${encoded({ path: entry.path, fit })}${entry.query ? `?${entry.query}` : ''}`,
        {
            method: entry.method,
            redirect: 'manual',
            body: entry.body || undefined,
            headers: {
                authorization: `Bearer ${token}`,
                accept,
                ...(entry.body ? { 'content-type': type ?? 'none' } : {}),
            },
        },
    );
    const text = await response.text();
    const all = violationsIn(response, text).filter(one => one.location[0] === side);
    const violations = all.filter(one => !isMeant(entry, one));
    if (violations.length > 0) return JSON.stringify(violations);
    return response.status >= 400 && all.length === 0 ? `${response.status} ${text}` : undefined;
}

/** Judges every kind, and prints what comes of it: how many are wrong. */
async function judge(kinds, how) {
    let bad = 0;
    for (const kind of kinds) {
        const wrong = await violation(how, kind);
        bad += wrong ? 1 : 0;
        console.log(`${wrong ? 'NOT' : 'ok '} ${how.side} ${kind.name}${wrong ? `: ${wrong}` : ''}`);
    }
    how.prism.stop();
    return bad;
}

const [forgeUrl, cache, word] = process.argv.slice(2);
const forge = word === '--gitlab' ? kGitLab : kGitHub;
const token = forge === kGitLab ? undefined : word;
const packages = join(cache, 'prism');
const missing = install(packages, kHere);
const whole = missing ? undefined : forge.description(cache);
if (!whole) {
    console.log(`skipped: ${missing || 'npm cannot get GitHub’s OpenAPI description here'}`);
    process.exit(77);
}
const journal = await (await fetch(`${forgeUrl}/_forge/journal`)).json();
const asked = kinds(journal, forge, whole);
const file = join(cache, `used-${process.pid}.json`);
const documented = asked.filter(one => one.fit);
const operations = new Set(documented.map(one => `${one.entry.method} ${one.fit.template}`));
writeFileSync(file, JSON.stringify(trimmed(whole, operations)));
// GitHub's own examples of answers break its description here and there: in a mock, only the request counts.
const mock = operations.size > 0 ? await startPrism(packages, 'mock', [file]) : { stop() {} };
const bad = await judge(asked, { forge, prism: mock, token: 'x', side: 'request' });
const own = token
    ? asked.filter(one => one.entry.method === 'GET' && kOwnAnswers.test(one.entry.path) && one.entry.status === 200)
    : [];
const badAnswers =
    own.length > 0 &&
    (await judge(own, {
        forge,
        prism: await startPrism(packages, 'proxy', [file, forgeUrl]),
        token,
        side: 'response',
    }));
rmSync(file);
console.log(
    `${asked.length} kinds of request, ${bad} not as documented; ${own.length} kinds of answer, ${Number(badAnswers)} not as documented`,
);
process.exit(bad + badAnswers > 0 ? 1 : 0);
