// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab in one process: projects, and pipelines whose jobs really run.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { empty, Refused } from '../answers.mjs';
import { Clock } from '../clock.mjs';
import { Faults } from '../faults.mjs';
import { basicToken, gitAnswer, gitPath, gitUnauthorized } from '../gitobjects.mjs';
import { Journal } from '../journal.mjs';
import { Limits } from '../limits.mjs';
import { load } from '../packages.mjs';
import { parsedBody, serveWithFaults } from '../request.mjs';
import { Routes } from '../routes.mjs';
import { json, notFound, refused } from './answers.mjs';
import { Deployments } from './deployments.mjs';
import { Hooks } from './hooks.mjs';
import { payloads } from './payloads.mjs';
import { pipelineRoutes } from './pipelineroutes.mjs';
import { Pipelines } from './pipelines.mjs';
import { Project } from './project.mjs';
import { repositoryRoutes } from './repositoryroutes.mjs';
import { projectShape, userShape } from './shapes.mjs';
import { talkRoutes } from './talkroutes.mjs';

const kNone = '0'.repeat(40);
const kEvents = { job: 'Job Hook', pipeline: 'Pipeline Hook', deployment: 'Deployment Hook' };

/** Any of these is enough. */
function scopesFor({ method, path, holder }) {
    if (path === '/personal_access_tokens/self') return holder.scopes;
    if (method !== 'GET') return ['api'];
    return path === '/user' ? ['api', 'read_api', 'read_user'] : ['api', 'read_api'];
}

export class GitLab {
    clock = new Clock();
    journal = new Journal(this.clock);
    faults = new Faults();
    users = new Map();
    projects = [];
    deployments = new Deployments(this);
    pipelines = new Pipelines(this);
    hooks = new Hooks(this);
    front = {
        serve: (request, response) => serveWithFaults(this, request, response, entry => this.#right(request, entry)),
    };
    logs = { serve: () => empty(404) };
    temporary;
    #tokens = {};
    #runners = [];
    #routes = new Routes();

    async open({ packages, seed, addresses }) {
        this.baseUrl = addresses.api;
        this.temporary = mkdtempSync(join(tmpdir(), 'forge-'));
        this.limits = new Limits(this.clock, { perHour: Infinity, pointsPerMinute: Infinity, ...seed.limits });
        const { default: yaml } = await load(packages, 'yaml/dist/index.js');
        this.parse = text => yaml.parse(text);
        this.#tokens = seed.tokens ?? {};
        this.#runners = seed.runners ?? [];
        for (const { login } of Object.values(this.#tokens))
            if (!this.users.has(login)) this.users.set(login, { id: this.users.size + 1, login });
        const add = (method, pattern, answer) => this.#routes.add(method, pattern, undefined, answer);
        for (const routes of [pipelineRoutes, repositoryRoutes, talkRoutes]) routes(add, this);
        this.deployments.routes(add);
        this.hooks.routes(add);
        this.#ownRoutes(add);
        for (const [path, more] of Object.entries(seed.projects ?? {})) this.#plant(path, more);
    }

    async close() {
        this.clock.stop();
        await this.pipelines.stop();
        if (this.temporary) rmSync(this.temporary, { recursive: true, force: true });
    }

    tokens() {
        return Object.keys(this.#tokens);
    }

    /** That of one's own which has all of these tags; nothing where there are none. */
    runnerFor(tags) {
        return this.#runners.find(one => tags.length > 0 && tags.every(tag => one.tags.includes(tag)));
    }

    /** 30: Developer, 40: Maintainer, in every project. */
    roleOf(login) {
        return Object.values(this.#tokens).find(one => one.login === login)?.role ?? 40;
    }

    tell(project, kind, thing) {
        this.hooks.dispatch(project, kEvents[kind], payloads[kind](this, thing));
    }

    /** Commits, tells of it, and starts the pipeline. */
    push(project, change) {
        const before = project.branches.get(change.branch);
        const made = project.commit(change);
        this.#pushed(project, { ref: change.branch, before: before ?? kNone, after: made.id, login: change.author });
        return made;
    }

    /** A branch is made at a commit, or goes. */
    branchMoved(project, ref, sha, login) {
        const before = project.branches.get(ref) ?? kNone;
        if (sha) project.branches.set(ref, sha);
        else project.branches.delete(ref);
        this.#pushed(project, { ref, before, after: sha ?? kNone, login });
    }

    #pushed(project, { ref, before, after, login }) {
        const commits = after === kNone || before === kNone ? [] : project.since(before, after).toReversed();
        this.hooks.dispatch(project, 'Push Hook', payloads.push(this, project, { ref, before, after, login, commits }));
        const message = project.commits.get(after)?.message ?? '';
        if (after !== kNone && !/\[(ci skip|skip ci)\]/i.test(message))
            this.pipelines.create(project, { ref, sha: after, source: 'push', user: login, before });
    }

    #plant(path, { files = {}, hooks = [], environments = {}, caches = [], ...more }) {
        const project = new Project({ path, clock: this.clock, baseUrl: this.baseUrl });
        this.projects.push(project);
        const { variables = {}, masked = [], authors_approve: authorsApprove = false } = more;
        Object.assign(project, { variables, masked, authorsApprove, buildTimeout: more.build_timeout ?? 3600 });
        for (const [name, rules] of Object.entries(environments)) this.deployments.environment(project, name, rules);
        for (const hook of hooks) this.hooks.add(project, hook);
        for (const cache of caches) project.caches.plant({ ref: project.defaultBranch, ...cache });
        const author = Object.values(this.#tokens)[0].login;
        const changes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]);
        this.push(project, { branch: project.defaultBranch, message: 'Add the project', author, changes });
    }

    #ownRoutes(add) {
        add('GET', '/version', () => json({ version: '18.5.0', revision: 'forge' }));
        add('GET', '/user', request => json(userShape(this, request.login)));
        add('GET', '/personal_access_tokens/self', request =>
            json({
                id: 1,
                name: 'forge',
                scopes: request.holder.scopes ?? ['api'],
                active: true,
                revoked: false,
                expires_at: request.holder.expires ?? null,
            }),
        );
        add('GET', '/projects/{project}/members/all/{user}', request => {
            const level = request.holder.level ?? 40;
            return Number(request.params.user) === this.users.get(request.login)?.id && level > 0
                ? json({ ...userShape(this, request.login), access_level: level, expires_at: null })
                : notFound();
        });
        add('GET', '/projects/{project}', request => json(projectShape(request.project)));
        add('GET', '/projects/{project}/members/all/{user}', request => {
            const user = [...this.users.values()].find(one => one.id === Number(request.params.user));
            return user ? json({ ...userShape(this, user.login), access_level: this.roleOf(user.login) }) : notFound();
        });
    }

    async #right(request, entry) {
        const { authorization, 'private-token': privateToken } = request.headers;
        const token = privateToken ?? authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? basicToken(authorization);
        const holder = token && this.#tokens[token];
        entry.token = token === undefined ? 'none' : holder ? 'right' : 'wrong';
        const git = gitPath(request.path);
        if (git) return this.#git(git, entry);
        let answer = holder ? this.#limited(token, request.method) : refused(401, '401 Unauthorized');
        try {
            answer ??= await this.#routed(
                Object.assign(request, { holder, login: holder?.login, url: `${this.baseUrl}/api/v4${request.path}` }),
            );
        } catch (error) {
            if (!(error instanceof Refused)) throw error;
            answer = error.answer;
        }
        return this.#conditional(request, answer);
    }

    #git({ name, file }, entry) {
        const project = this.projects.find(one => one.path === name);
        entry.origin = 'git';
        return project && entry.token === 'right' ? gitAnswer(project.git(), file) : gitUnauthorized;
    }

    #limited(token, method) {
        const limited = this.limits.meet(token, method);
        const { reset } = this.limits.state(token);
        return (
            limited && {
                status: 429,
                headers: {
                    'content-type': 'text/plain',
                    'retry-after': String(Math.max(1, reset - Math.floor(this.clock.now() / 1000))),
                    'ratelimit-remaining': '0',
                    'ratelimit-reset': String(reset),
                },
                body: 'Retry later\n',
            }
        );
    }

    #routed(request) {
        const route = this.#routes.find(request.method, request.path);
        const wanted = route?.params.project;
        const project = this.projects.find(one => String(one.id) === wanted || one.path === wanted);
        if (!route) return json({ error: '404 Not Found' }, 404);
        if (wanted && !project) return notFound('Project');
        const enough = scopesFor(request);
        if (request.holder.scopes && !enough.some(scope => request.holder.scopes.includes(scope)))
            return json(
                {
                    error: 'insufficient_scope',
                    error_description: 'The request requires higher privileges than provided by the access token.',
                    scope: enough.join(' '),
                },
                403,
            );
        return route.answer({ ...request, params: route.params, project, body: parsedBody(request) });
    }

    #conditional(request, answer) {
        if (request.method !== 'GET' || answer.status !== 200) return answer;
        const etag = `W/"${createHash('md5').update(answer.body).digest('hex')}"`;
        const headers = { ...answer.headers, etag, 'cache-control': 'max-age=0, private, must-revalidate' };
        return request.headers['if-none-match'] === etag ? { status: 304, headers, body: '' } : { ...answer, headers };
    }
}
