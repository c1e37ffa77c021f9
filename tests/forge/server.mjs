// SPDX-License-Identifier: GPL-3.0-or-later
// Two ports on loopback, the API and the storage of logs, and the orders of tests at `/_forge/…`.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { json, notFound, refusal } from './answers.mjs';
import { send } from './faults.mjs';
import { readRequest } from './request.mjs';

// Another host for logs, as at GitHub: clients send a token along to another port of the same one.
const kHosts = { api: '127.0.0.1', logs: '127.0.0.2' };

async function listening(server, port, host) {
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
    return server.address().port;
}

export class Server {
    #servers = [];

    /** Opens both ports before anything can be answered: answers {api, logs}, their addresses. `tls`: {cert, key}. */
    async open(port, tls) {
        const addresses = {};
        for (const [name, wanted] of [
            ['api', port],
            ['logs', 0],
        ]) {
            const create = tls ? answer => createTlsServer(tls, answer) : createServer;
            const server = create((request, response) => {
                this.#answer(name, request, response).catch(error => {
                    process.stderr.write(`${request.method} ${request.url}: ${error.stack}\n`);
                    if (!response.headersSent) send(response, refusal(500, 'Server Error'));
                });
            });
            this.#servers.push(server);
            addresses[name] =
                `${tls ? 'https' : 'http'}://${kHosts[name]}:${await listening(server, wanted, kHosts[name])}`;
        }
        return addresses;
    }

    /** `forge`: {front, logs, clock, faults, hooks, journal, limits, tokens}. */
    start(forge) {
        this.forge = forge;
    }

    close() {
        for (const server of this.#servers) {
            server.close();
            server.closeAllConnections();
        }
    }

    async #answer(origin, incoming, response) {
        const request = await readRequest(incoming);
        if (!this.forge) send(response, refusal(503, 'Starting'));
        else if (origin === 'logs') await this.#logs(request, response);
        else if (request.path.startsWith('/_forge/')) send(response, await this.#order(request));
        else await this.forge.front.serve(request, response);
    }

    async #logs(request, response) {
        const { faults, journal, logs } = this.forge;
        const entry = journal.open('logs', request);
        entry.token = request.headers.authorization ? 'sent along' : 'none';
        const fault = faults.meet('logs', request.method, request.path);
        if (fault?.delay_ms) await new Promise(resolve => setTimeout(resolve, fault.delay_ms));
        const right = logs.serve(request);
        const answer =
            fault?.status === undefined
                ? right
                : { status: fault.status, headers: fault.headers ?? {}, body: fault.body ?? '' };
        entry.status = answer.status;
        send(response, answer, fault);
    }

    /** What a test may ask for, and order. */
    async #order(request) {
        const { clock, faults, hooks, journal, limits } = this.forge;
        const body = request.raw.length > 0 ? JSON.parse(request.raw) : {};
        switch (`${request.method} ${request.path}`) {
            case 'GET /_forge/journal':
                return json(journal.list(request.query));
            case 'GET /_forge/faults':
                return json(faults.list());
            case 'POST /_forge/faults':
                return json({ id: faults.add(body) }, 201);
            case 'DELETE /_forge/faults':
                return json(faults.clear() ?? {});
            case 'POST /_forge/hooks':
                return json(await hooks.order(body));
            case 'POST /_forge/limits':
                return json(limits.set(body, this.forge.tokens()) ?? {});
            case 'POST /_forge/clock':
                return json({ now: clock.advance(body.advance_s) ?? clock.iso() });
            default:
                return notFound();
        }
    }
}
