// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries of webhooks, signed, in the order of their events; and what a test orders to happen to them on their way.
import { createHmac, randomUUID } from 'node:crypto';
import { empty, json, notFound } from './answers.mjs';

const kPatienceMs = 10_000; // GitHub's own
const kFirstDelivery = 12_000_000_000; // above 32 bits, as GitHub's are

export class Hooks {
    #hub;
    #clock;
    #deliveries = [];
    #held = [];
    #order = {};
    #lines = new Map();
    #random = 1;

    constructor(hub, clock) {
        this.#hub = hub;
        this.#clock = clock;
    }

    /** Sends to every hook of the repository, and of the apps installed there, that asked for the event. */
    dispatch(event, action, payload, fullName) {
        const repo = this.#hub.repo(fullName);
        for (const target of repo ? this.#targets(repo, event) : [])
            this.#post(this.#record(target, event, action, { ...payload, ...target.more }));
    }

    /**
     * {"off": true}: nothing is sent, and the list of deliveries says failed. {"hold": true}: kept back until
     * {"hold": false}, then sent, {"shuffle": true} in another order. {"times": 3}: each delivery so often.
     */
    async order(order) {
        this.#order = { ...this.#order, ...order };
        if (this.#order.hold)
            return { held: this.#held.length };
        const all = this.#held.splice(0).flatMap(delivery => Array(this.#order.times ?? 1).fill(delivery));
        if (this.#order.shuffle)
            this.#shuffle(all);
        for (const delivery of all)
            await this.#send(delivery);
        return { sent: all.length };
    }

    routes(routes) {
        const base = '/repos/{owner}/{repo}/hooks/{hook}/deliveries';
        routes.add('GET', base, 'repository_hooks=read', request => this.#list(request));
        routes.add('GET', `${base}/{delivery}`, 'repository_hooks=read', request => this.#one(request, delivery => json(detailed(delivery))));
        routes.add('POST', `${base}/{delivery}/attempts`, 'repository_hooks=write', request => this.#one(request, delivery => {
            this.#post(this.#add({ ...delivery, redelivery: true }));
            return { ...json({}), status: 202 };
        }));
        routes.add('POST', '/repos/{owner}/{repo}/hooks/{hook}/pings', 'repository_hooks=write', request => {
            const hook = this.#hub.rows('webhooks').get(Number(request.params.hook));
            if (hook)
                this.#post(this.#record(ofRow(hook), 'ping', undefined, { zen: 'Design for failure.', hook_id: hook.id }));
            return hook ? empty() : notFound();
        });
    }

    #targets(repo, event) {
        const wants = events => events.includes('*') || events.includes(event);
        const hooks = this.#hub.rows('webhooks').all()
            .filter(row => row.repo_id === repo.id && row.active && wants(row.events))
            .map(ofRow);
        const apps = this.#hub.rows('app_installations').all()
            .filter(row => row.account_login === repo.full_name.split('/')[0] && wants(row.events))
            .map(row => [row, this.#hub.rows('apps').all().find(app => app.app_id === row.app_id)])
            .filter(([, app]) => app?.webhook_url)
            .map(([row, app]) => ({
                id: app.app_id, url: app.webhook_url, secret: app.webhook_secret, more: { installation: { id: row.installation_id, node_id: '' } },
            }));
        return [...hooks, ...apps];
    }

    #record(target, event, action, payload) {
        const body = JSON.stringify(payload);
        const headers = {
            'accept': '*/*',
            'content-type': 'application/json',
            'user-agent': 'GitHub-Hookshot/0000000',
            'x-github-delivery': randomUUID(),
            'x-github-event': event,
            'x-github-hook-id': String(target.id),
            'x-github-hook-installation-target-type': target.more ? 'integration' : 'repository',
        };
        if (target.secret)
            for (const algorithm of ['sha1', 'sha256'])
                headers[`x-hub-signature${algorithm === 'sha1' ? '' : '-256'}`]
                    = `${algorithm}=${createHmac(algorithm, target.secret).update(body).digest('hex')}`;
        return this.#add({ target, guid: headers['x-github-delivery'], event, action: action ?? null, headers, body, redelivery: false });
    }

    #add(delivery) {
        const added = {
            ...delivery, id: kFirstDelivery + this.#deliveries.length, deliveredMs: this.#clock.now(), duration: 0,
            status: 'pending', status_code: 0, answer: '',
        };
        this.#deliveries.push(added);
        return added;
    }

    #post(delivery) {
        if (this.#order.hold) {
            this.#held.push(delivery);
            return;
        }
        const line = this.#lines.get(delivery.target.id) ?? Promise.resolve();
        this.#lines.set(delivery.target.id, line.then(async () => {
            for (let time = 0; time < (this.#order.times ?? 1); ++time)
                await this.#send(delivery);
        }));
    }

    async #send(delivery) {
        delivery.deliveredMs = this.#clock.now();
        if (this.#order.off) {
            Object.assign(delivery, { status: 'failed to connect to host', status_code: 502 });
            return;
        }
        const started = Date.now();
        try {
            const response = await fetch(delivery.target.url, {
                method: 'POST', headers: delivery.headers, body: delivery.body, signal: AbortSignal.timeout(kPatienceMs), redirect: 'manual',
            });
            delivery.answer = (await response.text()).slice(0, 4096);
            Object.assign(delivery, { status: response.ok ? 'OK' : `Invalid HTTP Response: ${response.status}`, status_code: response.status });
        } catch (error) {
            Object.assign(delivery, error.name === 'TimeoutError' ? { status: 'timed out', status_code: 504 } : { status: 'failed to connect to host', status_code: 502 });
        }
        delivery.duration = (Date.now() - started) / 1000;
    }

    #list(request) {
        const hook = Number(request.params.hook);
        if (!this.#hub.rows('webhooks').get(hook))
            return notFound();
        const size = Math.min(100, Number(request.query.get('per_page')) || 30);
        const before = Number((request.query.get('cursor') ?? '').replace('v1_', '')) || Infinity;
        const rows = this.#deliveries.filter(delivery => delivery.target.id === hook && delivery.id < before).reverse();
        const page = rows.slice(0, size);
        const next = `${request.url}?per_page=${size}&cursor=v1_${page.at(-1)?.id}`;
        return json(page.map(brief), 200, rows.length > size ? { link: `<${next}>; rel="next"` } : {});
    }

    #one(request, answer) {
        const found = this.#deliveries.find(delivery => delivery.id === Number(request.params.delivery) && delivery.target.id === Number(request.params.hook));
        return found ? answer(found) : notFound();
    }

    #shuffle(all) {
        for (let at = all.length - 1; at > 0; --at) {
            this.#random = (this.#random * 48271) % 2147483647; // the same order in every run
            const other = this.#random % (at + 1);
            [all[at], all[other]] = [all[other], all[at]];
        }
    }
}

function ofRow(row) {
    return { id: row.id, url: row.config.url, secret: row.config.secret };
}

function brief(delivery) {
    const payload = JSON.parse(delivery.body);
    return {
        id: delivery.id, guid: delivery.guid, delivered_at: new Date(delivery.deliveredMs).toISOString(), redelivery: delivery.redelivery,
        duration: delivery.duration, status: delivery.status, status_code: delivery.status_code, event: delivery.event,
        action: delivery.action, installation_id: payload.installation?.id ?? null, repository_id: payload.repository?.id ?? null,
        throttled_at: null,
    };
}

function detailed(delivery) {
    return {
        ...brief(delivery), url: delivery.target.url, request: { headers: delivery.headers, payload: JSON.parse(delivery.body) },
        response: { headers: {}, payload: delivery.answer },
    };
}
