// SPDX-License-Identifier: GPL-3.0-or-later
// Logs: the API answers 302 with a signed link of one minute to another origin, as GitHub does to its object storage.
// A token that is sent along to that origin is noted in the journal, and refused as that storage refuses it.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { empty, gone, notFound } from './answers.mjs';
import { zip } from './zip.mjs';

const kLinkMs = 60_000;

function archive(jobs) {
    return zip(
        jobs.flatMap((job, at) => [
            [`${at}_${job.name}.txt`, job.log.text()],
            ...job.steps
                .filter(step => step.conclusion && step.conclusion !== 'skipped')
                .map(step => [
                    `${job.name}/${step.number}_${step.name.replace(/[/\\:*?"<>|]/g, '')}.txt`,
                    job.log.part(step.number),
                ]),
        ]),
    );
}

export class Logs {
    #clock;
    #key = randomBytes(32);
    #contents = new Map();

    constructor(clock) {
        this.#clock = clock;
    }

    /** `origin`: where `serve` is reached. */
    routes(routes, runs, origin) {
        this.origin = origin;
        const base = '/repos/{owner}/{repo}/actions';
        const add = (method, path, needs, answer) => routes.add(method, base + path, needs, answer);
        const found = (request, answer) => {
            const run = runs.find(request.line, request.params.run);
            return run && !run.isDeleted ? answer(run) : notFound();
        };
        const ofAttempt = (run, attempt) => {
            if (!attempt || attempt.status !== 'completed') return notFound();
            return run.hasNoLogs
                ? gone()
                : this.#link(`${run.id}-${attempt.number}.zip`, () =>
                      archive(attempt.jobs.filter(job => job.steps.length > 0)),
                  );
        };
        add('GET', '/jobs/{job}/logs', 'actions=read', request => {
            const one = runs.findJob(request.line, request.params.job);
            if (!one || one.job.status !== 'completed' || one.job.steps.length === 0) return notFound();
            return one.run.hasNoLogs ? gone() : this.#link(`${one.job.id}.txt`, () => one.job.log.text());
        });
        add('GET', '/runs/{run}/logs', 'actions=read', request =>
            found(request, run => ofAttempt(run, run.attempts.at(-1))),
        );
        add('GET', '/runs/{run}/attempts/{attempt}/logs', 'actions=read', request =>
            found(request, run => ofAttempt(run, run.attempts[Number(request.params.attempt) - 1])),
        );
        add('DELETE', '/runs/{run}/logs', 'actions=write', request =>
            found(request, run => {
                run.hasNoLogs = true;
                return empty();
            }),
        );
    }

    /** The answer of the other origin. */
    serve(request) {
        const refused = (status, code) => ({
            status,
            headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
            body: `\ufeff<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code></Error>`,
        });
        if (request.headers.authorization) return refused(400, 'InvalidAuthenticationInfo');
        const expires = Number(request.query.get('se'));
        const given = Buffer.from(request.query.get('sig') ?? '', 'base64url');
        const right = Buffer.from(this.#sign(request.path, expires), 'base64url');
        if (given.length !== right.length || !timingSafeEqual(given, right) || this.#clock.now() > expires)
            return refused(403, 'AuthenticationFailed');
        const content = this.#contents.get(request.path);
        if (!content) return refused(404, 'BlobNotFound');
        const type = request.path.endsWith('.zip') ? 'application/zip' : 'text/plain; charset=utf-8';
        return { status: 200, headers: { 'content-type': type }, body: content() };
    }

    #link(name, content) {
        const path = `/logs/${name}`;
        this.#contents.set(path, content);
        const expires = this.#clock.now() + kLinkMs;
        const location = `${this.origin}${path}?se=${expires}&sig=${this.#sign(path, expires)}`;
        return { status: 302, headers: { location: location, 'content-type': 'text/html;charset=utf-8' }, body: '' };
    }

    #sign(path, expires) {
        return createHmac('sha256', this.#key).update(`${path} ${expires}`).digest('base64url');
    }
}
