// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub's webhooks: signed deliveries in the order of their events, their list, and redelivery.
import { createHmac, randomUUID } from 'node:crypto';
import { empty, json, notFound } from './answers.mjs';
import { DeliveryWay } from './deliveryway.mjs';

const kFirstDelivery = 12_000_000_000; // above 32 bits, as GitHub's are

export class Hooks {
    #hub;
    #clock;
    #deliveries = [];
    #way;

    constructor(hub, clock) {
        this.#hub = hub;
        this.#clock = clock;
        this.#way = new DeliveryWay(clock);
    }

    order(order) {
        return this.#way.order(order);
    }

    /** Sends to every hook of the repository, and of the apps installed there, that asked for the event. */
    dispatch(event, action, payload, fullName) {
        const repo = this.#hub.repo(fullName);
        for (const target of repo ? this.#targets(repo, event) : [])
            this.#way.post(this.#record(target, event, action, { ...payload, ...target.more }));
    }

    /** As GitHub does when a hook is made: true where there is one. */
    ping(id) {
        const hook = this.#hub.rows('webhooks').get(id);
        const payload = { zen: 'Design for failure.', hook_id: id };
        if (hook) this.#way.post(this.#record(ofRow(hook), 'ping', undefined, payload));
        return Boolean(hook);
    }

    routes(routes) {
        const base = '/repos/{owner}/{repo}/hooks/{hook}/deliveries';
        routes.add('GET', base, 'repository_hooks=read', request => this.#list(request));
        routes.add('GET', `${base}/{delivery}`, 'repository_hooks=read', request =>
            this.#one(request, delivery => json(detailed(delivery))),
        );
        routes.add('POST', `${base}/{delivery}/attempts`, 'repository_hooks=write', request =>
            this.#one(request, delivery => {
                this.#way.post(this.#add({ ...delivery, redelivery: true }));
                return { ...json({}), status: 202 };
            }),
        );
        routes.add('POST', '/repos/{owner}/{repo}/hooks/{hook}/pings', 'repository_hooks=write', request => {
            return this.ping(Number(request.params.hook)) ? empty() : notFound();
        });
    }

    #targets(repo, event) {
        const wants = events => events.includes('*') || events.includes(event);
        const hooks = this.#hub
            .rows('webhooks')
            .all()
            .filter(row => row.repo_id === repo.id && row.active && wants(row.events))
            .map(ofRow);
        const apps = this.#hub
            .rows('app_installations')
            .all()
            .filter(row => row.account_login === repo.full_name.split('/')[0] && wants(row.events))
            .map(row => [
                row,
                this.#hub
                    .rows('apps')
                    .all()
                    .find(app => app.app_id === row.app_id),
            ])
            .filter(([, app]) => app?.webhook_url)
            .map(([row, app]) => ({
                id: app.app_id,
                url: app.webhook_url,
                secret: app.webhook_secret,
                more: { installation: { id: row.installation_id, node_id: '' } },
            }));
        return [...hooks, ...apps];
    }

    #record(target, event, action, payload) {
        const body = JSON.stringify(payload);
        const headers = {
            accept: '*/*',
            'content-type': 'application/json',
            'user-agent': 'GitHub-Hookshot/0000000',
            'x-github-delivery': randomUUID(),
            'x-github-event': event,
            'x-github-hook-id': String(target.id),
            'x-github-hook-installation-target-type': target.more ? 'integration' : 'repository',
        };
        if (target.secret)
            for (const algorithm of ['sha1', 'sha256'])
                headers[`x-hub-signature${algorithm === 'sha1' ? '' : '-256'}`] =
                    `${algorithm}=${createHmac(algorithm, target.secret).update(body).digest('hex')}`;
        return this.#add({
            target,
            guid: headers['x-github-delivery'],
            event,
            action: action ?? null,
            headers,
            body,
            redelivery: false,
        });
    }

    #add(delivery) {
        const added = {
            ...delivery,
            id: kFirstDelivery + this.#deliveries.length,
            deliveredMs: this.#clock.now(),
            duration: 0,
            status: 'pending',
            status_code: 0,
            answer: '',
        };
        this.#deliveries.push(added);
        return added;
    }

    #list(request) {
        const hook = Number(request.params.hook);
        if (!this.#hub.rows('webhooks').get(hook)) return notFound();
        const size = Math.min(100, Number(request.query.get('per_page')) || 30);
        const before = Number((request.query.get('cursor') ?? '').replace('v1_', '')) || Infinity;
        const rows = this.#deliveries.filter(delivery => delivery.target.id === hook && delivery.id < before).reverse();
        const page = rows.slice(0, size);
        const next = `${request.url}?per_page=${size}&cursor=v1_${page.at(-1)?.id}`;
        return json(page.map(brief), 200, rows.length > size ? { link: `<${next}>; rel="next"` } : {});
    }

    #one(request, answer) {
        const found = this.#deliveries.find(
            delivery =>
                delivery.id === Number(request.params.delivery) && delivery.target.id === Number(request.params.hook),
        );
        return found ? answer(found) : notFound();
    }
}

function ofRow(row) {
    return { id: row.id, url: row.config.url, secret: row.config.secret };
}

function brief(delivery) {
    const payload = JSON.parse(delivery.body);
    return {
        id: delivery.id,
        guid: delivery.guid,
        delivered_at: new Date(delivery.deliveredMs).toISOString(),
        redelivery: delivery.redelivery,
        duration: delivery.duration,
        status: delivery.status,
        status_code: delivery.status_code,
        event: delivery.event,
        action: delivery.action,
        installation_id: payload.installation?.id ?? null,
        repository_id: payload.repository?.id ?? null,
        throttled_at: null,
    };
}

function detailed(delivery) {
    return {
        ...brief(delivery),
        url: delivery.target.url,
        request: { headers: delivery.headers, payload: JSON.parse(delivery.body) },
        response: { headers: {}, payload: delivery.answer },
    };
}
