// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines: stages and needs in order, manual jobs, retries with new ids, deployments that wait for approval.
import { Refused } from '../answers.mjs';
import { JobQueue } from '../jobqueue.mjs';
import { expanded, pipelineOf } from './cifile.mjs';
import { refused } from './answers.mjs';
import { runJob } from './jobrun.mjs';
import { Trace } from './trace.mjs';

const kOver = new Set(['success', 'failed', 'canceled', 'skipped']);
const kRetryable = new Set(['success', 'failed', 'canceled']);
const kActive = new Set(['created', 'pending', 'running', 'manual']);

let pipelineSerial = 5_000_000_000; // above 32 bits, as on gitlab.com
let jobSerial = 20_000_000_000;

/** The status of a pipeline, by its jobs. */
function statusOf(pipeline) {
    const jobs = pipeline.jobs.filter(job => !job.isRetried);
    const has = status =>
        jobs.some(job => job.status === status && !(status === 'failed' && job.definition.allowFailure));
    if (has('running')) return 'running';
    if (has('pending')) return jobs.some(job => job.startedAt) ? 'running' : 'pending';
    if (jobs.some(job => job.status === 'manual' && !job.definition.allowFailure)) return 'manual';
    if (jobs.some(job => kActive.has(job.status) && job.status !== 'manual')) return 'running';
    return has('failed')
        ? 'failed'
        : has('canceled')
          ? 'canceled'
          : jobs.every(job => job.status === 'skipped')
            ? 'skipped'
            : 'success';
}

export class Pipelines {
    all = [];
    #service;
    #queue = new JobQueue(
        (job, signal) => this.#execute(job, signal),
        job => job.status === 'pending',
    );

    /** `service`: {clock, temporary, parse, tell(project, kind, thing), deployments}. */
    constructor(service) {
        this.#service = service;
    }

    find(project, id) {
        return this.all.find(one => one.project === project && one.id === Number(id));
    }

    jobs(project) {
        return this.all.filter(one => one.project === project).flatMap(one => one.jobs);
    }

    findJob(project, id) {
        return this.jobs(project).find(job => job.id === Number(id));
    }

    /** A pipeline of a commit, or nothing where it has no jobs. */
    create(project, { ref, sha, source, user, variables = {}, before = '0'.repeat(40), path = '.gitlab-ci.yml' }) {
        const files = project.files(sha);
        if (!files.has(path)) return undefined;
        const predefined = {
            CI: 'true',
            CI_COMMIT_SHA: sha,
            CI_COMMIT_REF_NAME: ref,
            CI_COMMIT_BRANCH: ref,
            CI_DEFAULT_BRANCH: project.defaultBranch,
            CI_PIPELINE_SOURCE: source,
            CI_PROJECT_PATH: project.path,
            CI_PROJECT_PATH_SLUG: project.path.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
            CI_SERVER_URL: this.#service.baseUrl,
            CI_PROJECT_ID: String(project.id),
            GITLAB_USER_LOGIN: user,
            ...project.variables,
            ...variables,
        };
        const parsed = pipelineOf({ path, files, parse: this.#service.parse, variables: predefined });
        if (!parsed.error && parsed.jobs.length === 0) return undefined;
        const now = this.#now();
        const pipeline = {
            id: ++pipelineSerial,
            iid: this.all.filter(one => one.project === project).length + 1,
            project,
            ref,
            sha,
            source,
            user,
            before,
            createdAt: now,
            updatedAt: now,
            startedAt: null,
            finishedAt: null,
            status: 'created',
            yamlErrors: parsed.error ?? null,
            stages: parsed.stages ?? [],
            jobs: [],
            variables: { ...parsed.variables, ...predefined },
        };
        this.all.push(pipeline);
        if (parsed.error) {
            this.#setStatus(pipeline, 'failed');
            return pipeline;
        }
        pipeline.jobs = parsed.jobs.map(definition => this.#job(pipeline, definition));
        this.#setStatus(pipeline, 'pending');
        this.advance(pipeline);
        return pipeline;
    }

    retryJob(job, user) {
        if (!kRetryable.has(job.status) || job.isRetried)
            throw new Refused(refused(403, '403 Forbidden  - Job is not retryable'));
        const fresh = this.#again(job, user);
        this.advance(job.pipeline);
        return fresh;
    }

    retry(pipeline, user) {
        for (const job of pipeline.jobs.filter(
            one => !one.isRetried && (one.status === 'failed' || one.status === 'canceled'),
        ))
            this.#again(job, user);
        for (const job of pipeline.jobs.filter(one => one.status === 'skipped')) job.status = 'created';
        this.advance(pipeline);
    }

    play(job, user) {
        if (job.status !== 'manual') throw new Refused(refused(400, '400 Bad request - Unplayable Job'));
        if (!this.#service.deployments.mayStart(job, user)) throw new Refused(refused(403, '403 Forbidden'));
        job.user = user;
        this.#enqueue(job);
        this.advance(job.pipeline);
    }

    cancelJob(job) {
        if (kOver.has(job.status)) return;
        if (job.status === 'running') job.abort.abort();
        else this.#setJob(job, 'canceled');
        this.advance(job.pipeline);
    }

    /** What waits for a person is left, as GitLab does: it is cancelled by itself. */
    cancel(pipeline) {
        pipeline.jobs.filter(job => !job.isRetried && job.status !== 'manual').forEach(job => this.cancelJob(job));
    }

    /** A deployment was approved by enough: its job can be played; or rejected: its job fails. */
    decided(job, isApproved) {
        if (!isApproved) this.#setJob(job, 'failed', 'deployment_rejected');
        this.advance(job.pipeline);
    }

    stop() {
        return this.#queue.stop();
    }

    advance(pipeline) {
        for (let moved = true; moved;) {
            moved = false;
            for (const job of pipeline.jobs.filter(one => one.status === 'created'))
                moved = this.#consider(pipeline, job) || moved;
        }
        const status = statusOf(pipeline);
        if (status !== pipeline.status) this.#setStatus(pipeline, status);
    }

    #job(pipeline, definition, user = pipeline.user) {
        const clock = this.#service.clock;
        const job = {
            id: ++jobSerial,
            pipeline,
            definition,
            name: definition.name,
            user,
            status: 'created',
            createdAt: this.#now(),
            startedAt: null,
            finishedAt: null,
            queuedAt: null,
            reason: null,
            isRetried: false,
            abort: new AbortController(),
            tries: 0,
            trace: new Trace(() => clock.now(), pipeline.project.masked),
        };
        this.#service.tell(pipeline.project, 'job', job);
        return job;
    }

    #again(job, user) {
        job.isRetried = true;
        const fresh = this.#job(
            job.pipeline,
            { ...job.definition, when: job.definition.when === 'manual' ? 'on_success' : job.definition.when },
            user,
        );
        fresh.tries = job.tries;
        job.pipeline.jobs.push(fresh);
        const stages = job.pipeline.stages;
        for (const later of job.pipeline.jobs.filter(
            one =>
                one.status === 'skipped' && stages.indexOf(one.definition.stage) > stages.indexOf(job.definition.stage),
        ))
            later.status = 'created';
        return fresh;
    }

    /** True where the job left the state `created`. */
    #consider(pipeline, job) {
        const { definition } = job;
        const at = stage => pipeline.stages.indexOf(stage);
        const before = pipeline.jobs.filter(
            one =>
                !one.isRetried &&
                (definition.needs
                    ? definition.needs.includes(one.name)
                    : at(one.definition.stage) < at(definition.stage)),
        );
        const blocks = one => !kOver.has(one.status) && !(one.status === 'manual' && one.definition.allowFailure);
        if (before.some(blocks)) return false;
        const hasFailed =
            before.some(one => ['failed', 'canceled'].includes(one.status) && !one.definition.allowFailure) ||
            before.some(one => one.status === 'skipped' && definition.needs);
        const due =
            { on_success: !hasFailed, manual: !hasFailed, on_failure: hasFailed, always: true }[definition.when] ??
            !hasFailed;
        if (!due) this.#setJob(job, 'skipped');
        else if (!this.#service.deployments.admit(job) || definition.when === 'manual') this.#setJob(job, 'manual');
        else this.#enqueue(job);
        return true;
    }

    #enqueue(job) {
        this.#setJob(job, 'pending');
        if (job.definition.child) this.#begin(job);
        else this.#queue.add(job);
    }

    /** A job without a script: it starts a child pipeline, and does not wait for it. */
    #begin(job) {
        const { pipeline, definition } = job;
        const all = expanded({ ...pipeline.variables, CI_PIPELINE_ID: pipeline.id, ...definition.variables });
        const given = Object.keys({ ...definition.variables }).map(name => [name, all[name]]);
        this.#setJob(job, 'running');
        job.downstream = this.create(pipeline.project, {
            ref: pipeline.ref,
            sha: pipeline.sha,
            source: 'parent_pipeline',
            user: job.user,
            variables: Object.fromEntries(given),
            path: definition.child,
        });
        this.#setJob(job, job.downstream ? 'success' : 'failed', job.downstream ? null : 'downstream_pipeline_creation_failed');
    }

    async #execute(job, signal) {
        const { pipeline } = job;
        const { project } = pipeline;
        this.#setJob(job, 'running');
        this.advance(pipeline);
        const variables = {
            ...pipeline.variables,
            ...job.definition.variables,
            CI_JOB_ID: String(job.id),
            CI_JOB_NAME: job.name,
            CI_JOB_STAGE: job.definition.stage,
            CI_PIPELINE_ID: String(pipeline.id),
            CI_ENVIRONMENT_NAME: job.definition.environment?.name ?? '',
            CI_RETRIES: String(job.tries),
        };
        const { status, reason } = await runJob({
            job,
            limitS: project.buildTimeout,
            variables: expanded(variables),
            files: job.definition.hasFiles ? project.files(pipeline.sha) : new Map(),
            runner: this.#service.runnerFor(job.definition.tags),
            caches: project.caches,
            ref: pipeline.ref,
            temporary: this.#service.temporary,
            signal,
        });
        if (this.#queue.isStopped) return;
        this.#setJob(job, status, reason);
        if (status === 'failed' && job.tries < job.definition.retries) {
            job.tries += 1;
            this.#again(job, job.user);
        }
        this.advance(pipeline);
    }

    #setJob(job, status, reason = null) {
        const now = this.#now();
        Object.assign(job, { status, reason });
        if (status === 'pending') job.queuedAt = now;
        if (status === 'running') job.startedAt = now;
        if (kOver.has(status) && status !== 'skipped') job.finishedAt = now;
        this.#service.deployments.follow(job);
        this.#service.tell(job.pipeline.project, 'job', job);
    }

    #setStatus(pipeline, status) {
        const now = this.#now();
        Object.assign(pipeline, { status, updatedAt: now });
        if (status === 'running') pipeline.startedAt ??= now;
        pipeline.finishedAt = kOver.has(status) ? now : null;
        this.#service.tell(pipeline.project, 'pipeline', pipeline);
    }

    #now() {
        return new Date(this.#service.clock.now()).toISOString();
    }
}
