// SPDX-License-Identifier: GPL-3.0-or-later
// A request as the forge sees it, and the part of answering that is the same for every system: journal and faults.
import { refusal, Refused } from './answers.mjs';
import { send } from './faults.mjs';

const kBodyMost = 32 << 20;
const kPrefix = /^\/api\/v[34](?=\/)/; // of GitHub Enterprise, and of GitLab

export async function readRequest(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > kBodyMost) throw new Error('the body is too long');
        chunks.push(chunk);
    }
    const url = new URL(request.url, 'http://forge');
    return {
        method: request.method,
        path: url.pathname.replace(kPrefix, ''),
        query: url.searchParams,
        headers: request.headers,
        raw: Buffer.concat(chunks),
    };
}

export function parsedBody(request) {
    try {
        return request.raw.length > 0 ? JSON.parse(request.raw) : undefined;
    } catch {
        throw new Refused(refusal(400, 'Problems parsing JSON'));
    }
}

/** `right(entry)` makes the answer as it would be without a fault. */
export async function serveWithFaults({ faults, journal }, request, response, right) {
    const entry = journal.open('api', request);
    const fault = faults.meet('api', request.method, request.path);
    const delay = async () => fault?.delay_ms && new Promise(resolve => setTimeout(resolve, fault.delay_ms).unref());
    if (!fault?.perform) await delay();
    let answer;
    if (!fault || fault.perform || fault.status === undefined) answer = await right(entry);
    if (fault?.perform) await delay(); // the answer is late, the act is not
    if (fault?.status !== undefined)
        answer = {
            status: fault.status,
            headers: { 'content-type': 'application/json; charset=utf-8', ...answer?.headers, ...fault.headers },
            body: fault.body ?? '{}',
        };
    entry.status = answer.status;
    entry.fault = fault;
    send(response, answer, fault);
}
