// SPDX-License-Identifier: GPL-3.0-or-later
// Environments, deployments, and the approvals that a protected environment asks. An approval does not run the job:
// it must be played. Source: docs.gitlab.com, "Deployment approvals" and "Deployments API".
import { json, notFound, paged, refused } from './answers.mjs';
import { approvalShape, deploymentDetail, deploymentShape, environmentShape, protectedShape } from './shapes.mjs';

let serial = 900_000_000;

export class Deployments {
    #service;

    constructor(service) {
        this.#service = service;
    }

    /** `rules`: `{user}`, `{group, members}` or `{role}`, each with the approvals that are `required`; `deployers` likewise. */
    environment(project, name, { required_approvals: required = 0, approvers, rules, deployers = [] } = {}) {
        let found = project.environments.find(one => one.name === name);
        if (!found) {
            const whoever = approvers ? { group: 'approvers', members: approvers } : { role: 30 };
            const numbered = list => list.map(rule => ({ ...rule, id: ++serial }));
            found = {
                id: ++serial,
                name,
                rules: numbered(rules ?? (required > 0 ? [{ ...whoever, required }] : [])),
                deployers: numbered(deployers),
                createdAt: project.now(),
            };
            project.environments.push(found);
        }
        return found;
    }

    /** Of what still needs approvals, nobody; of a protected environment, whoever may deploy. */
    mayStart(job, login) {
        const { deployment } = job;
        if (!deployment) return true;
        const { deployers } = deployment.environment;
        return this.#missing(deployment) === 0 && (deployers.length === 0 || deployers.some(one => this.#is(one, login)));
    }

    #is({ user, members, role }, login) {
        return user === login || members?.includes(login) || this.#service.roleOf(login) >= (role ?? Infinity);
    }

    #missing({ environment, approvals }) {
        const given = rule => approvals.filter(one => one.rule === rule && one.status === 'approved').length;
        return environment.rules.reduce((sum, rule) => sum + Math.max(0, rule.required - given(rule)), 0);
    }

    /** Makes the deployment of a job that names an environment; true where the job may run. */
    admit(job) {
        const { project } = job.pipeline;
        if (!job.definition.environment || job.deployment) return job.deployment?.status !== 'blocked';
        const environment = this.environment(project, job.definition.environment.name);
        const now = project.now();
        job.deployment = {
            id: ++serial,
            iid: project.deployments.length + 1,
            job,
            environment,
            status: environment.rules.length > 0 ? 'blocked' : 'created',
            createdAt: now,
            updatedAt: now,
            approvals: [],
        };
        project.deployments.push(job.deployment);
        this.#service.tell(project, 'deployment', job.deployment);
        return environment.rules.length === 0;
    }

    follow(job) {
        const status = {
            running: 'running',
            success: 'success',
            failed: 'failed',
            canceled: 'canceled',
            skipped: 'skipped',
        }[job.status];
        if (job.deployment && status) this.#set(job.deployment, status);
    }

    routes(add) {
        const base = '/projects/{project}';
        const one = answer => request => {
            const found = request.project.deployments.find(each => each.id === Number(request.params.deployment));
            return found ? answer(request, found) : notFound();
        };
        add('GET', `${base}/environments`, request => paged(request, request.project.environments, environmentShape));
        add('GET', `${base}/environments/{environment}`, request => {
            const found = request.project.environments.find(each => each.id === Number(request.params.environment));
            return found ? json(environmentShape(found)) : notFound('Environment');
        });
        const isProtected = each => each.rules.length > 0 || each.deployers.length > 0;
        add('GET', `${base}/protected_environments`, request =>
            paged(request, request.project.environments.filter(isProtected), each => protectedShape(this.#service, each)),
        );
        add('GET', `${base}/protected_environments/{name}`, request => {
            const found = request.project.environments.find(
                each => each.name === request.params.name && isProtected(each),
            );
            return found ? json(protectedShape(this.#service, found)) : notFound();
        });
        add('GET', `${base}/deployments`, request => this.#list(request));
        add(
            'GET',
            `${base}/deployments/{deployment}`,
            one((request, deployment) =>
                json(deploymentDetail(this.#service, deployment, this.#missing(deployment))),
            ),
        );
        const approve = one((request, deployment) => this.#approve(request, deployment));
        add('POST', `${base}/deployments/{deployment}/approval`, request =>
            request.body?.status ? approve(request) : json({ error: 'status is missing' }, 400),
        );
    }

    #list(request) {
        const wanted = name => request.query.get(name);
        const field = wanted('order_by') ?? 'id';
        if (wanted('updated_after') && field !== 'updated_at')
            return refused(400, '`updated_at` filter and `updated_at` sort must be paired');
        const rows = request.project.deployments.filter(
            each =>
                (!wanted('status') || each.status === wanted('status')) &&
                (!wanted('environment') || each.environment.name === wanted('environment')) &&
                (!wanted('updated_after') || each.updatedAt >= wanted('updated_after')),
        );
        if (field === 'updated_at') rows.sort((one, other) => (one.updatedAt < other.updatedAt ? -1 : 1));
        return paged(request, wanted('sort') === 'desc' ? rows.toReversed() : rows, each =>
            deploymentShape(this.#service, each),
        );
    }

    /** Why it is refused, in the order in which GitLab looks; empty where it is not. */
    #fault(request, deployment, status) {
        const { environment, job } = deployment;
        if (job.user === request.login && status === 'approved' && !request.project.authorsApprove)
            return 'You cannot approve your own deployment. This configuration can be adjusted in the protected environment settings.';
        if (deployment.status !== 'blocked' || this.#missing(deployment) === 0)
            return 'This deployment is not waiting for approvals.';
        return environment.rules.some(rule => this.#is(rule, request.login))
            ? ''
            : "You don't have permission to approve this deployment. Contact the project or group owner for help.";
    }

    #approve(request, deployment) {
        const { status, comment = null, represented_as: as } = request.body ?? {};
        const { environment, approvals, job } = deployment;
        if (!['approved', 'rejected'].includes(status))
            return json({ error: 'status does not have a valid value' }, 400);
        const fault = this.#fault(request, deployment, status);
        if (fault) return refused(400, fault);
        const rule = environment.rules.find(
            one => this.#is(one, request.login) && (!as || as === (one.user ?? one.group)),
        );
        let approval = approvals.find(one => one.login === request.login);
        if (approval?.status === status) return json(approvalShape(this.#service, approval), 201);
        if (!approval) approvals.push((approval = { login: request.login, rule, at: request.project.now() }));
        Object.assign(approval, { status, comment });
        if (status === 'rejected') {
            this.#service.pipelines.decided(job, false);
        } else if (this.#missing(deployment) === 0) {
            this.#set(deployment, 'created');
            this.#service.pipelines.decided(job, true);
        }
        return json(approvalShape(this.#service, approval), 201);
    }

    #set(deployment, status) {
        if (deployment.status === status) return;
        deployment.status = status;
        deployment.updatedAt = deployment.job.pipeline.project.now();
        this.#service.tell(deployment.job.pipeline.project, 'deployment', deployment);
    }
}
