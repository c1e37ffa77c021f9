// SPDX-License-Identifier: GPL-3.0-or-later
// What every request to the API passes: journal, ordered faults, token, limits, permission, ETag. Then the forge's own
// routes, and emulate for the rest.
import { createHash } from 'node:crypto';
import { badCredentials, notFound, refusal, Refused } from './answers.mjs';
import { claimFault } from './appclaim.mjs';
import { basicToken, gitAnswer, gitPath, gitUnauthorized } from './gitobjects.mjs';
import { grantHeaders, refusedTo, seenBy, whoAnswer } from './grants.mjs';
import { serveWithFaults, parsedBody } from './request.mjs';

/** The permission that emulate's routes ask of a fine-grained token, by path. */
const kPermissions = [
    [/^\/repos\/[^/]+\/[^/]+\/(issues|labels|milestones)/, 'issues'],
    [/^\/repos\/[^/]+\/[^/]+\/pulls/, 'pull_requests'],
    [/^\/repos\/[^/]+\/[^/]+\/(contents|git|commits|compare|branches|releases|readme)/, 'contents'],
    [/^\/repos\/[^/]+\/[^/]+\/(check-runs|check-suites)/, 'checks'],
    [/^\/repos\/[^/]+\/[^/]+\/hooks/, 'repository_hooks'],
    [/^\/repos\/[^/]+\/[^/]+\/actions/, 'actions'],
    [/^\/repos\/[^/]+\/[^/]+$/, 'metadata'],
];

export class Front {
    /** `forge`: {hub, clock, journal, faults, limits, routes, baseUrl, lineOf, afterWrite}. */
    constructor(forge) {
        this.forge = forge;
    }

    serve(request, response) {
        return serveWithFaults(this.forge, request, response, entry => this.#right(request, entry));
    }

    /** The answer as it would be without a fault. */
    async #right(request, entry) {
        const { hub, limits } = this.forge;
        const { authorization } = request.headers;
        const token = authorization?.match(/^(?:Bearer|token)\s+(\S+)$/i)?.[1] ?? basicToken(authorization);
        const holder = token && hub.holder(token);
        const isApp = token?.startsWith('eyJ');
        const fault = isApp ? claimFault(token, hub.rows('apps').all(), this.forge.clock.now()) : undefined;
        entry.token = !authorization ? 'none' : holder || (isApp && !fault) ? 'right' : 'wrong';
        Object.assign(request, { token, holder, login: this.#login(holder), url: this.forge.baseUrl + request.path });
        const git = gitPath(request.path);
        if (git) return this.#git(git, entry);
        let answer;
        if (fault) answer = refusal(401, fault);
        else if (entry.token === 'wrong') answer = badCredentials();
        else if (request.path !== '/rate_limit') answer = limits.meet(token, request.method);
        try {
            answer ??= await this.#permitted(request, entry);
        } catch (error) {
            if (!(error instanceof Refused)) throw error;
            answer = error.answer;
        }
        answer = this.#conditional(request, answer);
        answer.headers = {
            ...answer.headers,
            ...limits.headers(token),
            'x-github-request-id': `F0A6:${entry.number.toString(16).toUpperCase().padStart(6, '0')}`,
            'x-github-media-type': 'github.v3; format=json',
            'x-github-api-version-selected': '2022-11-28',
            server: 'github.com',
            ...grantHeaders(holder, entry.needs),
        };
        return answer;
    }

    #git({ name, file }, entry) {
        const repo = this.forge.hub.repo(name);
        entry.origin = 'git';
        if (!repo || (repo.private && entry.token !== 'right')) return gitUnauthorized;
        return gitAnswer(this.forge.hub.git(repo), file);
    }

    #login(holder) {
        if (!holder?.installation) return holder?.login;
        const app = this.forge.hub
            .rows('apps')
            .all()
            .find(row => row.app_id === holder.installation.appId);
        holder.app = app?.slug;
        return `${app?.slug}[bot]`;
    }

    async #permitted(request, entry) {
        const { hub, routes } = this.forge;
        const { method, path, holder } = request;
        if (request.headers['user-agent'] === undefined)
            return {
                ...refusal(
                    403,
                    'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
                ),
            };
        const route = routes.find(method, path);
        const [, kind] = kPermissions.find(([pattern]) => pattern.test(path)) ?? [];
        entry.needs = route?.needs ?? (kind && `${kind}=${method === 'GET' ? 'read' : 'write'}`);
        const [, owner, name] = path.match(/^\/repos\/([^/]+)\/([^/]+)/) ?? [];
        const repo = name && hub.repo(`${decodeURIComponent(owner)}/${decodeURIComponent(name)}`);
        if (
            name &&
            (!repo ||
                (repo.private && !holder) ||
                (holder?.repositories && !holder.repositories.includes(repo.full_name)))
        )
            return notFound();
        const refused = refusedTo(holder, entry.needs, repo);
        if (refused) return refused;
        if (route && entry.needs?.endsWith('=write') && !holder) return refusal(401, 'Requires authentication');
        const answer = whoAnswer(request, hub.rows('repos').all());
        if (answer) return answer;
        return route ? this.#own(request, route, repo) : seenBy(holder, request, await this.#emulated(request, repo));
    }

    async #own(request, route, repo) {
        const line = repo && (await this.forge.lineOf(repo));
        return route.answer({ ...request, params: route.params, line, body: parsedBody(request) });
    }

    async #emulated(request, repo) {
        const { hub } = this.forge;
        const before = request.method === 'GET' ? undefined : hub.refs();
        const query = request.query.toString();
        const answer = await hub.fetch({ ...request, pathAndQuery: request.path + (query ? `?${query}` : '') });
        if (before && answer.status < 300) await this.forge.afterWrite({ before, repo, login: request.login });
        if (answer.status === 201 && request.path.endsWith('/hooks')) this.forge.hooks.ping(JSON.parse(answer.body).id);
        return answer;
    }

    /** 304 where nothing changed; that does not count. */
    #conditional(request, answer) {
        if (request.method !== 'GET' || answer.status !== 200 || request.path === '/rate_limit') return answer;
        const etag = `W/"${createHash('sha256').update(answer.body).digest('hex')}"`;
        const headers = {
            ...answer.headers,
            etag,
            'cache-control': `${request.token ? 'private' : 'public'}, max-age=60, s-maxage=60`,
            vary: 'Accept, Authorization',
        };
        if (
            !(request.headers['if-none-match'] ?? '')
                .split(/,\s*/)
                .some(tag => tag.replace(/^W\//, '') === etag.slice(2))
        )
            return { ...answer, headers };
        if (request.token) this.forge.limits.giveBack(request.token);
        return { status: 304, headers, body: '' };
    }
}
