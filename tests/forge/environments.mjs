// SPDX-License-Identifier: GPL-3.0-or-later
// Environments of one repository and what a job that names one waits for: reviewers, a timer, rules of apps.
import { empty, json, notFound, paged, refusal } from './answers.mjs';
import {
    environmentBrief,
    environmentShape,
    jobRunShape,
    pendingShape,
    reviewersOf,
    ruleShape,
} from './environmentshapes.mjs';
import { isInstallation } from './grants.mjs';
import { nextSerial } from './serial.mjs';

export class Environments {
    #line;
    #clock;
    #tell;
    #runs;
    #all = [];
    #waiting = [];
    #approvals = new Map(); // run to its reviews

    /** `runs` releases and refuses jobs; `tell(event, action, payload, run)` sends a webhook. */
    constructor({ line, clock, runs, tell }) {
        this.#line = line;
        this.#clock = clock;
        this.#runs = runs;
        this.#tell = tell;
    }

    /** {reviewers: [login], wait_minutes, prevent_self_review, can_admins_bypass, protection_rules: [app slug]} */
    set(
        name,
        {
            reviewers = [],
            wait_minutes: waitMinutes = 0,
            prevent_self_review: noSelf = false,
            can_admins_bypass: bypass = true,
            protection_rules: rules = [],
        } = {},
    ) {
        let found = this.#find(name);
        if (!found) this.#all.push((found = { id: nextSerial(), name, created_at: this.#clock.iso() }));
        const idOfRule = nextSerial();
        nextSerial(); // a timer and reviewers are two rules
        return Object.assign(found, {
            reviewers,
            waitMinutes,
            noSelf,
            bypass,
            idOfRule,
            updated_at: this.#clock.iso(),
            rules: rules.map(slug => ({ id: nextSerial(), slug })),
        });
    }

    /** True where the job may start at once; else it waits, and is released or refused from here. */
    gate(run, job) {
        if (!job.environment) return true;
        const environment = this.#find(job.environment.name) ?? this.set(job.environment.name);
        job.deployment = this.#line.deployments.create({
            sha: run.sha,
            ref: run.branch,
            environment: environment.name,
            creator: run.event.actor,
            run,
        });
        const { reviewers, waitMinutes, rules } = environment;
        const open = new Set([
            ...(reviewers.length > 0 ? ['review'] : []),
            ...(waitMinutes > 0 ? ['timer'] : []),
            ...rules.map(rule => rule.slug),
        ]);
        if (open.size === 0) return true;
        const wait = { run, job, environment, open, startedAt: this.#clock.iso(), reports: [] };
        this.#waiting.push(wait);
        if (open.has('timer'))
            this.#clock.at(this.#clock.now() + waitMinutes * 60_000, () => this.#pass(wait, 'timer'));
        if (open.has('review'))
            this.#tell(
                'deployment_review',
                'requested',
                {
                    environment: environment.name,
                    requestor: this.#line.hub.userJson(run.event.actor),
                    reviewers: reviewersOf(this.#line, environment),
                    workflow_job_run: jobRunShape(this.#line, wait),
                    since: wait.startedAt,
                },
                run,
            );
        for (const rule of rules)
            this.#tell(
                'deployment_protection_rule',
                'requested',
                {
                    environment: environment.name,
                    event: run.event.name,
                    sha: run.sha,
                    ref: run.event.ref,
                    deployment_callback_url: `${this.#line.url}/actions/runs/${run.id}/deployment_protection_rule`,
                    deployment: this.#line.deployments.shape(job.deployment),
                    pull_requests: [],
                },
                run,
            );
        return false;
    }

    /** A job of a run moved: its deployment follows. */
    follow(run, job, action) {
        if (action === 'completed' && job.status === 'completed')
            this.#waiting = this.#waiting.filter(wait => wait.job !== job);
        const state =
            action === 'completed'
                ? ({ success: 'success', skipped: 'inactive' }[job.conclusion] ?? 'failure')
                : { waiting: 'waiting', in_progress: 'in_progress', queued: 'queued' }[action];
        if (job.deployment && state)
            this.#line.deployments.setState(job.deployment, {
                state,
                creator: run.event.actor,
                log_url: `${this.#line.htmlUrl}/actions/runs/${run.id}/job/${job.id}`,
                environment_url: job.environment.url,
            });
    }

    list(request) {
        return paged(request, this.#all, page => ({
            total_count: this.#all.length,
            environments: page.map(one => environmentShape(this.#line, one)),
        }));
    }

    one(request) {
        const found = this.#find(request.params.environment);
        return found ? json(environmentShape(this.#line, found)) : notFound();
    }

    put(request) {
        const { wait_timer: wait_minutes = 0, reviewers = [], prevent_self_review = false } = request.body ?? {};
        const logins = (reviewers ?? []).map(({ id }) => this.#line.hub.rows('users').get(id)?.login).filter(Boolean);
        return json(
            environmentShape(
                this.#line,
                this.set(request.params.environment, { wait_minutes, reviewers: logins, prevent_self_review }),
            ),
        );
    }

    remove(request) {
        const found = this.#find(request.params.environment);
        this.#all = this.#all.filter(one => one !== found);
        return found ? empty() : notFound();
    }

    listRules(request) {
        const found = this.#find(request.params.environment);
        const rules = found?.rules.map(rule => ruleShape(this.#line, rule));
        return found ? json({ total_count: rules.length, custom_deployment_protection_rules: rules }) : notFound();
    }

    pending(request) {
        const run = this.#runs.find(this.#line, request.params.run);
        return run
            ? json(
                  this.#environmentsOf(run).map(wait =>
                      pendingShape(this.#line, wait, this.#mayReview(wait, request.login)),
                  ),
              )
            : notFound();
    }

    review(request) {
        const run = this.#runs.find(this.#line, request.params.run);
        const { environment_ids: ids, state, comment } = request.body ?? {};
        if (!run) return notFound();
        if (
            !Array.isArray(ids) ||
            ids.length === 0 ||
            !['approved', 'rejected'].includes(state) ||
            typeof comment !== 'string'
        )
            return refusal(422, 'Invalid request.\n\nenvironment_ids, state and comment are required.');
        const waits = this.#waiting.filter(
            wait => wait.run === run && ids.includes(wait.environment.id) && wait.open.has('review'),
        );
        if (waits.length === 0)
            return refusal(422, 'No pending deployment requests to approve or reject', {
                errors: ['No pending deployment requests to approve or reject'],
            });
        if (!waits.every(wait => this.#mayReview(wait, request.login)))
            return refusal(422, 'There were one or more errors approving or rejecting the deployments', {
                errors: ['You are not a reviewer of this environment'],
            });
        const review = {
            state,
            comment,
            login: request.login,
            environments: [...new Set(waits.map(wait => wait.environment))],
        };
        this.#approvals.set(run, [...(this.#approvals.get(run) ?? []), review]);
        for (const wait of waits) {
            this.#tell(
                'deployment_review',
                state,
                {
                    approver: this.#line.hub.userJson(request.login),
                    comment,
                    reviewers: reviewersOf(this.#line, wait.environment),
                    workflow_job_run: jobRunShape(this.#line, wait),
                    since: wait.startedAt,
                },
                run,
            );
            if (state === 'approved') this.#pass(wait, 'review');
            else this.#fail(wait);
        }
        return json(waits.map(wait => this.#line.deployments.shape(wait.job.deployment)));
    }

    approvals(request) {
        const run = this.#runs.find(this.#line, request.params.run);
        const shape = ({ state, comment, login, environments }) => ({
            state,
            comment,
            user: this.#line.hub.userJson(login),
            environments: environments.map(one => environmentBrief(this.#line, one)),
        });
        return run ? json((this.#approvals.get(run) ?? []).map(shape)) : notFound();
    }

    /**
     * The callback of a custom protection rule, which only its own App may call: a report where `state` is left out,
     * else the rule's verdict. It is no review: GitHub documents none of an App among them.
     */
    judge(request) {
        const run = this.#runs.find(this.#line, request.params.run);
        const { environment_name: name, state, comment } = request.body ?? {};
        if (!run) return notFound();
        if (
            typeof name !== 'string' ||
            (state !== undefined && !['approved', 'rejected'].includes(state)) ||
            (state === undefined && comment === undefined) ||
            (comment !== undefined && typeof comment !== 'string')
        )
            return refusal(422, 'Invalid request.\n\nenvironment_name and either state or comment are required.');
        const slug = request.holder?.app;
        if (!this.#find(name)?.rules.some(rule => rule.slug === slug))
            return refusal(
                403,
                `Resource not accessible by ${isInstallation(request.holder) ? 'integration' : 'personal access token'}`,
            );
        const waits = this.#waiting.filter(
            wait => wait.run === run && wait.environment.name === name && wait.open.has(slug),
        );
        if (waits.length === 0)
            return refusal(422, 'No pending custom deployment protection rule for this environment');
        if (state === undefined && (comment.length > 1024 || waits.some(wait => wait.reports.length >= 10)))
            return refusal(422, 'Too many or too long status reports');
        for (const wait of waits) {
            wait.reports.push(comment ?? '');
            if (state === 'approved') this.#pass(wait, slug);
            else if (state === 'rejected') this.#fail(wait);
        }
        return empty();
    }

    #pass(wait, what) {
        wait.open.delete(what);
        if (wait.open.size > 0 || !this.#waiting.includes(wait)) return;
        this.#waiting = this.#waiting.filter(one => one !== wait);
        this.#runs.release(wait.run, wait.job);
    }

    #fail(wait) {
        this.#waiting = this.#waiting.filter(one => one !== wait);
        this.#runs.refuse(wait.run, wait.job);
    }

    #find(name) {
        return this.#all.find(one => one.name.toLowerCase() === name.toLowerCase());
    }

    #mayReview({ environment, run }, login) {
        return environment.reviewers.includes(login) && !(environment.noSelf && run.event.actor === login);
    }

    #environmentsOf(run) {
        return [
            ...new Map(this.#waiting.filter(wait => wait.run === run).map(wait => [wait.environment, wait])).values(),
        ];
    }
}

export function environmentRoutes(routes) {
    const add = (method, path, needs, answer) =>
        routes.add(method, `/repos/{owner}/{repo}${path}`, needs, request =>
            request.line.environments[answer](request),
        );
    add('GET', '/environments', 'actions=read', 'list');
    add('GET', '/environments/{environment}', 'actions=read', 'one');
    add('PUT', '/environments/{environment}', 'administration=write', 'put');
    add('DELETE', '/environments/{environment}', 'administration=write', 'remove');
    add('GET', '/environments/{environment}/deployment_protection_rules', 'actions=read', 'listRules');
    add('GET', '/actions/runs/{run}/pending_deployments', 'actions=read', 'pending');
    add('POST', '/actions/runs/{run}/pending_deployments', 'deployments=write', 'review');
    add('GET', '/actions/runs/{run}/approvals', 'actions=read', 'approvals');
    add('POST', '/actions/runs/{run}/deployment_protection_rule', 'deployments=write', 'judge');
}
