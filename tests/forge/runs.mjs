// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of workflows: their attempts and jobs, in which order jobs run, and how a run ends. A job is shown once it is due,
// as on GitHub; what waits for its `needs` is not there yet.
import { Refused, refusal } from './answers.mjs';
import { conclusionOf, isOver, kFailed, statusOf } from './attempt.mjs';
import { contextsOf, permissionsOf } from './contexts.mjs';
import { filled, holds } from './expression.mjs';
import { JobExecution } from './job.mjs';
import { JobLog } from './joblog.mjs';
import { JobQueue } from './jobqueue.mjs';
import { startsOn } from './workflow.mjs';

const kFirstRun = 9_000_000_000; // above 32 bits, as GitHub's are
const kFirstJob = 25_000_000_000;

export class Runs {
    all = [];
    #clock;
    #tell;
    #gate;
    #temporary;
    #jobs = 0;
    #minuteMs;
    #runner;
    #queue = new JobQueue(
        (job, signal) => this.#execute(job, signal),
        job => !isOver(job),
    );

    /**
     * `tell(event, action, run, job)` is told of every change. `gate(run, job)` answers whether a job may start;
     * if not, it calls `release` or `refuse` later. `temporary`: where jobs have their folders. `carried`: what an
     * attempt lists of the jobs that it does not repeat: a `copy` with an id of its own, the `same`, or `none`.
     * `minuteMs`: how long a minute of a time limit lasts; a job that one has ended began as much earlier as it says.
     * `runner`: what `self-hosted` jobs find, {path, home}.
     */
    constructor({ clock, temporary, tell, gate, carried = 'copy', minuteMs = 60_000, runner }) {
        this.carried = carried;
        this.#runner = runner;
        this.#minuteMs = minuteMs;
        this.#clock = clock;
        this.#temporary = temporary;
        this.#tell = tell;
        this.#gate = gate;
    }

    find(line, id) {
        return this.all.find(run => run.line === line && run.id === Number(id));
    }

    jobs(run) {
        return [...new Set(run.attempts.flatMap(attempt => attempt.jobs))].filter(job => job.isShown);
    }

    findJob(line, id) {
        for (const run of this.all.filter(one => one.line === line)) {
            const job = this.jobs(run).find(one => one.id === Number(id));
            if (job) return { run, job };
        }
        return undefined;
    }

    /** Starts what `event` ({name, ref, sha, actor, base, pull, payload, …}) starts among the workflows of its commit. */
    trigger(line, event, workflows) {
        return workflows
            .filter(workflow => startsOn(workflow, event))
            .map(workflow => {
                const run = {
                    id: kFirstRun + this.all.length + 1,
                    line,
                    workflow,
                    workflowId: line.workflowId(workflow),
                    event,
                    number: line.nextNumber(workflow),
                    sha: event.sha,
                    branch: (event.headRef ?? event.ref).replace(/^refs\/(heads|tags)\//, ''),
                    createdAt: this.#clock.iso(),
                    attempts: [],
                };
                run.title = workflow.runName ? filled(workflow.runName, { names: { github: event } }) : event.title;
                this.all.push(run);
                this.#begin(run, { actor: event.actor, redo: () => true });
                return run;
            });
    }

    /** A new attempt of a finished run: of all jobs, of the failed ones, or of one, each with what depends on it. */
    rerun(run, { actor, which, debug }) {
        const last = run.attempts.at(-1);
        if (last.status !== 'completed') throw new Refused(refusal(403, 'This workflow is already running'));
        const keys = new Set(last.jobs.filter(which).map(job => job.key));
        if (keys.size === 0) throw new Refused(refusal(403, 'This workflow run has no failed jobs'));
        for (const job of last.jobs)
            // listed after what it needs, or not: look until nothing is added
            for (const other of last.jobs) if (other.needs.some(need => keys.has(need))) keys.add(other.key);
        this.#begin(run, {
            actor,
            debug,
            redo: job => which(job) || job.needs.some(need => keys.has(need)),
            previous: last,
        });
    }

    cancel(run) {
        const attempt = run.attempts.at(-1);
        if (attempt.status === 'completed')
            throw new Refused(refusal(409, 'Cannot cancel a workflow run that is completed.'));
        attempt.isCancelled = true;
        for (const job of attempt.jobs.filter(one => one.isShown && !isOver(one))) {
            job.abort.abort();
            if (job.status !== 'in_progress') this.#end(run, job, 'cancelled');
        }
        this.#advance(run);
    }

    /** What a waiting job waited for has come. */
    release(run, job) {
        if (job.status !== 'waiting') return;
        job.status = 'queued';
        this.#tell('workflow_job', 'queued', run, job);
        this.#queue.add(job);
    }

    refuse(run, job) {
        if (job.status === 'waiting') this.#end(run, job, 'failure');
        this.#advance(run);
    }

    stop() {
        return this.#queue.stop();
    }

    #begin(run, { actor, redo, previous, debug = false }) {
        const number = run.attempts.length + 1;
        const now = this.#clock.iso();
        const attempt = {
            number,
            status: 'queued',
            conclusion: null,
            startedAt: now,
            updatedAt: now,
            actor,
            debug,
            jobs: [],
        };
        attempt.jobs = previous
            ? previous.jobs.map(job => (redo(job) ? this.#job(run, job, attempt) : this.#carry(job, attempt)))
            : run.workflow.jobs.map(job => this.#job(run, job, attempt));
        run.attempts.push(attempt);
        this.#tell('workflow_run', 'requested', run);
        if (run.workflow.error) this.#finish(run, attempt, 'startup_failure');
        else this.#advance(run);
    }

    #carry(job, attempt) {
        return this.carried === 'same'
            ? job
            : { ...job, id: this.#nextJob(), attempt: attempt.number, isCarried: true };
    }

    #nextJob() {
        return kFirstJob + ++this.#jobs;
    }

    #job(run, { key, matrix, definition, needs, name, labels, environment }, attempt) {
        return {
            id: this.#nextJob(),
            run,
            key,
            matrix,
            definition,
            needs,
            labels,
            environment,
            attempt: attempt.number,
            name: filled(name, { names: { matrix } }),
            status: 'queued',
            conclusion: null,
            isShown: false,
            created_at: null,
            started_at: null,
            completed_at: null,
            steps: [],
            abort: new AbortController(),
            outputs: {},
            log: new JobLog(() => this.#clock.now(), Object.values(run.line.secrets)),
        };
    }

    #advance(run) {
        const attempt = run.attempts.at(-1);
        if (attempt.status === 'completed') return;
        for (let moved = true; moved;) {
            moved = false;
            for (const job of attempt.jobs.filter(one => !one.isShown && !isOver(one)))
                moved = this.#consider(run, attempt, job) || moved;
        }
        if (attempt.jobs.every(isOver)) this.#finish(run, attempt, conclusionOf(attempt));
        else attempt.status = statusOf(attempt);
    }

    /** True where the job became due, or was passed over. */
    #consider(run, attempt, job) {
        const needed = attempt.jobs.filter(one => job.needs.includes(one.key));
        if (!needed.every(isOver)) return false;
        const forgiven = one => one.definition['continue-on-error'] === true;
        const functions = {
            success: () => needed.every(one => one.conclusion === 'success' || forgiven(one)) && !attempt.isCancelled,
            failure: () => needed.some(one => kFailed.has(one.conclusion) && !forgiven(one)) && !attempt.isCancelled,
            always: () => true,
            cancelled: () => Boolean(attempt.isCancelled),
        };
        Object.assign(job, { isShown: true, created_at: this.#clock.iso() });
        if (!holds(job.definition.if, { names: contextsOf(run, attempt, job), functions })) {
            job.started_at = job.created_at;
            this.#end(run, job, 'skipped');
            return true;
        }
        if (this.#gate(run, job)) {
            this.#tell('workflow_job', 'queued', run, job);
            this.#queue.add(job);
        } else {
            job.status = 'waiting';
            this.#tell('workflow_job', 'waiting', run, job);
        }
        return true;
    }

    async #execute(job, signal) {
        const { run } = job;
        const attempt = run.attempts.at(-1);
        const names = [
            'Set up job',
            ...(job.definition.steps ?? []).map(
                step => step.name ?? `Run ${(step.uses ?? step.run ?? '').split('\n')[0]}`,
            ),
            'Complete job',
        ];
        Object.assign(job, {
            status: 'in_progress',
            started_at: this.#clock.iso(),
            runner_id: 1,
            runner_name: `GitHub Actions ${job.id % 1000}`,
            steps: names.map((name, at) => ({
                name,
                status: 'pending',
                conclusion: null,
                number: at + 1,
                started_at: null,
                completed_at: null,
            })),
        });
        if (attempt.status !== 'in_progress') {
            attempt.status = statusOf(attempt);
            this.#tell('workflow_run', 'in_progress', run);
        }
        this.#tell('workflow_job', 'in_progress', run, job);
        const token = run.line.hub.lend(run.line.name, permissionsOf(run.workflow, job.definition), run.event.actor);
        job.log.mask(token);
        const contexts = { ...contextsOf(run, attempt, job, token), shell: job.definition.defaults?.run?.shell };
        const conclusion = await new JobExecution({
            job,
            contexts,
            files: run.line.files(run.sha),
            caches: run.line.caches,
            debug: attempt.debug,
            clock: this.#clock,
            minuteMs: this.#minuteMs,
            temporary: this.#temporary,
            runner: job.labels.includes('self-hosted') ? this.#runner : undefined,
            signal,
            changed: () => {
                attempt.updatedAt = this.#clock.iso();
            },
        }).run();
        run.line.hub.takeBack(token);
        if (this.#queue.isStopped) return;
        this.#end(run, job, conclusion);
        this.#advance(run);
    }

    #end(run, job, conclusion) {
        const now = this.#clock.iso();
        Object.assign(job, {
            status: 'completed',
            conclusion,
            completed_at: now,
            started_at: job.started_at ?? now,
            created_at: job.created_at ?? now,
            isShown: true,
        });
        run.attempts.at(-1).updatedAt = now;
        this.#tell('workflow_job', 'completed', run, job);
    }

    #finish(run, attempt, conclusion) {
        Object.assign(attempt, { status: 'completed', conclusion, updatedAt: this.#clock.iso() });
        this.#tell('workflow_run', 'completed', run);
    }
}
