// SPDX-License-Identifier: GPL-3.0-or-later
// Environments, deployments, and the approvals that a protected environment asks. An approval does not run the job:
// it must be played. Source: docs.gitlab.com, "Deployment approvals" and "Deployments API".
import { json, notFound, paged, refused } from './answers.mjs';
import { approvalShape, deploymentShape, environmentShape } from './shapes.mjs';

let serial = 900_000_000;

export class Deployments {
    #service;

    constructor(service) {
        this.#service = service;
    }

    environment(project, name, { required_approvals: required = 0, approvers } = {}) {
        let found = project.environments.find(one => one.name === name);
        if (!found)
            project.environments.push((found = { id: ++serial, name, required, approvers, createdAt: project.now() }));
        return found;
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
            status: environment.required > 0 ? 'blocked' : 'created',
            createdAt: now,
            updatedAt: now,
            approvals: [],
        };
        project.deployments.push(job.deployment);
        this.#service.tell(project, 'deployment', job.deployment);
        return environment.required === 0;
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
        const shape = deployment => deploymentShape(this.#service, deployment);
        add('GET', `${base}/environments`, request => paged(request, request.project.environments, environmentShape));
        add('GET', `${base}/environments/{environment}`, request => {
            const found = request.project.environments.find(each => each.id === Number(request.params.environment));
            return found ? json(environmentShape(found)) : notFound('Environment');
        });
        add('GET', `${base}/protected_environments`, request =>
            paged(
                request,
                request.project.environments.filter(each => each.required > 0),
                each => ({
                    name: each.name,
                    deploy_access_levels: [],
                    required_approval_count: each.required,
                    approval_rules: [],
                }),
            ),
        );
        add('GET', `${base}/deployments`, request => {
            const wanted = name => request.query.get(name);
            const rows = request.project.deployments.filter(
                each =>
                    (!wanted('status') || each.status === wanted('status')) &&
                    (!wanted('environment') || each.environment.name === wanted('environment')),
            );
            return paged(request, wanted('sort') === 'desc' ? rows.toReversed() : rows, shape);
        });
        add(
            'GET',
            `${base}/deployments/{deployment}`,
            one((request, deployment) => json(shape(deployment))),
        );
        add(
            'POST',
            `${base}/deployments/{deployment}/approval`,
            one((request, deployment) => this.#approve(request, deployment)),
        );
    }

    #approve(request, deployment) {
        const { status, comment = null } = request.body ?? {};
        const { environment, approvals, job } = deployment;
        if (!['approved', 'rejected'].includes(status))
            return refused(400, { error: 'status does not have a valid value' });
        if (environment.approvers && !environment.approvers.includes(request.login))
            return refused(403, '403 Forbidden');
        if (deployment.status !== 'blocked') return refused(400, 'This deployment is not waiting for approvals.');
        if (job.pipeline.user === request.login) return refused(400, 'You cannot approve your own deployment.');
        if (approvals.some(one => one.login === request.login && one.status === status))
            return refused(400, 'You have already voted.');
        const approval = { login: request.login, status, comment, at: request.project.now() };
        approvals.push(approval);
        if (status === 'rejected') {
            this.#service.pipelines.decided(job, false);
        } else if (approvals.filter(one => one.status === 'approved').length >= environment.required) {
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
