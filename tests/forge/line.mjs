// SPDX-License-Identifier: GPL-3.0-or-later
// One repository with what the forge adds to it: workflows, caches, environments, deployments, commit statuses.
import { Caches } from './caches.mjs';
import { CommitStatuses } from './commitstatuses.mjs';
import { Deployments } from './deployments.mjs';
import { Environments } from './environments.mjs';
import { workflowsOf } from './workflow.mjs';

let workflowSerial = 30_000_000;

export class Line {
    #workflowIds = new Map();
    #numbers = new Map();
    #parse;

    /** `tell(line, event, action, payload)` sends a webhook; `parse` reads YAML. */
    constructor({ hub, clock, runs, repo, parse, tell }) {
        this.#parse = parse;
        this.hub = hub;
        this.repo = repo;
        this.name = repo.full_name;
        this.createdAt = clock.iso();
        this.apiUrl = hub.baseUrl;
        this.url = `${hub.baseUrl}/repos/${repo.full_name}`;
        this.htmlUrl = `${hub.baseUrl}/${repo.full_name}`;
        this.secrets = {};
        const send = (event, action, payload, run) => tell(this, event, action, payload, run);
        this.caches = new Caches(clock, `refs/heads/${repo.default_branch}`);
        this.deployments = new Deployments(this, clock, send);
        this.statuses = new CommitStatuses(this, clock);
        this.environments = new Environments({ line: this, clock, runs, tell: send });
    }

    /** After a change of the repository itself. */
    async refresh() {
        this.repo = this.hub.repoById(this.repo.id) ?? this.repo;
        const repository = await this.hub.repoJson(this.repo);
        this.repository = {
            ...repository,
            owner: { ...this.hub.userJson(repository.owner.login), ...repository.owner },
        };
    }

    files(sha) {
        return this.hub.files(this.repo, sha);
    }

    workflows(sha) {
        return workflowsOf(this.files(sha), this.#parse);
    }

    defaultWorkflows() {
        const sha = this.resolve(this.repo.default_branch);
        return sha ? this.workflows(sha) : [];
    }

    /** The commit of a branch, a tag, a full ref or a commit's own name. */
    resolve(ref) {
        const refs = this.hub.rows('refs').findBy('repo_id', this.repo.id);
        const named = [ref, `refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`];
        return refs.find(row => named.includes(row.ref))?.sha ?? (this.hub.commit(this.repo, ref) ? ref : undefined);
    }

    workflowId({ path }) {
        if (!this.#workflowIds.has(path)) this.#workflowIds.set(path, ++workflowSerial);
        return this.#workflowIds.get(path);
    }

    nextNumber({ path }) {
        this.#numbers.set(path, (this.#numbers.get(path) ?? 0) + 1);
        return this.#numbers.get(path);
    }
}
