// SPDX-License-Identifier: GPL-3.0-or-later
// The log of one job, in GitHub's form: a byte order mark, lines that end with CR LF, each after a time with seven
// digits of fraction, `##[group]` around the head of a step.

const kMark = '\ufeff';

export class JobLog {
    #parts = new Map();
    #order = [];
    #now;
    #last = 0n;
    #masks = [];

    constructor(now, masks = []) {
        this.#now = now;
        this.#masks = masks.filter(mask => mask.length > 0);
    }

    mask(value) {
        if (value.length > 0) this.#masks.push(value);
    }

    /** A line of the step with this number. */
    write(step, text) {
        let shown = text.replace(/\r?\n$/, '');
        for (const mask of this.#masks) shown = shown.replaceAll(mask, '***');
        const line = `${this.#time()} ${shown}\r\n`;
        this.#order.push(line);
        this.#parts.set(step, (this.#parts.get(step) ?? '') + line);
    }

    group(step, title, lines) {
        this.write(step, `##[group]${title}`);
        for (const line of lines) this.write(step, line);
        this.write(step, '##[endgroup]');
    }

    text() {
        return kMark + this.#order.join('');
    }

    /** Of one step, as in the archive of a run's logs. */
    part(step) {
        return kMark + (this.#parts.get(step) ?? '');
    }

    /** What `##[error]` said. */
    errors() {
        return this.#order.map(line => line.match(/ ##\[error\](.*)\r\n$/)?.[1]).filter(Boolean);
    }

    /** Never twice the same, never back. */
    #time() {
        const ticks = BigInt(this.#now()) * 10_000n + (process.hrtime.bigint() % 10_000n);
        this.#last = ticks > this.#last ? ticks : this.#last + 1n;
        const whole = new Date(Number(this.#last / 10_000n)).toISOString().slice(0, -1);
        return `${whole}${String(this.#last % 10_000n).padStart(4, '0')}Z`;
    }
}
