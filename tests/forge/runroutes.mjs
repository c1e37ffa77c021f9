// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub's routes for workflows, runs, attempts, jobs and caches.
import { empty, invalid, json, notFound, paged, refusal } from './answers.mjs';
import { jobShape, runShape, workflowShape } from './shapes.mjs';

const kBase = '/repos/{owner}/{repo}/actions';
const kStates = [
    'completed',
    'action_required',
    'cancelled',
    'failure',
    'neutral',
    'skipped',
    'stale',
    'success',
    'timed_out',
    'in_progress',
    'queued',
    'requested',
    'waiting',
    'pending',
];

/** Whether a time fits `created`: `2026-01-31`, `>=…`, `<…`, `…..…`, with `*` for an open end. */
function fitsTime(text, time) {
    const compare = (bound, from) => {
        const cut = Math.min(bound.length, time.length);
        return bound === '*' ? 0 : time.slice(0, cut).localeCompare(bound.slice(0, cut)) * from;
    };
    const [, sign, bound] = text.match(/^(>=|<=|>|<)?(.*)$/);
    if (text.includes('..')) {
        const [first, last] = text.split('..');
        return compare(first, 1) >= 0 && compare(last, 1) <= 0;
    }
    const order = compare(bound, 1);
    return { '>=': order >= 0, '<=': order <= 0, '>': order > 0, '<': order < 0 }[sign] ?? order === 0;
}

function annotationsOf(line, run, job) {
    return job.log.errors().map((message, at) => ({
        path: '.github',
        start_line: at + 1,
        end_line: at + 1,
        start_column: null,
        end_column: null,
        annotation_level: 'failure',
        title: '',
        message,
        raw_details: '',
        blob_href: `${line.htmlUrl}/blob/${run.sha}/.github`,
    }));
}

class RunRoutes {
    constructor(runs) {
        this.runs = runs;
    }

    list(request, fits = () => true) {
        const { line, query } = request;
        const wanted = name => query.get(name);
        if (wanted('status') && !kStates.includes(wanted('status')))
            return invalid('WorkflowRun', 'status', wanted('status'));
        const state = run => [run.attempts.at(-1).status, run.attempts.at(-1).conclusion];
        const rows = this.runs.all
            .filter(
                run =>
                    run.line === line &&
                    !run.isDeleted &&
                    fits(run) &&
                    (!wanted('status') || state(run).includes(wanted('status'))) &&
                    (!wanted('branch') || run.branch === wanted('branch')) &&
                    (!wanted('event') || run.event.name === wanted('event')) &&
                    (!wanted('actor') || run.event.actor === wanted('actor')) &&
                    (!wanted('head_sha') || run.sha === wanted('head_sha')) &&
                    (!wanted('created') || fitsTime(wanted('created'), run.createdAt)),
            )
            .toReversed();
        return paged(request, rows, page => ({
            total_count: rows.length,
            workflow_runs: page.map(run => runShape(run)),
        }));
    }

    one(request, answer) {
        const run = this.runs.find(request.line, request.params.run);
        return run && !run.isDeleted ? answer(run) : notFound();
    }

    attempt(request, answer) {
        return this.one(request, run => {
            const attempt = run.attempts[Number(request.params.attempt) - 1];
            return attempt ? answer(run, attempt) : notFound();
        });
    }

    jobs(request) {
        return this.one(request, run => {
            const filter = request.query.get('filter') ?? 'latest';
            const attempts = filter === 'all' ? run.attempts : run.attempts.slice(-1);
            return this.jobPage(
                request,
                run,
                attempts.flatMap(attempt => attempt.jobs),
            );
        });
    }

    jobPage(request, run, jobs) {
        const isListed = job => job.isShown && !(job.isCarried && this.runs.carried === 'none');
        const rows = [...new Set(jobs)].filter(isListed);
        return paged(request, rows, page => ({ total_count: rows.length, jobs: page.map(job => jobShape(run, job)) }));
    }

    job(request, answer) {
        const found = this.runs.findJob(request.line, request.params.job);
        return found ? answer(found.run, found.job) : notFound();
    }

    rerun(request, run, which) {
        this.runs.rerun(run, { actor: request.login, debug: request.body?.enable_debug_logging === true, which });
        return json({}, 201);
    }

    remove(run) {
        if (run.attempts.at(-1).status !== 'completed') return refusal(403, 'Could not delete the workflow run');
        run.isDeleted = true;
        return empty();
    }
}

class WorkflowRoutes {
    constructor(forge) {
        this.forge = forge;
    }

    find(request) {
        const wanted = request.params.workflow;
        return request.line
            .defaultWorkflows()
            .find(
                workflow =>
                    String(request.line.workflowId(workflow)) === wanted ||
                    workflow.path === `.github/workflows/${wanted}`,
            );
    }

    list(request) {
        const rows = request.line.defaultWorkflows();
        return paged(request, rows, page => ({
            total_count: rows.length,
            workflows: page.map(one => workflowShape(request.line, one)),
        }));
    }

    dispatch(request) {
        const { ref, inputs = {} } = request.body ?? {};
        const { line } = request;
        const known = this.find(request);
        const sha = typeof ref === 'string' ? line.resolve(ref) : undefined;
        if (!known) return notFound();
        if (!sha)
            return refusal(
                422,
                typeof ref === 'string' ? `No ref found for: ${ref}` : 'Invalid request.\n\n"ref" wasn\'t supplied.',
            );
        const workflow = line.workflows(sha).find(one => one.path === known.path);
        if (!workflow || !('workflow_dispatch' in workflow.on))
            return refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
        const full = ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
        this.forge.trigger(
            line,
            {
                name: 'workflow_dispatch',
                ref: full,
                sha,
                actor: request.login,
                inputs,
                title: workflow.name,
                payload: { inputs, ref: full },
            },
            [workflow],
        );
        return empty();
    }
}

export function runRoutes(routes, forge) {
    const runs = new RunRoutes(forge.runs);
    const flows = new WorkflowRoutes(forge);
    const failed = job => job.conclusion !== 'success' && job.conclusion !== 'skipped';
    const add = (method, path, needs, answer) => routes.add(method, kBase + path, needs, answer);

    add('GET', '/workflows', 'actions=read', request => flows.list(request));
    add('GET', '/workflows/{workflow}', 'actions=read', request => {
        const found = flows.find(request);
        return found ? json(workflowShape(request.line, found)) : notFound();
    });
    add('POST', '/workflows/{workflow}/dispatches', 'actions=write', request => flows.dispatch(request));
    add('GET', '/workflows/{workflow}/runs', 'actions=read', request => {
        const found = flows.find(request);
        return found ? runs.list(request, run => run.workflow.path === found.path) : notFound();
    });

    add('GET', '/runs', 'actions=read', request => runs.list(request));
    add('GET', '/runs/{run}', 'actions=read', request => runs.one(request, run => json(runShape(run))));
    add('DELETE', '/runs/{run}', 'actions=write', request => runs.one(request, run => runs.remove(run)));
    add('GET', '/runs/{run}/jobs', 'actions=read', request => runs.jobs(request));
    add('GET', '/runs/{run}/attempts/{attempt}', 'actions=read', request =>
        runs.attempt(request, (run, attempt) => json(runShape(run, attempt))),
    );
    add('GET', '/runs/{run}/attempts/{attempt}/jobs', 'actions=read', request =>
        runs.attempt(request, (run, attempt) => runs.jobPage(request, run, attempt.jobs)),
    );
    add('GET', '/jobs/{job}', 'actions=read', request => runs.job(request, (run, job) => json(jobShape(run, job))));

    add('GET', '/runs/{run}/artifacts', 'actions=read', request =>
        runs.one(request, () => json({ total_count: 0, artifacts: [] })),
    );
    routes.add('GET', '/repos/{owner}/{repo}/check-runs/{job}/annotations', 'checks=read', request =>
        runs.job(request, (run, job) => paged(request, annotationsOf(request.line, run, job), page => page)),
    );

    add('POST', '/runs/{run}/rerun', 'actions=write', request =>
        runs.one(request, run => runs.rerun(request, run, () => true)),
    );
    add('POST', '/runs/{run}/rerun-failed-jobs', 'actions=write', request =>
        runs.one(request, run => runs.rerun(request, run, failed)),
    );
    add('POST', '/jobs/{job}/rerun', 'actions=write', request =>
        runs.job(request, (run, job) => runs.rerun(request, run, one => one.name === job.name)),
    );
    for (const path of ['/runs/{run}/cancel', '/runs/{run}/force-cancel'])
        add('POST', path, 'actions=write', request =>
            runs.one(request, run => {
                forge.runs.cancel(run);
                return json({}, 202);
            }),
        );

    add('GET', '/caches', 'actions=read', request => request.line.caches.list(request));
    add('DELETE', '/caches', 'actions=write', request => request.line.caches.remove(request));
    add('DELETE', '/caches/{cache}', 'actions=write', request =>
        request.line.caches.removeById(Number(request.params.cache)),
    );
    add('GET', '/cache/usage', 'actions=read', request => request.line.caches.usage(request.line.name));
}
