// SPDX-License-Identifier: GPL-3.0-or-later
// The forge's time: the machine's, put forward when a test asks, so that nothing has to wait for a minute to pass.

/** @returns seconds precision, as GitHub writes times: 2026-01-31T09:00:00Z. */
export function iso(ms) {
    return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

export class Clock {
    #aheadMs = 0;
    #alarms = new Set();

    now() {
        return Date.now() + this.#aheadMs;
    }

    iso() {
        return iso(this.now());
    }

    /** Calls `act` once the time has come; the answer takes it back. */
    at(whenMs, act) {
        const alarm = { whenMs, act };
        this.#alarms.add(alarm);
        this.#arm(alarm);
        return () => this.#drop(alarm);
    }

    advance(seconds) {
        this.#aheadMs += seconds * 1000;
        for (const alarm of [...this.#alarms]) this.#arm(alarm);
    }

    stop() {
        for (const alarm of [...this.#alarms]) this.#drop(alarm);
    }

    #arm(alarm) {
        clearTimeout(alarm.timer);
        const delay = Math.min(Math.max(alarm.whenMs - this.now(), 0), 2 ** 31 - 1);
        alarm.timer = setTimeout(() => {
            this.#drop(alarm);
            alarm.act();
        }, delay);
    }

    #drop(alarm) {
        clearTimeout(alarm.timer);
        this.#alarms.delete(alarm);
    }
}
