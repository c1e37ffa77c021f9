// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs really run; attempts, logs and links behave as GitHub's.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readdirSync } from 'node:fs';
import { ForgeProgram, job, seedOf, until } from './forgeprogram.mjs';

const kActions = '/repos/acme/shop/actions';
let forge;

before(async () => {
    forge = await ForgeProgram.start(
        seedOf({
            build: job('cat README.md && echo built'),
            test: job('echo "attempt $GITHUB_RUN_ATTEMPT"\ntest "$GITHUB_RUN_ATTEMPT" -gt 1', { needs: 'build' }),
            report: job('echo "${{ needs.test.result }}"', { needs: ['test'], if: 'always()' }),
            publish: job('echo published', { needs: ['test'] }),
        }),
    );
});
after(() => forge.stop());

const shown = body => Object.fromEntries(body.jobs.map(one => [one.name, one.conclusion]));

test('a push starts the workflow of its commit; what fails is told by its exit status', async () => {
    const run = await forge.run('completed');
    assert.equal(run.conclusion, 'failure');
    assert.equal(run.event, 'push');
    assert.ok(run.id > 2 ** 32);
    assert.deepEqual(shown(await forge.get(`${kActions}/runs/${run.id}/jobs`)), {
        build: 'success',
        test: 'failure',
        report: 'success',
        publish: 'skipped',
    });
});

test('a log has the byte order mark, seven digits, groups and the exit status; its link leads elsewhere and lasts a minute', async () => {
    const run = await forge.run('completed');
    const { jobs } = await forge.get(`${kActions}/runs/${run.id}/jobs`);
    const failed = jobs.find(one => one.name === 'test');
    const answer = await forge.ask('GET', `${kActions}/jobs/${failed.id}/logs`);
    assert.equal(answer.status, 302);
    const link = answer.headers.get('location');
    assert.ok(link.startsWith(forge.logs_url) && !link.startsWith(forge.url));
    const bytes = Buffer.from(await (await fetch(link)).arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = bytes.subarray(3).toString('utf8').split('\r\n');
    for (const line of lines.slice(0, -1)) assert.match(line, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /);
    assert.ok(lines.some(line => line.endsWith('##[group]Run echo "attempt $GITHUB_RUN_ATTEMPT"')));
    assert.ok(lines.some(line => line.endsWith('Z attempt 1')));
    assert.ok(lines.some(line => line.endsWith('##[error]Process completed with exit code 1.')));

    assert.equal((await forge.ask('GET', link)).status, 400, 'a token that is sent along is refused');
    const journal = await forge.get('/_forge/journal');
    assert.equal(journal.at(-1).token, 'sent along');
    assert.equal(journal.at(-1).headers.authorization, '(kept back)');
    assert.equal(journal.find(entry => entry.path.endsWith('/logs')).token, 'right');
    await forge.ask('POST', '/_forge/clock', { advance_s: 61 });
    assert.equal((await fetch(link)).status, 403);
});

test('re-running the failed jobs is a new attempt of the same run, with new job ids and the rest carried over', async () => {
    const run = await forge.run('completed');
    const old = (await forge.get(`${kActions}/runs/${run.id}/jobs`)).jobs;
    assert.equal((await forge.ask('POST', `${kActions}/runs/${run.id}/rerun-failed-jobs`)).status, 201);
    const again = await until(async () => {
        const found = await forge.get(`${kActions}/runs/${run.id}`);
        return found.run_attempt === 2 && found.status === 'completed' && found;
    });
    assert.equal(again.conclusion, 'success');
    const now = (await forge.get(`${kActions}/runs/${run.id}/jobs`)).jobs;
    assert.deepEqual(shown({ jobs: now }), {
        build: 'success',
        test: 'success',
        report: 'success',
        publish: 'success',
    });
    assert.ok(now.every(one => one.run_attempt === 2 && !old.some(before => before.id === one.id)));
    const build = list => list.find(one => one.name === 'build').started_at;
    assert.equal(build(now), build(old), 'carried over');
    assert.equal((await forge.get(`${kActions}/runs/${run.id}/jobs?filter=all`)).total_count, 8);
    assert.equal((await forge.get(`${kActions}/runs/${run.id}/attempts/1`)).conclusion, 'failure');
    assert.deepEqual(
        (await forge.get(`${kActions}/runs/${run.id}/attempts/1/jobs`)).jobs.map(one => one.id),
        old.map(one => one.id),
    );
    assert.equal((await forge.ask('POST', `${kActions}/runs/${run.id}/rerun-failed-jobs`)).status, 403);

    const report = now.find(one => one.name === 'report');
    assert.equal((await forge.ask('POST', `${kActions}/jobs/${report.id}/rerun`)).status, 201);
    const third = await until(async () => {
        const found = await forge.get(`${kActions}/runs/${run.id}/attempts/3/jobs`);
        return found.jobs?.every(one => one.status === 'completed') && found.jobs;
    });
    assert.deepEqual(
        third.map(one => one.run_attempt),
        [3, 3, 3, 3],
    );
});

test('runs are filtered, and a status that is none is refused', async () => {
    const list = query => forge.ask('GET', `${kActions}/runs?${query}`);
    assert.equal((await list('status=nonsense')).status, 422);
    assert.equal((await list('status=success&branch=main')).body.total_count, 1);
    assert.equal((await list('status=failure')).body.total_count, 0);
    assert.equal((await list('created=>=2020-01-01')).body.total_count, 1);
    assert.equal((await list('created=2020-01-01..2020-12-31')).body.total_count, 0);
    assert.equal((await list('branch=other')).body.total_count, 0);
});

test('what runs has no log yet, can be cancelled, and once only; a deleted log is gone', async () => {
    const sha = await forge.put(
        '.github/workflows/ci.yml',
        JSON.stringify({ name: 'ci', on: 'push', jobs: { long: job('echo begun; sleep 600') } }),
    );
    const run = await forge.run('in_progress', sha);
    const [long] = (await forge.get(`${kActions}/runs/${run.id}/jobs`)).jobs;
    assert.equal((await forge.ask('GET', `${kActions}/jobs/${long.id}/logs`)).status, 404);
    assert.equal((await forge.ask('GET', `${kActions}/runs/${run.id}/logs`)).status, 404);
    assert.equal((await forge.ask('POST', `${kActions}/runs/${run.id}/rerun`)).status, 403, 'it still runs');
    assert.equal((await forge.ask('POST', `${kActions}/runs/${run.id}/cancel`)).status, 202);
    assert.equal((await forge.run('completed', sha)).conclusion, 'cancelled');
    assert.equal((await forge.ask('POST', `${kActions}/runs/${run.id}/cancel`)).status, 409);
    assert.equal((await forge.ask('GET', `${kActions}/runs/${run.id}/logs`)).status, 302);
    assert.equal((await forge.ask('DELETE', `${kActions}/runs/${run.id}/logs`)).status, 204);
    assert.equal((await forge.ask('GET', `${kActions}/jobs/${long.id}/logs`)).status, 410);
});

test('a time-out ends a step, continue-on-error hides a failure from the conclusion, outputs and masks work', async () => {
    const steps = [
        { run: 'echo "answer=42" >> "$GITHUB_OUTPUT"; echo "::add-mask::hush"', id: 'one' },
        { run: 'echo "got ${{ steps.one.outputs.answer }} hush"; exit 3', 'continue-on-error': true },
        { name: 'Too long', run: 'sleep 600', 'timeout-minutes': 0.002 },
    ];
    const sha = await forge.put(
        '.github/workflows/ci.yml',
        JSON.stringify({ name: 'ci', on: 'push', jobs: { odd: { 'runs-on': 'x', steps } } }),
    );
    const run = await forge.run('completed', sha);
    const [odd] = (await forge.get(`${kActions}/runs/${run.id}/jobs`)).jobs;
    assert.deepEqual(
        odd.steps.map(step => step.conclusion),
        ['success', 'success', 'success', 'failure', 'success'],
    );
    const { headers } = await forge.ask('GET', `${kActions}/jobs/${odd.id}/logs`);
    const log = await (await fetch(headers.get('location'))).text();
    assert.match(log, /Z got 42 \*\*\*\r\n/);
    assert.match(log, /##\[error\]Process completed with exit code 3\./);
    assert.match(log, /##\[error\]The action 'Too long' has timed out after 0.002 minutes\./);
});

test('a job sees none of this program’s environment, and leaves nothing behind', async () => {
    const sha = await forge.put(
        '.github/workflows/ci.yml',
        JSON.stringify({ name: 'ci', on: 'push', jobs: { see: job('env | sort; sleep 600 & disown') } }),
    );
    const run = await forge.run('completed', sha);
    const [see] = (await forge.get(`${kActions}/runs/${run.id}/jobs`)).jobs;
    const { headers } = await forge.ask('GET', `${kActions}/jobs/${see.id}/logs`);
    const log = await (await fetch(headers.get('location'))).text();
    assert.match(log, new RegExp(`GITHUB_SHA=${sha}`));
    assert.doesNotMatch(log, /SSH_|DBUS_|SIGNALBOX_|NODE_|LD_PRELOAD/);
    const left = readdirSync(forge.folder).filter(name => name.startsWith('forge-'));
    assert.deepEqual(
        left.flatMap(name => readdirSync(`${forge.folder}/${name}`)),
        [],
    );
});
