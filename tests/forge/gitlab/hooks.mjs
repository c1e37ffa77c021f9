// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's webhooks: the plain token, and the newer signature where the hook has a signing token; their list, and resending.
// Source: docs.gitlab.com, "Webhooks"; standardwebhooks.com for the signature.
import { createHmac, randomUUID } from 'node:crypto';
import { empty } from '../answers.mjs';
import { DeliveryWay } from '../deliveryway.mjs';
import { json, notFound, paged, refused } from './answers.mjs';
import { commitShape, projectShape, userShape } from './shapes.mjs';

const kHooks = {
    'Push Hook': 'push_events', 'Pipeline Hook': 'pipeline_events', 'Job Hook': 'job_events', 'Deployment Hook': 'deployment_events',
    'Merge Request Hook': 'merge_requests_events', 'Issue Hook': 'issues_events',
};
const kFailuresMost = 4; // then the hook is switched off
let serial = 7_000_000;

export class Hooks {
    #service;
    #way;

    constructor(service) {
        this.#service = service;
        this.#way = new DeliveryWay(service.clock);
    }

    order(order) {
        return this.#way.order(order);
    }

    add(project, { url, token = '', signing_token: signing, ...events }) {
        const hook = { id: ++serial, project, url, token, signing, events: { push_events: true, ...events }, createdAt: project.now(), deliveries: [] };
        project.hooks.push(hook);
        return hook;
    }

    dispatch(project, event, payload) {
        for (const hook of project.hooks.filter(one => one.events[kHooks[event]] && this.#failures(one) < kFailuresMost))
            this.#send(hook, event, { ...payload, project: hookProject(project) });
    }

    routes(add) {
        const base = '/projects/{project}/hooks';
        const one = answer => request => {
            const hook = request.project.hooks.find(each => each.id === Number(request.params.hook));
            return hook ? answer(request, hook) : notFound();
        };
        add('GET', base, request => paged(request, request.project.hooks, shape));
        add('POST', base, request => request.body?.url ? json(shape(this.add(request.project, request.body)), 201) : refused(400, { url: ["can't be blank"] }));
        add('GET', `${base}/{hook}`, one((request, hook) => json(shape(hook))));
        add('PUT', `${base}/{hook}`, one((request, hook) => {
            const { url, token, signing_token: signing, ...events } = request.body ?? {};
            Object.assign(hook, { url: url ?? hook.url, token: token ?? hook.token, signing: signing ?? hook.signing, events: { ...hook.events, ...events } });
            return json(shape(hook));
        }));
        add('DELETE', `${base}/{hook}`, one((request, hook) => {
            request.project.hooks.splice(request.project.hooks.indexOf(hook), 1);
            return empty();
        }));
        add('GET', `${base}/{hook}/events`, one((request, hook) => paged(request, hook.deliveries.toReversed(), eventShape)));
        add('POST', `${base}/{hook}/events/{event}/resend`, one((request, hook) => {
            const found = hook.deliveries.find(each => each.id === Number(request.params.event));
            if (found)
                this.#post(hook, { ...found, id: ++serial });
            return found ? json({ response_status: 202 }, 201) : notFound();
        }));
    }

    #failures(hook) {
        const ended = hook.deliveries.filter(one => one.status_code !== 0);
        return ended.slice(-kFailuresMost).filter(one => one.status_code < 200 || one.status_code >= 300).length;
    }

    #send(hook, event, payload) {
        const body = JSON.stringify(payload);
        const id = randomUUID();
        const headers = {
            'content-type': 'application/json', 'user-agent': 'GitLab/18.5.0', 'idempotency-key': id, 'x-gitlab-event': event,
            'x-gitlab-event-uuid': randomUUID(), 'x-gitlab-instance': this.#service.baseUrl, 'x-gitlab-webhook-uuid': randomUUID(),
            ...(hook.token ? { 'x-gitlab-token': hook.token } : {}),
        };
        if (hook.signing) {
            const timestamp = String(Math.floor(this.#service.clock.now() / 1000));
            const key = Buffer.from(hook.signing.replace(/^whsec_/, ''), 'base64');
            const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
            Object.assign(headers, { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` });
        }
        this.#post(hook, { id: ++serial, event, headers, body });
    }

    #post(hook, delivery) {
        const posted = { ...delivery, target: hook, status_code: 0, answer: '', duration: 0 };
        hook.deliveries.push(posted);
        this.#way.post(posted);
    }
}

function shape({ id, url, project, events, createdAt, signing }) {
    return { id, url, project_id: project.id, created_at: createdAt, enable_ssl_verification: true, alert_status: 'executable', disabled_until: null, signing_token_present: Boolean(signing), ...events };
}

function eventShape({ id, event, headers, body, status_code: code, duration, answer }) {
    const shown = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, name === 'x-gitlab-token' ? '[REDACTED]' : value]));
    return { id, url: '', trigger: kHooks[event], request_headers: shown, request_data: JSON.parse(body), response_headers: {}, response_body: answer, execution_duration: duration, response_status: code ? String(code) : 'internal error' };
}

function hookProject(project) {
    const { id, name, web_url: webUrl, default_branch: branch, path_with_namespace: path } = projectShape(project);
    return { id, name, description: '', web_url: webUrl, avatar_url: null, git_ssh_url: '', git_http_url: `${webUrl}.git`, namespace: path.split('/')[0], visibility_level: 0, path_with_namespace: path, default_branch: branch };
}

const time = text => text?.replace('T', ' ').replace(/\.\d+Z$/, ' UTC') ?? null;

function hookCommit(project, sha) {
    const { id, message, title, committed_date: at, web_url: url, author_name: name, author_email: email } = commitShape(project, sha);
    return { id, message, title, timestamp: at, url, author: { name, email } };
}

/** The payloads, by what moved. */
export const payloads = {
    push: (service, project, { ref, before, after, login, commits }) => ({
        object_kind: 'push', event_name: 'push', before, after, ref: `refs/heads/${ref}`, checkout_sha: /^0+$/.test(after) ? null : after, user_username: login,
        user_name: login, user_id: userShape(service, login).id, project_id: project.id, total_commits_count: commits.length,
        commits: commits.slice(0, 20).map(one => hookCommit(project, one.id)),
    }),
    pipeline: (service, pipeline) => ({
        object_kind: 'pipeline',
        object_attributes: {
            id: pipeline.id, iid: pipeline.iid, ref: pipeline.ref, tag: false, sha: pipeline.sha, before_sha: pipeline.before, source: pipeline.source,
            status: pipeline.status, detailed_status: pipeline.status, stages: pipeline.stages, created_at: time(pipeline.createdAt), finished_at: time(pipeline.finishedAt),
            duration: null, variables: [], url: `${pipeline.project.webUrl}/-/pipelines/${pipeline.id}`,
        },
        merge_request: null, user: userShape(service, pipeline.user), commit: hookCommit(pipeline.project, pipeline.sha),
        builds: pipeline.jobs.map(job => ({
            id: job.id, stage: job.definition.stage, name: job.name, status: job.status, created_at: time(job.createdAt), started_at: time(job.startedAt),
            finished_at: time(job.finishedAt), when: job.definition.when, manual: job.definition.when === 'manual', allow_failure: job.definition.allowFailure,
            failure_reason: job.reason, user: userShape(service, job.user), runner: null, artifacts_file: { filename: null, size: null },
            environment: job.definition.environment ?? null,
        })),
    }),
    job: (service, job) => ({
        object_kind: 'build', ref: job.pipeline.ref, tag: false, before_sha: job.pipeline.before, sha: job.pipeline.sha, retries_count: job.tries, build_id: job.id,
        build_name: job.name, build_stage: job.definition.stage, build_status: job.status, build_created_at: time(job.createdAt), build_started_at: time(job.startedAt),
        build_finished_at: time(job.finishedAt), build_duration: null, build_queued_duration: null, build_allow_failure: job.definition.allowFailure,
        build_failure_reason: job.reason ?? 'unknown_failure', pipeline_id: job.pipeline.id, runner: null, project_id: job.pipeline.project.id,
        project_name: job.pipeline.project.path.replace('/', ' / '), user: userShape(service, job.user), commit: hookCommit(job.pipeline.project, job.pipeline.sha),
        environment: job.definition.environment ?? null, source_pipeline: null,
    }),
    deployment: (service, deployment) => ({
        object_kind: 'deployment', status: deployment.status, status_changed_at: time(deployment.updatedAt), deployment_id: deployment.id, deployable_id: deployment.job.id,
        deployable_url: `${deployment.job.pipeline.project.webUrl}/-/jobs/${deployment.job.id}`, environment: deployment.environment.name, environment_tier: 'production',
        environment_slug: deployment.environment.name, environment_external_url: null, short_sha: deployment.job.pipeline.sha.slice(0, 8),
        user: userShape(service, deployment.job.user), user_url: '', commit_url: '', commit_title: '', ref: deployment.job.pipeline.ref,
    }),
};
