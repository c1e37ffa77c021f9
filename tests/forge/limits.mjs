// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub's limits: so many requests an hour (primary), and so many points a minute (secondary; a read is 1, a write 5).
// Source: docs.github.com, "Rate limits for the REST API".
import { refusal } from './answers.mjs';

const kHourMs = 3_600_000;
const kMinuteMs = 60_000;

export class Limits {
    #clock;
    #limit;
    #pointsPerMinute;
    #windows = new Map();
    #points = new Map();

    constructor(clock, { perHour = 5000, pointsPerMinute = 900 } = {}) {
        this.#clock = clock;
        this.#limit = perHour;
        this.#pointsPerMinute = pointsPerMinute;
    }

    /** An ordered state, of all `tokens`: {"remaining": 3, "per_hour": 5000, "points_per_minute": 900}. */
    set({ remaining, per_hour: perHour, points_per_minute: points }, tokens) {
        this.#limit = perHour ?? this.#limit;
        this.#pointsPerMinute = points ?? this.#pointsPerMinute;
        for (const window of remaining === undefined ? [] : tokens.map(token => this.#window(token)))
            window.used = Math.max(0, this.#limitOf(window) - remaining);
    }

    /** The refusal that this request meets, if any; else it is counted. */
    meet(token, method) {
        const window = this.#window(token);
        if (window.used >= this.#limitOf(window)) {
            return refusal(token ? 403 : 429, `API rate limit exceeded for ${token ? 'user ID 1' : '127.0.0.1'}.`);
        }
        window.used += 1;
        const points = this.#minute(token);
        points.used += method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 1 : 5;
        if (points.used <= this.#pointsPerMinute) return undefined;
        const answer = refusal(
            403,
            'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        );
        answer.headers['retry-after'] = String(Math.max(1, Math.ceil((points.resetMs - this.#clock.now()) / 1000)));
        return answer;
    }

    /** A 304 does not count where the request was authorised. */
    giveBack(token) {
        const window = this.#window(token);
        window.used = Math.max(0, window.used - 1);
    }

    headers(token) {
        const { limit, remaining, reset, used } = this.state(token);
        return {
            'x-ratelimit-limit': String(limit),
            'x-ratelimit-remaining': String(remaining),
            'x-ratelimit-reset': String(reset),
            'x-ratelimit-used': String(used),
            'x-ratelimit-resource': 'core',
        };
    }

    state(token) {
        const window = this.#window(token);
        const limit = this.#limitOf(window);
        return {
            limit,
            used: window.used,
            remaining: Math.max(0, limit - window.used),
            reset: Math.ceil(window.resetMs / 1000),
        };
    }

    #limitOf(window) {
        return window.anonymous ? Math.min(60, this.#limit) : this.#limit;
    }

    #window(token) {
        return this.#current(this.#windows, token, kHourMs);
    }

    #minute(token) {
        return this.#current(this.#points, token, kMinuteMs);
    }

    #current(windows, token, lengthMs) {
        const now = this.#clock.now();
        let window = windows.get(token);
        if (!window || window.resetMs <= now) {
            window = { used: 0, resetMs: now + lengthMs, anonymous: !token };
            windows.set(token, window);
        }
        return window;
    }
}
