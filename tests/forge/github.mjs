// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub in one process: emulate's repositories, and runs that really run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from './answers.mjs';
import { Clock } from './clock.mjs';
import { statusRoutes } from './commitstatuses.mjs';
import { deploymentRoutes } from './deployments.mjs';
import { environmentRoutes } from './environments.mjs';
import { Faults } from './faults.mjs';
import { Front } from './front.mjs';
import { Hooks } from './hooks.mjs';
import { Hub } from './hub.mjs';
import { Journal } from './journal.mjs';
import { Limits } from './limits.mjs';
import { Line } from './line.mjs';
import { Logs } from './logs.mjs';
import { load } from './packages.mjs';
import { follow, movedRefs, pullEvent } from './pushes.mjs';
import { Routes } from './routes.mjs';
import { runRoutes } from './runroutes.mjs';
import { Runs } from './runs.mjs';
import { jobShape, runShape, workflowShape } from './shapes.mjs';

const kDeepest = 3; // workflow_run may start workflow_run so often

export class GitHub {
    clock = new Clock();
    journal = new Journal(this.clock);
    faults = new Faults();
    routes = new Routes();
    logs = new Logs(this.clock);
    hub = new Hub();
    hooks = new Hooks(this.hub, this.clock);
    front = new Front(this);
    #lines = new Map();
    #temporary;

    /** `addresses`: {api, logs}. */
    async open({ packages, seed, addresses }) {
        this.baseUrl = addresses.api;
        this.#temporary = mkdtempSync(join(tmpdir(), 'forge-'));
        this.limits = new Limits(this.clock, seed.forge?.limits);
        this.runs = new Runs({
            clock: this.clock,
            temporary: this.#temporary,
            tell: (...change) => this.#changed(...change),
            gate: (run, job) => run.line.environments.gate(run, job),
            carried: seed.forge?.carried_jobs,
            minuteMs: seed.forge?.minute_ms,
            runner: seed.forge?.runner,
        });
        const { default: yaml } = await load(packages, 'yaml/dist/index.js');
        this.parse = text => yaml.parse(text);
        this.hooks.routes(this.routes);
        runRoutes(this.routes, this);
        environmentRoutes(this.routes);
        deploymentRoutes(this.routes);
        statusRoutes(this.routes);
        this.logs.routes(this.routes, this.runs, addresses.logs);
        this.routes.add('GET', '/rate_limit', undefined, request => this.#rate(request));
        await this.hub.open({ packages, baseUrl: this.baseUrl, seed, dispatch: (...told) => this.#emulated(...told) });
        for (const [name, more] of Object.entries(seed.forge?.repos ?? {}))
            await this.#plant(name, more, Object.values(seed.tokens ?? {})[0]?.login);
    }

    async close() {
        this.clock.stop();
        await this.runs?.stop();
        if (this.#temporary) rmSync(this.#temporary, { recursive: true, force: true });
    }

    tokens() {
        return this.hub.tokens();
    }

    async lineOf(repo) {
        let line = this.#lines.get(repo.id);
        if (!line) {
            line = new Line({
                hub: this.hub,
                clock: this.clock,
                runs: this.runs,
                repo,
                parse: this.parse,
                tell: (...told) => this.#tellRun(...told),
            });
            this.#lines.set(repo.id, line);
        }
        await line.refresh();
        return line;
    }

    tell(line, event, action, payload, login = 'ghost') {
        const organization = this.hub.orgJson(line.name.split('/')[0]);
        this.hooks.dispatch(
            event,
            action,
            {
                ...(action ? { action } : {}),
                ...payload,
                repository: line.repository,
                ...(organization ? { organization } : {}),
                sender: this.hub.userJson(login),
            },
            line.name,
        );
    }

    trigger(line, event, workflows = line.workflows(event.sha)) {
        return this.runs.trigger(line, event, workflows);
    }

    pullRequest(line, action, payload, login) {
        const full = {
            number: payload.pull_request.number,
            ...payload,
            pull_request: { active_lock_reason: null, ...payload.pull_request },
        };
        this.tell(line, 'pull_request', action, full, login);
        this.trigger(line, pullEvent(action, { action, ...full }, login));
    }

    /** After a request that changed something: branches that moved. */
    async afterWrite({ before, repo, login }) {
        if (repo) await this.lineOf(repo);
        for (const moved of movedRefs(before, this.hub.refs())) {
            const row = this.hub.repoById(moved.repoId);
            if (row) await follow(this, await this.lineOf(row), moved, login);
        }
    }

    /** What emulate tells of: pull requests start runs, pushes are told by us, the rest goes out as it is. */
    async #emulated(event, action, payload, fullName) {
        const repo = this.hub.repo(fullName);
        if (event === 'push' || !repo) return;
        const line = await this.lineOf(repo);
        if (event === 'pull_request') this.pullRequest(line, action, payload, payload.sender.login);
        else this.tell(line, event, action, payload, payload.sender?.login);
    }

    #tellRun(line, event, action, payload, run) {
        const about = run
            ? { ...payload, workflow_run: runShape(run), workflow: workflowShape(line, run.workflow) }
            : payload;
        this.tell(line, event, action, about, run?.event.actor ?? payload.deployment?.creator?.login);
    }

    /** A run or a job moved. */
    #changed(event, action, run, job) {
        const { line } = run;
        if (job) {
            line.environments.follow(run, job, action);
            this.tell(line, event, action, { workflow_job: jobShape(run, job) }, run.event.actor);
            return;
        }
        this.tell(
            line,
            event,
            action,
            { workflow_run: runShape(run), workflow: workflowShape(line, run.workflow) },
            run.event.actor,
        );
        const depth = (run.event.depth ?? 0) + 1;
        const sha = line.resolve(line.repo.default_branch);
        if (sha && depth <= kDeepest && action !== 'in_progress')
            this.trigger(line, {
                name: 'workflow_run',
                action,
                workflow: run.workflow.name,
                ref: `refs/heads/${line.repo.default_branch}`,
                sha,
                depth,
                actor: run.event.actor,
                title: run.workflow.name,
                payload: { action, workflow_run: runShape(run), repository: line.repository },
            });
    }

    #rate(request) {
        const core = this.limits.state(request.token);
        return json({
            resources: { core, search: { limit: 30, remaining: 30, reset: core.reset, used: 0 } },
            rate: core,
        });
    }

    /** What the seed says of a repository beyond emulate's own. */
    async #plant(name, { files, hooks = [], environments = {}, caches = [], secrets = {}, run = true }, login) {
        const repo = this.hub.repo(name);
        if (!repo)
            throw Object.assign(new Error(`"forge" speaks of ${name}, which "github" has not`), { code: 'SEED' });
        const line = await this.lineOf(repo);
        line.secrets = secrets;
        for (const [environment, rules] of Object.entries(environments)) line.environments.set(environment, rules);
        for (const cache of caches) line.caches.plant({ ref: `refs/heads/${line.repo.default_branch}`, ...cache });
        for (const { url, secret, events = ['*'] } of hooks)
            await this.hub.call(
                'POST',
                `/repos/${name}/hooks`,
                { events, config: { url, secret, content_type: 'json' } },
                login,
            );
        if (files) await this.#commit(line, files, login, run);
    }

    async #commit(line, files, login, run) {
        const base = `/repos/${line.name}/git`;
        const before = this.hub.refs();
        const head = line.resolve(line.repo.default_branch);
        const tree = Object.entries(files).map(([path, content]) => ({
            path,
            content,
            mode: path.endsWith('.sh') ? '100755' : '100644',
            type: 'blob',
        }));
        const { sha: treeSha } = await this.hub.call(
            'POST',
            `${base}/trees`,
            { base_tree: this.hub.commit(line.repo, head).tree_sha, tree },
            login,
        );
        const commit = await this.hub.call(
            'POST',
            `${base}/commits`,
            { message: 'Add the project', tree: treeSha, parents: [head] },
            login,
        );
        await this.hub.call('PATCH', `${base}/refs/heads/${line.repo.default_branch}`, { sha: commit.sha }, login);
        if (run) await this.afterWrite({ before, repo: line.repo, login });
    }
}
