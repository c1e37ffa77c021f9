// SPDX-License-Identifier: GPL-3.0-or-later
// The trace of one job, in the runner's form: sections, colours, `$ command`, and the verdict as the last line.

const kReset = '\u001b[0K';

export class Trace {
    #text = '';
    #now;
    #masks;
    #section;

    constructor(now, masks) {
        this.#now = now;
        this.#masks = masks.filter(mask => mask.length > 0);
        this.line(`${kReset}Running with gitlab-runner 18.5.0 (example)\u001b[0;m`);
    }

    line(text) {
        let shown = text;
        for (const mask of this.#masks) shown = shown.replaceAll(mask, '[MASKED]');
        this.#text += `${shown}\n`;
    }

    section(name, title) {
        this.endSection();
        this.#section = name;
        this.line(
            `section_start:${this.#seconds()}:${name}\r${kReset}${kReset}\u001b[36;1m${title}\u001b[0;m\u001b[0;m`,
        );
    }

    endSection() {
        if (this.#section) this.#text += `section_end:${this.#seconds()}:${this.#section}\r${kReset}`;
        this.#section = undefined;
    }

    verdict(error) {
        this.endSection();
        this.line(
            error ? `\u001b[31;1mERROR: Job failed: ${error}\n\u001b[0;m` : '\u001b[32;1mJob succeeded\u001b[0;m',
        );
    }

    bytes() {
        return Buffer.from(this.#text);
    }

    #seconds() {
        return Math.floor(this.#now() / 1000);
    }
}
