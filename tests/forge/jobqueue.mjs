// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs in the order in which they became due, two of them at once.

const kAtOnce = 2;

export class JobQueue {
    #execute;
    #isDue;
    #waiting = [];
    #busy = new Set();
    #stopped = new AbortController();

    /** `execute(job, signal)` runs one; a job that is not due any more when its turn comes is left out. */
    constructor(execute, isDue) {
        this.#execute = execute;
        this.#isDue = isDue;
    }

    add(job) {
        this.#waiting.push(job);
        this.#next();
    }

    /** Ends everything; answers when no process is left. */
    async stop() {
        this.#stopped.abort();
        this.#waiting = [];
        await Promise.allSettled(this.#busy);
    }

    get isStopped() {
        return this.#stopped.signal.aborted;
    }

    #next() {
        while (this.#busy.size < kAtOnce && this.#waiting.length > 0) {
            const job = this.#waiting.shift();
            if (!this.#isDue(job)) continue;
            const work = this.#execute(job, AbortSignal.any([job.abort.signal, this.#stopped.signal])).finally(() => {
                this.#busy.delete(work);
                this.#next();
            });
            this.#busy.add(work);
        }
    }
}
