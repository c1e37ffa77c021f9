// SPDX-License-Identifier: GPL-3.0-or-later
// Every request that reached the forge, for tests to look at. Bodies are kept for the contract check; secrets are not.
import { createHash } from 'node:crypto';

const kSecretHeaders = new Set(['authorization', 'cookie', 'private-token', 'x-gitlab-token', 'job-token']);

export class Journal {
    #entries = [];
    #clock;

    constructor(clock) {
        this.#clock = clock;
    }

    /** `origin`: `api`, or `logs` for the other port that signed links lead to. */
    open(origin, request) {
        const headers = Object.fromEntries(
            Object.entries(request.headers).map(([name, value]) => [
                name,
                kSecretHeaders.has(name) ? '(kept back)' : value,
            ]),
        );
        const entry = {
            number: this.#entries.length + 1,
            at: new Date(this.#clock.now()).toISOString(),
            origin,
            method: request.method,
            path: request.path,
            query: request.query.toString(),
            headers,
            token: 'none',
            body_sha256: createHash('sha256').update(request.raw).digest('hex'),
            body: request.raw.length > 0 && request.raw.length < 65536 ? request.raw.toString('utf8') : '',
        };
        this.#entries.push(entry);
        return entry;
    }

    list(query) {
        const since = Number(query.get('since') ?? 0);
        const path = query.get('path');
        return this.#entries.filter(entry => entry.number > since && (!path || entry.path.includes(path)));
    }
}
