// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that a test orders in place of the right ones.
//
// A fault: {"method": "GET", "path": "/actions/jobs/\\d+/logs$", "times": 2, "skip": 1, "origin": "api"|"logs",
//           "answer": {"status": 502, "headers": {}, "body": "…", "cut": "before"|"after", "length": 100000,
//                      "delay_ms": 500, "trickle_ms": 100, "perform": true}}
// `cut` closes the connection before an answer, or in the middle of it; `length` lies about the body's length;
// `trickle_ms` is the time from each byte of the body to the next;
// `perform` does what was asked and then gives the ordered answer, as when an answer is lost on its way, or late.

export class Faults {
    #faults = [];
    #serial = 0;

    add(order) {
        const fault = { id: ++this.#serial, times: 1, skip: 0, origin: 'api', ...order, used: 0 };
        fault.fits = new RegExp(order.path ?? '.');
        this.#faults.push(fault);
        return fault.id;
    }

    clear() {
        this.#faults = [];
    }

    list() {
        return this.#faults.map(({ fits, ...fault }) => fault);
    }

    /** The fault that this request meets, if any. */
    meet(origin, method, path) {
        for (const fault of this.#faults) {
            const fits = fault.origin === origin && (!fault.method || fault.method === method) && fault.fits.test(path);
            if (!fits || fault.used >= fault.skip + fault.times) continue;
            fault.used += 1;
            if (fault.used > fault.skip) return fault.answer ?? {};
        }
        return undefined;
    }
}

function trickle(response, body, everyMs) {
    let sent = 0;
    const timer = setInterval(() => {
        response.write(body.subarray(sent, ++sent));
        if (sent < body.length) return;
        clearInterval(timer);
        response.end();
    }, everyMs);
    timer.unref();
    response.on('close', () => clearInterval(timer));
}

/** Sends `answer` through `response`, with what the fault changes. */
export function send(response, answer, fault = {}) {
    const body = Buffer.from(answer.body ?? '');
    const bodiless = answer.status === 204 || answer.status === 304;
    const headers = { ...answer.headers, ...(bodiless ? {} : { 'content-length': fault.length ?? body.length }) };
    if (fault.cut === 'before') {
        response.socket.resetAndDestroy();
        return;
    }
    response.writeHead(answer.status, headers);
    if (fault.cut === 'after') {
        response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket.destroy());
        return;
    }
    if (fault.trickle_ms) {
        trickle(response, body, fault.trickle_ms);
        return;
    }
    if (fault.length > body.length) response.write(body, () => response.socket.destroy());
    else response.end(bodiless ? undefined : body.subarray(0, fault.length));
}
