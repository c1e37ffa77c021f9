// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, started as other tests start it, and a client that speaks to it; a receiver of webhooks.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const kProgram = new URL('../forge.mjs', import.meta.url).pathname;
const kContract = new URL('../contract/contract.mjs', import.meta.url).pathname;
const kPatienceMs = 20_000;

export const kSecret = 's3cret of a hook';

/** Asks until the answer is a true value. */
export async function until(ask) {
    const end = Date.now() + kPatienceMs;
    for (;;) {
        const found = await ask();
        if (found) return found;
        if (Date.now() > end) throw new Error('it did not come to pass');
        await new Promise(resolve => setTimeout(resolve, 20));
    }
}

/** What contract.mjs finds of a forge's journal; `words`: of its own. {status, said} */
export function contractOf(forge, ...words) {
    const cache = join(process.env.SIGNALBOX_FORGE_PACKAGES, '../forge-contract');
    return new Promise(resolve => {
        execFile(process.execPath, [kContract, forge.url, cache, ...words], (error, said) =>
            resolve({ status: error?.code ?? 0, said }),
        );
    });
}

export class ForgeProgram {
    static async start(seed, words = [], program = kProgram) {
        const forge = new ForgeProgram();
        forge.folder = mkdtempSync(join(tmpdir(), 'forge-test-'));
        writeFileSync(join(forge.folder, 'seed.json'), JSON.stringify(seed));
        forge.child = spawn(process.execPath, [program, '--seed', join(forge.folder, 'seed.json'), ...words], {
            stdio: ['pipe', 'pipe', 'inherit'],
            env: { ...process.env, TMPDIR: forge.folder },
        });
        const [line] = await once(createInterface(forge.child.stdout), 'line');
        Object.assign(forge, JSON.parse(line));
        return forge;
    }

    async stop() {
        this.child.kill('SIGTERM');
        await once(this.child, 'exit');
        rmSync(this.folder, { recursive: true, force: true });
    }

    /** {status, headers, body}; the body is parsed where it is JSON. */
    async ask(method, path, body, { token = 'tok_ops', headers = {} } = {}) {
        const response = await fetch(path.startsWith('http') ? path : this.url + path, {
            method,
            redirect: 'manual',
            body: body === undefined ? undefined : JSON.stringify(body),
            headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
        });
        const text = await response.text();
        const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
        return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    }

    async get(path) {
        return (await this.ask('GET', path)).body;
    }

    /** Puts a file on a branch: the commit. */
    async put(path, text, branch = 'main') {
        const old = await this.ask('GET', `/repos/acme/shop/contents/${path}?ref=${branch}`);
        const body = {
            message: `Change ${path}`,
            content: Buffer.from(text).toString('base64'),
            branch,
            sha: old.body.sha,
        };
        return (await this.ask('PUT', `/repos/acme/shop/contents/${path}`, body)).body.commit.sha;
    }

    /** The newest run, once it has this status; of a commit where one is named. */
    async run(status, sha) {
        const filter = sha ? `?head_sha=${sha}` : '';
        return until(async () =>
            (await this.get(`/repos/acme/shop/actions/runs${filter}`)).workflow_runs.find(run => run.status === status),
        );
    }
}

/** A seed with acme/shop, two people, and these jobs as its only workflow, which every push starts. */
export function seedOf(jobs, shop = {}) {
    const workflow = { name: 'ci', on: { push: {}, workflow_dispatch: {}, pull_request: {} }, jobs };
    return {
        tokens: {
            tok_ops: { login: 'ops' },
            tok_boss: { login: 'boss' },
            tok_reader: { login: 'ops', permissions: { actions: 'read' } },
        },
        github: {
            users: [{ login: 'ops' }, { login: 'boss' }],
            orgs: [
                {
                    login: 'acme',
                    members: [
                        { login: 'ops', role: 'admin' },
                        { login: 'boss', role: 'admin' },
                    ],
                },
            ],
            repos: [{ owner: 'acme', name: 'shop', auto_init: true }],
        },
        forge: {
            repos: {
                'acme/shop': {
                    ...shop,
                    files: { '.github/workflows/ci.yml': JSON.stringify(workflow), ...shop.files },
                },
            },
        },
    };
}

export function job(run, more = {}) {
    return { 'runs-on': 'ubuntu-latest', steps: [{ uses: 'actions/checkout@v4' }, { run }], ...more };
}

/** Takes deliveries: {event, action, id, signature, body}. */
export class Receiver {
    deliveries = [];

    async start() {
        this.server = createServer(async (request, response) => {
            const chunks = await request.toArray();
            const body = Buffer.concat(chunks).toString('utf8');
            const {
                'x-github-event': event,
                'x-github-delivery': id,
                'x-hub-signature-256': signature,
            } = request.headers;
            this.deliveries.push({
                event,
                id,
                signature,
                text: body,
                body: JSON.parse(body),
                action: JSON.parse(body).action,
            });
            response.writeHead(202).end();
        });
        await new Promise(resolve => this.server.listen(0, '127.0.0.1', resolve));
        this.url = `http://127.0.0.1:${this.server.address().port}/hook`;
    }

    stop() {
        this.server.close();
        this.server.closeAllConnections();
    }
}
