// SPDX-License-Identifier: GPL-3.0-or-later
// Statuses of commits, as other systems set them.
import { invalid, json, notFound, paged, refusal } from './answers.mjs';
import { nextSerial } from './serial.mjs';

export class CommitStatuses {
    #line;
    #clock;
    #all = [];

    constructor(line, clock) {
        this.#line = line;
        this.#clock = clock;
    }

    combined(sha) {
        const states = this.#latest(sha).map(status => status.state);
        if (states.some(state => state === 'failure' || state === 'error')) return 'failure';
        return states.length > 0 && states.every(state => state === 'success') ? 'success' : 'pending';
    }

    post(request) {
        const { state, target_url = null, description = null, context = 'default' } = request.body ?? {};
        if (!['error', 'failure', 'pending', 'success'].includes(state)) return invalid('Status', 'state', state);
        if (!this.#line.resolve(request.params.sha))
            return refusal(422, `No commit found for SHA: ${request.params.sha}`);
        const now = this.#clock.iso();
        const status = {
            id: nextSerial(),
            sha: request.params.sha,
            state,
            target_url,
            description,
            context,
            creator: request.login,
            created_at: now,
        };
        this.#all.push(status);
        return json(this.#shape(status), 201);
    }

    list(request) {
        const sha = this.#line.resolve(request.params.ref);
        if (!sha) return notFound();
        const rows = this.#all.filter(status => status.sha === sha).toReversed();
        return paged(request, rows, page => page.map(status => this.#shape(status)));
    }

    combinedAnswer(request) {
        const sha = this.#line.resolve(request.params.ref);
        if (!sha) return notFound();
        const latest = this.#latest(sha);
        const url = `${this.#line.url}/commits/${sha}`;
        return json({
            state: this.combined(sha),
            statuses: latest.map(status => this.#shape(status)),
            sha,
            total_count: latest.length,
            repository: this.#line.repository,
            commit_url: url,
            url: `${url}/status`,
        });
    }

    #latest(sha) {
        return [
            ...new Map(this.#all.filter(status => status.sha === sha).map(status => [status.context, status])).values(),
        ];
    }

    #shape({ id, sha, state, target_url, description, context, creator, created_at }) {
        const user = this.#line.hub.userJson(creator);
        return {
            url: `${this.#line.url}/statuses/${sha}`,
            avatar_url: user.avatar_url,
            id,
            node_id: `SC_${id}`,
            state,
            description,
            target_url,
            context,
            created_at,
            updated_at: created_at,
            creator: user,
        };
    }
}

export function statusRoutes(routes) {
    routes.add('POST', '/repos/{owner}/{repo}/statuses/{sha}', 'statuses=write', request =>
        request.line.statuses.post(request),
    );
    routes.add('GET', '/repos/{owner}/{repo}/commits/{ref+}/statuses', 'statuses=read', request =>
        request.line.statuses.list(request),
    );
    routes.add('GET', '/repos/{owner}/{repo}/commits/{ref+}/status', 'statuses=read', request =>
        request.line.statuses.combinedAnswer(request),
    );
}
