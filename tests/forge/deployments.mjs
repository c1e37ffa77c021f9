// SPDX-License-Identifier: GPL-3.0-or-later
// Deployments of one repository and their statuses: made by the API, and by jobs that name an environment.
import { invalid, json, notFound, paged, refusal } from './answers.mjs';
import { nextSerial } from './serial.mjs';

const kStates = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success', 'waiting'];

export class Deployments {
    #line;
    #clock;
    #tell;
    #all = [];

    /** `tell(event, action, payload)` sends a webhook. */
    constructor(line, clock, tell) {
        this.#line = line;
        this.#clock = clock;
        this.#tell = tell;
    }

    create({
        sha,
        ref,
        environment,
        creator,
        task = 'deploy',
        description = null,
        payload = {},
        production = environment === 'production',
        run,
    }) {
        const now = this.#clock.iso();
        const deployment = {
            id: nextSerial(),
            sha,
            ref,
            environment,
            creator,
            task,
            description,
            payload,
            production,
            created_at: now,
            updated_at: now,
            statuses: [],
            run,
        };
        this.#all.push(deployment);
        this.#tell(
            'deployment',
            'created',
            { deployment: this.shape(deployment), workflow: null, workflow_run: null },
            run,
        );
        return deployment;
    }

    setState(
        deployment,
        { state, creator, description = '', log_url: logUrl = '', environment_url: environmentUrl = '' },
    ) {
        const now = this.#clock.iso();
        const status = { id: nextSerial(), state, creator, description, logUrl, environmentUrl, created_at: now };
        deployment.statuses.push(status);
        deployment.updated_at = now;
        if (state === 'success')
            for (const older of this.#all.filter(
                one =>
                    one !== deployment &&
                    one.environment === deployment.environment &&
                    one.statuses.at(-1)?.state === 'success',
            ))
                this.setState(older, { state: 'inactive', creator });
        this.#tell('deployment_status', 'created', {
            deployment: this.shape(deployment),
            deployment_status: this.#statusShape(deployment, status),
        });
        return status;
    }

    shape(deployment) {
        const { id, sha, ref, environment, creator, task, description, payload, created_at, updated_at, production } =
            deployment;
        const url = `${this.#line.url}/deployments/${id}`;
        return {
            url,
            id,
            node_id: `DE_${id}`,
            task,
            original_environment: environment,
            environment,
            description,
            created_at,
            updated_at,
            statuses_url: `${url}/statuses`,
            repository_url: this.#line.url,
            creator: this.#line.hub.userJson(creator),
            sha,
            ref,
            payload,
            transient_environment: false,
            production_environment: production,
            performed_via_github_app: null,
        };
    }

    answer(request) {
        const { method, params, query, body } = request;
        const found = this.#all.find(one => one.id === Number(params.deployment));
        if (params.deployment && !found) return notFound();
        if (params.deployment && params.status) {
            const status = found.statuses.find(one => one.id === Number(params.status));
            return status ? json(this.#statusShape(found, status)) : notFound();
        }
        if (request.path.endsWith('/statuses'))
            return method === 'GET'
                ? paged(request, found.statuses.toReversed(), page => page.map(one => this.#statusShape(found, one)))
                : this.#postStatus(request, found);
        if (found) return json(this.shape(found));
        if (method === 'POST') return this.#post(request, body ?? {});
        const fits = one =>
            ['sha', 'ref', 'task', 'environment'].every(name => !query.get(name) || one[name] === query.get(name));
        return paged(request, this.#all.filter(fits).toReversed(), page => page.map(one => this.shape(one)));
    }

    #post(
        request,
        {
            ref,
            environment = 'production',
            task,
            description,
            payload,
            production_environment: production,
            required_contexts: contexts,
        },
    ) {
        const sha = typeof ref === 'string' ? this.#line.resolve(ref) : undefined;
        if (!sha) return refusal(422, ref ? `No ref found for: ${ref}` : 'Invalid request.\n\n"ref" wasn\'t supplied.');
        if (contexts === undefined && this.#line.statuses.combined(sha) === 'failure')
            return refusal(409, `Conflict: Commit status checks failed for ${ref}.`);
        return json(
            this.shape(
                this.create({ sha, ref, environment, task, description, payload, production, creator: request.login }),
            ),
            201,
        );
    }

    #postStatus(request, deployment) {
        if (!kStates.includes(request.body?.state)) return invalid('DeploymentStatus', 'state', request.body?.state);
        return json(
            this.#statusShape(deployment, this.setState(deployment, { ...request.body, creator: request.login })),
            201,
        );
    }

    #statusShape(deployment, { id, state, creator, description, logUrl, environmentUrl, created_at }) {
        const url = `${this.#line.url}/deployments/${deployment.id}`;
        return {
            url: `${url}/statuses/${id}`,
            id,
            node_id: `DES_${id}`,
            state,
            creator: this.#line.hub.userJson(creator),
            description,
            environment: deployment.environment,
            target_url: logUrl,
            created_at,
            updated_at: created_at,
            deployment_url: url,
            repository_url: this.#line.url,
            environment_url: environmentUrl,
            log_url: logUrl,
            performed_via_github_app: null,
        };
    }
}

export function deploymentRoutes(routes) {
    const base = '/repos/{owner}/{repo}/deployments';
    const answer = request => request.line.deployments.answer(request);
    for (const path of [base, `${base}/{deployment}/statuses`]) {
        routes.add('GET', path, 'deployments=read', answer);
        routes.add('POST', path, 'deployments=write', answer);
    }
    routes.add('GET', `${base}/{deployment}`, 'deployments=read', answer);
    routes.add('GET', `${base}/{deployment}/statuses/{status}`, 'deployments=read', answer);
}
