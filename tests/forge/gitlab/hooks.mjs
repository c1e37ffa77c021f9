// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's webhooks: the plain token, and the newer signature where the hook has a signing token; their list, and
// resending.
// Source: docs.gitlab.com, "Webhooks"; standardwebhooks.com for the signature.
import { createHmac, randomUUID } from 'node:crypto';
import { empty } from '../answers.mjs';
import { DeliveryWay } from '../deliveryway.mjs';
import { json, notFound, paged, refused } from './answers.mjs';
import { hookProject } from './payloads.mjs';

const kHooks = {
    'Push Hook': 'push_events',
    'Pipeline Hook': 'pipeline_events',
    'Job Hook': 'job_events',
    'Deployment Hook': 'deployment_events',
    'Merge Request Hook': 'merge_requests_events',
    'Issue Hook': 'issues_events',
};
const kFailuresMost = 4; // then the hook is switched off
const kMaintainer = 40;
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
        const hook = {
            id: ++serial,
            project,
            url,
            token,
            signing,
            events: { push_events: true, ...events },
            createdAt: project.now(),
            deliveries: [],
        };
        project.hooks.push(hook);
        return hook;
    }

    dispatch(project, event, payload) {
        for (const hook of project.hooks.filter(
            one => one.events[kHooks[event]] && this.#failures(one) < kFailuresMost,
        ))
            this.#send(hook, event, { ...payload, project: hookProject(project) });
    }

    routes(add) {
        const base = '/projects/{project}/hooks';
        const one = answer => request => {
            const hook = request.project.hooks.find(each => each.id === Number(request.params.hook));
            return hook ? answer(request, hook) : notFound();
        };
        add('GET', base, request =>
            (request.holder.level ?? kMaintainer) < kMaintainer
                ? refused(403, '403 Forbidden')
                : paged(request, request.project.hooks, shape),
        );
        add('POST', base, request =>
            request.body?.url
                ? json(shape(this.add(request.project, request.body)), 201)
                : refused(400, { url: ["can't be blank"] }),
        );
        add(
            'GET',
            `${base}/{hook}`,
            one((request, hook) => json(shape(hook))),
        );
        add(
            'PUT',
            `${base}/{hook}`,
            one((request, hook) => {
                const { url, token, signing_token: signing, ...events } = request.body ?? {};
                Object.assign(hook, {
                    url: url ?? hook.url,
                    token: token ?? hook.token,
                    signing: signing ?? hook.signing,
                    events: { ...hook.events, ...events },
                });
                return json(shape(hook));
            }),
        );
        add(
            'DELETE',
            `${base}/{hook}`,
            one((request, hook) => {
                request.project.hooks.splice(request.project.hooks.indexOf(hook), 1);
                return empty();
            }),
        );
        add(
            'GET',
            `${base}/{hook}/events`,
            one((request, hook) => paged(request, hook.deliveries.toReversed(), eventShape)),
        );
        add(
            'POST',
            `${base}/{hook}/events/{event}/resend`,
            one((request, hook) => {
                const found = hook.deliveries.find(each => each.id === Number(request.params.event));
                if (found) this.#post(hook, { ...found, id: ++serial });
                return found ? json({ response_status: 202 }, 201) : notFound();
            }),
        );
    }

    #failures(hook) {
        const ended = hook.deliveries.filter(one => one.status_code !== 0);
        return ended.slice(-kFailuresMost).filter(one => one.status_code < 200 || one.status_code >= 300).length;
    }

    #send(hook, event, payload) {
        const body = JSON.stringify(payload);
        const id = randomUUID();
        const headers = {
            'content-type': 'application/json',
            'user-agent': 'GitLab/18.5.0',
            'idempotency-key': id,
            'x-gitlab-event': event,
            'x-gitlab-event-uuid': randomUUID(),
            'x-gitlab-instance': this.#service.baseUrl,
            'x-gitlab-webhook-uuid': randomUUID(),
            ...(hook.token ? { 'x-gitlab-token': hook.token } : {}),
        };
        if (hook.signing) {
            const timestamp = String(Math.floor(this.#service.clock.now() / 1000));
            const key = Buffer.from(hook.signing.replace(/^whsec_/, ''), 'base64');
            const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
            Object.assign(headers, {
                'webhook-id': id,
                'webhook-timestamp': timestamp,
                'webhook-signature': `v1,${signature}`,
            });
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
    return {
        id,
        url,
        project_id: project.id,
        created_at: createdAt,
        enable_ssl_verification: true,
        alert_status: 'executable',
        disabled_until: null,
        signing_token_present: Boolean(signing),
        ...events,
    };
}

function eventShape({ id, event, headers, body, status_code: code, duration, answer }) {
    const shown = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, name === 'x-gitlab-token' ? '[REDACTED]' : value]),
    );
    return {
        id,
        url: '',
        trigger: kHooks[event],
        request_headers: shown,
        request_data: JSON.parse(body),
        response_headers: {},
        response_body: answer,
        execution_duration: duration,
        response_status: code ? String(code) : 'internal error',
    };
}
