// SPDX-License-Identifier: GPL-3.0-or-later
// The way of deliveries to their receiver: in order for each hook, unless a test orders that they are lost, held back,
// shuffled or repeated.

const kPatienceMs = 10_000; // GitHub's own, and GitLab's

export class DeliveryWay {
    #clock;
    #held = [];
    #order = {};
    #lines = new Map();
    #random = 1;

    constructor(clock) {
        this.#clock = clock;
    }

    /**
     * {"off": true}: nothing is sent, and the list of deliveries says failed. {"hold": true}: kept back until
     * {"hold": false}, then sent, {"shuffle": true} in another order. {"times": 3}: each delivery so often.
     */
    async order(order) {
        this.#order = { ...this.#order, ...order };
        if (this.#order.hold) return { held: this.#held.length };
        const all = this.#held.splice(0).flatMap(delivery => Array(this.#order.times ?? 1).fill(delivery));
        if (this.#order.shuffle) this.#shuffle(all);
        for (const delivery of all) await this.#send(delivery);
        return { sent: all.length };
    }

    /** Takes {target: {id, url}, headers, body}; what became of it is written into it. */
    post(delivery) {
        if (this.#order.hold) {
            this.#held.push(delivery);
            return;
        }
        const line = this.#lines.get(delivery.target.id) ?? Promise.resolve();
        this.#lines.set(
            delivery.target.id,
            line.then(async () => {
                for (let time = 0; time < (this.#order.times ?? 1); ++time) await this.#send(delivery);
            }),
        );
    }

    async #send(delivery) {
        delivery.deliveredMs = this.#clock.now();
        if (this.#order.off) {
            Object.assign(delivery, { status: 'failed to connect to host', status_code: 502 });
            return;
        }
        const started = Date.now();
        try {
            const response = await fetch(delivery.target.url, {
                method: 'POST',
                headers: delivery.headers,
                body: delivery.body,
                signal: AbortSignal.timeout(kPatienceMs),
                redirect: 'manual',
            });
            delivery.answer = (await response.text()).slice(0, 4096);
            Object.assign(delivery, {
                status: response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`,
                status_code: response.status,
            });
        } catch (error) {
            Object.assign(
                delivery,
                error.name === 'TimeoutError'
                    ? { status: 'timed out', status_code: 504 }
                    : { status: 'failed to connect to host', status_code: 502 },
            );
        }
        delivery.duration = (Date.now() - started) / 1000;
    }

    #shuffle(all) {
        for (let at = all.length - 1; at > 0; --at) {
            this.#random = (this.#random * 48271) % 2147483647; // the same order in every run
            const other = this.#random % (at + 1);
            [all[at], all[other]] = [all[other], all[at]];
        }
    }
}
