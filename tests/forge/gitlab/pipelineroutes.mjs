// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's routes for pipelines, jobs and traces. A trace can be read by range while it grows.
import { empty } from '../answers.mjs';
import { json, notFound, paged, refused } from './answers.mjs';
import { jobShape, pipelineBrief, pipelineShape } from './shapes.mjs';

const kBase = '/projects/{project}';

function trace(request, job) {
    const bytes = job.isErased ? Buffer.alloc(0) : job.trace.bytes();
    const headers = { 'content-type': 'text/plain', 'accept-ranges': 'bytes' };
    const [, from, to] = (request.headers.range ?? '').match(/^bytes=(\d+)-(\d*)$/) ?? [];
    if (from === undefined) return { status: 200, headers, body: bytes };
    const first = Number(from);
    const last = Math.min(to ? Number(to) : Infinity, bytes.length - 1);
    if (first > last)
        return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes.length}` }, body: '' };
    return {
        status: 206,
        headers: { ...headers, 'content-range': `bytes ${first}-${last}/${bytes.length}` },
        body: bytes.subarray(first, last + 1),
    };
}

function scoped(request, jobs) {
    const scopes = [...request.query.getAll('scope[]'), ...request.query.getAll('scope')];
    return scopes.length > 0 ? jobs.filter(job => scopes.includes(job.status)) : jobs;
}

export function pipelineRoutes(add, service) {
    const { pipelines } = service;
    const one = answer => request => {
        const found = pipelines.find(request.project, request.params.pipeline);
        return found ? answer(request, found) : notFound('Pipeline');
    };
    const job = answer => request => {
        const found = pipelines.findJob(request.project, request.params.job);
        return found ? answer(request, found) : notFound();
    };
    const shown = (found, status) => json(jobShape(service, found), status);

    add('GET', `${kBase}/pipelines`, request => {
        const wanted = name => request.query.get(name);
        const rows = pipelines.all.filter(
            each =>
                each.project === request.project &&
                (each.source !== 'parent_pipeline' || wanted('source') !== null) &&
                ['status', 'ref', 'sha', 'source'].every(name => !wanted(name) || each[name] === wanted(name)) &&
                (!wanted('username') || each.user === wanted('username')) &&
                (!wanted('updated_after') || each.updatedAt > wanted('updated_after')) &&
                (!wanted('updated_before') || each.updatedAt < wanted('updated_before')),
        );
        const field = wanted('order_by') === 'updated_at' ? 'updatedAt' : 'id';
        rows.sort((a, b) => (a[field] < b[field] ? 1 : -1));
        return paged(request, wanted('sort') === 'asc' ? rows.toReversed() : rows, pipelineBrief);
    });
    add(
        'GET',
        `${kBase}/pipelines/{pipeline}`,
        one((request, found) => json(pipelineShape(service, found))),
    );
    add(
        'DELETE',
        `${kBase}/pipelines/{pipeline}`,
        one((request, found) => {
            pipelines.all.splice(pipelines.all.indexOf(found), 1);
            return empty();
        }),
    );
    add('POST', `${kBase}/pipeline`, request => {
        const { ref, variables = [] } = request.body ?? {};
        const sha = ref && request.project.resolve(ref);
        if (!sha) return refused(400, { base: ['Reference not found'] });
        const made = pipelines.create(request.project, {
            ref,
            sha,
            source: 'api',
            user: request.login,
            variables: Object.fromEntries(variables.map(({ key, value }) => [key, value])),
        });
        return made
            ? json(pipelineShape(service, made), 201)
            : refused(400, { base: ['The resulting pipeline would have been empty.'] });
    });
    add(
        'POST',
        `${kBase}/pipelines/{pipeline}/retry`,
        one((request, found) => {
            pipelines.retry(found, request.login);
            return json(pipelineShape(service, found), 201);
        }),
    );
    add(
        'POST',
        `${kBase}/pipelines/{pipeline}/cancel`,
        one((request, found) => {
            pipelines.cancel(found);
            return json(pipelineShape(service, found));
        }),
    );
    add(
        'GET',
        `${kBase}/pipelines/{pipeline}/jobs`,
        one((request, found) => {
            const all =
                request.query.get('include_retried') === 'true'
                    ? found.jobs
                    : found.jobs.filter(each => !each.isRetried);
            const own = all.filter(each => !each.definition.child);
            return paged(request, scoped(request, own), each => jobShape(service, each));
        }),
    );
    add(
        'GET',
        `${kBase}/pipelines/{pipeline}/bridges`,
        one((request, found) => {
            const bridges = found.jobs.filter(each => each.definition.child);
            return paged(request, bridges, each => ({
                ...jobShape(service, each),
                downstream_pipeline: each.downstream ? pipelineBrief(each.downstream) : null,
            }));
        }),
    );

    add('GET', `${kBase}/jobs`, request =>
        paged(request, scoped(request, pipelines.jobs(request.project).toReversed()), each => jobShape(service, each)),
    );
    add(
        'GET',
        `${kBase}/jobs/{job}`,
        job((request, found) => shown(found)),
    );
    add('GET', `${kBase}/jobs/{job}/trace`, job(trace));
    add(
        'POST',
        `${kBase}/jobs/{job}/retry`,
        job((request, found) => shown(pipelines.retryJob(found, request.login), 201)),
    );
    add(
        'POST',
        `${kBase}/jobs/{job}/cancel`,
        job((request, found) => {
            pipelines.cancelJob(found);
            return shown(found, 201);
        }),
    );
    add(
        'POST',
        `${kBase}/jobs/{job}/play`,
        job((request, found) => {
            pipelines.play(found, request.login);
            return shown(found);
        }),
    );
    add(
        'POST',
        `${kBase}/jobs/{job}/erase`,
        job((request, found) => {
            if (found.finishedAt === null) return refused(403, '403 Forbidden  - Job is not erasable!');
            Object.assign(found, { isErased: true, erasedAt: request.project.now() });
            return shown(found, 201);
        }),
    );
}
